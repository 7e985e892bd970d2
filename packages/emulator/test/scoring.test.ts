import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { assess, disposition, type Circumstances, type Tier } from '../src/assessment.ts';
import { DEFAULT_RULES, type CustomRule } from '../src/index.ts';
import { places } from '../src/geo/places.ts';
import { propertiesOf, validator } from '../src/specification.ts';
import type { Factors, Transaction } from '../src/wire-types.ts';
import { jsonOf, paths, post, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';
import { runs } from '../../../test/runs.ts';

const tiers: Tier[] = ['score', 'insights', 'factors'];
const components = { score: 'Score', insights: 'Insights', factors: 'Factors' };
const noon = new Date('2026-07-01T16:00:00Z');

function problems(component: string, response: unknown): unknown {
  const validate = validator(component);
  return validate(response) ? [] : validate.errors;
}

function example(name: string): Transaction {
  const file = new URL(`../../../spec/examples/${name}.yaml`, `file://${__filename}`);
  return (parse(readFileSync(file, 'utf8')) as { value: Transaction }).value;
}

function circumstances(more: Partial<Circumstances> = {}): Circumstances {
  return {
    seed: '',
    occasion: '1',
    now: noon,
    rules: DEFAULT_RULES,
    fundsRemaining: 1,
    queriesRemaining: 1,
    warnings: [],
    ...more,
  };
}

function factorsOf(transaction: Transaction, more: Partial<Circumstances> = {}): Factors {
  return assess('factors', transaction, circumstances(more));
}

describe('the three tiers', () => {
  it.each(tiers)('%s responds in its own media type, with a length', async (tier) => {
    const { url } = await emulate();
    const response = await post(url + paths[tier], { device: { ip_address: '203.0.113.1' } });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe(
      `application/vnd.maxmind.com-minfraud-${tier}+json; charset=UTF-8; version=2.0`,
    );
    const text = await response.text();
    expect(response.headers.get('content-length')).toBe(String(Buffer.byteLength(text)));
    expect(problems(components[tier], JSON.parse(text))).toEqual([]);
  });

  it('each hold what the one below holds, about the same transaction', async () => {
    const { url } = await emulate({ clock: () => noon });
    const body = example('transaction-full');
    const [score, insights, factors] = await Promise.all(
      tiers.map((tier) => jsonOf(post(url + paths[tier], body))),
    );
    const all = propertiesOf('Score').map(([name]) => name);
    expect(Object.keys(score ?? {}).sort()).toEqual(all.sort());
    expect(score?.['ip_address']).toEqual({ risk: (insights?.['ip_address'] as Json)['risk'] });
    expect(score?.['risk_score']).toBe(insights?.['risk_score']);
    const { risk_score_reasons, ...rest } = factors ?? {};
    expect(risk_score_reasons).toEqual(expect.arrayContaining([expect.any(Object)]));
    const common = (response: Json | undefined): Json => ({
      ...response,
      id: '',
      funds_remaining: 0,
      queries_remaining: 0,
    });
    expect(common(rest)).toEqual(common(insights));
    // Everything that the full example can bring about.
    const most = propertiesOf('Factors').map(([name]) => name);
    expect(most.filter((name) => !(name in (factors ?? {})))).toEqual(['subscores']);
  });

  it('responds the same to the same, but for the ID and the money', async () => {
    const ask = async (seed?: string): Promise<Json[]> => {
      const { url } = await emulate({ clock: () => noon, ...(seed !== undefined && { seed }) });
      const body = example('transaction-full');
      return [
        await jsonOf(post(url + paths.factors, body)),
        await jsonOf(post(url + paths.factors, body)),
      ];
    };
    const first = await ask();
    expect(await ask()).toEqual(first);
    const [one, two] = first;
    expect(one?.['id']).not.toBe(two?.['id']);
    expect({
      ...two,
      id: one?.['id'],
      funds_remaining: 99_999.98,
      queries_remaining: 4_999_999,
    }).toEqual(one);
    const [other] = await ask('another seed');
    expect(other?.['ip_address']).not.toEqual(one?.['ip_address']);
    expect(other?.['id']).not.toBe(one?.['id']);
  });

  it.each([
    ['128.101.101.101', 40, 99],
    ['74.209.24.1', 5, 39.99],
    ['65.116.3.80', 0.01, 4.99],
  ])(
    'gives the sandbox address %s a risk from %d to %d, with any seed',
    (ip_address, low, high) => {
      const risks = new Set<number>();
      for (let seed = 0; seed < 200; seed += 1) {
        const { ip_address: ip } = factorsOf({ device: { ip_address } }, { seed: String(seed) });
        risks.add(ip?.risk ?? 0);
      }
      expect(Math.min(...risks)).toBeGreaterThanOrEqual(low);
      expect(Math.max(...risks)).toBeLessThanOrEqual(high);
      expect(risks.size).toBeGreaterThan(150);
    },
  );
});

describe('responses against the spec', () => {
  const ips = fc.oneof(
    fc.constantFrom('128.101.101.101', '74.209.24.1', '65.116.3.80', '8.8.8.8', '1.1.1.1'),
    fc.constantFrom('81.2.69.160', '24.24.24.24', '175.16.199.3', '152.216.7.110', '216.160.83.57'),
    fc.integer({ min: 0, max: 255 }).map((last) => `203.0.113.${last}`),
    fc.integer({ min: 0, max: 255 }).map((last) => `198.51.100.${last}`),
    fc.ipV4(),
    fc.ipV6(),
  );
  const address = fc.record(
    {
      city: fc.oneof(
        fc.constantFrom(...places.map((place) => place.names.ja)),
        fc.string({ maxLength: 20 }),
      ),
      region: fc.constantFrom('CA', 'CVL', 'XX', 'MN'),
      country: fc.constantFrom('US', 'FR', 'DE', 'BR', 'JP', 'ZZ', 'PT', 'GL', 'CA'),
      postal: fc.constantFrom(...places.map((place) => place.postal), '', '000'),
      phone_number: fc.stringMatching(/^\d{6,10}$/),
      phone_country_code: fc.constantFrom('1', '33', '49', '81', '999'),
      address: fc.constantFrom('1 Main Street', 'Freight dock 4', ''),
      first_name: fc.string({ maxLength: 5 }),
    },
    { requiredKeys: [] },
  );
  const transactions: fc.Arbitrary<Transaction> = fc.record(
    {
      device: fc.record(
        {
          ip_address: ips,
          accept_language: fc.constantFrom('de-DE', 'en', '', '*', 'zh-CN,zh'),
          tracking_token: fc.constantFrom('emulator-1', 'short', 'unknown-token'),
        },
        { requiredKeys: [] },
      ),
      event: fc.record({
        time: fc.constantFrom('2026-06-30T03:00:00Z', '2019-01-01T00:00:00+09:00'),
      }),
      account: fc.record({ user_id: fc.constantFrom('', '7') }),
      email: fc.record(
        {
          address: fc.constantFrom(
            'a@gmail.com',
            'fraud1@mailinator.com',
            'new12345@new.example',
            'x@parked.example',
            'x@redirect-offline.ac.uk',
            'd41d8cd98f00b204e9800998ecf8427e',
            '977577b140bfb7c516e4746204fbdb01',
          ),
          domain: fc.constantFrom('free.example', 'state.gov', 't-online.de'),
        },
        { requiredKeys: [] },
      ),
      billing: address,
      shipping: address,
      credit_card: fc.record(
        {
          issuer_id_number: fc.stringMatching(/^[2-6]\d{5}(\d\d)?$/),
          bank_name: fc.constantFrom('EXAMPLE BANK', 'Other'),
          bank_phone_number: fc.constantFrom('800-555-0100', '1'),
          country: fc.constantFrom('US', 'BR'),
        },
        { requiredKeys: [] },
      ),
      order: fc.record({ amount: fc.constantFrom(0, 1200, 9000) }),
    },
    { requiredKeys: [] },
  );

  it.each(tiers)('%s breaks no rule, whatever the transaction', (tier) => {
    fc.assert(
      fc.property(transactions, fc.string(), (transaction, seed) => {
        const response = assess(tier, transaction, circumstances({ seed }));
        expect(problems(components[tier], response)).toEqual([]);
      }),
      { numRuns: runs(400) },
    );
  });

  it.each(['transaction-full', 'transaction-minimal', 'transaction-account-creation'])(
    'scores the example %s without a word about its inputs being invalid',
    async (name) => {
      const { url } = await emulate({ clock: () => noon });
      const response = await jsonOf(post(url + paths.factors, example(name)));
      const warnings = (response['warnings'] ?? []) as Json[];
      const codes = warnings.map(({ code }) => code);
      expect(codes.filter((code) => String(code).startsWith('INPUT_'))).toEqual([]);
      expect(problems('Factors', response)).toEqual([]);
    },
  );
});

describe('dispositions', () => {
  it.each([
    [0.01, { action: 'accept', reason: 'default' }],
    [19.99, { action: 'accept', reason: 'default' }],
    [20, { action: 'manual_review', reason: 'custom_rule', rule_label: 'review_medium_risk' }],
    [69.99, { action: 'manual_review', reason: 'custom_rule', rule_label: 'review_medium_risk' }],
    [70, { action: 'reject', reason: 'custom_rule', rule_label: 'reject_high_risk' }],
    [99, { action: 'reject', reason: 'custom_rule', rule_label: 'reject_high_risk' }],
  ])('a score of %d gives %j', (score, expected) => {
    expect(disposition(score, DEFAULT_RULES)).toEqual(expected);
  });

  it('follow the rules of the account, and are absent without any', async () => {
    const rules: CustomRule[] = [{ minimumRiskScore: 0, action: 'test' }];
    const account = { accountId: 42, licenseKey: 'k' };
    const ask = async (given: CustomRule[]): Promise<unknown> => {
      const { url } = await emulate({ accounts: [{ ...account, rules: given }] });
      const headers = { authorization: `Basic ${Buffer.from('42:k').toString('base64')}` };
      const response = await jsonOf(
        post(url + paths.score, { event: { type: 'purchase' } }, headers),
      );
      return response['disposition'];
    };
    expect(await ask(rules)).toMatchObject({ action: 'test', reason: 'custom_rule' });
    expect(await ask([])).toBeUndefined();
  });
});
