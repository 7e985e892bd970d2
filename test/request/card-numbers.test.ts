import { describe, expect, test } from '@jest/globals';
import { scoreOperation } from '../../generated/operations.ts';
import { findCardNumbers } from '../../src/request/card-numbers.ts';
import { checkTransaction } from '../../src/request/prepare.ts';

const found = (wire: Record<string, unknown>): string[] =>
  findCardNumbers(wire).map(({ pointer, path, code }) => `${pointer} ${path} ${code}`);
const inToken = (token: unknown): boolean => found({ credit_card: { token } }).length > 0;
const inInput = (value: unknown): boolean => found({ custom_inputs: { note: value } }).length > 0;

/** Published test numbers of the card schemes. */
const cards = {
  visa: '4111111111111111',
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

  test('is found as the token, also in groups and among other characters', () => {
    expect(inToken(number)).toBe(true);
    expect(inToken(grouped.replaceAll(' ', '-'))).toBe(true);
    expect(inToken(`${number}=2512`)).toBe(true);
    for (const prefix of ['1-', '_', '#', '-', ' t', 't ', 'é', '\u200bt', ';', '%B']) {
      expect([prefix, inToken(`${prefix}${number}`)]).toEqual([prefix, true]);
    }
  });

  test('is let through as a token with a prefix that begins with a letter', () => {
    for (const prefix of ['token-', 't', 'T', 'tok_', 'shop1-', 'x4:', 'card.']) {
      expect([prefix, inToken(`${prefix}${number}`)]).toEqual([prefix, false]);
    }
  });

  test('is found in a custom input, alone and among words', () => {
    expect(inInput(number)).toBe(true);
    expect(inInput(Number(number))).toBe(
      Number.isSafeInteger(Number(number)) || inInput(String(Number(number))),
    );
    expect(inInput(` ${grouped} `)).toBe(true);
    expect(inInput(`card: ${grouped.replaceAll(' ', '\u2013')}, exp 12/29`)).toBe(true);
    expect(inInput(`card=${number};`)).toBe(true);
    expect(inInput(`token-${number}`)).toBe(true);
  });

  test('is not one when its check digit is wrong, and as part of a longer run of digits', () => {
    const wrong = number.slice(0, -1) + String((Number(number.slice(-1)) + 1) % 10);
    for (const text of [wrong, `${number}1234567`, `1234567${number}`]) {
      expect(inToken(text)).toBe(false);
      expect(inInput(text)).toBe(false);
    }
  });
});

test('an issue names the place, and no digit of the number', () => {
  const wire = {
    credit_card: { token: cards.visa },
    custom_inputs: {
      note: cards.mastercard,
      [cards.discover]: 'x',
      fine: 'x',
      flag: true,
      [`n_${cards.jcb.replace(/(\d{4})(?=\d)/g, '$1_')}`]: 'x',
      'lena@example.com': cards.visa,
      '378282': cards.visa,
    },
  };
  expect(found(wire)).toEqual([
    '/credit_card/token creditCard.token CARD_NUMBER',
    '/custom_inputs customInputs CARD_NUMBER',
    '/custom_inputs/note customInputs.note CARD_NUMBER',
    '/custom_inputs customInputs CARD_NUMBER',
    '/custom_inputs customInputs CARD_NUMBER',
    '/custom_inputs customInputs CARD_NUMBER',
  ]);
  expect(JSON.stringify(findCardNumbers(wire))).not.toMatch(/\d{3}|lena/);
});

test('messages say what to give instead', () => {
  const wire = { credit_card: { token: cards.visa }, custom_inputs: { note: cards.visa } };
  expect(findCardNumbers(wire).map(({ message }) => message)).toEqual([
    "contains a full card number, which must never be sent: send the processor's token, with the prefix token- if it only looks like a card number",
    'contains a full card number, which must never be sent: send only the last digits, or a hash if it is an ID that only looks like one',
  ]);
});

describe('in a request that was not checked a number is found', () => {
  const toJSON = { toJSON: (): unknown => ({ deep: [cards.visa] }) };
  class Card {
    toJSON(): string {
      return cards.visa;
    }
  }
  const nested: [string, unknown][] = [
    ['in a list', ['x', [cards.visa]]],
    ['in an object', { a: { b: cards.visa } }],
    ['in a name', { [cards.visa]: 1 }],
    ['in an instance of String', new String(cards.visa)],
    ['in an instance of Number', new Number(cards.visa)],
    ['in what toJSON gives', toJSON],
    ['in what an inherited toJSON gives', new Card()],
    ['as a number', [Number(cards.visa)]],
    ['below a name that is the prototype elsewhere', JSON.parse(`{"__proto__":"${cards.visa}"}`)],
  ];
  test.each(nested)('%s', (_, value) => {
    expect(found({ credit_card: { token: value } })).toHaveLength(1);
    expect(found({ custom_inputs: { note: value } })).toEqual([
      '/custom_inputs/note customInputs.note CARD_NUMBER',
    ]);
  });

  test('where the whole object is something else', () => {
    for (const inputs of [cards.visa, [cards.visa], { toJSON: () => cards.visa }, new Card()]) {
      expect(found({ custom_inputs: inputs })).toEqual(['/custom_inputs customInputs CARD_NUMBER']);
    }
    const card = { toJSON: () => ({ token: cards.visa }) };
    expect(found({ credit_card: card })).toEqual([
      '/credit_card/token creditCard.token CARD_NUMBER',
    ]);
  });
});

describe('the tokens in the tests of the six official clients', () => {
  // Node, .NET, Java; Python, PHP, Ruby; all of them in a whole transaction.
  const good = ['t4485921507912924', 'a7f6%gf83fhAu', 'valid_token'].concat([
    '12345678901234567890',
    '123456abc1245',
    '123456abc1234',
    '!',
    '1'.repeat(20),
    'abcd',
  ]);
  const bad = [
    '432312',
    '123456',
    '123',
    '123456789123456789',
    'this is invalid',
    '',
    ' ',
    '\x07G',
  ];
  const settings = { hashEmail: false };
  const sent = (token: string, invalid: 'drop' | 'throw' | 'send'): unknown => {
    const transaction = { creditCard: { token }, order: { isGift: true } };
    const { wire, issues } = checkTransaction(transaction, scoreOperation, {
      ...settings,
      invalid,
    });
    return issues.length > 0 ? issues.map(({ code }) => code) : wire['credit_card'];
  };

  test.each(good)('%j is sent in every mode', (token) => {
    for (const mode of ['drop', 'throw', 'send'] as const) {
      expect(sent(token, mode)).toEqual({ token });
    }
  });

  test.each([...bad, 'x'.repeat(256), '☃️'])('%j is left out, or an issue', (token) => {
    expect(sent(token, 'drop')).toEqual({});
    expect(sent(token, 'throw')).toEqual([expect.stringMatching(/^(BAD_FORMAT|TOO_LONG|EMPTY)$/)]);
  });

  test('a card number never is', () => {
    for (const mode of ['drop', 'throw', 'send'] as const) {
      expect(sent('4485921507912924', mode)).toContain('CARD_NUMBER');
    }
  });
});

describe('under send', () => {
  const sent = (transaction: unknown): string[] =>
    checkTransaction(transaction, scoreOperation, { invalid: 'send', hashEmail: false }).issues.map(
      ({ path, code }) => `${path} ${code}`,
    );

  test.each([
    [{ creditCard: { number: cards.visa } }, 'creditCard.number'],
    [{ creditCard: { pan: { value: [Number(cards.visa)] } } }, 'creditCard.pan'],
    [{ creditCard: { issuerIdNumber: cards.visa } }, 'creditCard.issuerIdNumber'],
    [{ creditCard: { lastDigits: Number(cards.visa) } }, 'creditCard.lastDigits'],
    [{ creditCard: { [cards.visa]: 1 } }, 'creditCard["…"]'],
    [{ creditCard: cards.visa }, 'creditCard'],
    [{ creditCard: [{ token: cards.visa }] }, 'creditCard'],
    [{ creditCard: { toJSON: () => ({ number: cards.visa }) } }, undefined],
    [
      {
        creditCard: new (class Card {
          toJSON() {
            return { number: cards.visa };
          }
        })(),
      },
      undefined,
    ],
    [{ card: { number: cards.visa } }, 'card'],
    [{ shoppingCart: [{}, { paidWith: cards.visa }] }, 'shoppingCart[1].paid_with'],
    [{ shoppingCart: [{ itemId: cards.visa }], event: { transactionId: cards.visa } }, undefined],
    [{ creditCard: { bankName: cards.visa, bankPhoneNumber: '1800 0000 0000 002' } }, undefined],
  ])('%j', (transaction, path) => {
    expect(sent(transaction)).toEqual(path === undefined ? [] : [`${path} CARD_NUMBER`]);
  });

  test('an object that JSON makes something else of is looked at as JSON has it', () => {
    class Card extends Date {
      override toJSON(): string {
        return JSON.parse(`{"number":"${cards.visa}"}`) as string;
      }
    }
    expect(sent({ creditCard: new Card() })).toEqual(['creditCard.number CARD_NUMBER']);
    expect(sent({ creditCard: { toJSON: cards.visa } })).toEqual([
      'creditCard.to_json CARD_NUMBER',
    ]);
  });
});

test('the digits of a fraction are no number of their own', () => {
  expect(inInput(0.4111111111111111)).toBe(false);
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

test('what cannot be sent holds none, and nothing breaks', () => {
  const cycle: Record<string, unknown> = { [cards.visa]: 1 };
  cycle['self'] = cycle;
  let deep: unknown = cards.visa;
  for (let level = 0; level < 100_000; level++) deep = [deep];
  const throwing = {
    get a(): string {
      throw new Error(cards.visa);
    },
  };
  for (const value of [null, 1, 'x', [], cycle, deep, 1n, { a: 1n }, () => 1, throwing]) {
    expect(found({ credit_card: value, custom_inputs: value })).toEqual([]);
    expect(inToken(value)).toBe(false);
    expect(inInput(value)).toBe(false);
  }
  expect(found({})).toEqual([]);
});
