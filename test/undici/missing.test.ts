import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { buildSync } from 'esbuild';

/** A folder with this entry and no packages. */
let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-undici-'));
  buildSync({
    entryPoints: [join(__dirname, '..', '..', 'src', 'undici', 'index.ts')],
    bundle: true,
    platform: 'node',
    format: 'esm',
    external: ['undici'],
    outfile: join(folder, 'entry.mjs'),
  });
});
afterAll(() => rmSync(folder, { recursive: true }));

function run(program: string): string {
  const file = join(folder, 'program.mjs');
  writeFileSync(file, `import { undiciFetch } from './entry.mjs';\n${program}`);
  const { stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  return stdout + stderr;
}

test('without undici, one sentence says what to install', () => {
  const printed = run(`try { undiciFetch(); } catch (error) { console.log(error.message); }`);
  expect(printed.split('\n')).toHaveLength(2);
  expect(printed).toContain('npm install undici@7');
});

test('a dispatcher of the program’s own needs nothing installed next to this package', () => {
  const dispatcher = `{ dispatch(options, handler) {
    handler.onRequestStart({ abort() {} }, {});
    handler.onResponseStart({}, 200, { 'content-type': 'text/plain' }, 'OK');
    handler.onResponseData({}, Buffer.from(options.origin + options.path));
    handler.onResponseEnd({}, {});
    return true;
  } }`;
  const printed = run(`const fetch = undiciFetch({ dispatcher: ${dispatcher} });
    console.log(await (await fetch('http://127.0.0.1/a?b', {})).text());`);
  expect(printed).toBe('http://127.0.0.1/a?b\n');
});
