/** `esbuild.mjs JSON`: bundles with the settings that Wrangler uses for Workers, and the usual ones else. */
import process from 'node:process';
import { build } from 'esbuild';

const { entry, target, outfile } = JSON.parse(process.argv[2]);
const settings = {
  node: { platform: 'node' },
  'node-cjs': { platform: 'node', format: 'cjs' },
  browser: { platform: 'browser' },
  worker: {
    platform: 'neutral',
    conditions: ['workerd', 'worker', 'browser'],
    mainFields: ['module', 'main'],
  },
};
await build({
  entryPoints: [entry],
  outfile,
  bundle: true,
  minify: true,
  format: 'esm',
  target: 'es2022',
  logLevel: 'warning',
  ...settings[target],
});
