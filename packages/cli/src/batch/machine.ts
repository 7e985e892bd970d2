/** Which machine and which process a lock belongs to. */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, readlinkSync } from 'node:fs';
import { hostname } from 'node:os';

/** Whose lock it is. */
export interface Owner {
  /** Process numbers mean something on one machine, since one start of it, in one container. */
  readonly machine: string;
  readonly pid: number;
  /** When the process started, in a form that is only good for comparing; `0` where it is not known. */
  readonly start: string;
}

export function thisOwner(): Owner {
  return {
    machine: machineOf(thisMachine()),
    pid: process.pid,
    start: startOf(process.pid) ?? '0',
  };
}

/** What tells one machine or container from another. */
export interface Machine {
  readonly host: string;
  readonly boot: string;
  readonly namespace: string;
}

/** Hashed whole: cut off, two machines would share what is left. */
export function machineOf({ host, boot, namespace }: Machine): string {
  return createHash('sha256')
    .update(JSON.stringify([host, boot, namespace]))
    .digest('hex')
    .slice(0, 32);
}

function thisMachine(): Machine {
  return {
    host: hostname(),
    boot: read(() => readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()),
    // The number of the first namespace is the same on every Linux: it counts only with the other two.
    namespace: read(() => readlinkSync('/proc/self/ns/pid')),
  };
}

/** Empty on other systems than Linux. */
function read(get: () => string): string {
  try {
    return get();
  } catch {
    return '';
  }
}

/** Whether a process of this machine still runs. Not knowing counts as running. */
export function isRunning({ pid, start }: Pick<Owner, 'pid' | 'start'>): boolean {
  try {
    process.kill(pid, 0);
  } catch (error) {
    // EPERM: it is there, and belongs to another user.
    if ((error as NodeJS.ErrnoException).code !== 'EPERM') return false;
  }
  const now = startOf(pid);
  // Another process may have got the number since.
  return now === undefined || start === '0' || now === start;
}

function startOf(pid: number): string | undefined {
  if (process.platform === 'win32') return undefined;
  if (process.platform !== 'linux') return byPs(pid);
  try {
    // A /proc of another namespace knows the processes by other numbers.
    if (readlinkSync('/proc/self') !== String(process.pid)) return undefined;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name of the program, in brackets, may hold anything.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19];
  } catch {
    return undefined;
  }
}

function byPs(pid: number): string | undefined {
  try {
    const text = execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return text.trim().replace(/[^\w]+/g, '.') || undefined;
  } catch {
    return undefined;
  }
}
