/** Finds the account behind the license key of a text service, and prints that service's records. */

import type { AccountBook, Service } from '../accounts.ts';
import type { World } from '../call.ts';
import { exampleOf } from '../examples.ts';
import { latin1Reply, type Reply } from '../reply.ts';
import type { Schema, Specification } from '../specification.ts';

/** Documented statuses of the error codes, since 2026-06-30. */
const STATUSES = {
  LICENSE_REQUIRED: 401,
  INVALID_LICENSE_KEY: 401,
  MAX_REQUESTS_REACHED: 402,
  PERMISSION_REQUIRED: 403,
} as const;

/** A malformed request: its status is documented, a code is not. */
const MALFORMED = 400;

export type TextError = keyof typeof STATUSES;

/** The account, or the code of the error that the caller gets. */
export function findTextAccount(
  licenseKey: string | undefined,
  service: Service,
  world: World,
): AccountBook | TextError {
  if (!licenseKey) return 'LICENSE_REQUIRED';
  const book = world.accounts.find((candidate) => candidate.hasKey(licenseKey));
  if (book === undefined) return 'INVALID_LICENSE_KEY';
  if (!book.mayUse(service)) return 'PERMISSION_REQUIRED';
  return book.canPay(service) ? book : 'MAX_REQUESTS_REACHED';
}

/** Until 2026-06-30 every error came with status 200: an emulator option brings that back. */
export function textErrorStatus(code: TextError | '', world: World): number {
  if (world.legacyErrorStatus === 200) return 200;
  return code === '' ? MALFORMED : STATUSES[code];
}

/** `name=value` fields with a separator between them. */
export function textReply(
  status: number,
  fields: Iterable<readonly [name: string, value: string]>,
  separator: string,
): Reply {
  const parts = [...fields].map(
    ([name, value]) => `${name}=${plain(value).replaceAll(separator, ' ')}`,
  );
  return latin1Reply(status, parts.join(separator));
}

/** Values are never escaped: what would break the format, or is no Latin-1, is replaced. */
function plain(value: string): string {
  return Array.from(value.replace(/[;,=]/g, ' '), (character) =>
    (character.codePointAt(0) ?? 0) > 0xff ? '?' : character,
  ).join('');
}

/** The fields of a form, from the body of a POST or the query of a GET. */
export function formFields(query: URLSearchParams, text: string): ReadonlyMap<string, string> {
  return new Map([...query, ...new URLSearchParams(text)]);
}

/** What a field that the emulator has never heard of says, by the spec's example. */
export function exampleText(schema: Schema, specification: Specification): string {
  const example = exampleOf(schema, specification);
  if (typeof example === 'boolean') return example ? 'Yes' : 'No';
  return typeof example === 'string' || typeof example === 'number' ? String(example) : '';
}
