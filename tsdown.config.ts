import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { type UserConfig } from 'tsdown';
import { packages } from './tools/package/packages.mjs';

/**
 * What is published, from what each manifest exports. Nothing is minified and, but for MD5, nothing of others is
 * built in: the build fails where it is.
 */

/** The programs of a package: name of the file in `dist` → source. */
function programsOf(name: string): Record<string, string> {
  const { entries = [] } = packages.find((one) => one.name === name) ?? {};
  const programs = entries.filter(({ isProgram }) => isProgram);
  return Object.fromEntries(programs.map(({ file, source }) => [file, source]));
}

/** What every build shares: both module systems, declarations once. */
const base: UserConfig = {
  format: { cjs: {}, esm: { dts: false } },
  dts: true,
  target: 'es2022',
  outDir: 'dist',
  clean: false,
  sourcemap: false,
  fixedExtension: true,
  hash: false,
  deps: { onlyBundle: [] },
  // Editors read comments from the declarations; in the code they would only be loaded with it.
  outputOptions: { comments: { jsdoc: false, annotation: true, legal: true } },
  inputOptions: { experimental: { attachDebugInfo: 'none' } },
};

/**
 * Entries of one build, each with its types. A CommonJS declaration serves ES modules too, by a line
 * that passes it on: the types are shipped once. The other way round TypeScript refuses.
 */
function build(entry: Record<string, string>, options: UserConfig): UserConfig {
  return {
    ...base,
    ...options,
    entry,
    onSuccess: async () => {
      for (const path of Object.keys(entry)) {
        const file = path.slice(path.lastIndexOf('/') + 1);
        const folder = `${options.cwd ?? '.'}/dist/${path}`.slice(0, -file.length);
        await mkdir(folder, { recursive: true });
        await writeFile(`${folder}${file}.d.mts`, `export * from './${file}.cjs';\n`);
      }
    },
  };
}

/** The spec as users get it: without the white space, which is 40 % of it. */
async function writeSpecs(): Promise<void> {
  await mkdir('dist', { recursive: true });
  for (const name of ['openapi.json', 'openapi-3.0.json']) {
    const spec: unknown = JSON.parse(await readFile(`generated/${name}`, 'utf8'));
    await writeFile(`dist/${name}`, JSON.stringify(spec));
  }
}

const sdk = programsOf('minfraud-sdk');
/** These load nothing of the client: each is one file. The others share one. */
const alone = ['alerts/index', 'device/index', 'opentelemetry/index', 'undici/index'];
const together = Object.entries(sdk).filter(([name]) => !alone.includes(name));

const builds: UserConfig[] = [
  build(Object.fromEntries(together), {
    // Runs on Node, Bun, Deno, Workers and in browsers: nothing from `node:` may get in.
    platform: 'neutral',
    clean: true,
    hooks: { 'build:done': writeSpecs },
    // MD5 is built in: the library ships ES modules only, which Jest and older bundlers cannot load
    // from a CommonJS file.
    deps: { alwaysBundle: [/^@noble\/hashes/], onlyBundle: ['@noble/hashes'] },
    // All that these entries share is one file: loading many costs milliseconds.
    outputOptions: (options, _format, { cjsDts }) => {
      Object.assign(options, base.outputOptions);
      if (!cjsDts) options.codeSplitting = { groups: [{ name: 'core', minShareCount: 2 }] };
    },
  }),
  ...alone.map((name) =>
    build(
      { [name]: sdk[name] ?? '' },
      { platform: name.startsWith('undici') ? 'node' : 'neutral' },
    ),
  ),
  build(programsOf('minfraud-emulator'), {
    cwd: 'packages/emulator',
    platform: 'node',
    clean: true,
  }),
  {
    ...base,
    cwd: 'packages/cli',
    format: { esm: { dts: false } },
    dts: false,
    platform: 'node',
    clean: true,
    entry: { main: 'src/main.ts' },
  },
];

export default builds;
