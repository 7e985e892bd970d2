import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import document from '../../generated/openapi.json' with { type: 'json' };
import {
  AuthenticationError,
  getMetadata,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraud,
  MinFraudError,
  PermissionRequiredError,
  type Transaction,
} from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { type Prism, startPrism } from './prism-server.ts';
import { fullReport, fullTransaction } from './transactions.ts';

type Json = Record<string, unknown>;
type Tier = 'score' | 'insights' | 'factors';
const tiers: Tier[] = ['score', 'insights', 'factors'];

let prism: Prism;

beforeAll(async () => {
  prism = await startPrism('generated/openapi.json');
}, 90_000);

afterAll(() => prism.stop());

/** Prism obeys wishes in a `Prefer` header: which status, which example, or made-up responses. */
function clientOf(prefer?: string): MinFraud {
  return new MinFraud({
    accountId: 42,
    licenseKey: 'x'.repeat(40),
    baseUrl: prism.url,
    maxRetries: 0,
    timeout: 30_000,
    ...(prefer !== undefined && { headers: { Prefer: prefer } }),
  });
}

function schemaOf(name: string): { required?: string[] } {
  const schemas = document.components.schemas as unknown as Record<string, { required?: string[] }>;
  return schemas[name] ?? {};
}

/** The example that Prism responds with: the first that the spec has for the operation. */
function firstExample(path: string): Json {
  const paths = document.paths as unknown as Record<string, { post: Json }>;
  const responses = paths[path]?.post['responses'] as Record<string, { content: Json }>;
  const media = responses['200']?.content['application/json'] as { examples: Json };
  let example = Object.values(media.examples)[0] as { $ref?: string; value?: Json };
  const name = example.$ref?.split('/').at(-1);
  if (name !== undefined) {
    const examples = document.components.examples as unknown as Record<string, { value: Json }>;
    example = examples[name] ?? example;
  }
  return example.value ?? {};
}

describe('requests, judged by Prism', () => {
  it.each(tiers)('%s with every documented input breaks no rule', async (tier) => {
    const result = await clientOf()[tier](fullTransaction);
    expect(getMetadata(result)?.headers.get('sl-violations')).toBeNull();
  });

  it('a report with every documented field breaks no rule', async () => {
    await expect(clientOf().report(fullReport)).resolves.toEqual({});
  });

  it('whatever part of a transaction is sent', async () => {
    const parts = Object.entries(fullTransaction) as [keyof Transaction, unknown][];
    const some = fc.subarray(parts, { minLength: 1 }).chain((chosen) =>
      fc.tuple(
        ...chosen.map(([name, part]) => {
          const wholes = Array.isArray(part) || name === 'customInputs';
          const fields = wholes ? fc.constant(part) : fieldsOf(part as Json);
          return fields.map((value): [string, unknown] => [name, value]);
        }),
      ),
    );
    const client = clientOf();
    await fc.assert(
      fc.asyncProperty(some, async (entries) => {
        const score = await client.score(Object.fromEntries(entries));
        expect(score.riskScore).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  }, 60_000);

  it('and Prism does judge: what is wrong comes back as 400', async () => {
    const wrong = { device: { ipAddress: 'nowhere' } };
    await expect(clientOf().score(wrong, { invalid: 'send' })).rejects.toMatchObject({
      name: 'InvalidRequestError',
      status: 400,
    });
    const bare = await fetch(`${prism.url}/minfraud/v2.0/score`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: '{"device":{"ip_address":"65.116.3.80"}}',
    });
    expect(bare.status).toBe(401);
  });
});

function fieldsOf(part: Json): fc.Arbitrary<Json> {
  return fc
    .subarray(Object.entries(part), { minLength: 1 })
    .map((fields) => Object.fromEntries(fields));
}

describe('responses of Prism, decoded', () => {
  it('score is the example of the spec', async () => {
    const example = firstExample('/minfraud/v2.0/score');
    const score = await clientOf().score(fullTransaction);
    expect(score).toMatchObject({
      id: example['id'],
      riskScore: example['risk_score'],
      fundsRemaining: example['funds_remaining'],
      queriesRemaining: example['queries_remaining'],
    });
    expect(score.warnings).toHaveLength((example['warnings'] as Json[]).length);
    expect(JSON.parse(getMetadata(score)?.body ?? '')).toEqual(example);
  });

  it('insights and factors likewise, with names, lists and reasons', async () => {
    const wire = firstExample('/minfraud/v2.0/factors');
    const factors = await clientOf().factors(fullTransaction);
    expect(factors.riskScoreReasons.map(({ multiplier }) => multiplier)).toEqual(
      (wire['risk_score_reasons'] as Json[]).map(({ multiplier }) => multiplier),
    );
    const insights = await clientOf().insights(fullTransaction);
    const ip = firstExample('/minfraud/v2.0/insights')['ip_address'] as { city: { names: Json } };
    expect(insights.ipAddress?.city?.name).toBe(ip.city.names['en']);
    expect(insights.ipAddress?.riskReasons).toEqual(expect.any(Array));
    expect(insights.ipAddress?.subdivisions).toEqual(expect.any(Array));
  });

  it.each(tiers)(
    '%s when Prism makes the responses up',
    async (tier) => {
      const client = clientOf('dynamic=true');
      const bodies = new Set<string>();
      for (let round = 0; round < 15; round += 1) {
        const result = await client[tier](fullTransaction);
        expect(typeof result.id).toBe('string');
        expect(typeof result.riskScore).toBe('number');
        expect(Array.isArray(result.warnings)).toBe(true);
        const body = getMetadata(result)?.body ?? '';
        bodies.add(body);
        const wire = JSON.parse(body) as Json;
        expect(result.riskScore).toBe(wire['risk_score']);
        for (const name of schemaOf('Score').required ?? []) expect(wire).toHaveProperty(name);
        // Nothing is lost: as many fields as came, and `warnings` besides when none came.
        expect(Object.keys(result).length).toBeGreaterThanOrEqual(Object.keys(wire).length);
      }
    },
    60_000,
  );

  it('pages of dispositions', async () => {
    const [first] = await firstPage(
      clientOf().dispositions({ updatesAfter: '2026-01-01T00:00:00Z' }),
    );
    expect(first).toMatchObject({ action: 'accept', note: null });
  });

  it('the text of the legacy services', async () => {
    const legacy = new MinFraudLegacy({ licenseKey: 'x'.repeat(40), baseUrl: prism.url });
    const order = await legacy.score({ ipAddress: '203.0.113.24', country: 'CA' });
    // Prism writes UTF-8 whatever the media type says: only ASCII fields arrive as they were.
    expect(order).toMatchObject({ distance: 12, countryMatch: true, maxmindId: 'A1B2C3D4' });
    const proxy = await legacy.proxyDetection({ ipAddress: '203.0.113.24' });
    expect(proxy.proxyScore).toBe(2.5);
  });
});

async function firstPage(
  dispositions: ReturnType<MinFraud['dispositions']>,
): Promise<readonly unknown[]> {
  for await (const page of dispositions.pages()) return page.updates;
  return [];
}

describe('errors of the spec, through Prism, to their classes', () => {
  const expected: [prefer: string, errorClass: unknown, code: string][] = [
    ['code=400, example=jsonInvalid', InvalidRequestError, 'JSON_INVALID'],
    ['code=400, example=requestInvalid', InvalidRequestError, 'REQUEST_INVALID'],
    ['code=401, example=authorizationInvalid', AuthenticationError, 'AUTHORIZATION_INVALID'],
    ['code=401, example=licenseKeyRequired', AuthenticationError, 'LICENSE_KEY_REQUIRED'],
    ['code=401, example=accountIdRequired', AuthenticationError, 'ACCOUNT_ID_REQUIRED'],
    ['code=402', InsufficientFundsError, 'INSUFFICIENT_FUNDS'],
    ['code=403', PermissionRequiredError, 'PERMISSION_REQUIRED'],
  ];

  it.each(expected)('%s', async (prefer, errorClass, code) => {
    for (const tier of tiers) {
      const error: unknown = await clientOf(prefer)
        [tier](fullTransaction)
        .catch((e: unknown) => e);
      expect(error).toBeInstanceOf(errorClass);
      expect(error).toMatchObject({ code, status: Number(/\d+/.exec(prefer)?.[0]) });
    }
  });

  it.each([406, 415, 429, 503])('%d without a body', async (status) => {
    const error: unknown = await clientOf(`code=${status}`)
      .score(fullTransaction)
      .catch((e: unknown) => e);
    expect(MinFraudError.is(error)).toBe(true);
    expect(error).toMatchObject({ status, attempts: 1 });
  });
});
