/** Reads a file of orders row by row; rows of one order may be made one. */
import { linesOf } from '../batch/lines.ts';
import { csvRows, longestRow } from './csv.ts';
import { gathered } from './group.ts';
import { bytesOf, type Input } from './input.ts';
import { type Mapping } from './mapping.ts';
import { type Row } from './row.ts';

/**
 * Reads what was there when the input was opened, and no more.
 *
 * @param see - Told of the file's own bytes as they are read.
 */
export function rowsOf(
  input: Input,
  mapping: Pick<Mapping, 'columns' | 'groupBy'>,
  see?: (chunk: Buffer) => void,
): AsyncGenerator<Row, void, undefined> {
  const bytes = bytesOf(input, see);
  if (input.kind === 'ndjson') return ndjsonRows(bytes);
  return gathered(csvRows(bytes, input), input, mapping);
}

async function* ndjsonRows(bytes: AsyncIterable<Buffer>): AsyncGenerator<Row, void, undefined> {
  let line = 0;
  let row = 0;
  for await (const { text } of linesOf(bytes, longestRow)) {
    line++;
    if (text.trim() === '') continue;
    row++;
    let found: Pick<Row, 'value' | 'problem'>;
    try {
      found = { value: JSON.parse(text) as unknown };
    } catch {
      found = { problem: text.length >= longestRow ? 'is longer than 1 MB' : 'is not JSON' };
    }
    yield { row, line, ...found };
  }
}
