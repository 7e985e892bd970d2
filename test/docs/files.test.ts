import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pages, root, snippets } from './pages.ts';

const shown = pages().flatMap((page) =>
  ['ts', 'tsx']
    .flatMap((language) => snippets(page, language))
    .flatMap(({ place, tags, code }) => {
      const file = tags.find((tag) => tag.startsWith('file='))?.slice('file='.length);
      return file === undefined ? [] : [{ place, file, code }];
    }),
);

describe('files that a page shows', () => {
  test('are there', () => {
    expect(shown.length).toBeGreaterThan(0);
    expect(shown.filter(({ file }) => !existsSync(join(root, file)))).toEqual([]);
  });

  test.each(shown)('$place shows $file as it is', ({ file, code }) => {
    expect(`${code}\n`).toBe(readFileSync(join(root, file), 'utf8'));
  });
});
