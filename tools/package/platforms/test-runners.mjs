/** Jest and Vitest: the test of docs/testing.md, and the conformance program as a test. */
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { transform } from 'esbuild';
import { root } from '../packages.mjs';
import { run } from './processes.mjs';
import { startService } from './service.mjs';
import { copyInto, newerNode, node } from './tools.mjs';

/** The page's test. */
const documented = readFileSync(join(root, 'test', 'docs', 'checkout-example.test.ts'), 'utf8');

/** A test of one line around the whole conformance program. */
const conformanceTest = {
  esm: (runner) => `import { expect, test } from '${runner}';
import { conformance } from './conformance-of.mjs';
const service = JSON.parse(process.env.SERVICE);
test('the package does what it should', async () => {
  expect((await conformance(service)).failures).toEqual([]);
}, 60_000);`,
  cjs: () => `const { expect, test } = require('@jest/globals');
const { conformance } = require('./conformance-of.cjs');
const service = JSON.parse(process.env.SERVICE);
test('the package does what it should', async () => {
  expect((await conformance(service)).failures).toEqual([]);
}, 60_000);`,
};

/** A project with nothing but tests. */
async function testProject({ apart, folder, installInto }, name, format, write) {
  const project = join(apart, name);
  mkdirSync(project, { recursive: true });
  installInto(project, ['minfraud-emulator']);
  const extension = format === 'esm' ? 'mjs' : 'cjs';
  cpSync(join(folder, `main.${extension}`), join(project, `conformance-of.${extension}`));
  writeFileSync(join(project, 'package.json'), '{ "name": "shop", "private": true }');
  for (const [file, text] of Object.entries(await write(extension)))
    writeFileSync(join(project, file), text);
  return project;
}

async function withService(project, use) {
  const service = await startService(project);
  try {
    return await use({ SERVICE: JSON.stringify(service.told) });
  } finally {
    await service.close();
  }
}

const jest = join(root, 'node_modules', 'jest', 'bin', 'jest.js');

/** Jest without a transform: what it loads is what a customer's own build made. */
async function checkJest(project, version, format) {
  const own = await testProject(project, `jest-${version}-${format}`, format, async (extension) => {
    const { code } = await transform(documented, { loader: 'ts', format });
    return {
      [`checkout.test.${extension}`]: code,
      [`conformance.test.${extension}`]: conformanceTest[format]('@jest/globals'),
      'jest.config.json': JSON.stringify({
        testMatch: ['**/*.test.*'],
        moduleFileExtensions: ['js', 'cjs', 'mjs', 'json'],
        transform: {},
      }),
    };
  });
  const options =
    format === 'esm' ? ['--experimental-vm-modules', '--disable-warning=ExperimentalWarning'] : [];
  const args = [
    ...options,
    jest,
    '--ci',
    '--rootDir',
    own,
    '--config',
    join(own, 'jest.config.json'),
    '--no-cache',
    '-i',
  ];
  return withService(project, async (env) => {
    // Jest tells all on standard error.
    await run(node(version), args, { cwd: own, env });
    return '4 tests';
  });
}

async function checkVitest(project) {
  const own = await testProject(project, 'vitest', 'esm', () => ({
    'checkout.test.ts': documented.replace("'@jest/globals'", "'vitest'"),
    'conformance.test.mjs': conformanceTest.esm('vitest'),
  }));
  copyInto(own, ['vitest', 'vite']);
  const vitest = join(own, 'node_modules', 'vitest', 'vitest.mjs');
  return withService(project, async (env) => {
    const printed = await run(newerNode(), [vitest, 'run'], { cwd: own, env });
    return /Tests\s+(\d+ passed)/.exec(printed)?.[1] ?? printed;
  });
}

export const inTestRunners = [
  ...[20, 24].flatMap((version) =>
    [
      ['CommonJS', 'cjs'],
      ['ESM', 'esm'],
    ].map(([system, format]) => ({
      runtime: 'jest',
      script: `docs/testing.md and conformance, ${system}, Node ${version}`,
      check: ({ project }) => checkJest(project, version, format),
    })),
  ),
  {
    runtime: 'vitest',
    script: 'docs/testing.md and conformance',
    check: ({ project }) => checkVitest(project),
  },
];
