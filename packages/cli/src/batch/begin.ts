/** How a run begins: with a ledger of its own, or with the ledger of an earlier run of the same input. */
import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';
import { columnsOf } from '../orders/columns.ts';
import { type Input } from '../orders/input.ts';
import { type Mapping, sameMapping, saysMapping } from '../orders/mapping.ts';
import { mappingOf } from '../orders/plan.ts';
import { rowsOf } from '../orders/rows.ts';
import { type BatchFlags } from './flags.ts';
import { createLedger, type Header, openLedger, readHeader } from './ledger.ts';
import { formatOf } from './result-format.ts';
import { createResults } from './results.ts';

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
  const mapping = await mappingOf(context, input, flags);
  if (input.size > longRead) say(context, 'Reading the whole input once before anything is sent …');
  const { sha256, rows } = await survey(input, mapping);
  const { size, delimiter } = input;
  const table = input.kind === 'csv' ? { delimiter } : {};
  const made = flags.emulator ? { emulator: true as const } : {};
  const { service } = flags;
  const header: Header = { version: 1, service, ...made, sha256, size, rows, ...table, mapping };
  await createLedger(ledgerPath, header);
  await createResults(out, formatOf(out, mapping.keep));
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
  if (input.kind === 'csv' && saysMapping(flags)) {
    const { mapping } = columnsOf(input.header, flags);
    if (!sameMapping(mapping, header.mapping)) {
      throw new CommandError('--map is not that of the earlier run: its rows were sent otherwise.');
    }
  }
  if (!existsSync(out)) {
    const { history } = await openLedger(ledgerPath, () => 0).then(async ({ ledger, history }) => {
      await ledger.close();
      return { history };
    });
    if (history.resultsLength > formatOf(out, header.mapping.keep).head.length) {
      throw new CommandError(`${out} is gone: its results were paid for. Restore it to go on.`);
    }
    await createResults(out, formatOf(out, header.mapping.keep));
  }
  say(context, `Going on with the run of ${ledgerPath}.`);
  return header;
}

/** Bytes that take more than a few seconds to read. */
const longRead = 50_000_000;

/** Reads everything once before anything is spent: the hash, the number of rows, and broken CSV. */
export async function survey(
  input: Input,
  mapping: Mapping,
): Promise<{ sha256: string; rows: number }> {
  const digest = createHash('sha256');
  let rows = 0;
  const see = (chunk: Buffer): void => {
    digest.update(chunk);
  };
  for await (const row of rowsOf(input, mapping, see)) rows = row.row;
  return { sha256: digest.digest('hex'), rows };
}

async function hash(input: Input): Promise<string> {
  const digest = createHash('sha256');
  for await (const chunk of createReadStream(input.path, { end: input.size - 1 })) {
    digest.update(chunk as Buffer);
  }
  return digest.digest('hex');
}
