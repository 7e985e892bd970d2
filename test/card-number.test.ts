import { describe, expect, test } from '@jest/globals';
import { findCardNumbers } from '../src/card-number.ts';

const found = (wire: Record<string, unknown>): string[] =>
  findCardNumbers(wire).map(({ pointer, path, code }) => `${pointer} ${path} ${code}`);
const inToken = (token: unknown): boolean => found({ credit_card: { token } }).length > 0;
const inInput = (value: unknown): boolean => found({ custom_inputs: { note: value } }).length > 0;

/** Published test numbers of the card schemes. */
const cards = {
  visa: '4111111111111111',
  'visa of 13 digits': '4222222222222',
  'visa of 19 digits': '4000000000000000006',
  mastercard: '5555555555554444',
  'mastercard of the 2 series': '2223003122003222',
  'american express': '378282246310005',
  'diners club': '30569309025904',
  discover: '6011111111111117',
  jcb: '3530111333300000',
  unionpay: '6200000000000005',
  maestro: '6759649826438453',
  mir: '2200000000000004',
};

describe.each(Object.entries(cards))('a number of %s', (_, number) => {
  const grouped = number.replace(/(\d{4})(?=\d)/g, '$1 ');

  test('is found as the token, also in groups', () => {
    expect(inToken(number)).toBe(true);
    expect(inToken(grouped.replaceAll(' ', '-'))).toBe(true);
    expect(inToken(`token-${number}`)).toBe(false);
  });

  test('is found in a custom input, alone and among words', () => {
    expect(inInput(number)).toBe(true);
    expect(inInput(Number(number))).toBe(
      Number.isSafeInteger(Number(number)) || inInput(String(Number(number))),
    );
    expect(inInput(` ${grouped} `)).toBe(true);
    expect(inInput(`card: ${grouped.replaceAll(' ', '\u2013')}, exp 12/29`)).toBe(true);
    expect(inInput(`card=${number};`)).toBe(true);
  });

  test('is none when its check digit is wrong', () => {
    const wrong = number.slice(0, -1) + String((Number(number.slice(-1)) + 1) % 10);
    expect(inToken(wrong)).toBe(false);
    expect(inInput(wrong)).toBe(false);
  });

  test('is none as part of a longer ID', () => {
    for (const id of [
      `id${number}`,
      `order-${number}`,
      `${number}x`,
      `${number}12345`,
      `x_${number}`,
    ]) {
      expect(inInput(id)).toBe(false);
    }
  });
});

test('numbers that pass Luhn but start like no brand are none', () => {
  // 7 and 9 belong to no large scheme, 1 to none since UATP, and 0 to none at all.
  for (const number of [
    '7992739871300007',
    '0000000000000000',
    '1000000000000008',
    '9999999999999995',
  ]) {
    expect(inInput(number)).toBe(false);
  }
});

test('an issue names the place, and no digit of the number', () => {
  const wire = {
    credit_card: { token: cards.visa },
    custom_inputs: { note: cards.mastercard, [`${cards.discover} `]: 'x', fine: 'x', flag: true },
  };
  expect(found(wire)).toEqual([
    '/credit_card/token creditCard.token CARD_NUMBER',
    '/custom_inputs/note customInputs.note CARD_NUMBER',
    '/custom_inputs customInputs CARD_NUMBER',
  ]);
  expect(JSON.stringify(findCardNumbers(wire))).not.toMatch(/\d{4}/);
});

test('free-form IDs are not looked at', () => {
  const number = cards.visa;
  expect(
    found({
      event: { transaction_id: number, shop_id: number },
      account: { user_id: number },
      device: { session_id: number },
      order: { discount_code: number, affiliate_id: number },
      shopping_cart: [{ item_id: number }],
    }),
  ).toEqual([]);
});

test('what has another shape than the spec says holds none, and breaks nothing', () => {
  for (const wire of [
    {},
    { credit_card: null },
    { credit_card: 1, custom_inputs: 'x' },
    { custom_inputs: null },
  ]) {
    expect(found(wire)).toEqual([]);
  }
  expect(inToken(['4111111111111111'])).toBe(false);
  expect(inInput('1'.repeat(100_000))).toBe(false);
  expect(inInput('4 '.repeat(100_000))).toBe(false);
});
