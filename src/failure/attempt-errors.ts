/** The ways in which one attempt can end without an answer, each told apart by its class. */

/** The attempt took longer than it might. Its name is the one that a fetch expects of a timeout. */
export class AttemptTimeout extends Error {
  override readonly name = 'TimeoutError';
}

/** Fetch, or the stream of a body, failed. Wraps what was thrown: it may be anything. */
export class FetchFailed extends Error {
  readonly thrown: unknown;
  /** Of an answer whose head came. */
  readonly status: number | undefined;

  constructor(thrown: unknown, status?: number) {
    super('fetch failed');
    this.thrown = thrown;
    this.status = status;
  }
}

/** What the `fetch` option returned cannot be used as a Response. */
export class UnusableResponse extends Error {
  readonly problem: 'not a Response' | 'consumed';

  constructor(problem: UnusableResponse['problem']) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * What a framework's patched fetch throws to steer the framework, and not since the request failed: it carries a
 * `digest`, by which the framework finds it again, so it has to come through as it is.
 */
export function frameworkSignal(thrown: unknown): Error | undefined {
  if (!(thrown instanceof FetchFailed)) return undefined;
  const { thrown: error } = thrown;
  const isSignal =
    error instanceof Error &&
    Object.hasOwn(error, 'digest') &&
    typeof Reflect.get(error, 'digest') === 'string';
  return isSignal ? error : undefined;
}
