/** What the tests of the Node client say. */
import { addressesOf } from './addresses.ts';
import {
  changed,
  type CallCase,
  type ClientCases,
  type FieldCase,
  type Json,
  type RequestCase,
  type ResponseCase,
} from './case.ts';
import { refusal, result, taken } from './errors.ts';
import { tokens } from './fields.ts';
import { losAngelesResponse, otherSubscores, riskScoreReasons } from './full-response.ts';

const device = { ip_address: '1.1.1.1', session_age: 100 };
const request = { device: { ip_address: '1.1.1.1' } };
const account = { accountId: 123, licenseKey: 'foo' };

const fields: readonly FieldCase[] = [
  ['/billing/country', 'country', ['CA'], ['foo']],
  ['/shipping/country', 'country', ['CA'], ['foo']],
  ['/shipping/delivery_speed', 'speed', ['expedited']],
  ['/credit_card/avs_result', 'one character', ['A'], ['foo']],
  ['/credit_card/cvv_result', 'one character', ['c'], ['foo']],
  ['/credit_card/country', 'country', ['CA'], ['ca']],
  [
    '/credit_card/issuer_id_number',
    '6 or 8 digits',
    ['411111'],
    ['1234567', '12345', '12345a', '12345!'],
  ],
  ['/credit_card/last_digits', '2 or 4 digits', ['1234'], ['12345', '123', '12a', '154!']],
  tokens,
  ['/credit_card/token', '20 digits', ['12345678901234567890']],
  [
    '/email/address',
    'addresses that are none',
    ['foo@bar.com'],
    [
      '123',
      'foo@example.com.',
      'foo@example.com...',
      'foo@bar',
      'foo bar@example.com',
      'foo@@example.com',
      'foo@-example.com',
      'foo@example..com',
      'foo@example.123',
      'foo@1.2.3.4',
    ],
  ],
  [
    '/email/domain',
    'a domain, with labels of 63 characters at most',
    ['bar.com', 'foo.com', `${'a'.repeat(63)}.com`],
    ['123', 123, `${'a'.repeat(64)}.com`],
  ],
  ['/payment/was_authorized', 'authorised', [true]],
  ['/payment/method', 'method', ['card', 'crypto', 'digital_wallet']],
  ['/device/ip_address', 'IP address', ['1.1.1.1'], ['foo', '123']],
  ['/device/user_agent', 'user agent', ['foo']],
  ['/device/tracking_token', 'tracking token', ['abc123']],
  ['/event/type', 'type', ['credit_application', 'fund_transfer']],
  ['/event/party', 'party', ['agent', 'customer']],
  ['/order/currency', 'currency', ['USD', 'CAD'], ['foo']],
  [
    '/order/referrer_uri',
    'an http address whose host is a name with a dot, or an IP address',
    [
      new URL('https://[2001:db8::1]/'),
      new URL('http://192.0.2.1/'),
      new URL('https://www.foobar.com/foo/bar.html?ref=1'),
    ],
    ['foo', new URL('javascript:alert(1)'), new URL('http://foo')],
  ],
  ['/shopping_cart/0/quantity', 'a whole number above 0', [100], [123.12, -1]],
  [
    '/custom_inputs/foo',
    'inputs are strings, booleans and numbers',
    [false, 'bar'],
    [{ nested: true }, NaN],
  ],
  ['report:/ip_address', 'IP address', ['1.1.1.1'], ['foo']],
  ['report:/tag', 'tags', ['chargeback', 'clear'], ['foobar']],
];

const sent = (about: string, wire: Json, sends = wire): RequestCase => ({
  about,
  valid: true,
  wire: { device, ...wire },
  sends: { device, ...sends },
});

const transactions: readonly RequestCase[] = [
  {
    about: 'without a device',
    wire: { account: { username: 'foo' } },
    valid: true,
    sends: { account: { username_md5: 'acbd18db4cc2f85cedef654fccc4a4d8' } },
  },
  { about: 'a device', wire: { device }, valid: true },
  { about: 'a device without an address', wire: { device: { user_agent: 'foo' } }, valid: true },
  ...[
    'account/user_id',
    'billing/address',
    'credit_card/bank_name',
    'event/shop_id',
    'order/affiliate_id',
    'payment/decline_code',
    'shipping/address',
  ].map((pointer) => sent('one field', changed({}, { [`/${pointer}`]: 'foo' }))),
  sent('inputs', { custom_inputs: { foo: 'bar', fizz: 'buzz' } }),
  sent(
    'a Date',
    { event: { time: new Date('2019-05-29T21:33:35.565Z'), transaction_id: 'foobar' } },
    { event: { time: '2019-05-29T21:33:35.565Z', transaction_id: 'foobar' } },
  ),
  sent(
    'a user name',
    { account: { username: 'foo' } },
    { account: { username_md5: 'acbd18db4cc2f85cedef654fccc4a4d8' } },
  ),
  sent('no user name', { account: { user_id: '123' } }),
  sent('domain', { email: { domain: 'foo.com' } }),
  sent('second line', { billing: { address_2: 'foo' } }),
  sent('second line', { shipping: { address_2: 'foo' } }),
  sent('authorised', { payment: { was_authorized: true } }),
  sent(
    'the old name of the last digits',
    { credit_card: { last_4_digits: '1234', was_3d_secure_successful: true } },
    { credit_card: { last_digits: '1234', was_3d_secure_successful: true } },
  ),
  sent(
    'an address and an amount',
    { order: { amount: 123.99, referrer_uri: new URL('http://google.com') } },
    { order: { amount: 123.99, referrer_uri: 'http://google.com/' } },
  ),
  sent(
    'names with figures',
    {
      billing: { address_2: 'foo' },
      shipping: { address_2: 'bar' },
      credit_card: { was_3d_secure_successful: true },
      order: { referrer_uri: new URL('https://example.com/foo') },
    },
    {
      billing: { address_2: 'foo' },
      shipping: { address_2: 'bar' },
      credit_card: { was_3d_secure_successful: true },
      order: { referrer_uri: 'https://example.com/foo' },
    },
  ),
  sent('items', { shopping_cart: [{ category: 'foo' }, { item_id: 'bar' }] }),
  sent('an empty second line', { billing: { address_2: '' } }),
  sent('an empty second line', { shipping: { address_2: '' } }),
  sent('null', { billing: { address_2: null } }),
  sent('null', { shipping: { address_2: null } }),
  sent('null', { credit_card: { last_digits: null } }),
  sent(
    'null under the old name',
    { credit_card: { last_4_digits: null } },
    { credit_card: { last_digits: null } },
  ),
  sent('8 and 2 digits', { credit_card: { issuer_id_number: '12345678', last_digits: '12' } }),
  sent('8 and 4 digits', { credit_card: { issuer_id_number: '12345678', last_digits: '1234' } }),
  sent('6 and 2 digits', { credit_card: { issuer_id_number: '123456', last_digits: '12' } }),
  sent(
    'no time',
    { event: { transaction_id: 'foobar' } },
    { event: { transaction_id: 'foobar', time: '2019-05-29T17:12:28.123Z' } },
  ),
  sent('an address and its domain', { email: { address: 'foo@bar.com', domain: 'bar.com' } }),
  sent(
    'an address without a domain',
    { email: { address: 'foo@bar.com' } },
    { email: { address: 'foo@bar.com', domain: 'bar.com' } },
  ),
  sent(
    'a hash and its domain',
    { email: { address: 'foo@bar.com', domain: 'bar.com', hash_address: true } },
    { email: { address: 'f3ada405ce890b6f8204094deb12d8a8', domain: 'bar.com' } },
  ),
];

const factors = changed(losAngelesResponse, {
  '/risk_score_reasons': riskScoreReasons,
  '/subscores': { ...otherSubscores, device: 0.58, shipping_address: 0.99 },
});
const { id, disposition, warnings } = losAngelesResponse;
const score: Json = {
  id,
  disposition,
  warnings,
  risk_score: 0.01,
  funds_remaining: 25,
  queries_remaining: 5000,
  ip_address: { risk: 0.01 },
};
const path = (service: string): string => `/minfraud/v2.0/${service}`;

const failing: readonly CallCase[] = [
  {
    about: 'too late',
    service: 'score',
    replies: ['too late'],
    options: { timeout: 100 },
    error: 'TimeoutError',
  },
  { about: '500', service: 'score', replies: [{ status: 500 }], error: 'HttpError', status: 500 },
  { about: '300', service: 'score', replies: [{ status: 300 }], error: 'HttpError', status: 300 },
  {
    about: 'other JSON',
    service: 'score',
    replies: [{ status: 401, type: 'application/json', body: '{"foo":"bar"}' }],
    error: 'HttpError',
    status: 401,
  },
  {
    about: 'a code that is a number',
    service: 'score',
    replies: [{ status: 400, type: 'application/json', body: '{"code":123,"error":"an error"}' }],
    error: 'HttpError',
    status: 400,
  },
  {
    about: 'a sentence that is an object',
    service: 'score',
    replies: [{ status: 400, type: 'application/json', body: '{"code":"A_CODE","error":{}}' }],
    error: 'HttpError',
    status: 400,
  },
  {
    about: 'code and sentence empty',
    service: 'score',
    replies: [{ status: 400, type: 'application/json', body: '{"code":"","error":""}' }],
    error: 'HttpError',
    status: 400,
  },
  {
    about: '200 that is no JSON',
    service: 'score',
    replies: [{ status: 200, body: 'this is not json' }],
    error: 'HttpError',
  },
  {
    about: '401 that is no JSON',
    service: 'score',
    replies: [{ status: 401, body: 'this is not json' }],
    error: 'HttpError',
    status: 401,
  },
  {
    about: 'a fetch that fails',
    service: 'score',
    replies: [{ rejects: new Error('general error') }],
    error: 'ConnectionError',
  },
  {
    about: 'a fetch that rejects with a string',
    service: 'score',
    replies: [{ rejects: 'rejection reason' }],
    error: 'ConnectionError',
  },
  {
    about: 'a fetch that failed to connect',
    service: 'score',
    replies: [
      {
        rejects: Object.assign(new TypeError('fetch failed'), {
          cause: new Error('connect ECONNREFUSED 1.2.3.4:443'),
        }),
      },
    ],
    error: 'ConnectionError',
    says: 'ECONNREFUSED',
  },
  ...(
    [
      [400, 'IP_ADDRESS_INVALID', 'InvalidRequestError'],
      [400, 'IP_ADDRESS_REQUIRED', 'InvalidRequestError'],
      [400, 'IP_ADDRESS_RESERVED', 'InvalidRequestError'],
      [400, 'JSON_INVALID', 'InvalidRequestError'],
      [401, 'AUTHORIZATION_INVALID', 'AuthenticationError'],
      [401, 'LICENSE_KEY_REQUIRED', 'AuthenticationError'],
      [401, 'USER_ID_REQUIRED', 'AuthenticationError'],
      [402, 'INSUFFICIENT_FUNDS', 'InsufficientFundsError'],
      [403, 'PERMISSION_REQUIRED', 'PermissionRequiredError'],
    ] as const
  ).map(([status, code, error]): CallCase => ({
    about: 'an error of the service',
    service: 'score',
    replies: [refusal(status, code, 'what is wrong')],
    error,
    status,
    code,
    says: 'what is wrong',
  })),
];

export const node: ClientCases = {
  client: 'Node',
  commit: 'b78812676c9795289fe4c17d5073e1debac2a0e5',
  fields,
  transactions,
  reports: [
    { about: 'an address', wire: { tag: 'chargeback', ip_address: '1.1.1.1' }, valid: true },
    { about: 'a MaxMind ID', wire: { tag: 'chargeback', maxmind_id: '12345678' }, valid: true },
    {
      about: 'a UUID that lacks a digit',
      wire: { tag: 'chargeback', minfraud_id: '58fa38d8-4b87-458b-a22b-f00eda1aa20' },
      valid: true,
    },
    { about: 'no UUID', wire: { tag: 'chargeback', minfraud_id: 'abc123' }, valid: true },
    { about: 'no identifier', wire: { tag: 'chargeback' }, valid: false },
    { about: 'the tag clear', wire: { tag: 'clear', ip_address: '1.1.1.1' }, valid: true },
    {
      about: 'IDs of four digits',
      wire: {
        tag: 'chargeback',
        ip_address: '1.1.1.1',
        chargeback_code: 'foobar',
        maxmind_id: '1234',
        minfraud_id: '1234',
        notes: 'hello',
        transaction_id: 'some',
      },
      valid: true,
    },
  ],
  addresses: addressesOf('n'),
  domains: [],
  responses: [
    ['factors', 'all fields of factors', factors],
    ['insights', 'all fields of insights', losAngelesResponse],
    ...[
      '/billing_address',
      '/credit_card',
      '/email',
      '/shipping_address',
      '/ip_address',
      '/ip_address/country',
      '/ip_address/location',
      '/ip_address/anonymizer',
    ].map((pointer): ResponseCase => [
      'insights',
      'without a part',
      changed(losAngelesResponse, { [pointer]: undefined }),
      { lacks: [pointer] },
    ]),
    ['score', 'all fields of score', score],
    [
      'score',
      'score without a disposition',
      changed(score, { '/disposition': undefined }),
      { lacks: ['/disposition'] },
    ],
    [
      'score',
      'score without a label',
      changed(score, { '/disposition/rule_label': undefined }),
      { lacks: ['/disposition/rule_label'] },
    ],
    ['score', 'score without warnings', changed(score, { '/warnings': undefined })],
    [
      '/ip_address',
      'names in snake_case',
      { snake_case: 1, another_snake_case: { ab_cd: [{ qwerty_dvorak: 1 }] } },
    ],
    ['/ip_address', 'names with a hyphen', { 'en-GB': { ab_cd: 1 } }],
    [
      '/ip_address',
      'lists of anything',
      { zxy_wt: [7, { llll_mmm: 'aa_aa' }, [[{ obj_key: ['a', 7, { key_obj: 99 }] }]]] },
    ],
  ],
  calls: [
    {
      about: 'method, path, body and credentials',
      service: 'score',
      request,
      options: { ...account, baseUrl: undefined },
      replies: [result('score', score)],
      reads: { '/risk_score': 0.01 },
      requests: 1,
      sends: {
        url: 'https://minfraud.maxmind.com/minfraud/v2.0/score',
        headers: { authorization: `Basic ${btoa('123:foo')}` },
        body: request,
      },
    },
    {
      about: 'another host',
      service: 'score',
      request,
      options: { baseUrl: 'https://sandbox.example' },
      replies: [result('score', score)],
      sends: { url: 'https://sandbox.example/minfraud/v2.0/score' },
    },
    {
      about: 'factors',
      service: 'factors',
      request,
      replies: [result('factors', factors)],
      reads: { '/ip_address/city/names/ja': 'ロサンゼルス市', '/subscores/time_of_day': 0.17 },
      sends: { url: path('factors') },
    },
    {
      about: 'insights',
      service: 'insights',
      request,
      replies: [result('insights', losAngelesResponse)],
      reads: {
        '/ip_address/subdivisions/0/iso_code': 'CA',
        '/device/local_time': '2018-01-02T10:40:11-08:00',
      },
      sends: { url: path('insights') },
    },
    {
      about: 'score',
      service: 'score',
      request,
      replies: [result('score', score)],
      reads: { '/warnings/0/input_pointer': '/shipping/city' },
      sends: { url: path('score') },
    },
    {
      about: 'a report',
      service: 'report',
      request: { ip_address: '1.1.1.1', tag: 'chargeback' },
      replies: [taken],
      sends: { url: path('transactions/report') },
    },
    ...failing,
  ],
  options: [
    { about: 'account and key', options: account, valid: true },
    { about: 'a time limit', options: { ...account, timeout: 3000 }, valid: true },
    { about: 'a host that is null', options: { ...account, baseUrl: null }, valid: false },
    { about: 'a time limit that is null', options: { ...account, timeout: null }, valid: false },
    { about: 'a fetch that is null', options: { ...account, fetch: null }, valid: false },
  ],
  leftOut: [
    { tests: 11, why: 'classes for the parts of a request, which we do not have' },
    { tests: 3, why: 'arguments by position, and none' },
    { tests: 10, why: 'the constructors of its errors' },
    {
      tests: 9,
      why: 'names of requests by a rule and not by the document, and values that are no objects',
    },
    {
      tests: 4,
      why: 'that its package loads, that input is not changed, and the setter of an old name',
    },
  ],
};
