import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { scoreOperation } from '../../generated/operations.ts';
import { InvalidRequestError } from '../../src/errors.ts';
import { prepareTransaction } from '../../src/request/prepare.ts';
import { warningsOf } from '../../src/request/findings.ts';

const rest = { payment: { wasAuthorized: true } };

const sent = (request: object, invalid: 'drop' | 'throw' | 'send' = 'drop'): unknown[] => {
  try {
    const settings = { invalid, hashEmail: false };
    const { wire, repairs } = prepareTransaction({ ...rest, ...request }, scoreOperation, settings);
    const { payment, ...others } = wire;
    expect(payment).toBeDefined();
    const warnings = warningsOf(repairs).map(({ code, inputPointer }) => `${code} ${inputPointer}`);
    return [others, ...warnings];
  } catch (error) {
    if (!InvalidRequestError.is(error)) throw error;
    return error.issues.map(({ path, code }) => `${path} ${code}`);
  }
};

describe('a string where a number is documented', () => {
  test.each([
    ['12.50', 12.5],
    ['0', 0],
    ['007', 7],
    ['.5', 0.5],
    ['5.', 5],
    ['+3', 3],
    [' 19.99\n', 19.99],
    ['12.500000000000000000', 12.5],
    ['9999999999999', 9999999999999],
  ])('%j is taken for the number', (amount, number) => {
    const converted = [{ order: { amount: number } }, 'INPUT_CONVERTED /order/amount'];
    expect(sent({ order: { amount } })).toEqual(converted);
    expect(sent({ order: { amount } }, 'throw')).toEqual(['order.amount WRONG_TYPE']);
    expect(sent({ order: { amount } }, 'send')).toEqual([{ order: { amount } }]);
  });

  test.each(['', ' ', '12,50', '1,234.5', '1e3', '0x10', '12.5 EUR', '€5', 'NaN', 'Infinity'])(
    '%j is left out',
    (amount) => {
      expect(sent({ order: { amount } })).toEqual([{ order: {} }, 'INPUT_DROPPED /order/amount']);
    },
  );

  test.each(['-1', '10000000000000', '1'.repeat(399), '1'.repeat(100_000)])(
    'one out of range is left out: %#',
    (amount) => {
      expect(sent({ order: { amount } })).toEqual([{ order: {} }, 'INPUT_DROPPED /order/amount']);
    },
  );

  test('every double that JSON writes without an exponent comes back as it was', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 9999999999999, noNaN: true }), (number) => {
        fc.pre(!String(number).includes('e'));
        expect(sent({ order: { amount: String(number) } })[0]).toEqual({
          order: { amount: number },
        });
      }),
    );
  });

  test('in a list, and a whole number where one is asked for', () => {
    const shoppingCart = [
      { quantity: '2', price: '1.5' },
      { quantity: '2.0' },
      { quantity: '1.5' },
    ];
    expect(sent({ shoppingCart })).toEqual([
      { shopping_cart: [{ quantity: 2, price: 1.5 }, { quantity: 2 }, {}] },
      'INPUT_CONVERTED /shopping_cart/0/quantity',
      'INPUT_CONVERTED /shopping_cart/0/price',
      'INPUT_CONVERTED /shopping_cart/1/quantity',
      'INPUT_DROPPED /shopping_cart/2/quantity',
    ]);
  });

  test('a custom input may be either, and stays what it is', () => {
    expect(sent({ customInputs: { a: '1', b: 1 } })).toEqual([{ custom_inputs: { a: '1', b: 1 } }]);
  });
});

describe('a number where a string is documented', () => {
  test.each([
    ['event', 'transactionId', 'transaction_id', 31341],
    ['event', 'shopId', 'shop_id', 0],
    ['account', 'userId', 'user_id', 9007199254740991],
    ['device', 'sessionId', 'session_id', 12],
    ['order', 'affiliateId', 'affiliate_id', 12],
    ['order', 'discountCode', 'discount_code', 2026],
    ['billing', 'phoneCountryCode', 'phone_country_code', 49],
    ['billing', 'address2', 'address_2', 5],
    ['creditCard', 'avsResult', 'avs_result', 3],
  ])('%s.%s is its string', (folder, field, wire, value) => {
    const [body, ...warnings] = sent({ [folder]: { [field]: value } });
    expect(Object.values(body as object)).toEqual([{ [wire]: String(value) }]);
    expect(warnings).toEqual([expect.stringMatching(/^INPUT_CONVERTED /)]);
    expect(sent({ [folder]: { [field]: value } }, 'throw')).toEqual([
      `${folder}.${field} WRONG_TYPE`,
    ]);
    const [unchecked] = sent({ [folder]: { [field]: value } }, 'send');
    expect(Object.values(unchecked as object)).toEqual([{ [wire]: value }]);
  });

  test.each([
    ['billing', 'postal', 6511],
    ['shipping', 'postal', 90210],
    ['billing', 'phoneNumber', 2035550100],
    ['billing', 'region', 1],
    ['creditCard', 'issuerIdNumber', 411111],
    ['creditCard', 'lastDigits', 1234],
    ['creditCard', 'last4Digits', 1234],
    ['creditCard', 'bankPhoneNumber', 8005550142],
    ['payment', 'declineCode', 51],
    ['event', 'transactionId', 1.5],
    ['event', 'transactionId', 2 ** 53],
    ['event', 'transactionId', NaN],
    ['event', 'time', 1796000000000],
    ['event', 'type', 1],
    ['billing', 'country', 49],
    ['device', 'ipAddress', 3405803785],
    ['email', 'address', 1],
  ])('%s.%s: %d is left out', (folder, field, value) => {
    const request = { [folder]: { ...(folder === 'payment' ? rest.payment : {}), [field]: value } };
    const [, ...warnings] = sent(request);
    expect(warnings).toEqual([expect.stringMatching(/^INPUT_DROPPED /)]);
    expect(sent(request, 'throw')).toEqual([`${folder}.${field} WRONG_TYPE`]);
  });

  test('warnings say what was done, and never the value', () => {
    const settings = { invalid: 'drop', hashEmail: false } as const;
    const request = {
      order: { amount: '12.50' },
      billing: { postal: 6511 },
      event: { shopId: 77 },
    };
    const { repairs } = prepareTransaction(request as object, scoreOperation, settings);
    expect(warningsOf(repairs).map(({ warning }) => warning)).toEqual([
      'order.amount was converted: it must be a number, not a string',
      'billing.postal was dropped: it must be a string: a number may have lost its leading zeros',
      'event.shopId was converted: it must be a string, not a number',
    ]);
  });

  test('a user name is hashed as its string', () => {
    const [body, ...warnings] = sent({ account: { username: 123 } });
    expect(body).toEqual({ account: { username_md5: '202cb962ac59075b964b07152d234b70' } });
    expect(warnings).toEqual(['INPUT_CONVERTED /account/username']);
  });

  test('a card number as a number never leaves', () => {
    expect(sent({ creditCard: { token: 4111111111111111 } })).toEqual([
      'creditCard.token CARD_NUMBER',
    ]);
  });
});

test.each([
  [{ order: { amount: true } }],
  [{ order: { amount: {} } }],
  [{ event: { shopId: true } }],
  [{ event: { shopId: 1n } }],
  [{ order: { isGift: 'true' } }],
  [{ order: { isGift: 1 } }],
])('other types are mistakes of a program, and throw', (request) => {
  expect(sent(request)).toEqual([expect.stringMatching(/ WRONG_TYPE$/)]);
});
