/**
 * Hears of a caller's abort with one listener a signal, however many calls share it: a server that
 * gives its shutdown signal to every call would else be warned of a leak at the eleventh.
 */

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
