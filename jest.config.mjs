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
 * `*.slow.test.ts` starts compilers, kills processes or repeats a call ten thousand times, `*.browser.test.ts`
 * needs a browser. `npm test` leaves them out; MINFRAUD_TESTS=all, slow or browser says otherwise.
 */
const kinds = {
  quick: { testMatch: ['**/*.test.ts'], ignored: ['\\.(slow|browser)\\.test\\.ts$'] },
  slow: { testMatch: ['**/*.slow.test.ts'], ignored: [] },
  all: { testMatch: ['**/*.test.ts'], ignored: ['\\.browser\\.test\\.ts$'] },
  browser: { testMatch: ['**/*.browser.test.ts'], ignored: [] },
};
const kind = kinds[process.env['MINFRAUD_TESTS'] ?? 'quick'];

export default {
  testEnvironment: 'node',
  // Our packages are read from their sources: a fresh clone has no dist.
  testEnvironmentOptions: {
    customExportConditions: ['minfraud-source', 'node', 'node-addons'],
  },
  // Jest leaves one core idle otherwise, which on two cores is half of them. Each browser test starts one.
  maxWorkers: kind === kinds.browser ? 1 : '100%',
  // Generous, since a shared machine may stand still for seconds: no test measures time by it.
  testTimeout: kind === kinds.browser ? 180_000 : 60_000,
  roots: ['<rootDir>/test', '<rootDir>/packages', '<rootDir>/tools'],
  testMatch: kind.testMatch,
  modulePathIgnorePatterns: [
    // Compilers and runtimes for `npm run check:platforms`: a gigabyte that is none of our tests.
    '<rootDir>/tools/package/platforms/',
    '<rootDir>/tools/languages/.work/',
    // Links to the packages, which are read where they are.
    '<rootDir>/node_modules/minfraud-',
    '<rootDir>/packages/[^/]+/dist/',
  ],
  testPathIgnorePatterns: ['/node_modules/', ...kind.ignored],
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
  collectCoverageFrom: ['src/**/*.ts', 'scripts/**/*.ts', 'packages/*/src/**/*.ts'],
  coverageProvider: 'v8',
  ...(kind === kinds.all && {
    coverageThreshold: {
      global: { lines: 95, branches: 95 },
      // Batch, merge and most commands are tested as programs of their own, which can be killed and whose
      // lines are not counted here.
      './packages/cli/src/': { lines: 83, branches: 83 },
    },
  }),
};
