/** The secret of the alert webhook as a key of Web Crypto, and what it is used on as bytes. */

/** @throws TypeError when the secret is empty or missing: a webhook without one would take anything. */
export async function alertKey(secret: unknown, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  if (typeof secret !== 'string' || secret === '') {
    throw new TypeError('The secret of the alert webhook is missing or empty.');
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, [
    usage,
  ]);
}

/**
 * The bytes of a query; `undefined` for anything but a string or bytes. What a framework makes of a query is
 * written by whoever sends it: of `{ length: '400000000' }` a typed array would make 400 MB.
 */
export function bytesOf(query: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof query === 'string') return new TextEncoder().encode(query);
  if (!ArrayBuffer.isView(query)) return undefined;
  return new Uint8Array(query.buffer, query.byteOffset, query.byteLength).slice();
}
