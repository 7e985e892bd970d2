/** Reads CSV: rows with the line that each begins in. */
import { type Options, parse } from 'csv-parse';
import { Readable } from 'node:stream';
import { CommandError } from '../exit.ts';
import { type Row } from './row.ts';

/** No request is near as long; a quote that is never closed would swallow the rest of the file. */
export const longestRow: number = 1024 * 1024;

export interface Table {
  readonly path: string;
  readonly delimiter: string;
  readonly header: readonly string[];
  readonly headerLine: number;
}

export async function* csvRows(
  bytes: AsyncIterable<Buffer>,
  { path, delimiter, header, headerLine }: Table,
): AsyncGenerator<Row, void, undefined> {
  const parser = parse({ ...csvOptions(delimiter), from_line: headerLine + 1, info: true });
  const stream = Readable.from(bytes);
  stream.on('error', (error: Error) => parser.destroy(error));
  stream.pipe(parser);
  let row = -1;
  try {
    for await (const found of parser as AsyncIterable<Found>) {
      row++;
      if (row === 0) continue;
      const { record: cells, info } = found;
      const line = info.lines - breaksIn(cells);
      const isWhole = cells.length === header.length;
      const problem = `has ${cells.length} cells, but the header has ${header.length}`;
      yield isWhole ? { row, line, cells } : { row, line, problem };
    }
  } catch (error) {
    throw explained(error, path);
  } finally {
    stream.destroy();
  }
}

interface Found {
  readonly record: string[];
  readonly info: { readonly lines: number };
}

function breaksIn(cells: readonly string[]): number {
  let breaks = 0;
  for (const cell of cells) {
    if (cell.includes('\n') || cell.includes('\r')) {
      breaks += cell.match(/\r\n|\n|\r/g)?.length ?? 0;
    }
  }
  return breaks;
}

/** `sep=;`, by which Excel is told the separator of the table that follows. */
export function separatorLine(
  text: string,
): { readonly delimiter: string; readonly length: number } | undefined {
  const found = /^"?sep=(.)"?(\r\n|\n|\r)/i.exec(text);
  return found === null ? undefined : { delimiter: found[1] ?? ',', length: found[0].length };
}

/** The one that stands most often in the header, outside quotes. */
export function delimiterOf(text: string): string {
  const [head = ''] = text.replace(/"[^"]*"/g, '').split(/\r\n|\n|\r/);
  const counts = [',', ';', '\t', '|'].map((sign) => [sign, head.split(sign).length] as const);
  return counts.reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

export async function headerOf(text: string, delimiter: string, path: string): Promise<string[]> {
  const parser = parse({ ...csvOptions(delimiter), to: 1 });
  parser.end(text);
  try {
    for await (const record of parser as AsyncIterable<string[]>) return record;
  } catch (error) {
    throw explained(error, path);
  }
  throw new CommandError(`${path} has no header.`);
}

export function csvOptions(delimiter: string): Options {
  return {
    ...{ delimiter, relax_column_count: true, skip_empty_lines: true, trim: true },
    // Given, since the library takes the first line end that it meets for that of all.
    record_delimiter: ['\r\n', '\n', '\r'],
    max_record_size: longestRow,
  };
}

/**
 * Not the library's own message: it quotes cells, and so does its stack.
 *
 * @param before - Lines of the file before those that the library was given.
 */
export function explained(error: unknown, path: string, before = 0): unknown {
  const { code, lines } = error as { readonly code?: unknown; readonly lines?: number };
  const what = mistakes[String(code)];
  if (what === undefined && !String(code).startsWith('CSV_')) return error;
  return new CommandError(
    `${path} is not valid CSV: near line ${before + (lines ?? 1)} ${what ?? 'is not a row of a table'}. The rows after it cannot be read reliably.`,
  );
}

const stray =
  'there is a quote in the middle of a cell (quote the cell, and double the quote in it)';

const mistakes: Readonly<Record<string, string>> = {
  CSV_QUOTE_NOT_CLOSED: 'a quote is opened and not closed',
  CSV_MAX_RECORD_SIZE:
    'a row is longer than 1 MB: a quote may be opened and not closed, or the line endings are not those of a CSV file',
  INVALID_OPENING_QUOTE: stray,
  CSV_INVALID_CLOSING_QUOTE: stray,
  CSV_NON_TRIMABLE_CHAR_AFTER_CLOSING_QUOTE: stray,
};
