/** The time, as a run sees it. */
import { setTimeout as wait } from 'node:timers/promises';

export interface Clock {
  /** In milliseconds, from any beginning. */
  readonly now: () => number;
  /** Resolves then, or when the signal is aborted. */
  readonly sleep: (milliseconds: number, signal: AbortSignal) => Promise<void>;
}

/** Timers take a longer time for none. */
const longestTimer = 2 ** 31 - 1;

export const systemClock: Clock = {
  now: () => performance.now(),
  sleep: (milliseconds, signal) =>
    wait(Math.min(milliseconds, longestTimer), undefined, { signal }).catch(() => undefined),
};
