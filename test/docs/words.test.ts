import { describe, expect, test } from '@jest/globals';
import { pages, textOf } from './pages.ts';

/** Words that make a reader stumble whose first language is not English, and what to say instead. */
const hardWords: readonly (readonly [RegExp, string])[] = [
  [/\bbeside\b/i, 'next to, with'],
  [/\bnobody\b|\bno one\b/i, 'not, no …'],
  [/\bwhoever\b/i, 'the caller, users, everything that'],
  [/\bsomebody\b|\banybody\b/i, 'a person, a user'],
  [/\bsurely\b/i, 'for certain, or name the evidence'],
  [/\bthat (?:is|are|was) none\b/i, 'is not a …'],
  [/\bwhat travels\b/i, 'what is sent'],
  [/\bclothes\b/i, ''],
];

describe('words in README and docs', () => {
  test.each(pages())('%s says things plainly', (page) => {
    const found = textOf(page)
      .split('\n')
      .flatMap((line, index) =>
        hardWords
          .filter(([word]) => word.test(line))
          .map(([word, better]) => `${page}:${index + 1} ${String(word)}: ${better}`),
      );
    expect(found).toEqual([]);
  });

  test('README ends within 400 lines', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThan(400);
  });
});
