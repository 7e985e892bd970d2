/** The results file: opened, repaired after a crash, and written to. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open, stat } from 'node:fs/promises';
import { CommandError } from '../exit.ts';
import { DurableFile, syncFolderOf } from './durable-file.ts';
import { type History } from './ledger-lines.ts';
import { linesOf } from './lines.ts';
import { beginningOf } from './new-file.ts';
import { type ResultFormat, type Seen } from './result-format.ts';
import { RowSet } from './row-set.ts';

export interface OpenResults {
  readonly file: DurableFile<string>;
  /** Rows that have a result, or that the service refused for good. */
  readonly done: RowSet;
}

/** Whether a file holds no results: there is none, or it has its head only. */
export async function hasNoResults(path: string, { head }: ResultFormat): Promise<boolean> {
  const beginning = await beginningOf(path, Buffer.byteLength(head) + 1);
  return beginning === undefined || head.startsWith(beginning);
}

/** The rows of results that no run is at work on, as their ledger knows them. */
export async function readResults(
  path: string,
  format: ResultFormat,
  history: Pick<History, 'sent' | 'resultsLength'>,
  see: (seen: Seen) => void,
): Promise<RowSet> {
  const { done, tail, length } = await scan(path, format, history, see);
  const { size } = await stat(path);
  if (tail.length > 0 || length !== size) {
    throw new CommandError(`${path} was cut short by a crash: continue it with --resume.`);
  }
  return done;
}

/** A new, empty results file. */
export async function createResults(path: string, format: ResultFormat): Promise<void> {
  const handle = await open(path, 'wx', 0o600);
  try {
    await handle.writeFile(format.head);
    await handle.sync();
  } finally {
    await handle.close();
  }
  await syncFolderOf(path);
}

/**
 * Opens the results to go on. What the ledger knows to be durable is taken as it is; of what came after
 * that, whole lines are kept and torn ones cut out.
 */
export async function openResults(
  path: string,
  format: ResultFormat,
  history: Pick<History, 'sent' | 'resultsLength'>,
  see: (seen: Seen) => void,
  makeRoom: () => Promise<boolean>,
): Promise<OpenResults> {
  const handle = await open(path, 'r+');
  try {
    const { done, length } = await repair(handle, path, format, history, see);
    const file = new DurableFile<string>(handle, length, (lines) => lines.join(''), { makeRoom });
    return { done, file };
  } catch (error) {
    await handle.close();
    throw error;
  }
}

async function repair(
  handle: FileHandle,
  path: string,
  format: ResultFormat,
  history: Pick<History, 'sent' | 'resultsLength'>,
  see: (seen: Seen) => void,
): Promise<{ readonly done: RowSet; readonly length: number }> {
  const { done, tail, length: kept } = await scan(path, format, history, see);
  let length = kept;
  if (kept < Buffer.byteLength(format.head)) {
    tail.unshift(format.head);
    length = 0;
  }
  const bytes = Buffer.from(tail.join(''));
  await handle.truncate(length);
  if (bytes.length > 0) await handle.write(bytes, 0, bytes.length, length);
  await handle.sync();
  return { done, length: length + bytes.length };
}

interface Scanned {
  readonly done: RowSet;
  /** Bytes before the first torn line. */
  readonly length: number;
  /** Whole lines behind it. */
  readonly tail: string[];
}

async function scan(
  path: string,
  format: ResultFormat,
  { sent, resultsLength: durable }: Pick<History, 'sent' | 'resultsLength'>,
  see: (seen: Seen) => void,
): Promise<Scanned> {
  const done = new RowSet();
  const { size } = await stat(path);
  if (size < durable) {
    throw new CommandError(
      `${path} is shorter than its ledger says: results were lost. Restore the file: requesting them again would be billed again.`,
    );
  }
  let length = 0;
  const tail: string[] = [];
  let isTorn = false;
  for await (const { text, end, isWhole } of linesOf(createReadStream(path))) {
    const isHead = length === 0 && format.head !== '' && `${text}\n` === format.head;
    const seen = isWhole && !isHead ? format.decode(text) : undefined;
    if (seen === undefined && !isHead) {
      if (end <= durable) {
        throw new CommandError(`${path} was changed: a line before byte ${end} is not a result.`);
      }
      isTorn = true;
      continue;
    }
    if (seen !== undefined) {
      if (done.has(seen.row)) {
        throw new CommandError(`${path} was changed: it has row ${seen.row} twice.`);
      }
      // A row is marked as sent before it is sent, so this ledger is not the one that knows of it.
      if (!sent.has(seen.row)) {
        throw new CommandError(
          `${path} has row ${seen.row}, which its ledger does not list as sent: the ledger is older than the results. Restore the matching ledger, since rows would be paid for twice without it.`,
        );
      }
      done.add(seen.row);
      see(seen);
    }
    if (isTorn) tail.push(`${text}\n`);
    else length = end;
  }
  return { done, length, tail };
}
