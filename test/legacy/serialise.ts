/** The inverse of the parsers, for tests: a result back into the text that it came from. */
import type { TextRecord } from '../../src/operation.ts';

/** `model → text` by the table; unknown names as they are. */
export function serialise(
  values: Readonly<Record<string, unknown>>,
  table: TextRecord,
  separator = ';',
): string {
  const wireNames = new Map(Object.entries(table.fields).map(([wire, [model]]) => [model, wire]));
  return Object.entries(values)
    .map(([name, value]) => `${wireNames.get(name) ?? name}=${textOf(value)}`)
    .join(separator);
}

function textOf(value: unknown): string {
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  return typeof value === 'number' || typeof value === 'string' ? String(value) : '';
}

/** Text of characters up to U+00FF as the bytes that the service sends. */
export function latin1Bytes(text: string): Uint8Array {
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}
