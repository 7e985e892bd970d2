/** Assertions that need no library, so that the same ones hold on every runtime. */
import type { MinFraudError } from 'minfraud-sdk';

export function equal(actual: unknown, expected: unknown): void {
  const [seen, wanted] = [JSON.stringify(actual), JSON.stringify(expected)];
  if (seen !== wanted) throw new Error(`${seen} where ${wanted} was expected`);
}

export function holds(fact: boolean, what: string): void {
  if (!fact) throw new Error(what);
}

/** The error that something ends with, which must be of this class. */
export async function refused<E extends MinFraudError>(
  kind: abstract new (...values: never[]) => E,
  attempt: Promise<unknown>,
): Promise<E> {
  const error = await failureOf(attempt);
  if (error instanceof kind) return error;
  throw new Error(`${String(error)} where ${kind.name} was expected`);
}

/** What a promise rejects with, whatever it is. */
export async function failureOf(attempt: Promise<unknown>): Promise<unknown> {
  let result: unknown;
  try {
    result = await attempt;
  } catch (error) {
    return error;
  }
  throw new Error(`no error, but ${JSON.stringify(result)}`);
}
