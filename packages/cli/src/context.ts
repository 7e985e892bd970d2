/** What a command sees of the world: three streams, the environment, and where its exit code goes. */
import { type CommandContext } from '@stricli/core';
import { type Readable } from 'node:stream';
import { type Output } from './output/stream.ts';
import { fitted } from './output/style.ts';

export interface CliProcess {
  readonly stdin: Readable & { readonly isTTY?: boolean | undefined };
  readonly stdout: Output;
  readonly stderr: Output;
  readonly env: Readonly<Record<string, string | undefined>>;
  exitCode?: number | string | null | undefined;
}

export interface CliContext extends CommandContext {
  readonly process: CliProcess;
}

/** Writes a line of result. */
export function print(context: CliContext, text: string): void {
  context.process.stdout.write(`${shown(text)}\n`);
}

/** Writes a line about the run, which a pipe of results must not see. */
export function say(context: CliContext, text: string): void {
  const { stderr } = context.process;
  stderr.write(`${fitted(shown(text), stderr)}\n`);
}

/**
 * Text that goes out: characters that would move the cursor, colour what follows or turn the order of
 * writing become visible. Line breaks, tabs and the colours of style.ts stay.
 */
function shown(text: string): string {
  return text.replace(hidden, '\ufffd');
}

/** The codes are those of style.ts. */
const hidden =
  // eslint-disable-next-line no-control-regex -- control characters are what is looked for
  /(?!\x1b\[(?:1|2|22|31|32|33|36|39)m)[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g;
