/** The command `npm run generate`: what its options mean and what it prints. */
import { existsSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.ts';
import { findDrift, writeFiles } from './drift.ts';
import { SpecError } from './spec-error.ts';

const usage = `npm run generate -- [--check] [--spec DIR] [--out DIR] [--runtime SPECIFIER]

  --spec DIR  folder with openapi.yaml and what it refers to (default: spec)
  --out DIR   folder that gets the generated files (default: generated)
  --runtime SPECIFIER
              what the generated files import the types of operations and tables from
              (default: the way from DIR to src/operation.ts)
  --check     write nothing; fail and name the files that the spec no longer compiles to
`;

const defaults = { spec: 'spec', out: 'generated' };

interface Options {
  readonly check?: boolean;
  readonly help?: boolean;
  readonly spec: string;
  readonly out: string;
  readonly runtime?: string;
}

/** Prints one line. */
export type Print = (line: string) => void;

/** Runs the command; gives the exit status: 0 done, 1 stale or refused, 2 wrong usage. */
export async function runCommandLine(parameters: readonly string[], print: Print): Promise<number> {
  let options: Options;
  try {
    options = parseArgs({
      args: [...parameters],
      options: {
        check: { type: 'boolean' },
        help: { type: 'boolean' },
        spec: { type: 'string', default: defaults.spec },
        out: { type: 'string', default: defaults.out },
        runtime: { type: 'string' },
      },
    }).values;
  } catch (error) {
    print(`${error instanceof Error ? error.message : String(error)}\n\n${usage}`);
    return 2;
  }
  if (options.help === true) {
    print(usage);
    return 0;
  }
  const spec = resolve(options.spec);
  if (!existsSync(join(spec, 'openapi.yaml'))) {
    print(`There is no openapi.yaml in ${spec}. Name the spec's folder with --spec.`);
    return 2;
  }
  try {
    const out = resolve(options.out);
    const files = await compile(spec, { runtime: options.runtime ?? runtimeFrom(out) });
    return report({ check: options.check === true, out, again: againWith(options) }, files, print);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    print(`The spec was not compiled:\n${error.message}`);
    return 1;
  }
}

/** The types in this repository, as a module in `out` names them. */
function runtimeFrom(out: string): string {
  const path = relative(out, resolve('src/operation.ts')).replaceAll('\\', '/');
  return path.startsWith('.') ? path : `./${path}`;
}

/** The command that writes what was checked. */
function againWith({ spec, out, runtime }: Options): string {
  const given = [
    ...(spec === defaults.spec ? [] : ['--spec', spec]),
    ...(out === defaults.out ? [] : ['--out', out]),
    ...(runtime === undefined ? [] : ['--runtime', runtime]),
  ];
  return ['npm run generate', ...(given.length > 0 ? ['--', ...given] : [])].join(' ');
}

function report(
  { check, out, again }: { check: boolean; out: string; again: string },
  files: ReadonlyMap<string, string>,
  print: Print,
): number {
  const stale = check ? findDrift(out, files) : writeFiles(out, files);
  for (const { file, why } of stale) print(check ? `${file}: ${why}` : `wrote ${file}`);
  if (stale.length === 0) print(`${files.size} files in ${out} are what the spec compiles to.`);
  else if (check) print(`Run \`${again}\` and commit what it writes.`);
  return check && stale.length > 0 ? 1 : 0;
}
