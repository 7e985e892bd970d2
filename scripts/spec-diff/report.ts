/** What a person reads of a comparison: the changes, the version that they need, the changeset's text. */
import { existsSync, readFileSync } from 'node:fs';
import type { Print } from '../print.ts';
import { type Bump, bumpOf, type SpecChange } from './change.ts';

/**
 * Prints the report; gives whether something breaks.
 *
 * @param packageName - Whose next version it is about.
 */
export function reportChanges(
  changes: readonly SpecChange[],
  packageName: string,
  print: Print,
): boolean {
  const bump = bumpOf(changes);
  if (bump === undefined) {
    print('The documents are equivalent.');
    return false;
  }
  list('Breaking', changes, ['major'], print);
  list('Compatible', changes, ['minor', 'patch'], print);
  print(`This needs a ${bump} version. The changeset (.changeset/spec.md):\n`);
  print(changesetOf(changes, bump, packageName));
  return bump === 'major';
}

/** The package whose folder npm starts a script in: the one that is released with the client in it. */
export function packageName(): string {
  const manifest = existsSync('package.json') ? readFileSync('package.json', 'utf8') : '{}';
  const { name } = JSON.parse(manifest) as { name?: unknown };
  return typeof name === 'string' ? name : 'your-package';
}

function list(
  title: string,
  changes: readonly SpecChange[],
  wanted: readonly Bump[],
  print: Print,
): void {
  const chosen = changes.filter(({ bump }) => wanted.includes(bump));
  if (chosen.length === 0) return;
  print(`${title}:`);
  for (const { bump, pointer, message, direction } of chosen) {
    const where = direction === undefined ? pointer : `${pointer} (${direction})`;
    print(`  ${bump}  ${message}\n         ${where}`);
  }
  print('');
}

/** What changesets reads: the package with the kind of version, and the lines of the change log. */
function changesetOf(changes: readonly SpecChange[], bump: Bump, packageName: string): string {
  const told = changes.filter((change) => change.bump !== 'patch');
  const lines = told.map(({ bump: own, message }) =>
    own === 'major' ? `- **Breaking:** ${message}` : `- ${message}`,
  );
  const text =
    lines.length > 0 ? lines.join('\n') : 'The spec describes the services more exactly.';
  return `---\n'${packageName}': ${bump}\n---\n\n${text}\n`;
}
