/** How an attempt can end without a response, each way told apart by its class, and the error that it becomes. */
import {
  ConnectionError,
  HttpError,
  InvalidRequestError,
  type MinFraudError,
  type Retry,
  TimeoutError,
} from '../errors.ts';
import { safeCause } from './cause.ts';
import { networkFailures, readNetworkFailure } from './network-failure.ts';
import type { Secrets } from './secrets.ts';

/** What is known of the attempt. */
export interface AttemptFacts {
  /** Origin and path. */
  readonly url: string;
  readonly attempt: number;
  readonly retries: readonly Retry[];
  readonly secrets: Secrets;
  /** Whether it was the runtime's own fetch: a TLS error of another may have come at any time. */
  readonly isOwnFetch: boolean;
  /** What the attempt was given, in ms. */
  readonly timeout: number;
  /** In ms, when it was the deadline of the call that ended the attempt. */
  readonly deadline: number | undefined;
}

/** For what an attempt threw, the caller's own abort aside. */
export function errorOfThrown(thrown: unknown, facts: AttemptFacts): MinFraudError {
  const { url, attempt, retries } = facts;
  const details = { url, attempts: attempt, retries };
  if (thrown instanceof AttemptTimeout) return errorOfTimeout(facts);
  if (thrown instanceof UnusableResponse) return errorOfUnusable(thrown, facts);
  const { thrown: below, status } =
    thrown instanceof FetchFailed ? thrown : new FetchFailed(thrown);
  const code = readNetworkFailure(below, facts.isOwnFetch);
  const cause = safeCause(below, facts.secrets());
  const message = `Request to ${url} failed: ${networkFailures[code]}.`;
  // Once its head has come, the service has had the request: the status says so.
  return new (classOf(code))(message, { ...details, code, status, cause });
}

function errorOfUnusable(
  { problem }: UnusableResponse,
  { url, attempt, retries }: AttemptFacts,
): MinFraudError {
  const details = { url, attempts: attempt, retries };
  return problem === 'consumed'
    ? new HttpError(
        `The request was sent, but the fetch option returned a response from ${url} whose body was already read. Read a copy instead: response.clone().`,
        { ...details, code: 'RESPONSE_CONSUMED' },
      )
    : new InvalidRequestError(
        'The fetch option must return a Response, as the runtime’s own fetch does.',
        { ...details, code: 'OPTION_INVALID' },
      );
}

function errorOfTimeout(facts: AttemptFacts): TimeoutError {
  const { url, attempt, retries, timeout, deadline } = facts;
  const details = { url, attempts: attempt, retries };
  if (deadline !== undefined) {
    return deadlineExceeded({ ...details, deadline });
  }
  const message = `Request to ${url} timed out after ${timeout} ms; it may have been processed. Raise timeout if this happens often.`;
  return new TimeoutError(message, { ...details, code: 'TIMEOUT' });
}

/** The call as a whole took too long. */
export function deadlineExceeded(facts: {
  readonly url: string;
  readonly attempts: number;
  readonly retries: readonly Retry[];
  readonly deadline: number;
}): TimeoutError {
  const { url, attempts, retries, deadline } = facts;
  const message = `Request to ${url} exceeded the deadline of ${deadline} ms; it may have been processed. Raise deadline if this happens often.`;
  return new TimeoutError(message, { code: 'DEADLINE_EXCEEDED', url, attempts, retries });
}

function classOf(code: keyof typeof networkFailures): typeof ConnectionError | typeof HttpError {
  if (code === 'RESPONSE_UNREADABLE') return HttpError;
  return code === 'TIMEOUT' || code === 'CONNECT_TIMEOUT' ? TimeoutError : ConnectionError;
}

/** The attempt took longer than it might. Its name is the one that a fetch expects of a timeout. */
export class AttemptTimeout extends Error {
  override readonly name = 'TimeoutError';
}

/** Fetch, or the stream of a body, failed. Wraps what was thrown: it may be anything. */
export class FetchFailed extends Error {
  readonly thrown: unknown;
  /** Of a response whose head came. */
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
 * What the patched fetch of Next.js throws to steer the framework, which finds it again by its `digest`: it has
 * to come through as it is. An error of any other digest is a failed request.
 */
export function frameworkSignal(thrown: unknown): Error | undefined {
  // Once a head has come the service has had the request, and the call ends as any other.
  if (!(thrown instanceof FetchFailed) || thrown.status !== undefined) return undefined;
  try {
    const { thrown: error } = thrown;
    if (!(error instanceof Error) || !Object.hasOwn(error, 'digest')) return undefined;
    const digest: unknown = Reflect.get(error, 'digest');
    return typeof digest === 'string' && nextDigest.test(digest) ? error : undefined;
  } catch {
    return undefined; // A getter or a proxy threw.
  }
}

const nextDigest = /^(?:DYNAMIC_SERVER_USAGE|BAILOUT_TO_CLIENT_SIDE_RENDERING|HANGING_|NEXT_)/;
