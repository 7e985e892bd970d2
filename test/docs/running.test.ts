import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { TEST_LICENSE_KEY } from '../../src/emulator/index.ts';
import type { BlockResult } from './block-run.ts';
import { pages, programs, root, type Snippet } from './pages.ts';
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

async function run(blocks: readonly Snippet[]): Promise<BlockResult[]> {
  const folder = mkdtempSync(join(project, 'run-'));
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
      timeout: 120_000,
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

describe('programs in README and docs', () => {
  test('each runs, and prints what its page says', async () => {
    const all = pages().flatMap(programs);
    expect(all.length).toBeGreaterThanOrEqual(20);
    const results = await run(all);
    const found = all.map(({ place, output }, index) => {
      const { printed = '', error } = results[index] ?? {};
      return { place, error, ...(output !== undefined && { printed: printed.trimEnd() }) };
    });
    const expected = all.map(({ place, output }) => {
      return { place, error: undefined, ...(output !== undefined && { printed: output }) };
    });
    expect(found).toEqual(expected);
  }, 180_000);

  test('one that throws would be seen', async () => {
    const code = "console.log('before');\nthrow new Error('no');";
    const [result] = await run([{ place: 'README.md:1', tags: [], code }]);
    expect(result).toMatchObject({ printed: 'before\n', error: expect.stringContaining('no') });
  });
});
