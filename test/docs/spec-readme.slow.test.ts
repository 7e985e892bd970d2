import { expect, test } from '@jest/globals';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { execute, ScratchCopy } from '../spec-edits/scratch-copy.ts';
import { snippets } from './pages.ts';

test('the commands of spec/README.md compile a copy of the spec, and check it', async () => {
  const [block, ...others] = snippets('spec/README.md', 'sh');
  expect(others).toEqual([]);
  const copy = await ScratchCopy.make();
  // Next to the copy, where the page puts its folders: in a folder of this test's own.
  const code = (block?.code ?? '').replaceAll('../my-', './outside/my-');
  const { status, output } = await execute('bash', ['-ec', `mkdir outside\n${code}`], copy.folder);
  expect({ status, output }).toMatchObject({ status: 0 });
  expect(existsSync(join(copy.folder, 'outside/my-types/openapi.json'))).toBe(true);
  rmSync(join(copy.folder, 'outside'), { recursive: true });
}, 300_000);
