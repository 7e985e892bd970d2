/** The hashed form in which minFraud takes a user name: `account.username` → `username_md5`. */
import { md5Hex } from './md5.ts';

/**
 * The MD5 of a user name, as the service wants it in `/account/username_md5`.
 *
 * The name is hashed as it is, neither trimmed nor lower-cased, like the official clients do: upper
 * and lower case may be two users in your system. Change it here and old scores no longer match.
 *
 * @param username - The user name or login name, not its MD5.
 * @returns 32 lower-case hexadecimal digits, or `''` for `''`: no name is not a name.
 */
export function hashUsername(username: string): string {
  return username && md5Hex(username);
}
