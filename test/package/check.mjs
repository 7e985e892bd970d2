/**
 * Packs the built SDK, installs the tarball into an empty project and uses it there the way a
 * customer would: both module systems, every entry, TypeScript's three ways of resolving, and the
 * linters that judge published packages. Run by `npm run check:package`.
 */
import { execFileSync } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';

const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const project = mkdtempSync(join(tmpdir(), 'minfraud-sdk-package-'));
const installed = join(project, 'node_modules', manifest.name);
const bin = (name) => join(root, 'node_modules', '.bin', name);
/** The budget of docs/performance.md: `score()` with everything that it needs. */
const MAX_CORE_GZIP = 16_000;

const run = (command, args, cwd = project) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Runs one named check; a failed command's whole output is the message. */
let failed = 0;
async function check(name, body) {
  try {
    const note = await body();
    console.log(`ok   ${name}${note ? `: ${note}` : ''}`);
  } catch (error) {
    failed += 1;
    console.log(
      `FAIL ${name}\n${error.stdout ?? ''}${error.stderr ?? ''}${error.stdout || error.stderr ? '' : error.stack}`,
    );
  }
}

function install() {
  const [{ filename }] = JSON.parse(
    run('npm', ['pack', '--json', '--pack-destination', project], root),
  );
  mkdirSync(installed, { recursive: true });
  run('tar', ['-xzf', join(project, filename), '-C', installed, '--strip-components=1']);
  // The runtime dependencies come from our own lock file, so that no network is needed.
  for (const name of [
    'openapi-fetch',
    'openapi-typescript-helpers',
    '@types/node',
    'undici-types',
  ]) {
    cpSync(join(root, 'node_modules', name), join(project, 'node_modules', name), {
      recursive: true,
    });
  }
  writeFileSync(join(project, 'package.json'), JSON.stringify({ name: 'consumer', private: true }));
  return join(project, filename);
}

/** What a customer writes first, against the emulator that comes with the package. */
const program = (load) => `
${load}
async function main() {
  const emulator = await startEmulator({});
  const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
  const answer = await client.insights({ device: { ipAddress: '128.101.101.101' } });
  if (!(answer.riskScore > 0)) throw new Error('no risk score: ' + JSON.stringify(answer));
  if (typeof MinFraudLegacy !== 'function' || typeof verifyAlert !== 'function') throw new Error('an entry is empty');
  if (spec.openapi.slice(0, 3) !== '3.1') throw new Error('the spec is not 3.1');
  await emulator.close();
  console.log(answer.riskScore);
}
main().catch((error) => { console.error(error); process.exit(1); });
`;
const entries = [
  ['MinFraud', ''],
  ['MinFraudLegacy', '/legacy'],
  ['verifyAlert', '/alerts'],
  ['startEmulator', '/emulator'],
];
const imports = entries
  .map(([name, path]) => `import { ${name} } from '${manifest.name}${path}';`)
  .join('\n');

function moduleSystems() {
  const load = `${imports}\nimport spec from '${manifest.name}/openapi.json' with { type: 'json' };`;
  writeFileSync(join(project, 'consumer.mjs'), program(load));
  const requires = entries
    .map(([name, path]) => `const { ${name} } = require('${manifest.name}${path}');`)
    .join('\n');
  writeFileSync(
    join(project, 'consumer.cjs'),
    program(`${requires}\nconst spec = require('${manifest.name}/openapi.json');`),
  );
}

const typed = `
import { MinFraud, EventType, InvalidRequestError, type Score, type Transaction } from '${manifest.name}';
import { MinFraudLegacy } from '${manifest.name}/legacy';
import { parseAlert } from '${manifest.name}/alerts';
import { startEmulator } from '${manifest.name}/emulator';
const transaction: Transaction = { device: { ipAddress: '203.0.113.9' }, event: { type: EventType.Purchase, time: new Date() } };
export async function use(client: MinFraud): Promise<number> {
  const answer: Score = await client.score(transaction);
  const warnings: string[] = answer.warnings.map((warning) => warning.code);
  // @ts-expect-error a field that is not documented is refused
  await client.score({ device: { ipAdress: '203.0.113.9' } }).catch((error: unknown) => InvalidRequestError.is(error) && error.issues);
  return answer.riskScore + warnings.length;
}
export { MinFraudLegacy, parseAlert, startEmulator };
`;

function typeCheck(file, module, moduleResolution) {
  run(bin('tsc'), [
    '--noEmit',
    '--strict',
    '--exactOptionalPropertyTypes',
    '--noUncheckedIndexedAccess',
    '--target',
    'es2022',
    '--lib',
    'es2022,dom,dom.iterable',
    '--types',
    'node',
    '--module',
    module,
    '--moduleResolution',
    moduleResolution,
    file,
  ]);
}

async function bundledSize() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { MinFraud } from '${manifest.name}'; globalThis.score = (o, t) => new MinFraud(o).score(t);`,
      resolveDir: project,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    conditions: ['import'],
    target: 'es2022',
    write: false,
  });
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  if (bytes > MAX_CORE_GZIP)
    throw new Error(`${bytes} bytes gzip is over the limit of ${MAX_CORE_GZIP}`);
  return `${bytes} bytes gzip`;
}

/** The portable entries and every chunk that they load, followed through their imports. */
function portableFiles() {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const [, path] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import|require\()\s*["'](\.[^"']+)["']/g,
    )) {
      follow(join(dirname(file), path));
    }
  };
  for (const name of ['index', 'wire', 'legacy/index', 'alerts/index']) {
    for (const extension of ['.mjs', '.cjs']) follow(join(installed, 'dist', name + extension));
  }
  return [...seen];
}

try {
  const tarball = install();
  moduleSystems();
  writeFileSync(join(project, 'consumer.mts'), typed);
  writeFileSync(join(project, 'consumer.cts'), typed);

  await check('an ES module imports and uses every entry', () =>
    run('node', ['consumer.mjs']).trim(),
  );
  await check('a CommonJS module requires and uses every entry', () =>
    run('node', ['consumer.cjs']).trim(),
  );
  await check('types resolve for ES modules', () =>
    typeCheck('consumer.mts', 'nodenext', 'nodenext'),
  );
  await check('types resolve for CommonJS', () =>
    typeCheck('consumer.cts', 'nodenext', 'nodenext'),
  );
  await check('types resolve for bundlers', () => typeCheck('consumer.mts', 'esnext', 'bundler'));
  await check('portable entries import nothing from Node', () => {
    const files = portableFiles();
    const guilty = files.filter((file) =>
      /(?:from|import|require\()\s*["']node:/.test(readFileSync(file, 'utf8')),
    );
    if (guilty.length > 0) throw new Error(guilty.join('\n'));
    return `${files.length} files`;
  });
  await check('the core stays small', bundledSize);
  await check('publint', () =>
    run(bin('publint'), ['run', '--strict', installed]).trim().split('\n').at(-1),
  );
  await check('are the types wrong', () => {
    run(bin('attw'), [
      tarball,
      '--profile',
      'node16',
      '--exclude-entrypoints',
      'openapi.json',
      'openapi-3.0.json',
    ]);
  });
  await check('nothing is packed that should not be', () => {
    const top = readdirSync(installed).sort();
    const unexpected = top.filter(
      (name) =>
        ![
          'CHANGELOG.md',
          'LICENSE',
          'README.md',
          'THIRD_PARTY_NOTICES.md',
          'dist',
          'generated',
          'package.json',
        ].includes(name),
    );
    if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
    return top.join(', ');
  });
} finally {
  rmSync(project, { recursive: true, force: true });
}
if (failed > 0) process.exit(1);
