/** Keeps the files of a run apart: each is compared by what it is, before anything is opened or written. */
import type { BigIntStats } from 'node:fs';
import { lstat, readlink, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { CommandError } from '../exit.ts';

/** A file of a run, by what the user calls it. */
export interface RunFile {
  /** `--rejects`, or `the input`. */
  readonly role: string;
  readonly path: string;
  /** Is never written: two such files may be one. */
  readonly isRead?: true;
}

/** What stands next to the results, by what is added to their name. */
export const beside = { ledger: '.ledger', reserve: '.reserve' } as const;

/** The files of a run of `out`: its results, and what is kept next to them. */
export function filesOfRun(out: string): RunFile[] {
  return [
    { role: '--out', path: out },
    { role: 'the ledger', path: `${out}${beside.ledger}` },
    { role: 'the unfinished ledger', path: `${out}${beside.ledger}.new` },
    { role: 'the reserve', path: `${out}${beside.reserve}` },
  ];
}

/** Refuses two files of a run that are one, under whatever names, where one of them is written. */
export async function checkApart(files: readonly RunFile[]): Promise<void> {
  const seen: (RunFile & Identity)[] = [];
  for (const file of files) {
    const identity = await identityOf(file);
    const other = seen.find(
      (known) => isSame(known, identity) && !(known.isRead === true && file.isRead === true),
    );
    if (other !== undefined) {
      const names = file.path === other.path ? file.path : `${file.path} and ${other.path}`;
      throw new CommandError(
        `${other.role} and ${file.role} would be the same file (${names}), so one would overwrite the other. Choose another file.`,
      );
    }
    seen.push({ ...file, ...identity });
  }
}

/**
 * Refuses a results file or a ledger that has a second name (a hard link): a run by the other name could
 * not see this one, and would pay for the same rows.
 */
export async function checkOneName(files: readonly RunFile[]): Promise<void> {
  for (const { path } of files) {
    const found = await present(path);
    if (found !== undefined && found.nlink > 1n) {
      throw new CommandError(
        `${path} has ${found.nlink} hard links: a run that uses another of them would not see this one, and rows would be paid for twice. Continue with a copy (made with "cp"), and delete the other links.`,
      );
    }
  }
}

/** Where a path leads, also when what a link points to is not there yet. */
export async function settled(path: string): Promise<string> {
  let target = resolve(path);
  for (let links = 0; links < 40; links++) {
    const found = await lstat(target).catch(absent);
    if (found?.isSymbolicLink() !== true) break;
    target = resolve(dirname(target), await readlink(target));
  }
  return join(await realpath(dirname(target)), basename(target));
}

interface Identity {
  /** Device and inode, of a file that is there. */
  readonly inode: string | undefined;
  /** Folder and name; upper and lower case are one on some systems, and so are both forms of `é`. */
  readonly name: string;
}

async function identityOf({ role, path }: RunFile): Promise<Identity> {
  const folder = await stat(dirname(path)).catch(absent);
  if (folder?.isDirectory() !== true) {
    throw new CommandError(`${role}: the folder ${dirname(path)} does not exist. Create it first.`);
  }
  const found = await present(path);
  if (found !== undefined && !found.isFile() && role !== 'the input') {
    throw new CommandError(`${role}: ${path} is not a regular file. Choose another.`);
  }
  // Some file systems have no inodes.
  const inode = found === undefined || found.ino === 0n ? undefined : `${found.dev}:${found.ino}`;
  return { inode, name: (await settled(path)).normalize('NFC').toLowerCase() };
}

function isSame(a: Identity, b: Identity): boolean {
  return a.name === b.name || (a.inode !== undefined && a.inode === b.inode);
}

function present(path: string): Promise<BigIntStats | undefined> {
  return stat(path, { bigint: true }).catch(absent);
}

function absent(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
}
