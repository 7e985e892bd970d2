/** The changesets that wait for a version. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Bump } from '../../scripts/spec-diff/change.ts';
import { greatest } from './bump.ts';

export interface Changeset {
  readonly file: string;
  readonly bump: Bump;
}

/** @param packageNames - The packages that are released together: a changeset is for one of them or more. */
export function pendingChangesets(folder: string, packageNames: readonly string[]): Changeset[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((file) => ({ file, bump: bumpIn(readFileSync(join(folder, file), 'utf8'), file) }));

  function bumpIn(text: string, file: string): Bump {
    const [, head, body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
    const said = Object.entries((head === undefined ? {} : parse(head)) as Record<string, unknown>);
    const strange = said.filter(([name]) => !packageNames.includes(name)).map(([name]) => name);
    if (strange.length > 0)
      throw new Error(`${file} is for ${strange.join()}: no package of ours.`);
    const bump = greatest(said.map(([, kind]) => kindOf(kind)));
    if (bump === undefined || said.some(([, kind]) => kindOf(kind) === undefined)) {
      throw new Error(`${file} does not say patch, minor or major for ${packageNames.join()}.`);
    }
    if (body.trim() === '') throw new Error(`${file} says nothing to the person who upgrades.`);
    return bump;
  }
}

function kindOf(kind: unknown): Bump | undefined {
  return (['patch', 'minor', 'major'] as const).find((known) => known === kind);
}
