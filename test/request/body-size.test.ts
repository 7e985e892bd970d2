import { expect, test } from '@jest/globals';
import { checkBodySize } from '../../src/request/body-size.ts';

test('20,000 bytes of UTF-8 pass, one more does not', () => {
  expect(checkBodySize('x'.repeat(20_000))).toEqual([]);
  expect(checkBodySize('é'.repeat(10_000))).toEqual([]);
  expect(checkBodySize('中'.repeat(6_666))).toEqual([]);
  expect(checkBodySize('中'.repeat(6_667))).toHaveLength(1);
  expect(checkBodySize('😀'.repeat(5_001))).toHaveLength(1);
  expect(checkBodySize('')).toEqual([]);
});

test('the issue says how large the body is, and how large it may be', () => {
  expect(checkBodySize('x'.repeat(20_001))).toEqual([
    {
      pointer: '',
      path: '',
      code: 'BODY_TOO_LARGE',
      message: expect.stringMatching(/20001 bytes .* at most 20000/),
    },
  ]);
});
