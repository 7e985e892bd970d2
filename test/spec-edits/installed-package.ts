/** A project of a customer, with this SDK installed as npm would install it, built from these sources. */
import { mkdirSync, mkdtempSync, cpSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execute } from './scratch-copy.ts';

const root = process.cwd();

/** Packages that the customer's project has: those that the SDK depends on, and those that docs name. */
const installed = [
  ...['openapi-fetch', 'openapi-typescript-helpers', '@types/node', 'undici-types'],
  ...['typescript', '@hey-api/openapi-ts', 'tsx'],
];

/** Makes the project; gives its folder, which the caller removes. */
export async function makeProject(): Promise<string> {
  // With links followed, so that messages about files in it read the same from everywhere.
  const folder = mkdtempSync(join(tmpdir(), 'minfraud-project-'));
  const sdk = join(folder, 'node_modules', 'minfraud-sdk');
  mkdirSync(sdk, { recursive: true });
  for (const name of installed) {
    mkdirSync(dirname(join(folder, 'node_modules', name)), { recursive: true });
    symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name), 'dir');
  }
  mkdirSync(join(sdk, 'generated'));
  cpSync(join(root, 'generated/openapi.json'), join(sdk, 'generated/openapi.json'));
  writeFileSync(join(sdk, 'package.json'), JSON.stringify(manifest()));
  writeFileSync(join(sdk, 'minfraud.mjs'), command);
  mkdirSync(join(folder, 'node_modules', '.bin'));
  symlinkSync('../minfraud-sdk/minfraud.mjs', join(folder, 'node_modules', '.bin', 'minfraud'));
  await execute('chmod', ['+x', join(sdk, 'minfraud.mjs')], folder);
  const config = join(folder, 'tsdown.config.mjs');
  writeFileSync(config, builds(join(sdk, 'dist')));
  const { status, output } = await execute('node_modules/.bin/tsdown', ['--config', config], root);
  if (status !== 0) throw new Error(output);
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, type: 'module' }));
  return folder;
}

function manifest(): object {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    version: string;
  };
  const entry = (name: string): object => ({
    import: { types: `./dist/${name}.d.mts`, default: `./dist/${name}.mjs` },
    require: { types: `./dist/${name}.d.cts`, default: `./dist/${name}.cjs` },
  });
  return {
    name: 'minfraud-sdk',
    version,
    type: 'module',
    sideEffects: false,
    bin: { minfraud: './minfraud.mjs' },
    exports: {
      '.': entry('index'),
      './runtime': entry('runtime'),
      './emulator': entry('emulator/index'),
      './openapi.json': './generated/openapi.json',
    },
  };
}

/** What `minfraud generate` does. */
const command = `#!/usr/bin/env node
import { createRequire } from 'node:module';
import { runClientCommandLine } from './dist/compiler/index.mjs';
const shipped = createRequire(import.meta.url).resolve('minfraud-sdk/openapi.json');
const [, , , ...parameters] = process.argv;
process.exitCode = await runClientCommandLine(parameters, console.log, shipped);
`;

function builds(dist: string): string {
  const base = {
    format: ['esm', 'cjs'],
    dts: true,
    target: 'es2022',
    clean: false,
    fixedExtension: true,
    hash: false,
    cwd: root,
    logLevel: 'error',
  };
  return `export default ${JSON.stringify([
    {
      ...base,
      outDir: dist,
      platform: 'neutral',
      entry: { index: 'src/index.ts', runtime: 'src/runtime.ts' },
      deps: { neverBundle: ['openapi-fetch'] },
    },
    {
      ...base,
      outDir: dist,
      platform: 'node',
      entry: { 'emulator/index': 'src/emulator/index.ts' },
      deps: {
        alwaysBundle: ['ajv', 'ajv-formats', 'fast-deep-equal', 'fast-uri', 'json-schema-traverse'],
      },
    },
    {
      ...base,
      format: ['esm'],
      outDir: join(dist, 'compiler'),
      platform: 'node',
      entry: { index: 'scripts/compiler.ts' },
      deps: {
        alwaysBundle: ['yaml', 'jsonpath-rfc9535'],
        neverBundle: ['typescript', '@hey-api/openapi-ts', '@redocly/openapi-core'],
      },
    },
  ])};\n`;
}
