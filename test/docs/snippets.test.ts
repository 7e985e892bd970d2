import { describe, expect, test } from '@jest/globals';
import { join } from 'node:path';
import ts from 'typescript';
import { pages, root, type Snippet, snippets } from './pages.ts';

/** Names that pages use without saying where they come from: the reader's own, or named before. */
const ambient = `
import * as sdk from 'minfraud-sdk';
import * as legacy from 'minfraud-sdk/legacy';
import * as alerts from 'minfraud-sdk/alerts';
import * as emulators from 'minfraud-sdk/emulator';
declare global {
  const client: sdk.MinFraud;
  const legacyClient: legacy.MinFraudLegacy;
  const emulator: emulators.Emulator;
  const transaction: sdk.Transaction;
  const report: sdk.TransactionReport;
  const order: legacy.LegacyOrder;
  const MinFraud: typeof sdk.MinFraud;
  const MinFraudError: typeof sdk.MinFraudError;
  const InvalidRequestError: typeof sdk.InvalidRequestError;
  const RateLimitError: typeof sdk.RateLimitError;
  function hold(id: string): void;
}
`;

const options: ts.CompilerOptions = {
  strict: true,
  exactOptionalPropertyTypes: true,
  noEmit: true,
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts'],
  types: ['node'],
  skipLibCheck: true,
  allowImportingTsExtensions: true,
  resolveJsonModule: true,
  baseUrl: root,
  paths: {
    'minfraud-sdk': ['src/index.ts'],
    'minfraud-sdk/wire': ['src/wire.ts'],
    'minfraud-sdk/*.json': ['generated/*.json'],
    'minfraud-sdk/*': ['src/*/index.ts'],
  },
};

/** Compiles all blocks in one program, each as a module of its own. */
function problems(blocks: readonly Snippet[]): string[] {
  const files = new Map(
    blocks.map(({ code }, index) => [join(root, `snippet-${index}.ts`), `${code}\nexport {};\n`]),
  );
  files.set(join(root, 'snippet-ambient.ts'), ambient);
  const host = ts.createCompilerHost(options);
  const disk = ts.createCompilerHost(options);
  host.readFile = (name) => files.get(name) ?? disk.readFile(name);
  host.fileExists = (name) => files.has(name) || disk.fileExists(name);
  host.getSourceFile = (name, language, ...rest) => {
    const text = files.get(name);
    return text === undefined
      ? disk.getSourceFile(name, language, ...rest)
      : ts.createSourceFile(name, text, language);
  };
  const program = ts.createProgram([...files.keys()], options, host);
  return ts.getPreEmitDiagnostics(program).map(({ file, start = 0, messageText }) => {
    const index = [...files.keys()].indexOf(file?.fileName ?? '');
    const line = file?.getLineAndCharacterOfPosition(start).line ?? 0;
    const place = blocks[index]?.place ?? file?.fileName ?? '';
    return `${place}, line ${line + 1} of the block: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
  });
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
