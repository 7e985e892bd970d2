/** Checks what users pass in, and says what they may have meant: a silent typo is a wrong test. */

import { isRecord, nearestName } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';

export function expectRecord(value: unknown, place: string): asserts value is Json {
  requireRecord(value, place);
}

/** The same, for a value whose type is known better than that. */
export function requireRecord(value: unknown, place: string): void {
  if (!isRecord(value)) throw new TypeError(`${place} must be an object, not ${kindOf(value)}`);
}

/** No key but these. */
export function expectNames(value: object, known: readonly string[], place: string): void {
  for (const name of Object.keys(value)) {
    if (known.includes(name)) continue;
    throw new TypeError(`${place} has no ${quote(name)}. ${hint(name, known)}`);
  }
}

/** Undefined, or one of these values. */
export function expectOneOf(
  value: unknown,
  known: readonly (string | number)[],
  place: string,
): void {
  if (value === undefined || known.some((word) => word === value)) return;
  const words = known.map(String);
  throw new TypeError(
    `${place} must not be ${quote(value)}. ${hint(typeof value === 'string' ? value : '', words)}`,
  );
}

/** Undefined, or 1, 2, 3 … */
export function expectPositiveInteger(value: unknown, place: string): void {
  expectInteger(value, 1, Number.MAX_SAFE_INTEGER, place);
}

/** Undefined, or a whole number in this range. */
export function expectInteger(value: unknown, low: number, high: number, place: string): void {
  if (value === undefined) return;
  if (Number.isInteger(value) && (value as number) >= low && (value as number) <= high) return;
  const limit = high === Number.MAX_SAFE_INTEGER ? `from ${low} up` : `from ${low} to ${high}`;
  throw new RangeError(`${place} must be a whole number ${limit}, not ${quote(value)}`);
}

/** Undefined, or of this JavaScript type. */
export function expectType(
  value: unknown,
  type: 'string' | 'number' | 'boolean' | 'function',
  place: string,
): void {
  if (value === undefined || typeof value === type) return;
  throw new TypeError(`${place} must be a ${type}, not ${kindOf(value)}`);
}

function hint(name: string, known: readonly string[]): string {
  const near = nearestName(name, known);
  return near === undefined ? `Known: ${known.join(', ')}` : `Did you mean ${quote(near)}?`;
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'a list' : typeof value;
}

/** Short, and on one line. */
function quote(value: unknown): string {
  const text =
    typeof value === 'object' && value !== null
      ? kindOf(value)
      : typeof value === 'string'
        ? JSON.stringify(value)
        : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
