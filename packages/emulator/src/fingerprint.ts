/** Turns a seed and some words into numbers, identifiers and dates that are the same every time. */

import { createHash } from 'node:crypto';

function digest(words: readonly (string | number)[]): Buffer {
  // The separator keeps ('ab', 'c') and ('a', 'bc') apart.
  return createHash('sha256').update(words.join('\u0000')).digest();
}

/** A number from 0 up to, but not including, 1. */
export function fraction(...words: (string | number)[]): number {
  return digest(words).readUIntBE(0, 6) / 2 ** 48;
}

/** A whole number from `low` to `high`, both included. */
export function between(low: number, high: number, ...words: (string | number)[]): number {
  return low + Math.floor(fraction(...words) * (high - low + 1));
}

/** An RFC 4122 identifier of version 4 shape. */
export function uuid(...words: (string | number)[]): string {
  const bytes = digest(words).subarray(0, 16);
  bytes.writeUInt8((bytes.readUInt8(6) & 0x0f) | 0x40, 6);
  bytes.writeUInt8((bytes.readUInt8(8) & 0x3f) | 0x80, 8);
  const hex = bytes.toString('hex');
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    hex.slice(12, 16),
    hex.slice(16, 20),
    hex.slice(20, 32),
  ].join('-');
}

/** Eight digits and capital letters: the shape of a `maxmindID`. */
export function shortId(...words: (string | number)[]): string {
  const letters = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';
  return Array.from(digest(words).subarray(0, 8), (byte) => letters.charAt(byte % 36)).join('');
}

/** A day between two days (`YYYY-MM-DD`), both included. */
export function day(first: string, last: string, ...words: (string | number)[]): string {
  const start = Date.parse(first) / 86_400_000;
  const end = Date.parse(last) / 86_400_000;
  return new Date(between(start, end, ...words) * 86_400_000).toISOString().slice(0, 10);
}

/** Rounds to two decimals, as the service prints risks. */
export function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}
