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

  test.each(['^(?=a)(a+)+$', '^(?!(?:[a-z]+)*1)[a-z]+$', '^a(?!b(?=(x|x)*y))c$'])(
    '%s, behind a lookahead or in one',
    (pattern) => {
      expect(slowness(pattern, 40)).toMatch(/busy for minutes/);
    },
  );

  test.each(['^(?:(a+)\\1)+$', '^(?<x>a+)\\k<x>$', '^(a+)\\\\\\1$'])(
    '%s, whose backreference cannot be analyzed',
    (pattern) => {
      expect(slowness(pattern, 40)).toContain('because of its backreference: write it without one');
    },
  );

  test.each(['^(?:a{0,20}a{0,20}){0,20}$', '^(?:(?:[a-z]{1,9}){1,9}){2}$'])(
    '%s, whose repetitions are counted',
    (pattern) => {
      expect(slowness(pattern, 40)).toMatch(/busy for minutes/);
    },
  );

  test('not one with more counts than can be looked at in time, if it is harmless without them', () => {
    const label = '(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+';
    expect(slowness(`^${label}${label}[a-z]{2,63}$`, 255)).toBeUndefined();
    const word = '[a-z]{0,63}(?:[.-][a-z]{0,63})*';
    expect(slowness(`^${word}${word}${word}${word}$`, 255)).toMatch(/cannot be told|to the power/);
  });

  test.each(['^(?:[0-9]{4}-){3}[0-9]+$', '^(?:[a-z]+){1}$', '^(?:a+){0,1}$', '^\\){2}a$'])(
    'not %s, whose counts are harmless',
    (pattern) => {
      expect(slowness(pattern)).toBeUndefined();
    },
  );

  test.each(['^(?![0-9]+$)[a-z0-9]+$', '^[(?=]+$', '^\\(?=a$', '^(a+)\\\\1$'])(
    'not %s, which has a lookahead without harm, or only looks as if it had one',
    (pattern) => {
      expect(slowness(pattern)).toBeUndefined();
    },
  );

  test.each(['^[a-z]+(-[a-z]+)*$', '^[A-Z]{2}$', '^\\p{L}+$', '^(?:a|ab)*c$'])(
    'not %s',
    (pattern) => {
      expect(slowness(pattern)).toBeUndefined();
    },
  );
});
