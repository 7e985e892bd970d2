/** The lock of a ledger, and a second machine: a process with another host name and other process numbers. */
import { describe, expect, test } from '@jest/globals';
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lock } from '../../src/batch/lock.ts';
import { lockFolder } from './lock-folder.ts';

const paths = lockFolder();

/** Whether this system lets a test be on a second machine: another host name, and other process numbers. */
const canUnshare =
  spawnSync('unshare', ['--uts', '--pid', '--fork', '--mount-proc', 'true']).status === 0;

(canUnshare ? describe : describe.skip)('a second machine', () => {
  const program = (): string => {
    const path = join(paths.folder, 'hold.mts');
    const source = join(__dirname, '..', '..', 'src', 'batch', 'lock.ts');
    writeFileSync(
      path,
      `import { lock } from ${JSON.stringify(source)};
try {
  const held = await lock(process.argv[2]!);
  console.log('held');
  process.stdin.resume();
  process.stdin.on('end', () => void held.release().then(() => process.exit(0)));
} catch (error) {
  console.log(error instanceof Error ? error.message : error);
  process.exit(2);
}
`,
    );
    return path;
  };
  const flags = ['-C', 'minfraud-source', '--import', 'tsx'];
  const isolated = ['--uts', '--pid', '--fork', '--mount-proc', process.execPath, ...flags];
  const cwd = join(__dirname, '..', '..', '..', '..');

  test('sees the lock of the first, and the first sees its', async () => {
    const held = await lock(paths.ledger);
    const refused = spawnSync('unshare', [...isolated, program(), paths.ledger], { cwd });
    expect(refused.stdout.toString()).toContain('Another machine or container');
    await held.release();

    const other = spawn('unshare', [...isolated, program(), paths.ledger], { cwd });
    await new Promise((resolve) => other.stdout.once('data', resolve));
    await expect(lock(paths.ledger)).rejects.toThrow('Another machine or container');
    const ended = new Promise((resolve) => other.once('exit', resolve));
    other.stdin.end();
    await ended;
    await (await lock(paths.ledger)).release();
    expect(execFileSync('ls', [paths.folder]).toString()).not.toContain('.lock-');
    expect(readFileSync(paths.ledger, 'utf8')).toBe('');
  });
});
