/** Takes license keys out of what is kept of a request, however their names are written. */

import { define, isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';

const REDACTED = '[redacted]';

/** The names that services give to the license key, without case and punctuation. */
const KEY_NAMES: ReadonlySet<string> = new Set(['licensekey', 'l']);

/** Headers that carry credentials. */
const SECRET_HEADERS: ReadonlySet<string> = new Set([
  'authorization',
  'proxy-authorization',
  'cookie',
  'x-api-key',
]);

/** `license_key`, `license%5Fkey`, `license%255Fkey`, `LicenseKey`, `l` … */
function namesKey(written: string): boolean {
  return KEY_NAMES.has(
    decoded(written)
      .replace(/[^a-z]/gi, '')
      .toLowerCase(),
  );
}

/** Percent-decoded until nothing changes; what cannot be decoded stays. */
function decoded(text: string): string {
  let before = text;
  for (let round = 0; round < 4; round += 1) {
    const after = before.replace(/%[0-9a-f]{2}/gi, (code) => {
      const value = Number.parseInt(code.slice(1), 16);
      // Names are ASCII: other bytes can stay as they are.
      return value < 0x80 ? String.fromCharCode(value) : code;
    });
    if (after === before) return after;
    before = after;
  }
  return before;
}

/** Knows the keys of an emulator's accounts, and cuts them out wherever they stand in clear text. */
export class Redactor {
  readonly #keys: readonly string[];

  constructor(licenseKeys: readonly string[]) {
    this.#keys = licenseKeys.filter((key) => key !== '');
  }

  headers(
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): Record<string, string> {
    return Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name,
        SECRET_HEADERS.has(name) ? REDACTED : this.text([value ?? []].flat().join(', ')),
      ]),
    );
  }

  fields(parameters: Iterable<readonly [string, string]>): Record<string, string> {
    return Object.fromEntries(
      [...parameters].map(([name, value]) => [
        this.#withoutKeys(name),
        namesKey(name) ? REDACTED : this.text(value),
      ]),
    );
  }

  /** A form, a query or any other text: what follows a key's name, and the known keys. */
  text(text: string): string {
    const pairs = text.replace(
      /(^|[&;?\s/])([^&;?=\s/]{1,200})=([^&;\s]*)/g,
      (pair, before: string, name: string) =>
        namesKey(name) ? `${before}${name}=${REDACTED}` : pair,
    );
    return this.#withoutKeys(pairs);
  }

  /** JSON as a value; members that are named like a key lose their value. */
  json(value: unknown): unknown {
    if (typeof value === 'string') return this.#withoutKeys(value);
    if (Array.isArray(value)) return value.map((item) => this.json(item));
    if (!isRecord(value)) return value;
    const copy: Json = {};
    for (const [name, child] of Object.entries(value)) {
      define(copy, this.#withoutKeys(name), namesKey(name) ? REDACTED : this.json(child));
    }
    return copy;
  }

  #withoutKeys(text: string): string {
    let clean = text;
    for (const key of this.#keys) {
      clean = clean.replaceAll(key, REDACTED).replaceAll(encodeURIComponent(key), REDACTED);
    }
    return clean;
  }
}
