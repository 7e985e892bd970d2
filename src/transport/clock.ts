/** Time and chance, in one place where a test can stand in for them. */
import { onAbort } from './abort.ts';

export interface Clock {
  /** Milliseconds from some fixed moment; never goes back. */
  monotonic(): number;
  /** Milliseconds since the epoch. */
  wall(): number;
  /** 0 ≤ random < 1. */
  random(): number;
  /** Rejects at once with the signal's reason when it is aborted. Leaves no timer, no listener. */
  sleep(ms: number, signal: AbortSignal | undefined): Promise<void>;
}

export const systemClock: Clock = {
  monotonic: () => performance.now(),
  wall: () => Date.now(),
  random: () => Math.random(),
  sleep: (ms, signal) =>
    new Promise((resolve, reject) => {
      const timer = setTimeout(() => {
        release?.();
        resolve();
      }, ms);
      const abort = (): void => {
        clearTimeout(timer);
        release?.();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort reason is the caller's own value
        reject(signal?.reason);
      };
      const release = signal && onAbort(signal, abort);
      // A hook may have aborted before the wait.
      if (signal?.aborted === true) abort();
    }),
};
