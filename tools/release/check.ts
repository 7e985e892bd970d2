/**
 * `npm run check:release`: everything that a release needs but publishing. Leaves the tarballs, their bills
 * of materials and checksums in release/. `--publish v1.2.3` is for the workflow of that tag: the version has to
 * be made, and what people set must be set; it adds the notes of the release.
 */
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  copyFileSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import builds from '../../tsdown.config.ts';
import { packages } from '../package/packages.mjs';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { type Bump, bumpOf } from '../../scripts/spec-diff/change.ts';
import { specChanges } from '../../scripts/spec-diff/changes.ts';
import { apiChanges } from './api-changes.ts';
import { greatest } from './bump.ts';
import { pendingChangesets } from './changesets.ts';
import { lastRelease } from './last-release.ts';
import { notesOfAll, problemsOf } from './plan.ts';
import { type Bom, bomOfPackage, checkNotices } from './sbom.ts';

const root = process.cwd();
const artefacts = join(root, 'release');
const [flag, tag] = process.argv.slice(2);
const isPublishing = flag === '--publish';
const read = (file: string): string => readFileSync(join(root, file), 'utf8');
const { version, repository } = JSON.parse(read('package.json')) as {
  version: string;
  repository: { url: string };
};
const names = packages.map(({ name }) => name);

const changeLogs = (): Record<string, string> =>
  Object.fromEntries(
    packages.map(({ name, folder }) => {
      const file = join(folder, 'CHANGELOG.md');
      return [name, existsSync(join(root, file)) ? read(file) : ''];
    }),
  );

/** Runs a program; what it prints is shown when it fails. */
function run(command: string, ...parameters: string[]): string {
  return execFileSync(command, parameters, {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 256 * 1024 * 1024,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

const tsx = (...parameters: string[]): string =>
  run(process.execPath, '-C', 'minfraud-source', '--import', 'tsx', ...parameters);

let failed = 0;

/** One line for a step that holds, and its complaint for one that does not. */
async function step<T>(label: string, body: () => T | Promise<T>): Promise<T | undefined> {
  const started = Date.now();
  try {
    const value = await body();
    const note = typeof value === 'string' && value !== '' ? `: ${value}` : '';
    console.log(`ok   ${label}${note} (${Math.round((Date.now() - started) / 1000)} s)`);
    return value;
  } catch (error) {
    failed += 1;
    const { stdout, stderr, message } = error as Error &
      Partial<Record<'stdout' | 'stderr', string>>;
    console.log(`FAIL ${label}\n${`${stdout ?? ''}${stderr ?? ''}`.trim() || message}`);
    return undefined;
  }
}

const released = lastRelease(root, isPublishing ? tag : undefined);

function apiSinceRelease(): Bump | undefined {
  if (released === undefined) return undefined;
  const reports = packages
    .map(({ folder }) => join(folder, 'api'))
    .filter((folder) => existsSync(join(root, folder)))
    .flatMap((folder) => readdirSync(join(root, folder)).map((report) => join(folder, report)));
  const bumps = reports.map((report) => {
    const changes = apiChanges(released.file(report), read(report));
    for (const gone of changes.removed) console.log(`     ${report}: ${gone} is gone`);
    for (const more of changes.added) console.log(`     ${report}: ${more} is new`);
    for (const line of changes.changedLines) console.log(`     ${report}: was "${line.trim()}"`);
    return changes.bump;
  });
  return greatest(bumps);
}

async function specSinceRelease(): Promise<Bump | undefined> {
  const before = released?.file('generated/openapi.json');
  if (before === undefined) return undefined;
  const changes = await specChanges(
    JSON.parse(before) as OpenApiDocument,
    JSON.parse(read('generated/openapi.json')) as OpenApiDocument,
  );
  for (const { bump, message } of changes) console.log(`     ${bump}: ${message}`);
  return bumpOf(changes);
}

function versionAndChangesets(needed: Bump | undefined): string {
  const changesets = pendingChangesets(join(root, '.changeset'), names);
  const problems = problemsOf({
    version,
    released: released?.version,
    pending: greatest(changesets.map(({ bump }) => bump)),
    needed,
    changeLogs: changeLogs(),
  });
  if (isPublishing && tag !== `v${version}`) {
    problems.push(`The tag is ${tag ?? 'missing'}, and the version ${version}.`);
  }
  if (problems.length > 0) throw new Error(problems.join('\n'));
  return `${version}, ${changesets.length} changesets wait`;
}

function whatPeopleSet(): string {
  const unset = repository.url.includes('github.com/OWNER/');
  const problem =
    'package.json and the pages name the repository of OWNER: see tools/release/README.md';
  if (unset && isPublishing) throw new Error(problem);
  return unset ? `to do before the first release: ${problem}` : repository.url;
}

function builtVersion(): string {
  const told = run(process.execPath, 'packages/cli/bin/minfraud.mjs', '--version').trim();
  if (told !== version) throw new Error(`The build says ${told}, and package.json ${version}.`);
  return told;
}

/** Name → tarball. */
const tarballs: Record<string, string> = {};

function pack(): string {
  rmSync(artefacts, { recursive: true, force: true });
  mkdirSync(artefacts);
  const sizes = packages.map(({ name, folder }) => {
    const parameters = ['pack', '--ignore-scripts', '--json', '--pack-destination', artefacts];
    const [{ filename, unpackedSize }] = JSON.parse(run('npm', ...parameters, `./${folder}`)) as [
      { filename: string; unpackedSize: number },
    ];
    tarballs[name] = join(artefacts, filename);
    return `${filename} with ${unpackedSize} bytes`;
  });
  for (const spec of ['openapi.json', 'openapi-3.0.json']) {
    copyFileSync(join(root, 'dist', spec), join(artefacts, spec));
  }
  return sizes.join(', ');
}

/** How many checks there were. */
const checksOf = (output: string): string => `${output.match(/^ok /gm)?.length ?? 0} checks`;

/** What the build puts into a package of ours, whose folder is its own but for the SDK's. */
function builtInto(folder: string): string[] {
  const own = builds.filter(({ cwd = '.' }) => cwd === folder);
  return own.flatMap(({ deps }) =>
    (Array.isArray(deps?.onlyBundle) ? deps.onlyBundle : []).map(String),
  );
}

function billsOfMaterials(): string {
  // Of what `npm ci` installs, whatever else lies in node_modules.
  const kind = ['--sbom-format', 'cyclonedx', '--sbom-type', 'library'];
  const installed = JSON.parse(run('npm', 'sbom', '--package-lock-only', ...kind)) as Bom;
  const own = packages.map(({ name, folder }) => {
    const { dependencies = {} } = JSON.parse(read(join(folder, 'package.json'))) as {
      dependencies?: Record<string, string>;
    };
    return { name, version, dependencies: Object.keys(dependencies), builtIn: builtInto(folder) };
  });
  const counts = own.map(({ name, builtIn }) => {
    const bom = bomOfPackage(installed, name, own);
    if (builtIn.length > 0) checkNotices(bom, builtIn, read('THIRD_PARTY_NOTICES.md'));
    writeFileSync(join(artefacts, `${name}.cdx.json`), `${JSON.stringify(bom, null, 2)}\n`);
    return `${name} ${bom.components.length}`;
  });
  return `packages in each: ${counts.join(', ')}`;
}

function checksums(): string {
  const lines = readdirSync(artefacts).map((file) => {
    const digest = createHash('sha256')
      .update(readFileSync(join(artefacts, file)))
      .digest('hex');
    return `${digest}  ${file}\n`;
  });
  writeFileSync(join(artefacts, 'SHA256SUMS'), lines.join(''));
  return `release/SHA256SUMS, ${lines.length} files`;
}

async function main(): Promise<void> {
  const since = released?.tag ?? 'no release yet, so everything is new';
  console.log(`Last release: ${since}`);
  await step('the packages build', () => void run('npm', 'run', '--silent', 'build'));
  await step('the build has the version of package.json', builtVersion);
  await step(
    'the reports of public names are up to date',
    () => void run(process.execPath, 'tools/package/api.mjs', '--check'),
  );
  const api = await step(`the public names, since ${since}`, apiSinceRelease);
  const spec = await step(`the spec, since ${since}`, specSinceRelease);
  await step('version, changesets and change log fit', () =>
    versionAndChangesets(greatest([api, spec])),
  );
  await step('what people set is set', whatPeopleSet);
  await step('they pack', pack);
  await step('packed, they install and pass conformance', () =>
    checksOf(run(process.execPath, 'tools/package/check.mjs')),
  );
  await step('the commands of the pages work on the tarballs', () =>
    checksOf(tsx('test/docs/shell-run.ts', JSON.stringify(tarballs))),
  );
  await step('CycloneDX bills of materials', billsOfMaterials);
  await step('checksums', checksums);
  if (isPublishing) {
    await step('notes of the release', () => {
      writeFileSync(join(artefacts, 'NOTES.md'), notesOfAll(changeLogs(), version));
    });
  }
  process.exitCode = failed > 0 ? 1 : 0;
}

void main();
