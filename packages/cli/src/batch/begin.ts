/** How a run begins: with a ledger of its own, or with the ledger of an earlier run of the same input. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';
import { harmless } from '../output/style.ts';
import { type Column, columnsOf, mappingLines } from './columns.ts';
import { type BatchFlags } from './flags.ts';
import { createLedger, type Header, openLedger, readHeader } from './ledger.ts';
import { formatOf } from './result-format.ts';
import { createResults } from './results.ts';
import { type Input, rowsOf } from './rows.ts';

export async function newRun(
  context: CliContext,
  flags: BatchFlags,
  input: Input,
  out: string,
  ledgerPath: string,
): Promise<Header> {
  for (const path of [out, ledgerPath]) {
    if (existsSync(path)) {
      throw new CommandError(
        `${path} is there already. Go on with --resume, or name another file with --out.`,
      );
    }
  }
  const columns = columnsOfInput(context, input, flags.map ?? []);
  if (input.size > longRead) say(context, 'Reading the whole input once before anything is sent …');
  const { sha256, rows } = await survey(input);
  const { size, delimiter } = input;
  const table = input.kind === 'csv' ? { columns, delimiter } : {};
  const made = flags.emulator ? { emulator: true as const } : {};
  const { service } = flags;
  const header: Header = { version: 1, service, ...made, sha256, size, rows, ...table };
  await createLedger(ledgerPath, header);
  await createResults(out, formatOf(out));
  return header;
}

export async function earlierRun(
  context: CliContext,
  flags: BatchFlags,
  input: Input,
  out: string,
  ledgerPath: string,
): Promise<Header> {
  if (!existsSync(ledgerPath)) {
    const advice = existsSync(out)
      ? 'Without it there is no record of which rows were sent.'
      : 'Leave --resume out to start.';
    throw new CommandError(`There is no ledger ${ledgerPath}: nothing to go on with. ${advice}`);
  }
  const header = await readHeader(ledgerPath);
  if (header.service !== flags.service) {
    throw new CommandError(`The earlier run was for --service ${header.service}.`);
  }
  if ((header.emulator ?? false) !== (flags.emulator ?? false)) {
    const earlier = header.emulator ? 'asked an emulator' : 'asked the service, not an emulator';
    throw new CommandError(
      `The earlier run ${earlier}: true results and made-up ones must not be mixed. Start anew with another --out.`,
    );
  }
  if (header.size !== input.size || header.sha256 !== (await hash(input))) {
    throw new CommandError(
      `${input.path} is not the file that the earlier run read: its rows may be others. Restore it, or start anew with another --out.`,
    );
  }
  if (input.kind === 'csv' && flags.map !== undefined && flags.map.length > 0) {
    const columns = columnsOf(input.header, flags.map);
    if (JSON.stringify(columns) !== JSON.stringify(header.columns)) {
      throw new CommandError('--map is not that of the earlier run: its rows were sent otherwise.');
    }
  }
  if (!existsSync(out)) {
    const { history } = await openLedger(ledgerPath, () => 0).then(async ({ ledger, history }) => {
      await ledger.close();
      return { history };
    });
    if (history.resultsLength > formatOf(out).head.length) {
      throw new CommandError(`${out} is gone: its results were paid for. Restore it to go on.`);
    }
    await createResults(out, formatOf(out));
  }
  say(context, `Going on with the run of ${ledgerPath}.`);
  return header;
}

/** Bytes that take more than a few seconds to read. */
const longRead = 50_000_000;

/** What each column is, shown before anything is sent. */
export function columnsOfInput(
  context: CliContext,
  input: Input,
  map: readonly string[],
): Column[] {
  if (input.kind === 'ndjson') {
    if (map.length > 0) throw new CommandError('--map is for CSV: NDJSON names its fields itself.');
    return [];
  }
  const columns = columnsOf(input.header, map);
  say(context, 'Columns:');
  for (const line of mappingLines(input.header, columns)) say(context, harmless(line));
  const unused = input.header[columns.indexOf(null)];
  if (unused !== undefined) {
    say(
      context,
      harmless(
        `  --map "${unused}=FIELD" would use it: a flag of "minfraud insights --help" without --.`,
      ),
    );
  }
  return columns;
}

/** Reads everything once before anything is spent: the hash, the number of rows, and broken CSV. */
export async function survey(input: Input): Promise<{ sha256: string; rows: number }> {
  const digest = createHash('sha256');
  let rows = 0;
  for await (const row of rowsOf(input, (chunk) => digest.update(chunk))) rows = row.row;
  return { sha256: digest.digest('hex'), rows };
}

async function hash(input: Input): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(input.path, { end: input.size - 1 })) {
    digest.update(chunk as Buffer);
  }
  return digest.digest('hex');
}
