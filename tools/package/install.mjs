/**
 * Installs packed packages into a project as npm would, with the dependencies that our lock file names, copied from
 * our own node_modules: no network is asked.
 */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  symlinkSync,
} from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { manifestIn, packages, root } from './packages.mjs';

export const run = (command, args, cwd) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });

/** Packs every package as it was built. Gives name → tarball. */
export function pack(destination) {
  return Object.fromEntries(
    packages.map(({ name, folder }) => {
      const args = ['pack', '--ignore-scripts', '--json', '--pack-destination', destination];
      const [{ filename }] = JSON.parse(run('npm', args, join(root, folder)));
      return [name, join(destination, filename)];
    }),
  );
}

const lock = JSON.parse(readFileSync(join(root, 'package-lock.json'), 'utf8')).packages;

/** Where the lock file has a dependency of what is at `from`, looking upwards as Node does. */
function placeOf(dependency, from) {
  for (let folder = from; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf('/')))) {
    const place = join(folder, 'node_modules', dependency);
    if (basename(folder) !== 'node_modules' && place in lock) return place;
    if (folder === '') return undefined;
  }
}

/** The places, in the lock file, of all that a package of ours brings; our own packages are among them. */
function closureOf(name) {
  const found = new Set();
  const follow = (place) => {
    const { dependencies = {}, optionalDependencies = {}, peerDependencies = {} } = lock[place];
    const { peerDependenciesMeta = {} } = lock[place];
    // npm installs peers, too, but for optional ones.
    const peers = Object.keys(peerDependencies).filter(
      (peer) => peerDependenciesMeta[peer]?.optional !== true,
    );
    for (const dependency of [
      ...Object.keys({ ...dependencies, ...optionalDependencies }),
      ...peers,
    ]) {
      const at = placeOf(dependency, place);
      if (at === undefined && dependency in optionalDependencies) continue;
      if (at === undefined) throw new Error(`${place}: the lock file has no ${dependency}`);
      if (found.has(at)) continue;
      found.add(at);
      follow(lock[at].link ? lock[at].resolved : at);
    }
  };
  const { folder } = packages.find((one) => one.name === name);
  follow(folder === '.' ? '' : folder);
  return [...found];
}

/** `packages/cli/node_modules/yaml` → `node_modules/minfraud-cli/node_modules/yaml`. */
function placeInProject(place) {
  const owner = packages.find(({ folder }) => folder !== '.' && place.startsWith(`${folder}/`));
  return owner === undefined
    ? place
    : join('node_modules', owner.name, place.slice(owner.folder.length + 1));
}

/** Installs packages of ours, and all that they depend on, in a project that has none of them yet. */
export function install(project, names, tarballs) {
  const places = new Set(names.flatMap((name) => [join('node_modules', name), ...closureOf(name)]));
  const own = packages.filter(({ name }) => places.has(join('node_modules', name)));
  for (const { name } of own) unpack(join(project, 'node_modules', name), tarballs[name]);
  const others = [...places].filter((place) => lock[place]?.link !== true);
  for (const place of others) copy(join(root, place), join(project, placeInProject(place)));
  for (const { name } of own) linkPrograms(project, name);
}

function unpack(folder, tarball) {
  mkdirSync(folder, { recursive: true });
  run('tar', ['-xzf', tarball, '-C', folder, '--strip-components=1'], folder);
}

/** A package without those in its own folder, which are asked for by themselves. */
function copy(from, to) {
  if (existsSync(to)) return;
  // In a copy of the repository it is a link.
  const real = realpathSync(from);
  const inside = join(real, 'node_modules');
  cpSync(real, to, { recursive: true, filter: (path) => path !== inside });
}

function linkPrograms(project, name) {
  const { bin = {} } = manifestIn(join(project, 'node_modules', name));
  for (const [command, file] of Object.entries(bin)) {
    const link = join(project, 'node_modules', '.bin', command);
    mkdirSync(dirname(link), { recursive: true });
    symlinkSync(join('..', name, file), link);
    chmodSync(join(project, 'node_modules', name, file), 0o755);
  }
}

/** Copies packages of ours that the project uses beside them: types, peers. */
export function copyOurs(project, names) {
  for (const name of names) {
    copy(join(root, 'node_modules', name), join(project, 'node_modules', name));
  }
}
