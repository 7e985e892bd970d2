/** Assertions that need no library, so that the same ones hold on every runtime. */

export function equal(actual: unknown, expected: unknown): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${seen} where ${wanted} was expected`);
}

export function holds(fact: boolean, what: string): void {
  if (!fact) throw new Error(what);
}

/** An error's class, as the guards of the package's errors tell it. */
interface ErrorClass<E> {
  readonly name: string;
  is(error: unknown): error is E;
}

/** The error that something ends with, which has to be of this class. */
export async function refused<E>(kind: ErrorClass<E>, attempt: Promise<unknown>): Promise<E> {
  const error = await failureOf(attempt);
  if (!kind.is(error)) throw new Error(`${String(error)} where ${kind.name} was expected`);
  return error;
}

/** What a promise rejects with, whatever it is. */
export async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  let answer: unknown;
  try {
    answer = await attempt;
  } catch (error) {
    return error;
  }
  throw new Error(`no error, but ${JSON.stringify(answer)}`);
}
