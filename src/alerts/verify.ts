/** Checks that an alert was signed with the secret that you set in the account portal. */

import { rawQuery } from './query.ts';

/** The header that carries the signature; names of headers are case-insensitive. */
export const SIGNATURE_HEADER = 'x-maxmind-alert-hmac-sha256';

/** What {@link verifyAlert} needs to know of a request. */
export interface SignedQuery {
  /**
   * The query exactly as it was received: what is behind the `?`, without it, not decoded. Cut it from
   * the request's URL with `rawQuery`; one that a framework parsed and put together again fails.
   */
  readonly query: string | Uint8Array;
  /** The value of the header `X-MaxMind-Alert-HMAC-SHA256`; whatever is no signature fails. */
  readonly signature: string | readonly string[] | null | undefined;
  /** The Alert Webhook Secret of the account portal, or several while you replace one by another. */
  readonly secret: string | readonly string[];
}

/**
 * Whether an alert comes from MaxMind: the HMAC-SHA256 of the query under your secret is the one in
 * the header. Compared by Web Crypto in constant time.
 *
 * @throws TypeError when a secret is empty or missing: a webhook without one would take anything.
 * @see https://dev.maxmind.com/minfraud/alerts/#signed-requests
 */
export async function verifyAlert({ query, signature, secret }: SignedQuery): Promise<boolean> {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  if (secrets.length === 0 || !secrets.every((one) => typeof one === 'string' && one !== '')) {
    throw new TypeError('The secret of the alert webhook is missing or empty.');
  }
  // Lower case only, as MaxMind writes it: one alert has one valid signature.
  if (typeof signature !== 'string' || !/^[\da-f]{64}$/.test(signature)) return false;
  const expected = Uint8Array.from(signature.match(/../g) ?? [], (hex) => parseInt(hex, 16));
  const encoder = new TextEncoder();
  const signed = typeof query === 'string' ? encoder.encode(query) : new Uint8Array(query);

  let verified = false;
  for (const one of secrets as readonly string[]) {
    const algorithm = { name: 'HMAC', hash: 'SHA-256' };
    const key = await crypto.subtle.importKey('raw', encoder.encode(one), algorithm, false, [
      'verify',
    ]);
    // Every secret is tried whatever came before, so that the time does not tell which one it was.
    if (await crypto.subtle.verify('HMAC', key, expected, signed)) verified = true;
  }
  return verified;
}

/**
 * {@link verifyAlert} for frameworks that hand you a `Request` (Hono, Next.js, Workers, Bun, Deno).
 *
 * The URL of a `Request` has been rewritten already: an apostrophe in a query becomes `%27` there. As
 * both are the same query to everybody but a signature, both are tried.
 *
 * @throws TypeError when a secret is empty or missing.
 */
export async function verifyAlertRequest(
  request: { readonly url: string; readonly headers: { get(name: string): string | null } },
  secret: SignedQuery['secret'],
): Promise<boolean> {
  const query = rawQuery(request.url);
  const signature = request.headers.get(SIGNATURE_HEADER);
  if (await verifyAlert({ query, signature, secret })) return true;
  return (
    query.includes('%27') && verifyAlert({ query: query.replaceAll('%27', "'"), signature, secret })
  );
}
