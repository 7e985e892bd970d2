import { describe, expect, it } from '@jest/globals';
import { MinFraud } from 'minfraud-sdk';
import { factorsFixture, insightsFixture, scoreFixture } from '../src/index.ts';
import { exampleResponse } from '../src/examples.ts';
import { modelName } from '../src/model-view.ts';
import { shippedDocument, shippedSpec } from '../src/specification.ts';
import { modelName as compilersModelName } from '../../../scripts/model-name.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ipAddress: '203.0.113.1' } };

function exampleFor(operationId: string): unknown {
  const operation = shippedSpec().operations.find((one) => one.operationId === operationId);
  if (operation === undefined) throw new Error('no such operation');
  return exampleResponse(operation, shippedSpec());
}

describe('a fixture', () => {
  it('is what the client makes of the same response', async () => {
    const emulator = await emulate({
      faults: {
        score: { body: exampleFor('score') },
        insights: { body: exampleFor('insights') },
        factors: { body: exampleFor('factors') },
      },
    });
    const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
    expect(scoreFixture()).toEqual(await client.score(transaction));
    expect(insightsFixture()).toEqual(await client.insights(transaction));
    expect(factorsFixture()).toEqual(await client.factors(transaction));
  });

  it('takes overrides at any depth, and gives a new one each time', () => {
    const risky = insightsFixture({
      riskScore: 88,
      ipAddress: { country: { isoCode: 'FR' } },
      warnings: [],
      creditCard: undefined,
    });
    const usual = insightsFixture();
    expect(risky).toMatchObject({
      riskScore: 88,
      warnings: [],
      ipAddress: { country: { isoCode: 'FR' } },
    });
    expect(risky).not.toHaveProperty('creditCard');
    expect(risky.ipAddress?.country?.geonameId).toBe(usual.ipAddress?.country?.geonameId);
    expect(risky.email).toEqual(usual.email);
    expect(risky.email).not.toBe(usual.email);
    expect(scoreFixture({ id: 'x' }).id).toBe('x');
    expect(factorsFixture({ riskScoreReasons: [] }).riskScoreReasons).toEqual([]);
  });
});

describe('the names', () => {
  it('are those that the compiler gives', () => {
    const names = new Set<string>();
    (function collect(value: unknown): void {
      if (typeof value !== 'object' || value === null) return;
      for (const [key, child] of Object.entries(value)) {
        if (key === 'properties') Object.keys(child as object).forEach((name) => names.add(name));
        collect(child);
      }
    })(shippedDocument());
    expect(names.size).toBeGreaterThan(200);
    for (const name of [...names, 'was_3d_secure', 'emailMD5', 'HTTPServer_id', 'a1_b2']) {
      expect([name, modelName(name)]).toEqual([name, compilersModelName(name)]);
    }
  });
});
