/** Reads variables of the environment, where there is one. */

/** The core runs where there is no `process`, and on Deno reading one may need permission. */
export function environmentVariable(name: string): string | undefined {
  try {
    const { process } = globalThis as { process?: { env?: Record<string, string | undefined> } };
    return process?.env?.[name]?.trim();
  } catch {
    return undefined;
  }
}
