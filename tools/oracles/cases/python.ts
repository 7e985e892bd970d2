/**
 * What the tests of the Python client say that are not run from its source distribution: those of the web
 * service, which need a plug-in of pytest, and what is newer than the release.
 */
import { changed, type CallCase, type ClientCases, type Reply, type Service } from './case.ts';
import {
  credentialCodes,
  errorCases,
  errorType,
  permissionCase,
  result,
  resultCases,
  taken,
} from './errors.ts';
import {
  insightsResponse,
  otherSubscores,
  riskScoreReasons,
  scoreResponse,
} from './full-response.ts';
import { fullTransaction, usernameMd5 } from './full-transaction.ts';

const md5 = '977577b140bfb7c516e4746204fbdb01';
const credentials = { accountId: 42, licenseKey: 'abcdef123456' };

const transaction = changed(fullTransaction, {
  '/account/username': undefined,
  '/account/username_md5': usernameMd5,
  '/custom_inputs': undefined,
  '/device/session_age': 3600.8,
  '/email/address': md5,
  '/event/time': '2014-04-12T23:20:50.052+00:00',
});
const report = {
  ip_address: '152.216.7.110',
  tag: 'chargeback',
  chargeback_code: 'UA01',
  maxmind_id: 'a1b2c3d4',
  minfraud_id: 'c8ce89f9-734d-4411-a174-91560f5ec07a',
  notes: 'some notes',
  transaction_id: 'txn3134133',
};

const score = changed(scoreResponse, { '/disposition/rule_label': undefined });
const insights = changed(insightsResponse, {
  '/disposition/rule_label': undefined,
  '/billing_phone/is_voip': true,
  '/credit_card/is_virtual': undefined,
  '/device/local_time': undefined,
  '/email/domain': {
    classification: 'business',
    first_seen: '2014-02-23',
    risk: 1.23,
    volume: 37000,
    visit: { status: 'live', last_visited_on: '2024-01-15', has_redirect: false },
  },
  '/ip_address/country/is_high_risk': false,
  '/ip_address/represented_country': undefined,
  '/ip_address/traits/is_residential_proxy': true,
  '/ip_address/traits/is_satellite_provider': true,
  '/ip_address/traits/network': undefined,
  '/shipping_phone/matches_postal': true,
});
const factors = changed(insights, {
  '/risk_score_reasons': riskScoreReasons,
  '/subscores': otherSubscores,
});
const responses = { score, insights, factors };

/** Each test runs for each service, with the client that waits and the one that does not: one case here. */
const errors = (service: Service): CallCase[] => {
  const type = service === 'report' ? 'application/json' : errorType;
  const request =
    service === 'report' ? changed(report, { '/maxmind_id': undefined }) : transaction;
  const more = { options: { ...credentials, maxRetries: 0 }, request };
  const underItsType: Reply = { status: 400, type, body: 'plain' };
  return [
    ...errorCases(service, [...credentialCodes, 'USER_ID_REQUIRED'], type, more),
    permissionCase(service, 403, type, more),
    {
      about: 'text under the type of JSON',
      service,
      replies: [underItsType],
      error: 'HttpError',
      status: 400,
      ...more,
    },
  ];
};

const withNulls = {
  device: { ip_address: '152.216.7.110', accept_language: null },
  event: { shop_id: null },
  shopping_cart: [{ category: null, quantity: 2 }, null],
};
const reserved = {
  id: '0e52f5ac-7690-4780-a939-173cb13ecd75',
  risk_score: 12,
  funds_remaining: 10,
  queries_remaining: 1000,
  warnings: [
    {
      code: 'IP_ADDRESS_RESERVED',
      warning: 'A reserved network.',
      input_pointer: '/device/ip_address',
    },
  ],
};

const successes = (service: 'score' | 'insights' | 'factors'): CallCase[] => {
  const reply = result(service, responses[service]);
  const isScore = service === 'score';
  return [
    {
      about: 'all fields',
      service,
      options: credentials,
      request: transaction,
      replies: [reply],
      reads: isScore
        ? { '/risk_score': 0.01 }
        : {
            '/ip_address/country/name': 'United Kingdom',
            '/ip_address/traits/is_residential_proxy': true,
            '/ip_address/traits/mobile_country_code': '310',
            '/ip_address/traits/mobile_network_code': '004',
            '/ip_address/risk_reasons/0/code': 'ANONYMOUS_IP',
            '/ip_address/anonymizer/residential/confidence': 82,
            '/ip_address/anonymizer/residential/provider_name': 'quickshift',
          },
      sends: { headers: { authorization: 'Basic NDI6YWJjZGVmMTIzNDU2' } },
    },
    {
      about: 'null',
      service,
      options: credentials,
      request: withNulls,
      replies: [reply],
      reads: { '/risk_score': 0.01 },
    },
    {
      about: 'a hash',
      service,
      options: { ...credentials, hashEmail: true },
      request: { email: { address: 'Test+ignore@maxmind.com' } },
      replies: [reply],
      sends: { body: { email: { address: md5, domain: 'maxmind.com' } } },
    },
    {
      about: 'French',
      service,
      options: { ...credentials, locales: ['fr'] },
      request: transaction,
      replies: [reply],
      reads: isScore
        ? {}
        : { '/ip_address/country/name': 'Royaume-Uni', '/ip_address/city/name': 'Londres' },
    },
    {
      about: 'a warning',
      service,
      options: credentials,
      request: transaction,
      replies: [result(service, reserved)],
      reads: { '/risk_score': 12, '/warnings/0/code': 'IP_ADDRESS_RESERVED' },
    },
    ...resultCases(service, { options: credentials, request: transaction }),
  ];
};

export const python: ClientCases = {
  client: 'Python',
  commit: '23c2e1d1b8b069a5a9614e6beaa1aba87e0d166b',
  fields: [],
  transactions: [
    { about: 'all fields, newer than in the source distribution', wire: transaction, valid: true },
  ],
  reports: [
    { about: 'all fields', wire: report, valid: true },
    {
      about: 'null',
      wire: {
        ip_address: '81.2.69.60',
        tag: 'chargeback',
        chargeback_code: null,
        maxmind_id: null,
        minfraud_id: null,
        notes: null,
      },
      valid: true,
      sends: { ip_address: '81.2.69.60', tag: 'chargeback' },
    },
  ],
  addresses: [
    ['alias@user.fastmail.ca', 'user@fastmail.ca'],
    ['test-alias@myyahoo.com', 'test@myyahoo.com'],
  ],
  domains: [],
  responses: [
    ['insights', 'all fields of insights, newer', insights],
    ['factors', 'all fields of factors, newer', factors],
  ],
  calls: [
    ...(['score', 'insights', 'factors'] as const).flatMap((service) => [
      ...successes(service),
      ...errors(service),
    ]),
    {
      about: 'no reasons',
      service: 'factors',
      options: credentials,
      request: transaction,
      replies: [result('factors', insights)],
      reads: { '/risk_score_reasons': [] },
    },
    ...errors('report'),
    {
      about: 'a report',
      service: 'report',
      options: credentials,
      request: changed(report, { '/maxmind_id': undefined }),
      replies: [taken],
      sends: { url: '/minfraud/v2.0/transactions/report' },
    },
  ],
  options: [
    {
      about: 'account and key',
      options: { accountId: 47, licenseKey: '1234567890ab' },
      valid: true,
    },
    { about: 'no account', options: { licenseKey: '1234567890ab' }, valid: false },
    { about: 'no key', options: { accountId: '47' }, valid: false },
  ],
  leftOut: [],
};
