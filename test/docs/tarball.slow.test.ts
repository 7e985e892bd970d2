import { beforeAll, describe, expect, test } from '@jest/globals';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localLinks, targets } from './links.ts';
import { pages, root } from './pages.ts';

interface Manifest {
  readonly repository: { readonly url: string };
  readonly homepage: string;
  readonly bugs: { readonly url: string };
}

const { repository, homepage, bugs } = JSON.parse(
  readFileSync(join(root, 'package.json'), 'utf8'),
) as Manifest;
/** The page of the repository, which pages link for what is not in the tarball. */
const home = repository.url.replace(/^git\+|\.git$/g, '');

let packed: readonly string[];

beforeAll(() => {
  const pack = ['pack', '--dry-run', '--json', '--ignore-scripts'];
  const [{ files }] = JSON.parse(execFileSync('npm', pack, { cwd: root, encoding: 'utf8' })) as [
    { files: { path: string }[] },
  ];
  packed = files.map(({ path }) => path);
});

describe('the tarball', () => {
  test('has what a reader asks for', () => {
    const asked = ['README.md', 'LICENSE', 'SECURITY.md', 'CHANGELOG.md', 'THIRD_PARTY_NOTICES.md'];
    const guides = pages().filter((page) => page.startsWith('docs/'));
    expect([...asked, ...guides].filter((file) => !packed.includes(file))).toEqual([]);
  });

  test('has no tests, no sources and no source maps', () => {
    expect(packed.filter((file) => /^(?:test|src|spec|scripts)\/|\.map$/.test(file))).toEqual([]);
  });

  // Relative links are for what is packed: they work on the disk, at the repository, and on npm, which
  // reads them against `repository`. All else is linked by its whole address at the repository.
  test('has every file that its pages link', () => {
    const isPacked = (file: string): boolean =>
      packed.some((path) => path === file || path.startsWith(`${file}/`));
    const dead = pages()
      .filter((page) => packed.includes(page))
      .flatMap((page) =>
        localLinks(page)
          .filter(({ file }) => !isPacked(file))
          .map(({ file }) => `${page}: link ${home}/blob/main/${file} instead of ${file}`),
      );
    expect(dead).toEqual([]);
  });
});

describe('links to the repository', () => {
  test('are for files that are there', () => {
    const linked = pages()
      .flatMap(targets)
      .filter((target) => target.startsWith(`${home}/`));
    const files = linked.flatMap((target) => {
      const [, file] = /^\/(?:blob|tree)\/main\/([^#]+)/.exec(target.slice(home.length)) ?? [];
      return file === undefined ? [] : [file];
    });
    expect(files.length).toBeGreaterThan(10);
    expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([]);
  });

  test('name one owner, the one of package.json', () => {
    expect(homepage).toBe(`${home}#readme`);
    expect(bugs.url).toBe(`${home}/issues`);
    const others = pages()
      .flatMap(targets)
      .filter((target) => /\/\/github\.com\/[^/]+\/minfraud-sdk/.test(target))
      .filter((target) => !target.startsWith(home));
    expect(others).toEqual([]);
  });
});
