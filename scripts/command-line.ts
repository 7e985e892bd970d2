/** The commands `npm run generate` and `minfraud generate`: what their options mean and what they print. */
import { existsSync, statSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile, compileClient, type ImportEnding, type SpecSource } from './compile.ts';
import { findDrift, foreignFiles, writeFiles } from './drift.ts';
import { MissingPeerError, requirePeers } from './peers.ts';
import { SpecError } from './spec-error.ts';

const usage = `npm run generate -- [--check] [--spec DIR|FILE] [--overlay FILE]... [--out DIR] [--runtime SPECIFIER]

  --spec DIR|FILE  folder with openapi.yaml and what it refers to, or one bundled document (default: spec)
  --overlay FILE   an OpenAPI Overlay to apply; several are applied in the order given
  --out DIR        folder that gets the generated files (default: generated)
  --runtime SPECIFIER
                   what the generated files import the types of operations and tables from
                   (default: the way from DIR to src/operation.ts)
  --check          write nothing; fail and name the files that the spec no longer compiles to
`;

const clientUsage = `minfraud generate [--check] [--spec DIR|FILE] [--overlay FILE]... [--imports js|ts|none] --out DIR

  Writes a client of your own: index.ts with MinFraud, the types, checks and names of the edited spec.

  --spec DIR|FILE  folder with openapi.yaml and what it refers to, or one bundled document
                   (default: the spec that this package ships)
  --overlay FILE   an OpenAPI Overlay to apply; several are applied in the order given
  --out DIR        folder that gets the generated files
  --imports WORD   how the files name each other: ./tables.js (js, the default), ./tables.ts (ts), ./tables (none)
  --check          write nothing; fail and name the files that the spec no longer compiles to
`;

/** Prints one line. */
export type Print = (line: string) => void;

/** `npm run generate`; gives the exit status: 0 done, 1 stale or refused, 2 wrong usage. */
export function runCommandLine(parameters: readonly string[], print: Print): Promise<number> {
  return guarded(print, usage, async () => {
    const { values } = parseArgs({
      args: [...parameters],
      options: { ...shared, runtime: { type: 'string' } },
    });
    if (values.help === true) return usage;
    const { spec = 'spec', overlay = [], out = 'generated', runtime, check = false } = values;
    const folder = resolve(out);
    const files = await compile(sourceOf(spec, overlay), {
      runtime: runtime ?? runtimeFrom(folder),
    });
    const again = commandOf('npm run generate', '--', {
      spec: values.spec,
      overlay,
      out: values.out,
      runtime,
    });
    return { check, out: folder, again, files };
  });
}

/**
 * `minfraud generate`; gives the exit status as {@link runCommandLine} does.
 *
 * @param shippedSpec - The document to compile unless another is named.
 */
export function runClientCommandLine(
  parameters: readonly string[],
  print: Print,
  shippedSpec: string,
): Promise<number> {
  return guarded(print, clientUsage, async () => {
    const { values } = parseArgs({
      args: [...parameters],
      options: { ...shared, imports: { type: 'string' } },
    });
    if (values.help === true) return clientUsage;
    const { spec, overlay = [], out, imports = 'js', check = false } = values;
    if (out === undefined) throw new UsageError('Name the folder for the client with --out.');
    const ending = endings[imports];
    if (ending === undefined)
      throw new UsageError(`--imports is js, ts or none, not "${imports}".`);
    const source = sourceOf(spec ?? shippedSpec, overlay);
    const isFolder = statSync(source.spec).isDirectory();
    requirePeers([
      ...['typescript', '@hey-api/openapi-ts'],
      ...(isFolder ? ['@redocly/openapi-core'] : []),
    ]);
    const again = commandOf('npx minfraud generate', '', {
      spec,
      overlay,
      imports: values.imports,
      out,
    });
    const folder = resolve(out);
    const files = await compileClient(source, { again, ending });
    const foreign = foreignFiles(folder, files);
    if (foreign.length > 0) {
      const names = foreign.join(', ');
      throw new UsageError(
        `${names} in ${folder} ${foreign.length > 1 ? 'were' : 'was'} not made by this command, and would be overwritten. Name another folder with --out.`,
      );
    }
    return { check, out: folder, again, files };
  });
}

const shared = {
  check: { type: 'boolean' },
  help: { type: 'boolean' },
  spec: { type: 'string' },
  overlay: { type: 'string', multiple: true },
  out: { type: 'string' },
} as const;

const endings: Readonly<Record<string, ImportEnding>> = { js: '.js', ts: '.ts', none: '' };

/** The command line holds something that cannot be done. */
class UsageError extends Error {}

interface Compiled {
  readonly check: boolean;
  readonly out: string;
  /** The command that writes what was checked. */
  readonly again: string;
  readonly files: ReadonlyMap<string, string>;
}

async function guarded(
  print: Print,
  help: string,
  run: () => Promise<Compiled | string>,
): Promise<number> {
  try {
    const compiled = await run();
    if (typeof compiled !== 'string') return report(compiled, print);
    print(compiled);
    return 0;
  } catch (error) {
    if (error instanceof SpecError) print(`The spec was not compiled:\n${error.message}`);
    else if (error instanceof UsageError || error instanceof MissingPeerError) print(error.message);
    else if (isParseError(error)) print(`${error.message}\n\n${help}`);
    else throw error;
    return error instanceof SpecError ? 1 : 2;
  }
}

function isParseError(error: unknown): error is Error {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}

function sourceOf(spec: string, overlays: readonly string[]): SpecSource {
  const path = resolve(spec);
  if (!existsSync(path)) {
    throw new UsageError(`There is no ${path}. Name the spec's folder or file with --spec.`);
  }
  if (statSync(path).isDirectory() && !existsSync(join(path, 'openapi.yaml'))) {
    throw new UsageError(
      `There is no openapi.yaml in ${path}. Name the spec's folder with --spec.`,
    );
  }
  for (const overlay of overlays) {
    if (!existsSync(overlay)) throw new UsageError(`There is no overlay ${overlay}.`);
  }
  return { spec: path, overlays };
}

/** The types in this repository, as a module in `out` names them. */
function runtimeFrom(out: string): string {
  const path = relative(out, resolve('src/operation.ts')).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

function commandOf(
  command: string,
  separator: string,
  options: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const given = Object.entries(options).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((word) => [`--${name}`, word]),
  );
  return given.length === 0 ? command : [command, separator, ...given].filter(Boolean).join(' ');
}

function report({ check, out, again, files }: Compiled, print: Print): number {
  const stale = check ? findDrift(out, files) : writeFiles(out, files);
  for (const { file, why } of stale) print(check ? `${file}: ${why}` : `wrote ${file}`);
  if (stale.length === 0) print(`${files.size} files in ${out} are what the spec compiles to.`);
  else if (check) print(`Run \`${again}\` and commit what it writes.`);
  return check && stale.length > 0 ? 1 : 0;
}
