/** `vite.mjs JSON`: bundles for Node and Workers as Vite does for servers, and for a browser. */
import { basename, dirname } from 'node:path';
import process from 'node:process';
import { build } from 'vite';

const { entry, target, outfile } = JSON.parse(process.argv[2]);
const isServer = target !== 'browser';
await build({
  root: dirname(entry),
  configFile: false,
  logLevel: 'warn',
  ...(isServer && {
    ssr: { noExternal: true, target: target === 'worker' ? 'webworker' : 'node' },
  }),
  build: {
    ssr: isServer,
    outDir: dirname(outfile),
    emptyOutDir: false,
    target: 'es2022',
    rolldownOptions: {
      input: entry,
      output: { entryFileNames: basename(outfile), format: target === 'node-cjs' ? 'cjs' : 'es' },
    },
  },
});
