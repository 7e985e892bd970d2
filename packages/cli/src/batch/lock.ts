/**
 * Keeps two runs from one ledger.
 *
 * Each run first puts up a file of its own, then looks for those of others: of two that start at once at
 * least one sees the other. The name of a file says which process put it up, so a crash leaves nothing
 * that has to be believed: the file of a process that is gone is taken away. Names are never used twice,
 * so taking one away cannot hit a run that started in between.
 */
import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { open, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../exit.ts';

/** @returns what takes the lock away. */
export async function lock(ledger: string): Promise<() => Promise<void>> {
  const folder = dirname(ledger);
  const prefix = `${basename(ledger)}.lock-`;
  const machine = machineName();
  const own = `${prefix}${[machine, process.pid, startOf(process.pid) ?? 0, randomBytes(6).toString('hex')].join('-')}`;
  await (await open(join(folder, own), 'wx', 0o600)).close();
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith(prefix) || name === own) continue;
      const [where, pid, start] = name.slice(prefix.length).split('-');
      if (where !== machine) {
        throw new CommandError(
          `Another machine or container is at work on this ledger, or stopped in the middle. If it stopped for certain, delete ${join(folder, name)}.`,
        );
      }
      if (isRunning(Number(pid), start)) {
        throw new CommandError(`Process ${pid ?? ''} is at work on this ledger already.`);
      }
      await rm(join(folder, name), { force: true });
    }
  } catch (error) {
    await rm(join(folder, own), { force: true });
    throw error;
  }
  return () => rm(join(folder, own), { force: true });
}

/**
 * Process numbers mean something on one machine, since one start of it, and in one container. What a
 * start before left behind belongs to no process, and is told apart by the start of the process.
 */
function machineName(): string {
  let scope = hostname();
  try {
    scope += readlinkSync('/proc/self/ns/pid');
  } catch {
    // Not Linux: there the machine is all there is.
  }
  return Buffer.from(scope).toString('hex').slice(-24);
}

function isRunning(pid: number, start: string | undefined): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  // Another process may have got the number since. Not knowing counts as running.
  return now === undefined || start === undefined || start === '0' || now === start;
}

/** When a process started, in a form that is only good for comparing. */
function startOf(pid: number): string | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything.
    const ticks = stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').slice(0, 8);
    return ticks === undefined ? undefined : `${boot}.${ticks}`;
  } catch {
    return process.platform === 'linux' || process.platform === 'win32' ? undefined : byPs(pid);
  }
}

function byPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return text.trim().replace(/[^\w]+/g, '.');
  } catch {
    return undefined;
  }
}
