/** Kinds of versions, as Semantic Versioning and changesets name them, and steps between versions. */
import type { Bump } from '../../scripts/spec-diff/change.ts';

const order: readonly (Bump | undefined)[] = [undefined, 'patch', 'minor', 'major'];

export const isAtLeast = (bump: Bump | undefined, needed: Bump | undefined): boolean =>
  order.indexOf(bump) >= order.indexOf(needed);

export function greatest(bumps: readonly (Bump | undefined)[]): Bump | undefined {
  return bumps.reduce((a, b) => (isAtLeast(a, b) ? a : b), undefined);
}

/** Before 1.0.0 a minor version may break, as Semantic Versioning has it. */
export function underVersion(version: string, bump: Bump | undefined): Bump | undefined {
  return version.startsWith('0.') && bump === 'major' ? 'minor' : bump;
}

type Version = readonly [major: number, minor: number, patch: number];

/** Without pre-releases: this package has none. */
export function parseVersion(text: string): Version {
  const [, major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(text) ?? [];
  if (patch === undefined) throw new Error(`${text} is not a version such as 1.2.3.`);
  return [Number(major), Number(minor), Number(patch)];
}

/** What kind of step leads from one version to a later one; `undefined` when it is not later. */
export function bumpBetween(from: string, to: string): Bump | undefined {
  const [a, b] = [parseVersion(from), parseVersion(to)];
  const at = a.findIndex((part, index) => part !== b[index]);
  if (at === -1 || (a[at] ?? 0) > (b[at] ?? 0)) return undefined;
  return (['major', 'minor', 'patch'] as const)[at];
}
