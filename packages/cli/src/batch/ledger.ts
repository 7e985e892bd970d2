/**
 * The money ledger: which rows were sent, written before they are sent.
 *
 * One line a group, with a checksum: a line that is not whole was never durable, and so none of its
 * rows was sent. What is sent and neither answered (in the results) nor taken back may have been billed.
 */
import { open, rename, rm } from 'node:fs/promises';
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { CommandError } from '../exit.ts';
import { type Mapping } from '../orders/mapping.ts';
import { DurableFile, syncFolderOf } from './durable-file.ts';
import { linesOf } from './lines.ts';
import { RowSet } from './row-set.ts';
import { type RowLedger } from './runner.ts';

/** What a run is about; a later one goes on only with the same. */
export interface Header {
  readonly version: 1;
  readonly service: string;
  /** Its results are made up. */
  readonly emulator?: true;
  readonly sha256: string;
  readonly size: number;
  readonly rows: number;
  /** Of CSV. */
  readonly delimiter?: string;
  /** What each column is, and how cells are read. */
  readonly mapping: Mapping;
}

export interface Entry {
  readonly kind: 'sent' | 'released' | 'doubt';
  readonly row: number;
  /** Of `doubt`: what happened instead of an answer. */
  readonly code?: string;
}

/** What a ledger tells when it is opened. */
export interface History {
  /** Sent and not taken back. */
  readonly sent: RowSet;
  /** Queries that may have been billed, a row that was asked for twice counted twice. */
  readonly queries: number;
  /** Why a row got no answer, where a run lived to write it. */
  readonly doubts: ReadonlyMap<number, string>;
  /** Bytes of the results that were durable when the last line was written. */
  readonly resultsLength: number;
}

export class Ledger implements RowLedger {
  readonly #file: DurableFile<Entry>;

  constructor(file: DurableFile<Entry>) {
    this.#file = file;
  }

  async sent(row: number): Promise<boolean> {
    await this.#file.append({ kind: 'sent', row });
    return true;
  }

  released(row: number): Promise<void> {
    return this.#file.append({ kind: 'released', row });
  }

  doubt(row: number, code: string): Promise<void> {
    return this.#file.append({ kind: 'doubt', row, code });
  }

  close(): Promise<void> {
    return this.#file.close();
  }
}

/** Whole or not there at all, whenever the machine stops. */
export async function createLedger(path: string, header: Header): Promise<void> {
  const temporary = `${path}.new`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  try {
    await handle.writeFile(line(header));
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, path);
  await syncFolderOf(path);
}

export async function readHeader(path: string): Promise<Header> {
  const text = await firstLine(path);
  const header = parsed(text) as Header | undefined;
  if (header?.version === 1) return header;
  throw new CommandError(`${path} is damaged in its first line, so the run cannot go on.`);
}

/** Opens a ledger to go on; what a crash left of its last line is cut off. */
export async function openLedger(
  path: string,
  resultsLength: () => number,
): Promise<{ readonly ledger: Ledger; readonly history: History }> {
  const { history, length } = await readHistory(path);
  const handle = await open(path, 'r+');
  await handle.truncate(length);
  await handle.sync();
  const encode = (entries: readonly Entry[]): string => groupLine(entries, resultsLength());
  return { ledger: new Ledger(new DurableFile(handle, length, encode)), history };
}

interface Group {
  /** Taken back; before `s`, where a row is in both. */
  readonly r?: readonly number[];
  readonly s?: readonly number[];
  readonly d?: readonly (readonly [row: number, code: string])[];
  readonly o: number;
}

function groupLine(entries: readonly Entry[], resultsLength: number): string {
  const rows = (kind: Entry['kind']): number[] | undefined => {
    const list = entries.filter((entry) => entry.kind === kind).map(({ row }) => row);
    return list.length === 0 ? undefined : list;
  };
  const doubts = entries.filter(({ kind }) => kind === 'doubt');
  const group = {
    r: rows('released'),
    s: rows('sent'),
    d: doubts.length === 0 ? undefined : doubts.map(({ row, code }) => [row, code]),
    o: resultsLength,
  };
  return line(group);
}

function line(value: object): string {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

function parsed(text: string): unknown {
  const body = text.slice(9);
  if (text.charAt(8) !== ' ' || text.slice(0, 8) !== checksum(body)) return undefined;
  return JSON.parse(body) as unknown;
}

async function readHistory(path: string): Promise<{ history: History; length: number }> {
  const sent = new RowSet();
  const doubts = new Map<number, string>();
  let queries = 0;
  let resultsLength = 0;
  let length = 0;
  let torn: number | undefined;
  let number = 0;
  for await (const { text, end, isWhole } of linesOf(createReadStream(path))) {
    number++;
    const value = isWhole ? parsed(text) : undefined;
    if (value === undefined) {
      torn ??= number;
      continue;
    }
    // A group is only written after the one before it was durable.
    if (torn !== undefined) {
      throw new CommandError(
        `${path} is damaged in line ${torn}: which rows were sent is not known for certain, so the run cannot go on.`,
      );
    }
    length = end;
    if (number === 1) continue;
    const { r = [], s = [], d = [], o } = value as Group;
    for (const row of r) sent.delete(row);
    for (const row of s) sent.add(row);
    for (const [row, code] of d) doubts.set(row, code);
    queries += s.length - r.length;
    resultsLength = o;
  }
  return { history: { sent, queries, doubts, resultsLength }, length };
}

async function firstLine(path: string): Promise<string> {
  for await (const { text } of linesOf(createReadStream(path))) return text;
  return '';
}
