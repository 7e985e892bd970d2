/** `rolldown.mjs JSON`: bundles for Node, a browser or Workers. */
import process from 'node:process';
import { build } from 'rolldown';

const { entry, target, outfile } = JSON.parse(process.argv[2]);
await build({
  input: entry,
  platform: { worker: 'neutral', browser: 'browser' }[target] ?? 'node',
  ...(target === 'worker' && {
    resolve: { conditionNames: ['workerd', 'worker', 'browser'], mainFields: ['module', 'main'] },
  }),
  output: { file: outfile, format: target === 'node-cjs' ? 'cjs' : 'esm', minify: true },
  logLevel: 'warn',
});
