/** Reads a table or lines of JSON record by record, in constant memory and quickly: a million in seconds. */
import { type CastingContext } from 'csv-parse';
import { parse as parseSync } from 'csv-parse/sync';
import { isRecord } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import { csvOptions, explained, longestRow } from '../orders/csv.ts';
import { bytesOf, type Input, openInput } from '../orders/input.ts';

/** Reads one column of a record; `undefined` where the record has none, `''` where it is empty. */
export type Reader = (record: FileRecord) => string | undefined;

/** Cells of CSV, or what a line of NDJSON holds. */
export type FileRecord = readonly string[] | Readonly<Record<string, unknown>>;

export interface RecordFile extends Input {
  /** The header of CSV; of NDJSON what its first lines have, nested names with a dot. */
  readonly columns: readonly string[];
}

type See = (record: FileRecord, line: number) => void;

export async function openRecords(path: string): Promise<RecordFile> {
  const input = await openInput(path, undefined);
  if (input.kind === 'csv') return { ...input, columns: input.header };
  const first: string[] = [];
  for await (const lines of lineBlocks(bytesOf(input))) {
    first.push(...lines.slice(0, 200));
    if (first.length >= 200) break;
  }
  return { ...input, columns: namesIn(first) };
}

/** @returns `undefined` where the file has no such column. */
export function readerOf({ kind, columns }: RecordFile, name: string): Reader | undefined {
  const at = columns.indexOf(name);
  if (at < 0) return undefined;
  return kind === 'ndjson' ? jsonReader(name) : (record) => cellsOf(record)[at]?.trim();
}

const isCells = (record: FileRecord): record is readonly string[] => Array.isArray(record);

/** Of a record of CSV. */
export const cellsOf = (record: FileRecord): readonly string[] => (isCells(record) ? record : []);

/** Of a record of NDJSON. */
export const fieldsOf = (record: FileRecord): Readonly<Record<string, unknown>> =>
  isCells(record) ? {} : record;

/** Of a name that may hold a dot itself, or lead to something nested. */
function jsonReader(name: string): Reader {
  const path = name.split('.');
  return (record) => {
    const own = fieldsOf(record)[name];
    return textOf(own === undefined && path.length > 1 ? inside(record, path) : own);
  };
}

function inside(value: unknown, path: readonly string[]): unknown {
  let found = value;
  for (const part of path) found = isRecord(found) ? found[part] : undefined;
  return found;
}

export function textOf(value: unknown): string | undefined {
  if (typeof value === 'string') return value.trim();
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? '' : undefined;
}

/** @param see - Is called with each record and its line in the file. */
export async function forEachRecord(file: RecordFile, see: See): Promise<void> {
  const lines = lineBlocks(bytesOf(file), file.kind === 'csv');
  await (file.kind === 'csv' ? eachRow(lines, file, see) : eachLine(lines, file, see));
}

/**
 * A line whose cells have no quote in them is split here, many times as fast as by the library: a million
 * orders would take half a minute otherwise. Others go to the library, as many at once as stand together.
 */
async function eachRow(
  blocks: AsyncIterable<readonly string[]>,
  { path, delimiter, columns, headerLine }: RecordFile,
  see: See,
): Promise<void> {
  let isHeader = true;
  const hand = (cells: readonly string[], line: number): void => {
    if (isHeader) isHeader = false;
    else if (cells.length === columns.length) see(cells, line);
    else {
      throw new CommandError(
        `${path}: the row that ends in line ${line} has ${cells.length} cells, and the header has ${columns.length}. Correct the row, or export the file again.`,
      );
    }
  };
  let line = 0;
  let quoted = '';
  let quotedFrom = 0;
  let isOpen = false;
  const flush = (): void => {
    if (quoted === '') return;
    for (const { cells, lines } of parsedRows(quoted, delimiter, path, quotedFrom)) {
      hand(cells, quotedFrom + lines - 1);
    }
    quoted = '';
  };
  for await (const lines of blocks) {
    for (const text of lines) {
      line++;
      if (line <= headerLine) continue;
      const cells = isOpen ? undefined : plainCells(text, delimiter);
      if (cells !== undefined) {
        flush();
        if (text.trim() !== '') hand(cells, line);
        continue;
      }
      if (quoted === '') quotedFrom = line;
      quoted += `${text}\n`;
      if (quotesIn(text) % 2 === 1) isOpen = !isOpen;
      // A quote that is never closed would swallow the rest of the file.
      if (quoted.length > (isOpen ? longestRow : 64 * 1024)) flush();
    }
  }
  flush();
}

/** Cells that are all bare or all quoted; `undefined` where the library has to look. */
function plainCells(text: string, delimiter: string): readonly string[] | undefined {
  if (!text.includes('"')) return text.split(delimiter);
  if (!text.startsWith('"') || !text.endsWith('"')) return undefined;
  const cells = text.slice(1, -1).split(`"${delimiter}"`);
  return quotesIn(text) === 2 * cells.length ? cells : undefined;
}

function quotesIn(text: string): number {
  let count = 0;
  for (let at = text.indexOf('"'); at >= 0; at = text.indexOf('"', at + 1)) count++;
  return count;
}

interface ParsedRow {
  readonly cells: readonly string[];
  /** From the start of the text to the end of the row. */
  readonly lines: number;
}

function parsedRows(text: string, delimiter: string, path: string, from: number): ParsedRow[] {
  const rows: ParsedRow[] = [];
  const keep = (cells: string[], { lines }: CastingContext): null => {
    rows.push({ cells, lines });
    return null;
  };
  try {
    parseSync(text, { ...csvOptions(delimiter), on_record: keep });
  } catch (error) {
    throw explained(error, path, from - 1);
  }
  return rows;
}

/**
 * Lines, many at once. What `bytes` yields are whole characters.
 *
 * @param isTable - Whether a carriage return alone ends a line too.
 */
async function* lineBlocks(
  bytes: AsyncIterable<Buffer>,
  isTable = false,
): AsyncGenerator<string[], void, undefined> {
  let rest = '';
  for await (const chunk of bytes) {
    const text = rest + chunk.toString('utf8');
    // Plain newlines are the quicker case by far; what may be half of a line end waits for its other half.
    const isPlain = !isTable || !text.includes('\r');
    const lines = text.split(isPlain ? '\n' : /\r\n|\n|\r(?!$)/);
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}

async function eachLine(
  blocks: AsyncIterable<readonly string[]>,
  { path }: RecordFile,
  see: See,
): Promise<void> {
  let line = 0;
  for await (const lines of blocks) {
    for (const json of lines) {
      line++;
      if (json.trim() === '') continue;
      const record = parsed(json);
      if (isRecord(record)) see(record, line);
      else {
        throw new CommandError(
          `${path}: line ${line} is not a JSON object. Correct it, or remove it.`,
        );
      }
    }
  }
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json) as unknown;
  } catch {
    return undefined;
  }
}

/** The names that the lines have, those of what is nested with a dot. */
function namesIn(lines: readonly string[]): string[] {
  const names = new Set<string>();
  const collect = (value: unknown, prefix: string): void => {
    if (!isRecord(value)) return;
    for (const [name, inner] of Object.entries(value)) {
      if (isRecord(inner)) collect(inner, `${prefix}${name}.`);
      else names.add(`${prefix}${name}`);
    }
  };
  for (const line of lines) collect(parsed(line), '');
  return [...names];
}
