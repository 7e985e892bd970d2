/** Reads a table or lines of JSON record by record, in constant memory. */
import { parse as parseSync } from 'csv-parse/sync';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { isRecord } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';

/** Reads one column of a record; `undefined` where the record has none, `''` where it is empty. */
export type Reader = (record: FileRecord) => string | undefined;

/** Cells of CSV, or what a line of NDJSON holds. */
export type FileRecord = readonly string[] | Readonly<Record<string, unknown>>;

export interface RecordFile {
  readonly path: string;
  readonly kind: 'csv' | 'ndjson';
  /** Of NDJSON: what its first lines have, nested names with a dot. */
  readonly columns: readonly string[];
  readonly delimiter: string;
}

type See = (record: FileRecord, line: number) => void;

/** A quote that is never closed would swallow the rest of the file. */
const longestRecord = 1024 * 1024;

export async function openRecords(path: string): Promise<RecordFile> {
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (stat.isDirectory()) throw new CommandError(`${path} is a folder. Name a file.`);
    const start = Buffer.alloc(256 * 1024);
    const { bytesRead } = await handle.read(start, 0, start.length, 0);
    if (bytesRead === 0) throw new CommandError(`${path} is empty.`);
    const bytes = start.subarray(0, bytesRead);
    if (/^(fffe|feff)/.test(bytes.subarray(0, 2).toString('hex'))) throw notUtf8(path);
    const text = bytes.toString('utf8').replace(/^\ufeff/, '');
    if (/^\s*\[/.test(text)) {
      throw new CommandError(`${path} is a JSON list. Write one object a line (NDJSON), or CSV.`);
    }
    if (/\.(ndjson|jsonl)$/i.test(path) || /^\s*\{/.test(text)) {
      const isWhole = bytesRead < start.length;
      const lines = (isWhole ? text : text.slice(0, text.lastIndexOf('\n'))).split('\n');
      return { path, kind: 'ndjson', columns: namesIn(lines.slice(0, 200)), delimiter: '' };
    }
    const delimiter = delimiterOf(text);
    return { path, kind: 'csv', columns: headerOf(text, delimiter, path), delimiter };
  } finally {
    await handle.close();
  }
}

/** @returns `undefined` where the file has no such column. */
export function readerOf({ kind, columns }: RecordFile, name: string): Reader | undefined {
  const at = columns.indexOf(name);
  if (at < 0) return undefined;
  return kind === 'ndjson'
    ? jsonReader(name)
    : (record) => (record as readonly string[])[at]?.trim();
}

/** Of a name that may hold a dot itself, or lead to something nested. */
function jsonReader(name: string): Reader {
  const path = name.split('.');
  return (record) => {
    const own = (record as Readonly<Record<string, unknown>>)[name];
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
  const stream = createReadStream(file.path);
  const texts = decoded(stream, file.path);
  await (file.kind === 'csv' ? eachRow(texts, file, see) : eachLine(texts, file, see));
}

async function* decoded(
  stream: AsyncIterable<Buffer>,
  path: string,
): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of stream) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === 'ERR_ENCODING_INVALID_ENCODED_DATA' ? notUtf8(path) : error;
  }
}

/**
 * A line without a quote is split here, many times as fast as by the library: a million orders would take
 * half a minute otherwise. What has quotes goes to the library, as many records at once as stand together.
 */
async function eachRow(
  texts: AsyncIterable<string>,
  { path, delimiter, columns }: RecordFile,
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
    for (const { record, info } of parsedRows(quoted, delimiter, path, quotedFrom)) {
      hand(record, quotedFrom + info.lines - 1);
    }
    quoted = '';
  };
  for await (const lines of lineBlocks(texts)) {
    for (const text of lines) {
      line++;
      const hasQuote = text.includes('"');
      if (!hasQuote && !isOpen) {
        flush();
        if (text.trim() !== '') hand(text.split(delimiter), line);
        continue;
      }
      if (quoted === '') quotedFrom = line;
      quoted += `${text}\n`;
      if (hasQuote && (text.match(/"/g)?.length ?? 0) % 2 === 1) isOpen = !isOpen;
      if (quoted.length > (isOpen ? longestRecord : 64 * 1024)) flush();
    }
  }
  flush();
}

interface ParsedRow {
  readonly record: readonly string[];
  readonly info: { readonly lines: number };
}

function parsedRows(text: string, delimiter: string, path: string, from: number): ParsedRow[] {
  try {
    return parseSync(text, { ...csvOptions(delimiter), info: true }) as unknown as ParsedRow[];
  } catch (error) {
    throw csvError(error, path, from - 1);
  }
}

async function* lineBlocks(
  texts: AsyncIterable<string>,
): AsyncGenerator<string[], void, undefined> {
  let rest = '';
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    yield lines;
  }
  yield [rest];
}

async function eachLine(
  texts: AsyncIterable<string>,
  { path }: RecordFile,
  see: See,
): Promise<void> {
  let line = 0;
  for await (const lines of lineBlocks(texts)) {
    for (const json of lines) {
      line++;
      if (json.trim() === '') continue;
      const record = parsed(json);
      if (isRecord(record)) see(record, line);
      else {
        throw new CommandError(
          `${path}: line ${line} is no JSON object. Correct it, or leave it out.`,
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

function csvOptions(delimiter: string): Record<string, unknown> {
  return {
    ...{ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true, trim: true },
    max_record_size: longestRecord,
  };
}

/** Not the library's own message: it quotes cells. */
function csvError(error: unknown, path: string, before = 0): unknown {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: number };
  if (!String(code).startsWith('CSV_')) return error;
  return new CommandError(
    `${path} is not CSV: near line ${before + (lines ?? 1)} a quote is not closed, or stands in the middle of a cell.`,
  );
}

const notUtf8 = (path: string): CommandError =>
  new CommandError(`${path} is not UTF-8. Export or save it as UTF-8.`);

function headerOf(text: string, delimiter: string, path: string): string[] {
  try {
    const rows: readonly string[][] = parseSync(text, { ...csvOptions(delimiter), to: 1 });
    const [header] = rows;
    if (header !== undefined) return header;
  } catch (error) {
    throw csvError(error, path);
  }
  throw new CommandError(`${path} has no header.`);
}

/** The one that stands most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/);
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, head.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
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
  for (const line of lines) collect(parsed(line.replace(/^\ufeff/, '')), '');
  return [...names];
}
