/** Colour and width, as far as the stream, the terminal and the user want them. */
import { type Output } from './stream.ts';

export interface Style {
  readonly width: number;
  readonly bold: (text: string) => string;
  readonly dim: (text: string) => string;
  readonly red: (text: string) => string;
  readonly yellow: (text: string) => string;
  readonly green: (text: string) => string;
  readonly cyan: (text: string) => string;
}

/** Plain for a pipe, under NO_COLOR (https://no-color.org) and on a dumb terminal. */
export function styleOf(stream: Output, env: Readonly<Record<string, string | undefined>>): Style {
  const forced = env['FORCE_COLOR'];
  const isColoured =
    (env['NO_COLOR'] ?? '') === '' &&
    (forced === undefined
      ? stream.isTTY === true && env['TERM'] !== 'dumb'
      : !['0', 'false'].includes(forced.toLowerCase()));
  const paint =
    (open: number, close: number) =>
    (text: string): string =>
      isColoured && text !== '' ? `\x1b[${open}m${text}\x1b[${close}m` : text;
  return {
    width: Math.max(40, Math.min(stream.columns ?? 80, 120)),
    bold: paint(1, 22),
    dim: paint(2, 22),
    red: paint(31, 39),
    yellow: paint(33, 39),
    green: paint(32, 39),
    cyan: paint(36, 39),
  };
}

/**
 * Text of others made harmless for a terminal: control characters, which could move the cursor or
 * colour what follows, become visible.
 */
export function harmless(text: string): string {
  return text.replace(
    // eslint-disable-next-line no-control-regex -- control characters are what is looked for
    /[\x00-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g,
    '\ufffd',
  );
}

/** A result of others with every string and every name in it made {@link harmless}, for showing it. */
export function harmlessResult<Result>(result: Result): Result {
  return cleaned(result) as Result;
}

function cleaned(value: unknown): unknown {
  if (typeof value === 'string') return harmless(value);
  if (Array.isArray(value)) return value.map(cleaned);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [harmless(name), cleaned(inner)]),
  );
}

/**
 * JSON with what a terminal obeys, but JSON does not escape, written as escapes: it says the same to a
 * program.
 */
export function harmlessJson(value: unknown, space?: number): string {
  const json = JSON.stringify(value, null, space);
  return json.replace(
    /[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** Messages as wide as a terminal is; in a log a message stays one line. */
export function fitted(text: string, { isTTY, columns }: Output): string {
  if (isTTY !== true || columns === undefined) return text;
  const fit = (line: string): string => {
    if (shownLength(line) <= columns) return line;
    const indent = /^ */.exec(line)?.[0].length ?? 0;
    return ' '.repeat(indent) + wrap(line.trimStart(), columns - indent, indent);
  };
  return text.split('\n').map(fit).join('\n');
}

/** Breaks text between words; every line but the first is indented. */
export function wrap(text: string, width: number, indent = 0): string {
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && shownLength(line) + 1 + shownLength(word) > Math.max(width, 20)) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  lines.push(line);
  return lines.join(`\n${' '.repeat(indent)}`);
}

/** Without what only colours it. */
function shownLength(text: string): number {
  // eslint-disable-next-line no-control-regex -- colours are control characters
  return text.replace(/\x1b\[\d+m/g, '').length;
}
