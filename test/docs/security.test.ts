import { expect, test } from '@jest/globals';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root, textOf } from './pages.ts';

const [, promises = ''] = textOf('SECURITY.md').split(/^## What the SDK promises$/m);
const bullets = (promises.split(/^## /m)[0] ?? '').split(/^- /m).slice(1);
const testsIn = (text: string): string[] => text.match(/\btest\/[\w/-]+\.test\.ts/g) ?? [];

test('each promise of SECURITY.md names a test, which is there', () => {
  expect(bullets.length).toBeGreaterThanOrEqual(10);
  expect(bullets.filter((text) => testsIn(text).length === 0)).toEqual([]);
  expect(bullets.flatMap(testsIn).filter((file) => !existsSync(join(root, file)))).toEqual([]);
});
