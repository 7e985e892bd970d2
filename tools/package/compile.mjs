/** Turns programs of this repository, which import the sources, into those that a customer would have. */
import { readFileSync } from 'node:fs';
import { build } from 'esbuild';

/** `../../src/alerts/index.ts` → `minfraud-sdk/alerts`. */
function publishedName(path) {
  const [, folder, file] = /^(?:\.\.\/)+src\/(?:(\w+)\/index|(\w+))\.ts$/.exec(path) ?? [];
  if (folder !== undefined) return `minfraud-sdk/${folder}`;
  if (file === undefined) return undefined;
  return file === 'index' ? 'minfraud-sdk' : `minfraud-sdk/${file}`;
}

/** The text of a program, with the imports of a customer. */
export function asPublished(file) {
  return readFileSync(file, 'utf8')
    .replaceAll(/^\/\/ In your program: from .*\n/gm, '')
    .replaceAll(/'((?:\.\.\/)+src\/[\w/]+\.ts)'/g, (quoted, path) => {
      const name = publishedName(path);
      return name === undefined ? quoted : `'${name}'`;
    });
}

const publishedImports = {
  name: 'published-imports',
  setup({ onResolve }) {
    onResolve({ filter: /\/src\// }, ({ path }) => {
      const name = publishedName(path);
      return name === undefined ? undefined : { path: name, external: true };
    });
  },
};

/**
 * Compiles a program to one file, which imports or requires the package by its name.
 *
 * @param format - `esm` or `cjs`.
 */
export async function compileProgram(entry, outfile, format) {
  await build({
    entryPoints: [entry],
    outfile,
    format,
    bundle: true,
    packages: 'external',
    platform: 'neutral',
    target: 'es2022',
    plugins: [publishedImports],
    logLevel: 'error',
  });
}
