/** Runs functions of the application that must not be able to harm a call or the process. */

/**
 * Runs a callback. What it throws, and what a promise that it returns rejects with, goes to `failed`;
 * a promise is not waited for.
 */
export function runCallback(run: () => unknown, failed: () => void): void {
  try {
    const returned = run();
    if (typeof returned !== 'object' || returned === null || !('then' in returned)) return;
    // A promise of our own takes over whatever kind of promise this is, and what its `then` throws.
    new Promise((resolve) => resolve(returned)).catch(failed);
  } catch {
    failed();
  }
}
