/** Reads the input row by row: CSV with a header, or NDJSON. */
import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { open } from 'node:fs/promises';
import { CommandError } from '../exit.ts';
import { linesOf } from './lines.ts';

/** A row as it stands in the input. */
export interface Row {
  /** Counts from 1, without the header and empty lines. */
  readonly row: number;
  /** The line of the file that it begins in. */
  readonly line: number;
  /** Of CSV. */
  readonly cells?: readonly string[];
  /** Of NDJSON. */
  readonly value?: unknown;
  /** Why it cannot be read. */
  readonly problem?: string;
}

export interface Input {
  readonly path: string;
  readonly kind: 'csv' | 'ndjson';
  readonly size: number;
  readonly delimiter: string;
  /** Of CSV. */
  readonly header: readonly string[];
}

/** No request is near as long; a quote that is never closed would swallow the rest of the file. */
const longestRow = 1024 * 1024;

export async function openInput(path: string, delimiter: string | undefined): Promise<Input> {
  if (path === '-') {
    throw new CommandError(
      'A batch reads its input more than once, so it cannot be standard input: save it as a file.',
    );
  }
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new CommandError(`${path} is no file: a batch has to read its input more than once.`);
    }
    const { size } = stat;
    const start = Buffer.alloc(Math.min(size, 64 * 1024));
    await handle.read(start, 0, start.length, 0);
    if (/^(fffe|feff)/.test(start.subarray(0, 2).toString('hex'))) {
      throw new CommandError(`${path} is UTF-16: save it as UTF-8 first.`);
    }
    const text = start.toString('utf8').replace(/^\ufeff/, '');
    if (size === 0) throw new CommandError(`${path} is empty.`);
    const kind = /\.(ndjson|jsonl)$/i.test(path) || /^\s*\{/.test(text) ? 'ndjson' : 'csv';
    if (kind === 'ndjson') return { path, kind, size, delimiter: '', header: [] };
    if (/^\s*\[/.test(text)) {
      throw new CommandError(`${path} is a JSON list: write one object a line (NDJSON) or CSV.`);
    }
    const found = delimiter === '\\t' ? '\t' : (delimiter ?? delimiterOf(text));
    const header = await headerOf(text, found, path);
    return { path, kind, size, delimiter: found, header };
  } finally {
    await handle.close();
  }
}

/** Reads what was there when the input was opened, and no more. */
export function rowsOf(
  input: Input,
  bytes?: (chunk: Buffer) => void,
): AsyncGenerator<Row, void, undefined> {
  const stream = createReadStream(input.path, { end: input.size - 1, highWaterMark: 256 * 1024 });
  if (bytes !== undefined)
    stream.on('data', (chunk) => {
      bytes(chunk as Buffer);
    });
  return input.kind === 'csv' ? csvRows(stream, input) : ndjsonRows(stream);
}

async function* csvRows(
  stream: NodeJS.ReadableStream,
  { delimiter, header, path }: Input,
): AsyncGenerator<Row, void, undefined> {
  const parser = parse({ ...csvOptions(delimiter), info: true });
  stream.on('error', (error: Error) => parser.destroy(error));
  stream.pipe(parser);
  let row = -1;
  try {
    for await (const found of parser as AsyncIterable<{
      record: string[];
      info: { lines: number };
    }>) {
      const { record: cells, info } = found;
      row++;
      if (row === 0) continue;
      const breaks = cells.reduce((sum, cell) => sum + (cell.match(/\n/g)?.length ?? 0), 0);
      const line = info.lines - breaks;
      const isWhole = cells.length === header.length;
      const problem = `has ${cells.length} cells, and the header ${header.length}`;
      yield isWhole ? { row, line, cells } : { row, line, problem };
    }
  } catch (error) {
    throw isCsvError(error) ? new CommandError(csvMessage(error, path)) : error;
  }
}

interface CsvError extends Error {
  readonly code: string;
  readonly lines?: number;
}

function isCsvError(error: unknown): error is CsvError {
  return String((error as Partial<CsvError> | undefined)?.code).startsWith('CSV_');
}

/** Not the library's own message: it quotes cells. */
function csvMessage({ code, lines }: CsvError, path: string): string {
  const what =
    code === 'CSV_MAX_RECORD_SIZE' || code === 'CSV_QUOTE_NOT_CLOSED'
      ? 'a quote is opened and not closed'
      : 'a quote stands in the middle of a cell';
  return `${path} is not CSV: near line ${lines ?? 1} ${what}. Nothing after that can be read for certain.`;
}

function csvOptions(delimiter: string): Record<string, unknown> {
  return {
    ...{ delimiter, bom: true, relax_column_count: true, skip_empty_lines: true },
    ...{ max_record_size: longestRow, trim: true },
  };
}

async function* ndjsonRows(
  stream: AsyncIterable<Buffer | string>,
): AsyncGenerator<Row, void, undefined> {
  let line = 0;
  let row = 0;
  for await (const { text } of linesOf(stream, longestRow)) {
    line++;
    const json = line === 1 ? text.replace(/^\ufeff/, '') : text;
    if (json.trim() === '') continue;
    row++;
    let found: Pick<Row, 'value' | 'problem'>;
    try {
      found = { value: JSON.parse(json) as unknown };
    } catch {
      found = { problem: json.length >= longestRow ? 'is longer than 1 MB' : 'is not JSON' };
    }
    yield { row, line, ...found };
  }
}

/** The one that stands most often in the header, outside quotes. */
function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/\r?\n/);
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, head.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

async function headerOf(text: string, delimiter: string, path: string): Promise<string[]> {
  const parser = parse({ ...csvOptions(delimiter), to: 1 });
  parser.end(text);
  try {
    for await (const record of parser as AsyncIterable<string[]>) return record;
  } catch (error) {
    throw isCsvError(error) ? new CommandError(csvMessage(error, path)) : error;
  }
  throw new CommandError(`${path} has no header.`);
}
