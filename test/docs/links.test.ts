import { describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { localLinks, prose } from './links.ts';
import { pages, root, textOf } from './pages.ts';

/** The anchors that GitHub makes of a page's headings. */
function anchors(page: string): string[] {
  return [...prose(page).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
      .trim()
      .replaceAll(' ', '-'),
  );
}

describe('README and docs', () => {
  test.each(pages())('%s links only to files that are there', (page) => {
    const broken = localLinks(page).filter(({ file }) => !existsSync(join(root, file)));
    expect(broken).toEqual([]);
  });

  test.each(pages())('%s links only to headings that are there', (page) => {
    const broken = localLinks(page).filter(
      ({ file, anchor }) =>
        anchor !== '' && pages().includes(file) && !anchors(file).includes(anchor),
    );
    expect(broken).toEqual([]);
  });

  test('the index of guides leaves none out', () => {
    const linked = localLinks('docs/README.md').map(({ file }) => file);
    const missing = pages().filter(
      (page) => page.startsWith('docs/') && page !== 'docs/README.md' && !linked.includes(page),
    );
    expect(missing).toEqual([]);
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
