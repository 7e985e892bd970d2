/** Reads the target of a request line, which may hold anything. */

/**
 * The URL of a target in origin form (`/path?query`) or absolute form (`http://host/path`); undefined
 * when it is neither. `//host/` is a path here, as the RFC has it, and never a host.
 */
export function readTarget(target: string): URL | undefined {
  const path = /^https?:\/\/[^/?#]*(.*)$/is.exec(target)?.[1] ?? target;
  const rooted = path === '' || path.startsWith('?') ? `/${path}` : path;
  if (!rooted.startsWith('/')) return undefined;
  try {
    // The host is of no interest, but URL wants one.
    return new URL(`http://emulator.invalid${rooted}`);
  } catch {
    return undefined;
  }
}
