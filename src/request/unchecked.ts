/** What `invalid: 'send'` does with values that are not checked: names of fields, and one look at each value. */
import { define } from '../formats/record.ts';

/** A body of 20,000 bytes holds fewer; lists and shared objects can hold billions in no memory. */
const mostMembers = 100_000;

/** Below this nothing is renamed: no request is so deep. */
const deepest = 32;

/** An unknown value with the names inside it, which are unknown too, in wire spelling. */
export function renamed(
  value: unknown,
  seen: Map<object, unknown> = new Map<object, unknown>(),
  depth = 0,
): unknown {
  if (typeof value !== 'object' || value === null || depth > deepest) return value;
  if (Array.isArray(value) && value.length > mostMembers) return value;
  if ('toJSON' in value) return value;
  // An object that holds itself twice would otherwise be walked two to the power of `deepest` times.
  const known = seen.get(value);
  if (known !== undefined) return known;
  if (Array.isArray(value)) {
    const list: unknown[] = [];
    seen.set(value, list);
    for (const member of value as unknown[]) list.push(renamed(member, seen, depth + 1));
    return list;
  }
  const copy: Record<string, unknown> = {};
  seen.set(value, copy);
  for (const [key, member] of Object.entries(value)) {
    define(copy, wireNameOf(key), renamed(member, seen, depth + 1));
  }
  return copy;
}

/**
 * The plain data that JSON makes of a request. Getters, proxies and `toJSON` may respond differently the
 * second time, so that a card number could pass the check and be written all the same.
 *
 * @returns `undefined` when JSON cannot hold the request.
 */
export function asWritten(
  wire: Readonly<Record<string, unknown>>,
): Record<string, unknown> | undefined {
  let members = 0;
  const count = (_: string, value: unknown): unknown => {
    if (++members > mostMembers) throw new RangeError('too many members');
    return value;
  };
  try {
    const copy: unknown = JSON.parse(JSON.stringify(wire, count));
    return typeof copy === 'object' ? (copy as Record<string, unknown>) : undefined;
  } catch {
    // A cycle, a BigInt, endless depth, or a `toJSON` that throws or gives nothing.
    return undefined;
  }
}

/**
 * `someNewField` → `some_new_field`. A name that has an underscore already is one of the wire's.
 *
 * A number is a word of its own, as in `address_2` and `last_4_digits`, together with one capital when
 * another word follows, as in `was_3d_secure_successful`; `md5` is one word.
 */
export function wireNameOf(model: string): string {
  // No name of a field is so long.
  if (model.includes('_') || model.length > 100) return model;
  const words = model.match(/[Mm]d5|\d+[A-Z](?=[A-Z])|\d+|[A-Z]?[^A-Z\d]+|[A-Z]+(?![^A-Z\d])/g);
  return words === null ? model : words.join('_').toLowerCase();
}
