/** What is in the packed files: nothing that should not be, nothing that they do not bring, and not too much. */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { builtinModules } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { expectNone, mayLoad } from './check-manifests.mjs';
import { manifestIn, packages } from './packages.mjs';

/** The budget of DESIGN: the SDK with its dependencies, without guides. */
const MAX_SDK = 2_500_000;
/** The others, unpacked, without their dependencies and the files that a guide works on. */
const MAX_EMULATOR = 500_000;
const MAX_CLI = 800_000;
/** Orders of a made-up shop with their results, which docs/thresholds.md works on. */
const MAX_SHOP = 700_000;
/** Guides with their pictures, examples and notices, which no program loads. */
const MAX_GUIDES = 700_000;

const everyPackage = ['CHANGELOG.md', 'LICENSE', 'README.md', 'dist', 'package.json'];
/** Other files and folders at the top of a package. */
const packed = {
  'minfraud-sdk': ['SECURITY.md', 'THIRD_PARTY_NOTICES.md', 'docs', 'examples'],
  'minfraud-emulator': [],
  'minfraud-cli': ['THIRD_PARTY_NOTICES.md', 'bin', 'examples'],
};

/** These are used where the client is not: they load no file but their own. */
const alone = ['alerts', 'device', 'opentelemetry', 'undici'].map((name) => `minfraud-sdk/${name}`);
/** Everything of the SDK but what is on Node's own sockets. */
const isPortable = ({ specifier, isProgram }) => isProgram && specifier !== 'minfraud-sdk/undici';

const filesIn = (folder) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile())
    .map(({ parentPath, name }) => join(parentPath, name));

export const isScript = (path) => /\.[cm]?js$/.test(path);

const ofModule =
  /^\s*(?:(?:import|export)\b[^'"`]*?\bfrom|import)\s*['"]([^'"\n]+)['"]|\b(?:import|require)\(\s*['"]([^'"\n]+)['"]/gm;

/** What a file loads, by the names that it writes. */
function loadedBy(file) {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(ofModule)].map(([, named, called]) => named ?? called);
}

/** A file and every chunk that it loads, followed through their imports. */
function chunksOf(start) {
  const seen = new Set();
  const follow = (file) => {
    if (seen.has(file)) return;
    seen.add(file);
    for (const path of loadedBy(file)) if (path.startsWith('.')) follow(join(dirname(file), path));
  };
  follow(start);
  return [...seen];
}

const programsOf = (sdk, entries) =>
  entries.flatMap(({ file }) =>
    ['mjs', 'cjs'].map((extension) => join(sdk, 'dist', `${file}.${extension}`)),
  );

function sdkEntries(choose) {
  const { entries } = packages.find(({ name }) => name === 'minfraud-sdk');
  return entries.filter(choose);
}

function nothingFromNode(project) {
  const programs = programsOf(project.installed('minfraud-sdk'), sdkEntries(isPortable));
  const files = [...new Set(programs.flatMap(chunksOf))];
  expectNone(
    files.filter((file) =>
      loadedBy(file).some((name) => /^node:/.test(name) || builtinModules.includes(name)),
    ),
  );
  return `${files.length} files`;
}

function aloneInOneFile(project) {
  const entries = sdkEntries(({ specifier }) => alone.includes(specifier));
  expectNone(alone.filter((name) => !entries.some(({ specifier }) => specifier === name)));
  expectNone(
    programsOf(project.installed('minfraud-sdk'), entries).flatMap((file) =>
      chunksOf(file).slice(1),
    ),
  );
}

/** `@scope/name/file` → `@scope/name`. */
const packageOf = (specifier) => /^(?:@[^/]+\/)?[^/]+/.exec(specifier)[0];

/** Nothing is loaded that installing the package does not bring. */
function bringsWhatItLoads({ name }, project) {
  const folder = project.installed(name);
  const known = mayLoad(manifestIn(folder));
  const loaded = filesIn(folder)
    .filter((path) => isScript(path) && !relative(folder, path).startsWith('examples'))
    .flatMap(loadedBy)
    .filter((specifier) => /^[@\w]/.test(specifier) && !/^node:/.test(specifier))
    .filter((specifier) => !builtinModules.includes(specifier));
  const brought = [...new Set(loaded.map(packageOf))];
  expectNone(brought.filter((one) => !known.includes(one)));
  return brought.join(', ');
}

function nothingUnexpected({ name }, project) {
  const folder = project.installed(name);
  const top = readdirSync(folder).filter((one) => one !== 'node_modules');
  expectNone(top.filter((one) => ![...everyPackage, ...packed[name]].includes(one)));
  expectNone(
    [...everyPackage, ...packed[name]]
      .filter((one) => one !== 'CHANGELOG.md' && !top.includes(one))
      .map((one) => `${one} is missing`),
  );
  expectNone(
    filesIn(join(folder, 'dist')).filter(
      (path) => /\.(?:map|ts)$/.test(path) && !/\.d\.[cm]ts$/.test(path),
    ),
  );
}

function within(limit, paths) {
  const bytes = paths.reduce((sum, path) => sum + statSync(path).size, 0);
  if (bytes > limit) throw new Error(`${bytes} bytes are over the limit of ${limit}`);
  return `${bytes} bytes`;
}

const isGuide = (path) => !/^(?:dist|bin)[\\/]|^package\.json$/.test(path);
const isExample = (path) => /^examples[\\/]/.test(path);
const ofPackage = (folder, choose) =>
  filesIn(folder).filter((path) => {
    const inside = relative(folder, path);
    return !inside.startsWith('node_modules') && choose(inside);
  });

/** As an empty project has it, with what npm installs beside it. */
function sdkSize(project) {
  const modules = join(project.apart, 'only-minfraud-sdk', 'node_modules');
  const sdk = join(modules, 'minfraud-sdk');
  const guides = new Set(ofPackage(sdk, isGuide));
  return within(
    MAX_SDK,
    filesIn(modules).filter((path) => !guides.has(path)),
  );
}

/**
 * The bundler of declarations moves a comment of one line behind the property before it, inside an object
 * type, and then no editor shows it. A comment of several lines stays where it is.
 */
function commentsInPlace({ name }, project) {
  const moved = filesIn(join(project.installed(name), 'dist'))
    .filter((path) => path.endsWith('.d.cts'))
    .flatMap((path) => readFileSync(path, 'utf8').split('\n'))
    .filter((line) => /; \/\*\* /.test(line));
  expectNone(moved);
}

export const contentChecks = (each, project) => [
  ...each('nothing is packed that should not be', nothingUnexpected),
  ...each('installing it brings what it loads', bringsWhatItLoads),
  ['portable entries import nothing from Node', () => nothingFromNode(project)],
  ['entries next to the client load nothing of it', () => aloneInOneFile(project)],
  ['the SDK with its dependencies stays small', () => sdkSize(project)],
  [
    'guides and examples stay small',
    () => within(MAX_GUIDES, ofPackage(project.installed('minfraud-sdk'), isGuide)),
  ],
  [
    'the emulator stays small',
    () =>
      within(
        MAX_EMULATOR,
        ofPackage(project.installed('minfraud-emulator'), () => true),
      ),
  ],
  [
    'the command line stays small',
    () =>
      within(
        MAX_CLI,
        ofPackage(project.installed('minfraud-cli'), (path) => !isExample(path)),
      ),
  ],
  [
    'the orders of the guide stay small',
    () => within(MAX_SHOP, ofPackage(project.installed('minfraud-cli'), isExample)),
  ],
  ...each('comments stay with what they are about', commentsInPlace),
];
