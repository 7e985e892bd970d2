import { describe, expect, test } from '@jest/globals';
import { typeErrors } from '../scripts/type-check.ts';
import { pages, root, type Snippet, snippets } from './pages.ts';

/** Names that pages use without saying where they come from: the reader's own, or named before. */
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
  paths: {
    'minfraud-sdk': [`${root}/src/index.ts`],
    'minfraud-sdk/wire': [`${root}/src/wire.ts`],
    'minfraud-sdk/*.json': [`${root}/generated/*.json`],
    'minfraud-sdk/*': [`${root}/src/*/index.ts`],
  },
};

/** A block as a module of its own. One without imports may be the inside of a function. */
function moduleOf(code: string): string {
  const isModule = /^(?:import|export|declare) /m.test(code);
  return isModule
    ? `${code}\nexport {};`
    : `async function block(): Promise<unknown> {${code}\n return block; }\nexport {};`;
}

/** Compiles all blocks in one program. */
function problems(blocks: readonly Snippet[]): string[] {
  const programs = Object.fromEntries(
    blocks.map(({ code }, index) => [`block-${index}.ts`, moduleOf(code)]),
  );
  const errors = typeErrors(root, { ...programs, 'ambient.ts': ambient }, readersOptions);
  return errors.map((error) =>
    error.replace(/^block-(\d+)\.ts:(\d+)/, (_, index: string, line: string) => {
      return `${blocks[Number(index)]?.place ?? ''}, line ${line} of the block`;
    }),
  );
}

describe('code in README and docs', () => {
  test('every TypeScript block compiles against the sources', () => {
    const blocks = pages().flatMap((page) => snippets(page, 'ts'));
    expect(blocks.length).toBeGreaterThan(10);
    expect(problems(blocks)).toEqual([]);
  }, 120_000);

  test('a block that is wrong would be seen, with its place', () => {
    const wrong = {
      place: 'README.md:1',
      code: `await client.score({ device: { ipAdress: '203.0.113.7' } });`,
    };
    expect(problems([wrong]).join('\n')).toMatch(/^README\.md:1, line 1 .*ipAdress/);
  }, 120_000);
});
