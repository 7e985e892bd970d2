/** What a comparison of two specs finds. */

export type Bump = 'major' | 'minor' | 'patch';

/** Which way a value goes that changed: to the service, or from it. */
export type Direction = 'requests' | 'responses' | 'requests and responses';

/** One difference, and the version that it needs. */
export interface SpecChange {
  readonly bump: Bump;
  /** JSON Pointer, in the revision, or in the base for what is gone. */
  readonly pointer: string;
  readonly message: string;
  readonly direction?: Direction;
}

const bumps: readonly Bump[] = ['major', 'minor', 'patch'];

/** The version that all changes together need; `undefined` where nothing changed. */
export function bumpOf(changes: readonly SpecChange[]): Bump | undefined {
  return bumps.find((bump) => changes.some((change) => change.bump === bump));
}

/** Breaking changes first. */
export function breakingFirst(changes: readonly SpecChange[]): SpecChange[] {
  return [...changes].sort((a, b) => bumps.indexOf(a.bump) - bumps.indexOf(b.bump));
}
