/** `--part K/N`: which orders are this run's, so that N runs share a file without knowing of each other. */
import { crc32 } from 'node:zlib';
import { type Column } from '../orders/mapping.ts';
import { type Row } from '../orders/row.ts';

export interface Part {
  /** From 1. */
  readonly index: number;
  readonly of: number;
}

/** More would each read the whole file for next to nothing. */
const mostParts = 100_000;

export function partOf(text: string): Part {
  const [, index = '', of = ''] = /^(\d+)\/(\d+)$/.exec(text.trim()) ?? [];
  const part = { index: Number(index), of: Number(of) };
  if (part.index < 1 || part.index > part.of || part.of > mostParts) {
    throw new SyntaxError(`must be K/N, with K from 1 to N and N up to ${mostParts}, such as 3/16`);
  }
  return part;
}

/**
 * Whether a row is in a part: rows with one order ID always are in the same one, and a row without an ID
 * goes by its number. It is decided before a row is checked, so that no flag changes it.
 */
export function isInPart(
  part: Part | undefined,
  columns: readonly Column[],
): (row: Row) => boolean {
  if (part === undefined) return () => true;
  const at = columns.findIndex((column) => /^event\.transactionId(:|$)/.test(column ?? ''));
  return (row) => {
    const id = row.cells === undefined ? idOf(row.value) : row.cells[at];
    const key = id === undefined || id === '' ? `row ${row.row}` : `order ${id}`;
    return crc32(key) % part.of === part.index - 1;
  };
}

/** Of a line of NDJSON, in either spelling. */
function idOf(value: unknown): string | undefined {
  const event = member(value, 'event');
  const id = member(event, 'transactionId') ?? member(event, 'transaction_id');
  return typeof id === 'string' || typeof id === 'number' ? String(id) : undefined;
}

function member(value: unknown, name: string): unknown {
  if (typeof value !== 'object' || value === null) return undefined;
  return (value as Record<string, unknown>)[name];
}
