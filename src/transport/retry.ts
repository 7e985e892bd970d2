/** Decides whether a failed attempt is repeated, and after how long. Knows no clock and no socket. */

/** What is known about a failed attempt. */
export interface FailedAttempt {
  /**
   * `no`: not a byte can have arrived. `perhaps`: no whole answer came. `answered`: an error
   * status came. `never`: repeating cannot help or is not wanted.
   */
  readonly sent: 'no' | 'perhaps' | 'answered' | 'never';
  readonly status?: number | undefined;
  /** What the service asked for, in ms. */
  readonly retryAfter?: number | undefined;
}

/** What the decision depends on beside the failure itself. */
export interface RetryState {
  /** Of the attempt that failed; counts from 1. */
  readonly attempt: number;
  readonly maxRetries: number;
  /** The spec's `x-repeatable`: the operation does no harm, and costs nothing, when done twice. */
  readonly repeatable: boolean;
  /** Until the call's deadline, in ms; Infinity without one. */
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
export function retryDelay(failed: FailedAttempt, state: RetryState): number | undefined {
  if (state.attempt > state.maxRetries || !mayRepeat(failed, state.repeatable)) return undefined;
  const asked = failed.retryAfter ?? 0;
  if (asked > longestRetryAfter) return undefined;
  // Full jitter: clients that failed together do not come back together.
  const backoff = Math.min(longestBackoff, firstBackoff * 2 ** (state.attempt - 1));
  const delay = Math.max(asked, Math.round(state.random * backoff));
  return delay < state.remaining ? delay : undefined;
}

function mayRepeat({ sent, status = 0 }: FailedAttempt, repeatable: boolean): boolean {
  switch (sent) {
    case 'no':
      return true;
    case 'perhaps':
      return repeatable;
    case 'answered':
      // These two say that the service did not take the request; of other failures on its side
      // we cannot know whether a query was billed.
      if (status === 429 || status === 503) return true;
      return repeatable && (status >= 500 || status === 408);
    case 'never':
      return false;
  }
}
