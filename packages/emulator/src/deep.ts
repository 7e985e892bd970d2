/** Deep matching and merging of plain data. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';

/** All the fields of a type, at every depth, as optional ones; lists are taken as a whole. */
export type DeepPartial<T> = T extends readonly unknown[]
  ? T
  : T extends object
    ? { readonly [K in keyof T]?: DeepPartial<T[K]> | undefined }
    : T;

/** A copy with the overrides put in; objects are merged, everything else replaced. `undefined` deletes. */
export function merge(base: unknown, overrides: unknown): unknown {
  if (!isRecord(base) || !isRecord(overrides)) return structuredClone(overrides);
  const merged: Json = { ...base };
  for (const [key, value] of Object.entries(overrides)) {
    if (value === undefined) Reflect.deleteProperty(merged, key);
    else merged[key] = isRecord(value) ? merge(merged[key] ?? {}, value) : structuredClone(value);
  }
  return merged;
}

/** True when every value of the pattern is in the subject; a regular expression tests a string. */
export function matches(subject: unknown, pattern: unknown): boolean {
  if (pattern instanceof RegExp) {
    // Without the state that a global expression keeps from one test to the next.
    return typeof subject === 'string' && subject.search(pattern) >= 0;
  }
  if (Array.isArray(pattern)) {
    return (
      Array.isArray(subject) &&
      subject.length === pattern.length &&
      pattern.every((item, index) => matches(subject[index], item))
    );
  }
  if (!isRecord(pattern)) return Object.is(subject, pattern);
  return (
    isRecord(subject) &&
    Object.entries(pattern).every(([key, value]) =>
      value === undefined ? !(key in subject) : matches(subject[key], value),
    )
  );
}
