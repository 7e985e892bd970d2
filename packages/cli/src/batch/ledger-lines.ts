/** How a ledger is written down, and read again. */
import { createReadStream } from 'node:fs';
import { crc32 } from 'node:zlib';
import { CommandError } from '../exit.ts';
import { linesOf } from './lines.ts';
import { type Mapping } from '../orders/mapping.ts';
import { type Part } from './part.ts';
import { RowSet } from './row-set.ts';

/** What a run is about; a later one goes on only with the same. */
export interface Header {
  readonly version: 2;
  readonly service: string;
  /** Its results are made up. */
  readonly emulator?: true;
  /** The input: its name without folder, and its bytes. */
  readonly input: string;
  readonly size: number;
  /** Of CSV. */
  readonly delimiter?: string;
  /** What its columns are. */
  readonly mapping: Mapping;
  /** Which orders are this run's. */
  readonly part?: Part;
}

/** What a run found when it came to the end of the input with every row of its own settled. */
export interface Ended {
  /** Of the input. */
  readonly rows: number;
  /** Of those, the rows of this part. */
  readonly own: number;
  /** Of those, the rows that were not sent for their mistakes. */
  readonly rejected: number;
  /** Of the whole input. */
  readonly hash: string;
}

export type Entry =
  | { readonly kind: 'sent'; readonly row: number }
  | { readonly kind: 'released'; readonly row: number }
  /** What happened instead of a response. */
  | { readonly kind: 'doubt'; readonly row: number; readonly code: string }
  | { readonly kind: 'input'; readonly end: number; readonly hash: string }
  | { readonly kind: 'begun' }
  | { readonly kind: 'ended'; readonly end: Ended };

/** What a ledger tells. */
export interface History {
  readonly header: Header;
  /** Sent and not taken back. */
  readonly sent: RowSet;
  /** Queries that may have been billed, a row that was asked for twice counted twice. */
  readonly queries: number;
  /** Why a row got no response, where a run lived to write it. */
  readonly doubts: ReadonlyMap<number, string>;
  /** The hash of the input up to a byte, wherever it was noted. */
  readonly input: ReadonlyMap<number, string>;
  /** Of the last run, if it came to the end. */
  readonly ended: Ended | undefined;
  /** Bytes of the results that were durable when the last line was written. */
  readonly resultsLength: number;
  /** Bytes of the ledger that are whole. */
  readonly length: number;
}

/** Whether a ledger knows of no query that may have been billed. */
export const isUnspent = ({ sent, queries }: History): boolean => sent.size === 0 && queries === 0;

interface Group {
  /** Of the input: `[end, hash]`. */
  readonly i?: readonly (readonly [end: number, hash: string])[];
  /** Taken back; before `s`, where a row is in both. */
  readonly r?: readonly number[];
  readonly s?: readonly number[];
  readonly d?: readonly (readonly [row: number, code: string])[];
  readonly b?: 1;
  readonly e?: Ended;
  /** Bytes of the results. */
  readonly o: number;
}

export const headerLine = (header: Header): string => line(header);

export function entryLine(entries: readonly Entry[], resultsLength: number): string {
  const group: {
    -readonly [Name in keyof Group]: Group[Name] extends readonly (infer Item)[] | undefined
      ? Item[]
      : Group[Name];
  } = { o: resultsLength };
  for (const entry of entries) {
    if (entry.kind === 'sent') (group.s ??= []).push(entry.row);
    else if (entry.kind === 'released') (group.r ??= []).push(entry.row);
    else if (entry.kind === 'doubt') (group.d ??= []).push([entry.row, entry.code]);
    else if (entry.kind === 'input') (group.i ??= []).push([entry.end, entry.hash]);
    else if (entry.kind === 'begun') group.b = 1;
    else group.e = entry.end;
  }
  return line(group);
}

function line(value: object): string {
  const text = JSON.stringify(value);
  return `${checksum(text)} ${text}\n`;
}

const checksum = (text: string): string => crc32(text).toString(16).padStart(8, '0');

/** `undefined` where a line is not whole. */
function parsed(text: string): unknown {
  const body = text.slice(9);
  if (text.charAt(8) !== ' ' || text.slice(0, 8) !== checksum(body)) return undefined;
  return JSON.parse(body) as unknown;
}

export async function readLedger(path: string): Promise<History> {
  let header: Header | undefined;
  const sent = new RowSet();
  const doubts = new Map<number, string>();
  const input = new Map<number, string>();
  let ended: Ended | undefined;
  let queries = 0;
  let resultsLength = 0;
  let length = 0;
  let torn: number | undefined;
  let number = 0;
  for await (const { text, end, isWhole } of linesOf(createReadStream(path))) {
    number++;
    const value = isWhole ? parsed(text) : undefined;
    if (number === 1) header = headerOf(value, path);
    if (value === undefined) {
      torn ??= number;
      continue;
    }
    // A group is only written after the one before it was durable.
    if (torn !== undefined) {
      throw new CommandError(
        `${path} is damaged in line ${torn}, so it is not certain which rows were sent. The run cannot continue.`,
      );
    }
    length = end;
    if (number === 1) continue;
    const { i = [], r = [], s = [], d = [], b, e, o } = value as Group;
    for (const [at, hash] of i) input.set(at, hash);
    for (const row of r) sent.delete(row);
    for (const row of s) sent.add(row);
    for (const [row, code] of d) doubts.set(row, code);
    if (b !== undefined) ended = undefined;
    if (e !== undefined) ended = e;
    queries += s.length - r.length;
    resultsLength = o;
  }
  header ??= headerOf(undefined, path);
  return { header, sent, queries, doubts, input, ended, resultsLength, length };
}

/** The header alone, without what follows. */
export async function readHeader(path: string): Promise<Header> {
  for await (const { text, isWhole } of linesOf(createReadStream(path))) {
    return headerOf(isWhole ? parsed(text) : undefined, path);
  }
  return headerOf(undefined, path);
}

/** Of a ledger at which another run may be at work: what of the input it has noted so far. */
export async function readInputHashes(path: string): Promise<Map<number, string>> {
  const hashes = new Map<number, string>();
  for await (const { text, isWhole } of linesOf(createReadStream(path))) {
    if (!isWhole || !text.includes('"i":')) continue;
    for (const [end, hash] of (parsed(text) as Group | undefined)?.i ?? []) hashes.set(end, hash);
  }
  return hashes;
}

function headerOf(value: unknown, path: string): Header {
  const header = value as Header | { readonly version: unknown } | undefined;
  if (header === undefined) {
    throw new CommandError(
      `${path} is damaged in its first line, or is not a ledger. The run cannot continue.`,
    );
  }
  if (header.version !== 2) {
    throw new CommandError(`${path} was written by another version of this program.`);
  }
  return header as Header;
}
