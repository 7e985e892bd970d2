import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { LegacyOrder } from '../../generated/models/index.ts';
import {
  reportTransactionOperation,
  scoreLegacyOperation,
  scoreOperation,
} from '../../generated/operations.ts';
import { hashEmail, validateReport } from '../../src/index.ts';
import { mendEmail } from '../../src/email/normalize.ts';
import { prepareOrder } from '../../src/legacy/order.ts';
import { type Prepared, prepareReport, prepareTransaction } from '../../src/request/prepare.ts';
import { runs } from '../runs.ts';

type Mode = 'drop' | 'throw' | 'send';

const sent = (transaction: object, invalid: Mode = 'drop', hashesEmail = false): Prepared =>
  prepareTransaction(transaction, scoreOperation, { invalid, hashEmail: hashesEmail });

/** White space that keyboards and copied cells bring: line ends, no-break, ideographic, a byte order mark. */
const blanks = fc.string({
  unit: fc.constantFrom(...Array.from(' \t\r\n\u00a0\u3000\u2009\ufeff')),
  maxLength: 3,
});

/** A right value of every field that is mended. */
const codes: readonly (readonly [folder: string, field: string, wire: string, value: string])[] = [
  ...['billing', 'shipping'].flatMap(
    (folder) =>
      [
        [folder, 'region', 'region', 'CT'],
        [folder, 'country', 'country', 'US'],
        [folder, 'postal', 'postal', 'SW1A 1AA'],
        [folder, 'phoneNumber', 'phone_number', '203-555 0100'],
        [folder, 'phoneCountryCode', 'phone_country_code', '1'],
      ] as const,
  ),
  ['creditCard', 'issuerIdNumber', 'issuer_id_number', '411111'],
  ['creditCard', 'lastDigits', 'last_digits', '0043'],
  ['creditCard', 'last4Digits', 'last_4_digits', '0043'],
  ['creditCard', 'bankPhoneNumber', 'bank_phone_number', '800-555-0142'],
  ['creditCard', 'bankPhoneCountryCode', 'bank_phone_country_code', '1'],
  ['creditCard', 'country', 'country', 'US'],
  ['order', 'currency', 'currency', 'EUR'],
  ['device', 'ipAddress', 'ip_address', '203.0.113.9'],
  ['device', 'ipAddress', 'ip_address', '2001:db8::1'],
  ['event', 'type', 'type', 'purchase'],
  ['event', 'party', 'party', 'customer'],
  ['payment', 'method', 'method', 'card'],
  ['payment', 'processor', 'processor', 'stripe'],
  ['shipping', 'deliverySpeed', 'delivery_speed', 'same_day'],
  ['email', 'address', 'address', 'customer@example.com'],
  ['email', 'address', 'address', '977577b140bfb7c516e4746204fbdb01'],
  ['email', 'domain', 'domain', 'example.com'],
];

describe.each(codes)('white space around %s.%s', (folder, field, wire, value) => {
  test('goes under drop and throw, without a warning, and stays under send', () => {
    fc.assert(
      fc.property(blanks, blanks, (before, after) => {
        const given = `${before}${value}${after}`;
        const request = { [folder]: { [field]: given } };
        for (const mode of ['drop', 'throw'] as const) {
          const { wire: body, repairs } = sent(request, mode);
          expect(Object.values(body)[0]).toEqual({ [wire]: value });
          expect(repairs).toEqual([]);
        }
        expect(Object.values(sent(request, 'send').wire)[0]).toEqual({ [wire]: given });
        expect(request).toEqual({ [folder]: { [field]: given } });
      }),
      { numRuns: 60 },
    );
  });

  test('alone is no value', () => {
    const { repairs } = sent({ customInputs: { a: 1 }, [folder]: { [field]: ' \t' } });
    expect(repairs.map(({ how }) => how)).toEqual(field === 'postal' ? [] : ['dropped']);
  });
});

test('user names, IDs, codes of one character and free texts are never touched', () => {
  const given = {
    account: { userId: ' a ' },
    event: { transactionId: ' 1 ', shopId: '1 ' },
    device: { sessionId: ' a', userAgent: ' b ', trackingToken: 'c ' },
    billing: { firstName: ' A ', city: ' B', address: 'C ' },
    order: { discountCode: ' X ', affiliateId: ' 1' },
    creditCard: { avsResult: ' ', bankName: ' D ' },
    customInputs: { note: ' x ' },
    shoppingCart: [{ itemId: ' 1 ', category: ' 2' }],
  };
  expect(sent(given, 'throw').wire).toEqual({
    account: { user_id: ' a ' },
    event: { transaction_id: ' 1 ', shop_id: '1 ' },
    device: { session_id: ' a', user_agent: ' b ', tracking_token: 'c ' },
    billing: { first_name: ' A ', city: ' B', address: 'C ' },
    order: { discount_code: ' X ', affiliate_id: ' 1' },
    credit_card: { avs_result: ' ', bank_name: ' D ' },
    custom_inputs: { note: ' x ' },
    shopping_cart: [{ item_id: ' 1 ', category: ' 2' }],
  });
  const [plain, padded] = ['bob', ' bob '].map((username) => sent({ account: { username } }).wire);
  expect(plain).not.toEqual(padded);
});

describe('an email address', () => {
  test.each([
    ['customer@example.com.'],
    ['customer@example.com... '],
    [' customer@example.com . .'],
    ['customer@example。com'],
    ['customer@example．com｡'],
    ['customer@ example.com'],
    ['customer@example.com\u3000'],
  ])('%j is sent and hashed', (address) => {
    expect(sent({ email: { address } }, 'throw')).toMatchObject({
      wire: { email: { address: 'customer@example.com' } },
      repairs: [],
    });
    expect(sent({ email: { address } }, 'drop', true).wire).toEqual({
      email: { address: hashEmail('customer@example.com'), domain: 'example.com' },
    });
    const order = { ipAddress: ' 203.0.113.9 ', emailMd5: address } as LegacyOrder;
    const ordered = (hashes: boolean): Prepared =>
      prepareOrder(order, scoreLegacyOperation, { invalid: 'drop', hashEmail: hashes });
    expect(ordered(false)).toMatchObject({
      wire: { i: '203.0.113.9', emailMD5: 'customer@example.com' },
      repairs: [],
    });
    expect(ordered(true).wire).toMatchObject({
      emailMD5: hashEmail('customer@example.com'),
      domain: 'example.com',
    });
  });

  test.each([
    '"a. "@example.com',
    'a.@example.com',
    'a。b@example.com',
    'a@[203.0.113.1]',
    '.a@b.c',
  ])('%j stays as it is', (address) => {
    expect(mendEmail(address)).toBe(address);
  });

  test('is mended once for all, and its hash is that of the one that was given', () => {
    const part = fc.string({
      unit: fc.constantFrom(...Array.from('ab.@ 。．+-"\t')),
      maxLength: 12,
    });
    fc.assert(
      fc.property(part, part, (local, written) => {
        const domain = written.replaceAll('"', '');
        const once = mendEmail(`${local}@${domain}`);
        expect(mendEmail(once)).toBe(once);
        // The documented steps do not look for white space among the dots at the end.
        if (!/\s[\s.。．]*$/.test(domain) && /@[ab.-]*$/.test(once)) {
          expect(hashEmail(once)).toBe(hashEmail(`${local}@${domain}`));
        }
      }),
      { numRuns: runs(2000) },
    );
  });

  test('of a hostile length takes linear time', () => {
    const start = performance.now();
    for (const unit of ['. ', '.', ' ', '。', '@', '@ .']) mendEmail(`a@b${unit.repeat(300_000)}c`);
    expect(performance.now() - start).toBeLessThan(20_000);
  });
});

test('a report is mended too, but for its IDs', () => {
  const report = { tag: ' not_fraud', ipAddress: '74.209.24.1\n', transactionId: ' 1 ' };
  expect(validateReport(report).ok).toBe(true);
  const settings = { invalid: 'drop', hashEmail: false } as const;
  expect(prepareReport(report as never, reportTransactionOperation, settings).wire).toEqual({
    tag: 'not_fraud',
    ip_address: '74.209.24.1',
    transaction_id: ' 1 ',
  });
  expect(validateReport({ tag: 'not_fraud', maxmindId: ' ABCD1234' }).ok).toBe(false);
});
