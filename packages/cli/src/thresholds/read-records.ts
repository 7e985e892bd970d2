/** Reads a table or lines of JSON record by record, in constant memory. */
import { parse } from 'csv-parse';
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
    return { path, kind: 'csv', columns: await headerOf(text, delimiter, path), delimiter };
  } finally {
    await handle.close();
  }
}

/** @returns `undefined` where the file has no such column. */
export function readerOf({ kind, columns }: RecordFile, name: string): Reader | undefined {
  const at = columns.indexOf(name);
  if (at < 0) return undefined;
  return kind === 'ndjson' ? jsonReader(name) : (record) => (record as readonly string[])[at];
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
  const stream = createReadStream(file.path, { highWaterMark: 256 * 1024 });
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
    throw error instanceof TypeError ? notUtf8(path) : error;
  }
}

async function eachRow(
  texts: AsyncIterable<string>,
  { path, delimiter, columns }: RecordFile,
  see: See,
): Promise<void> {
  let isHeader = true;
  const parser = parse({
    ...csvOptions(delimiter),
    // In place of handing records on through the stream, one by one.
    on_record: (cells: readonly string[], { lines }: { readonly lines: number }) => {
      if (isHeader) isHeader = false;
      else if (cells.length === columns.length) see(cells, lines);
      else {
        throw new CommandError(
          `${path}: the row that ends in line ${lines} has ${cells.length} cells, and the header has ${columns.length}. Correct the row, or export the file again.`,
        );
      }
      return null;
    },
  });
  let failure: unknown;
  const ended = new Promise<void>((resolve) => {
    parser.on('error', (error) => {
      failure = error;
      resolve();
    });
    parser.on('end', resolve);
  });
  parser.resume();
  for await (const text of texts) {
    if (failure !== undefined) break;
    if (!parser.write(text)) {
      await Promise.race([new Promise((resolve) => parser.once('drain', resolve)), ended]);
    }
  }
  parser.end();
  await ended;
  if (failure !== undefined) throw csvError(failure, path);
}

async function eachLine(
  texts: AsyncIterable<string>,
  { path }: RecordFile,
  see: See,
): Promise<void> {
  let rest = '';
  let line = 0;
  const take = (text: string): void => {
    line++;
    const json = line === 1 ? text.replace(/^\ufeff/, '') : text;
    if (json.trim() === '') return;
    const record = parsed(json);
    if (!isRecord(record)) {
      throw new CommandError(
        `${path}: line ${line} is no JSON object. Correct it, or leave it out.`,
      );
    }
    see(record, line);
  };
  for await (const text of texts) {
    const lines = (rest + text).split('\n');
    rest = lines.pop() ?? '';
    for (const one of lines) take(one);
  }
  take(rest);
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
function csvError(error: unknown, path: string): unknown {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: number };
  if (!String(code).startsWith('CSV_')) return error;
  return new CommandError(
    `${path} is not CSV: near line ${lines ?? 1} a quote is not closed, or stands in the middle of a cell.`,
  );
}

const notUtf8 = (path: string): CommandError =>
  new CommandError(`${path} is not UTF-8. Export or save it as UTF-8.`);

async function headerOf(text: string, delimiter: string, path: string): Promise<string[]> {
  const parser = parse({ ...csvOptions(delimiter), to: 1 });
  parser.end(text);
  try {
    for await (const record of parser as AsyncIterable<string[]>) return record;
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
