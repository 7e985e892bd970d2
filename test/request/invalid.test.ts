import { describe, expect, test } from '@jest/globals';
import { scoreLegacyOperation, scoreOperation } from '../../generated/operations.ts';
import type { LegacyOrder } from '../../generated/models/index.ts';
import { InvalidRequestError, type Issue } from '../../src/errors.ts';
import { prepareOrder } from '../../src/legacy/order.ts';
import { type Prepared, prepareTransaction } from '../../src/request/prepare.ts';
import { type SdkWarning, warningsOf } from '../../src/request/findings.ts';
import {
  parseTransaction,
  previewTransaction,
  validateTransaction,
} from '../../src/request/validate.ts';
import { longest, schemaAt } from './limit.ts';

type Mode = 'drop' | 'throw' | 'send';

/** What would be sent, or the issues that keep it from being sent. */
interface Outcome {
  readonly wire?: Prepared['wire'];
  readonly warnings?: readonly SdkWarning[];
  readonly issues?: readonly Issue[];
}

function outcomeOf(prepare: () => Prepared): Outcome {
  try {
    const { wire, repairs } = prepare();
    return { wire, warnings: warningsOf(repairs) };
  } catch (error) {
    if (InvalidRequestError.is(error)) return { issues: error.issues };
    throw error;
  }
}

const scored = (transaction: object, invalid: Mode = 'drop', hashEmail = false): Outcome =>
  outcomeOf(() => prepareTransaction(transaction, scoreOperation, { invalid, hashEmail }));

const ordered = (order: object, invalid: Mode = 'drop'): Outcome =>
  outcomeOf(() =>
    prepareOrder(order as LegacyOrder, scoreLegacyOperation, { invalid, hashEmail: false }),
  );

const codesOf = (issues: readonly Issue[] | undefined): string[] | undefined =>
  issues?.map(({ path, code }) => `${path} ${code}`);

const address = '203.0.113.9';
const marker = 'S3CRET';
/** One character more than a field takes. */
const tooLong = (pointer: string, root?: string): string =>
  marker.padEnd(longest(pointer, root) + 1, 'x');

const mostInputs = schemaAt('/custom_inputs').maxProperties ?? 0;

/** A transaction of one valid input and one field that breaks a documented rule. */
const violations: [pointer: string, request: object][] = [
  ['/device/user_agent', { device: { userAgent: `${marker}\n` } }],
  ['/device/accept_language', { device: { acceptLanguage: `${marker}\0` } }],
  ['/device/session_age', { device: { sessionAge: -1 } }],
  ['/device/session_id', { device: { sessionId: tooLong('/device/session_id') } }],
  ['/device/tracking_token', { device: { trackingToken: `${marker}\ud800` } }],
  ['/event/transaction_id', { event: { transactionId: tooLong('/event/transaction_id') } }],
  ['/event/shop_id', { event: { shopId: `${marker}\n` } }],
  ['/event/time', { event: { time: `${marker} at noon` } }],
  ['/event/time', { event: { time: new Date(NaN) } }],
  ['/event/type', { event: { type: marker } }],
  ['/event/party', { event: { party: marker } }],
  ['/account/user_id', { account: { userId: tooLong('/account/user_id') } }],
  ['/account/username_md5', { account: { usernameMd5: marker } }],
  ['/email/address', { email: { address: `${marker}@` } }],
  ['/email/address', { email: { address: '' } }],
  ['/email/domain', { email: { domain: `@${marker}` } }],
  ['/billing/first_name', { billing: { firstName: `${marker}\nSmith` } }],
  ['/billing/last_name', { billing: { lastName: tooLong('/billing/last_name') } }],
  ['/billing/company', { billing: { company: tooLong('/billing/company') } }],
  ['/billing/address', { billing: { address: `1 ${marker} Street\nHaven` } }],
  ['/billing/address_2', { billing: { address2: tooLong('/billing/address_2') } }],
  ['/billing/city', { billing: { city: tooLong('/billing/city') } }],
  ['/billing/region', { billing: { region: `New ${marker}` } }],
  ['/billing/country', { billing: { country: marker } }],
  ['/billing/postal', { billing: { postal: tooLong('/billing/postal') } }],
  ['/billing/phone_number', { billing: { phoneNumber: marker } }],
  ['/billing/phone_country_code', { billing: { phoneCountryCode: `+${marker}` } }],
  ['/shipping/country', { shipping: { country: marker } }],
  ['/shipping/delivery_speed', { shipping: { deliverySpeed: marker } }],
  ['/payment/method', { payment: { method: marker } }],
  ['/payment/processor', { payment: { processor: marker } }],
  ['/payment/decline_code', { payment: { declineCode: tooLong('/payment/decline_code') } }],
  ['/credit_card/issuer_id_number', { creditCard: { issuerIdNumber: '12345' } }],
  ['/credit_card/last_digits', { creditCard: { lastDigits: '123' } }],
  ['/credit_card/last_4_digits', { creditCard: { last4Digits: '123' } }],
  ['/credit_card/token', { creditCard: { token: `${marker} with space` } }],
  ['/credit_card/bank_name', { creditCard: { bankName: tooLong('/credit_card/bank_name') } }],
  ['/credit_card/bank_phone_number', { creditCard: { bankPhoneNumber: marker } }],
  ['/credit_card/country', { creditCard: { country: marker } }],
  ['/credit_card/avs_result', { creditCard: { avsResult: marker } }],
  ['/credit_card/cvv_result', { creditCard: { cvvResult: marker } }],
  ['/order/amount', { order: { amount: -1 } }],
  ['/order/amount', { order: { amount: NaN } }],
  ['/order/amount', { order: { amount: Infinity } }],
  ['/order/currency', { order: { currency: marker } }],
  ['/order/discount_code', { order: { discountCode: tooLong('/order/discount_code') } }],
  ['/order/referrer_uri', { order: { referrerUri: `android-app://${marker}` } }],
  ['/order/referrer_uri', { order: { referrerUri: new URL(`android-app://${marker}`) } }],
  [
    '/shopping_cart/0/category',
    { shoppingCart: [{ category: tooLong('/shopping_cart/0/category') }] },
  ],
  ['/shopping_cart/1/quantity', { shoppingCart: [{}, { quantity: 1.5 }] }],
  ['/shopping_cart/0/price', { shoppingCart: [{ price: -1 }] }],
  ['/custom_inputs/note', { customInputs: { note: tooLong('/custom_inputs/note') } }],
  ['/custom_inputs/count', { customInputs: { count: 1e13 } }],
  ['/custom_inputs', { customInputs: Object.fromEntries(many(mostInputs + 1)) }],
];

function many(count: number): [string, string][] {
  return Array.from({ length: count }, (_, at) => [`key_${at}`, marker]);
}

/** The request with an input that is right. */
function withInput(request: object): object {
  const valid =
    'order' in request ? { payment: { wasAuthorized: true } } : { order: { isGift: true } };
  return { ...valid, ...request };
}

describe('drop', () => {
  test.each(violations)('leaves a wrong %s out and says so: %#', (pointer, request) => {
    const { wire, warnings, issues } = scored(withInput(request));
    expect(issues).toBeUndefined();
    expect(warnings).toEqual([
      {
        code: 'INPUT_DROPPED',
        inputPointer: pointer,
        warning: expect.stringMatching(/^[a-z][\w.[\]]* was dropped: it \S/),
        source: 'sdk',
      },
    ]);
    expect(JSON.stringify([wire, warnings])).not.toContain(marker);
  });

  test.each(violations)(
    'a wrong %s throws or is sent where that is asked for: %#',
    (pointer, request) => {
      const whole = withInput(request);
      expect(scored(whole, 'throw').issues?.map((issue) => issue.pointer)).toEqual([pointer]);
      expect(JSON.stringify(scored(whole, 'throw'))).not.toContain(marker);
      expect(scored(whole, 'send')).toMatchObject({ wire: {}, warnings: [] });
    },
  );

  test.each(['203.0.113.9:8080', '[2001:db8::1]', 'fe80::1%eth0', '10.0.0.0/8', 'localhost', ' '])(
    'leaves %j out for an IP address',
    (ipAddress) => {
      expect(scored({ device: { ipAddress, sessionAge: 1 } })).toMatchObject({
        wire: { device: { session_age: 1 } },
        warnings: [{ code: 'INPUT_DROPPED', inputPointer: '/device/ip_address' }],
      });
    },
  );

  test('keeps everything else, in every object', () => {
    expect(
      scored({
        device: { ipAddress: address, userAgent: 'a\nb' },
        billing: { country: 'Germany', city: 'Bonn' },
        shoppingCart: [{ price: -1, itemId: 'a' }, { price: 2 }],
        customInputs: { ok: true, bad: 'a\nb' },
      }).wire,
    ).toEqual({
      device: { ip_address: address },
      billing: { city: 'Bonn' },
      shopping_cart: [{ item_id: 'a' }, { price: 2 }],
      custom_inputs: { ok: true },
    });
  });

  test.each([
    ['userAgent', '/device/user_agent', 'user_agent'],
    ['acceptLanguage', '/device/accept_language', 'accept_language'],
  ])('shortens %s, and never inside a character', (field, pointer, wireName) => {
    const limit = longest(pointer);
    for (const text of ['x'.repeat(limit + 1), '😀'.repeat(limit + 1), `x${'😀'.repeat(2000)}`]) {
      const { wire, warnings } = scored({ device: { [field]: text } });
      const sent = (wire?.['device'] as Record<string, string>)[wireName] ?? '';
      expect(Array.from(sent)).toHaveLength(limit);
      expect(text.startsWith(sent)).toBe(true);
      expect(sent).not.toMatch(/[\ud800-\udfff]$/u);
      expect(warnings).toMatchObject([{ code: 'INPUT_SHORTENED', inputPointer: pointer }]);
      expect(warnings?.[0]?.warning).toMatch(`device.${field} was shortened: it must have at most`);
    }
    expect(scored({ device: { [field]: '😀'.repeat(limit) } }).warnings).toEqual([]);
    // What is behind the cut does not matter; what is before it does.
    expect(scored({ device: { [field]: `${'x'.repeat(limit)}\n` } }).warnings).toMatchObject([
      { code: 'INPUT_SHORTENED' },
    ]);
    expect(
      scored({ event: { shopId: 'a' }, device: { [field]: `\n${'x'.repeat(limit)}` } }).warnings,
    ).toMatchObject([{ code: 'INPUT_DROPPED' }]);
  });

  test('shortens a long referrer, as text and as URL, and drops one of another scheme', () => {
    const long = `https://a.example/?q=${'x'.repeat(2000)}`;
    for (const referrerUri of [long, new URL(long)]) {
      expect(scored({ order: { referrerUri } })).toMatchObject({
        wire: { order: { referrer_uri: long.slice(0, longest('/order/referrer_uri')) } },
        warnings: [{ code: 'INPUT_SHORTENED', inputPointer: '/order/referrer_uri' }],
      });
    }
    const other = scored({ order: { isGift: true, referrerUri: `app://${'x'.repeat(2000)}` } });
    expect(other.warnings).toMatchObject([{ code: 'INPUT_DROPPED' }]);
  });

  test('takes null for absent, anywhere', () => {
    expect(
      scored({
        device: { ipAddress: address, userAgent: null },
        email: null,
        account: { username: null, userId: null },
        shoppingCart: [null, { price: null, itemId: 'a' }],
        customInputs: { a: null, b: 1 },
        event: { time: null, type: null },
        unknown: null,
      }),
    ).toEqual({
      wire: {
        device: { ip_address: address },
        account: {},
        shopping_cart: [{ item_id: 'a' }],
        custom_inputs: { b: 1 },
        event: {},
      },
      warnings: [],
    });
  });

  test('sends the MD5 of a user name that was given together with another one', () => {
    const usernameMd5 = 'acbd18db4cc2f85cedef654fccc4a4d8';
    expect(scored({ account: { username: marker, usernameMd5 } })).toMatchObject({
      wire: { account: { username_md5: usernameMd5 } },
      warnings: [{ code: 'INPUT_DROPPED', inputPointer: '/account/username_md5' }],
    });
    // Not when it could not be used anyway.
    expect(scored({ account: { username: 'foo', usernameMd5: 'x' } })).toMatchObject({
      wire: { account: { username_md5: usernameMd5 } },
      warnings: [{ inputPointer: '/account/username_md5' }],
    });
  });

  test('never hashes what it left out', () => {
    expect(scored({ event: { shopId: 'a' }, email: { address: '@' } }, 'drop', true).wire).toEqual({
      event: { shop_id: 'a' },
      email: {},
    });
  });
});

describe('what only a program gets wrong', () => {
  test.each([
    ['an unknown field', { devise: {} }, 'devise UNKNOWN_FIELD'],
    ['an unknown field in an object', { device: { ip: 'x' } }, 'device.ip UNKNOWN_FIELD'],
    ['a boolean for a text', { event: { shopId: true } }, 'event.shopId WRONG_TYPE'],
    ['a boolean for a number', { order: { amount: true } }, 'order.amount WRONG_TYPE'],
    ['a text for a boolean', { order: { isGift: 'yes' } }, 'order.isGift WRONG_TYPE'],
    ['a list for an object', { device: [] }, 'device WRONG_TYPE'],
    ['an object for a list', { shoppingCart: {} }, 'shoppingCart WRONG_TYPE'],
    ['a text in a list of objects', { shoppingCart: ['a'] }, 'shoppingCart[0] WRONG_TYPE'],
    ['a BigInt', { order: { amount: 1n } }, 'order.amount WRONG_TYPE'],
    ['an object for a user name', { account: { username: {} } }, 'account.username WRONG_TYPE'],
    ['a text for an option', { email: { hashAddress: '1' } }, 'email.hashAddress WRONG_TYPE'],
    ['an object for an input', { customInputs: { a: {} } }, 'customInputs.a WRONG_TYPE'],
    ['the name of an input', { customInputs: { 'Not Ok': 1 } }, 'customInputs BAD_KEY'],
  ])('%s throws in drop too', (_, request, issue) => {
    const whole = { event: { party: 'agent' }, ...request };
    expect(codesOf(scored(whole).issues)).toEqual([issue]);
    expect(codesOf(scored(whole, 'throw').issues)).toEqual([issue]);
  });

  test('a card number throws in every mode, also in a value or under a name that is left out', () => {
    const card = '4111 1111 1111 1111';
    for (const mode of ['drop', 'throw', 'send'] as const) {
      for (const request of [
        { creditCard: { token: card } },
        { creditCard: { token: '4111111111111111' } },
        { customInputs: { note: card } },
        { customInputs: { note: `${card}\n` } },
        { customInputs: { note: card.padEnd(300) } },
        { customInputs: { note: 4111111111111111 } },
        { customInputs: { '4111111111111111': 'a\n' } },
        { customInputs: Object.fromEntries([...many(mostInputs + 1), ['note', card]]) },
      ]) {
        const outcome = scored({ device: { ipAddress: address }, ...request }, mode);
        expect(codesOf(outcome.issues)).toContainEqual(expect.stringMatching(/ CARD_NUMBER$/));
        expect(JSON.stringify(outcome)).not.toMatch(/4111.?1111/);
      }
    }
  });

  test('with nothing left to score the error says why each value was left out', () => {
    const { issues } = scored({ billing: { country: 'Germany' }, order: { amount: -1 } });
    expect(issues).toEqual([
      expect.objectContaining({ pointer: '/billing/country', code: 'TOO_LONG' }),
      expect.objectContaining({ pointer: '/order/amount', code: 'OUT_OF_RANGE' }),
    ]);
    expect(() =>
      prepareTransaction({ order: { amount: -1 } }, scoreOperation, {
        invalid: 'drop',
        hashEmail: false,
      }),
    ).toThrow(
      'With no valid input left, the transaction was not sent. order.amount: must be 0 or more',
    );
    expect(codesOf(scored({ device: null }).issues)).toEqual([' EMPTY']);
    expect(codesOf(scored({ account: { username: '' } }).issues)).toEqual([' EMPTY']);
  });
});

describe('throw', () => {
  test('lists everything at once', () => {
    const { issues } = scored(
      {
        device: { ipAddress: 'x', userAgent: 'x'.repeat(600) },
        billing: { country: null },
        account: { username: 'a', usernameMd5: '0'.repeat(32) },
        unknown: 1,
        customInputs: { UPPER: 1, note: '4111111111111111', text: '4111111111111111\n' },
      },
      'throw',
    );
    expect(codesOf(issues)).toEqual([
      'device.ipAddress BAD_FORMAT',
      'device.userAgent TOO_LONG',
      'billing.country NULL_VALUE',
      'unknown UNKNOWN_FIELD',
      'customInputs BAD_KEY',
      'customInputs.text BAD_CHARACTER',
      'account.username CONFLICT',
      'customInputs.note CARD_NUMBER',
      'customInputs.text CARD_NUMBER',
    ]);
  });

  test('says what validateTransaction says, and parseTransaction throws', () => {
    for (const [, request] of [...violations, ['', { x: 1 }] as const]) {
      const { issues } = scored(request, 'throw');
      expect(validateTransaction(request)).toEqual({ ok: false, issues });
      expect(() => parseTransaction(request)).toThrow(InvalidRequestError);
    }
    const right = { device: { ipAddress: address } };
    expect(parseTransaction(right)).toBe(right);
  });
});

describe('send', () => {
  test('sends values as they are and names that are not known in the spelling of the wire', () => {
    expect(
      scored(
        {
          device: { ipAddress: 'x', userAgent: 'a\n', newInput: null, address3: 1 },
          newObject: { someName: [{ otherName: 1 }], last4Digits: '1', was3DSecureDone: true },
          customInputs: { 'Not Ok': { nestedName: 1 } },
        },
        'send',
      ),
    ).toEqual({
      wire: {
        device: { ip_address: 'x', user_agent: 'a\n', new_input: null, address_3: 1 },
        new_object: {
          some_name: [{ other_name: 1 }],
          last_4_digits: '1',
          was_3d_secure_done: true,
        },
        custom_inputs: { 'Not Ok': { nestedName: 1 } },
      },
      warnings: [],
    });
  });

  test('never lets a plain user name out, whatever it is', () => {
    for (const username of [7, {}, [marker]]) {
      expect(codesOf(scored({ account: { username } }, 'send').issues)).toEqual([
        'account.username WRONG_TYPE',
      ]);
    }
    for (const username of [null, undefined, '']) {
      expect(scored({ account: { username } }, 'send').wire).toEqual({ account: {} });
    }
    expect(JSON.stringify(scored({ account: { username: marker } }, 'send'))).not.toContain(marker);
  });
});

describe('an order of minFraud Legacy', () => {
  test.each<[string, object]>([
    ['/city', { city: tooLong('/city', 'LegacyOrder') }],
    ['/emailMD5', { emailMd5: `${marker}@` }],
    ['/bin', { bin: '12345' }],
    ['/order_amount', { orderAmount: -1 }],
    ['/order_currency', { orderCurrency: marker }],
    ['/txn_type', { txnType: marker }],
    ['/avs_result', { avsResult: marker }],
    ['/cvv_result', { cvvResult: marker }],
    ['/requested_type', { requestedType: marker }],
    ['/username', { username: '' }],
    ['/binName', { binName: marker }],
    ['/binPhone', { binPhone: marker }],
  ])('loses a wrong %s under drop, and nothing else', (pointer, fields) => {
    const order = { ipAddress: address, shopId: 'a', ...fields };
    const { wire, warnings } = ordered(order);
    expect(wire).toEqual({ i: address, shopID: 'a' });
    expect(warnings).toMatchObject([
      { code: 'INPUT_DROPPED', inputPointer: pointer, source: 'sdk' },
    ]);
    expect(JSON.stringify(warnings)).not.toContain(marker);
    expect(ordered(order, 'throw').issues).toHaveLength(1);
  });

  test('loses the bank with its wrong BIN', () => {
    const order = { ipAddress: address, bin: '1', binName: 'B', binPhone: '2' };
    expect(ordered(order)).toMatchObject({
      wire: { i: address },
      warnings: [
        { inputPointer: '/bin' },
        { inputPointer: '/binName' },
        { inputPointer: '/binPhone' },
      ],
    });
  });

  test.each([
    ['userAgent', '/user_agent'],
    ['acceptLanguage', '/accept_language'],
  ])('has its %s shortened', (field, pointer) => {
    const limit = longest(pointer, 'LegacyOrder');
    const { wire, warnings } = ordered({ ipAddress: address, [field]: '😀'.repeat(limit + 45) });
    expect(Object.values(wire ?? {})).toContain('😀'.repeat(limit));
    expect(warnings).toMatchObject([{ code: 'INPUT_SHORTENED' }]);
  });

  test('takes null for absent, but needs its address and says what was wrong with it', () => {
    expect(ordered({ ipAddress: address, city: null, bin: null }).wire).toEqual({ i: address });
    expect(ordered({ city: 'Bonn' }).issues).toMatchObject([
      { path: 'ipAddress', code: 'MISSING' },
    ]);
    expect(ordered({ ipAddress: '203.0.113.9:80' }).issues).toMatchObject([
      { pointer: '/i', path: 'ipAddress', code: 'BAD_FORMAT' },
    ]);
  });

  test('throws for what only a program gets wrong', () => {
    expect(
      codesOf(ordered({ ipAddress: address, shopID: 'a', city: true, username: {} }).issues),
    ).toEqual(['shopID UNKNOWN_FIELD', 'city WRONG_TYPE', 'username WRONG_TYPE']);
  });

  test('goes out with unknown names as they are, since this service has no one spelling', () => {
    const order = { ipAddress: 'x', forwardedIP: 'y', session_id: 1, binName: 'B' };
    expect(ordered(order, 'send').wire).toEqual({
      i: 'x',
      forwardedIP: 'y',
      session_id: 1,
      binName: 'B',
    });
  });
});

describe('previewTransaction', () => {
  const request = { device: { ipAddress: address }, email: { address: 'a@example.com' } };

  test('gives the body that would go out, with warnings and issues', () => {
    const wrong = { ...request, billing: { country: 'Germany' } };
    expect(previewTransaction(wrong)).toEqual({
      body: JSON.stringify({
        device: { ip_address: address },
        email: { address: 'a@example.com' },
        billing: {},
      }),
      issues: [],
      warnings: [expect.objectContaining({ inputPointer: '/billing/country', source: 'sdk' })],
    });
    expect(previewTransaction(wrong, { invalid: 'throw' })).toMatchObject({
      issues: [{ path: 'billing.country' }],
      warnings: [],
    });
    expect(previewTransaction(wrong, { invalid: 'send' }).body).toContain('"country":"Germany"');
    expect(previewTransaction(request, { hashEmail: true }).body).not.toContain('a@example');
  });

  test('never throws for a request, and does for a wrong option', () => {
    for (const value of [undefined, null, 1, 'x', [], { x: 1n }, { account: 1 }]) {
      expect(previewTransaction(value).issues).not.toEqual([]);
    }
    const cycle: Record<string, unknown> = {};
    cycle['self'] = cycle;
    expect(previewTransaction(cycle, { invalid: 'send' }).issues).toMatchObject([
      { code: 'UNREADABLE' },
    ]);
    const wrong = { invalid: 'Drop' } as unknown as { invalid: 'drop' };
    expect(() => previewTransaction(request, wrong)).toThrow(InvalidRequestError);
  });

  test('tells the size of a body that is too large', () => {
    const item = { category: 'x'.repeat(longest('/shopping_cart/0/category')) };
    const shoppingCart = Array.from({ length: 20_000 / item.category.length }, () => item);
    expect(previewTransaction({ shoppingCart }, { invalid: 'throw' }).issues).toMatchObject([
      { code: 'BODY_TOO_LARGE' },
    ]);
  });
});
