/**
 * What is published: the packages, each after those that it depends on, and their entries. All of it is read from
 * the manifests, whose condition `minfraud-source` names the source of an entry. The build, the API reports, the
 * checks and the release derive theirs from here.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = join(dirname(fileURLToPath(import.meta.url)), '..', '..');

export const manifestIn = (folder) =>
  JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));

/** Where packages may be, from the root: itself, and a folder for each of the others. */
const folders = ['.', ...readdirSync(join(root, 'packages')).map((name) => `packages/${name}`)];

function packageIn(folder) {
  if (!existsSync(join(root, folder, 'package.json'))) return [];
  const manifest = manifestIn(join(root, folder));
  if (manifest.private === true) return [];
  return [{ name: manifest.name, folder, manifest, entries: entriesOf(manifest) }];
}

/** What a program may import of a package, but for its manifest. */
function entriesOf({ name, exports = {} }) {
  return Object.entries(exports)
    .filter(([path]) => path !== './package.json')
    .map(([path, target]) => {
      const source = target['minfraud-source'];
      return {
        path,
        specifier: `${name}${path.slice(1)}`,
        source,
        // Of the file in `dist`: `legacy/index`, `openapi.json`.
        file: source?.replace(/^\.\/(?:src|generated)\/|\.ts$/g, ''),
        isProgram: source?.endsWith('.ts') === true,
      };
    });
}

const found = folders.flatMap(packageIn);
const names = found.map(({ name }) => name);

/** How many of our own packages stand below one. */
function height({ manifest: { dependencies = {} } }) {
  const below = found.filter(({ name }) => name in dependencies);
  return below.reduce((most, other) => Math.max(most, height(other) + 1), 0);
}

export const packages = found.sort((one, other) => height(one) - height(other));

/** Versions of our own packages that one of them asks for. */
export const ownDependenciesOf = ({ dependencies = {} }) =>
  Object.entries(dependencies).filter(([name]) => names.includes(name));
