import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { startEmulator, TEST_LICENSE_KEY, type DispositionUpdate } from '../src/index.ts';
import { placeById, sentPostal } from '../src/geo/places.ts';
import { shippedSpec, validator } from '../src/specification.ts';
import { EmulatorWorld } from '../src/world.ts';
import { basic, jsonOf, paths, post, postForm, textFields, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';
import { ipAddresses, transactions } from './transactions.ts';
import { runs } from '../../../test/runs.ts';

/** Where the pages bound what is sent by tier, country, range or input, the emulator keeps to it. */

const clock = (): Date => new Date('2026-07-01T16:00:00Z');
const running = startEmulator({ listen: false, clock });

async function score(path: string, transaction: Json): Promise<Json | undefined> {
  const { fetch } = await running;
  const response = await fetch(`https://emulator.invalid${path}`, {
    method: 'POST',
    headers: { authorization: basic(), 'content-type': 'application/json' },
    body: JSON.stringify(transaction),
  });
  const body = (await response.json()) as Json;
  if (response.status === 200) return body;
  expect(body['code']).toBe('REQUEST_INVALID');
  return undefined;
}

interface Address extends Json {
  readonly country?: string;
  readonly city?: string;
  readonly postal?: string;
}
interface Sent extends Json {
  readonly billing?: Address;
  readonly shipping?: Address;
  readonly credit_card?: { readonly issuer_id_number?: string };
  readonly device?: { readonly ip_address?: string };
}
type ResponseBody = Readonly<Record<string, Json | undefined>>;

/** Each a sentence of dev.maxmind.com: what must hold where a field is sent. */
const rules: readonly (readonly [string, (response: ResponseBody, sent: Sent) => void])[] = [
  [
    'location: income, density and metro code are "only available for IP addresses in the US"',
    ({ ip_address: ip }) => {
      const { country, location } = (ip ?? {}) as Record<string, Json | undefined>;
      if (country?.['iso_code'] === 'US') return;
      for (const name of ['average_income', 'population_density', 'metro_code']) {
        expect(location ?? {}).not.toHaveProperty(name);
      }
    },
  ],
  [
    'postal: Singapore 2 characters, Brazil 5, Canada 3, the Netherlands 4, the United Kingdom 2 to 4',
    ({ ip_address: ip }) => {
      const { country, postal } = (ip ?? {}) as Record<string, Json | undefined>;
      const { code } = (postal ?? {}) as { readonly code?: string };
      const lengths: Record<string, RegExp> = {
        ...{ SG: /^.{2}$/, BR: /^.{5}$/, CA: /^.{3}$/, NL: /^.{4}$/ },
        ...{ GB: /^.{2,4}$/, US: /^.{5}$/ },
      };
      const form = lengths[String(country?.['iso_code'])];
      if (postal !== undefined && form !== undefined) expect(code).toMatch(form);
    },
  ],
  [
    'addresses: nothing about a distance or a country without what it is measured between',
    ({ billing_address, shipping_address, ip_address }, { billing, shipping }) => {
      const located = ip_address?.['country'] !== undefined;
      for (const [record, sent] of [
        [billing_address, billing],
        [shipping_address, shipping],
      ] as const) {
        if (record === undefined) continue;
        expect(sent).toBeDefined();
        const known = sent?.country !== undefined && sent.country !== 'ZZ';
        if (!located || !known) {
          expect(record).not.toHaveProperty('distance_to_ip_location');
          expect(record).not.toHaveProperty('is_in_ip_country');
        }
        if (!known) expect(record).not.toHaveProperty('latitude');
        if (!(known && sent.city !== undefined && sent.postal !== undefined)) {
          expect(record).not.toHaveProperty('is_postal_in_city');
        }
      }
      if (billing?.country === undefined || shipping?.country === undefined) {
        expect(shipping_address ?? {}).not.toHaveProperty('distance_to_billing_address');
      }
    },
  ],
  [
    'credit_card: only with an IIN, and compared only with a billing country',
    ({ credit_card: card }, { credit_card, billing }) => {
      if (credit_card?.issuer_id_number === undefined) expect(card).toBeUndefined();
      if (billing?.country === undefined) {
        expect(card ?? {}).not.toHaveProperty('is_issued_in_billing_address_country');
      }
    },
  ],
  [
    'phones: matches_postal in the US alone, with postal code and country',
    ({ billing_phone, shipping_phone }, { billing, shipping }) => {
      for (const [record, sent] of [
        [billing_phone, billing],
        [shipping_phone, shipping],
      ] as const) {
        if (record?.['matches_postal'] === undefined) continue;
        expect(record['country']).toBe('US');
        expect(sent?.country).toBeDefined();
        expect(sent?.postal).toBeDefined();
      }
    },
  ],
  [
    'device and ip_address: only with an IP address',
    ({ device, ip_address }, sent) => {
      const sentAddress = sent.device?.ip_address;
      if (sentAddress !== undefined && validator('Device')({ ip_address: sentAddress })) return;
      expect([device, ip_address]).toEqual([undefined, undefined]);
    },
  ],
];

describe.each([
  [paths.score, 'Score'],
  [paths.insights, 'Insights'],
  [paths.factors, 'Factors'],
])('%s', (path, component) => {
  it('sends what the pages have it send for generated transactions', async () => {
    const fits = validator(component);
    await fc.assert(
      fc.asyncProperty(transactions, async (transaction) => {
        const response = await score(path, transaction);
        if (response === undefined) return;
        expect(fits(response) ? [] : fits.errors).toEqual([]);
        for (const [, rule] of rules) rule(response as ResponseBody, transaction);
        if (component !== 'Score') return;
        const more = Object.keys((response['ip_address'] ?? {}) as Json).filter(
          (k) => k !== 'risk',
        );
        expect(more).toEqual([]);
        for (const name of ['email', 'device', 'shipping_address', 'risk_score_reasons']) {
          expect(response).not.toHaveProperty(name);
        }
      }),
      { numRuns: runs(300), seed: 19, endOnFailure: true },
    );
  });
});

describe('postal codes', () => {
  it('are shortened where the page says so', () => {
    const sent = (id: string): string => sentPostal(placeById(id));
    expect(['singapore', 'sao-paulo', 'tokyo', 'amsterdam', 'paris'].map(sent)).toEqual([
      '01',
      '01310',
      '100-0001',
      '1012',
      '75001',
    ]);
  });
});

describe('minFraud Legacy', () => {
  const order = async (fields: Record<string, string>): Promise<Record<string, string>> => {
    const { url } = await emulate();
    return textFields(
      await postForm(url + paths.legacy, { license_key: TEST_LICENSE_KEY, ...fields }),
    );
  };

  it.each([
    ['203.0.113.1', '75001', '40'],
    ['203.0.113.130', 'M5V', '40'],
    ['203.0.113.85', 'EC1A', '40'],
    ['203.0.113.113', '28001', '40'],
    // None of the nine countries of the page.
    ['203.0.113.33', '', ''],
    ['203.0.113.65', '', ''],
    ['203.0.113.177', '', ''],
    ['2001:db8::1', '', ''],
    ['175.16.199.1', '', ''],
  ])('%s: the postal code %j', async (i, ip_postalCode, ip_postalConf) => {
    expect(await order({ i })).toMatchObject({ ip_postalCode, ip_postalConf });
  });

  it.each([
    ['not an address', ''],
    ['203.0.113.256', ''],
    ['10.0.0.1', '0.00'],
  ])('%s: IP_NOT_FOUND, and the proxyScore %j', async (i, proxyScore) => {
    expect(await order({ i })).toMatchObject({ proxyScore, err: 'IP_NOT_FOUND' });
  });

  it('knows free mail domains by name only', async () => {
    const i = '203.0.113.1';
    expect((await order({ i, domain: 'constructor' }))['freeMail']).toBe('No');
    expect((await order({ i, domain: 'gmail.com' }))['freeMail']).toBe('Yes');
  });

  it('has no code for a malformed request: none is documented', async () => {
    const { url } = await emulate();
    const response = await postForm(url + paths.legacy, { license_key: TEST_LICENSE_KEY });
    expect(response.status).toBe(400);
    expect(Object.values(await textFields(response)).join('')).toBe('');
  });

  it('never sends a proxyScore outside 0 to 4', async () => {
    const { fetch } = await running;
    await fc.assert(
      fc.asyncProperty(ipAddresses, async (i) => {
        const body = new URLSearchParams({ license_key: TEST_LICENSE_KEY, i });
        const init = { method: 'POST', body };
        const response = await fetch(`https://emulator.invalid${paths.legacy}`, init);
        const { proxyScore } = await textFields(response);
        expect(proxyScore).toMatch(/^(?:|[0-3]\.\d\d|4\.00)$/);
      }),
      { numRuns: 100, seed: 19 },
    );
  });
});

describe('a report', () => {
  it.each([
    { chargeback_code: 'x'.repeat(256) },
    { chargeback_code: 4837 },
    { transaction_id: 'x'.repeat(300) },
  ])('is taken where no code is documented to refuse it with: %j', async (more) => {
    const { url } = await emulate();
    const report = { tag: 'chargeback', transaction_id: '1', ...more };
    expect((await post(url + paths.report, report)).status).toBe(204);
  });

  it('is refused for what has a code, whatever stands before it', async () => {
    const { url } = await emulate();
    const report = { tag: 'chargeback', chargeback_code: 1, transaction_id: '1', maxmind_id: 'x' };
    const response = await post(url + paths.report, report);
    expect([response.status, await jsonOf(response)]).toMatchObject([
      400,
      { code: 'MAXMIND_ID_INVALID' },
    ]);
  });
});

describe('the ID of a response', () => {
  it('is never given twice, however a request is written', async () => {
    const { fetch } = await emulate({ listen: false });
    const ask = async (body: string): Promise<unknown> => {
      const headers = { authorization: basic(), 'content-type': 'application/json' };
      const init = { method: 'POST', headers, body };
      return (await jsonOf(fetch(`https://emulator.invalid${paths.score}`, init)))['id'];
    };
    const written = [
      '{"device":{"ip_address":"203.0.113.1"}}',
      '{"device": {"ip_address": "203.0.113.1"}}',
      '{"device":{"ip_address":"203.0.113.1"}}\n',
      '{"device":{"ip_address":"203.0.113.1"},"shoe_size":43}',
      '{"device":{"ip_address":"203.0.113.1"},"order":{"amount":-1}}',
      '{"device":{"ip_address":"203.0.113.1"},"order":{"amount":-2}}',
      '{"device":{"ip_address":"203.0.113.1"},"billing":{}}',
      '{"device":{"ip_address":"203.0.113.1"},"custom_inputs":{"a":"4111111111111111"}}',
    ];
    const ids = new Set<unknown>();
    for (const body of [...written, ...written]) ids.add(await ask(body));
    expect(ids.size).toBe(written.length * 2);
  });

  it('is not given again when 10,000 other requests came between', () => {
    const { occasion } = new EmulatorWorld({}, shippedSpec());
    const first = occasion('the first');
    for (let other = 0; other < 10_001; other += 1) occasion(String(other));
    expect(occasion('the first')).toBeGreaterThan(first);
  });
});

describe('dispositions', () => {
  const update = {
    minfraud_id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
    action: 'accept',
    action_last_updated: '2026-03-14T22:04:01.044250Z',
  };

  it.each<[string, Json, string]>([
    [
      'names of the SDK',
      { minfraudId: update.minfraud_id, action: 'accept' },
      'dispositions[0] has no "minfraudId". Did you mean "minfraud_id"?',
    ],
    [
      'one name of the SDK',
      { ...update, noteLastUpdated: update.action_last_updated },
      'Did you mean "note_last_updated"?',
    ],
    ['no ID', { action: 'accept' }, 'dispositions[0] needs minfraud_id'],
    ['no time', { ...update, action_last_updated: undefined }, 'needs action_last_updated'],
    ['an invalid time', { ...update, note_last_updated: 'noon' }, 'is not an RFC 3339 time'],
    ['a number', { ...update, minfraud_id: 1 }, 'minfraud_id must be a string'],
  ])('with %s are refused, and nothing is listed', async (_, wrong, message) => {
    const given = [wrong as unknown as DispositionUpdate];
    await expect(startEmulator({ listen: false, dispositions: given })).rejects.toThrow(message);
    const emulator = await emulate();
    expect(() => {
      emulator.addDispositions([update, ...given]);
    }).toThrow(message.replace('[0]', '[1]'));
    const page = await fetch(
      `${emulator.url}${paths.dispositions}?updates_after=2026-01-01T00:00:00Z`,
      { headers: { authorization: basic() } },
    );
    expect((await jsonOf(page))['updates']).toEqual([]);
  });
});

describe('the account', () => {
  it('lasts for longer than any test run', async () => {
    const { url } = await emulate();
    const { queries_remaining } = await jsonOf(
      post(url + paths.factors, { device: { ip_address: '203.0.113.1' } }),
    );
    expect(queries_remaining).toBeGreaterThan(1_000_000);
  });
});
