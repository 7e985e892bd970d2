/** Ctrl-C, a friendly `kill`, a closed terminal: once to come to an end in order, twice to end at once. */

/** In milliseconds. npm passes Ctrl-C on to a program that the terminal has told already. */
const sameAsk = 500;

/** @returns what takes the listener away again. */
export function onInterrupt(stop: () => void): () => void {
  let asked: number | undefined;
  const listener = (signal: NodeJS.Signals): void => {
    if (asked === undefined) {
      asked = performance.now();
      stop();
      return;
    }
    // A terminal that is closed says so more than once, and nobody is left to ask for anything.
    if (signal !== 'SIGHUP' && performance.now() - asked > sameAsk) process.exit(130);
  };
  const signals = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;
  for (const signal of signals) process.on(signal, listener);
  return () => {
    for (const signal of signals) process.off(signal, listener);
  };
}
