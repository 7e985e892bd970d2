/** What `npm run generate` and `minfraud generate` share: how they read, report, write and refuse. */
import { existsSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { SpecSource } from './compile.ts';
import { brokenLinks, findDrift, withoutVersion, writeFiles } from './drift.ts';
import { MissingPeerError } from './peers.ts';
import type { Print } from './print.ts';
import type { SpecChange } from './spec-diff/change.ts';
import { UnreadableDocumentError } from './spec-diff/read-document.ts';
import { packageName, reportChanges } from './spec-diff/report.ts';
import { SpecError } from './spec-error.ts';

interface SharedOptions {
  readonly check: { readonly type: 'boolean' };
  readonly help: { readonly type: 'boolean' };
  readonly spec: { readonly type: 'string' };
  readonly overlay: { readonly type: 'string'; readonly multiple: true };
  readonly out: { readonly type: 'string' };
}

export const sharedOptions: SharedOptions = {
  check: { type: 'boolean' },
  help: { type: 'boolean' },
  spec: { type: 'string' },
  overlay: { type: 'string', multiple: true },
  out: { type: 'string' },
};

/** The command line holds something that cannot be done. */
export class UsageError extends Error {}

export interface Compiled {
  readonly out: string;
  /** The command that writes what was checked. */
  readonly again: string;
  readonly files: ReadonlyMap<string, string>;
}

/** What a command worked out, before it writes or prints anything. */
export interface Outcome {
  readonly compiled?: Compiled;
  /** Compare the files instead of writing them. */
  readonly check?: boolean;
  readonly changes?: readonly SpecChange[] | undefined;
}

interface Voice {
  readonly print: Print;
  /** Prints why nothing was done. */
  readonly complain: Print;
  readonly help: string;
}

/** Runs a command, writes and prints what it worked out or a text, and gives the exit status. */
export async function runGuarded(
  { print, complain, help }: Voice,
  run: () => Promise<Outcome | string>,
): Promise<number> {
  try {
    const outcome = await run();
    if (typeof outcome !== 'string') return report(outcome, print);
    print(outcome);
    return 0;
  } catch (error) {
    if (error instanceof SpecError) complain(`The spec could not be compiled:\n${error.message}`);
    else if (isMisuse(error)) complain(error.message);
    else if (isParseError(error)) complain(`${error.message}\n\n${help}`);
    else throw error;
    return error instanceof SpecError ? 1 : 2;
  }
}

function isMisuse(error: unknown): error is Error {
  const kinds = [UsageError, MissingPeerError, UnreadableDocumentError];
  return kinds.some((kind) => error instanceof kind);
}

function isParseError(error: unknown): error is Error {
  const { code } = error as { code?: unknown };
  return typeof code === 'string' && code.startsWith('ERR_PARSE_ARGS');
}

function report({ compiled, check = false, changes }: Outcome, print: Print): number {
  const isStale = compiled !== undefined && writeOrCheck(compiled, check, print);
  if (changes === undefined) return isStale ? 1 : 0;
  if (compiled !== undefined) print('');
  const breaks = reportChanges(changes, packageName(), print);
  return isStale || breaks ? 1 : 0;
}

/** Gives whether a check failed. */
function writeOrCheck({ out, again, files }: Compiled, check: boolean, print: Print): boolean {
  const [broken] = brokenLinks(out, files);
  if (broken !== undefined)
    throw new UsageError(`${broken} is a link to a place that does not exist: remove it.`);
  const stale = check ? findDrift(out, files, withoutVersion) : writeFiles(out, files);
  for (const { file, why } of stale) print(check ? `${file}: ${why}` : `wrote ${file}`);
  if (stale.length === 0) print(`${files.size} files in ${out} are what the spec compiles to.`);
  else if (check) print(`Run \`${again}\` and commit what it writes.`);
  return check && stale.length > 0;
}

export function sourceOf(spec: string, overlays: readonly string[]): SpecSource {
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
    if (statSync(overlay).isDirectory())
      throw new UsageError(`${overlay} is a folder: name each overlay in it with --overlay.`);
  }
  return { spec: path, overlays };
}

/** The command line that does the same again. */
export function commandOf(
  command: string,
  separator: string,
  options: Readonly<Record<string, string | readonly string[] | undefined>>,
): string {
  const given = Object.entries(options).flatMap(([name, value]) =>
    [value ?? []].flat().flatMap((word) => [`--${name}`, word]),
  );
  return given.length === 0 ? command : [command, separator, ...given].filter(Boolean).join(' ');
}
