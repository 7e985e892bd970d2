import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { TEST_LICENSE_KEY } from '../../src/emulator/index.ts';
import type { BlockResult } from './block-run.ts';
import { pages, type Program, programs, root } from './pages.ts';
import { packagePaths } from './reader-options.ts';

/** A reader's project: the package under its own name, and what else is installed. */
let project = '';

beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), 'minfraud-docs-'));
  symlinkSync(join(root, 'node_modules'), join(project, 'node_modules'));
  writeFileSync(join(project, 'package.json'), '{"type":"module"}');
  writeFileSync(
    join(project, 'tsconfig.json'),
    JSON.stringify({
      compilerOptions: { target: 'ES2022', module: 'ESNext', paths: packagePaths },
    }),
  );
});

afterAll(() => {
  rmSync(project, { recursive: true, force: true });
});

async function run(name: string, blocks: readonly Program[]): Promise<BlockResult[]> {
  const folder = join(project, name);
  mkdirSync(folder);
  const files = blocks.map(({ code }, index) => {
    const file = join(folder, `block-${index}.ts`);
    writeFileSync(file, code);
    return file;
  });
  const results = join(folder, 'results.json');
  const loader = pathToFileURL(require.resolve('tsx')).href;
  await promisify(execFile)(
    process.execPath,
    ['--import', loader, join(__dirname, 'block-run.ts'), results, ...files],
    {
      cwd: project,
      timeout: 60_000,
      env: {
        PATH: process.env['PATH'],
        TSX_TSCONFIG_PATH: join(project, 'tsconfig.json'),
        MAXMIND_ACCOUNT_ID: '42',
        MAXMIND_LICENSE_KEY: TEST_LICENSE_KEY,
        MINFRAUD_ALERT_SECRET: 'supersecret-0123456789',
        // Servers of blocks take any free port.
        PORT: '0',
      },
    },
  );
  return JSON.parse(readFileSync(results, 'utf8')) as BlockResult[];
}

const withPrograms = pages()
  .map((page) => [page, programs(page)] as const)
  .filter(([, blocks]) => blocks.length > 0);

describe('programs in README and docs', () => {
  test('are many', () => {
    const count = withPrograms.reduce((sum, [, blocks]) => sum + blocks.length, 0);
    expect(count).toBeGreaterThanOrEqual(20);
  });

  test.each(withPrograms)('%s: each runs, and prints what the page says', async (page, blocks) => {
    const results = await run(page.replace(/\W/g, '-'), blocks);
    const found = results.map(({ printed, error }, index) => {
      const block = blocks[index];
      return {
        place: block?.place,
        error,
        ...(block?.output !== undefined && { printed: printed.trimEnd() }),
      };
    });
    const expected = blocks.map(({ place, output }) => {
      return { place, error: undefined, ...(output !== undefined && { printed: output }) };
    });
    expect(found).toEqual(expected);
  });

  test('one that throws would be seen', async () => {
    const [result] = await run('wrong', [
      { place: 'README.md:1', tags: [], code: "console.log('before');\nthrow new Error('no');" },
    ]);
    expect(result).toMatchObject({ printed: 'before\n', error: expect.stringContaining('no') });
  });
});
