/** One ledger, one run: on this machine, in containers, and on others that share the folder. */
import { describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { join } from 'node:path';
import { isLocked, lock } from '../../src/batch/lock.ts';
import { machineOf, type Owner, thisOwner } from '../../src/batch/machine.ts';
import { lockFolder } from './lock-folder.ts';

const paths = lockFolder();

const locks = (): string[] => readdirSync(paths.folder).filter((name) => name.includes('.lock-'));

describe('a lock', () => {
  test('keeps out a second run, and none after it', async () => {
    const first = await lock(paths.ledger);
    await expect(lock(paths.ledger)).rejects.toThrow(`Process ${process.pid} is already using`);
    await first.check();
    await first.release();
    const second = await lock(paths.ledger);
    await second.release();
    expect(locks()).toStrictEqual([]);
  });

  test('lets at most one of many through that start at once', async () => {
    const tried = await Promise.allSettled(Array.from({ length: 20 }, () => lock(paths.ledger)));
    const held = tried.flatMap((one) => (one.status === 'fulfilled' ? [one.value] : []));
    expect(held.length).toBeLessThanOrEqual(1);
    for (const { release } of held) await release();
    expect(locks()).toStrictEqual([]);
  });

  test('of a process that is gone is taken away', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await lock(paths.ledger, false, { ...thisOwner(), pid, start: '1' });
    await (await lock(paths.ledger)).release();
    expect(locks()).toStrictEqual([]);
  });

  test('is no file of the user with a name that begins like it', async () => {
    const orders = `${paths.ledger}.lock-orders.csv`;
    writeFileSync(orders, 'id\n1\n');
    await (await lock(paths.ledger, true)).release();
    expect(readFileSync(orders, 'utf8')).toBe('id\n1\n');
  });

  test('is seen without being taken', async () => {
    expect(await isLocked(paths.ledger)).toBe(false);
    const first = await lock(paths.ledger);
    expect(await isLocked(paths.ledger)).toBe(true);
    await first.release();
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    await lock(paths.ledger, false, { ...thisOwner(), pid, start: '1' });
    expect(await isLocked(paths.ledger)).toBe(false);
  });

  test('of a process whose number another one has by now is taken away', async () => {
    await lock(paths.ledger, false, { ...thisOwner(), start: '1' });
    await (await lock(paths.ledger)).release();
  });

  test('of another machine is believed, until the user says that it has stopped', async () => {
    const other: Owner = {
      machine: machineOf({ host: 'b', boot: '1', namespace: '' }),
      pid: 1,
      start: '1',
    };
    const theirs = await lock(paths.ledger, false, other);
    await expect(lock(paths.ledger)).rejects.toThrow(/Another machine or container .*--take-over/);
    const own = await lock(paths.ledger, true);
    // It finds that out before it writes down, and sends, another row.
    await expect(theirs.check()).rejects.toThrow('was removed');
    await own.check();
    await own.release();
  });

  test('does not end a run of this machine, whatever the user says', async () => {
    const first = await lock(paths.ledger);
    await expect(lock(paths.ledger, true)).rejects.toThrow('is already using');
    await first.release();
  });

  test('is that of the file, whatever link leads to it', async () => {
    const link = join(paths.folder, 'link');
    symlinkSync(paths.ledger, link);
    const first = await lock(await realpath(link));
    await expect(lock(paths.ledger)).rejects.toThrow('is already using');
    await first.release();
  });
});

describe('a machine', () => {
  const one = { host: 'build-agent-with-a-long-name-1', boot: 'b1', namespace: 'pid:[4026531836]' };

  test.each([
    ['host', { ...one, host: 'build-agent-with-a-long-name-2' }],
    ['start of the machine', { ...one, boot: 'b2' }],
    ['container', { ...one, namespace: 'pid:[4026532000]' }],
    ['split of the same text', { ...one, host: `${one.host}b1`, boot: '' }],
  ])('is told from one with another %s', (_, other) => {
    expect(machineOf(other)).not.toBe(machineOf(one));
    expect(machineOf({ ...one })).toBe(machineOf(one));
  });
});
