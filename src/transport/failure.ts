/** Turns whatever an attempt brought that is no success into an error, and says if it was sent. */
import {
  ConnectionError,
  HttpError,
  InvalidRequestError,
  type MinFraudError,
  type Retry,
  TimeoutError,
} from '../errors.ts';
import { type Redact } from '../redact.ts';
import { safeCause } from '../safe-cause.ts';
import { readJsonError, serviceError, unexpectedBody } from '../service-error.ts';
import { AttemptTimeout, FetchFailed, NotAResponse, type Received } from './attempt.ts';
import { bodyLimit, BodyTooLarge } from './body.ts';
import { networkFailures, readNetworkFailure } from './network-failure.ts';
import { type FailedAttempt } from './retry.ts';
import { readRetryAfter } from './retry-after.ts';
import type { Answer, CallInput } from './transport.ts';

export interface Failure extends FailedAttempt {
  readonly error: MinFraudError;
}

/** Where and when the attempt was made. */
export interface AttemptFacts {
  /** Origin and path. */
  readonly url: string;
  readonly attempt: number;
  readonly retries: readonly Retry[];
  readonly redact: Redact;
  readonly input: CallInput;
  /** What the attempt was given, in ms. */
  readonly timeout: number;
  /** In ms, when it was the deadline of the call that ended the attempt. */
  readonly deadline: number | undefined;
  /** Milliseconds since the epoch. */
  readonly now: number;
}

/** For an answer that is not 2xx, or whose body has no end. */
export function failureOfAnswer(
  answer: Answer,
  body: Received['body'],
  facts: AttemptFacts,
): Failure {
  const { status, headers } = answer;
  if (body instanceof BodyTooLarge && status >= 200 && status < 300) {
    const problem = `is longer than ${bodyLimit} bytes`;
    return {
      error: unexpectedBody(answer, 'RESPONSE_TOO_LARGE', problem, facts.redact),
      sent: 'never',
    };
  }
  const wait = readRetryAfter(headers, facts.now);
  const read = (facts.input.readError ?? readJsonError)(answer);
  const error = serviceError(answer, read, {
    redact: facts.redact,
    attempts: facts.attempt,
    retries: facts.retries,
    codes: facts.input.errorCodes,
    retryAfter: wait === undefined ? undefined : wait / 1000,
  });
  return { error, sent: 'answered', status, retryAfter: wait };
}

/** For what an attempt threw, the caller's own abort aside. */
export function failureOfThrown(thrown: unknown, facts: AttemptFacts): Failure {
  const { url, attempt, retries, redact } = facts;
  const details = { url, attempts: attempt, retries };
  if (thrown instanceof AttemptTimeout) return failureOfTimeout(facts);
  if (thrown instanceof NotAResponse) {
    const message = 'The fetch option must return a Response, as the runtime’s own fetch does.';
    return {
      error: new InvalidRequestError(message, { ...details, code: 'OPTION_INVALID' }),
      sent: 'never',
    };
  }
  const { thrown: below, status } =
    thrown instanceof FetchFailed ? thrown : new FetchFailed(thrown);
  const { code, perhapsSent } = readNetworkFailure(below);
  const cause = safeCause(below, redact);
  const message = `No whole answer from ${url}: ${networkFailures[code]}.`;
  return {
    error: new (classOf(code))(message, { ...details, code, status, cause }),
    // Once its head has come, the service has had the request, whatever the error looks like.
    sent: perhapsSent || status !== undefined ? 'perhaps' : 'no',
  };
}

function failureOfTimeout({ url, attempt, retries, timeout, deadline }: AttemptFacts): Failure {
  const details = { url, attempts: attempt, retries };
  if (deadline === undefined) {
    const message = `No whole answer from ${url} within the timeout of ${timeout} ms; the request may have been processed. Raise timeout if this happens often.`;
    return { error: new TimeoutError(message, { ...details, code: 'TIMEOUT' }), sent: 'perhaps' };
  }
  return { error: deadlineExceeded({ ...details, deadline }), sent: 'never' };
}

/** The call as a whole took too long. */
export function deadlineExceeded(facts: {
  readonly url: string;
  readonly attempts: number;
  readonly retries: readonly Retry[];
  readonly deadline: number;
}): TimeoutError {
  const { url, attempts, retries, deadline } = facts;
  const message = `No whole answer from ${url} within the deadline of ${deadline} ms; the request may have been processed. Raise deadline if this happens often.`;
  return new TimeoutError(message, { code: 'DEADLINE_EXCEEDED', url, attempts, retries });
}

function classOf(code: keyof typeof networkFailures): typeof ConnectionError | typeof HttpError {
  if (code === 'RESPONSE_UNREADABLE') return HttpError;
  return code === 'TIMEOUT' || code === 'CONNECT_TIMEOUT' ? TimeoutError : ConnectionError;
}
