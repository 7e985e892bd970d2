/** The hashed form in which minFraud takes an email address, and the domain that goes with it. */
import { md5Hex } from '../formats/md5.ts';
import { normalizeEmail } from './normalize.ts';

/**
 * The MD5 of the normalized email address, as the service wants it in `email.address`.
 *
 * @example
 * const address = hashEmail('Customer+news@Example.com');
 * @param address - An email address; or an MD5, which comes back in lower case and is not hashed
 *   twice; or blank text, which comes back empty, so that users without an address do not all count
 *   as one. Any other text is hashed as well: a caller that asks for a hash must not see plain text
 *   leave.
 * @returns 32 lower-case hexadecimal digits, or `''` for blank text.
 * @throws TypeError when `address` is not a string.
 */
export function hashEmail(address: string): string {
  const normalized = normalizeEmail(address);
  return /^(?:[\da-f]{32})?$/.test(normalized) ? normalized : md5Hex(normalized);
}

/**
 * The domain of the normalized email address, which goes into `email.domain` next to a hash.
 *
 * @param address - An email address.
 * @returns The domain in ASCII where it can be converted, as it is in the hash; `undefined` when the
 *   text has no `@` (an MD5 has none) or nothing after it.
 * @throws TypeError when `address` is not a string.
 */
export function emailDomain(address: string): string | undefined {
  const normalized = normalizeEmail(address);
  const at = normalized.lastIndexOf('@');
  return at < 0 ? undefined : normalized.slice(at + 1) || undefined;
}
