import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY, type Account, type EmulatorOptions } from '../src/index.ts';
import { propertiesOf, validator } from '../src/specification.ts';
import { legacyFields } from '../src/services/legacy-fields.ts';
import { paths, postForm, textFields } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const noon = new Date('2026-07-01T10:00:00Z');
const key = { license_key: TEST_LICENSE_KEY };
const account: Account = { accountId: 42, licenseKey: TEST_LICENSE_KEY };

type Fields = Record<string, string>;

async function order(fields: Fields, options: EmulatorOptions = {}): Promise<Fields> {
  const { url } = await emulate({ clock: () => noon, ...options });
  return textFields(await postForm(url + paths.legacy, { ...key, ...fields }));
}

const everything: Fields = {
  i: '203.0.113.17',
  city: 'Orléans',
  region: 'CVL',
  postal: '45000',
  country: 'FR',
  shipAddr: '1 rue Exemple',
  shipCity: 'Paris',
  shipRegion: 'IDF',
  shipPostal: '45000',
  shipCountry: 'France',
  domain: 'gmail.com',
  custPhone: '+33 1 99 00 01 00',
  emailMD5: 'fraud@gmail.com',
  usernameMD5: '5f4dcc3b5aa765d61d8327deb882cf99',
  bin: '497010',
  binName: 'banque exemple',
  binPhone: '0199000101',
  accept_language: 'fr',
  order_amount: '1500.50',
};

/** Numbers as numbers, empty values as nothing, so that the spec's schema can judge them. */
function valuesOf(fields: Fields): Record<string, unknown> {
  const types = new Map(propertiesOf('LegacyResult').map(([name, { type }]) => [name, type]));
  return Object.fromEntries(
    Object.entries(fields)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => [
        name,
        types.get(name) === 'number' || types.get(name) === 'integer' ? Number(value) : value,
      ]),
  );
}

/** An output without a version is of all. */
const sinceOf = (version: unknown): string => (typeof version === 'string' ? version : '1.0');

describe('an order', () => {
  it('has a response in real ISO-8859-1, with all fields of the version', async () => {
    const { url } = await emulate();
    const response = await postForm(url + paths.legacy, { ...key, i: '203.0.113.33' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=ISO-8859-1');
    const bytes = Buffer.from(await response.arrayBuffer());
    expect(response.headers.get('content-length')).toBe(String(bytes.length));
    // One byte for the ã of São Paulo: in UTF-8 there would be two.
    const sao = Buffer.concat([Buffer.from('ip_city=S'), Buffer.of(0xe3), Buffer.from('o Paulo')]);
    expect(bytes.includes(sao)).toBe(true);
    expect(bytes.includes(0xc3)).toBe(false);
  });

  it('fills the fields from what it shows', async () => {
    const fields = await order(everything);
    expect(fields).toMatchObject({
      countryMatch: 'Yes',
      distance: '0',
      ip_city: 'Orléans',
      ip_region: 'CVL',
      ip_countryName: 'France',
      ip_continentCode: 'EU',
      ip_latitude: '47.9029',
      ip_asnum: 'AS64496 Example Broadband',
      ip_userType: 'residential',
      ip_netSpeedCell: 'Cable/DSL',
      anonymousProxy: 'No',
      freeMail: 'Yes',
      carderEmail: 'Yes',
      binMatch: 'Yes',
      binCountry: 'FR',
      binNameMatch: 'Yes',
      binName: 'Banque Exemple',
      binPhoneMatch: 'No',
      prepaid: 'No',
      custPhoneInBillingLoc: '',
      shipForward: 'No',
      cityPostalMatch: 'Yes',
      shipCityPostalMatch: 'No',
      queriesRemaining: '19999999',
      minfraud_version: '1.3',
      service_level: 'premium',
      err: '',
    });
    expect(fields['maxmindID']).toMatch(/^[0-9A-Z]{8}$/);
    const validate = validator('LegacyResult');
    expect([validate(valuesOf(fields)), validate.errors]).toEqual([true, null]);
  });

  it('knows a way to fill the 52 documented fields; what the spec has gained comes from its example', () => {
    const names = propertiesOf('LegacyResult').map(([name]) => name);
    expect(Object.keys(legacyFields)).toHaveLength(52);
    expect(names).toEqual(expect.arrayContaining(Object.keys(legacyFields)));
  });

  it.each([
    [
      '1.0',
      25,
      ['score'],
      ['riskScore', 'explanation', 'ip_timeZone', 'prepaid', 'minfraud_version'],
    ],
    ['1.1', 29, ['score', 'riskScore', 'explanation', 'binName'], ['ip_timeZone', 'prepaid']],
    ['1.2', 45, ['score', 'explanation', 'ip_timeZone'], ['prepaid', 'service_level']],
    ['1.3', 50, ['prepaid', 'service_level', 'minfraud_version'], ['score', 'explanation']],
  ] as const)(
    'in API %s has %d fields or more, those of its time',
    async (legacyVersion, least, has, lacks) => {
      const fields = await order(everything, { accounts: [{ ...account, legacyVersion }] });
      const names = Object.keys(fields);
      expect(names.length).toBeGreaterThanOrEqual(least);
      expect(names).toEqual(expect.arrayContaining([...has]));
      for (const name of lacks) expect(names).not.toContain(name);
      const versions = new Map(
        propertiesOf('LegacyResult').map(([name, s]) => [name, s['x-api-version']]),
      );
      for (const name of names) {
        expect([name, sinceOf(versions.get(name)) <= legacyVersion]).toEqual([name, true]);
      }
    },
  );

  it.each<[string, Fields, Account, string]>([
    ['by default premium', {}, account, 'premium'],
    ['standard on request', { requested_type: 'standard' }, account, 'standard'],
    [
      'standard for its account',
      { requested_type: 'premium' },
      { ...account, legacyServiceLevel: 'standard' },
      'standard',
    ],
  ])('is %s', async (_, more, one, level) => {
    const fields = await order({ ...everything, ...more }, { accounts: [one] });
    expect(fields['service_level']).toBe(level);
    const premium = level === 'premium';
    expect(fields['binName']).toBe(premium ? 'Banque Exemple' : '');
    expect(fields['binPhone'] !== '').toBe(premium);
    expect(fields['prepaid']).toBe(premium ? 'No' : '');
    // Standard orders get the country of the card only when it matches.
    expect(fields['binCountry']).toBe('FR');
    const mismatch = await order({ ...everything, bin: '411111', ...more }, { accounts: [one] });
    expect(mismatch).toMatchObject({ binMatch: 'No', binCountry: premium ? 'US' : '' });
  });

  it.each<[Fields, Fields]>([
    [{}, { binMatch: 'NA', binNameMatch: 'NA', freeMail: 'No', countryMatch: '', shipForward: '' }],
    [
      { bin: '999999', binName: 'x' },
      { binMatch: 'NotFound', binNameMatch: 'NotFound' },
    ],
    [
      { bin: '411111', binPhone: '8005550100' },
      { binMatch: '', binPhoneMatch: 'Yes' },
    ],
    [{ bin: '353011', binPhone: '1' }, { binPhoneMatch: 'NotFound' }],
    [{ shipAddr: 'Freight dock', shipCountry: 'US' }, { shipForward: 'Yes' }],
    [{ shipAddr: 'x' }, { shipForward: 'NA' }],
    [
      { custPhone: '1-203-555-0100', country: 'US', postal: '06511' },
      { custPhoneInBillingLoc: 'Yes' },
    ],
    [
      { custPhone: '203-555-0100', country: 'US', postal: '90012' },
      { custPhoneInBillingLoc: 'No' },
    ],
    [
      { custPhone: '999-555-0100', country: 'US', postal: '90012' },
      { custPhoneInBillingLoc: 'NotFound' },
    ],
    // A1 for anonymous proxies left in February 2025; their proxyScore is generally 0.
    [{ i: '203.0.113.210' }, { countryCode: 'DE', anonymousProxy: 'Yes', proxyScore: '0.00' }],
    // The documented response for bases of the United States abroad.
    [{ i: '203.0.113.63' }, { countryCode: 'US', ip_city: 'Berlin' }],
    [{ i: '203.0.113.40' }, { ip_city: 'São Paulo', ip_postalCode: '' }],
    [{ i: '198.51.100.200' }, { countryCode: 'A2', ip_netSpeedCell: '', ip_city: '' }],
    [{ i: '1.1.1.1' }, { ip_userType: 'contentDeliveryNetwork' }],
    [{ usernameMD5: 'x' }, { highRiskUsername: 'No' }],
  ])('%j: %j', async (input, expected) => {
    expect(await order({ i: '203.0.113.1', ...input })).toMatchObject(expected);
  });

  it.each([
    ['128.101.101.101', 2, 4],
    ['74.209.24.1', 0.5, 1.99],
    ['65.116.3.80', 0, 0.49],
  ])('from the sandbox address %s has a proxyScore from %d to %d', async (i, low, high) => {
    const { proxyScore } = await order({ i, country: 'US' });
    expect(proxyScore).toMatch(/^\d\.\d\d$/);
    expect(Number(proxyScore)).toBeGreaterThanOrEqual(low);
    expect(Number(proxyScore)).toBeLessThanOrEqual(high);
  });

  it('goes to the older path and by GET too, its key unrecorded', async () => {
    const emulator = await emulate();
    const form = { ...key, i: '203.0.113.17' };
    const query = new URLSearchParams(form).toString();
    const responses = [
      await postForm(emulator.url + paths.oldLegacy, form),
      await fetch(`${emulator.url}${paths.oldLegacy}?${query}`),
      await fetch(`${emulator.url}${paths.legacy}?${query}`),
    ];
    for (const response of responses) {
      expect(await textFields(response)).toMatchObject({ ip_city: 'Orléans', err: '' });
    }
    expect(JSON.stringify(emulator.requests)).not.toContain(TEST_LICENSE_KEY);
    expect(emulator.requests[0]?.wire).toBe('license_key=[redacted]&i=203.0.113.17');
    expect(emulator.requests[1]?.query).toEqual({ license_key: '[redacted]', i: '203.0.113.17' });
  });
});

describe('warnings in err', () => {
  it.each<[Fields, string]>([
    [{ i: '128.101.101.101', country: 'US' }, ''],
    [{ i: '5.6.7.8' }, 'IP_NOT_FOUND'],
    [{ i: '10.0.0.1' }, 'IP_NOT_FOUND'],
    [{ i: 'nonsense' }, 'IP_NOT_FOUND'],
    [{ i: '203.0.113.1', emailMD5: 'no hash' }, 'INVALID_EMAIL_MD5'],
    [{ i: '203.0.113.1', country: 'Atlantis' }, 'COUNTRY_NOT_FOUND'],
    [{ i: '203.0.113.1', country: 'US', region: 'NY' }, 'CITY_REQUIRED'],
    [{ i: '203.0.113.1', country: 'US', city: 'Nowhere' }, 'CITY_NOT_FOUND'],
    [{ i: '203.0.113.1', country: 'US', city: 'New York' }, 'POSTAL_CODE_REQUIRED'],
    [
      { i: '203.0.113.1', country: 'United States', city: 'New York', postal: '00000' },
      'POSTAL_CODE_NOT_FOUND',
    ],
    [{ i: '203.0.113.1', country: 'us', city: 'New York', postal: '10001' }, ''],
  ])('%j: %j, with a score', async (fields, err) => {
    const response = await order(fields);
    expect(response['err']).toBe(err);
    expect(Number(response['riskScore'])).toBeGreaterThan(0);
  });
});

describe('errors in err', () => {
  const cases: [string, Fields, Partial<Account>, number][] = [
    ['LICENSE_REQUIRED', { license_key: '' }, {}, 401],
    ['INVALID_LICENSE_KEY', { license_key: 'wrong' }, {}, 401],
    ['MAX_REQUESTS_REACHED', key, { funds: 0 }, 402],
    ['PERMISSION_REQUIRED', key, { permissions: ['score'] }, 403],
    // A malformed request has a documented status, and no documented code.
    ['', { ...key, i: '' }, {}, 400],
  ];

  it.each(cases)(
    '%s comes with the documented status, or 200 as it used to',
    async (err, fields, more, status) => {
      for (const [options, expected] of [
        [{}, status],
        [{ legacyErrorStatus: 200 }, 200],
      ] as const) {
        const emulator = await emulate({ ...options, accounts: [{ ...account, ...more }] });
        const response = await postForm(emulator.url + paths.legacy, {
          i: '203.0.113.1',
          ...fields,
        });
        expect(response.status).toBe(expected);
        const record = await textFields(response);
        expect(record).toMatchObject({ err, riskScore: '', ip_city: '' });
        expect(record['queriesRemaining']).toBe(err === 'MAX_REQUESTS_REACHED' ? '0' : '');
        expect(emulator.requests[0]).toMatchObject({ billed: false, status: expected });
      }
    },
  );

  it.each([
    ['JSON', { 'content-type': 'application/json' }],
    ['a body without a type', {}],
    [
      'a caller that takes no text',
      { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    ],
  ])('refuses %s as malformed, with the record of an error', async (_, headers) => {
    const { url } = await emulate();
    // Bytes, since a text would get a type from fetch.
    const body = new TextEncoder().encode('license_key=x&i=203.0.113.1');
    const response = await fetch(url + paths.legacy, { method: 'POST', headers, body });
    expect([response.status, response.headers.get('content-type')]).toEqual([
      400,
      'text/plain; charset=ISO-8859-1',
    ]);
    expect(await textFields(response)).toMatchObject({ err: '', riskScore: '' });
  });
});
