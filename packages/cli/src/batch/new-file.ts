/**
 * A file that appears whole or not at all: it is written under a temporary name, and renamed. What stands
 * under its name is only replaced where this program wrote it.
 */
import { randomBytes } from 'node:crypto';
import { type FileHandle, open, rename, rm } from 'node:fs/promises';
import { CommandError } from '../exit.ts';
import { settled } from './files.ts';

const bytesPerWrite = 64 * 1024;

export class NewFile {
  readonly #handle: FileHandle;
  readonly #temporary: string;
  readonly #path: string;
  #held: string[] = [];
  #length = 0;

  private constructor(handle: FileHandle, temporary: string, path: string) {
    this.#handle = handle;
    this.#temporary = temporary;
    this.#path = path;
  }

  static async begin(path: string): Promise<NewFile> {
    // A link stays one, and what it leads to is replaced.
    const target = await settled(path);
    const temporary = `${target}.${randomBytes(4).toString('hex')}.tmp`;
    return new NewFile(await open(temporary, 'wx', 0o600), temporary, target);
  }

  /** A file of which all is known. */
  static async whole(path: string, text: string): Promise<void> {
    const file = await NewFile.begin(path);
    try {
      await file.write(text);
    } catch (error) {
      await file.discard();
      throw error;
    }
    await file.finish();
  }

  async write(text: string): Promise<void> {
    this.#held.push(text);
    this.#length += text.length;
    if (this.#length >= bytesPerWrite) await this.#flush();
  }

  /** Puts the file under its name. */
  async finish(): Promise<void> {
    try {
      await this.#flush();
      await this.#handle.sync();
      await this.#handle.close();
      await rename(this.#temporary, this.#path);
    } catch (error) {
      await this.discard();
      throw error;
    }
  }

  async discard(): Promise<void> {
    await this.#handle.close().catch(() => undefined);
    await rm(this.#temporary, { force: true });
  }

  async #flush(): Promise<void> {
    const text = this.#held.join('');
    this.#held = [];
    this.#length = 0;
    if (text !== '') await this.#handle.writeFile(text);
  }
}

/** How a file that this program wrote begins, by the flag that names it. */
const ownBeginnings: Readonly<Record<'--rejects' | '--html' | '--policy', RegExp>> = {
  '--rejects': /^\{"row":\d+,"line":\d+,"issues":\[/,
  '--html': /^<!doctype html>\n<html lang="en">\n<head>[^]*<title>minFraud /,
  '--policy': /^\{\n {2}"version": 1,\n {2}"review": /,
};

/** Refuses to replace a file that this program did not write; an empty one is nothing to lose. */
export async function checkReplaceable(
  flag: keyof typeof ownBeginnings,
  path: string,
): Promise<void> {
  const beginning = await beginningOf(path);
  if (beginning === undefined || beginning === '' || ownBeginnings[flag].test(beginning)) return;
  throw new CommandError(
    `${flag}: ${path} already exists and was not written by this command. Choose another file, or delete it.`,
  );
}

/** `undefined` where there is no such file. */
export async function beginningOf(path: string, length = 1024): Promise<string | undefined> {
  const handle = await open(path, 'r').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  });
  if (handle === undefined) return undefined;
  try {
    const { buffer, bytesRead } = await handle.read(Buffer.alloc(length), 0, length, 0);
    return buffer.toString('utf8', 0, bytesRead);
  } finally {
    await handle.close();
  }
}
