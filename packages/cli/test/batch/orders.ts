/** An input file, and what a run made of it. */
import { existsSync, readFileSync, writeFileSync } from 'node:fs';

/** A CSV file of so many orders, `order-1` in row 1, with further columns that have a number each. */
export function writeOrders(path: string, rows: number, more: readonly string[] = []): void {
  const lines = [['Order ID', 'ip', 'Order Total', ...more].join(',')];
  for (let row = 1; row <= rows; row++) {
    lines.push([`order-${row}`, '203.0.113.7', `${row}.5`, ...more.map(() => '3')].join(','));
  }
  writeFileSync(path, `${lines.join('\n')}\n`);
}

export interface ResultLine {
  readonly row: number;
  readonly line: number;
  readonly transactionId: string;
  readonly result?: {
    readonly id: string;
    readonly riskScore: number;
    readonly warnings: readonly object[];
  };
  readonly error?: { readonly code: string };
}

export function resultLines(path: string): ResultLine[] {
  if (!existsSync(path)) return [];
  const lines = readFileSync(path, 'utf8').split('\n');
  if (lines.pop() !== '') throw new Error('the last line of the results is torn');
  return lines.map((line) => JSON.parse(line) as ResultLine);
}

/** The rows that a run said to be in doubt. */
export function doubtfulRows(stderr: string): number[] {
  const ranges = /in doubt: [^\n]*\n {2}Rows ([^\n]*)/.exec(stderr)?.[1];
  if (ranges === undefined) return [];
  return ranges.split(', ').flatMap((range) => {
    const [first = 0, last = first] = range.split('-').map(Number);
    return Array.from({ length: last - first + 1 }, (_, at) => first + at);
  });
}
