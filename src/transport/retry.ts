/** Decides whether a failed attempt is repeated, and after how long. Knows no clock and no socket. */
import type { Failure } from '../failure/attempt-failure.ts';

/** What the decision depends on apart from the failure itself. */
export interface RetryState {
  /** Of the attempt that failed; counts from 1. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** The spec's `x-repeatable`: the operation does no harm, and costs nothing, when done twice. */
  readonly repeatable: boolean;
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

/** Milliseconds to wait before the next attempt, or `undefined`: do not repeat. */
export function retryDelay(failed: Omit<Failure, 'error'>, state: RetryState): number | undefined {
  if (state.attempt > state.maxRetries || !mayRepeat(failed, state.repeatable)) return undefined;
  const asked = failed.retryAfter ?? 0;
  if (asked > longestRetryAfter) return undefined;
  // Full jitter: clients that failed together do not come back together.
  const backoff = Math.min(longestBackoff, firstBackoff * 2 ** (state.attempt - 1));
  const delay = Math.max(asked, Math.round(state.random * backoff));
  return delay < state.remaining ? delay : undefined;
}

function mayRepeat(
  { sent, status = 0, retryAfter }: Omit<Failure, 'error'>,
  repeatable: boolean,
): boolean {
  switch (sent) {
    case 'no':
      return true;
    case 'perhaps':
      return repeatable;
    case 'answered':
      if (status === 429) return true;
      // With Retry-After the service says that it refused. A bare 503 may come from a proxy that has
      // passed the order on, and a query that is sent twice may be billed twice.
      if (status === 503 && retryAfter !== undefined) return true;
      return repeatable && (status >= 500 || status === 408 || status === 421 || status === 425);
    case 'never':
      return false;
  }
}
