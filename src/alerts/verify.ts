/** Checks and makes the signature of an alert, on Web Crypto. */
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
  /** The value of the header `X-MaxMind-Alert-HMAC-SHA256`. Anything but one signature fails. */
  readonly signature: string | readonly string[] | null | undefined;
  /** The Alert Webhook Secret of the account portal, or several while you replace one by another. */
  readonly secret: string | readonly string[];
}

/**
 * Whether an alert comes from MaxMind: the HMAC-SHA256 of the query under your secret is the one in
 * the header. Compared by Web Crypto in constant time. A query that is neither string nor bytes, such as the
 * object that a framework makes of one, was not signed: `false`.
 *
 * @example
 * const isGenuine = await verifyAlert({ query: rawQuery(request.url), signature, secret });
 * @throws TypeError when a secret is empty or missing: a webhook without one would take anything.
 * @see https://dev.maxmind.com/minfraud/alerts/#signed-requests
 */
export async function verifyAlert(signed: SignedQuery = noQuery): Promise<boolean> {
  // Without an argument the secret is what is missing.
  const { query, signature, secret } = signed;
  const keys = await keysOf(secret);
  const expected = signatureOf(signature);
  return expected !== undefined && isSigned(query, expected, keys);
}

async function keysOf(secret: unknown): Promise<CryptoKey[]> {
  const secrets: readonly unknown[] = Array.isArray(secret) ? secret : [secret];
  const keys = await Promise.all(secrets.map((one) => alertKey(one, 'verify')));
  if (keys.length === 0)
    throw new TypeError('The list of webhook secrets is empty: give at least one.');
  return keys;
}

/** Lower case only, as MaxMind writes it: one alert has one valid signature. */
function signatureOf(header: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof header !== 'string' || !/^[\da-f]{64}$/.test(header)) return undefined;
  return Uint8Array.from(header.match(/../g) ?? [], (hex) => parseInt(hex, 16));
}

async function isSigned(
  query: unknown,
  signature: Uint8Array<ArrayBuffer>,
  keys: readonly CryptoKey[],
): Promise<boolean> {
  const bytes = bytesOf(query);
  if (bytes === undefined) return false;
  let verified = false;
  for (const key of keys) {
    // Every secret is tried whatever came before, so that the time does not tell which one it was.
    if (await crypto.subtle.verify('HMAC', key, signature, bytes)) verified = true;
  }
  return verified;
}

const noQuery: SignedQuery = { query: '', signature: null, secret: '' };

/**
 * {@link verifyAlert} for frameworks that give you a `Request` (Hono, Next.js, Workers, Bun, Deno).
 *
 * The URL of a `Request` has been rewritten already: an apostrophe in a query becomes `%27` there, and in
 * Next.js 16 a comma `%2C`. All spellings mean the same, but each has another signature, so they are tried
 * one after the other.
 *
 * @example
 * if (!(await verifyAlertRequest(request, secret))) throw new Error('not an alert of MaxMind');
 * @throws TypeError when a secret is empty or missing.
 */
export async function verifyAlertRequest(
  request: {
    /**
     * The whole URL of the request.
     */
    readonly url: string;
    /**
     * The headers of the request.
     */
    readonly headers: {
      /**
       * The value of a header, in any case of its name; `null` where it is missing.
       */
      get(name: string): string | null;
    };
  },
  secret: SignedQuery['secret'],
): Promise<boolean> {
  // Read first: by this Next.js learns at a build that a route depends on its request.
  const header = request.headers.get(SIGNATURE_HEADER);
  const keys = await keysOf(secret);
  const expected = signatureOf(header);
  if (expected === undefined) return false;
  for (const query of spellingsOf(rawQuery(request.url))) {
    if (await isSigned(query, expected, keys)) return true;
  }
  return false;
}

/** What a query may hold as it is, and what a rewritten URL escapes: the likeliest first, as the vendor's comma. */
const escapes = [
  ['%2C', ','],
  ['%27', "'"],
  ['%3A', ':'],
  ['%2F', '/'],
  ['%28', '('],
  ['%29', ')'],
  ['%40', '@'],
  ['%21', '!'],
  ['%7E', '~'],
  ['%3F', '?'],
  ['%3B', ';'],
  ['%24', '$'],
] as const;

/** So that a forged alert costs 64 signatures at most. */
const mostEscapes = 6;

/** The query as it is, and with some of its escapes put back: all of them mean the same. */
function* spellingsOf(query: string): Generator<string> {
  const present = escapes.filter(([escape]) => query.includes(escape)).slice(0, mostEscapes);
  for (let chosen = 0; chosen < 2 ** present.length; chosen++) {
    yield present.reduce(
      (text, [escape, character], index) =>
        Math.floor(chosen / 2 ** index) % 2 === 1 ? text.replaceAll(escape, character) : text,
      query,
    );
  }
}

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

/** @throws TypeError when the secret is empty or missing: a webhook without one would take anything. */
async function alertKey(secret: unknown, usage: 'sign' | 'verify'): Promise<CryptoKey> {
  if (typeof secret !== 'string' || secret === '') {
    throw new TypeError(
      'The webhook secret is missing or empty: without one, anyone could send alerts.',
    );
  }
  const algorithm = { name: 'HMAC', hash: 'SHA-256' };
  return crypto.subtle.importKey('raw', new TextEncoder().encode(secret), algorithm, false, [
    usage,
  ]);
}

/**
 * The bytes of a query; `undefined` for anything but a string or bytes. What a framework makes of a query depends
 * on its sender: of `{ length: '400000000' }` a typed array would make 400 MB.
 */
function bytesOf(query: unknown): Uint8Array<ArrayBuffer> | undefined {
  if (typeof query === 'string') return new TextEncoder().encode(query);
  if (!ArrayBuffer.isView(query)) return undefined;
  return new Uint8Array(query.buffer, query.byteOffset, query.byteLength).slice();
}
