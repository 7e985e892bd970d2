/**
 * Packs the built SDK and uses it the way a customer would: both module systems, every entry,
 * TypeScript's ways of resolving, and the linters that judge published packages.
 * Run by `npm run check:package`, after a build.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { conform, lastLine } from './platforms/conform.mjs';
import { run as runAsync } from './platforms/processes.mjs';
import { createProject, root, run, runChecks, typeChecks } from './project.mjs';

/** `score()` with everything that it needs, gzip. docs/performance.md says where the bytes go. */
const MAX_CORE_GZIP = 35_500;
/** The unpacked code without the emulator and the command line. It has no dependencies. */
const MAX_UNPACKED = 1_200_000;
/** Guides with their pictures, examples and notices, which no program loads. */
const MAX_DOCS = 600_000;
const PACKED = [
  'CHANGELOG.md',
  'LICENSE',
  'README.md',
  'SECURITY.md',
  'THIRD_PARTY_NOTICES.md',
  'dist',
  'docs',
  'examples',
  'package.json',
];

const bin = (name) => join(root, 'node_modules', '.bin', name);
const project = await createProject();
const inProject = (command, ...args) => run(command, args, project.folder);

async function conformanceOf(file) {
  const perform = async (service) =>
    lastLine(
      await runAsync(process.execPath, [file, JSON.stringify(service)], { cwd: project.folder }),
    );
  return (await conform(project.installed, perform)).note;
}

/** A file of the package and every chunk that it loads, followed through their imports. */
function filesOf(start) {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(file, 'utf8');
    for (const [, path] of text.matchAll(/(?:from|import|require\()\s*["'](\.[^"']+)["']/g)) {
      follow(join(dirname(file), path));
    }
  };
  follow(join(project.installed, 'dist', start));
  return [...seen];
}

function portableFiles() {
  const others = ['legacy', 'alerts', 'device', 'opentelemetry'].map((name) => `${name}/index`);
  const entries = ['index', 'wire', ...others];
  const all = entries.flatMap((name) => [...filesOf(`${name}.mjs`), ...filesOf(`${name}.cjs`)]);
  return [...new Set(all)];
}

function nothingFromNode() {
  const files = portableFiles();
  const guilty = files.filter((file) =>
    /(?:from|import|require\()\s*["']node:/.test(readFileSync(file, 'utf8')),
  );
  if (guilty.length > 0) throw new Error(guilty.join('\n'));
  return `${files.length} files`;
}

async function coreSize() {
  const { outputFiles } = await build({
    stdin: {
      contents: `import { MinFraud } from 'minfraud-sdk'; globalThis.score = (o, t) => new MinFraud(o).score(t);`,
      resolveDir: project.folder,
    },
    bundle: true,
    minify: true,
    format: 'esm',
    platform: 'neutral',
    mainFields: ['module', 'main'],
    target: 'es2022',
    write: false,
  });
  const bytes = gzipSync(outputFiles[0].contents, { level: 9 }).length;
  if (bytes > MAX_CORE_GZIP)
    throw new Error(`${bytes} bytes gzip is over the limit of ${MAX_CORE_GZIP}`);
  return `${bytes} bytes gzip`;
}

function sizeWithin(limit, counts) {
  const bytes = readdirSync(project.installed, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .filter((path) => counts(relative(project.installed, path)))
    .reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > limit) throw new Error(`${bytes} bytes are over the limit of ${limit}`);
  return `${bytes} bytes`;
}

const isCode = (path) => /^(?:dist[\\/]|package\.json$)/.test(path);
const codeSize = () =>
  sizeWithin(MAX_UNPACKED, (path) => isCode(path) && !/^dist[\\/](emulator|cli)[\\/]/.test(path));
const docsSize = () => sizeWithin(MAX_DOCS, (path) => !isCode(path));

/** These are used where the client is not: they load no file but their own. */
function aloneInOneFile() {
  const alone = ['alerts/index', 'device/index', 'undici/index', 'opentelemetry/index'];
  const loaded = alone.flatMap((entry) =>
    ['.mjs', '.cjs'].flatMap((extension) => filesOf(entry + extension).slice(1)),
  );
  if (loaded.length > 0) throw new Error(loaded.join('\n'));
}

function noDependencies() {
  const { dependencies = {} } = JSON.parse(
    readFileSync(join(project.installed, 'package.json'), 'utf8'),
  );
  if (Object.keys(dependencies).length > 0) throw new Error(Object.keys(dependencies).join());
}

/**
 * npm refuses to install next to a version outside the range of a peer, an optional one too: a program
 * on another TypeScript could not install the SDK because of a command that it does not use.
 */
function installsNextToEveryVersion() {
  const manifest = JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8'));
  const { peerDependencies = {}, peerDependenciesMeta = {} } = manifest;
  const strict = Object.entries(peerDependencies).filter(
    ([peer, range]) => range !== '*' || peerDependenciesMeta[peer]?.optional !== true,
  );
  if (strict.length > 0) throw new Error(strict.map((peer) => peer.join(' ')).join('\n'));
}

/**
 * The bundler of declarations moves a comment of one line behind the property before it, inside an object
 * type, and then no editor shows it. A comment of several lines stays where it is.
 */
function commentsInPlace() {
  const ofOpenapiFetch = /default: |Set serialization/;
  const moved = readdirSync(project.installed, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.d.cts'))
    .flatMap((path) => readFileSync(join(project.installed, path), 'utf8').split('\n'))
    .filter((line) => /; \/\*\* /.test(line) && !ofOpenapiFetch.test(line));
  if (moved.length > 0) throw new Error(moved.join('\n'));
}

/** What has types, by the name that a program imports it under. */
function entriesWithTypes() {
  const { exports } = manifestOf();
  const paths = Object.keys(exports).filter((path) => exports[path].require?.types !== undefined);
  return paths.map((path) => `minfraud-sdk${path.slice(1)}`);
}

function manifestOf() {
  return JSON.parse(readFileSync(join(project.installed, 'package.json'), 'utf8'));
}

/** `moduleResolution: node` reads `typesVersions` in place of `exports`. */
function sameEntriesForNode10() {
  const { exports, typesVersions } = manifestOf();
  const known = (path) => typesVersions['*'][path.slice(2)] ?? [];
  const wrong = Object.entries(exports).filter(([path, target]) => {
    const file = target.require?.types ?? target;
    return path !== '.' && path !== './package.json' && known(path)[0] !== file;
  });
  if (wrong.length > 0) throw new Error(wrong.map(([path]) => path).join('\n'));
  return `${Object.keys(exports).length} entries`;
}

/** So that no check of types passes because it looks at less. */
function everyEntryIsUsed() {
  const program = readFileSync(join(project.folder, 'every-entry.mts'), 'utf8');
  const unused = entriesWithTypes().filter((entry) => !program.includes(`from '${entry}'`));
  if (unused.length > 0) throw new Error(unused.join('\n'));
}

function nothingUnexpected() {
  const unexpected = readdirSync(project.installed).filter((name) => !PACKED.includes(name));
  if (unexpected.length > 0) throw new Error(unexpected.join('\n'));
}

try {
  const failed = await runChecks([
    ['an ES module calls every service', () => conformanceOf('conformance.mjs')],
    ['a CommonJS module calls every service', () => conformanceOf('conformance.cjs')],
    ['an ES module starts the emulator', () => inProject('node', 'emulator.mjs').trim()],
    ['a CommonJS module starts the emulator', () => inProject('node', 'emulator.cjs').trim()],
    ['an ES module uses the entries with peers', () => inProject('node', 'peers.mjs').trim()],
    ['a CommonJS module uses the entries with peers', () => inProject('node', 'peers.cjs').trim()],
    ['the program for type checks uses every entry', everyEntryIsUsed],
    ['every entry has its types for moduleResolution: node', sameEntriesForNode10],
    ...typeChecks.map(({ kind, args }) => [
      `types resolve for ${kind}`,
      () => inProject(bin('tsc'), ...args),
    ]),
    ['portable entries import nothing from Node', nothingFromNode],
    ['the core stays small', coreSize],
    ['entries next to the client load nothing of it', aloneInOneFile],
    ['the code stays small without emulator and command line', codeSize],
    ['guides and examples stay small', docsSize],
    ['installing it installs nothing else', noDependencies],
    ['it installs next to every version of its peers', installsNextToEveryVersion],
    ['comments stay with what they are about', commentsInPlace],
    ['nothing is packed that should not be', nothingUnexpected],
    [
      'publint',
      () =>
        inProject(bin('publint'), 'run', '--strict', project.installed).trim().split('\n').at(-1),
    ],
    [
      'are the types wrong',
      () => {
        const spec = ['openapi.json', 'openapi-3.0.json'];
        inProject(bin('attw'), project.tarball, '--exclude-entrypoints', ...spec);
      },
    ],
  ]);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  project.remove();
}
