/** The last release: the tag `v…` with the highest version in this history, and files as it had them. */
import { execFileSync } from 'node:child_process';
import { parseVersion } from './bump.ts';

export interface LastRelease {
  readonly tag: string;
  readonly version: string;
  /** A file as it was; `undefined` when it was not there. */
  readonly file: (path: string) => string | undefined;
}

/** @param making the tag of the release that is being made, which is not the last one */
export function lastRelease(folder: string, making?: string): LastRelease | undefined {
  const git = (...parameters: string[]): string =>
    execFileSync('git', parameters, {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  const merged = ['tag', '--list', 'v[0-9]*', '--merged', 'HEAD', '--sort=-version:refname'];
  const tag = git(...merged)
    .split('\n')
    .find((name) => /^v\d+\.\d+\.\d+$/.test(name) && name !== making);
  if (tag === undefined) return undefined;
  const version = tag.slice(1);
  parseVersion(version);
  const paths = git('ls-tree', '-r', '--name-only', tag).split('\n');
  return {
    tag,
    version,
    file: (path) => (paths.includes(path) ? git('show', `${tag}:${path}`) : undefined),
  };
}
