/** However a webhook's URL is written, its alert is read, and nothing but the signed query verifies. */
import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseAlert, rawQuery, signAlert, verifyAlert } from '../../src/alerts/index.ts';

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
    { numRuns: 500 },
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
