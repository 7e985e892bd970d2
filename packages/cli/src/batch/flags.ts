/** What the user may say of a batch, and what of it does not go together. */
import { type SessionFlags } from '../account/session.ts';
import { CommandError } from '../exit.ts';
import { type InputFlags } from '../orders/mapping.ts';
import { type Invalid } from '../orders/request.ts';
import { checkApart, checkOneName, filesOfRun } from './files.ts';
import { checkReplaceable } from './new-file.ts';
import { type Part } from './part.ts';
import { type Service } from './runner.ts';

export interface BatchFlags extends SessionFlags, InputFlags {
  readonly service: Service;
  readonly out?: string | undefined;
  readonly part?: Part | undefined;
  readonly resume?: boolean | undefined;
  readonly 'start-or-resume'?: boolean | undefined;
  readonly 'retry-doubtful'?: boolean | undefined;
  readonly 'take-over'?: boolean | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly rejects?: string | undefined;
  readonly invalid?: Invalid | undefined;
  readonly concurrency?: number | undefined;
  readonly rate?: number | undefined;
  readonly price?: number | undefined;
  readonly budget?: number | undefined;
  readonly riskiest?: number | undefined;
  readonly html?: string | undefined;
}

/** A file was made by a program, so a mistake may be in every row: nothing is paid for until it is seen. */
export const invalidByDefault: Invalid = 'throw';

/** Each keeps room for its response on the disk, and a row that may be in doubt after a crash. */
const mostConcurrency = 1000;

export function checkFlags(flags: BatchFlags): void {
  if (flags.budget !== undefined && flags.price === undefined) {
    throw new CommandError('--budget needs --price, the price of one query in your contract.');
  }
  if (flags['retry-doubtful'] && !flags.resume && !flags['start-or-resume']) {
    throw new CommandError('--retry-doubtful needs --resume.');
  }
  if ((flags.concurrency ?? 1) > mostConcurrency) {
    throw new CommandError(`--concurrency must be at most ${mostConcurrency}.`);
  }
  if (flags.out === undefined && !flags['dry-run']) {
    throw new CommandError(
      '--out is required: the file for the results, such as --out results.ndjson.',
    );
  }
}

/** Before anything is opened: no file of a run is written over another, or over one of the user's. */
export async function checkFiles(flags: BatchFlags, input: string): Promise<void> {
  const { out, rejects, html } = flags;
  const ofRun = out === undefined ? [] : filesOfRun(out);
  const named = Object.entries({ rejects, html }).flatMap(([name, path]) =>
    path === undefined ? [] : [{ role: `--${name}` as '--rejects' | '--html', path }],
  );
  await checkApart([{ role: 'the input', path: input }, ...ofRun, ...named]);
  for (const { role, path } of named) await checkReplaceable(role, path);
  if (!flags['dry-run']) await checkOneName(ofRun.slice(0, 2));
}
