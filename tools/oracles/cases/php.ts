/** What the tests of the PHP client say. */
import {
  changed,
  type AddressCase,
  type ClientCases,
  type FieldCase,
  type ResponseCase,
} from './case.ts';
import { result, taken } from './errors.ts';
import { insightsResponse, riskScoreReasons, scoreResponse, subscores } from './full-response.ts';
import { fullTransaction, usernameMd5 } from './full-transaction.ts';

const maxmind = '977577b140bfb7c516e4746204fbdb01';
const gmail = '1aedb8d9dc4751e229a335e371db8058';
const uuid = '58fa38d8-4b87-458b-a22b-f00eda1aa20d';
const wrongMd5s = [
  '14c4b06b824ec593239362517f538b2',
  '14c4b06b824ec593239362517f538b29a',
  'notvalid',
  'invalid @email.org',
];
const wrongStrings = [1, ['string'], {}];

const placesWithCountry = ['billing', 'credit_card', 'shipping'].map((place): FieldCase => [
  `/${place}/country`,
  'two capital letters',
  ['CA', 'US'],
  ['A', '1', 'MAA', 'USA', 'Canada', 1, 'ca'],
]);

const fields: readonly FieldCase[] = [
  ...placesWithCountry,
  ['/billing/region', 'region', [], ['AAAAA', 'aaa']],
  ['/shipping/region', 'region', [], ['AAAAA', 'aaa']],
  ['/billing/phone_country_code', 'calling code', [], ['12344', '12a']],
  ['/shipping/phone_country_code', 'calling code', [], ['12344', '12a']],
  ['/credit_card/bank_phone_country_code', 'calling code of the bank', [], ['12344', '12a']],
  ['/shipping/delivery_speed', 'speed', [], ['slow']],
  ['/account/username_md5', 'an MD5', [], wrongMd5s],
  ['/email/address', 'an address or an MD5', [], wrongMd5s],
  [
    '/email/domain',
    'domain',
    ['maxmind.com', 'www.bbc.co.uk', 'ponyville.eq'],
    ['bad', ' bad.com'],
  ],
  ['/credit_card/issuer_id_number', '6 or 8 digits', ['88888888'], ['12345', '1234567', 'a23456']],
  ['/credit_card/last_digits', '2 or 4 digits', ['1234'], ['12345', '123', 'a234']],
  [
    '/credit_card/token',
    'a token is no card number, is printable, and has 255 characters at most',
    ['123456abc1234', '!', '1'.repeat(20)],
    ['123456', '123456789123456789', ' ', '\u0007G', 'x'.repeat(256)],
  ],
  ['/credit_card/avs_result', 'one character', [], ['Aa']],
  ['/credit_card/cvv_result', 'one character', [], ['Aa']],
  [
    '/device/ip_address',
    'IP address',
    ['1.2.3.4', '2001:db8:0:0:1:0:0:1', '::FFFF:1.2.3.4'],
    ['1.2.3', '1.2.3.', '299.1.1.1', '::AF123'],
  ],
  [
    '/device/session_age',
    'a number that is not negative',
    [0, 3600, 1000.5, '12345', 1.2],
    [-1, 'X'],
  ],
  [
    '/device/session_id',
    '255 characters at most; numbers are taken for strings',
    [0, 3600],
    ['X'.repeat(256)],
  ],
  [
    '/event/time',
    'RFC 3339',
    [
      '2014-04-12T23:20:50+01:00',
      '2014-04-12T23:20:50Z',
      '2014-04-12T23:20:50.052+01:00',
      '2014-04-12T23:20:50.052Z',
    ],
    ['2014/04/04 19:20'],
  ],
  [
    '/event/type',
    'type',
    [
      'account_creation',
      'account_login',
      'credit_application',
      'email_change',
      'fund_transfer',
      'password_reset',
      'payout_change',
      'purchase',
      'recurring_purchase',
      'referral',
      'survey',
    ],
    ['unknown'],
  ],
  ['/event/party', 'party', ['agent', 'customer'], ['unknown']],
  ['/order/currency', 'three capital letters', [], ['usd', 'US', 'US1', 'USDD']],
  ['/order/referrer_uri', 'an absolute address', [], ['/blah/', 'www.mm.com']],
  [
    '/order/amount',
    'a number that is not negative',
    [0, 0.001, 1, 1e14 - 1],
    [-0.001, -1, 'afdaf'],
  ],
  ['/payment/processor', 'processor', [], ['unknown']],
  [
    '/payment/method',
    'method',
    [
      'bank_debit',
      'bank_redirect',
      'bank_transfer',
      'buy_now_pay_later',
      'card',
      'crypto',
      'digital_wallet',
      'gift_card',
      'real_time_payment',
      'rewards',
    ],
    ['unknown'],
  ],
  [
    '/shopping_cart/0/price',
    'a number that is not negative',
    [0, 0.001, 1, 1e14 - 1],
    [-0.001, -1, 'afdaf'],
  ],
  ['/shopping_cart/0/quantity', 'a whole number', [], [-0.001, -1, 0.1, 1e14, 'afdaf']],
  ['/custom_inputs/InvalidKey', 'names of inputs', [], [1]],
  ['/custom_inputs/string', 'strings', [], ['x'.repeat(256), 'test\n']],
  ['/custom_inputs/number', 'numbers', [], [1e13, -1e13, 1e13 - 0.1]],
  ...[
    'event',
    'account',
    'email',
    'billing',
    'shipping',
    'payment',
    'credit_card',
    'order',
    'shopping_cart/0',
  ].map((part): FieldCase => [`/${part}/unknown`, 'a field that is not known', [], ['some value']]),
  ['report:/chargeback_code', 'chargeback code', [], wrongStrings],
  ['report:/notes', 'notes', [], wrongStrings],
  ['report:/transaction_id', 'transaction ID', [], wrongStrings],
  ['report:/ip_address', 'IP address', [], ['1.2.3.', '299.1.1.1', '::AF123']],
  ['report:/maxmind_id', 'eight characters', [], ['1234567', '123456789', '']],
  [
    'report:/minfraud_id',
    'a UUID',
    [],
    [
      '1234567812341234123412345678901',
      '1234-5678-1234-1234-1234-1234-5678-9012',
      '12345678-123412341234-12345678901',
      '12345678-1234-1234-1234-1234567890123',
      '12345678-1234-1234-1234-12345678901g',
      '',
    ],
  ],
  ['report:/tag', 'tags', [], ['risky_business', '']],
  ['report:/unknown', 'a field that is not known', [], ['some_value']],
];

/** The domain that goes with the hash is normalised, but for Fastmail's. */
const addresses: readonly AddressCase[] = [
  ['test@maxmind.com', maxmind, 'maxmind.com'],
  ['   test@   maxmind.com   ', maxmind, 'maxmind.com'],
  ['Test+ignored@MaxMind.com', maxmind, 'maxmind.com'],
  ['Test+ignored+more@maxmind.com', maxmind, 'maxmind.com'],
  ['test+@maxmind.com', maxmind, 'maxmind.com'],
  ['basename-keyword@yahoo.com', '667a28047b6caade43c7e75f66aab5f5', 'yahoo.com'],
  ['Test+foo@yahoo.com', 'a5f830c699fd71ad653aa59fa688c6d9', 'yahoo.com'],
  ['test+alias@gmail.com', gmail, 'gmail.com'],
  ['test+alias@gmial.com', gmail, 'gmail.com'],
  ['test@gmail.com', gmail, 'gmail.com'],
  ['test@yahoo.com', '88e478531ab3bc303f1b5da82c2e9bbb', 'yahoo.com'],
  ['+@MaxMind.com', 'aa57884e48f0dda9fc6f4cb2bffb1dd2', 'maxmind.com'],
  ['test@', '246a848af2f8394e3adbc738dbe43720'],
  ['foo@googlemail.com', 'foo@gmail.com', 'gmail.com'],
  ['foo.bar@gmail.com', 'foobar@gmail.com', 'gmail.com'],
  ['alias@user.fastmail.com', 'user@fastmail.com', 'user.fastmail.com'],
  ['alias@user.fastmail.ca', 'user@fastmail.ca', 'user.fastmail.ca'],
  ['foo@bar.example.com', 'foo@bar.example.com', 'bar.example.com'],
  ['foo-bar@ymail.com', 'foo@ymail.com', 'ymail.com'],
  ['test-alias@myyahoo.com', 'test@myyahoo.com', 'myyahoo.com'],
  ['foo@example.com.com', 'foo@example.com', 'example.com'],
  ['foo@example.comfoo', 'foo@example.comfoo', 'example.comfoo'],
  ['foo@example.cam', 'foo@example.cam', 'example.cam'],
  ['foo@10000gmail.com', 'foo@gmail.com', 'gmail.com'],
  ['foo@yahoogmail.com', 'foo@gmail.com', 'gmail.com'],
  ['foo@example.comcom', 'foo@example.com', 'example.com'],
  ['foo@example.com.', 'foo@example.com', 'example.com'],
  ['foo@example.com...', 'foo@example.com', 'example.com'],
  ['test@bücher.com', '24948acabac551360cd510d5e5e2b464', 'xn--bcher-kva.com'],
  // The letter ü in its two Unicode forms.
  ['example@bu\u0308cher.com', '2b21bc76dab3c8b1622837c1d698936c', 'xn--bcher-kva.com'],
  ['example@b\u00fccher.com', '2b21bc76dab3c8b1622837c1d698936c', 'xn--bcher-kva.com'],
  ['bu\u0308cher@example.com', '53550c712b146287a2d0dd30e5ed6f4b', 'example.com'],
  ['b\u00fccher@example.com', '53550c712b146287a2d0dd30e5ed6f4b', 'example.com'],
];

const full = changed(fullTransaction, {
  '/account/username': undefined,
  '/account/username_md5': usernameMd5,
  '/email/address': maxmind,
});
const oldMd5 = '757402e689152e0889ab9cf2c5984c65';
const report = { ip_address: '1.2.3.4', tag: 'not_fraud' };
const fullReport = {
  ...report,
  ip_address: '152.216.7.110',
  tag: 'chargeback',
  chargeback_code: 'UA01',
  maxmind_id: 'a1b2c3d4',
  minfraud_id: 'c8ce89f9-734d-4411-a174-91560f5ec07a',
  notes: 'some notes',
  transaction_id: 'txn3134133',
};
const withNulls = {
  billing: { first_name: 'firstname', last_name: null },
  device: { ip_address: '1.1.1.1' },
  shopping_cart: [{ category: 'catname', item_id: null }],
};
const withoutNulls = {
  billing: { first_name: 'firstname' },
  device: { ip_address: '1.1.1.1' },
  shopping_cart: [{ category: 'catname' }],
};

const score = changed(scoreResponse, { '/disposition/rule_label': undefined });
const insights = changed(insightsResponse, {
  '/disposition/rule_label': undefined,
  '/billing_phone/is_voip': true,
  '/credit_card/is_virtual': undefined,
  '/device/local_time': undefined,
  '/email/domain': { first_seen: '2014-02-23' },
  '/ip_address/anonymizer/is_residential_proxy': undefined,
  '/ip_address/represented_country': undefined,
  '/ip_address/traits/network': '152.216.7.0/24',
  '/shipping_phone/matches_postal': true,
});
const factors = changed(insights, {
  '/risk_score_reasons': riskScoreReasons,
  '/subscores': subscores,
});
const responses = { score, insights, factors };

const place = {
  is_postal_in_city: true,
  latitude: 12.3,
  longitude: 132,
  distance_to_ip_location: 240,
  is_in_ip_country: false,
};
const issuer = {
  name: 'Bank',
  matches_provided_name: false,
  phone_number: '123-321-3213',
  matches_provided_phone_number: true,
};
const services = ['score', 'insights', 'factors'] as const;

export const php: ClientCases = {
  client: 'PHP',
  commit: 'd7f3e950a8406176f7c679797d15c0d7829adf97',
  fields,
  transactions: [
    { about: 'all fields', wire: full, valid: true },
    { about: 'null is not sent', wire: withNulls, valid: true, sends: withoutNulls },
    { about: 'a device without an address', wire: { device: { session_age: 1.2 } }, valid: true },
    {
      about: 'a device without an address, unchecked',
      wire: { device: { session_age: 1.2 } },
      unchecked: true,
      valid: true,
    },
    { about: 'a user agent alone', wire: { device: { user_agent: 'test' } }, valid: true },
    {
      about: '8 and 4 digits',
      wire: { credit_card: { issuer_id_number: '88888888', last_digits: '1234' } },
      valid: true,
    },
    {
      about: 'the old name of the last digits',
      wire: { credit_card: { issuer_id_number: '666666', last_4_digits: '1234' } },
      valid: true,
    },
    {
      about: 'a list in the place of an item',
      wire: { shopping_cart: [[{ price: 1 }]] },
      valid: false,
    },
    { about: 'not hashed', wire: { email: { address: 'test@gmail.com' } }, valid: true },
    { about: 'not hashed', wire: { email: { address: 'test@yahoo.com' } }, valid: true },
    {
      about: 'nothing to hash',
      wire: { device: { ip_address: '1.1.1.1' } },
      hashEmail: true,
      valid: true,
    },
    {
      about: 'null to hash, unchecked',
      wire: { email: { address: null } },
      hashEmail: true,
      unchecked: true,
      valid: true,
    },
    {
      about: 'an empty string to hash, unchecked',
      wire: { email: { address: '' } },
      hashEmail: true,
      unchecked: true,
      valid: true,
    },
    { about: 'a hash to hash', wire: { email: { address: oldMd5 } }, hashEmail: true, valid: true },
    {
      about: 'a domain of the shop with the hash',
      wire: { email: { address: 'test@maxmind.com', domain: 'google.com' } },
      hashEmail: true,
      valid: true,
      sends: { email: { address: maxmind, domain: 'google.com' } },
    },
  ],
  reports: [
    { about: 'the least', wire: report, valid: true },
    { about: 'all fields', wire: fullReport, valid: true },
    {
      about: 'null is not sent',
      wire: {
        ...report,
        chargeback_code: null,
        maxmind_id: null,
        minfraud_id: null,
        notes: null,
        transaction_id: null,
      },
      valid: true,
      sends: report,
    },
    { about: 'an address', wire: { tag: 'not_fraud', ip_address: '1.1.1.1' }, valid: true },
    { about: 'the tag clear', wire: { tag: 'clear', ip_address: '1.1.1.1' }, valid: true },
    { about: 'a MaxMind ID', wire: { tag: 'not_fraud', maxmind_id: '12345678' }, valid: true },
    { about: 'a minFraud ID', wire: { tag: 'not_fraud', minfraud_id: uuid }, valid: true },
    {
      about: 'a transaction ID',
      wire: { tag: 'not_fraud', transaction_id: 'abc123' },
      valid: true,
    },
    { about: 'no identifier', wire: { tag: 'not_fraud' }, valid: false },
    { about: 'no tag', wire: { ip_address: '1.2.3.4' }, valid: false },
    {
      about: 'an address that is null',
      wire: { tag: 'not_fraud', ip_address: null },
      valid: false,
    },
    { about: 'a tag that is null', wire: { tag: null, ip_address: '1.2.3.4' }, valid: false },
  ],
  addresses,
  domains: [],
  responses: [
    ['score', 'all fields of score', score],
    [
      'insights',
      'all fields of insights, in French',
      insights,
      {
        locale: 'fr',
        reads: {
          '/ip_address/country/name': 'Royaume-Uni',
          '/ip_address/registered_country/is_in_european_union': false,
          '/ip_address/represented_country/is_in_european_union': false,
        },
        lacks: ['/unknown'],
      },
    ],
    [
      'factors',
      'all fields of factors, in French',
      factors,
      { locale: 'fr', reads: { '/ip_address/country/name': 'Royaume-Uni' } },
    ],
    [
      '/email/domain/visit',
      'visit',
      { has_redirect: true, last_visited_on: '2025-11-15', status: 'live' },
    ],
    [
      '/email/domain/visit',
      'an empty visit',
      {},
      { lacks: ['/has_redirect', '/last_visited_on', '/status'] },
    ],
    [
      '/email/domain/visit',
      'a visit in part',
      { last_visited_on: '2025-11-15', status: 'parked' },
      { lacks: ['/has_redirect'] },
    ],
    ...['live', 'dns_error', 'network_error', 'http_error', 'parked', 'pre_development'].map(
      (status): ResponseCase => ['/email/domain/visit', 'a status', { status }],
    ),
    [
      '/disposition',
      'disposition',
      { action: 'manual_review', reason: 'custom_rule', rule_label: 'custom rule label' },
    ],
    [
      '/email/domain',
      'domain in full',
      {
        classification: 'business',
        first_seen: '2017-01-02',
        risk: 1.23,
        volume: 6.5,
        visit: { has_redirect: true, last_visited_on: '2025-11-15', status: 'live' },
      },
    ],
    [
      '/email/domain',
      'an empty domain',
      {},
      { lacks: ['/classification', '/first_seen', '/risk', '/visit/status', '/volume'] },
    ],
    [
      '/email/domain',
      'a domain in part',
      { first_seen: '2017-01-02', risk: 42.5 },
      { lacks: ['/classification', '/volume'] },
    ],
    ...['business', 'education', 'government', 'isp_email'].map((classification): ResponseCase => [
      '/email/domain',
      'a class',
      { classification },
    ]),
    [
      '/shipping_address',
      'shipping',
      { ...place, is_high_risk: true, distance_to_billing_address: 20 },
    ],
    ['/billing_address', 'billing', place],
    [
      '/billing_phone',
      'phone',
      {
        country: 'US',
        is_voip: true,
        matches_postal: false,
        network_operator: 'Verizon/1',
        number_type: 'fixed',
      },
    ],
    [
      '/device',
      'device',
      {
        confidence: 99,
        id: '915d5202-d6c5-4616-b2c1-87683975dadb',
        last_seen: '2016-06-08T14:16:38Z',
        local_time: '2016-06-10T14:19:10-08:00',
      },
    ],
    [
      '/warnings/0',
      'warning',
      { code: 'INVALID_INPUT', warning: 'Wrong', input_pointer: '/device/input' },
    ],
    [
      '/risk_score_reasons/0/reasons/0',
      'a reason',
      { code: 'ANONYMOUS_IP', reason: 'An anonymous network' },
    ],
    [
      '/ip_address',
      'IP address',
      {
        risk: 0.01,
        risk_reasons: [
          { code: 'ANONYMOUS_IP', reason: 'An anonymous network' },
          { code: 'MINFRAUD_NETWORK_ACTIVITY', reason: 'Seen elsewhere' },
        ],
        country: { is_in_european_union: true, iso_code: 'US' },
        location: { local_time: '2015-04-12T18:51:19-01:00', accuracy_radius: 5 },
        postal: { code: '31432' },
      },
      {
        reads: {
          '/registered_country/is_in_european_union': false,
          '/represented_country/is_in_european_union': false,
        },
      },
    ],
    [
      '/risk_score_reasons/0',
      'a multiplier',
      { multiplier: 45, reasons: [{ code: 'ANONYMOUS_IP', reason: 'An anonymous network' }] },
    ],
    [
      '/credit_card',
      'card',
      {
        issuer,
        brand: 'Visa',
        country: 'US',
        is_business: true,
        is_issued_in_billing_address_country: false,
        is_prepaid: true,
        is_virtual: true,
        type: 'credit',
      },
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
    ['/credit_card/issuer', 'issuer', issuer],
  ],
  calls: [
    ...services.flatMap((service) => [
      {
        about: 'all fields',
        service,
        replies: [result(service, responses[service])],
        request: full,
        reads: { '/risk_score': 0.01 },
        options: { accountId: 1, licenseKey: 'abcdefghij', baseUrl: undefined },
        sends: {
          url: `https://minfraud.maxmind.com/minfraud/v2.0/${service}`,
          body: full,
          headers: {
            authorization: `Basic ${btoa('1:abcdefghij')}`,
            accept: 'application/json',
            'content-type': 'application/json',
          },
        },
      },
      {
        about: 'a device without an address',
        service,
        replies: [result(service, responses[service])],
        request: { device: { session_age: 1.2 } },
        sends: { body: { device: { session_age: 1.2 } } },
      },
      {
        about: 'a device without an address, unchecked',
        service,
        options: { invalid: 'send' },
        replies: [result(service, responses[service])],
        request: { device: { session_age: 1.2 } },
        sends: { body: { device: { session_age: 1.2 } } },
      },
      {
        about: 'a user agent alone',
        service,
        replies: [result(service, responses[service])],
        request: { device: { user_agent: 'test' } },
        sends: { body: { device: { user_agent: 'test' } } },
      },
    ]),
    {
      about: 'French',
      service: 'insights',
      options: { locales: ['fr'] },
      replies: [result('insights', insights)],
      reads: { '/ip_address/country/name': 'Royaume-Uni' },
    },
    {
      about: 'null is not sent',
      service: 'insights',
      request: withNulls,
      replies: [result('insights', insights)],
      reads: { '/risk_score': 0.01 },
      sends: { body: withoutNulls },
    },
    {
      about: 'the least of a report',
      service: 'report',
      options: { accountId: 1, licenseKey: 'abcdefghij', baseUrl: undefined },
      request: report,
      replies: [{ ...(taken as object), status: 204, type: 'application/json' }],
      sends: {
        url: 'https://minfraud.maxmind.com/minfraud/v2.0/transactions/report',
        body: report,
      },
    },
    {
      about: 'a report without a tag, unchecked',
      service: 'report',
      options: { invalid: 'send' },
      request: { ip_address: '1.2.3.4' },
      replies: [taken],
      error: 'InvalidRequestError',
      requests: 0,
    },
    {
      about: 'a report without an identifier, unchecked',
      service: 'report',
      options: { invalid: 'send' },
      request: { tag: 'not_fraud' },
      replies: [taken],
      error: 'InvalidRequestError',
      requests: 0,
    },
  ],
  options: [],
  leftOut: [
    { tests: 1, why: 'the JSON of the client itself' },
    { tests: 7, why: 'the same request built part by part, or by named arguments of PHP' },
  ],
};
