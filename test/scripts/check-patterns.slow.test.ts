import { describe, expect, jest, test } from '@jest/globals';
import { slowness } from '../../scripts/check-patterns.ts';
import document from '../../generated/openapi.json';

// The longest patterns of the spec take seconds each to prove.
jest.setTimeout(300_000);

/** Every pattern of the spec with the length of a text that it is tried on. */
function patternsIn(node: unknown): [string, number | undefined][] {
  if (typeof node !== 'object' || node === null) return [];
  const { pattern, maxLength } = node as { pattern?: unknown; maxLength?: number };
  const inner = Object.values(node).flatMap(patternsIn);
  return typeof pattern === 'string' ? [[pattern, maxLength], ...inner] : inner;
}

const patterns = [...new Map(patternsIn(document))];

test.each(patterns)('no text keeps %s busy', (pattern, maxLength) => {
  expect(slowness(pattern, maxLength)).toBeUndefined();
});

describe('what a text can keep busy', () => {
  test.each(['(a+)+$', '(a|a)*$', '^(\\w+\\s?)*$', '(x+x+)+y'])('%s, at any length', (pattern) => {
    expect(slowness(pattern, 40)).toMatch(
      /^a string of 30 characters can keep .* busy for minutes/,
    );
  });

  test('a text that is looked through once for each of its characters, when it may be long', () => {
    expect(slowness('^\\s+|\\s+$', 255)).toBeUndefined();
    expect(slowness('^\\s+|\\s+$', 2001)).toContain('to the power of 2: add a "maxLength"');
    expect(slowness('a*a*$', 255)).toContain('to the power of 3: write it so that');
  });

  test.each(['^[a-z]+(-[a-z]+)*$', '^[A-Z]{2}$', '^\\p{L}+$', '^(?:a|ab)*c$'])(
    'not %s',
    (pattern) => {
      expect(slowness(pattern)).toBeUndefined();
    },
  );
});
