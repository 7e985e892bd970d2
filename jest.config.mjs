/** Packages that ship ES modules only, and so go through the same transform as our own code. */
const esmOnly = [
  '@noble/hashes',
  // What openapi-typescript's CommonJS build requires.
  'change-case',
  'index-to-position',
  'parse-json',
  'supports-color',
];

export default {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  // Compilers and runtimes for `npm run check:platforms`: a gigabyte that is none of our tests.
  modulePathIgnorePatterns: ['<rootDir>/test/package/platforms/'],
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
  collectCoverageFrom: ['src/**/*.ts', 'scripts/**/*.ts'],
  coverageProvider: 'v8',
  coverageThreshold: { global: { lines: 95, branches: 95 } },
};
