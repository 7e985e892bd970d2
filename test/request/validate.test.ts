import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  reportSchema,
  transactionSchema,
  validateReport,
  validateTransaction,
} from '../../src/request/validate.ts';

test('a right request is ok, and has no issues', () => {
  expect(validateTransaction({ device: { ipAddress: '203.0.113.9' } })).toEqual({
    ok: true,
    issues: [],
  });
  expect(validateReport({ tag: 'clear', transactionId: 'a' })).toEqual({ ok: true, issues: [] });
});

test('a wrong one has every issue: of fields, across fields, of cards and of size', () => {
  const { ok, issues } = validateTransaction({
    event: { type: 'x' },
    creditCard: { issuerIdNumber: '37828224', lastDigits: '1234', token: '4111-1111-1111-1111' },
    customInputs: Object.fromEntries(
      Array.from({ length: 100 }, (_, at) => [`key_${at}`, 'x'.repeat(250)]),
    ),
  });
  expect(ok).toBe(false);
  expect(issues.map(({ code }) => code)).toEqual([
    'NOT_LISTED',
    'DIGITS_MISMATCH',
    'CARD_NUMBER',
    'BODY_TOO_LARGE',
  ]);
});

test('the checks of cards and size can be left out', () => {
  const request = { customInputs: { note: '4111111111111111' } };
  expect(validateTransaction(request).ok).toBe(false);
  expect(validateTransaction(request, { checkCards: false }).ok).toBe(true);
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
      expect(ok).toBe(issues.length === 0);
      expect(validateReport(value).ok).toBe(false);
      for (const { pointer, path, code, message } of issues) {
        for (const text of [pointer, path, code, message]) expect(typeof text).toBe('string');
      }
    }),
    { numRuns: 500, seed: 20261122 },
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
      { path: [], message: expect.stringContaining('at least one of ipAddress, maxmindId') },
    ],
  });
});

test('their issues have the path as keys', () => {
  const result = transactionSchema['~standard'].validate({
    shoppingCart: [{}, { price: -1 }],
    customInputs: { 'a."b"]': 1, ok: null },
    'x y': 1,
  });
  expect(result.issues?.map(({ path }) => path)).toEqual([
    ['shoppingCart', 1, 'price'],
    ['customInputs', 'a."b"]'],
    ['customInputs', 'ok'],
    ['x y'],
  ]);
});
