/** Signs an alert as MaxMind does, for tests of a webhook. */
import { alertKey, bytesOf } from './key.ts';

/** What {@link signAlert} signs, and with what. */
export interface QueryToSign {
  /** The query exactly as it is going to be sent, without `?`. */
  readonly query: string | Uint8Array;
  /** The Alert Webhook Secret that the webhook under test knows. */
  readonly secret: string;
}

/**
 * The signature of a query: its HMAC-SHA256 under the secret, in 64 lower-case hexadecimal digits. Send it
 * in the header {@link SIGNATURE_HEADER}.
 *
 * @example
 * const signature = await signAlert({ query: 'i=203.0.113.9', secret });
 * @throws TypeError when the secret is empty or missing, or the query is neither string nor bytes.
 * @see https://dev.maxmind.com/minfraud/alerts/#signed-requests
 */
export async function signAlert({ query, secret }: QueryToSign): Promise<string> {
  const key = await alertKey(secret, 'sign');
  const bytes = bytesOf(query);
  if (bytes === undefined) throw new TypeError('The query to sign must be a string or bytes.');
  const signature = await crypto.subtle.sign('HMAC', key, bytes);
  return Array.from(new Uint8Array(signature), (byte) => byte.toString(16).padStart(2, '0')).join(
    '',
  );
}
