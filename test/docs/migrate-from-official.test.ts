/** What docs/migrate-from-official.md says happens to code that is not changed. */
import { describe, expect, test } from '@jest/globals';
import {
  MinFraud,
  previewTransaction,
  validateReport,
  validateTransaction,
} from '../../src/index.ts';

const ip = { device: { ipAddress: '1.1.1.1' } };
const codesOf = (transaction: object): string[] => {
  const result = validateTransaction({ ...ip, ...transaction });
  return result.ok ? [] : result.issues.map(({ path, code }) => `${path} ${code}`);
};
const sent = (transaction: object): Record<string, unknown> =>
  JSON.parse(previewTransaction({ ...ip, ...transaction }).body) as Record<string, unknown>;

describe('in what you send', () => {
  test.each<[string, object, string]>([
    [
      'last4digits',
      { creditCard: { last4digits: '1234' } },
      'creditCard.last4digits UNKNOWN_FIELD',
    ],
    ['a list of CustomInput', { customInputs: [{ a: 1 }] }, 'customInputs WRONG_TYPE'],
    ['a key that does not exist', { device: { ip: '1.1.1.1' } }, 'device.ip UNKNOWN_FIELD'],
    [
      'a card number with separators as token',
      { creditCard: { token: '4111-1111-1111-1111' } },
      'creditCard.token CARD_NUMBER',
    ],
  ])('%s is rejected', (_, transaction, issue) => {
    expect(codesOf(transaction)).toEqual([issue]);
  });

  test('null is left out without a warning, and rejected by `throw`', () => {
    const transaction = { billing: { address2: null, city: 'Waltham' } } as object;
    expect(codesOf(transaction)).toEqual(['billing.address2 NULL_VALUE']);
    const { body, warnings } = previewTransaction({ ...ip, ...transaction });
    expect(JSON.parse(body)).toHaveProperty('billing', { city: 'Waltham' });
    expect(warnings).toEqual([]);
  });

  test('a URL is sent as its text, also one without a dot in its host', () => {
    for (const url of ['https://robots.com/swarms', 'http://localhost/']) {
      const order = { order: { referrerUri: new URL(url) } };
      expect(sent(order)).toEqual({
        device: { ip_address: '1.1.1.1' },
        order: { referrer_uri: url },
      });
    }
  });

  test('neither the present nor the domain is added', () => {
    expect(
      sent({ event: { transactionId: 'a' }, email: { address: 'foo@bar.com' } }),
    ).toMatchObject({
      event: { transaction_id: 'a' },
      email: { address: 'foo@bar.com' },
    });
    expect(sent({ event: { transactionId: 'a' } })['event']).not.toHaveProperty('time');
    expect(sent({ email: { address: 'foo@bar.com' } })['email']).not.toHaveProperty('domain');
    const hashed = { email: { address: 'foo@Bücher.com', hashAddress: true } };
    expect(sent(hashed)['email']).toHaveProperty('domain', 'xn--bcher-kva.com');
  });

  test.each(['foo@example.com.', ' foo@example.com', 'foo@example.com...'])(
    '%j is mended and sent',
    (address) => {
      expect(sent({ email: { address } })['email']).toEqual({ address: 'foo@example.com' });
    },
  );

  test.each(['t4485921507912924', 'a7f6%gf83fhAu', 'valid_token', '12345678901234567890'])(
    'the token %s of the official tests is sent',
    (token) => {
      expect(sent({ creditCard: { token } })['credit_card']).toEqual({ token });
    },
  );

  test.each([
    { minfraudId: 'abc123' },
    { minfraudId: '58fa38d8-4b87-458b-a22b-f00eda1aa20' },
    { maxmindId: 'abcd1234' },
  ])('a report of %j is rejected', (id) => {
    expect(validateReport({ ...id, tag: 'chargeback' }).ok).toBe(false);
  });
});

describe('in what you read', () => {
  const client = (body: object): MinFraud =>
    new MinFraud({
      accountId: 42,
      licenseKey: 'a-license-key',
      fetch: () => Promise.resolve(Response.json(body)),
    });
  const bare = { id: '0', risk_score: 1, funds_remaining: 1, queries_remaining: 1 };

  test('lists are there, flags and objects that were not sent are not', async () => {
    const city = { geoname_id: 1, names: { en: 'London', fr: 'Londres' } };
    const ip_address = { risk: 1, city, traits: { is_anonymous: true } };
    const result = await client({ ...bare, ip_address }).factors(ip);
    expect(result).toMatchObject({
      warnings: [],
      riskScoreReasons: [],
      ipAddress: { riskReasons: [], subdivisions: [], city: { name: 'London' } },
    });
    expect(result.ipAddress?.traits).toEqual({ isAnonymous: true });
    const { ipAddress } = await client({ ...bare, ip_address: { risk: 1 } }).insights(ip);
    expect(ipAddress).not.toHaveProperty('traits');
  });

  test('a 200 that is no score rejects', async () => {
    await expect(client({}).score(ip)).rejects.toMatchObject({ code: 'RESPONSE_NOT_A_RESULT' });
  });
});

describe('in how you call', () => {
  test.each([
    ['two arguments', (): unknown => Reflect.construct(MinFraud, ['42', 'KEY'])],
    ...['host', 'fetcher'].map(
      (name) =>
        [
          `the option ${name}`,
          (): unknown => new MinFraud({ accountId: 42, licenseKey: 'KEY', [name]: 'x' }),
        ] as const,
    ),
  ])('%s: an error that says what to write', (_, make) => {
    expect(make).toThrow(
      /The client cannot be set up: (?:options must be one object|host|fetcher)/,
    );
  });
});
