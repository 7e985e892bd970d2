import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { transaction, transactionReport } from '../../generated/tables.ts';
import type { ObjectRule } from '../../src/operation.ts';
import { encode } from '../../src/request/encode.ts';
import { modelOf } from './model-of.ts';
import { longest, schemaAt } from './limit.ts';

const shopIdLimit = longest('/event/shop_id');
const { minimum: fewest = 0 } = schemaAt('/shopping_cart/0/quantity');
const { maximum: mostMoney = Infinity } = schemaAt('/order/amount');
const { maxProperties: mostInputs = Infinity } = schemaAt('/custom_inputs');

const full = (
  parse(readFileSync('spec/examples/transaction-full.yaml', 'utf8')) as { value: object }
).value;

const issuesOf = (value: unknown, table: ObjectRule = transaction): string[] =>
  encode(value, table, 'throw').issues.map(({ path, code }) => `${path} ${code}`);

/** The one issue of a value in a field. */
function issueOf(value: unknown): { pointer: string; path: string; code: string; message: string } {
  const { issues } = encode(value, transaction, 'throw');
  expect(issues).toHaveLength(1);
  return issues[0] ?? { pointer: '', path: '', code: '', message: '' };
}

describe('a right request', () => {
  test('is renamed, with every field of the full example in its place', () => {
    const { wire, issues } = encode(modelOf(full, transaction), transaction, 'throw');
    expect(issues).toEqual([]);
    expect(wire).toEqual(full);
    expect(JSON.stringify(wire)).toBe(JSON.stringify(full));
  });

  test('is not changed itself, nor shared with the outcome', () => {
    const request = modelOf(full, transaction) as { device: object; shoppingCart: object[] };
    const before = structuredClone(request);
    const { wire } = encode(request, transaction, 'throw');
    (wire['device'] as Record<string, unknown>)['ip_address'] = 'changed';
    expect(request).toEqual(before);
  });

  test('may hold false, zero and empty texts, which all travel', () => {
    const request = {
      order: { amount: 0, isGift: false, discountCode: '' },
      payment: { wasAuthorized: false },
      shoppingCart: [{ quantity: fewest, price: 0, itemId: '' }],
      customInputs: { flag: false, count: 0, text: '' },
      device: { sessionAge: 0, userAgent: '' },
    };
    const { wire, issues } = encode(request, transaction, 'throw');
    expect(issues).toEqual([]);
    expect(wire).toEqual({
      order: { amount: 0, is_gift: false, discount_code: '' },
      payment: { was_authorized: false },
      shopping_cart: [{ quantity: fewest, price: 0, item_id: '' }],
      custom_inputs: { flag: false, count: 0, text: '' },
      device: { session_age: 0, user_agent: '' },
    });
  });

  test('may hold undefined, which is as if it were not there', () => {
    const { wire, issues } = encode(
      { device: { ipAddress: '203.0.113.9', userAgent: undefined }, email: undefined },
      transaction,
      'throw',
    );
    expect(issues).toEqual([]);
    expect(wire).toEqual({ device: { ip_address: '203.0.113.9' } });
    expect(encode({ customInputs: { a: undefined, b: 1 } }, transaction, 'throw').wire).toEqual({
      custom_inputs: { b: 1 },
    });
  });

  test('keeps the keys of custom inputs, whatever they look like', () => {
    const inputs = { a_key: 1, constructor: true, to_string: 'x', _: 2, ip_address: 'y' };
    const { wire, issues } = encode({ customInputs: inputs }, transaction, 'throw');
    expect(issues).toEqual([]);
    expect(wire).toEqual({ custom_inputs: inputs });
  });

  test('may be an instance of a class, or have no prototype', () => {
    class Device {
      readonly ipAddress = '203.0.113.9';
      get userAgent(): number {
        return this.ipAddress.length;
      }
    }
    const bare = Object.assign(Object.create(null) as object, { device: new Device() });
    expect(encode(bare, transaction, 'throw')).toMatchObject({
      wire: { device: { ip_address: '203.0.113.9' } },
      issues: [],
    });
  });

  test('takes a Date for a time, and writes it in UTC', () => {
    const time = new Date('2026-07-01T14:20:50.52+02:00');
    expect(encode({ event: { time } }, transaction, 'throw')).toMatchObject({
      wire: { event: { time: '2026-07-01T12:20:50.520Z' } },
      issues: [],
    });
  });

  test.each([
    ['an address of a new top-level domain', { email: { address: 'a@example.photography' } }],
    ['an international address', { email: { address: 'jörg@bücher.example' } }],
    ['an MD5 for an address', { email: { address: '977577B140BFB7C516E4746204FBDB01' } }],
    ['an address with a quoted local part', { email: { address: '"john doe"@example.com' } }],
    ['an eight-digit IIN', { creditCard: { issuerIdNumber: '41111111' } }],
    ['a time with Z', { event: { time: '2026-07-01T12:20:50Z' } }],
    ['a phone number with punctuation', { billing: { phoneNumber: '(0)20 7946-0000' } }],
    ['an IPv6 address with an IPv4 end', { device: { ipAddress: '::ffff:203.0.113.9' } }],
    ['characters of two units each', { event: { shopId: '😀'.repeat(shopIdLimit) } }],
    ['a token of twenty digits', { creditCard: { token: '1'.repeat(20) } }],
    ['a carriage return', { billing: { address: 'Suite 5\rNew Haven' } }],
    ['empty objects and lists', { device: {}, shoppingCart: [], customInputs: {} }],
  ])('may hold %s', (_, request) => {
    expect(encode(request, transaction, 'throw').issues).toEqual([]);
  });
});

describe('an issue', () => {
  test('says where in both spellings, why, and what to do', () => {
    expect(issueOf({ billing: { phoneNumber: 'call me' } })).toEqual({
      pointer: '/billing/phone_number',
      path: 'billing.phoneNumber',
      code: 'BAD_FORMAT',
      message: 'must be digits, with spaces and punctuation between them if need be',
    });
    expect(issueOf({ shoppingCart: [{}, { price: -1 }] })).toEqual({
      pointer: '/shopping_cart/1/price',
      path: 'shoppingCart[1].price',
      code: 'OUT_OF_RANGE',
      message: 'must be 0 or more',
    });
    expect(issueOf({ customInputs: { ok: 1, 'A/b~': 1 } })).toMatchObject({
      pointer: '/custom_inputs',
      path: 'customInputs',
      code: 'BAD_KEY',
      message: 'entry 2 must have a name of 1 to 25 lower-case letters, digits and underscores',
    });
  });

  test.each([
    [{ event: { shopId: null } }, 'NULL_VALUE', /leave the field out/],
    [{ event: null }, 'NULL_VALUE', /leave the field out/],
    [{ event: { shopId: 3 } }, 'WRONG_TYPE', /must be a string, not a number: pass a string/],
    [{ event: { shopId: ['a'] } }, 'WRONG_TYPE', /not an Array/],
    [{ event: [] }, 'WRONG_TYPE', /must be a plain object, not an Array/],
    [{ event: new Map() }, 'WRONG_TYPE', /must be a plain object, not a Map/],
    [{ event: 'purchase' }, 'WRONG_TYPE', /must be a plain object, not a string/],
    [{ event: () => 1 }, 'WRONG_TYPE', /must be a plain object, not a function/],
    [{ shoppingCart: {} }, 'WRONG_TYPE', /must be an array, not an object/],
    [{ shoppingCart: [null] }, 'NULL_VALUE', /must not be null/],
    [{ customInputs: [] }, 'WRONG_TYPE', /must be a plain object/],
    [{ customInputs: { a: {} } }, 'WRONG_TYPE', /a string or a number or true or false/],
    [{ customInputs: { a: Symbol('s') } }, 'WRONG_TYPE', /not a symbol/],
    [{ order: { isGift: 'yes' } }, 'WRONG_TYPE', /must be true or false, not a string/],
    [{ order: { isGift: 0 } }, 'WRONG_TYPE', /must be true or false, not a number/],
    [{ order: { amount: '1' } }, 'WRONG_TYPE', /must be a number, not a string/],
    [{ order: { amount: 1n } }, 'WRONG_TYPE', /not a bigint: .*; use Number\(…\)/],
    [{ event: { shopId: 2n ** 64n } }, 'WRONG_TYPE', /not a bigint: .*; use String\(…\)/],
    [{ order: { amount: NaN } }, 'NOT_FINITE', /finite number, not NaN/],
    [{ order: { amount: Infinity } }, 'NOT_FINITE', /not Infinity/],
    [{ order: { amount: mostMoney * 2 } }, 'OUT_OF_RANGE', new RegExp(` ${mostMoney} or less`)],
    [{ shoppingCart: [{ quantity: 1.5 }] }, 'NOT_WHOLE', /whole number/],
    [{ shoppingCart: [{ quantity: NaN }] }, 'NOT_FINITE', /finite/],
    [
      { shoppingCart: [{ quantity: fewest - 1 }] },
      'OUT_OF_RANGE',
      new RegExp(` ${fewest} or more`),
    ],
    [{ customInputs: { a: -1e13 } }, 'OUT_OF_RANGE', /-9999999999999 or more/],
    ...['x', '😀'].map((one): [unknown, string, RegExp] => [
      { event: { shopId: one.repeat(shopIdLimit + 1) } },
      'TOO_LONG',
      new RegExp(`at most ${shopIdLimit} characters, and has ${shopIdLimit + 1}`),
    ]),
    [
      { device: { userAgent: 'x'.repeat(2_000_000) } },
      'TOO_LONG',
      new RegExp(`${longest('/device/user_agent')} characters, and has 2000000`),
    ],
    [
      { customInputs: { a: 'x'.repeat(longest('/custom_inputs/a') + 1) } },
      'TOO_LONG',
      new RegExp(`at most ${longest('/custom_inputs/a')}`),
    ],
    [{ event: { shopId: 'a\nb' } }, 'BAD_CHARACTER', /newline/],
    [{ event: { shopId: 'a\0b' } }, 'BAD_CHARACTER', /NUL/],
    [{ event: { shopId: `${'long text '.repeat(5)}\n` } }, 'BAD_CHARACTER', /newline/],
    [{ event: { shopId: 'a\ud83d' } }, 'BAD_CHARACTER', /half a surrogate pair/],
    [{ event: { shopId: '😀\ude00' } }, 'BAD_CHARACTER', /half a surrogate pair/],
    [{ email: { address: '\ud83d@example.com' } }, 'BAD_CHARACTER', /half a surrogate pair/],
    [{ customInputs: { a: '\udc00' } }, 'BAD_CHARACTER', /half a surrogate pair/],
    [{ email: { address: '' } }, 'EMPTY', /leave the field out/],
    [{ creditCard: { avsResult: '' } }, 'EMPTY', /leave the field out/],
    [{ creditCard: { avsResult: 'YY' } }, 'TOO_LONG', /one-character code/],
    [{ email: { address: `a@${'x.'.repeat(150)}com` } }, 'TOO_LONG', /must be an email address/],
    [{ email: { address: 'nobody' } }, 'BAD_FORMAT', /email address, such as name@example.com, or/],
    [{ email: { domain: '@example.com' } }, 'BAD_FORMAT', /without @/],
    [{ device: { ipAddress: '203.0.113.9:80' } }, 'BAD_FORMAT', /without port, zone or prefix/],
    [{ billing: { country: 'usa' } }, 'TOO_LONG', /ISO 3166-1 alpha-2/],
    [{ billing: { country: 'us' } }, 'BAD_FORMAT', /ISO 3166-1 alpha-2/],
    [{ creditCard: { token: '4111111111111111' } }, 'BAD_FORMAT', /never a card number/],
    [{ order: { referrerUri: 'www.example.com' } }, 'BAD_FORMAT', /http:\/\/ or https:\/\//],
    [{ event: { time: '2026-02-30T00:00:00Z' } }, 'BAD_FORMAT', /RFC 3339/],
    [{ event: { time: new Date(NaN) } }, 'BAD_FORMAT', /a valid Date/],
    [{ event: { time: new Date(8.64e15) } }, 'BAD_FORMAT', /years 0 to 9999/],
    [{ event: { time: {} } }, 'WRONG_TYPE', /must be a string or a Date, not an object/],
    [
      { event: { type: 'purchse' } },
      'NOT_LISTED',
      /one of account_creation, .*did you mean purchase\?/,
    ],
    [
      { payment: { processor: 'zzzz' } },
      'NOT_LISTED',
      /^must be one of the documented payment processors, or other/,
    ],
    [{ payment: { processor: 'strip' } }, 'NOT_LISTED', /did you mean stripe\?/],
    [
      { payment: { processor: 'x'.repeat(50) } },
      'NOT_LISTED',
      /, or other for one that is not listed$/,
    ],
    [{ event: { party: '' } }, 'NOT_LISTED', /agent, customer/],
    [{ account: { username: 7 } }, 'WRONG_TYPE', /must be a string/],
    [{ email: { hashAddress: 'yes' } }, 'WRONG_TYPE', /true or false/],
  ])('of %p is %s', (request, code, message) => {
    const issue = issueOf(request);
    expect(issue.code).toBe(code);
    expect(issue.message).toMatch(message);
  });

  test.each([
    [{ device: { ip_address: '203.0.113.9' } }, 'device.ip_address', 'did you mean ipAddress?'],
    [{ credit_card: {} }, 'credit_card', 'did you mean creditCard?'],
    [{ ipAddress: '203.0.113.9' }, 'ipAddress', 'did you mean device.ipAddress?'],
    [{ itemId: 'a' }, 'itemId', 'did you mean shoppingCart[].itemId?'],
    [{ creditCard: { lastDigit: '1234' } }, 'creditCard.lastDigit', 'did you mean lastDigits?'],
    [
      { creditCard: { was_3d_secure_successful: true } },
      undefined,
      'did you mean was3DSecureSuccessful?',
    ],
    [{ account: { userName: 'x' } }, 'account.userName', 'did you mean username?'],
    [{ event: { xyzzy: 1 } }, 'event.xyzzy', 'is not a field of Event'],
  ])('of the unknown field in %p suggests what was meant', (request, path, hint) => {
    const issue = issueOf(request);
    expect(issue.code).toBe('UNKNOWN_FIELD');
    if (path !== undefined) expect(issue.path).toBe(path);
    expect(issue.message.endsWith(hint)).toBe(true);
  });

  test('is there for everything that is wrong, in the order of the request', () => {
    const request = {
      device: { ipAddress: 'x', sessionAge: -1 },
      event: { type: 'nothing', foo: 1 },
      shoppingCart: [{ price: 'a' }, { quantity: 0.5 }],
      customInputs: { UPPER: 1, ok: null },
    };
    expect(issuesOf(request)).toEqual([
      'device.ipAddress BAD_FORMAT',
      'device.sessionAge OUT_OF_RANGE',
      'event.type NOT_LISTED',
      'event.foo UNKNOWN_FIELD',
      'shoppingCart[0].price WRONG_TYPE',
      'shoppingCart[1].quantity NOT_WHOLE',
      'customInputs BAD_KEY',
      'customInputs.ok NULL_VALUE',
    ]);
  });

  test('never holds the value, whatever is wrong with it', () => {
    const secret = 'S3CRET';
    const { issues } = encode(
      {
        email: { address: `${secret}\n`, domain: `${secret} x` },
        billing: { firstName: `${secret}\n`, phoneNumber: secret, country: secret },
        creditCard: { token: `${secret} x`, lastDigits: secret, issuerIdNumber: secret },
        device: { ipAddress: secret, sessionId: `${secret}\0` },
        event: { type: secret },
        customInputs: { a: `${secret}\n` },
      },
      transaction,
      'throw',
    );
    expect(issues).toHaveLength(12);
    expect(JSON.stringify(issues)).not.toContain(secret);
  });

  test('counts custom inputs, and not without end', () => {
    const many = (count: number): object =>
      Object.fromEntries(Array.from({ length: count }, (_, at) => [`k${at}`, 1]));
    expect(issuesOf({ customInputs: many(mostInputs) })).toEqual([]);
    expect(issueOf({ customInputs: many(mostInputs + 1) })).toMatchObject({
      path: 'customInputs',
      code: 'TOO_MANY',
      message: expect.stringContaining(`at most ${mostInputs} entries, and has ${mostInputs + 1}`),
    });
    const { issues } = encode(
      Object.fromEntries(Array.from({ length: 9000 }, (_, at) => [`k${at}`, 1])),
      transaction,
      'throw',
    );
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)?.code).toBe('TOO_MANY_ISSUES');
  });

  test('says that a request without a field, or that is no object, is invalid', () => {
    expect(issuesOf({})).toEqual([' EMPTY']);
    expect(issuesOf({ device: undefined })).toEqual([' EMPTY']);
    for (const value of [undefined, null, 1, 'x', [], new Date(), Symbol('s'), 1n, () => 1]) {
      expect(issuesOf(value)).toEqual([' WRONG_TYPE']);
      expect(encode(value, transaction, 'throw').wire).toEqual({});
    }
  });

  test('says what a report lacks, but not of a field that is wrong', () => {
    expect(issuesOf({}, transactionReport)).toEqual(['tag MISSING', ' MISSING']);
    expect(issuesOf({ tag: 'clear' }, transactionReport)).toEqual([' MISSING']);
    expect(issuesOf({ transactionId: 'a' }, transactionReport)).toEqual(['tag MISSING']);
    expect(issuesOf({ tag: 'foo', maxmindId: 'bar' }, transactionReport)).toEqual([
      'tag NOT_LISTED',
      'maxmindId BAD_FORMAT',
    ]);
    expect(issuesOf({ tag: 'clear', transactionId: '' }, transactionReport)).toEqual([
      'transactionId EMPTY',
    ]);
    expect(
      issuesOf({ tag: 'clear', minfraudId: '0'.repeat(36), notes: 'a\0' }, transactionReport),
    ).toEqual(['minfraudId BAD_FORMAT', 'notes BAD_CHARACTER']);
  });
});

describe('hostile input', () => {
  test('of prototype keys neither passes nor pollutes', () => {
    const request: unknown = JSON.parse(
      '{"__proto__": {"a": 1}, "constructor": {}, "device": {"__proto__": 1, "toString": 2}, "customInputs": {"__proto__": "x"}}',
    );
    expect(issuesOf(request)).toEqual([
      '__proto__ UNKNOWN_FIELD',
      'constructor UNKNOWN_FIELD',
      'device.__proto__ UNKNOWN_FIELD',
      'device.toString UNKNOWN_FIELD',
      'customInputs BAD_KEY',
    ]);
    const { wire } = encode(request, transaction, 'send');
    expect(Object.getPrototypeOf(wire)).toBe(Object.prototype);
    expect(JSON.stringify(wire)).toContain('"__proto__":{"a":1}');
    expect(({} as Record<string, unknown>)['a']).toBeUndefined();
  });

  test('that throws when it is read is an issue, and the rest is still looked at', () => {
    const thrower = {
      get ipAddress(): string {
        throw new Error('secret');
      },
      sessionAge: -1,
      userAgent: 'ok',
    };
    const { issues, wire } = encode(
      { device: thrower, event: { type: 'x' } },
      transaction,
      'throw',
    );
    expect(issues.map(({ path, code }) => `${path} ${code}`)).toEqual([
      'device.ipAddress UNREADABLE',
      'device.sessionAge OUT_OF_RANGE',
      'event.type NOT_LISTED',
    ]);
    expect(wire).toEqual({ device: { user_agent: 'ok' }, event: {} });
    expect(JSON.stringify(issues)).not.toContain('secret');

    const item: unknown[] = [];
    Object.defineProperty(item, 0, { enumerable: true, get: () => thrower.ipAddress });
    const inputs = Object.defineProperty({}, 'a', {
      enumerable: true,
      get: () => thrower.ipAddress,
    });
    expect(issuesOf({ shoppingCart: item, customInputs: inputs })).toEqual([
      'shoppingCart[0] UNREADABLE',
      'customInputs.a UNREADABLE',
    ]);
  });

  test('of proxies that are revoked or throw is an issue', () => {
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    const throwing = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('no');
        },
      },
    );
    expect(issuesOf(revoked.proxy)).toEqual([' UNREADABLE']);
    expect(issuesOf(throwing)).toEqual([' UNREADABLE']);
    expect(
      issuesOf({ device: revoked.proxy, shoppingCart: revoked.proxy, email: throwing }),
    ).toEqual(['device UNREADABLE', 'shoppingCart UNREADABLE', 'email UNREADABLE']);
    expect(issuesOf({ event: { time: revoked.proxy, type: throwing } })).toEqual([
      'event.time UNREADABLE',
      'event.type WRONG_TYPE',
    ]);
    expect(issuesOf(new Proxy({ device: { ipAddress: '203.0.113.9' } }, {}))).toEqual([]);
  });

  test('that is endless, deep or huge takes no time', () => {
    const cycle: Record<string, unknown> = {};
    cycle['device'] = cycle;
    cycle['event'] = { time: cycle };
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level++) deep = { device: deep };
    const sparse: unknown[] = [];
    sparse.length = 2 ** 32 - 1;
    const started = performance.now();
    expect(issuesOf(cycle)).toEqual([
      'device.device UNKNOWN_FIELD',
      'device.event UNKNOWN_FIELD',
      'event.time WRONG_TYPE',
    ]);
    expect(issuesOf(deep)).toEqual(['device.device UNKNOWN_FIELD']);
    expect(issuesOf({ shoppingCart: sparse })).toEqual(['shoppingCart TOO_MANY']);
    expect(encode({ shoppingCart: sparse }, transaction, 'send').issues).toHaveLength(1);
    expect(
      issuesOf({ ['k'.repeat(1_000_000)]: 1, event: { type: 'y'.repeat(1_000_000) } }),
    ).toHaveLength(2);
    expect(performance.now() - started).toBeLessThan(2000);
  });

  test('that inherits from a polluted prototype says nothing of its own', () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    try {
      prototype['event'] = { type: 'purchase' };
      expect(encode({ device: { ipAddress: '203.0.113.9' } }, transaction, 'throw')).toMatchObject({
        issues: [],
      });
      const { wire } = encode({ device: { ipAddress: '203.0.113.9' } }, transaction, 'throw');
      expect(Object.hasOwn(wire, 'event')).toBe(false);
    } finally {
      delete prototype['event'];
    }
  });
});

describe('send', () => {
  const unchecked = (value: unknown): unknown => {
    const { wire, issues, repairs } = encode(value, transaction, 'send');
    expect(issues).toEqual([]);
    expect(repairs).toEqual([]);
    return wire;
  };

  test('renames, unknown names as MaxMind would, and leaves all else as it was given', () => {
    expect(
      unchecked({
        device: { ipAddress: 'not one', sessionAge: -1, next_input: 1, newInput: { aB: 1 } },
        event: { type: 'future_type', time: new Date(0) },
        email: null,
        billing: 'none',
        shoppingCart: [{ itemId: 7, fooBar: 1 }, null, 'x'],
        customInputs: { aKey: [1], 'B c': null },
        futureObject: { aB: 1, list: [{ someName: null }] },
      }),
    ).toEqual({
      device: { ip_address: 'not one', session_age: -1, next_input: 1, new_input: { a_b: 1 } },
      event: { type: 'future_type', time: '1970-01-01T00:00:00.000Z' },
      email: null,
      billing: 'none',
      shopping_cart: [{ item_id: 7, foo_bar: 1 }, null, 'x'],
      custom_inputs: { aKey: [1], 'B c': null },
      future_object: { a_b: 1, list: [{ some_name: null }] },
    });
  });

  test('asks for an object nonetheless, since there is no body without', () => {
    expect(encode([], transaction, 'send').issues).toHaveLength(1);
    expect(encode({}, transaction, 'send')).toMatchObject({ wire: {}, issues: [] });
  });
});

describe('other tables', () => {
  const table: ObjectRule = {
    kind: 'request',
    name: 'Sample',
    fields: {
      open: ['open', { kind: 'number', exclusiveMinimum: 0, exclusiveMaximum: 1 }],
      two: ['two', { kind: 'string', minLength: 2, nullable: true }],
      word: ['word', { kind: 'string', enum: ['a'], open: true }],
      list: ['list', { kind: 'list', items: { kind: 'integer' }, minItems: 1, maxItems: 2 }],
      map: ['map', { kind: 'map', values: { kind: 'boolean' }, minProperties: 1 }],
      odd: ['odd', { kind: 'string', pattern: /^a.c$/u }],
    },
  };

  test.each([
    [{ open: 0.5, two: '😀😀', word: 'other', list: [1], map: { Any: true }, odd: 'abc' }, []],
    [{ two: null }, []],
    [{ open: 0 }, ['open OUT_OF_RANGE']],
    [{ open: 1 }, ['open OUT_OF_RANGE']],
    [{ two: '😀' }, ['two TOO_SHORT']],
    [{ list: [] }, ['list TOO_FEW']],
    [{ list: [1, 2, 3] }, ['list TOO_MANY']],
    [{ map: {} }, ['map TOO_FEW']],
    [{ odd: 'a' }, ['odd BAD_FORMAT']],
    [{ odd: 'a\0d' }, ['odd BAD_CHARACTER']],
    [{ list: [1, undefined] }, ['list[1] WRONG_TYPE']],
  ])('of %p find %p', (value, expected) => {
    expect(issuesOf(value, table)).toEqual(expected);
  });
});
