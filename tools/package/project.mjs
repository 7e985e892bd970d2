/** An empty project with the packed packages installed in it, and the programs a customer would write. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { compileProgram } from './compile.mjs';
import { copyOurs, install, pack } from './install.mjs';
import { packages, root } from './packages.mjs';

/** Programs, by the names of their files in the project, without extension. */
const programs = {
  conformance: 'conformance/in-process.ts',
  main: 'conformance/main.ts',
  worker: 'conformance/worker.ts',
  page: 'conformance/page.ts',
  emulator: 'programs/emulator.ts',
  peers: 'programs/peers.ts',
};

const all = packages.map(({ name }) => name);

/** Packs what was built, and installs it with the programs that use it. */
export async function createProject() {
  const made = mkdtempSync(join(tmpdir(), 'minfraud-package-'));
  const folders = ['tarballs', 'project', 'apart'].map((name) => join(made, name));
  for (const path of folders) mkdirSync(path);
  const [tarballFolder, folder, apart] = folders;
  const tarballs = pack(tarballFolder);
  const installInto = (project, names = all) => install(project, names, tarballs);
  installInto(folder);
  // What the customer has besides.
  copyOurs(folder, ['@types/node', 'undici-types', 'undici', '@opentelemetry/api']);
  await writePrograms(folder);
  return {
    folder,
    tarballs,
    /** The folder of an installed package. */
    installed: (name) => join(folder, 'node_modules', name),
    /** Installs some of the packages in another project. */
    installInto,
    /** For what must not find anything in this project's node_modules. */
    apart,
    remove: () => rmSync(made, { recursive: true, force: true }),
  };
}

async function writePrograms(folder) {
  const own = packages.map(({ name, manifest: { version } }) => [name, version]);
  const manifest = { name: 'consumer', private: true, dependencies: Object.fromEntries(own) };
  writeFileSync(join(folder, 'package.json'), JSON.stringify(manifest));
  for (const [program, file] of Object.entries(programs)) {
    const source = join(root, 'tools', 'package', file);
    await compileProgram(source, join(folder, `${program}.mjs`), 'esm');
    await compileProgram(source, join(folder, `${program}.cjs`), 'cjs');
  }
  const everyEntry = join(root, 'tools', 'package', 'programs', 'every-entry.ts');
  const typed = readFileSync(everyEntry, 'utf8');
  for (const extension of ['mts', 'cts']) {
    writeFileSync(join(folder, `every-entry.${extension}`), typed);
  }
  writeFileSync(join(folder, 'portable-entries.mts'), withoutNode(typed));
  writeFileSync(join(folder, 'specs.cts'), specs);
}

/** The two documents, as a CommonJS program in TypeScript loads them. */
const specs = `import spec = require('minfraud-sdk/openapi.json');
import older = require('minfraud-sdk/openapi-3.0.json');
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
