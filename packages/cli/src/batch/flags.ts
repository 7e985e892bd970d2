/** What the user may say of a batch, and what of it does not go together. */
import { stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { type SessionFlags } from '../account/session.ts';
import { CommandError } from '../exit.ts';
import { type InputFlags } from '../orders/mapping.ts';
import { type Invalid } from '../orders/request.ts';
import { type Service } from './runner.ts';

export interface BatchFlags extends SessionFlags, InputFlags {
  readonly service: Service;
  readonly out?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly 'retry-doubtful'?: boolean | undefined;
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

export function checkFlags(flags: BatchFlags): void {
  if (flags.budget !== undefined && flags.price === undefined) {
    throw new CommandError('--budget needs --price: what one query costs is in your contract.');
  }
  if (flags['retry-doubtful'] && !flags.resume) {
    throw new CommandError('--retry-doubtful goes with --resume.');
  }
  if (flags.out === undefined && !flags['dry-run']) {
    throw new CommandError('--out is missing: where the results go, such as --out results.ndjson.');
  }
}

/** Before anything is paid for: where the results, the rejects and the report are to be written. */
export async function checkFolders(flags: BatchFlags): Promise<void> {
  for (const name of ['out', 'rejects', 'html'] as const) {
    const file = flags[name];
    if (file === undefined) continue;
    const folder = await stat(dirname(file)).catch(() => undefined);
    if (!folder?.isDirectory()) {
      throw new CommandError(`--${name}: there is no folder ${dirname(file)}. Make it first.`);
    }
  }
}
