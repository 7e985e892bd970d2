/** Decides whether a failed attempt is retried, and after how long. Knows no clock and no socket. */
import { ConnectionError, type MinFraudError } from '../errors.ts';
import { processingOf } from '../failure/processing.ts';

/** What the decision depends on apart from the failure itself. */
export interface RetryState {
  /** Of the attempt that failed; counts from 1. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** The spec's `x-retryable`: the operation does no harm, and costs nothing, when done twice. */
  readonly retryable: boolean;
  /** Until the call's deadline, in ms. */
  readonly remaining: number;
  /** 0 ≤ random < 1. */
  readonly random: number;
}

/** The first wait is up to this long, the second up to twice as long, and so on. */
const firstBackoff = 250;
const longestBackoff = 8_000;

/**
 * A service that asks for a longer wait gets it from the caller, who sees the error with its
 * `retryAfter` at once: returning early would be rude, and waiting for minutes is not our decision.
 */
export const longestRetryAfter = 30_000;

/** Milliseconds to wait before the next attempt, or `undefined`: do not retry. */
export function retryDelay(error: MinFraudError, state: RetryState): number | undefined {
  if (state.attempt > state.maxRetries || !mayRetry(error, state.retryable)) return undefined;
  const asked = (error.retryAfter ?? 0) * 1000;
  if (asked > longestRetryAfter) return undefined;
  // Full jitter: clients that failed together do not come back together.
  const backoff = Math.min(longestBackoff, firstBackoff * 2 ** (state.attempt - 1));
  const delay = Math.max(asked, Math.round(state.random * backoff));
  return delay < state.remaining ? delay : undefined;
}

function mayRetry(error: MinFraudError, retryable: boolean): boolean {
  switch (processingOf(error)) {
    case 'not-sent':
      // What this package itself did not send will not be better the next time.
      return ConnectionError.is(error);
    case 'refused':
      return error.status === 429 || error.status === 503;
    case 'perhaps-processed':
      // A query that is sent twice may be billed twice.
      return retryable && isPassing(error);
  }
}

/** Whether the next attempt may well succeed. */
function isPassing(error: MinFraudError): boolean {
  const { code, status = 0 } = error;
  if (code === 'DEADLINE_EXCEEDED') return false;
  if (ConnectionError.is(error) || code === 'RESPONSE_UNREADABLE') return true;
  return status >= 500 || status === 408 || status === 421 || status === 425;
}
