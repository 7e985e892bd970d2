import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { dispositionUpdates, factors, insights, score } from '../../generated/tables.ts';
import { HttpError, MinFraud, getMetadata } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { missingProof } from '../../src/response/proof.ts';

const whole = { id: '1', risk_score: 5, funds_remaining: 1, queries_remaining: 2 };
const notAResult = { name: 'HttpError', code: 'RESPONSE_NOT_A_RESULT', status: 200 };

function clientOf(body: string): MinFraud {
  const fetch = () => Promise.resolve(new Response(body));
  return new MinFraud({ accountId: 1, licenseKey: 'key-of-the-test', fetch });
}

const request = { device: { ipAddress: '203.0.113.9' } };

describe.each(['score', 'insights', 'factors'] as const)('%s', (method) => {
  test('is believed with an ID and a score', async () => {
    const result = await clientOf(JSON.stringify(whole))[method](request);
    expect(result).toMatchObject({ id: '1', riskScore: 5, warnings: [] });
  });

  test('is no result without, whatever else the object holds', async () => {
    const wrong = fc.oneof(fc.string(), fc.boolean(), fc.constant(null), fc.array(fc.nat()));
    const body = fc.oneof(
      fc.dictionary(fc.string(), fc.jsonValue()).filter((one) => !('risk_score' in one)),
      wrong.map((riskScore) => ({ ...whole, risk_score: riskScore })),
      fc.oneof(fc.nat(), fc.constant(null), fc.constant('')).map((id) => ({ ...whole, id })),
    );
    await fc.assert(
      fc.asyncProperty(body, async (given) => {
        const text = JSON.stringify(given);
        const error: unknown = await clientOf(text)
          [method](request)
          .catch((reason: unknown) => reason);
        expect(error).toMatchObject(notAResult);
        expect(HttpError.is(error) && getMetadata(error)?.body).toBe(text);
      }),
      { numRuns: 50 },
    );
  });

  test.each(['funds_remaining', 'queries_remaining'])(
    'is not thrown away because %s is missing',
    async (field) => {
      const result = await clientOf(JSON.stringify({ ...whole, [field]: undefined }))[method](
        request,
      );
      expect(result.riskScore).toBe(5);
      expect(result.warnings).toEqual([
        {
          code: 'RESPONSE_INCOMPLETE',
          inputPointer: '',
          warning: `The response lacks ${field}, which the service documents as always present.`,
          source: 'sdk',
        },
      ]);
    },
  );
});

describe('dispositions', () => {
  test.each(['{}', '{"updates":null}', '{"updates":{}}', '{"error":"blocked"}'])(
    '%s is no page',
    async (body) => {
      const pages = clientOf(body).dispositions({ updatesAfter: '2026-01-01T00:00:00Z' }).pages();
      await expect(pages.next()).rejects.toMatchObject(notAResult);
    },
  );

  test('an empty list is the end', async () => {
    const pages = clientOf('{"updates":[]}').dispositions({ updatesAfter: '2026-01-01T00:00:00Z' });
    await expect(pages.pages().next()).resolves.toEqual({ done: true, value: undefined });
  });
});

describe('the text services', () => {
  const legacyOf = (body: string): MinFraudLegacy =>
    new MinFraudLegacy({ licenseKey: 'key', fetch: () => Promise.resolve(new Response(body)) });
  const order = { ipAddress: '203.0.113.9' };

  test.each([
    'riskScore=N/A',
    'riskScore=13,20;distance=0',
    'riskScore=high;err=',
    'countryMatch=Yes;distance=5',
    'riskScore=;err=',
  ])('%s is no result of Legacy', async (body) => {
    await expect(legacyOf(body).score(order)).rejects.toMatchObject(notAResult);
  });

  test.each(['proxyScore=N/A', 'proxyScore=high;err='])(
    '%s is no result of Proxy Detection',
    async (body) => {
      await expect(legacyOf(body).proxyDetection(order)).rejects.toMatchObject(notAResult);
    },
  );

  test('a number is, and so is a documented warning', async () => {
    await expect(legacyOf('riskScore=1.5').score(order)).resolves.toMatchObject({ riskScore: 1.5 });
    await expect(legacyOf('riskScore=;err=IP_NOT_FOUND').score(order)).resolves.toMatchObject({
      warning: 'IP_NOT_FOUND',
    });
    await expect(legacyOf('proxyScore=0.5;err=').proxyDetection(order)).resolves.toMatchObject({
      proxyScore: 0.5,
    });
  });
});

test('every service of the spec says what proves its results', () => {
  const proofs = [score, insights, factors].map(({ proof }) => proof);
  expect(new Set(proofs.map((proof) => JSON.stringify(proof)))).toEqual(
    new Set(['{"id":"string","risk_score":"number"}']),
  );
  expect(dispositionUpdates.proof).toEqual({ updates: 'array' });
  expect(missingProof(whole, score)).toBeUndefined();
});
