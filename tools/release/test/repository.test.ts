import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pendingChangesets } from '../changesets.ts';
import { lastRelease } from '../last-release.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-release-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function git(...parameters: string[]): void {
  const who = ['-c', 'user.name=Test', '-c', 'user.email=test@example.com'];
  execFileSync('git', [...who, ...parameters], { cwd: folder, stdio: 'ignore' });
}

function commit(text: string): void {
  writeFileSync(join(folder, 'file.txt'), text);
  git('add', '.');
  git('commit', '-m', text);
}

describe('the last release', () => {
  let ofNoTag: unknown;

  beforeAll(() => {
    git('init', '--initial-branch', 'main');
    commit('one');
    ofNoTag = lastRelease(folder);
    git('tag', 'v1.9.0');
    commit('two');
    git('tag', 'v1.10.0');
    git('tag', 'v2.0.0-rc.1');
    commit('three');
    git('checkout', '-b', 'other');
    commit('elsewhere');
    git('tag', 'v3.0.0');
    git('checkout', 'main');
  });

  test('is the highest tag of a version in this history', () => {
    expect(ofNoTag).toBeUndefined();
    expect(lastRelease(folder)).toMatchObject({ tag: 'v1.10.0', version: '1.10.0' });
    expect(lastRelease(folder, 'v1.10.0')).toMatchObject({ tag: 'v1.9.0' });
  });

  test('has files as they were', () => {
    const release = lastRelease(folder);
    expect(release?.file('file.txt')).toBe('two');
    expect(release?.file('missing.txt')).toBeUndefined();
  });
});

describe('changesets', () => {
  const file = (): string => join(folder, 'a.md');
  const read = (): unknown => pendingChangesets(folder, ['minfraud-sdk', 'minfraud-cli']);
  beforeEach(() => {
    rmSync(file(), { force: true });
  });

  test('say which kind of version they need', () => {
    writeFileSync(join(folder, 'README.md'), 'Not one.');
    expect(read()).toEqual([]);
    writeFileSync(file(), "---\n'minfraud-sdk': minor\n---\n\nMore.\n");
    expect(read()).toEqual([{ file: 'a.md', bump: 'minor' }]);
    writeFileSync(file(), "---\n'minfraud-sdk': patch\n'minfraud-cli': major\n---\n\nMore.\n");
    expect(read()).toEqual([{ file: 'a.md', bump: 'major' }]);
  });

  test('that say no kind, or nothing, are refused', () => {
    writeFileSync(file(), "---\n'another': minor\n---\n\nMore.\n");
    expect(read).toThrow('a.md is for another: no package of ours.');
    writeFileSync(file(), "---\n'minfraud-sdk': minor\n'minfraud-cli': none\n---\n\nMore.\n");
    expect(read).toThrow('a.md does not say patch, minor or major for minfraud-sdk,minfraud-cli.');
    writeFileSync(file(), "---\n'minfraud-sdk': huge\n---\n\nMore.\n");
    expect(read).toThrow('a.md does not say');
    writeFileSync(file(), 'no head');
    expect(read).toThrow('a.md does not say');
    writeFileSync(file(), "---\n'minfraud-sdk': patch\n---\n\n");
    expect(read).toThrow('a.md says nothing to the person who upgrades.');
  });
});
