import { describe, expect, test } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { pages, root, textOf } from './pages.ts';

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

/** Each line that holds a hard word, with what to say instead. */
function hardLines(file: string): string[] {
  return textOf(file)
    .split('\n')
    .flatMap((line, index) =>
      hardWords
        .filter(([word]) => word.test(line))
        .map(([word, better]) => `${file}:${index + 1} ${String(word)}: ${better}`),
    );
}

const filesIn = (folder: string): string[] =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.(?:ts|yaml|md)$/.test(name))
    .map((name) => join(folder, name));

describe('words in README and docs', () => {
  test.each(pages())('%s says things plainly', (page) => {
    expect(hardLines(page)).toEqual([]);
  });

  test.each(['src', 'scripts', 'spec', 'examples', '.changeset'])('%s/ does too', (folder) => {
    expect(filesIn(folder).flatMap(hardLines)).toEqual([]);
  });

  test('README ends within 400 lines', () => {
    expect(textOf('README.md').split('\n').length).toBeLessThan(400);
  });
});
