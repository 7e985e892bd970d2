import { describe, expect, test } from '@jest/globals';
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { InvalidRequestError } from '../../src/errors.ts';
import { prepareReport, prepareTransaction } from '../../src/request/prepare.ts';

const checked = { validate: true, hashEmail: false };
const unchecked = { validate: false, hashEmail: false };

const bodyOf = (transaction: Transaction, options = checked): unknown =>
  JSON.parse(prepareTransaction(transaction, options));

/** The paths and codes of what stops a transaction. */
function issuesOf(
  transaction: unknown,
  options: Parameters<typeof prepareTransaction>[1] = checked,
): string[] {
  try {
    prepareTransaction(transaction as Transaction, options);
  } catch (error) {
    if (!InvalidRequestError.is(error)) throw error;
    return error.issues.map(({ path, code }) => `${path} ${code}`);
  }
  return [];
}

describe('hashes', () => {
  test('the user name goes out as MD5 and never in the clear', () => {
    expect(bodyOf({ account: { username: 'foo', userId: '1' } })).toEqual({
      account: { user_id: '1', username_md5: 'acbd18db4cc2f85cedef654fccc4a4d8' },
    });
    expect(prepareTransaction({ account: { username: 'foo' } }, unchecked)).not.toContain('foo');
  });

  test('an empty user name is none', () => {
    expect(bodyOf({ account: { username: '', userId: '1' } })).toEqual({
      account: { user_id: '1' },
    });
  });

  test('a user name beside its MD5 is a conflict', () => {
    const usernameMd5 = 'acbd18db4cc2f85cedef654fccc4a4d8';
    expect(issuesOf({ account: { username: 'foo', usernameMd5 } })).toEqual([
      'account.username CONFLICT',
    ]);
  });

  test.each([
    [{ address: 'Foo.Bar+x@googlemail.com' }, true],
    [{ address: 'Foo.Bar+x@googlemail.com', hashAddress: true }, false],
  ])('the address of %p goes out as MD5 with its domain', (email, hashEmail) => {
    expect(bodyOf({ email }, { validate: true, hashEmail })).toEqual({
      email: { address: '726f7c3769f32d3da4656ea906d02adb', domain: 'gmail.com' },
    });
  });

  test('hashAddress: false goes before hashEmail, and a domain that was given stays', () => {
    const email = { address: 'a@example.com', domain: 'example.org' };
    const hashed = { validate: true, hashEmail: true };
    expect(bodyOf({ email: { ...email, hashAddress: false } }, hashed)).toEqual({ email });
    expect(bodyOf({ email }, hashed)).toMatchObject({ email: { domain: 'example.org' } });
  });

  test('an MD5 is not hashed again, and has no domain', () => {
    const address = '977577b140bfb7c516e4746204fbdb01';
    expect(bodyOf({ email: { address } }, { validate: true, hashEmail: true })).toEqual({
      email: { address },
    });
  });

  test('what is unchecked and no address is left alone', () => {
    const odd = { email: 7, account: [] } as unknown as Transaction;
    expect(bodyOf(odd, { validate: false, hashEmail: true })).toEqual({ email: 7, account: [] });
  });
});

describe('rules across fields', () => {
  test.each([
    ['41111111', '1234', []],
    ['55555555', '1234', []],
    ['22230031', '1234', []],
    ['60111111', '1234', []],
    ['35301113', '1234', []],
    ['62000000', '1234', []],
    ['37828224', '12', []],
    ['378282', '1234', []],
    ['378282', '12', []],
    ['41111111', '12', []],
    ['37828224', '1234', ['creditCard.lastDigits DIGITS_MISMATCH']],
    ['30569309', '1234', ['creditCard.lastDigits DIGITS_MISMATCH']],
    ['50000000', '1234', ['creditCard.lastDigits DIGITS_MISMATCH']],
  ])('IIN %s with last digits %s', (issuerIdNumber, lastDigits, issues) => {
    expect(issuesOf({ creditCard: { issuerIdNumber, lastDigits } })).toEqual(issues);
    expect(issuesOf({ creditCard: { issuerIdNumber, lastDigits } }, unchecked)).toEqual([]);
  });

  test('a transaction without any input is empty, however many objects it has', () => {
    for (const transaction of [
      {},
      { device: {}, shoppingCart: [{}], customInputs: {} },
      { email: { hashAddress: true } },
    ]) {
      expect(issuesOf(transaction)).toEqual([' EMPTY']);
    }
    expect(issuesOf({ account: { username: 'foo' } })).toEqual([]);
    expect(issuesOf({ order: { isGift: false } })).toEqual([]);
    expect(issuesOf({ device: { ipAddress: 'x' } })).toEqual(['device.ipAddress BAD_FORMAT']);
    expect(prepareTransaction({}, unchecked)).toBe('{}');
  });
});

describe('switches', () => {
  const large = {
    customInputs: Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`key_${at}`, 'é'.repeat(150)]),
    ),
  };
  const card = { creditCard: { token: '4111-1111-1111-1111' }, event: { shopId: '\n' } };

  test('a body over 20,000 bytes is refused, also unchecked, unless that is switched off', () => {
    expect(issuesOf(large)).toEqual([' BODY_TOO_LARGE']);
    expect(issuesOf(large, unchecked)).toEqual([' BODY_TOO_LARGE']);
    expect(issuesOf(large, { ...checked, checkSize: false })).toEqual([]);
  });

  test('a card number is refused, also unchecked, unless that is switched off', () => {
    expect(issuesOf(card)).toEqual(['event.shopId BAD_CHARACTER', 'creditCard.token CARD_NUMBER']);
    expect(issuesOf(card, unchecked)).toEqual(['creditCard.token CARD_NUMBER']);
    expect(issuesOf(card, { ...unchecked, checkCards: false })).toEqual([]);
    expect(issuesOf(card, { ...checked, checkCards: false })).toEqual([
      'event.shopId BAD_CHARACTER',
    ]);
  });
});

test('what JSON cannot hold is an issue, also unchecked', () => {
  const cycle: Record<string, unknown> = {};
  cycle['self'] = cycle;
  let deep: unknown = {};
  for (let level = 0; level < 100_000; level++) deep = [deep];
  for (const odd of [
    { cycle },
    { big: 1n },
    { deep },
    { toJSON: () => undefined },
    {
      bad: {
        toJSON: () => {
          throw new Error('x');
        },
      },
    },
  ]) {
    expect(issuesOf(odd, unchecked)).toEqual([' UNREADABLE']);
  }
});

test('the error names the request and what to do', () => {
  expect(() => prepareTransaction({ order: { amount: -1 } }, checked)).toThrow(
    'The transaction was not sent. order.amount: must be 0 or more',
  );
});

describe('a report', () => {
  const report: TransactionReport = {
    tag: 'not_fraud',
    minfraudId: '01c25cb0-f067-4e02-8ed0-a094c580f5e4',
  };

  test('is written in wire spelling', () => {
    expect(JSON.parse(prepareReport({ ...report, notes: 'a\nb' }, { validate: true }))).toEqual({
      tag: 'not_fraud',
      minfraud_id: '01c25cb0-f067-4e02-8ed0-a094c580f5e4',
      notes: 'a\nb',
    });
  });

  test.each([
    '10.0.0.1',
    '127.0.0.1',
    '192.168.1.1',
    '172.16.0.1',
    '169.254.0.1',
    '::1',
    'fe80::1',
    'fd00::1',
    '::ffff:10.0.0.1',
  ])('of the private address %s is refused', (ipAddress) => {
    expect(() => prepareReport({ tag: 'chargeback', ipAddress }, { validate: true })).toThrow(
      'ipAddress: must be a public address',
    );
    expect(prepareReport({ tag: 'chargeback', ipAddress }, { validate: false })).toContain(
      ipAddress,
    );
  });

  test.each(['1.1.1.1', '203.0.113.9', '2001:db8::1', '172.32.0.1', '::ffff:1.1.1.1'])(
    'of %s is sent',
    (ipAddress) => {
      expect(prepareReport({ tag: 'chargeback', ipAddress }, { validate: true })).toContain(
        ipAddress,
      );
    },
  );
});
