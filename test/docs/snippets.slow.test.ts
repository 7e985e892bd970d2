import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { typeErrors } from '../scripts/type-check.ts';
import { pages, root, programs, type Snippet } from './pages.ts';

const readersOptions = {
  isolatedDeclarations: false,
  declaration: false,
  verbatimModuleSyntax: false,
  types: ['node'],
  resolveJsonModule: true,
};

/** Compiles all blocks in one program, each as a module of its own. */
function problems(blocks: readonly Snippet[]): string[] {
  const modules = Object.fromEntries(
    blocks.map(({ code }, index) => [`block-${index}.ts`, `${code}\nexport {};`]),
  );
  // The file that docs/checkout.md tells its reader to copy.
  modules['checkout.ts'] = readFileSync(join(root, 'examples', 'checkout.ts'), 'utf8');
  return typeErrors(root, modules, readersOptions).map((error) =>
    error.replace(/^block-(\d+)\.ts:(\d+)/, (_, index: string, line: string) => {
      return `${blocks[Number(index)]?.place ?? ''}, line ${line} of the block`;
    }),
  );
}

describe('code in README and docs', () => {
  test('every TypeScript block is complete and compiles', () => {
    const all = pages().flatMap(programs);
    expect(all.length).toBeGreaterThanOrEqual(70);
    expect(problems(all)).toEqual([]);
  }, 120_000);

  test('a block that is wrong would be seen, with its place', () => {
    const code = `import { MinFraud } from 'minfraud-sdk';
await new MinFraud().score({ device: { ipAdress: '203.0.113.7' } });`;
    const wrong = { place: 'README.md:1', tags: [], code };
    expect(problems([wrong]).join('\n')).toMatch(/^README\.md:1, line 2 .*ipAdress/);
  }, 120_000);
});
