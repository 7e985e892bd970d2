/** Whether version, changesets and change log fit what changed since the last release. */
import type { Bump } from '../../scripts/spec-diff/change.ts';
import { bumpBetween, isAtLeast, underVersion } from './bump.ts';

export interface ReleaseState {
  /** Of package.json. */
  readonly version: string;
  /** Of the last tag `v…`; `undefined` before the first release. */
  readonly released: string | undefined;
  /** The greatest kind among the changesets that wait; `undefined` without any. */
  readonly pending: Bump | undefined;
  /** What the comparison with the last release asks for. */
  readonly needed: Bump | undefined;
  /** The change log of each package. */
  readonly changeLogs: Readonly<Record<string, string>>;
}

/** The section of a version in the change log, without its heading. */
export function notesOf(changeLog: string, version: string): string | undefined {
  const section = changeLog.split(/^## /m).find((part) => part.startsWith(`${version}\n`));
  return section?.slice(version.length).trim();
}

/** The notes of a release of all packages: what they share is said once. */
export function notesOfAll(changeLogs: ReleaseState['changeLogs'], version: string): string {
  const named = new Map<string, string[]>();
  for (const [name, changeLog] of Object.entries(changeLogs)) {
    const notes = withoutOwnVersions(notesOf(changeLog, version) ?? '');
    if (notes !== '') named.set(notes, [...(named.get(notes) ?? []), name]);
  }
  return [...named].map(([notes, names]) => `## ${names.join(', ')}\n\n${notes}\n`).join('\n');
}

/** changesets lists the new versions of our own packages, which is no news. */
function withoutOwnVersions(notes: string): string {
  return notes
    .replaceAll(/^- Updated dependencies.*\n?(?:^ {2}- minfraud-.*\n?)*/gm, '')
    .replaceAll(/^### .*\n\s*(?=### |$(?![^]))/gm, '')
    .trim();
}

/** What is wrong, each with what to do about it. Nothing when a release may be made. */
export function problemsOf(state: ReleaseState): string[] {
  const { version, released, pending, changeLogs } = state;
  const step = bumpBetween(released ?? '0.0.0', version);
  if (step !== undefined) {
    // The version has been made: `npx changeset version` took the changesets.
    return [
      ...(pending === undefined
        ? []
        : ['Changesets wait although the version is new: run `npx changeset version` again.']),
      ...Object.entries(changeLogs)
        .filter(([, changeLog]) => notesOf(changeLog, version) === undefined)
        .map(
          ([name]) =>
            `The CHANGELOG.md of ${name} has no section "## ${version}": make it by \`npx changeset version\`.`,
        ),
      ...tooSmall(step, state),
    ];
  }
  if (version !== (released ?? '0.0.0')) {
    return [
      `package.json has ${version}, which is before the last release, ${released ?? 'none'}.`,
    ];
  }
  if (pending === undefined) {
    return ['No changeset waits: run `npx changeset`, and tell the person who upgrades.'];
  }
  return tooSmall(pending, state);
}

function tooSmall(bump: Bump, { released, needed }: ReleaseState): string[] {
  const asked = underVersion(released ?? '0.0.0', needed);
  if (released === undefined || isAtLeast(bump, asked)) return [];
  return [`The changes need a ${asked ?? ''} version, and this is a ${bump} one: add a changeset.`];
}
