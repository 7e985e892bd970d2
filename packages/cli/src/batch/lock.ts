/**
 * Keeps two runs from one ledger.
 *
 * Each run first puts up a file of its own, then looks for those of others: of two that start at once at
 * least one sees the other. The name of a file says which process put it up, so a crash leaves nothing
 * that must be believed: the file of a process that is gone is taken away. Names are never used twice,
 * so taking one away cannot hit a run that started in between.
 */
import { randomBytes } from 'node:crypto';
import { existsSync } from 'node:fs';
import { access, open, readdir, rm } from 'node:fs/promises';
import { hostname } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../exit.ts';
import { harmless } from '../output/style.ts';
import { isRunning, type Owner, thisOwner } from './machine.ts';
import { beginningOf } from './new-file.ts';

export interface Lock {
  /** Rejects when someone took it away: then another run may be at work. */
  readonly check: () => Promise<void>;
  readonly release: () => Promise<void>;
}

/**
 * @param ledger - The real path: a lock belongs to the file, whatever links lead to it.
 * @param takeOver - The user's word that no run of another machine is at work on it any more.
 */
export async function lock(
  ledger: string,
  takeOver = false,
  owner: Owner = thisOwner(),
): Promise<Lock> {
  const folder = dirname(ledger);
  const prefix = `${basename(ledger)}.lock-`;
  const random = randomBytes(6).toString('hex');
  const own = `${prefix}${[owner.machine, owner.pid, owner.start, random].join('-')}`;
  const path = join(folder, own);
  const handle = await open(path, 'wx', 0o600);
  await handle.writeFile(`${hostname()}, process ${owner.pid}, ${new Date().toISOString()}\n`);
  await handle.close();
  const release = (): Promise<void> => rm(path, { force: true });
  try {
    // Some systems take both cases for one name.
    const isFolded = existsSync(join(folder, swapCase(own)));
    for (const { signs, path: other } of await locksOf(ledger, isFolded)) {
      if (other.toLowerCase() === path.toLowerCase()) continue;
      if (isAtWork(signs, owner, takeOver)) {
        throw new CommandError(await refusal(other, signs, owner));
      }
      await rm(other, { force: true });
    }
  } catch (error) {
    await release();
    throw error;
  }
  const check = async (): Promise<void> => {
    await access(path).catch(() => {
      throw new CommandError(`The lock ${path} was removed: another run may be using the ledger.`);
    });
  };
  return { check, release };
}

/** Whether a run may be at work on a ledger, as far as its locks tell. Nothing is locked. */
export async function isLocked(ledger: string, owner: Owner = thisOwner()): Promise<boolean> {
  const locks = await locksOf(ledger, false);
  return locks.some(({ signs }) => isAtWork(signs, owner, false));
}

/** What follows the name of the ledger; a file that is named otherwise is the user's. */
const lockSigns = /^[0-9a-f]{32}-\d+-[\w.]+-[0-9a-f]{12}$/i;

async function locksOf(
  ledger: string,
  isFolded: boolean,
): Promise<{ readonly path: string; readonly signs: string }[]> {
  const folder = dirname(ledger);
  const prefix = `${basename(ledger)}.lock-`;
  const fold = (name: string): string => (isFolded ? name.toLowerCase() : name);
  const names = await readdir(folder);
  return names
    .filter((name) => fold(name).startsWith(fold(prefix)))
    .map((name) => ({ path: join(folder, name), signs: name.slice(prefix.length) }))
    .filter(({ signs }) => lockSigns.test(signs));
}

function isAtWork(signs: string, own: Owner, takeOver: boolean): boolean {
  const [machine, pid, start = '0'] = signs.split('-');
  if (machine !== own.machine) return !takeOver;
  return isRunning({ pid: Number(pid), start });
}

async function refusal(path: string, signs: string, own: Owner): Promise<string> {
  const [machine, pid = ''] = signs.split('-');
  if (machine === own.machine) return `Process ${pid} is already using this ledger.`;
  const who = harmless((await beginningOf(path, 200))?.trim() ?? '');
  return `Another machine or container${who === '' ? '' : ` (${who})`} is using this ledger, or was killed while it did. If you are certain that it has stopped, add --take-over, or delete ${path}.`;
}

function swapCase(name: string): string {
  const upper = name.toUpperCase();
  return upper === name ? name.toLowerCase() : upper;
}
