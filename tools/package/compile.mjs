/** Compiles programs of this repository into those that a customer would have. */
import { build } from 'esbuild';

/**
 * Compiles a program to one file, which imports or requires the packages by their names.
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
    logLevel: 'error',
  });
}
