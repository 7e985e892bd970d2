/** What a command sees of the world: three streams, the environment, and where its exit code goes. */
import { type CommandContext } from '@stricli/core';
import { type Readable } from 'node:stream';

/** A stream that a command writes to. */
export interface Output {
  readonly write: (text: string) => unknown;
  readonly isTTY?: boolean | undefined;
  readonly columns?: number | undefined;
}

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
  context.process.stdout.write(`${text}\n`);
}

/** Writes a line about the run, which a pipe of results must not see. */
export function say(context: CliContext, text: string): void {
  context.process.stderr.write(`${text}\n`);
}
