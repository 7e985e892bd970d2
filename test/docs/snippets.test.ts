import { describe, expect, test } from '@jest/globals';
import { typeErrors } from '../scripts/type-check.ts';
import { pages, root, type Snippet, snippets } from './pages.ts';
import { packagePaths } from './reader-options.ts';

/**
 * Reference pages, whose blocks are parts of a program: they use names without saying where they come
 * from. In all other pages a block is complete.
 */
const referencePages = [
  'docs/alerts.md',
  'docs/batch.md',
  'docs/cli.md',
  'docs/device.md',
  'docs/emulator.md',
  'docs/errors.md',
  'docs/other-languages.md',
  'docs/proxies.md',
  'docs/regenerate.md',
  'docs/requests.md',
  'docs/tracing.md',
  'spec/README.md',
];

/** The names that they use: the reader's own, or named before. */
const ambient = `
import * as sdk from 'minfraud-sdk';
import * as legacy from 'minfraud-sdk/legacy';
import * as emulators from 'minfraud-sdk/emulator';
declare global {
  const accountId: number;
  const licenseKey: string;
  const client: sdk.MinFraud;
  const legacyClient: legacy.MinFraudLegacy;
  const emulator: emulators.Emulator;
  const transaction: sdk.Transaction;
  const report: sdk.TransactionReport;
  const order: legacy.LegacyOrder;
  const result: sdk.Insights;
  const factors: sdk.Factors;
  const MinFraud: typeof sdk.MinFraud;
  const MinFraudError: typeof sdk.MinFraudError;
  const InvalidRequestError: typeof sdk.InvalidRequestError;
  const RateLimitError: typeof sdk.RateLimitError;
  const logger: Console;
  const audit: { store(id: string, text: string | undefined): void };
  const metrics: { timing(name: string, milliseconds: number | undefined): void };
  function hold(id: string): void;
  function page(message: string): void;
  function later(milliseconds: number): Promise<void>;
  function refuse(): void;
  function accept(): void;
  function queueForReview(id: string): void;
}
`;

const readersOptions = {
  isolatedDeclarations: false,
  declaration: false,
  verbatimModuleSyntax: false,
  types: ['node'],
  resolveJsonModule: true,
  paths: packagePaths,
};

/** A block as a module of its own. One without imports may be the inside of a function. */
function moduleOf(code: string): string {
  const isModule = /^(?:import|export|declare) /m.test(code);
  return isModule
    ? `${code}\nexport {};`
    : `async function block(): Promise<unknown> {${code}\n return block; }\nexport {};`;
}

/** Compiles all blocks in one program. */
function problems(blocks: readonly Snippet[], names = ''): string[] {
  const modules = Object.fromEntries(
    blocks.map(({ code }, index) => [`block-${index}.ts`, moduleOf(code)]),
  );
  const errors = typeErrors(
    root,
    { ...modules, ...(names !== '' && { 'ambient.ts': names }) },
    readersOptions,
  );
  return errors.map((error) =>
    error.replace(/^block-(\d+)\.ts:(\d+)/, (_, index: string, line: string) => {
      return `${blocks[Number(index)]?.place ?? ''}, line ${line} of the block`;
    }),
  );
}

const blocksOf = (list: readonly string[]): Snippet[] =>
  list.flatMap((page) => snippets(page, 'ts'));

describe('code in README and docs', () => {
  test('every TypeScript block of the reference pages compiles against the sources', () => {
    const blocks = blocksOf(pages().filter((page) => referencePages.includes(page)));
    expect(blocks.length).toBeGreaterThan(10);
    expect(problems(blocks, ambient)).toEqual([]);
  }, 120_000);

  test('every TypeScript block of README and the guides is complete and compiles', () => {
    const blocks = blocksOf(pages().filter((page) => !referencePages.includes(page)));
    expect(blocks.length).toBeGreaterThan(10);
    expect(problems(blocks)).toEqual([]);
  }, 120_000);

  test('a block that is wrong would be seen, with its place', () => {
    const wrong = {
      place: 'README.md:1',
      tags: [],
      code: `await client.score({ device: { ipAdress: '203.0.113.7' } });`,
    };
    expect(problems([wrong], ambient).join('\n')).toMatch(/^README\.md:1, line 1 .*ipAdress/);
  }, 120_000);
});
