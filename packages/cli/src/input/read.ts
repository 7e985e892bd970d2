/** Reads what a command is given: a file, or standard input for `-`. */
import { readFile } from 'node:fs/promises';
import { type RequestField } from '../../generated/cli-flags.ts';
import { type CliContext } from '../context.ts';
import { isRecord } from 'minfraud-sdk/internal';
import { CommandError } from '../exit.ts';
import { decoded } from './decode.ts';
import { applyFlags } from './request-flags.ts';
import { toModel } from './spelling.ts';

/**
 * The request of a file, if one is named, with the flags over it.
 *
 * @typeParam Request - What the client takes: it checks each field itself, or is told not to.
 */
export async function readRequest<Request extends object>(
  context: CliContext,
  file: string | undefined,
  fields: readonly RequestField[],
  flags: Readonly<Record<string, unknown>>,
): Promise<Request> {
  const value =
    file === undefined ? {} : await parseJson(await readText(context, file), nameOf(file));
  const request = toModel(value, fields);
  if (!isRecord(request)) {
    const advice = 'has no JSON object; to send a file of many requests, use "minfraud batch"';
    throw new CommandError(`${nameOf(file ?? '')} ${advice}.`);
  }
  const made = applyFlags(request, fields, flags);
  if (Object.keys(made).length === 0) {
    throw new CommandError(
      'Nothing to send: give fields such as --ip, or a JSON file ("-" is standard input). See --help.',
    );
  }
  return made as Request;
}

export async function readText({ process }: CliContext, file: string): Promise<string> {
  if (file !== '-') return decoded(await readFile(file), file);
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(Buffer.from(chunk as Buffer));
  return decoded(Buffer.concat(chunks), nameOf(file));
}

export const nameOf = (file: string): string => (file === '-' ? 'standard input' : file);

/** The runtime's own message quotes the text, which may hold a card number: only the place is kept. */
export async function parseJson(text: string, name: string): Promise<unknown> {
  if (text.trim() === '') throw new CommandError(`${name} is empty.`);
  try {
    return JSON.parse(text) as unknown;
  } catch {
    const { mistakeIn } = await import('./json-places.ts');
    const { line, column } = mistakeIn(text);
    throw new CommandError(`${name} is not JSON: see line ${line}, column ${column}.`);
  }
}
