import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { minify } from '@swc/core';
import { type UserConfig } from 'tsdown';

type OutputOptions = Exclude<
  UserConfig['outputOptions'],
  ((...args: never) => unknown) | undefined
>;

/** Editors read comments from the declarations; in the code they would only be loaded with it. */
const output: OutputOptions = { comments: { jsdoc: false, annotation: true, legal: true } };

/**
 * Loading takes time that grows with the text. Names of functions and classes stay, for stack traces; so do
 * the annotations, which rolldown's own minifier drops, so that bundlers leave out what is not used.
 */
const compact = {
  name: 'compact',
  async generateBundle(_: unknown, bundle: Record<string, { fileName: string; code?: string }>) {
    for (const chunk of Object.values(bundle)) {
      if (chunk.code === undefined || !/\.[cm]js$/.test(chunk.fileName)) continue;
      const { code } = await minify(chunk.code, {
        module: chunk.fileName.endsWith('.mjs'),
        ecma: 2022,
        compress: false,
        mangle: { keep_fnames: true, keep_classnames: true },
        format: { comments: 'some', preserveAnnotations: true },
      });
      chunk.code = code;
    }
  },
};

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
  outputOptions: output,
  plugins: [compact],
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
        await mkdir(`dist/${path}`.slice(0, -file.length), { recursive: true });
        await writeFile(`dist/${path}.d.mts`, `export * from './${file}.cjs';\n`);
        if (path === 'wire') await loosenWireTypes();
      }
    },
  };
}

/**
 * openapi-fetch's types, in words that TypeScript 5.0 accepts as well: it takes `unknown`, which no operation
 * here comes to, for the type of every answer, and refuses that as a list of responses.
 */
async function loosenWireTypes(): Promise<void> {
  const path = 'dist/wire-client.d.cts';
  const text = await readFile(path, 'utf8');
  const inner = '? T["responses"] : unknown;';
  if (!text.includes(inner)) throw new Error(`${path} no longer says: ${inner}`);
  await writeFile(path, text.replace(inner, inner.replace('unknown', 'never')));
}

/** Runs on Node, Bun, Deno, Workers and in browsers: nothing from `node:` may get in. */
function portable(entry: Record<string, string>, options: UserConfig = {}): UserConfig {
  return build(entry, { platform: 'neutral', ...options });
}

/** What the client is built with, types included. */
const inlined = ['@noble/hashes', 'openapi-fetch', 'openapi-typescript-helpers'];

/** Ajv and what it brings. */
const validator = ['ajv', 'ajv-formats', 'fast-deep-equal', 'fast-uri', 'json-schema-traverse'];

/** The spec as users get it: without the white space, which is 40 % of it. */
async function writeSpecs(): Promise<void> {
  await mkdir('dist', { recursive: true });
  for (const name of ['openapi.json', 'openapi-3.0.json']) {
    const spec: unknown = JSON.parse(await readFile(`generated/${name}`, 'utf8'));
    await writeFile(`dist/${name}`, JSON.stringify(spec));
  }
}

/** What commands are made of, and what reads specs, overlays, CSV and JSON with its lines. */
const ofCommandLine = [
  ...['@stricli/core', 'csv-parse', '@humanwhocodes/momoa'],
  ...['yaml', 'jsonpath-rfc9535'],
];

/** What draws the charts of a report. */
const charts = [
  ...[/^vega(-|$)/, /^d3-/, 'topojson-client', 'internmap', 'delaunator', 'robust-predicates'],
];

/** It measures text by a canvas where one is installed: a report would look otherwise there. */
const withoutCanvas = {
  name: 'without-canvas',
  resolveId: (id: string) =>
    id === 'vega-canvas'
      ? fileURLToPath(
          new URL('node_modules/vega-canvas/build/vega-canvas.browser.js', import.meta.url),
        )
      : undefined,
};

/** Read from the file that is shipped anyway, instead of one copy a module system. */
const readShippedSpec = {
  name: 'read-shipped-spec',
  load: (id: string) =>
    /[\\/]generated[\\/]openapi\.json$/.test(id)
      ? {
          code: `import { readFileSync } from 'node:fs';
function read() {
  try {
    return readFileSync(new URL('../openapi.json', import.meta.url), 'utf8');
  } catch (cause) {
    throw new Error('minfraud-sdk reads openapi.json from its own folder: leave the package out of the bundle, as external.', { cause });
  }
}
export default JSON.parse(read());`,
          moduleType: 'js' as const,
        }
      : undefined,
};

const builds: UserConfig[] = [
  portable(
    {
      index: 'src/index.ts',
      'legacy/index': 'src/legacy/index.ts',
      wire: 'src/wire.ts',
      runtime: 'src/runtime.ts',
    },
    {
      clean: true,
      hooks: { 'build:done': writeSpecs },
      // MD5 is inlined: the library ships ES modules only, which Jest and older bundlers cannot load
      // from a CommonJS file. openapi-fetch is, because another package to load costs 2 ms of an
      // import, and its source maps and docs 230 kB of an installation.
      deps: { alwaysBundle: inlined.map((name) => new RegExp(`^${name}`)), onlyBundle: inlined },
      // All that these entries share is one file: loading five costs milliseconds.
      outputOptions: (options, _format, { cjsDts }) => {
        Object.assign(options, output);
        if (!cjsDts) options.codeSplitting = { groups: [{ name: 'core', minShareCount: 2 }] };
      },
    },
  ),
  // By themselves, so that they load nothing of the client.
  portable({ 'alerts/index': 'src/alerts/index.ts' }),
  portable({ 'device/index': 'src/device/index.ts' }),
  portable({ 'opentelemetry/index': 'src/opentelemetry/index.ts' }),
  build({ 'undici/index': 'src/undici/index.ts' }, { platform: 'node' }),
  build(
    { 'emulator/index': 'src/emulator/index.ts' },
    {
      platform: 'node',
      // Ajv is inlined, so that installing the SDK does not install a validator.
      deps: {
        alwaysBundle: validator.map((name) => new RegExp(`^${name}`)),
        onlyBundle: validator,
      },
      plugins: [readShippedSpec, compact],
    },
  ),
  {
    ...base,
    // In a folder of its own, so that its chunks, each loaded by the command that needs it, meet no
    // others. Its libraries are inlined, so that installing the SDK installs none; the compiler's are
    // optional peers.
    format: { esm: { dts: false } },
    dts: false,
    platform: 'node',
    outDir: 'dist/cli',
    entry: { main: 'src/cli/main.ts' },
    plugins: [readShippedSpec, withoutCanvas, compact],
    deps: {
      alwaysBundle: [
        ...[...inlined, ...validator, ...ofCommandLine].map((name) => new RegExp(`^${name}`)),
        ...charts,
      ],
      onlyBundle: [...inlined, ...validator, ...ofCommandLine, ...charts],
    },
  },
];

export default builds;
