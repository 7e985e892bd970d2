/**
 * Time, chance and the abort of a caller, in one place where a test can stand in for them. A signal gets one
 * listener, however many calls share it: a server that gives its shutdown signal to every call would else be
 * warned of a leak at the eleventh.
 */

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

/** The calls that wait on one signal. */
interface Waiting {
  readonly callbacks: Set<() => void>;
  readonly tellAll: () => void;
}

const waiting = new WeakMap<AbortSignal, Waiting>();

/** Runs `callback` at the abort; the function returned takes that back. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const { callbacks, tellAll } = waiting.get(signal) ?? listen(signal);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    // The last call takes the listener along: a long-lived signal is left as it was found.
    if (callbacks.size === 0) {
      signal.removeEventListener('abort', tellAll);
      waiting.delete(signal);
    }
  };
}

function listen(signal: AbortSignal): Waiting {
  const callbacks = new Set<() => void>();
  const tellAll = (): void => {
    for (const tell of callbacks) tell();
  };
  const listening = { callbacks, tellAll };
  signal.addEventListener('abort', tellAll);
  waiting.set(signal, listening);
  return listening;
}
