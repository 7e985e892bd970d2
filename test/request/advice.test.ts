import { describe, expect, test } from '@jest/globals';
import { validateTransaction } from '../../src/request/validate.ts';
import { longest } from './limit.ts';

const longReferrer = `https://a.example/${'x'.repeat(longest('/order/referrer_uri'))}`;

/** The advice on the one value that is wrong. */
function adviceOn(request: unknown): string {
  const { issues = [] } = validateTransaction(request);
  expect(issues).toHaveLength(1);
  return issues[0]?.message ?? '';
}

describe('advice on a country', () => {
  test.each([
    ['Germany', 'DE'],
    ['germany', 'DE'],
    [' Germany ', 'DE'],
    ['United States', 'US'],
    ['Georgia', 'GE'],
    ['Switzerland', 'CH'],
    ['de', 'DE'],
    ['uk', 'GB'],
  ])('%j is the code that was meant', (country, code) => {
    for (const request of [
      { billing: { country } },
      { shipping: { country } },
      { creditCard: { country } },
    ]) {
      const advice = adviceOn(request);
      expect(advice).toMatch(/(?:^|: it )must be (?:an|the) ISO 3166-1 alpha-2 /);
      expect(advice).toMatch(new RegExp(`; did you mean ${code}\\?$`));
    }
  });

  test.each(['Bavaria', 'Deutschland', 'DEU', 'xx', '12', 'A1B2'])(
    '%j is no code that could be told',
    (country) => {
      const advice = adviceOn({ billing: { country } });
      expect(advice).toMatch(/ISO 3166-1 alpha-2/);
      expect(advice).not.toMatch(/; here /);
    },
  );
});

describe('advice never makes another value', () => {
  test.each<[string, unknown, RegExp]>([
    ['a country', { billing: { country: 'Germany' } }, /ISO 3166-1/],
    ['a region', { billing: { region: 'New York' } }, /ISO 3166-2/],
    ['a region', { shipping: { region: 'Bavaria' } }, /ISO 3166-2/],
    ['a currency', { order: { currency: 'Euro' } }, /ISO 4217/],
    ['a currency', { order: { currency: 'usd' } }, /ISO 4217/],
    ['an IIN', { creditCard: { issuerIdNumber: '411111111' } }, /first six or eight digits/],
    ['an IIN', { creditCard: { issuerIdNumber: '4111' } }, /leave it out/],
    ['last digits', { creditCard: { lastDigits: '12345' } }, /last (two|four)/],
    ['an AVS result', { creditCard: { avsResult: 'YES' } }, /leave it out/],
    ['a CVV result', { creditCard: { cvvResult: '123' } }, /never the CVV itself/],
    ['a calling code', { billing: { phoneCountryCode: '+49123' } }, /digit/],
    ['an MD5', { account: { usernameMd5: '0'.repeat(33) } }, /32 hexadecimal digits/],
    ['an email address', { email: { address: 'x'.repeat(300) } }, /email address/],
    ['a domain', { email: { domain: `${'x'.repeat(300)}.com` } }, /domain/],
    ['an IP address', { device: { ipAddress: '203.0.113.9:80' } }, /without port/],
    ['a token', { creditCard: { token: 'x'.repeat(longest('/credit_card/token') + 1) } }, /token/],
    ['a referrer', { order: { referrerUri: longReferrer } }, /leave/],
  ])('by a cut of %s', (_, request, says) => {
    const advice = adviceOn(request);
    expect(advice).not.toMatch(/shorten|cut|truncate/i);
    expect(advice).toMatch(/^must /);
    expect(advice).toMatch(says);
  });

  test.each<[limit: number, length: number, request: unknown]>([
    [longest('/email/address'), 312, { email: { address: `${'x'.repeat(300)}@example.com` } }],
    [longest('/email/domain'), 300, { email: { domain: 'x'.repeat(300) } }],
    [4, 8, { shipping: { region: 'New York' } }],
    [3, 4, { order: { currency: 'Euro' } }],
    [8, 9, { creditCard: { issuerIdNumber: '411111111' } }],
    [4, 5, { creditCard: { lastDigits: '12345' } }],
    [
      longest('/credit_card/token'),
      longest('/credit_card/token') + 1,
      { creditCard: { token: 'x'.repeat(longest('/credit_card/token') + 1) } },
    ],
    [1, 3, { creditCard: { avsResult: 'YES' } }],
    [1, 2, { creditCard: { cvvResult: 'NO' } }],
    [4, 5, { billing: { phoneCountryCode: '12345' } }],
    [longest('/billing/phone_number'), 300, { billing: { phoneNumber: '1'.repeat(300) } }],
    [
      longest('/credit_card/bank_phone_number'),
      300,
      { creditCard: { bankPhoneNumber: '1'.repeat(300) } },
    ],
    [longest('/order/referrer_uri'), longReferrer.length, { order: { referrerUri: longReferrer } }],
  ])('but says that more than %d characters are too many: %d', (limit, length, request) => {
    expect(adviceOn(request)).toMatch(
      `must have at most ${limit} characters, and has ${length}: it must `,
    );
    expect(validateTransaction(request).issues?.[0]?.code).toBe('TOO_LONG');
  });

  test.each([
    [{ billing: { country: 'Germany' } }, /^must be an ISO 3166-1 alpha-2 .* did you mean DE\?$/],
    [{ creditCard: { country: 'USA' } }, /^must be the ISO 3166-1 alpha-2 code of the country/],
  ])('a country code that is too long is told its rule alone: %j', (request, message) => {
    expect(adviceOn(request)).toMatch(message);
    expect(validateTransaction(request).issues?.[0]?.code).toBe('TOO_LONG');
  });

  test('but says to shorten what stays what it is', () => {
    const limit = longest('/billing/company');
    expect(adviceOn({ billing: { company: 'x'.repeat(limit + 1) } })).toBe(
      `must have at most ${limit} characters, and has ${limit + 1}: shorten it`,
    );
  });

  test('by the name of another processor', () => {
    const advice = adviceOn({ payment: { processor: 'paypal_express' } });
    expect(advice).not.toContain('payment_express');
    expect(advice).toContain('other for one that is not listed');
    expect(adviceOn({ payment: { processor: 'paypa' } })).toContain('did you mean paypal?');
  });
});

test('a number for a time is told about Date', () => {
  for (const time of [1773565200, 1773565200000, NaN]) {
    expect(adviceOn({ event: { time } })).toMatch(/must be a string or a Date.*new Date\(/);
  }
});

test('a number for a text is told about the zeros it starts with', () => {
  expect(adviceOn({ creditCard: { issuerIdNumber: 411111 } })).toMatch(/with its leading zeros/);
  expect(adviceOn({ billing: { postal: 1234 } })).toMatch(/with its leading zeros/);
});
