/** What the specs of the Ruby client say. */
import { addressesOf } from './addresses.ts';
import { changed, type ClientCases, type FieldCase } from './case.ts';
import { errorType, refusal, result, taken } from './errors.ts';
import {
  insightsResponse,
  otherSubscores,
  registered,
  represented,
  riskScoreReasons,
  scoreResponse,
} from './full-response.ts';

const md5 = '977577b140bfb7c516e4746204fbdb01';
const uuid = '58fa38d8-4b87-458b-a22b-f00eda1aa20d';
const basic = 'Basic MTE6bXlfbGljZW5zZV9rZXk=';
const credentials = { accountId: 11, licenseKey: 'my_license_key' };
const refused = refusal(401, 'ACCOUNT_ID_REQUIRED', 'No account ID.', errorType);

const fields: readonly FieldCase[] = [
  ['/account/user_id', '255 characters at most', [10], ['x'.repeat(256)]],
  [
    '/account/username_md5',
    'an MD5',
    ['d3b07384d113edec49eaa6238ad5ff00'],
    ['d3b07384d113edec49eaa6238ad5ff0Z'],
  ],
  ['/billing/region', 'region', ['BC'], ['HIHIHI']],
  ['/billing/country', 'country', ['CA'], ['HIHIHI']],
  ['/billing/phone_country_code', 'calling code', ['1'], ['HIHIHI']],
  ['/credit_card/issuer_id_number', '6 or 8 digits', ['123456', '12345678'], ['5']],
  ['/credit_card/last_digits', '2 or 4 digits', ['34', '1234'], ['6']],
  ['/credit_card/last_4_digits', '2 or 4 digits under the old name', [], ['6']],
  ['/credit_card/token', 'printable, and no card number', ['abcd', '1'.repeat(20)], ['☃️', '123']],
  ['/credit_card/country', 'country', ['CA']],
  ['/custom_inputs/number', 'numbers', [10], [1e13, -1e13]],
  ['/custom_inputs/string', 'strings', ['foo', 'some value'], ['f'.repeat(257)]],
  [
    '/device/ip_address',
    'IP address, and no network',
    ['1.2.3.4', 'dead::ffff'],
    ['foo', '1.2.3.4/24'],
  ],
  ['/device/session_age', '0 to 1e13', [10, 100], [-1, 1e13]],
  ['/device/tracking_token', 'tracking token', ['abc123']],
  [
    '/email/address',
    'an address or an MD5',
    ['test@maxmind.com', 'd3b07384d113edec49eaa6238ad5ff00'],
    ['foo'],
  ],
  ['/event/time', 'RFC 3339', ['2020-08-28T14:00:00Z'], ['August 28, 2020']],
  ['/event/type', 'type', ['credit_application', 'fund_transfer', 'sim_swap'], ['nonsense']],
  ['/event/party', 'party', ['agent', 'customer'], ['invalid']],
  ['/order/has_gift_message', 'a boolean', [true], [1]],
  ['/order/referrer_uri', 'an absolute address', ['https://www.maxmind.com'], ['foo']],
  ['/payment/processor', 'processor', ['stripe'], ['invalid_processor']],
  [
    '/payment/method',
    'method',
    ['card', 'bank_debit', 'digital_wallet', 'buy_now_pay_later'],
    ['invalid_method'],
  ],
  ['/payment/was_authorized', 'authorised', [true]],
  ['/payment/decline_code', 'decline code', ['insufficient_funds']],
  ['/shopping_cart/0/category', 'category', ['test@example.com', 'superman@example.com']],
  ['/shopping_cart/0/quantity', 'a quantity is not negative', [], [-1]],
  [
    'report:/tag',
    'tags',
    ['chargeback', 'clear', 'not_fraud', 'spam_or_abuse', 'suspected_fraud'],
    ['foo'],
  ],
];

const score = changed(scoreResponse, { '/disposition/rule_label': 'custom rule label' });
const least = { id: score['id'], risk_score: 0.01, funds_remaining: 10, queries_remaining: 1000 };
const insights = changed(insightsResponse, {
  '/disposition/rule_label': 'custom rule label',
  '/device/local_time': '2017-06-08T14:16:38Z',
  '/email/domain': {
    classification: 'business',
    first_seen: '2016-01-03',
    risk: 1.23,
    volume: 6.5,
    visit: { status: 'live', last_visited_on: '2025-11-15', has_redirect: true },
  },
  '/ip_address/location/average_income': 10000,
  '/ip_address/location/metro_code': 12,
  '/ip_address/location/population_density': 5,
  '/ip_address/postal': { code: 'H0H', confidence: 99 },
  '/ip_address/registered_country': registered(false),
  '/ip_address/represented_country': represented(false, { geoname_id: 6252002 }),
  '/ip_address/traits/autonomous_system_number': 123,
  '/ip_address/traits/autonomous_system_organization': 'Foo Inc',
  '/ip_address/traits/is_residential_proxy': true,
  '/ip_address/traits/is_satellite_provider': true,
  '/ip_address/traits/network': undefined,
  '/ip_address/traits/static_ip_score': 13.5,
  '/ip_address/traits/user_count': 5,
  '/shipping_phone/matches_postal': true,
});
const factors = changed(insights, {
  '/billing_phone': undefined,
  '/shipping_phone': undefined,
  '/credit_card/is_business': undefined,
  '/disposition/rule_label': undefined,
  '/email/domain': {
    classification: 'education',
    first_seen: '2019-05-20',
    risk: 2.5,
    volume: 150.75,
    visit: { status: 'parked', last_visited_on: '2025-11-10', has_redirect: false },
  },
  '/ip_address/risk_reasons': undefined,
  '/ip_address/traits/is_residential_proxy': undefined,
  '/risk_score_reasons': riskScoreReasons,
  '/subscores': otherSubscores,
});
const parts = changed(insights, {
  '/disposition': undefined,
  '/billing_phone': undefined,
  '/shipping_phone': undefined,
  '/billing_address': { is_in_ip_country: false, latitude: 41.310571, longitude: -72.922891 },
  '/credit_card/issuer/matches_provided_name': undefined,
  '/credit_card/brand': undefined,
  '/credit_card/is_business': undefined,
  '/device/confidence': undefined,
  '/email': { is_disposable: true, is_free: true, is_high_risk: true },
  '/ip_address/anonymizer': undefined,
  '/ip_address/city': undefined,
  '/ip_address/location': undefined,
  '/ip_address/risk_reasons': undefined,
  '/ip_address/traits': {
    autonomous_system_organization: 'Foo Inc',
    connection_type: 'Corporate',
    domain: 'in-addr.arpa',
    ip_address: '152.216.7.110',
    is_anonymous_vpn: true,
    is_hosting_provider: true,
    is_public_proxy: true,
    isp: 'Andrews & Arnold Ltd',
    organization: 'STONEHOUSE office network',
    static_ip_score: 13.5,
    user_count: 5,
    user_type: 'government',
  },
  '/shipping_address/distance_to_billing_address': undefined,
});

const report = {
  ip_address: '1.2.3.4',
  tag: 'suspected_fraud',
  chargeback_code: 'foo',
  maxmind_id: '12345678',
  minfraud_id: uuid,
  notes: 'some notes',
  transaction_id: '1FA254yZ',
};

export const ruby: ClientCases = {
  client: 'Ruby',
  commit: 'b2eadd51d544431849d23e4029256f6667d11e00',
  fields,
  transactions: [
    {
      about: 'a plain address',
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
    {
      about: 'a hash of an address with blanks and an alias',
      wire: { email: { address: ' Test+foo@maxmind.com ', hash_address: true } },
      valid: true,
      sends: { email: { address: md5, domain: 'maxmind.com' } },
    },
    { about: 'an account without anything', wire: { account: {} }, valid: true },
    { about: 'a device without an address', wire: { device: { session_age: 100 } }, valid: true },
    { about: 'a part that is not known', wire: { dummy: 'data' }, valid: false },
    {
      about: 'the old name of the last digits',
      wire: {
        credit_card: {
          issuer_id_number: '123456',
          last_4_digits: '1234',
          token: 'abcd',
          was_3d_secure_successful: true,
        },
      },
      valid: true,
      sends: {
        credit_card: {
          issuer_id_number: '123456',
          last_digits: '1234',
          token: 'abcd',
          was_3d_secure_successful: true,
        },
      },
    },
    {
      about: 'eight digits and the old name',
      wire: { credit_card: { issuer_id_number: '12345678', last_4_digits: '1234', token: 'abcd' } },
      valid: true,
      sends: { credit_card: { issuer_id_number: '12345678', last_digits: '1234', token: 'abcd' } },
    },
    {
      about: 'eight and two digits',
      wire: {
        credit_card: {
          issuer_id_number: '12345678',
          last_digits: '34',
          token: 'abcd',
          was_3d_secure_successful: true,
        },
      },
      valid: true,
    },
    {
      about: 'a list of items',
      wire: {
        shopping_cart: [{ category: 'test@example.com' }, { category: 'superman@example.com' }],
      },
      valid: true,
    },
    {
      about: 'an item in full',
      wire: { shopping_cart: [{ category: 'foo', item_id: 'bar', quantity: 10, price: 2.5 }] },
      valid: true,
    },
    {
      about: 'null is not sent',
      wire: { account: { user_id: 'test@example', username_md5: null } },
      valid: true,
      sends: { account: { user_id: 'test@example' } },
    },
  ],
  reports: [
    { about: 'all fields', wire: report, valid: true },
    { about: 'no identifier', wire: { tag: 'suspected_fraud' }, valid: false },
    { about: 'an address', wire: { tag: 'suspected_fraud', ip_address: '1.2.3.4' }, valid: true },
    {
      about: 'a MaxMind ID',
      wire: { tag: 'suspected_fraud', maxmind_id: '12345678' },
      valid: true,
    },
    { about: 'a minFraud ID', wire: { tag: 'suspected_fraud', minfraud_id: uuid }, valid: true },
    {
      about: 'a transaction ID',
      wire: { tag: 'suspected_fraud', transaction_id: '1FA254yZ' },
      valid: true,
    },
  ],
  addresses: [
    ...addressesOf('r'),
    ['test@maxmind.com', md5, 'maxmind.com'],
    [' Test+foo@maxmind.com ', md5, 'maxmind.com'],
  ],
  domains: [
    ['', ''],
    ['.', ''],
    ['gmail.com.', 'gmail.com'],
    ['Bücher.ch', 'xn--bcher-kva.ch'],
    ['gmaiøl.com', 'xn--gmail-yua.com'],
    [' haswhitespace.com  ', 'haswhitespace.com'],
    ['gamil.com', 'gmail.com'],
  ],
  responses: [
    ['score', 'all fields of score', score],
    [
      'score',
      'the least of score',
      { ...least, ip_address: { risk: 99 } },
      {
        reads: { '/warnings': [] },
        lacks: ['/disposition/action', '/disposition/reason', '/disposition/rule_label'],
      },
    ],
    ['insights', 'all fields of insights', insights],
    [
      'insights',
      'insights without many fields',
      parts,
      {
        reads: {
          '/ip_address/risk_reasons': [],
          '/ip_address/traits/is_anonymous': false,
          '/ip_address/traits/is_residential_proxy': false,
          '/ip_address/traits/is_satellite_provider': false,
          '/ip_address/traits/is_tor_exit_node': false,
        },
        lacks: [
          '/disposition/action',
          '/ip_address/city/confidence',
          '/ip_address/city/names',
          '/ip_address/location/latitude',
          '/ip_address/traits/autonomous_system_number',
          '/billing_address/is_postal_in_city',
          '/credit_card/brand',
          '/device/confidence',
          '/email/domain/classification',
          '/email/domain/visit/status',
          '/email/first_seen',
          '/shipping_address/distance_to_billing_address',
        ],
      },
    ],
    ['insights', 'the least of insights', least],
    ['factors', 'all fields of factors', factors],
    [
      'factors',
      'factors without reasons',
      changed(factors, { '/risk_score_reasons': undefined }),
      { reads: { '/risk_score_reasons': [] } },
    ],
  ],
  calls: [
    {
      about: 'a score alone',
      service: 'score',
      options: credentials,
      replies: [result('score', '{"risk_score":42.1}')],
      request: { device: { ip_address: '1.2.3.4' } },
      reads: { '/risk_score': 42.1 },
      sends: { headers: { authorization: basic }, body: { device: { ip_address: '1.2.3.4' } } },
    },
    {
      about: '401',
      service: 'score',
      options: credentials,
      replies: [refused],
      request: { device: { ip_address: '1.2.3.4' } },
      error: 'AuthenticationError',
      sends: { body: { device: { ip_address: '1.2.3.4' } } },
    },
    {
      about: 'a report',
      service: 'report',
      options: credentials,
      replies: [taken],
      request: { ip_address: '1.2.3.4', tag: 'suspected_fraud' },
      sends: {
        headers: { authorization: basic },
        body: { ip_address: '1.2.3.4', tag: 'suspected_fraud' },
      },
    },
    {
      about: '401 of a report',
      service: 'report',
      options: credentials,
      replies: [refused],
      request: { ip_address: '1.2.3.4', tag: 'suspected_fraud' },
      error: 'AuthenticationError',
    },
    {
      about: 'broken JSON of ours, says the service',
      service: 'score',
      replies: [refusal(400, 'JSON_INVALID', 'Broken JSON')],
      error: 'InvalidRequestError',
    },
    {
      about: 'a code that is not known, under 503',
      service: 'score',
      replies: [refusal(503, 'DUMMY', 'Something')],
      error: 'HttpError',
      status: 503,
    },
  ],
  options: [
    { about: 'account and key', options: { accountId: 123, licenseKey: 'dummy' }, valid: true },
  ],
  leftOut: [{ tests: 29, why: 'which methods and instances Ruby objects have' }],
};
