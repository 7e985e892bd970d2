import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from '@jest/globals';

const root = join(__dirname, '..', '..', '..');
const readme = readFileSync(join(root, 'packages', 'emulator', 'README.md'), 'utf8');
const run = promisify(execFile);

describe('the README of the package', () => {
  it('shows a program that runs', async () => {
    const [, program = ''] = /```ts\n(.*?)```/s.exec(readme) ?? [];
    expect(program).toContain('startEmulator');
    const cache = join(root, 'node_modules', '.cache');
    mkdirSync(cache, { recursive: true });
    const folder = mkdtempSync(join(cache, 'readme-'));
    try {
      const file = join(folder, 'program.mts');
      writeFileSync(file, program);
      const args = ['-C', 'minfraud-source', '--import', 'tsx', file];
      const { stdout } = await run(process.execPath, args);
      expect(stdout).toBe('true 1\nHttpError\n');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('ends within 40 lines', () => {
    expect(readme.trimEnd().split('\n').length).toBeLessThanOrEqual(40);
  });
});
