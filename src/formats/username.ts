/** The hashed form of a user name, which the two generations of the service want differently. */
import { md5Hex } from './md5.ts';

/**
 * The MD5 of a user name for minFraud 2.0, as `/account/username_md5` takes it.
 *
 * The name is hashed as it is, neither trimmed nor lower-cased, like the official clients do: upper
 * and lower case may be two users in your system. Change it here and old scores no longer match.
 *
 * @param username - The user name or login name, not its MD5.
 * @returns 32 lower-case hexadecimal digits, or `''` for `''`: an empty name names no user.
 */
export function hashUsername(username: string): string {
  return username && md5Hex(username);
}

/**
 * The MD5 of a user name for minFraud Legacy, as `usernameMD5` takes it: lower-cased first, as that
 * service's documentation asks ("Always lower-case the input before hashing").
 */
export function hashLegacyUsername(username: string): string {
  return md5Hex(username.toLowerCase());
}
