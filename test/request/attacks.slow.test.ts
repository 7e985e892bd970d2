/** Attacks by what a request holds: keys that are data, objects that lie, sizes and depths. */
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  listDispositionUpdatesOperation,
  scoreLegacyOperation,
  scoreOperation,
} from '../../generated/operations.ts';
import type { Transaction } from '../../generated/models/index.ts';
import { InvalidRequestError } from '../../src/errors.ts';
import { prepareOrder } from '../../src/legacy/order.ts';
import { encode } from '../../src/request/encode.ts';
import { prepareRequest, prepareTransaction, writeJson } from '../../src/request/prepare.ts';
import {
  previewTransaction,
  transactionSchema,
  validateTransaction,
} from '../../src/request/validate.ts';

const modes = ['drop', 'throw', 'send'] as const;
type Mode = (typeof modes)[number];

/** The body, or the error; anything else that is thrown fails the test. */
function sent(transaction: unknown, invalid: Mode): string | InvalidRequestError {
  try {
    const settings = { invalid, hashEmail: true };
    const { wire } = prepareTransaction(transaction as Transaction, scoreOperation, settings);
    return writeJson(wire, scoreOperation.bodyLimit).json;
  } catch (error) {
    if (InvalidRequestError.is(error)) return error;
    throw error;
  }
}

/**
 * Everything that any check says about a request, in one text, but for the paths of Standard Schema: those
 * are the request's own keys, by which a form library finds its field.
 */
function allThatIsSaid(request: unknown): string {
  const errors = modes.map((mode) => sent(request, mode)).filter((one) => typeof one !== 'string');
  const { issues: found = [] } = transactionSchema['~standard'].validate(request);
  return [
    ...errors.flatMap((error) => [error.message, JSON.stringify(error), String(error.stack)]),
    ...modes.map((invalid) => {
      const { issues, warnings } = previewTransaction(request, { invalid });
      return JSON.stringify([issues, warnings]);
    }),
    JSON.stringify(validateTransaction(request)),
    JSON.stringify(found.map(({ message, code, pointer }) => [message, code, pointer])),
  ].join('\n');
}

const right = { device: { ipAddress: '203.0.113.9' } };

describe('keys that are data', () => {
  const keys = [
    'jane.doe@example.com',
    'jane_doe@example',
    '4111111111111111',
    '4111 1111 1111 1111',
    '4111_1111_1111_1111',
    'card4111111111111111',
    '+49 30 901820',
    '203.0.113.77',
    'Jane Doe',
    'a"]; drop [',
    '漢字の名前',
    `x${'y'.repeat(5000)}`,
  ];
  test.each(keys)('%j is in no pointer, path or message', (key) => {
    for (const request of [
      { ...right, [key]: 1 },
      { device: { ipAddress: '203.0.113.9', [key]: 1 } },
      { shoppingCart: [{ [key]: { [key]: 1 } }] },
      { customInputs: { [key]: 1 } },
      { customInputs: { [key]: { [key]: 1 } } },
      { customInputs: { [key]: 'a\nb' }, event: { shopId: 'a' } },
      { account: { username: { [key]: 1 } } },
      { [key]: { [key]: BigInt(1) } },
    ]) {
      const said = allThatIsSaid(request);
      // The request itself comes back from validation when it is right.
      if (validateTransaction(request).ok) continue;
      expect(said).not.toContain(key);
      expect(said).not.toContain(JSON.stringify(key).slice(1, -1));
    }
  });

  test('a word with few digits is shown, so that it can be found', () => {
    expect(allThatIsSaid({ device: { ip_adress: 1 } })).toContain('device.ip_adress');
    expect(allThatIsSaid({ customInputs: { address_2: {} } })).toContain('customInputs.address_2');
  });

  test('an object that calls itself something is not quoted', () => {
    const named = { [Symbol.toStringTag]: '4111111111111111' };
    expect(allThatIsSaid({ event: { shopId: named }, device: named })).not.toContain('4111');
  });
});

describe('objects that lie', () => {
  /** Says something else each time it is read. */
  function changing(...values: unknown[]): PropertyDescriptor {
    let reads = 0;
    return { enumerable: true, get: () => values[Math.min(reads++, values.length - 1)] };
  }
  const card = '4111111111111111';

  test.each(modes)('are read once under %s', (mode) => {
    const inputs = Object.defineProperties({}, { note: changing('fine', card) });
    const creditCard = Object.defineProperties({}, { token: changing('token-1', card) });
    const device = Object.defineProperties({}, { ipAddress: changing('203.0.113.9', 'x') });
    const body = sent({ customInputs: inputs, creditCard, device }, mode);
    expect(typeof body === 'string' && JSON.parse(body)).toEqual({
      custom_inputs: { note: 'fine' },
      credit_card: { token: 'token-1' },
      device: { ip_address: '203.0.113.9' },
    });
  });

  test.each([
    ['a toJSON', { toJSON: () => card }],
    ['a toJSON that changes', { toJSON: ((reads) => () => (reads++ > 0 ? card : 'a'))(0) }],
    ['a boxed text', Object(card) as object],
    [
      'a nested getter',
      {
        a: {
          get b(): string {
            return card;
          },
        },
      },
    ],
    [
      'a proxy',
      new Proxy(
        {},
        {
          ownKeys: () => ['k'],
          getOwnPropertyDescriptor: () => ({ enumerable: true, configurable: true }),
          get: (_, key) => (key === 'k' ? card : undefined),
        },
      ),
    ],
  ])('%s sends no card number', (_, value) => {
    for (const mode of modes) {
      for (const request of [{ customInputs: { note: value } }, { creditCard: { token: value } }]) {
        const outcome = sent({ ...right, ...request }, mode);
        expect(typeof outcome === 'string' ? outcome : JSON.stringify(outcome)).not.toContain(card);
      }
    }
  });

  test.each(modes)('a getter that throws, or a proxy, harms nothing under %s', (mode) => {
    const thrower = (): never => {
      throw new Error('S3CRET');
    };
    const traps = { get: thrower, ownKeys: thrower, getPrototypeOf: thrower, has: thrower };
    const revoked = Proxy.revocable({}, {});
    revoked.revoke();
    for (const odd of [new Proxy({}, traps), new Proxy([], traps), revoked.proxy]) {
      for (const request of [
        odd,
        { device: odd },
        { shoppingCart: [odd] },
        { event: { time: odd } },
        { account: { username: odd } },
        { customInputs: odd },
        { customInputs: { a: odd } },
        { unknown: odd },
      ]) {
        const outcome = sent(request, mode);
        expect(outcome).toBeInstanceOf(InvalidRequestError);
        expect(JSON.stringify(outcome)).not.toContain('S3CRET');
      }
    }
  });

  test('the order of a getter that changes holds no plain user name', () => {
    for (const invalid of modes) {
      const order = Object.defineProperties(
        { ipAddress: '203.0.113.9' },
        { usernameMd5: changing('0'.repeat(32), 'plain-name', 'plain-name') },
      );
      const settings = { invalid, hashEmail: false };
      const { wire } = prepareOrder(order, scoreLegacyOperation, settings);
      expect(wire).toEqual({ i: '203.0.113.9', usernameMD5: '0'.repeat(32) });
    }
  });
});

describe('a polluted Object.prototype', () => {
  const prototype = Object.prototype as unknown as Record<string, unknown>;
  const names = [
    'event',
    'ipAddress',
    'ip_address',
    'account',
    'email',
    'domain',
    'username',
    'bin',
    'credit_card',
    'custom_inputs',
    'tag',
    'updates_after',
    'username_md5',
    'invalid',
    'how',
    'i',
  ];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(prototype, name);
  });

  test.each(names)('by %s adds nothing and hides nothing', (name) => {
    const settings = { invalid: 'drop', hashEmail: true } as const;
    const request = {
      order: { amount: 1 },
      account: { userId: 'a' },
      email: { address: 'a@example.com' },
    };
    const order = { ipAddress: '203.0.113.9', binName: 'B', emailMd5: 'a@example.com' };
    const outcomes = (): string[] => [
      ...modes.map((mode) => String(sent(request, mode))),
      JSON.stringify(prepareOrder(order, scoreLegacyOperation, settings)),
      JSON.stringify(validateTransaction({})),
      JSON.stringify(encode({}, listDispositionUpdatesOperation.request, 'throw').issues),
    ];
    const before = outcomes();
    prototype[name] = 'polluted';
    expect(outcomes()).toEqual(before);
    prototype[name] = { polluted: true };
    expect(outcomes()).toEqual(before);
  });
});

describe('sizes and depths', () => {
  const huge = 'x'.repeat(10_000_000);
  const deep = (levels: number, wrap: (inner: unknown) => unknown): unknown => {
    let value: unknown = 1;
    for (let level = 0; level < levels; level++) value = wrap(value);
    return value;
  };

  test.each(modes)('texts of 10 MB take little time under %s', (mode) => {
    const started = performance.now();
    for (const request of [
      { device: { ...right.device, userAgent: huge } },
      { ...right, email: { address: huge } },
      { ...right, email: { address: `a@${huge}` } },
      { ...right, event: { time: huge, type: huge } },
      { ...right, billing: { country: huge, region: huge, phoneNumber: `${huge}1` } },
      { ...right, creditCard: { token: huge } },
      { ...right, order: { referrerUri: `https://${huge}` } },
      { ...right, customInputs: { note: huge } },
      { ...right, customInputs: { note: '1 '.repeat(5_000_000) } },
      { ...right, [huge]: 1 },
      { customInputs: { [huge]: 1 } },
    ]) {
      const outcome = sent(request, mode);
      if (typeof outcome === 'string') expect(outcome.length).toBeLessThan(20_000);
      else expect(JSON.stringify(outcome).length).toBeLessThan(2_000);
    }
    expect(performance.now() - started).toBeLessThan(45_000);
  });

  test.each(modes)('depth is refused and never overflows the stack under %s', (mode) => {
    for (const levels of [10, 33, 500, 2_000, 9_000, 100_000]) {
      for (const wrap of [(inner: unknown) => [inner], (inner: unknown) => ({ a: inner })]) {
        for (const value of [deep(levels, wrap)]) {
          for (const request of [
            { unknown: value },
            { device: value },
            { shoppingCart: value },
            { customInputs: { note: value } },
          ]) {
            const outcome = sent({ event: { shopId: 'a' }, ...request }, mode);
            if (mode !== 'send') expect(outcome).toBeInstanceOf(InvalidRequestError);
          }
        }
      }
    }
  });

  test('cycles, shared objects and endless lists end under send', () => {
    const cycle: Record<string, unknown> = {};
    Object.assign(cycle, { a: cycle, b: cycle, c: [cycle, cycle] });
    let doubling: unknown = ['x'];
    for (let level = 0; level < 40; level++) doubling = [doubling, doubling];
    const endless: unknown[] = [];
    endless.length = 2 ** 32 - 1;
    const started = performance.now();
    for (const value of [cycle, doubling, endless]) {
      for (const request of [
        { unknown: value },
        { device: value },
        { customInputs: { a: value } },
        { shoppingCart: [value] },
      ]) {
        expect(sent(request, 'send')).toMatchObject({ issues: [{ code: 'UNREADABLE', path: '' }] });
      }
    }
    expect(performance.now() - started).toBeLessThan(20_000);
    // Twice the same object is no cycle.
    const shared = { someName: 1 };
    expect(sent({ newList: [shared, shared] }, 'send')).toBe(
      '{"new_list":[{"some_name":1},{"some_name":1}]}',
    );
  });

  test('thousands of wrong fields give a list that ends', () => {
    const wrong = Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`k${at}`, 1]));
    expect(validateTransaction(wrong).issues).toHaveLength(501);
    const items = Array.from({ length: 2_000 }, () => ({ price: -1 }));
    const { warnings, issues } = previewTransaction({ ...right, shoppingCart: items });
    expect(issues).toEqual([]);
    expect(warnings.length).toBeLessThanOrEqual(500);
  });
});

test('a request without rules of its own is checked as well', () => {
  const settings = { invalid: 'throw', hashEmail: false } as const;
  expect(() =>
    prepareRequest({ updatesAfter: 'x' }, listDispositionUpdatesOperation, settings),
  ).toThrow('updatesAfter: must be');
});
