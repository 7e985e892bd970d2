import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { pages, root, textOf } from './pages.ts';

/** Links of a page to other files of the repository. */
function localLinks(page: string): string[] {
  return [...textOf(page).matchAll(/\]\(([^)#\s]+)(?:#[^)]*)?\)/g)]
    .map(([, target]) => target ?? '')
    .filter((target) => !/^[a-z]+:/.test(target));
}

describe('README and docs', () => {
  test.each(pages())('%s links only to files that are there', (page) => {
    const broken = localLinks(page).filter(
      (target) => !existsSync(join(root, dirname(page), target)),
    );
    expect(broken).toEqual([]);
  });

  test('name only npm scripts that exist', () => {
    const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const named = pages().flatMap((page) =>
      [...textOf(page).matchAll(/npm run ([a-z][\w:.-]*\w)/g)].map(([, name]) => name ?? ''),
    );
    const unknown = named.filter((name) => !(name in manifest.scripts));
    expect(unknown).toEqual([]);
  });
});
