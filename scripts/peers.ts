/** The packages that the compiler needs and the command line does not bring: optional peers of its manifest. */
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { peerDependencies as ranges } from '../packages/cli/package.json';

/** A package that `minfraud-cli` names as a peer, with the range that works. */
export type Peer = keyof typeof ranges;

/** Thrown when a package is not there; the message is one line that says what to install. */
export class MissingPeerError extends Error {
  override readonly name = 'MissingPeerError';
}

/**
 * Throws a MissingPeerError that names every package that is missing or cannot be used.
 *
 * @param purpose - What needs them: the beginning of a sentence.
 */
export function requirePeers(purpose: string, names: readonly Peer[]): void {
  const missing = names.filter((name) => !isThere(name));
  if (missing.length === 0) return;
  const packages = missing.map((name) => `"${name}@${ranges[name]}"`).join(' ');
  throw new MissingPeerError(
    `${purpose} needs ${missing.join(' and ')}: npm install --save-dev ${packages}`,
  );
}

/** TypeScript 7 is a program, without the functions that the generators call. */
function isThere(name: string): boolean {
  try {
    const path = resolvePeer(`${name}/package.json`);
    if (name !== 'typescript') return true;
    const { version } = createRequire(path)(path) as { version: string };
    return Number.parseInt(version, 10) < 7;
  } catch {
    return false;
  }
}

/** A peer's exports, from where {@link resolvePeer} finds it: an `import` looks next to this compiler only. */
export function loadPeer(specifier: string): unknown {
  const path = resolvePeer(specifier);
  return createRequire(path)(path);
}

/** The path of a module: next to this compiler, or in the project whose folder npm starts a script in. */
export function resolvePeer(specifier: string): string {
  const places = [import.meta.url, join(process.cwd(), 'package.json')];
  for (const [index, place] of places.entries()) {
    try {
      return createRequire(place).resolve(specifier);
    } catch (error) {
      if (index === places.length - 1) throw error;
    }
  }
  throw new Error(`There is no ${specifier}.`);
}
