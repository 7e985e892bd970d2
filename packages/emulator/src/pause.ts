/** Waits, but no longer than the one who waits is there. */

export function pause(milliseconds: number | undefined, ending: AbortSignal): Promise<void> {
  if (!milliseconds || ending.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      ending.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    ending.addEventListener('abort', done);
  });
}
