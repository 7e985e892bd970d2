/** Where the client runs: variables of the environment, where there is one, and whether it is a browser. */

/**
 * A polluted Object.prototype sets none. The core runs where there is no `process`, and on Deno reading one
 * may need permission.
 */
export function environmentVariable(name: string): string | undefined {
  if (name in Object.prototype || 'process' in Object.prototype) return undefined;
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name]?.trim();
  } catch {
    return undefined;
  }
}

/** Node, Deno, Bun and Workers may have a `navigator` too, but none that calls itself Mozilla. */
export function isBrowser(): boolean {
  const { window, WorkerGlobalScope, navigator } = globalThis as {
    window?: { document?: unknown };
    /** Of the workers of a page, which have no document. */
    WorkerGlobalScope?: unknown;
    navigator?: { userAgent?: string };
  };
  if (window?.document !== undefined) return true;
  return WorkerGlobalScope !== undefined && (navigator?.userAgent ?? '').startsWith('Mozilla/');
}
