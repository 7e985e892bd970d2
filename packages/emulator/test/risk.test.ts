import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { observe } from '../src/assessment.ts';
import { readAddress } from '../src/geo/addresses.ts';
import { findNetwork } from '../src/geo/networks.ts';
import { riskFactors, riskScore, riskScoreReasons } from '../src/risk.ts';
import { validator } from '../src/specification.ts';
import type { Transaction } from '../src/wire-types.ts';

const noonInParis = new Date('2026-07-01T10:00:00Z');
const guide = readFileSync(join(__dirname, '../../../docs/emulator.md'), 'utf8');

function factorsOf(transaction: Transaction, now: Date = noonInParis): Record<string, number> {
  const factors = riskFactors(observe(transaction, now, '').signals);
  return Object.fromEntries(factors.map(({ code, multiplier }) => [code, multiplier]));
}

const PARIS = '203.0.113.1';
const paris = { city: 'Paris', country: 'FR' };
const newYork = { city: 'New York', country: 'US' };

/** One transaction for every factor that a code can put on the score. */
const cases: [code: string, factor: number, transaction: Transaction, now?: Date][] = [
  ['ANONYMOUS_IP', 20, { device: { ip_address: '203.0.113.210' } }],
  ['ANONYMOUS_IP', 14, { device: { ip_address: '203.0.113.230' } }],
  ['ANONYMOUS_IP', 11, { device: { ip_address: '203.0.113.250' } }],
  ['ANONYMOUS_IP', 9, { device: { ip_address: '203.0.113.200' } }],
  ['ANONYMOUS_IP', 3, { device: { ip_address: '203.0.113.180' } }],
  ['IP_ACTIVITY', 2.5, { device: { ip_address: '74.209.24.1' } }],
  ['IP_ACTIVITY', 6, { device: { ip_address: '128.101.101.101' } }],
  ['COUNTRY', 1.9, { device: { ip_address: PARIS }, billing: { country: 'ES' } }],
  ['ORG_DISTANCE_RISK', 2.2, { device: { ip_address: PARIS }, billing: newYork }],
  ['INTRACOUNTRY_DISTANCE', 0.5, { device: { ip_address: PARIS }, billing: paris }],
  ['INTRACOUNTRY_DISTANCE', 1.6, { device: { ip_address: '198.51.100.1' }, billing: newYork }],
  ['TIME_OF_DAY', 1.8, { device: { ip_address: PARIS } }, new Date('2026-07-01T02:59:59Z')],
  ['LANGUAGE', 1.6, { device: { ip_address: PARIS, accept_language: 'ru-RU,fr' } }],
  ['EMAIL_DOMAIN', 5, { email: { address: 'a@disposable.example' } }],
  ['EMAIL_DOMAIN_NEW', 1.7, { email: { address: 'a@new.example' } }],
  ['EMAIL_FIRST_SEEN', 1.8, { email: { address: 'new@example.com' } }],
  ['EMAIL_TENURE', 0.6, { email: { address: 'regular@example.com' } }],
  ['EMAIL_LOCAL_PART', 1.6, { email: { address: 'a12345@example.com' } }],
  ['TRANSACTION_REPORT_EMAIL', 8, { email: { address: 'fraud@example.com' } }],
  [
    'ISSUER_ID_NUMBER_COUNTRY_MISMATCH',
    3,
    { credit_card: { issuer_id_number: '411111' }, billing: paris },
  ],
  ['ISSUER_ID_NUMBER_COUNTRY_MISMATCH', 3, { credit_card: { country: 'us' }, billing: paris }],
  ['ORDER_AMOUNT', 2, { order: { amount: 1000 } }],
  ['ORDER_AMOUNT', 3, { order: { amount: 5000 } }],
  ['TRANSACTION_REPORT_SHIP', 4, { shipping: { address: 'Example Freight Ltd', country: 'US' } }],
  ['SHIP_ACTIVITY', 1.6, { billing: paris, shipping: newYork }],
  ['PHONE', 1.7, { shipping: { phone_number: '900000100', phone_country_code: '33' } }],
  ['PHONE', 1.6, { billing: { ...paris, phone_number: '2035550100', phone_country_code: '1' } }],
  [
    'PHONE_ACTIVITY',
    0.6,
    { billing: { country: 'US', postal: '06511', phone_number: '2035550100' } },
  ],
  ['CUSTOMER_ID_ACTIVITY', 0.5, { account: { user_id: '7' } }],
];

describe('each factor', () => {
  it.each(cases.map(([code, factor, transaction, now]) => ({ code, factor, transaction, now })))(
    '$code puts $factor on the score',
    ({ code, factor, transaction, now }) => {
      expect(factorsOf(transaction, now)[code]).toBe(factor);
    },
  );

  it('is in the guide, with its code and its number', () => {
    const rows = new Map(
      [...guide.matchAll(/^\| `([A-Z_]+)` +\|[^|]*\|([^|]*)\|$/gm)].map(
        ([, code = '', numbers = '']) => [code, numbers.match(/\d+(\.\d+)?/g)?.map(Number)],
      ),
    );
    const tested = new Set(cases.map(([code]) => code));
    expect([...rows.keys()].sort()).toEqual([...tested].sort());
    for (const [code, factor] of cases) {
      expect([code, rows.get(code)]).toEqual([code, expect.arrayContaining([factor])]);
    }
  });

  it('has a code that the spec knows', () => {
    const validate = validator('ReasonCode');
    expect(validate.schema).toHaveProperty(
      'x-extensible-enum',
      expect.arrayContaining(cases.map(([code]) => code)),
    );
  });

  it('is silent about what is in order', () => {
    expect(
      factorsOf({
        device: { ip_address: '203.0.113.17', accept_language: 'fr-FR,en' },
        billing: {
          city: 'Paris',
          country: 'FR',
          phone_number: '199000100',
          phone_country_code: '33',
        },
        shipping: { city: 'Paris', country: 'FR' },
        email: { address: 'jordan@gmail.com' },
        credit_card: { issuer_id_number: '497010' },
        order: { amount: 999.99 },
      }),
    ).toEqual(factorsOf({ email: { address: 'jordan@gmail.com' } }));
  });
});

describe('the score', () => {
  it('is the product of the factors, in hundredths, within 0.01 and 99', () => {
    const of = (...multipliers: number[]): number =>
      riskScore(multipliers.map((multiplier) => ({ code: 'X', subject: '', multiplier })));
    expect(of()).toBe(1);
    expect(of(6, 5, 1.8, 0.5)).toBe(27);
    expect(of(1.9, 2.2)).toBe(4.18);
    expect(of(20, 6)).toBe(99);
    expect(of(0.001)).toBe(0.01);
  });

  it('can be told beforehand from the guide', () => {
    const { signals } = observe(
      {
        device: { ip_address: '203.0.113.200' },
        billing: newYork,
        account: { user_id: '1' },
        order: { amount: 2500 },
      },
      noonInParis,
      '',
    );
    const activity = (signals.ip?.risk ?? 0) >= 40 ? 6 : 2.5;
    expect(riskScore(riskFactors(signals))).toBe(9 * activity * 0.5 * 2 * 0.5);
  });

  it('gives every factor as a reason, from the strongest to the weakest', () => {
    const reasons = riskScoreReasons([
      { code: 'A', subject: 'The first', multiplier: 0.5 },
      { code: 'B', subject: 'The second', multiplier: 9 },
      { code: 'C', subject: 'The third', multiplier: 1.3 },
    ]);
    expect(reasons).toEqual([
      {
        multiplier: 9,
        reasons: [{ code: 'B', reason: 'The second raised the overall risk score' }],
      },
      {
        multiplier: 1.3,
        reasons: [{ code: 'C', reason: 'The third raised the overall risk score' }],
      },
      {
        multiplier: 0.5,
        reasons: [{ code: 'A', reason: 'The first lowered the overall risk score' }],
      },
    ]);
  });
});

describe('the guide', () => {
  it('tells the truth about every network', () => {
    const rows = [
      ...guide.matchAll(/^\| ([0-9a-f.:/]+) +\| ([^|]+?) +\|[^|]+\| ([0-9.]+)–([0-9.]+) +\|$/gm),
    ];
    expect(rows.length).toBeGreaterThan(30);
    for (const [, network = '', place, low, high] of rows) {
      if (network.startsWith('10.')) continue;
      const address = readAddress(network.split('/')[0] ?? '');
      const known = address && findNetwork(address);
      expect([network, known?.risk]).toEqual([network, [Number(low), Number(high)]]);
      const city = known?.place?.names.en ?? 'United States';
      expect(place?.startsWith(city)).toBe(true);
    }
  });
});
