import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import type { Transaction } from '../../generated/models/index.ts';
import {
  reportSchema,
  transactionSchema,
  validateReport,
  validateTransaction,
} from '../../src/request/validate.ts';
import { runs } from '../runs.ts';
import { longest } from './limit.ts';

test('a right request is ok, and comes back typed', () => {
  const transaction = { device: { ipAddress: '203.0.113.9' } };
  const validation = validateTransaction(transaction);
  expect(validation).toEqual({ ok: true, value: transaction });
  // The same object, and of the right type once `ok` was looked at.
  if (!validation.ok) throw new Error('it should be right');
  const typed: Transaction = validation.value;
  expect(typed).toBe(transaction);
  const report = { tag: 'clear', transactionId: 'a' };
  expect(validateReport(report)).toEqual({ ok: true, value: report });
});

test('a wrong one has every issue: of fields, across fields, of cards and of size', () => {
  const { ok, issues } = validateTransaction({
    event: { type: 'x' },
    account: { username: 'a', usernameMd5: '0'.repeat(32) },
    creditCard: { token: '4111-1111-1111-1111' },
    shoppingCart: Array.from({ length: 100 }, () => ({
      category: 'x'.repeat(longest('/shopping_cart/0/category')),
    })),
  });
  expect(ok).toBe(false);
  expect(issues?.map(({ code }) => code)).toEqual([
    'NOT_LISTED',
    'CONFLICT',
    'CARD_NUMBER',
    'BODY_TOO_LARGE',
  ]);
});

test('a report of a private address is not ok', () => {
  expect(validateReport({ tag: 'clear', ipAddress: '10.0.0.1' }).issues).toMatchObject([
    { code: 'ADDRESS_RESERVED' },
  ]);
});

test('nothing throws, whatever is given', () => {
  const anything = fc.anything({
    withBigInt: true,
    withDate: true,
    withMap: true,
    withSparseArray: true,
    withNullPrototype: true,
    withBoxedValues: true,
  });
  const request = fc.oneof(
    anything,
    fc.record({
      device: anything,
      event: fc.record({ time: anything, type: anything }),
      shoppingCart: fc.array(anything),
      customInputs: anything,
      account: fc.record({ username: anything }),
      email: fc.record({ address: anything, hashAddress: anything }),
    }),
  );
  fc.assert(
    fc.property(request, (value) => {
      const { ok, issues } = validateTransaction(value);
      expect(ok).toBe(issues === undefined);
      expect(validateReport(value).ok).toBe(false);
      for (const { pointer, path, code, message } of issues ?? []) {
        for (const text of [pointer, path, code, message]) expect(typeof text).toBe('string');
      }
    }),
    { numRuns: runs(500), seed: 20261122 },
  );
});

test('both schemas speak Standard Schema', () => {
  const request = { device: { ipAddress: '203.0.113.9' } };
  expect(transactionSchema['~standard']).toMatchObject({ version: 1, vendor: 'minfraud-sdk' });
  const result = transactionSchema['~standard'].validate(request);
  expect(result).toEqual({ value: request });
  expect('value' in result && result.value).toBe(request);
  expect(reportSchema['~standard'].validate({ tag: 'clear' })).toEqual({
    issues: [
      {
        path: [],
        code: 'MISSING',
        pointer: '',
        message: expect.stringContaining('at least one of ipAddress, maxmindId'),
      },
    ],
  });
});

test('their issues have the path as keys', () => {
  const result = transactionSchema['~standard'].validate({
    shoppingCart: [{}, { price: -1 }],
    customInputs: { ok: null, 'a."b"]': 1 },
    'x y': 1,
    creditCard: { xyz: 1 },
  });
  expect(result.issues?.map(({ path, pointer, code }) => [path, pointer, code])).toEqual([
    [['shoppingCart', 1, 'price'], '/shopping_cart/1/price', 'OUT_OF_RANGE'],
    [['customInputs', 'ok'], '/custom_inputs/ok', 'NULL_VALUE'],
    [['customInputs'], '/custom_inputs', 'BAD_KEY'],
    [['x y'], '/…', 'UNKNOWN_FIELD'],
    [['creditCard', 'xyz'], '/credit_card/xyz', 'UNKNOWN_FIELD'],
  ]);
});

test('the path of an issue in Standard Schema has the keys of the request, also those that messages hide', () => {
  const paths = (request: unknown): unknown =>
    transactionSchema['~standard'].validate(request).issues?.map(({ path }) => path);
  expect(paths({ 'lena@example.com': 1 })).toEqual([['lena@example.com']]);
  expect(paths({ device: { 'ip address': 'x' } })).toEqual([['device', 'ip address']]);
  expect(paths({ shoppingCart: [{}, { 'a.b[0]["c"]': 1, price: -1 }] })).toEqual([
    ['shoppingCart', 1, 'a.b[0]["c"]'],
    ['shoppingCart', 1, 'price'],
  ]);
  expect(paths({ customInputs: { '4111111111111111': 1 } })).toEqual([['customInputs']]);
  expect(paths({ creditCard: { token: '4111111111111111' } })).toContainEqual([
    'creditCard',
    'token',
  ]);
  expect(paths({ customInputs: { note: '4111111111111111' } })).toEqual([['customInputs', 'note']]);
  expect(paths({})).toEqual([[]]);
  expect(paths(null)).toEqual([[]]);
  const messages = transactionSchema['~standard'].validate({ 'lena@example.com': 1 }).issues ?? [];
  expect(messages[0]?.message).not.toContain('lena');
  expect(messages[0]?.pointer).toBe('/…');
});
