/** An empty project with the packed SDK installed in it, and the programs a customer would write. */
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { asPublished, compileProgram } from './compile.mjs';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const { name } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

export const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Programs, by the names of their files in the project, without extension. */
const programs = {
  conformance: 'conformance/in-process.ts',
  main: 'conformance/main.ts',
  worker: 'conformance/worker.ts',
  page: 'conformance/page.ts',
  emulator: 'programs/emulator.ts',
  peers: 'programs/peers.ts',
};

/** Packs the built SDK and installs the tarball, with its dependencies from our own lock file. */
export async function createProject() {
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-sdk-package-'));
  const apart = mkdtempSync(join(tmpdir(), 'minfraud-sdk-apart-'));
  const installed = join(folder, 'node_modules', name);
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--ignore-scripts', '--json', '--pack-destination', folder], root),
  );
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', join(folder, filename), '-C', installed, '--strip-components=1']);
  // The package brings no dependency; these are the customer's own.
  for (const dependency of ['@types/node', 'undici-types', 'undici', '@opentelemetry/api']) {
    cpSync(join(root, 'node_modules', dependency), join(folder, 'node_modules', dependency), {
      recursive: true,
    });
  }
  writeFileSync(join(folder, 'package.json'), '{ "name": "consumer", "private": true }');
  for (const [program, file] of Object.entries(programs)) {
    const source = join(root, 'tools', 'package', file);
    await compileProgram(source, join(folder, `${program}.mjs`), 'esm');
    await compileProgram(source, join(folder, `${program}.cjs`), 'cjs');
  }
  const typed = asPublished(join(root, 'tools', 'package', 'programs', 'every-entry.ts'));
  for (const extension of ['mts', 'cts']) {
    writeFileSync(join(folder, `every-entry.${extension}`), typed);
  }
  writeFileSync(join(folder, 'portable-entries.mts'), withoutNode(typed));
  writeFileSync(join(folder, 'specs.cts'), specs);
  return {
    folder,
    installed,
    tarball: join(folder, filename),
    /** For what must not find anything in this project's node_modules. */
    apart,
    remove: () => {
      for (const made of [folder, apart]) rmSync(made, { recursive: true, force: true });
    },
  };
}

/** The two documents, as a CommonJS program in TypeScript loads them. */
const specs = `import spec = require('${name}/openapi.json');
import older = require('${name}/openapi-3.0.json');
export const versions: string = spec.openapi + older.openapi;
`;

/** The program without the entries that are Node's own. */
function withoutNode(program) {
  const names =
    /\b(?:emulator|undici|Emulator|startEmulator|scoreFixture|undiciFetch|UndiciFetch|faster)\b/;
  return program
    .split('\n')
    .filter((line) => !names.test(line))
    .join('\n');
}

/** The ways in which TypeScript resolves the package, as compiler arguments; `until` a version. */
export const typeChecks = [
  ['ES modules', 'every-entry.mts', 'nodenext', 'nodenext'],
  ['CommonJS', 'every-entry.cts', 'nodenext', 'nodenext'],
  ['bundlers', 'every-entry.mts', 'esnext', 'bundler'],
  ['moduleResolution: node', 'every-entry.cts', 'commonjs', 'node', 5],
].map(([kind, file, module, resolution, until = Infinity]) => ({
  kind,
  until,
  args: [
    ...['--noEmit', '--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'],
    ...[
      '--target',
      'es2022',
      '--lib',
      'es2022,dom,dom.iterable,esnext.disposable',
      '--types',
      'node',
    ],
    ...['--module', module, '--moduleResolution', resolution, file],
  ],
}));

/** Runs named checks one after the other and tells how many failed. */
export async function runChecks(checks) {
  let failed = 0;
  for (const [label, body] of checks) {
    try {
      const note = await body();
      console.log(`ok   ${label}${note ? `: ${note}` : ''}`);
    } catch (error) {
      failed += 1;
      const output = `${error.stdout ?? ''}${error.stderr ?? ''}`;
      console.log(`FAIL ${label}\n${output === '' ? error.stack : output}`);
    }
  }
  return failed;
}
