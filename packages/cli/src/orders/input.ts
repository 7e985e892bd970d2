/** Opens a file of orders, and finds out what it is: CSV with a header, or NDJSON. */
import { createReadStream } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { CommandError } from '../exit.ts';
import { type Encoding, encodingOf, utf8Of } from '../input/decode.ts';
import { delimiterOf, headerOf, separatorLine } from './csv.ts';

export interface Input {
  readonly path: string;
  readonly kind: 'csv' | 'ndjson';
  readonly size: number;
  readonly encoding: Encoding;
  /** Of CSV. */
  readonly delimiter: string;
  readonly header: readonly string[];
  /** Lines before the header: 1 where a spreadsheet wrote `sep=;` first. */
  readonly headerLine: number;
}

/** Where the header has to end. */
const startLength = 1024 * 1024;

export async function openInput(path: string, delimiter: string | undefined): Promise<Input> {
  if (path === '-') {
    throw new CommandError(
      'The input is read more than once, so it cannot be standard input: save it as a file.',
    );
  }
  const handle = await open(path, 'r');
  try {
    const stat = await handle.stat();
    if (!stat.isFile()) {
      throw new CommandError(`${path} is not a file: the input is read more than once.`);
    }
    const { size } = stat;
    if (size === 0) throw new CommandError(`${path} is empty.`);
    const { encoding, text } = await startOf(handle, size, path);
    await checkEncoding(path, size, encoding);
    const kind = kindOf(path, text);
    const shared = { path, kind, size, encoding };
    if (kind === 'ndjson') return { ...shared, delimiter: '', header: [], headerLine: 0 };
    const separator = separatorLine(text);
    const table = text.slice(separator?.length ?? 0);
    const given = delimiter === '\\t' ? '\t' : delimiter;
    const found = given ?? separator?.delimiter ?? delimiterOf(table);
    const header = await headerOf(table, found, path);
    return { ...shared, delimiter: found, header, headerLine: separator === undefined ? 0 : 1 };
  } finally {
    await handle.close();
  }
}

/** The bytes that were there when the input was opened, as UTF-8. */
export function bytesOf(
  { path, size, encoding }: Pick<Input, 'path' | 'size' | 'encoding'>,
  see?: (chunk: Buffer) => void,
): AsyncGenerator<Buffer, void, undefined> {
  const stream = createReadStream(path, { end: size - 1, highWaterMark: 64 * 1024 });
  if (see !== undefined) {
    stream.on('data', (chunk) => {
      see(chunk as Buffer);
    });
  }
  return utf8Of(stream, encoding, path);
}

async function startOf(
  handle: FileHandle,
  size: number,
  path: string,
): Promise<{ encoding: Encoding; text: string }> {
  const start = Buffer.alloc(Math.min(size, startLength));
  await handle.read(start, 0, start.length, 0);
  const encoding = encodingOf(start.subarray(0, 4096), path);
  return { encoding, text: new TextDecoder(encoding).decode(start) };
}

/**
 * Reads all bytes before anything is sent: a file that must be converted is another file afterwards, with
 * which a run cannot go on. It takes half a second for a gigabyte.
 */
async function checkEncoding(path: string, size: number, encoding: Encoding): Promise<void> {
  const chunks = bytesOf({ path, size, encoding });
  while ((await chunks.next()).done !== true);
}

function kindOf(path: string, text: string): Input['kind'] {
  if (/^\s*\[/.test(text)) {
    throw new CommandError(
      `${path} is a JSON list: write one object a line (NDJSON), such as with "jq -c .[] ${path}", or CSV.`,
    );
  }
  const isNamed = /\.(ndjson|jsonl)$/i.test(path);
  if (!isNamed && !/^\s*\{/.test(text)) {
    if (/^\s*<(\?xml|!doctype|html)/i.test(text)) {
      throw new CommandError(`${path} is XML or a web page: export the orders as CSV.`);
    }
    return 'csv';
  }
  const [first = '', ...more] = text.trimStart().split(/\r\n|\n|\r/);
  if (
    more.length > 0 &&
    first.startsWith('{') &&
    !isJson(first) &&
    /^[\s}\]]|^$/.test(more[0] ?? '')
  ) {
    throw new CommandError(
      `${path} is a JSON document over several lines: write one object a line (NDJSON), such as with "jq -c . ${path}".`,
    );
  }
  return 'ndjson';
}

function isJson(line: string): boolean {
  try {
    JSON.parse(line);
    return true;
  } catch {
    return false;
  }
}
