/** Reads variables of the environment, where there is one. A polluted Object.prototype sets none. */

/** The core runs where there is no `process`, and on Deno reading one may need permission. */
export function environmentVariable(name: string): string | undefined {
  if (name in Object.prototype || 'process' in Object.prototype) return undefined;
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name]?.trim();
  } catch {
    return undefined;
  }
}
