/** Splits a stream of bytes into lines without ever holding more than one. */

export interface Line {
  /** Without its line break. */
  readonly text: string;
  /** Offset of the byte behind it, line break included. */
  readonly end: number;
  /** False for a last line without a line break. */
  readonly isWhole: boolean;
}

const newline = 0x0a;

/** @param most - Longer lines come cut to this many bytes. */
export async function* linesOf(
  stream: AsyncIterable<Buffer | string>,
  most?: number,
): AsyncGenerator<Line, void, undefined> {
  let parts: Buffer[] = [];
  let held = 0;
  let offset = 0;
  const take = (): string => {
    const text = Buffer.concat(parts).toString('utf8');
    parts = [];
    held = 0;
    return text;
  };
  const hold = (part: Buffer): void => {
    const room = (most ?? Infinity) - held;
    if (room > 0 && part.length > 0) parts.push(part.length > room ? part.subarray(0, room) : part);
    held += part.length;
  };
  for await (const chunk of stream) {
    const bytes = typeof chunk === 'string' ? Buffer.from(chunk) : chunk;
    let start = 0;
    for (;;) {
      const at = bytes.indexOf(newline, start);
      if (at < 0) break;
      hold(bytes.subarray(start, at));
      yield { text: take(), end: offset + at + 1, isWhole: true };
      start = at + 1;
    }
    hold(bytes.subarray(start));
    offset += bytes.length;
  }
  if (held > 0) yield { text: take(), end: offset, isWhole: false };
}
