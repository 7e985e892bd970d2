/** Time and chance, in one place where a test can stand in for them. */

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
      const end = (): void => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', end);
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort reason is the caller's own value
        if (signal?.aborted === true) reject(signal.reason);
        else resolve();
      };
      const timer = setTimeout(end, ms);
      if (signal?.aborted === true) end();
      else signal?.addEventListener('abort', end);
    }),
};
