/** The command `npm run generate`: what its options mean and what it prints. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { compile } from './compile.ts';
import { findDrift, writeFiles } from './drift.ts';
import { SpecError } from './spec-error.ts';

const usage = `npm run generate -- [--check] [--spec DIR] [--out DIR]

  --spec DIR  folder with openapi.yaml and what it refers to (default: spec)
  --out DIR   folder that gets the generated files and nothing else (default: generated)
  --check     write nothing; fail and name the files that the spec no longer compiles to
`;

/** Prints one line. */
export type Print = (line: string) => void;

/** Runs the command; gives the exit status: 0 done, 1 stale or refused, 2 wrong usage. */
export async function runCommandLine(parameters: readonly string[], print: Print): Promise<number> {
  let options: { check?: boolean; help?: boolean; spec: string; out: string };
  try {
    options = parseArgs({
      args: [...parameters],
      options: {
        check: { type: 'boolean' },
        help: { type: 'boolean' },
        spec: { type: 'string', default: 'spec' },
        out: { type: 'string', default: 'generated' },
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
    const files = await compile(spec);
    return report(options.check === true, resolve(options.out), files, print);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    print(`The spec was not compiled:\n${error.message}`);
    return 1;
  }
}

function report(
  check: boolean,
  out: string,
  files: ReadonlyMap<string, string>,
  print: Print,
): number {
  const stale = check ? findDrift(out, files) : writeFiles(out, files);
  for (const { file, why } of stale) print(check ? `${file}: ${why}` : `wrote ${file}`);
  if (stale.length === 0) print(`${files.size} files in ${out} are what the spec compiles to.`);
  else if (check) print('Run `npm run generate` and commit what it writes.');
  return check && stale.length > 0 ? 1 : 0;
}
