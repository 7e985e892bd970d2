/** The changesets that wait for a version. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { Bump } from '../../scripts/spec-diff/change.ts';

export interface Changeset {
  readonly file: string;
  readonly bump: Bump;
}

export function pendingChangesets(folder: string, packageName: string): Changeset[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.md') && name !== 'README.md')
    .map((file) => ({ file, bump: bumpIn(readFileSync(join(folder, file), 'utf8'), file) }));

  function bumpIn(text: string, file: string): Bump {
    const [, head, body = ''] = /^---\n([^]*?)\n---\n([^]*)$/.exec(text) ?? [];
    const bumps = (head === undefined ? {} : parse(head)) as Partial<Record<string, Bump>>;
    const bump = bumps[packageName];
    if (bump === undefined || !['patch', 'minor', 'major'].includes(bump)) {
      throw new Error(`${file} does not say patch, minor or major for ${packageName}.`);
    }
    if (body.trim() === '') throw new Error(`${file} says nothing to the person who upgrades.`);
    return bump;
  }
}
