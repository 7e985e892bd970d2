import { describe, expect, it } from '@jest/globals';
import { example, legacyExamples, proxyExamples } from './bodies.ts';
import { runs } from '../runs.ts';
import { examine, mutate, randomOf, type Verdict } from './mutate.ts';

const bodies = [...legacyExamples, ...proxyExamples].map(example);

describe('the parsers', () => {
  it('end with a result or an error of the tree for every broken body', () => {
    // Other bodies every day; a failure prints the body. fuzz-long.ts does a million.
    const random = randomOf(Math.floor(Date.now() / 86_400_000));
    const seen: Record<Verdict, number> = { result: 0, error: 0 };
    const rounds = runs(6_000);
    for (let round = 0; round < rounds; round++) {
      const body = bodies[round % bodies.length] ?? '';
      const [legacy, proxy] = examine(mutate(body, random, bodies));
      seen[legacy]++;
      seen[proxy]++;
    }
    // Neither does the fuzzer destroy everything, nor do the parsers take everything.
    expect(seen.result).toBeGreaterThan(rounds / 10);
    expect(seen.error).toBeGreaterThan(rounds / 10);
  });

  it('end with a result or an error of the tree for bytes that were never a response', () => {
    const random = randomOf(1);
    for (let round = 0; round < 1_000; round++) {
      const length = Math.floor(random() * 300);
      const noise = Array.from({ length }, () => String.fromCharCode(Math.floor(random() * 256)));
      expect(() => examine(noise.join(''))).not.toThrow();
    }
  });

  it.each([
    ['separators', ';'],
    ['the other separators', ','],
    ['equals signs', '='],
    ['letters', 'a'],
    ['line breaks', '\n'],
    ['fields', 'a=;'],
    ['blanks', ' '],
  ])('take linear time for much text of nothing but %s', (_, unit) => {
    // Quadratic time would be a minute.
    const body = unit.repeat(300_000 / unit.length);
    const start = performance.now();
    examine(body);
    examine(`${body}x`);
    expect(performance.now() - start).toBeLessThan(10_000);
  });
});
