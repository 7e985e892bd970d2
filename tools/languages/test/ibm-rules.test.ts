import { expect, test } from '@jest/globals';
import { type IbmReport, unlisted } from '../ibm-rules.ts';

const finding = { rule: 'ibm-new-rule', message: 'Something is wrong', path: ['paths', '/a'] };

test('a rule that is not listed is told with its place, and one that finds nothing has to go', () => {
  const report: IbmReport = { error: { results: [finding] }, warning: {} };
  const [first, ...others] = unlisted(new Map([['openapi', report]]));
  expect(first).toBe('openapi: ibm-new-rule, paths//a: Something is wrong');
  expect(others).toContain(
    'finds nothing any more, remove it from tools/languages/ibm-rules.ts: ibm-path-segment-casing-convention',
  );
});

test('a listed rule is silent', () => {
  const listed = { ...finding, rule: 'ibm-path-segment-casing-convention' };
  const report: IbmReport = { error: {}, warning: { results: [listed] } };
  const told = unlisted(new Map([['openapi', report]]));
  expect(told.filter((line) => line.includes('ibm-path-segment-casing-convention'))).toEqual([]);
});
