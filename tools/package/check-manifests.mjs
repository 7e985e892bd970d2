/** What the manifests promise: entries that are found in every way, and dependencies that npm sees. */
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { manifestIn, ownDependenciesOf, root } from './packages.mjs';

/** A difference, when there is one. */
export function expectNone(wrong) {
  if (wrong.length > 0) throw new Error(wrong.join('\n'));
}

/** Where the build puts an entry, by its source. */
function builtTargets({ file, isProgram }) {
  if (!isProgram) return { default: `./dist/${file}` };
  return {
    import: { types: `./dist/${file}.d.mts`, default: `./dist/${file}.mjs` },
    require: { types: `./dist/${file}.d.cts`, default: `./dist/${file}.cjs` },
  };
}

/** `exports`, `main`, `module`, `types` and `typesVersions` name what the build makes of the sources. */
function sameEntriesInEveryWay({ name, entries }, project) {
  const manifest = manifestIn(project.installed(name));
  const wrong = entries
    .filter(({ path, source, ...entry }) => {
      const expected = { 'minfraud-source': source, ...builtTargets(entry) };
      return JSON.stringify(manifest.exports[path]) !== JSON.stringify(expected);
    })
    .map(({ path }) => `exports ${path}`);
  const main = entries.find(({ path }) => path === '.');
  const ways = main === undefined ? {} : builtTargets(main);
  for (const [field, expected] of [
    ['main', ways.require?.default],
    ['module', ways.import?.default],
    ['types', ways.require?.types],
  ]) {
    if (manifest[field] !== expected) wrong.push(`${field} is no ${expected}`);
  }
  // For `moduleResolution: node`, which does not read `exports`.
  const others = entries.filter(({ path }) => path !== '.');
  const byPath = others.map((entry) => {
    const { require: commonJs, default: document } = builtTargets(entry);
    return [entry.path.slice(2), [commonJs?.types ?? document]];
  });
  const typesVersions = others.length === 0 ? undefined : { '*': Object.fromEntries(byPath) };
  if (JSON.stringify(manifest.typesVersions) !== JSON.stringify(typesVersions)) {
    wrong.push(`typesVersions is to be ${JSON.stringify(typesVersions)}`);
  }
  expectNone(wrong);
  return `${entries.length} entries`;
}

/** The source of each entry is there: a new one cannot be misspelt. */
function sourcesExist({ folder, entries }) {
  const missing = entries.filter(
    ({ source }) => source === undefined || !existsSync(join(root, folder, source)),
  );
  expectNone(missing.map(({ path, source }) => `${path}: ${source}`));
}

/** npm and `npm audit` see what is used, in ranges that hold the version that the tests use. */
function honestRanges({ name }, project) {
  const {
    dependencies = {},
    peerDependencies = {},
    peerDependenciesMeta = {},
  } = manifestIn(project.installed(name));
  const own = Object.fromEntries(ownDependenciesOf({ dependencies }));
  const version = manifestIn(root).version;
  const wrong = Object.entries({ ...dependencies, ...peerDependencies })
    .filter(([other]) => !(other in own))
    .filter(
      ([, range]) => !/^[\^~]\d+\.\d+\.\d+( \|\| \^\d+\.\d+\.\d+)*$|^>=[\d.]+ <[\d.]+$/.test(range),
    )
    .map(([other, range]) => `${other} ${range}: is no range such as ^1.2.3`);
  // They share `minfraud-sdk/internal`, which may change in any version.
  for (const [other, range] of Object.entries(own)) {
    if (range !== version) wrong.push(`${other} ${range}: is to be ${version}, as all of ours`);
  }
  for (const peer of Object.keys(peerDependencies)) {
    if (peerDependenciesMeta[peer]?.optional !== true) wrong.push(`${peer}: is no optional peer`);
  }
  expectNone(wrong);
  return Object.keys(dependencies).join(', ');
}

function sameVersion({ manifest }) {
  const { version } = manifestIn(root);
  if (manifest.version !== version) throw new Error(`${manifest.version} is not ${version}`);
}

/** What programs must not use says so, where they would find it. */
function internalIsDocumented() {
  const text = readFileSync(join(root, 'src', 'internal.ts'), 'utf8');
  if (!/Not for programs/.test(text)) throw new Error('src/internal.ts does not say so');
}

export const manifestChecks = (each) => [
  ...each('every source is there', sourcesExist),
  ...each('every entry is found in every way', sameEntriesInEveryWay),
  ...each('dependencies have honest ranges', honestRanges),
  ...each('has the version of all', sameVersion),
  ['minfraud-sdk/internal says that it is not for programs', internalIsDocumented],
];

/** Packages that a published file may load: its own, its dependencies and its peers. */
export function mayLoad(manifest) {
  const { name, dependencies = {}, peerDependencies = {} } = manifest;
  return [name, ...Object.keys({ ...dependencies, ...peerDependencies })];
}
