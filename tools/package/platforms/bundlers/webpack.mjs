/** `webpack.mjs JSON`: bundles for Node, a browser or Workers. */
import { basename, dirname } from 'node:path';
import process from 'node:process';
import { promisify } from 'node:util';
import webpack from 'webpack';

const { entry, target, outfile } = JSON.parse(process.argv[2]);
const isModule = target !== 'node-cjs';
const stats = await promisify(webpack)({
  entry,
  mode: 'production',
  target: { browser: 'web', worker: 'webworker' }[target] ?? 'node20',
  experiments: { outputModule: isModule },
  output: {
    path: dirname(outfile),
    filename: basename(outfile),
    module: isModule,
    ...(target === 'worker' && { library: { type: 'module' } }),
  },
  performance: { hints: false },
});
if (stats.hasErrors() || stats.hasWarnings()) {
  console.error(stats.toString({ all: false, errors: true, warnings: true }));
  process.exitCode = 1;
}
