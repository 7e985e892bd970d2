/**
 * The money ledger: which rows were sent, written before they are sent.
 *
 * One line a group, with a checksum: a line that is not whole was never durable, and so none of its
 * rows was sent. What is sent and neither in the results nor taken back may have been billed.
 */
import { open, rename, rm } from 'node:fs/promises';
import { CommandError } from '../exit.ts';
import { DurableFile, syncFolderOf } from './durable-file.ts';
import { entryLine, type Ended, type Entry, headerLine, type Header } from './ledger-lines.ts';
import { beginningOf } from './new-file.ts';

export class Ledger {
  readonly #file: DurableFile<Entry>;

  constructor(file: DurableFile<Entry>) {
    this.#file = file;
  }

  /** Resolves when it is safe to send the row. */
  sent(row: number): Promise<void> {
    return this.#file.append({ kind: 'sent', row });
  }

  /** The service cannot have billed it: it may be retried. */
  released(row: number): Promise<void> {
    return this.#file.append({ kind: 'released', row });
  }

  doubt(row: number, code: string): Promise<void> {
    return this.#file.append({ kind: 'doubt', row, code });
  }

  /** The hash of the input up to a byte: goes down with, or before, the first row that was read after. */
  input(end: number, hash: string): void {
    // A write that fails is told to the rows that wait for it.
    this.#file.append({ kind: 'input', end, hash }).catch(() => undefined);
  }

  /** A run has begun: what an earlier one wrote of its end counts no more. */
  begun(): void {
    this.#file.append({ kind: 'begun' }).catch(() => undefined);
  }

  ended(end: Ended): Promise<void> {
    return this.#file.append({ kind: 'ended', end });
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Whole or not there at all, whenever the machine stops. */
export async function createLedger(path: string, header: Header): Promise<void> {
  const temporary = `${path}.new`;
  await removeUnfinished(temporary);
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(headerLine(header));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncFolderOf(path);
}

/** What a crash left of a header; any other file of that name is the user's. */
async function removeUnfinished(path: string): Promise<void> {
  const beginning = await beginningOf(path);
  if (beginning === undefined) return;
  // A power cut may leave blanks of NUL where nothing was written yet.
  if (!/^[0-9a-f\0]{0,8}($|[ \0]($|[{\0]))/.test(beginning)) {
    throw new CommandError(
      `${path} already exists and was not written by this command, which needs that name for its ledger. Move it, or choose another file with --out.`,
    );
  }
  await rm(path, { force: true });
}

/**
 * Opens a ledger to go on.
 *
 * @param length - What of it is whole; what a crash left behind that is cut off.
 * @param resultsLength - Bytes of the results that are durable.
 * @param before - Called before each write.
 */
export async function openLedger(
  path: string,
  length: number,
  resultsLength: () => number,
  before?: () => Promise<void>,
): Promise<Ledger> {
  const handle = await open(path, 'r+');
  await handle.truncate(length);
  await handle.sync();
  const encode = (entries: readonly Entry[]): string => entryLine(entries, resultsLength());
  return new Ledger(new DurableFile(handle, length, encode, before && { before }));
}
