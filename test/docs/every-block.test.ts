import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Block, blocks, pages, root, tagValue } from './pages.ts';
import { isTyped } from './typed-commands.ts';

/** What is data, a picture of output, or a configuration: not run by itself. */
const notCode = new Set([
  ...['text', 'json', 'yaml', 'toml', 'ini', 'csv', 'diff', 'http', 'sql', 'mermaid', 'html'],
]);

interface Runner {
  /** The file that runs them. */
  readonly by: string;
  readonly runs: (block: Block) => boolean;
}

const ofPage =
  (page: string, ...languages: readonly string[]) =>
  (block: Block): boolean =>
    block.page === page && languages.includes(block.language);

/** What starts with a command of npm that takes a whole clone: a step of .ci/run, under the same name. */
function isStepOfCi({ language, code }: Block): boolean {
  if (language !== 'sh') return false;
  const commands = code
    .split('\n')
    .flatMap((line) => line.replace(/#.*$/, '').split('&&'))
    .map((command) => command.trim())
    .filter((command) => command !== '');
  const steps = readFileSync(join(root, '.ci/run'), 'utf8');
  return commands.every((command) => steps.includes(` ${command}`));
}

const runners: readonly Runner[] = [
  {
    by: 'test/docs/running.slow.test.ts',
    runs: (block) => block.language === 'ts' && tagValue(block, 'file') === undefined,
  },
  { by: 'test/examples/checkout.test.ts', runs: shows('examples/checkout.ts') },
  {
    by: 'test/examples/stripe-capture.test.ts',
    runs: shows('examples/mappings/stripe-capture.ts'),
  },
  {
    by: 'test/docs/checkout-example.test.ts',
    runs: shows('test/docs/checkout-example.test.ts'),
  },
  { by: 'packages/cli/test/docs.slow.test.ts', runs: ofPage('docs/cli.md', 'sh') },
  { by: 'packages/cli/test/docs.slow.test.ts', runs: ofPage('docs/batch.md', 'sh') },
  { by: 'packages/cli/test/docs.slow.test.ts', runs: ofPage('docs/scale.md', 'sh') },
  { by: 'packages/cli/test/docs.slow.test.ts', runs: ofPage('docs/thresholds.md', 'sh') },
  {
    by: 'test/spec-edits/regenerate.slow.test.ts',
    runs: ofPage('docs/regenerate.md', 'sh', 'typescript'),
  },
  {
    by: 'tools/languages/run.ts',
    runs: (block) =>
      ofPage('docs/other-languages.md', 'sh')(block) &&
      block.tags.some((tag) => ['generate', 'compile', 'run'].includes(tag)),
  },
  {
    by: 'tools/package/platforms.mjs',
    runs: ({ page, tags }) =>
      page === 'docs/edge.md' && tags.some((tag) => tag.startsWith('file=examples/')),
  },
  { by: '.ci/run', runs: isStepOfCi },
  { by: 'test/docs/shell-run.ts', runs: isTyped },
  { by: 'test/docs/spec-readme.slow.test.ts', runs: ofPage('spec/README.md', 'sh') },
];

function shows(file: string) {
  return (block: Block): boolean => tagValue(block, 'file') === file;
}

/** Blocks that nothing runs, by page and beginning, each with its reason. */
const exceptions: readonly (readonly [page: string, begins: string, reason: string])[] = [
  [
    'CONTRIBUTING.md',
    'npm ci\nnpm test ',
    '.ci/run does the same by `npm run check`, with coverage',
  ],
  ...['npm install minfraud-sdk express', 'MINFRAUD_ALERT_SECRET='].map(
    (begins) =>
      [
        'examples/README.md',
        begins,
        'tools/package/platforms/shops.mjs does the same, without a network',
      ] as const,
  ),
  ...['import * as minFraud', 'const transaction =', 'await client.reportTransaction', 'try {'].map(
    (begins) =>
      [
        'docs/migrate-from-official.md',
        begins,
        'code before moving here: the official client is not a dependency',
      ] as const,
  ),
];

const isException = ({ page, code }: Block): boolean =>
  exceptions.some(([of, begins]) => of === page && code.startsWith(begins));

const code = pages()
  .flatMap(blocks)
  .filter(({ language }) => !notCode.has(language));

describe('every block of code in README and docs', () => {
  test.each(runners)('$by is there, and has a block to run', ({ by, runs }) => {
    expect(readFileSync(join(root, by), 'utf8')).not.toBe('');
    expect(code.filter(runs)).not.toEqual([]);
  });

  test('is run by exactly one of these, or is an exception', () => {
    const counts = code.map((block) => ({
      place: block.place,
      by: isException(block) ? ['exception'] : runners.filter(({ runs }) => runs(block)),
    }));
    expect(counts.filter(({ by }) => by.length !== 1).map(({ place }) => place)).toEqual([]);
  });

  test('no exception is stale', () => {
    const stale = exceptions.filter(
      ([page, begins]) =>
        code.filter((block) => block.page === page && block.code.startsWith(begins)).length !== 1,
    );
    expect(stale).toEqual([]);
  });
});
