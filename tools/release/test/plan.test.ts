import { describe, expect, test } from '@jest/globals';
import { notesOf, notesOfAll, problemsOf, type ReleaseState } from '../plan.ts';

const state: ReleaseState = {
  version: '1.2.3',
  released: '1.2.3',
  pending: 'minor',
  needed: 'minor',
  changeLogs: { 'minfraud-sdk': '# minfraud-sdk\n\n## 1.2.3\n' },
};

describe('before the version is made', () => {
  test('a changeset of the right kind is all it takes', () => {
    expect(problemsOf(state)).toEqual([]);
    expect(problemsOf({ ...state, pending: 'major' })).toEqual([]);
  });

  test('a changeset is wanted', () => {
    expect(problemsOf({ ...state, pending: undefined })).toEqual([
      'No changeset waits: run `npx changeset`, and tell the person who upgrades.',
    ]);
  });

  test('a changeset that is too small is refused', () => {
    expect(problemsOf({ ...state, needed: 'major' })).toEqual([
      'The changes need a major version, and this is a minor one: add a changeset.',
    ]);
  });

  test('before 1.0.0 what breaks is a minor version', () => {
    const early = { ...state, version: '0.2.0', released: '0.2.0', needed: 'major' } as const;
    expect(problemsOf(early)).toEqual([]);
  });

  test('a first release is whatever its changesets say', () => {
    const first = {
      ...state,
      version: '0.0.0',
      released: undefined,
      changeLogs: { 'minfraud-sdk': '' },
    };
    expect(problemsOf(first)).toEqual([]);
    expect(problemsOf({ ...first, pending: undefined })).toHaveLength(1);
  });
});

describe('when the version is made', () => {
  const changeLogs = { 'minfraud-sdk': '#\n\n## 1.3.0\n\n', 'minfraud-cli': '#\n\n## 1.3.0\n' };
  const made = { ...state, version: '1.3.0', pending: undefined, changeLogs };

  test('the change log has its section, and no changeset waits', () => {
    expect(problemsOf(made)).toEqual([]);
    const unwritten = { ...changeLogs, 'minfraud-cli': '' };
    expect(problemsOf({ ...made, changeLogs: unwritten })).toEqual([
      expect.stringContaining('of minfraud-cli has no section "## 1.3.0"'),
    ]);
    expect(problemsOf({ ...made, pending: 'patch' })[0]).toContain('Changesets wait');
  });

  test('the version is great enough for what changed', () => {
    expect(problemsOf({ ...made, needed: 'major' })[0]).toContain('need a major version');
  });

  test('it is not before the last release', () => {
    expect(problemsOf({ ...made, version: '1.1.0' })[0]).toContain(
      'before the last release, 1.2.3',
    );
  });

  test('so is a first one', () => {
    const first = { ...made, version: '0.1.0', released: undefined };
    const written = { 'minfraud-sdk': '\n## 0.1.0\n' };
    expect(problemsOf({ ...first, changeLogs: written })).toEqual([]);
  });
});

test('the notes of all packages say once what they share, and nothing of their own versions', () => {
  const section = (notes: string): string =>
    `# A package\n\n## 1.3.0\n\n${notes}\n## 1.2.3\n\n- Old.\n`;
  const notes = notesOfAll(
    {
      'minfraud-sdk': section('### Minor Changes\n\n- abc: More.\n'),
      'minfraud-emulator': section(
        '### Patch Changes\n\n- Updated dependencies [abc]\n  - minfraud-sdk@1.3.0\n',
      ),
      'minfraud-cli': section(
        '### Minor Changes\n\n- abc: More.\n\n### Patch Changes\n\n- Updated dependencies [abc]\n- Updated dependencies\n  - minfraud-sdk@1.3.0\n  - minfraud-emulator@1.3.0\n',
      ),
    },
    '1.3.0',
  );
  expect(notes).toBe('## minfraud-sdk, minfraud-cli\n\n### Minor Changes\n\n- abc: More.\n');
});

test('the notes of a release are its section of the change log', () => {
  const changeLog =
    '# minfraud-sdk\n\n## 1.3.0\n\n### Minor Changes\n\n- More.\n\n## 1.2.3\n\n- Less.\n';
  expect(notesOf(changeLog, '1.3.0')).toBe('### Minor Changes\n\n- More.');
  expect(notesOf(changeLog, '1.2.3')).toBe('- Less.');
  expect(notesOf(changeLog, '1.2')).toBeUndefined();
});
