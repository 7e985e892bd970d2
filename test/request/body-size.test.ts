import { expect, test } from '@jest/globals';
import type { Issue } from '../../src/errors.ts';
import { bodySizeIssues } from '../../src/request/body-size.ts';

const issuesOf = (json: string): Issue[] => bodySizeIssues(json, 20_000);

test('20,000 bytes of UTF-8 pass, one more does not', () => {
  expect(issuesOf('x'.repeat(20_000))).toEqual([]);
  expect(issuesOf('é'.repeat(10_000))).toEqual([]);
  expect(issuesOf('中'.repeat(6_666))).toEqual([]);
  expect(issuesOf('中'.repeat(6_667))).toHaveLength(1);
  expect(issuesOf('😀'.repeat(5_001))).toHaveLength(1);
  expect(issuesOf('')).toEqual([]);
});

test('the issue says how large the body is, and how large it may be', () => {
  expect(issuesOf('x'.repeat(20_001))).toEqual([
    {
      pointer: '',
      path: '',
      code: 'BODY_TOO_LARGE',
      message: expect.stringMatching(/20001 bytes .* at most 20000/),
    },
  ]);
});

test('without a documented limit nothing is too large', () => {
  expect(bodySizeIssues('x'.repeat(1_000_000), undefined)).toEqual([]);
});
