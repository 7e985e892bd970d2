/** Writes a file whole or not at all, and never over what was read. */
import { randomUUID } from 'node:crypto';
import { rename, rm, stat, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { CommandError } from '../exit.ts';

/** Files are compared by what they are, so that a link to an input is found out. */
export async function checkOutputs(
  outputs: Readonly<Record<string, string | undefined>>,
  inputs: readonly string[],
): Promise<void> {
  const taken = new Map<string, string>();
  for (const path of inputs) taken.set(await identityOf(path), path);
  for (const [flag, path] of Object.entries(outputs)) {
    if (path === undefined) continue;
    const folder = await stat(dirname(path)).catch(() => undefined);
    if (!folder?.isDirectory()) {
      throw new CommandError(`--${flag}: there is no folder ${dirname(path)}. Make it first.`);
    }
    const identity = await identityOf(path);
    const other = taken.get(identity);
    if (other !== undefined) {
      throw new CommandError(`--${flag} ${path} is the same file as ${other}. Name another one.`);
    }
    taken.set(identity, path);
  }
}

async function identityOf(path: string): Promise<string> {
  const found = await stat(path).catch(() => undefined);
  if (found !== undefined) return `${found.dev}:${found.ino}`;
  const folder = await stat(dirname(path)).catch(() => undefined);
  return folder === undefined ? path : `${folder.dev}:${folder.ino}/${basename(path)}`;
}

export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = join(dirname(path), `.${basename(path)}.${randomUUID()}`);
  try {
    await writeFile(temporary, text, { mode: 0o600, flag: 'wx' });
    await rename(temporary, path);
  } catch (error) {
    await rm(temporary, { force: true });
    throw error;
  }
}
