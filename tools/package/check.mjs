/**
 * Packs what was built, and uses it the way a customer would: both module systems, every entry, TypeScript's ways of
 * resolving, the command line, and the linters that judge published packages. Run by `npm run check:package`, after
 * a build.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './install.mjs';
import { conform, lastLine } from './platforms/conform.mjs';
import { run as runAsync } from './platforms/processes.mjs';
import { packages, root } from './packages.mjs';
import { createProject, runChecks, typeChecks } from './project.mjs';
import { contentChecks } from './check-contents.mjs';
import { manifestChecks } from './check-manifests.mjs';
import { readableChecks } from './check-readable.mjs';
import { wrongUses } from './wrong-uses.mjs';

const bin = (name) => join(root, 'node_modules', '.bin', name);
const project = await createProject();
const inProject = (command, ...args) => run(command, args, project.folder);

async function conformanceOf(file) {
  const perform = async (service) =>
    lastLine(
      await runAsync(process.execPath, [file, JSON.stringify(service)], { cwd: project.folder }),
    );
  return (await conform(project, perform)).note;
}

/** So that no check of types passes because it looks at less. */
function everyEntryIsUsed() {
  const program = readFileSync(join(project.folder, 'every-entry.mts'), 'utf8');
  const specs = readFileSync(join(project.folder, 'specs.cts'), 'utf8');
  const unused = packages
    .flatMap(({ entries }) => entries)
    .filter(({ specifier, isProgram }) =>
      isProgram ? !program.includes(`from '${specifier}'`) : !specs.includes(`'${specifier}'`),
    );
  if (unused.length > 0) throw new Error(unused.map(({ specifier }) => specifier).join('\n'));
}

/** Installed by itself, a package finds all that it loads. */
function standsAlone({ name, entries }) {
  const folder = join(project.apart, `only-${name}`);
  project.installInto(folder, [name]);
  const loads = entries
    .filter(({ specifier }) => !/\/(?:undici|opentelemetry)$/.test(specifier))
    .map(({ specifier, isProgram }) =>
      isProgram
        ? `require('${specifier}'); await import('${specifier}');`
        : `require('${specifier}');`,
    );
  run(process.execPath, ['-e', `(async () => { ${loads.join('\n')} })()`], folder);
  return name === 'minfraud-cli' ? scoredByCommand(folder) : `${loads.length} entries`;
}

/** The command scores an order with the emulator that it starts. */
function scoredByCommand(folder) {
  const command = join(folder, 'node_modules', '.bin', 'minfraud');
  const { riskScore } = JSON.parse(
    run(command, ['score', '--ip', '203.0.113.9', '--emulator', '--json'], folder),
  );
  if (!(riskScore > 0)) throw new Error(`a risk score of ${riskScore}`);
  return `a risk score of ${riskScore}`;
}

/** What npm finds missing, or outside the range that asks for it. */
function rangesHold() {
  const { dependencies } = JSON.parse(inProject('npm', 'ls', '--all', '--json'));
  return `${Object.keys(dependencies).length} packages at the top`;
}

function attw({ name, entries }) {
  if (entries.length === 0) return 'has no entries';
  const documents = entries.filter(({ isProgram }) => !isProgram);
  const excluded = documents.flatMap(({ path }) => ['--exclude-entrypoints', path.slice(2)]);
  inProject(bin('attw'), project.tarballs[name], ...excluded);
  return `${entries.length - documents.length} entries`;
}

function publint({ name }) {
  const told = inProject(bin('publint'), 'run', '--strict', project.installed(name));
  return told.trim().split('\n').at(-1);
}

/** One check for each package. */
const each = (label, check) =>
  packages.map((one) => [`${one.name}: ${label}`, () => check(one, project)]);

try {
  const failed = await runChecks([
    ['an ES module calls every service', () => conformanceOf('conformance.mjs')],
    ['a CommonJS module calls every service', () => conformanceOf('conformance.cjs')],
    ['an ES module starts the emulator', () => inProject('node', 'emulator.mjs').trim()],
    ['a CommonJS module starts the emulator', () => inProject('node', 'emulator.cjs').trim()],
    ['an ES module uses the entries with peers', () => inProject('node', 'peers.mjs').trim()],
    ['a CommonJS module uses the entries with peers', () => inProject('node', 'peers.cjs').trim()],
    ['the programs for type checks use every entry', everyEntryIsUsed],
    ...typeChecks.map(({ kind, args }) => [
      `types resolve for ${kind}`,
      () => inProject(bin('tsc'), ...args),
    ]),
    ...each('stands alone', standsAlone),
    ['npm finds every dependency in its range', rangesHold],
    ...manifestChecks(each),
    ...contentChecks(each, project),
    ...readableChecks(each, project),
    ['no wrong use of the command repeats a secret', () => wrongUses(project)],
    ...each('publint', publint),
    ...each('are the types wrong', attw),
  ]);
  process.exitCode = failed > 0 ? 1 : 0;
} finally {
  project.remove();
}
