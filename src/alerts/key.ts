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

export function bytesOf(query: string | Uint8Array): Uint8Array<ArrayBuffer> {
  return typeof query === 'string' ? new TextEncoder().encode(query) : new Uint8Array(query);
}
