/** Projects of Next.js, in each version that is tried: written, built and started. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { copyOurs } from '../install.mjs';
import { run, startServer } from './processes.mjs';
import { copyInto, newerNode, tool } from './tools.mjs';

/** What a project of each version has in its node_modules, by the names of our own tools. */
export const versions = {
  14: {
    bundlers: ['webpack'],
    packages: { next: 'next-14', react: 'react-18', 'react-dom': 'react-dom-18' },
    // Here webpack has no flag.
    flags: () => [],
  },
  16: {
    bundlers: ['turbopack', 'webpack'],
    packages: { next: 'next', react: 'react', 'react-dom': 'react-dom' },
    flags: (bundler) => [`--${bundler}`],
  },
};

const compilerOptions = {
  target: 'ES2022',
  lib: ['dom', 'dom.iterable', 'esnext'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  esModuleInterop: true,
  resolveJsonModule: true,
  module: 'esnext',
  moduleResolution: 'bundler',
  // As create-next-app has it.
  paths: { '@/*': ['./*'] },
  isolatedModules: true,
  allowJs: true,
  incremental: false,
  plugins: [{ name: 'next' }],
};

/** A project with the packed SDK. @param files - Path → text, beside what `copy` put there. */
export function writeNextProject(name, version, { apart, installInto }, files, copy = () => {}) {
  const folder = join(apart, name);
  mkdirSync(folder, { recursive: true });
  copy(folder);
  const { packages } = versions[version];
  // Next.js writes what it misses of this file by itself, and calls that a change.
  const jsx = version < 16 ? 'preserve' : 'react-jsx';
  const all = {
    'package.json': '{ "name": "shop", "private": true, "type": "module" }',
    'tsconfig.json': JSON.stringify({
      compilerOptions: { ...compilerOptions, jsx },
      include: ['**/*.ts', '.next/types/**/*.ts'],
      exclude: ['node_modules'],
    }),
    ...files,
  };
  for (const [file, text] of Object.entries(all)) {
    mkdirSync(dirname(join(folder, file)), { recursive: true });
    writeFileSync(join(folder, file), text);
  }
  installInto(folder, ['minfraud-sdk']);
  copyOurs(folder, ['@types/node', 'undici-types']);
  for (const [own, tools] of Object.entries(packages)) copyInto(folder, [tools], { [tools]: own });
  copyInto(folder, ['@types/react']);
  cpSync(tool('TypeScript 5.9', 'typescript-5.9'), join(folder, 'node_modules', 'typescript'), {
    recursive: true,
  });
  return folder;
}

const programOf = (folder) => join(folder, 'node_modules', 'next', 'dist', 'bin', 'next');

export function buildNext(folder, version, bundler, env = {}) {
  const args = [programOf(folder), 'build', ...versions[version].flags(bundler)];
  return run(newerNode(), args, { cwd: folder, env, limit: 900_000 });
}

export function startNext(folder, env) {
  const args = [programOf(folder), 'start', '-p', '0', '-H', '127.0.0.1'];
  return startServer(newerNode(), args, /Local:\s+(http:\S+)[\s\S]*Ready/, { cwd: folder, env });
}
