import { describe, expect, test } from '@jest/globals';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { InvalidRequestError } from '../../src/errors.ts';
import {
  prepareReport,
  prepareTransaction,
  type RequestSettings,
  writeJson,
} from '../../src/request/prepare.ts';
import { longest, schemaAt } from './limit.ts';

const checked: RequestSettings = { invalid: 'throw', hashEmail: false };
const unchecked: RequestSettings = { invalid: 'send', hashEmail: false };

/** The text that would be sent. */
function written(transaction: Transaction, settings = checked): string {
  const { wire } = prepareTransaction(transaction, scoreOperation, settings);
  return writeJson(wire, scoreOperation.bodyLimit).json;
}

const bodyOf = (transaction: Transaction, settings = checked): unknown =>
  JSON.parse(written(transaction, settings));

/** The paths and codes of what stops a transaction. */
function issuesOf(transaction: unknown, settings = checked): string[] {
  try {
    written(transaction as Transaction, settings);
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
    expect(written({ account: { username: 'foo' } }, unchecked)).not.toContain('foo');
  });

  test('an empty user name counts as absent', () => {
    const usernameMd5 = 'acbd18db4cc2f85cedef654fccc4a4d8';
    expect(bodyOf({ account: { username: '', userId: '1' } })).toEqual({
      account: { user_id: '1' },
    });
    expect(bodyOf({ account: { username: '', usernameMd5 } })).toEqual({
      account: { username_md5: usernameMd5 },
    });
    expect(issuesOf({ account: { username: '' } })).toEqual([' EMPTY']);
  });

  test('a user name next to its MD5 is a conflict', () => {
    const usernameMd5 = 'acbd18db4cc2f85cedef654fccc4a4d8';
    expect(issuesOf({ account: { username: 'foo', usernameMd5 } })).toEqual([
      'account.username CONFLICT',
    ]);
  });

  test.each([
    [{ address: 'Foo.Bar+x@googlemail.com' }, true],
    [{ address: 'Foo.Bar+x@googlemail.com', hashAddress: true }, false],
  ])('the address of %p goes out as MD5 with its domain', (email, hashEmail) => {
    expect(bodyOf({ email }, { invalid: 'throw', hashEmail })).toEqual({
      email: { address: '726f7c3769f32d3da4656ea906d02adb', domain: 'gmail.com' },
    });
  });

  test('hashAddress: false goes before hashEmail, and a domain that was given stays', () => {
    const email = { address: 'a@example.com', domain: 'example.org' };
    const hashed: RequestSettings = { invalid: 'throw', hashEmail: true };
    expect(bodyOf({ email: { ...email, hashAddress: false } }, hashed)).toEqual({ email });
    expect(bodyOf({ email }, hashed)).toMatchObject({ email: { domain: 'example.org' } });
  });

  test('an MD5 is not hashed again, and has no domain', () => {
    const address = '977577b140bfb7c516e4746204fbdb01';
    expect(bodyOf({ email: { address } }, { invalid: 'throw', hashEmail: true })).toEqual({
      email: { address },
    });
  });

  test('what is unchecked and no address is left alone', () => {
    const odd = { email: 7, account: [] } as unknown as Transaction;
    expect(bodyOf(odd, { invalid: 'send', hashEmail: true })).toEqual({ email: 7, account: [] });
  });
});

describe('rules across fields', () => {
  test.each([
    ['41111111', '1234'],
    ['62000000', '1234'],
    ['37828224', '12'],
    ['378282', '1234'],
    ['378282', '12'],
    ['41111111', '12'],
    // The service shortens these and warns; it does not refuse them.
    ['37828224', '0005'],
    ['30569309', '1234'],
    ['50000000', '1234'],
  ])('IIN %s with last digits %s is sent', (issuerIdNumber, lastDigits) => {
    expect(bodyOf({ creditCard: { issuerIdNumber, lastDigits } })).toEqual({
      credit_card: { issuer_id_number: issuerIdNumber, last_digits: lastDigits },
    });
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
    expect(written({}, unchecked)).toBe('{}');
  });
});

describe.each(['drop', 'throw', 'send'] as const)('with invalid: %s', (invalid) => {
  const settings: RequestSettings = { invalid, hashEmail: false };
  const { maxProperties: most = 100 } = schemaAt('/custom_inputs');
  const name = 'x'.repeat(longest('/shopping_cart/0/category'));
  /** Just below the limit, as long as each character of a custom input is one byte. */
  const large = (character: string): object => ({
    customInputs: Object.fromEntries(
      Array.from({ length: most }, (_, at) => [`key_${at}`, character.repeat(150)]),
    ),
    shoppingCart: Array.from({ length: (17_500 - 150 * most) / name.length }, () => ({
      category: name,
    })),
  });

  test('a body over 20,000 bytes is refused, or made to fit', () => {
    const expected = invalid === 'drop' ? [] : [' BODY_TOO_LARGE'];
    expect(issuesOf(large('é'), settings)).toEqual(expected);
    expect(issuesOf(large('e'), settings)).toEqual([]);
  });

  test('a card number is refused', () => {
    const card = { creditCard: { token: '4111-1111-1111-1111' }, device: { sessionAge: 1 } };
    expect(issuesOf(card, settings)).toEqual(['creditCard.token CARD_NUMBER']);
    const note = { customInputs: { note: '4111111111111111' } };
    expect(issuesOf(note, settings)).toEqual(['customInputs.note CARD_NUMBER']);
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
    { deepIn: { device: deep } },
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
  expect(() => written({ order: { amount: -1 } })).toThrow(
    'The transaction was not sent. order.amount: must be 0 or more',
  );
});

describe('a report', () => {
  const wireOf = (value: TransactionReport, settings = checked): object =>
    prepareReport(value, reportTransactionOperation, settings).wire;
  const report: TransactionReport = {
    tag: 'not_fraud',
    minfraudId: '01c25cb0-f067-4e02-8ed0-a094c580f5e4',
  };

  test('is written in wire spelling', () => {
    expect(wireOf({ ...report, notes: 'a\nb' })).toEqual({
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
    for (const settings of [checked, unchecked]) {
      expect(() => wireOf({ tag: 'chargeback', ipAddress }, settings)).toThrow(
        'ipAddress: must be a public address',
      );
    }
  });

  test.each(['1.1.1.1', '203.0.113.9', '2001:db8::1', '172.32.0.1', '::ffff:1.1.1.1'])(
    'of %s is sent',
    (ipAddress) => {
      expect(wireOf({ tag: 'chargeback', ipAddress })).toEqual({
        tag: 'chargeback',
        ip_address: ipAddress,
      });
    },
  );

  test.each(['drop', 'throw', 'send'] as const)('is as strict as throw under %s', (invalid) => {
    const settings: RequestSettings = { invalid, hashEmail: false };
    const wrong = { ...report, notes: 'a\0', extra: 1, transactionId: null } as unknown;
    expect(() => wireOf(wrong as TransactionReport, settings)).toThrow(
      'The report was not sent. notes: must not contain a NUL character: remove it; ' +
        'extra: is not a field of TransactionReport; transactionId: must not be null',
    );
    expect(wireOf(report, settings)).toEqual({ tag: 'not_fraud', minfraud_id: report.minfraudId });
  });
});
