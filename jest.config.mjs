/** Packages that ship ES modules only, and so go through the same transform as our own code. */
const esmOnly = [
  '@noble/hashes',
  // What openapi-typescript's CommonJS build requires.
  'change-case',
  'index-to-position',
  'parse-json',
  'supports-color',
];

/**
 * Tests that start compilers, kill processes or repeat a call ten thousand times. `npm test` leaves
 * them out, so that it takes a minute; `npm run test:all` and `npm run check` do not.
 */
const slow = [
  '/test/bench/soak\\.test',
  '/test/docs/(snippets|servers|spec-readme|tarball)',
  '/test/examples/dispositions-sqlite',
  '/test/scripts/(client-command-line|command-line)',
  '/test/scripts/compile',
  '/test/scripts/load-spec',
  '/test/scripts/spec-diff',
  '/test/spec-edits/',
  '/test/attacks/emulator',
  '/test/batch/(batch|kill|queue|world-map)',
  '/test/cli/(completion|docs|emulator|streams)',
  '/test/emulator/edited-spec',
  '/test/request/(agreement|attacks|garbage)',
  '/test/undici/http2',
  '/test/scripts/generated-types',
  '/test/scripts/model-types',
  '/test/transport/fuzz',
  '/test/transport/life',
  '/test/types/',
];

export const config = {
  testEnvironment: 'node',
  // Jest leaves one core idle otherwise, which on two cores is half of them.
  maxWorkers: '100%',
  // Generous, since a shared machine may stand still for seconds: no test measures time by it.
  testTimeout: 60_000,
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Compilers and runtimes for `npm run check:platforms`: a gigabyte that is none of our tests.
  modulePathIgnorePatterns: ['<rootDir>/test/package/platforms/'],
  // They need a browser: `npm run check:browser`.
  testPathIgnorePatterns: ['/test/browser/'],
  transform: {
    '^.+\\.[cm]?[jt]s$': [
      '@swc/jest',
      {
        jsc: { target: 'es2022', parser: { syntax: 'typescript' } },
        module: { type: 'commonjs' },
      },
    ],
  },
  transformIgnorePatterns: [`/node_modules/(?!(?:.*/node_modules/)?(${esmOnly.join('|')})/)`],
  // Without what other scripts show: `npm run scale`, `check:docs` and `release:check`.
  collectCoverageFrom: [
    ...['src/**/*.ts', '!src/cli/batch/queue/**', 'scripts/**/*.ts'],
    ...['!scripts/site/**', '!scripts/world-map.ts', '!scripts/release/check.ts'],
  ],
  coverageProvider: 'v8',
  coverageThreshold: {
    global: { lines: 95, branches: 95 },
    // Most commands are tested as programs of their own, whose lines are not counted here.
    './src/cli/': { lines: 95, branches: 84 },
  },
};

export default {
  ...config,
  testPathIgnorePatterns: [...config.testPathIgnorePatterns, ...slow],
};
