import { describe, expect, test } from '@jest/globals';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';

interface Job {
  readonly name?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
}

interface Workflow {
  readonly permissions: unknown;
  readonly jobs: Readonly<Record<string, Job>>;
}

const folder = '.github/workflows';
const files = readdirSync(folder);
const textOf = (file: string): string => readFileSync(join(folder, file), 'utf8');
const jobsOf = (file: string): [string, Job][] =>
  Object.entries((parse(textOf(file)) as Workflow).jobs);

describe.each(files)('workflow %s', (file) => {
  test('gives nothing to a job that does not ask for it', () => {
    expect((parse(textOf(file)) as Workflow).permissions).toEqual({});
    expect(jobsOf(file).filter(([, { permissions }]) => permissions === undefined)).toEqual([]);
  });

  test('pins every action by a commit, and names its version', () => {
    const uses = textOf(file)
      .split('\n')
      .filter((line) => /^\s*-? *uses:/.test(line));
    expect(uses.length).toBeGreaterThan(0);
    expect(uses.filter((line) => !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))).toEqual([]);
  });

  test('runs only npm scripts that exist', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = [...textOf(file).matchAll(/npm run ([\w:-]+)/g)].map(([, name]) => name ?? '');
    expect(named.filter((name) => !(name in scripts))).toEqual([]);
  });
});

test('an action has one version in all workflows', () => {
  const pins = files.flatMap((file) =>
    [...textOf(file).matchAll(/uses: (\S+)@(\S+) # (\S+)/g)].map(([, action, hash, version]) => {
      return { action, pin: `${hash ?? ''} ${version ?? ''}` };
    }),
  );
  const actions = new Set(pins.map(({ action }) => action));
  expect(new Set(pins.map(({ action, pin }) => `${action ?? ''} ${pin}`)).size).toBe(actions.size);
});

test('only the job that publishes can sign, and it runs nothing of the repository', () => {
  const all = files.flatMap((file) => jobsOf(file));
  const signing = all.filter(([, { permissions }]) => permissions?.['id-token'] !== undefined);
  expect(signing.map(([id]) => id)).toEqual(['publish']);
  const steps = signing.flatMap(([, job]) => job.steps);
  expect(steps.some(({ uses }) => uses?.startsWith('actions/checkout'))).toBe(false);
  expect(steps.flatMap(({ run }) => run ?? []).join()).toContain('--ignore-scripts');
});
