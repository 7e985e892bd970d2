/** What the tests of the .NET client say. */
import { addressesOf } from './addresses.ts';
import { changed, type ClientCases, type FieldCase, type ResponseCase } from './case.ts';
import {
  credentialCodes,
  errorCases,
  permissionCase,
  result,
  resultCases,
  taken,
} from './errors.ts';
import { commonFields, tokens } from './fields.ts';
import {
  insightsResponse,
  registered,
  represented,
  riskScoreReasons,
  scoreResponse,
  subscores,
} from './full-response.ts';
import { fullTransaction, usernameMd5 } from './full-transaction.ts';

const id = 'b643d445-18b2-4b9d-bad4-c9c4366e402a';
const md5 = '977577b140bfb7c516e4746204fbdb01';
const nil = '00000000-0000-0000-0000-000000000000';

const fields: readonly FieldCase[] = [
  ...commonFields,
  ['/credit_card/country', 'two capital letters', ['US'], ['USA', 'U1', 'us']],
  [
    '/credit_card/issuer_id_number',
    '6 or 8 digits',
    ['123456', '12345678'],
    ['1234567', '123456789', '12345', '12345a'],
  ],
  ['/credit_card/last_digits', '2 or 4 digits', ['12', '1234'], ['12345', '1', '123a']],
  tokens,
  ['/custom_inputs/InvalidKey', 'names of inputs', [], ['test']],
  ['/custom_inputs/string_input_1', 'strings', ['test string'], ['x'.repeat(256), 'test\n']],
  ['/custom_inputs/long_input', 'whole numbers', [19, 12], [1e13]],
  ['/custom_inputs/double_input', 'decimals', [32.123, 3.20000005], [-1e13]],
  ['/custom_inputs/bool_input', 'booleans', [true]],
  ['/event/time', 'the first moment of its calendar', ['0001-01-01T00:00:00+00:00']],
  ['/event/type', 'type', ['account_creation', 'credit_application', 'fund_transfer']],
  ['/payment/method', 'method', ['bank_debit', 'card', 'crypto', 'digital_wallet', 'rewards']],
  ['/order/referrer_uri', 'an http address', [new URL('http://www.mm.com/')]],
  ['/device/ip_address', 'IP address', ['1.1.1.1']],
  ['/device/session_age', 'not negative', [3600], [-1]],
  ['/device/session_id', '255 characters at most', ['foo'], ['x'.repeat(256)]],
  ['/device/tracking_token', 'tracking token', ['a]L@E*bnoqHa9&SBSwbB8X3#1E']],
  ['/email/address', 'no domain', [], ['no-domain']],
  ['/email/domain', 'domain', ['domain.com', 'test.com'], [' domain.com']],
  ['/shopping_cart/0/price', 'price', [10]],
  ['report:/maxmind_id', 'eight characters', ['abcd1234'], ['abcd123', '', 'abcd12345']],
  ['report:/tag', 'tags', ['chargeback', 'clear']],
];

/** In two ways in its tests: by properties, and by constructors. */
const full = changed(fullTransaction, {
  '/event/time': '2014-04-12T23:20:50.052+00:00',
  '/event/party': undefined,
  '/credit_card/was_3d_secure_successful': false,
});
const sent = changed(full, {
  '/account/username': undefined,
  '/account/username_md5': usernameMd5,
});
const report = {
  ip_address: '1.1.1.1',
  tag: 'suspected_fraud',
  chargeback_code: 'AA',
  maxmind_id: 'a1b2c3d4',
  minfraud_id: '9194a1ac-0a81-475a-bf81-9bf8543a3f8f',
  notes: 'note',
  transaction_id: 'txn1',
};

const score = changed(scoreResponse, {
  '/funds_remaining': 10.01,
  '/disposition/rule_label': 'The label',
});
const insights = changed(insightsResponse, {
  '/funds_remaining': 10.01,
  '/disposition/rule_label': 'The label',
  '/billing_phone/is_voip': true,
  '/billing_phone/matches_postal': false,
  '/credit_card/is_virtual': undefined,
  '/device/last_seen': '2016-06-08T14:16:38+00:00',
  '/device/local_time': undefined,
  '/email/domain': {
    classification: 'education',
    first_seen: '2014-02-03',
    risk: 8.75,
    volume: 1500.5,
    visit: { status: 'live', last_visited_on: '2025-11-12' },
  },
  '/ip_address/anonymizer/network_last_seen': undefined,
  '/ip_address/location/local_time': '2012-04-13T00:20:50-01:00',
  '/ip_address/maxmind': {},
  '/ip_address/postal': { code: '90001', confidence: 10 },
  '/ip_address/registered_country': registered(true),
  '/ip_address/represented_country': represented(true),
  '/ip_address/traits/is_anonymous_proxy': true,
  '/ip_address/traits/is_anycast': true,
  '/ip_address/traits/is_legitimate_proxy': false,
  '/ip_address/traits/is_residential_proxy': true,
  '/ip_address/traits/is_satellite_provider': true,
});
const factors = changed(insights, {
  '/email/domain': {
    classification: 'business',
    first_seen: '2014-02-03',
    risk: 12.5,
    volume: 850.25,
    visit: { status: 'live', last_visited_on: '2025-11-10', has_redirect: true },
  },
  '/risk_score_reasons': riskScoreReasons,
  '/subscores': subscores,
});

const place = {
  is_in_ip_country: true,
  latitude: 43.1,
  longitude: 32.1,
  distance_to_ip_location: 100,
  is_postal_in_city: true,
};
const least = {
  id,
  risk_score: 0.01,
  funds_remaining: 1.2,
  queries_remaining: 123,
  disposition: { action: 'accept' },
  warnings: [{ code: 'INVALID_INPUT' }],
};
const anonymousIp = { code: 'ANONYMOUS_IP', reason: 'An anonymous network' };
const residential = {
  confidence: 82,
  network_last_seen: '2026-05-11',
  provider_name: 'quickshift',
};
const flags = [
  'is_anonymous',
  'is_anonymous_vpn',
  'is_hosting_provider',
  'is_public_proxy',
  'is_residential_proxy',
  'is_tor_exit_node',
];
const allFlags = (value: boolean, prefix = ''): Record<string, boolean> =>
  Object.fromEntries(flags.map((flag) => [prefix + flag, value]));

export const dotnet: ClientCases = {
  client: '.NET',
  commit: '930bed4180696b3904997a36064d9c09fb388d11',
  fields,
  transactions: [
    ...[
      'account/user_id',
      'billing/address',
      'credit_card/bank_name',
      'event/shop_id',
      'payment/decline_code',
      'shipping/last_name',
    ].map((pointer) => ({
      about: 'one part alone',
      wire: changed({}, { [`/${pointer}`]: '1' }),
      valid: true,
    })),
    {
      about: 'a user name, which is hashed',
      wire: { account: { username: 'username' } },
      valid: true,
      sends: { account: { username_md5: '14c4b06b824ec593239362517f538b29' } },
    },
    {
      about: 'a user name that is null',
      wire: { account: { username: null, user_id: '1' } },
      valid: true,
      sends: { account: { user_id: '1' } },
    },
    {
      about: 'all of an event',
      wire: {
        event: {
          transaction_id: 'txn123',
          shop_id: 'shop123',
          time: '2020-07-12T15:30:00+02:00',
          type: 'account_creation',
          party: 'agent',
        },
      },
      valid: true,
    },
    {
      about: 'the domain of a plain address',
      wire: { email: { address: 'test@maxmind.com' } },
      valid: true,
      sends: { email: { address: 'test@maxmind.com', domain: 'maxmind.com' } },
    },
    {
      about: 'a hash',
      wire: { email: { address: 'test@maxmind.com', hash_address: true } },
      valid: true,
      sends: { email: { address: md5, domain: 'maxmind.com' } },
    },
    { about: 'all fields', wire: full, valid: true, sends: sent },
  ],
  reports: [
    {
      about: 'all fields',
      wire: {
        ...report,
        tag: 'chargeback',
        chargeback_code: '4853',
        maxmind_id: 'abcd1234',
        notes: 'some notes',
        transaction_id: 'txn123',
      },
      valid: true,
    },
    { about: 'all fields of a call', wire: report, valid: true },
    { about: 'no identifier', wire: { tag: 'not_fraud' }, valid: false },
    { about: 'an address', wire: { tag: 'chargeback', ip_address: '1.1.1.1' }, valid: true },
    {
      about: 'a nil UUID next to an address',
      wire: { tag: 'not_fraud', ip_address: '1.1.1.1', minfraud_id: nil },
      valid: true,
      sends: { tag: 'not_fraud', ip_address: '1.1.1.1' },
    },
    { about: 'a nil UUID alone', wire: { tag: 'not_fraud', minfraud_id: nil }, valid: false },
  ],
  addresses: addressesOf('d'),
  domains: [],
  responses: [
    ['score', 'all fields of score', score],
    [
      'insights',
      'all fields of insights',
      insights,
      {
        reads: { '/ip_address/city/name': 'London', '/ip_address/country/name': 'United Kingdom' },
      },
    ],
    ['factors', 'all fields of factors', factors, { reads: { '/ip_address/city/name': 'London' } }],
    [
      'insights',
      'insights',
      {
        ...least,
        ip_address: { country: { iso_code: 'US' } },
        credit_card: { is_business: true, is_prepaid: true },
        device: { id },
        email: { domain: { first_seen: '2014-02-03' }, is_free: true },
        shipping_address: { is_in_ip_country: true },
        shipping_phone: { is_voip: true },
        billing_address: { is_in_ip_country: true },
        billing_phone: { is_voip: false },
      },
    ],
    [
      '/ip_address/anonymizer',
      'anonymizer',
      {
        ...allFlags(true),
        is_hosting_provider: false,
        is_public_proxy: false,
        is_tor_exit_node: false,
        confidence: 85,
        network_last_seen: '2025-01-15',
        provider_name: 'TestVPN',
        residential,
      },
    ],
    [
      '/ip_address/anonymizer',
      'residential proxies alone',
      { residential },
      {
        reads: allFlags(false, '/'),
        lacks: ['/confidence', '/network_last_seen', '/provider_name'],
      },
    ],
    [
      '/ip_address/anonymizer',
      'no anonymizer',
      allFlags(false),
      { lacks: ['/confidence', '/network_last_seen', '/provider_name'] },
    ],
    [
      '/disposition',
      'disposition',
      { action: 'manual_review', reason: 'custom_rule', rule_label: "the rule's label" },
    ],
    [
      '/credit_card/issuer',
      'issuer',
      {
        name: 'Bank',
        matches_provided_name: true,
        phone_number: '132-342-2131',
        matches_provided_phone_number: true,
      },
    ],
    ['/risk_score_reasons/0/reasons/0', 'a reason', anonymousIp],
    ['/billing_address', 'billing', place],
    [
      '/credit_card',
      'card',
      {
        issuer: { name: 'Bank' },
        brand: 'Visa',
        country: 'US',
        is_business: true,
        is_issued_in_billing_address_country: true,
        is_prepaid: true,
        is_virtual: true,
        type: 'credit',
      },
    ],
    [
      '/shipping_address',
      'shipping',
      { ...place, is_high_risk: false, distance_to_billing_address: 200 },
    ],
    ['score', 'a score', { ...least, ip_address: { risk: 0.01 } }],
    ['/ip_address/country', 'country', { is_high_risk: true, is_in_european_union: true }],
    ['/subscores', 'subscores', { ...subscores, email_tenure: 0.13, ip_tenure: 0.14 }],
    ['/risk_score_reasons/0', 'a multiplier', { multiplier: 45, reasons: [anonymousIp] }],
    [
      '/warnings/0',
      'warning',
      { code: 'INVALID_INPUT', warning: 'Wrong', input_pointer: '/first/second' },
    ],
    [
      '/device',
      'device',
      {
        confidence: 99,
        id: '35e5e22c-8bf2-44f8-aa99-716ec7530281',
        last_seen: '2016-06-08T14:16:38+00:00',
        local_time: '2016-06-10T14:19:10-08:00',
      },
    ],
    ['/ip_address/location', 'local time', { local_time: '2015-04-19T12:59:23-01:00' }],
    ['/email/domain', 'domain', { first_seen: '2017-01-02' }],
    [
      '/email/domain',
      'domain in full',
      {
        classification: 'business',
        first_seen: '2019-01-20',
        risk: 15.5,
        volume: 1234.56,
        visit: { has_redirect: true, last_visited_on: '2025-11-15', status: 'live' },
      },
    ],
    ...['education', 'government', 'isp_email'].map((classification): ResponseCase => [
      '/email/domain',
      'a class',
      { classification },
    ]),
    ...['dns_error', 'network_error', 'http_error', 'parked', 'pre_development'].map(
      (status): ResponseCase => ['/email/domain', 'a status', { visit: { status } }],
    ),
    [
      '/email/domain',
      'a risk alone',
      { risk: 45.2 },
      { lacks: ['/classification', '/first_seen', '/volume', '/visit'] },
    ],
    [
      '/email/domain',
      'words of the future',
      { classification: 'unknown_future_value', risk: 25, visit: { status: 'future_status_type' } },
      { reads: { '/classification': null, '/visit/status': null } },
    ],
    [
      '/email',
      'e-mail',
      {
        domain: { first_seen: '2014-02-03' },
        first_seen: '2017-01-02',
        is_disposable: true,
        is_free: true,
        is_high_risk: true,
      },
    ],
    [
      '/ip_address',
      'IP address',
      {
        risk: 99,
        risk_reasons: [
          anonymousIp,
          { code: 'MINFRAUD_NETWORK_ACTIVITY', reason: 'Seen elsewhere' },
        ],
        country: { is_high_risk: true },
        location: { local_time: '2015-04-19T12:59:23-01:00' },
        traits: { ...allFlags(true), mobile_country_code: '310', mobile_network_code: '004' },
      },
    ],
    [
      '/billing_phone',
      'phone',
      {
        country: 'US',
        is_voip: true,
        matches_postal: false,
        network_operator: 'Verizon',
        number_type: 'mobile',
      },
    ],
  ],
  calls: [
    {
      about: 'score',
      service: 'score',
      replies: [result('score', score)],
      request: full,
      reads: { '/risk_score': 0.01 },
      sends: {
        url: '/minfraud/v2.0/score',
        headers: { accept: 'application/json', 'content-type': 'application/json; charset=utf-8' },
        body: sent,
      },
    },
    {
      about: 'insights',
      service: 'insights',
      replies: [result('insights', insights)],
      request: full,
      reads: {
        '/ip_address/city/name': 'London',
        '/ip_address/country/name': 'United Kingdom',
        '/ip_address/country/is_in_european_union': true,
        '/ip_address/registered_country/is_in_european_union': true,
        '/ip_address/represented_country/is_in_european_union': true,
        '/ip_address/traits/is_residential_proxy': true,
        '/ip_address/traits/mobile_network_code': '004',
        '/ip_address/anonymizer/residential/network_last_seen': '2026-05-11',
      },
      sends: { url: '/minfraud/v2.0/insights', body: sent },
    },
    {
      about: 'factors',
      service: 'factors',
      replies: [result('factors', factors)],
      request: full,
      reads: { '/ip_address/city/name': 'London' },
      sends: { url: '/minfraud/v2.0/factors', body: sent },
    },
    {
      about: 'a report',
      service: 'report',
      replies: [{ status: 204, type: 'application/json', body: '' }],
      request: changed(report, { '/maxmind_id': undefined }),
      sends: { url: '/minfraud/v2.0/transactions/report' },
    },
    {
      about: 'a report without an identifier',
      service: 'report',
      replies: [taken],
      request: { tag: 'not_fraud' },
      error: 'InvalidRequestError',
      requests: 0,
    },
    {
      about: 'host, timeout and locale',
      service: 'score',
      replies: [result('score', score)],
      options: { baseUrl: 'https://test.maxmind.com', timeout: 5000, locales: ['en'] },
      request: full,
      sends: { url: 'https://test.maxmind.com/minfraud/v2.0/score', body: sent },
    },
    ...resultCases('insights'),
    ...errorCases('insights', credentialCodes),
    permissionCase('insights', 402),
    {
      about: '200 without a length',
      service: 'score',
      replies: [{ status: 200, type: 'application/json', body: JSON.stringify(score) }],
      options: { baseUrl: undefined },
      reads: { '/risk_score': 0.01 },
      sends: { url: 'https://minfraud.maxmind.com/minfraud/v2.0/score' },
    },
  ],
  options: [],
  leftOut: [
    { tests: 1, why: 'a builder that is used twice' },
    { tests: 1, why: 'a limit in numbers of 32 bits' },
    { tests: 2, why: 'the constructors of two exceptions' },
  ],
};
