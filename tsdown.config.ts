import { type UserConfig } from 'tsdown';

/** What every build shares: both module systems with types, readable output, one file an entry. */
const base: UserConfig = {
  format: ['esm', 'cjs'],
  dts: true,
  target: 'es2022',
  outDir: 'dist',
  clean: false,
  sourcemap: false,
  fixedExtension: true,
  hash: false,
};

/** Ajv and what it brings. */
const validator = ['ajv', 'ajv-formats', 'fast-deep-equal', 'fast-uri', 'json-schema-traverse'];

const builds: UserConfig[] = [
  {
    ...base,
    clean: true,
    // Runs on Node, Bun, Deno, Workers and in browsers: nothing from `node:` may get in.
    platform: 'neutral',
    entry: {
      index: 'src/index.ts',
      'legacy/index': 'src/legacy/index.ts',
      'alerts/index': 'src/alerts/index.ts',
      wire: 'src/wire.ts',
    },
    // MD5 is inlined: the library ships ES modules only, which Jest and older bundlers cannot
    // load from a CommonJS file, and only one small function of it is used.
    deps: { alwaysBundle: [/^@noble\/hashes/], onlyBundle: ['@noble/hashes'] },
  },
  {
    ...base,
    platform: 'node',
    entry: { 'node/index': 'src/node/index.ts' },
  },
  {
    ...base,
    platform: 'node',
    entry: { 'emulator/index': 'src/emulator/index.ts' },
    // Ajv and the spec are inlined, so that installing the SDK does not install a validator.
    deps: { alwaysBundle: validator.map((name) => new RegExp(`^${name}`)), onlyBundle: validator },
  },
];

export default builds;
