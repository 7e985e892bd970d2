/** However a webhook's URL is written, its alert is read, and nothing but the signed query verifies. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  isAlertSender,
  parseAlert,
  rawQuery,
  signAlert,
  verifyAlert,
  verifyAlertRequest,
} from '../../src/alerts/index.ts';
import { runs } from '../runs.ts';

const secret = 'of-the-test';
const parameters = new URLSearchParams({
  i: '203.0.113.9',
  city: 'Orléans = 1 & 2 ? # % +',
  minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
  new_risk_score: '81.5',
});
const alert = {
  ipAddress: '203.0.113.9',
  city: 'Orléans = 1 & 2 ? # % +',
  minfraudId: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
  newRiskScore: 81.5,
};

/** Everything that a path may hold by RFC 3986, above all what means something in a query. */
const segment = fc.string({
  unit: fc.constantFrom(...Array.from("=&=&;:@!$'()*+,-._~abcXYZ019"), '%3F', '%23', '%26'),
});
const path = fc.array(segment, { maxLength: 4 }).map((segments) => `/${segments.join('/')}`);
const origin = fc.constantFrom('', 'https://example.com', 'http://127.0.0.1:8080', '//example.com');
const fragment = fc.oneof(
  fc.constant(''),
  fc.string({ unit: fc.constantFrom(...Array.from('?=&#/i1.')) }).map((text) => `#${text}`),
);

test('a signed alert is read from any URL of the webhook', async () => {
  const query = String(parameters);
  const signature = await signAlert({ query, secret });
  await fc.assert(
    fc.asyncProperty(origin, path, fragment, async (base, way, end) => {
      const url = `${base}${way}?${query}${end}`;
      expect(parseAlert(url)).toStrictEqual(alert);
      expect(rawQuery(url)).toBe(query);
      await expect(verifyAlert({ query: rawQuery(url), signature, secret })).resolves.toBe(true);
      if (!base.startsWith('http')) return;
      expect(parseAlert(new URL(url))).toStrictEqual(alert);
      expect(parseAlert(`${base}${way}${end}`)).toStrictEqual({});
    }),
    { numRuns: runs(500) },
  );
  expect(parseAlert(query)).toStrictEqual(alert);
});

test('the same path and parameters in another spelling do not verify', async () => {
  const query = String(parameters);
  const signature = await signAlert({ query, secret });
  const other = fc.constantFrom(
    query.replaceAll('+', '%20'),
    query.replaceAll('%3D', '%3d'),
    query.replace('%C3%A9', 'é'),
    query.split('&').reverse().join('&'),
    `${query}&`,
    `&${query}`,
    `?${query}`,
    `${query}&i=203.0.113.66`,
    decodeURIComponent(query),
  );
  await fc.assert(
    fc.asyncProperty(other, async (changed) => {
      await expect(verifyAlert({ query: changed, signature, secret })).resolves.toBe(false);
    }),
  );
});

test('hostile queries take linear time', () => {
  const start = performance.now();
  for (const unit of ['?', '#', '=', '&', '%', '%4', '%e4', 'a:', '+', '/', 'a=1&', 'é']) {
    const text = unit.repeat(500_000 / unit.length);
    for (const url of [text, `?${text}`, `/${text}`]) expect(typeof parseAlert(url)).toBe('object');
  }
  // Quadratic steps on one of them would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});

/** What a framework makes of a query that somebody wrote, and what a handler may pass on by mistake. */
const strange: readonly unknown[] = [
  { length: '400000000' },
  { length: 4e8 },
  { length: 2 ** 53 },
  { length: { valueOf: () => 4e8 } },
  { byteLength: 4e8, buffer: {} },
  [1, 2, 3],
  [['a']],
  new Array(4e8),
  4e8,
  -1,
  NaN,
  1n,
  true,
  null,
  undefined,
  Symbol('query'),
  () => 'i=1',
  Object.create(null),
  { toString: () => 'i=203.0.113.9' },
  {
    toString: () => {
      throw new Error('raw');
    },
  },
  { [Symbol.toStringTag]: 'URL' },
  { [Symbol.toStringTag]: 'URL', toString: null },
  { [Symbol.toStringTag]: 'Uint8Array', length: 4e8 },
  {
    get [Symbol.iterator](): never {
      throw new Error('raw');
    },
  },
  new Proxy(new Uint8Array(3), {}),
  new ArrayBuffer(8),
  new Map([['i', '1']]),
];

test('what is neither query nor bytes does not verify, and nothing is read from it', async () => {
  const signature = '0'.repeat(64);
  const before = process.memoryUsage.rss();
  for (const query of strange as never[]) {
    await expect(verifyAlert({ query, signature, secret })).resolves.toBe(false);
    await expect(
      verifyAlertRequest({ url: query, headers: { get: () => signature } }, secret),
    ).resolves.toBe(false);
    await expect(signAlert({ query, secret })).rejects.toThrow('must be a string or bytes');
    expect(Object.keys(parseAlert(query)).length).toBeLessThan(2);
    expect(rawQuery(query)).toBe('');
    expect(isAlertSender(query)).toBe(false);
  }
  // A typed array of the length that one of them claims takes 400 MB.
  expect(process.memoryUsage.rss() - before).toBeLessThan(200_000_000);
});

test('bytes verify in any view, and a signature or secret of another type never', async () => {
  const query = 'i=203.0.113.9';
  const signature = await signAlert({ query, secret });
  const bytes = new TextEncoder().encode(`xx${query}`);
  for (const view of [bytes.subarray(2), Buffer.from(query), new DataView(bytes.buffer, 2)]) {
    await expect(verifyAlert({ query: view as Uint8Array, signature, secret })).resolves.toBe(true);
  }
  for (const other of strange as never[]) {
    await expect(verifyAlert({ query, signature: other, secret })).resolves.toBe(false);
    if (Array.isArray(other)) continue;
    await expect(verifyAlert({ query, signature, secret: other })).rejects.toThrow(/secret/i);
  }
  await expect(verifyAlert(undefined as never)).rejects.toThrow(/secret/);
});
