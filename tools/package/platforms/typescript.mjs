/** TypeScript: a program that uses every entry compiles, declarations and all, however it is resolved. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { run } from './processes.mjs';
import { tool } from './tools.mjs';

const strict = {
  noEmit: true,
  strict: true,
  exactOptionalPropertyTypes: true,
  noUncheckedIndexedAccess: true,
  resolveJsonModule: true,
  target: 'es2022',
  lib: ['es2022', 'dom', 'dom.iterable'],
  types: ['node'],
};

const nodeNext = { module: 'nodenext', moduleResolution: 'nodenext' };
const bundler = { module: 'esnext', moduleResolution: 'bundler' };

const ways = {
  'ES modules': { options: nodeNext, files: ['every-entry.mts'] },
  CommonJS: { options: nodeNext, files: ['every-entry.cts', 'specs.cts'] },
  bundlers: { options: bundler, files: ['every-entry.mts'] },
  'moduleResolution: node': {
    options: { module: 'commonjs', moduleResolution: 'node' },
    files: ['every-entry.cts', 'specs.cts'],
    versions: [5.0, 5.9],
  },
  'without the DOM': {
    versions: [5.0, 7],
    options: { ...nodeNext, lib: ['es2022'] },
    files: ['every-entry.mts'],
  },
  'without the types of Node': {
    versions: [5.0, 7],
    options: { ...bundler, types: [] },
    files: ['portable-entries.mts'],
  },
};

export const inTypeScript = [
  ['5.0', 5],
  ['5.9', 5.9],
  ['6', 6],
  ['7', 7],
].flatMap(([name, version]) =>
  Object.entries(ways)
    .filter(([, { versions = [version] }]) => versions.includes(version))
    .map(([way, { options, files }]) => ({
      runtime: `typescript-${name}`,
      script: `every entry, ${way}`,
      check: async ({ project: { folder } }) => {
        const configurations = join(folder, 'configurations');
        mkdirSync(configurations, { recursive: true });
        const file = join(configurations, `${name} ${way.replace(':', '')}.json`);
        // The declarations are looked at, too. TypeScript 5.0 fails inside those of openapi-fetch (TS2344).
        const compilerOptions = { ...strict, ...options, skipLibCheck: version < 5.4 };
        writeFileSync(
          file,
          JSON.stringify({ compilerOptions, files: files.map((one) => `../${one}`) }),
        );
        const tsc = tool(`TypeScript ${name}`, `typescript-${name}`, 'bin', 'tsc');
        return (await run(process.execPath, [tsc, '-p', file], { cwd: folder })).trim();
      },
    })),
);
