/** The one decoder of everything that this program reads: UTF-8, or UTF-16 with a byte order mark. */
import { isUtf8 } from 'node:buffer';
import { CommandError } from '../exit.ts';

export type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be';

type Bytes = AsyncIterable<Buffer | string>;

/** What other files begin with, and what to do about each. */
const others: readonly (readonly [RegExp, string])[] = [
  [/^1f8b/, 'is compressed with gzip: unpack it first, such as with "gunzip"'],
  [/^504b0304/, 'is a ZIP file or an Excel workbook: unpack it, or save the sheet as "CSV UTF-8"'],
  [/^d0cf11e0/, 'is an old Excel workbook: save the sheet as "CSV UTF-8"'],
  [/^25504446/, 'is a PDF document: export the orders as CSV'],
  [/^(28b52ffd|425a68|fd377a58)/, 'is compressed: unpack it first'],
  [/^(0000feff|fffe0000)/, 'is UTF-32: save it as UTF-8'],
];

/**
 * Tells the encoding by the first bytes; 4 kB are enough.
 *
 * @param name - Of the file, for the message of what is refused.
 */
export function encodingOf(start: Buffer, name: string): Encoding {
  const first = start.subarray(0, 4).toString('hex');
  for (const [signature, advice] of others) {
    if (signature.test(first)) throw new CommandError(`${name} ${advice}.`);
  }
  if (first.startsWith('fffe')) return 'utf-16le';
  if (first.startsWith('feff')) return 'utf-16be';
  if (looksLikeUtf16(start)) {
    throw new CommandError(
      `${name} looks like UTF-16 without a byte order mark: save it as UTF-8, such as with "iconv -f UTF-16LE -t UTF-8".`,
    );
  }
  return 'utf-8';
}

/** Plain text in UTF-16 has a NUL in most pairs of bytes, always on the same side. */
function looksLikeUtf16(start: Buffer): boolean {
  const nuls = [0, 0];
  for (const [at, byte] of start.entries()) if (byte === 0) nuls[at & 1] = (nuls[at & 1] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  const pairs = start.length >> 1;
  return pairs > 1 && Math.max(even, odd) > pairs * 0.6 && Math.min(even, odd) < pairs * 0.1;
}

/** A whole text, without its byte order mark. */
export async function decoded(bytes: Buffer, name: string): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of utf8Of(once(bytes), encodingOf(bytes.subarray(0, 4096), name), name)) {
    parts.push(part);
  }
  return Buffer.concat(parts).toString('utf8');
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer, void, undefined> {
  await Promise.resolve();
  yield bytes;
}

/** The same text as UTF-8, checked, without a byte order mark. Refuses what it cannot read, with its line. */
export function utf8Of(
  stream: Bytes,
  encoding: Encoding,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  return encoding === 'utf-8' ? checkedUtf8(stream, name) : fromUtf16(stream, encoding, name);
}

const bufferOf = (chunk: Buffer | string): Buffer =>
  typeof chunk === 'string' ? Buffer.from(chunk) : chunk;

const newline = 0x0a;
const utf8Mark = Buffer.from('\ufeff');

async function* checkedUtf8(stream: Bytes, name: string): AsyncGenerator<Buffer, void, undefined> {
  const place = { lines: 0, characters: 0 };
  let rest: Buffer = Buffer.alloc(0);
  let isStart = true;
  for await (const chunk of stream) {
    let bytes = bufferOf(chunk);
    if (rest.length > 0) bytes = Buffer.concat([rest, bytes]);
    if (isStart && bytes.length < utf8Mark.length) {
      rest = bytes;
      continue;
    }
    if (isStart && bytes.subarray(0, 3).equals(utf8Mark)) bytes = bytes.subarray(3);
    isStart = false;
    const end = wholeLength(bytes);
    const whole = bytes.subarray(0, end);
    rest = bytes.subarray(end);
    if (!isUtf8(whole)) throw notUtf8(name, place, whole);
    move(place, whole);
    if (whole.length > 0) yield whole;
  }
  if (!isUtf8(rest)) throw notUtf8(name, place, rest);
  if (rest.length > 0) yield rest;
}

/** What was read: whole lines, and characters of the line that is not. */
interface Place {
  lines: number;
  characters: number;
}

function move(place: Place, bytes: Buffer): void {
  const lines = count(bytes, newline);
  const rest = bytes.subarray(bytes.lastIndexOf(newline) + 1).toString('utf8').length;
  place.lines += lines;
  place.characters = lines === 0 ? place.characters + rest : rest;
}

/** The length without a character that is cut off at the end. */
function wholeLength(bytes: Buffer): number {
  for (let back = 1; back <= Math.min(3, bytes.length); back++) {
    const byte = bytes[bytes.length - back] ?? 0;
    if (byte < 0x80) break;
    if (byte < 0xc0) continue;
    const length = byte >= 0xf0 ? 4 : byte >= 0xe0 ? 3 : 2;
    return length > back ? bytes.length - back : bytes.length;
  }
  return bytes.length;
}

function notUtf8(name: string, place: Place, bytes: Buffer): CommandError {
  let line = place.lines + 1;
  let start = 0;
  let end = bytes.indexOf(newline);
  while (end >= 0 && isUtf8(bytes.subarray(start, end))) {
    line++;
    start = end + 1;
    end = bytes.indexOf(newline, start);
  }
  const text = bytes.subarray(start, end < 0 ? bytes.length : end).toString('utf8');
  const column = text.indexOf('\ufffd') + 1 + (start === 0 ? place.characters : 0);
  return new CommandError(
    `${name} is not UTF-8: see line ${line}, character ${column}. Save it as UTF-8, such as with "iconv -f WINDOWS-1252 -t UTF-8".`,
  );
}

async function* fromUtf16(
  stream: Bytes,
  encoding: Exclude<Encoding, 'utf-8'>,
  name: string,
): AsyncGenerator<Buffer, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  let lines = 1;
  const decode = (bytes: Buffer, stream: boolean): Buffer => {
    let text: string;
    try {
      text = decoder.decode(bytes, { stream });
    } catch {
      const [before = ''] = new TextDecoder(encoding).decode(bytes).split('\ufffd');
      lines += before.split('\n').length - 1;
      throw new CommandError(`${name} is not whole UTF-16: see line ${lines}. Save it as UTF-8.`);
    }
    lines += text.split('\n').length - 1;
    return Buffer.from(text);
  };
  for await (const chunk of stream) {
    const bytes = decode(bufferOf(chunk), true);
    if (bytes.length > 0) yield bytes;
  }
  decode(Buffer.alloc(0), false);
}

function count(bytes: Buffer, byte: number): number {
  let found = 0;
  for (let at = bytes.indexOf(byte); at >= 0; at = bytes.indexOf(byte, at + 1)) found++;
  return found;
}
