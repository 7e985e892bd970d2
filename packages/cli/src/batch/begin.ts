/** How a run begins: with a ledger of its own, or with the ledger of an earlier run of the same input. */
import { existsSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { basename } from 'node:path';
import { type CliContext, say } from '../context.ts';
import { CommandError } from '../exit.ts';
import { columnsOf } from '../orders/columns.ts';
import { type Input, openInput } from '../orders/input.ts';
import { type Mapping, sameMapping, saysMapping } from '../orders/mapping.ts';
import { mappingOf, mappingOfNdjson } from '../orders/plan.ts';
import { rowsOf } from '../orders/rows.ts';
import { type BatchFlags } from './flags.ts';
import { InputWatch } from './input-watch.ts';
import { createLedger } from './ledger.ts';
import { type Header, type History, isUnspent, readLedger } from './ledger-lines.ts';
import { formatOf } from './result-format.ts';
import { createResults, hasNoResults } from './results.ts';
import { checkSiblings } from './siblings.ts';

export interface Begun {
  readonly history: History;
  /** As the earlier run read it, whatever the table looks like at first sight. */
  readonly input: Input;
  /** What is known of the input: its hash up to a byte. */
  readonly known: ReadonlyMap<number, string>;
  /** Of the input, where it was counted. */
  readonly rows: number | undefined;
}

/** The files of a run, by their real paths. */
export interface RunPaths {
  readonly out: string;
  readonly ledger: string;
}

export async function begin(
  context: CliContext,
  flags: BatchFlags,
  input: Input,
  paths: RunPaths,
): Promise<Begun> {
  const earlier = existsSync(paths.ledger) ? await readLedger(paths.ledger) : undefined;
  const isEmpty = await hasNoResults(paths.out, formatOf(paths.out, earlier?.header.mapping.keep));
  // Nothing was paid for: a mapping or an address that was wrong may be corrected.
  if (earlier !== undefined && isUnspent(earlier) && isEmpty) {
    await rm(paths.out, { force: true });
    await rm(paths.ledger);
    return newRun(context, flags, input, paths);
  }
  if (flags.resume || (flags['start-or-resume'] && earlier !== undefined)) {
    return earlierRun(context, flags, input, paths, earlier);
  }
  for (const path of [paths.out, paths.ledger]) {
    if (existsSync(path)) {
      throw new CommandError(
        `${path} already exists. Continue with --resume, or choose another file with --out.`,
      );
    }
  }
  return newRun(context, flags, input, paths);
}

async function newRun(
  context: CliContext,
  flags: BatchFlags,
  input: Input,
  { out, ledger }: RunPaths,
): Promise<Begun> {
  const mapping = await mappingOf(context, input, flags);
  const surveyed = input.size <= longestSurvey ? await survey(input, mapping) : undefined;
  const { service, emulator, part } = flags;
  const header: Header = {
    version: 2,
    service,
    ...(emulator === true && { emulator }),
    input: basename(input.path),
    size: input.size,
    ...(input.kind === 'csv' && { delimiter: input.delimiter }),
    mapping,
    ...(part !== undefined && { part }),
  };
  await createLedger(ledger, header);
  try {
    // Only now: of two parts that begin at once, at least one sees the other.
    const siblings = await checkSiblings(ledger, header);
    checkAgreement(siblings, surveyed?.hashes, input);
    await createResults(out, formatOf(out, mapping.keep));
    const known = new Map([...siblings, ...(surveyed?.hashes ?? [])]);
    return { history: await readLedger(ledger), input, known, rows: surveyed?.rows };
  } catch (error) {
    await rm(ledger, { force: true });
    throw error;
  }
}

async function earlierRun(
  context: CliContext,
  flags: BatchFlags,
  found: Input,
  { out, ledger }: RunPaths,
  history: History | undefined,
): Promise<Begun> {
  if (history === undefined) {
    const advice = existsSync(out)
      ? 'Without it there is no record of which rows were sent.'
      : 'To start a new run, leave out --resume.';
    throw new CommandError(
      `There is no ledger ${ledger}, so there is nothing to resume. ${advice}`,
    );
  }
  const { header } = history;
  const input = await asBefore(header, flags, found);
  checkSameRun(header, flags, input);
  if (!existsSync(out)) {
    const format = formatOf(out, header.mapping.keep);
    if (history.resultsLength > Buffer.byteLength(format.head)) {
      throw new CommandError(
        `${out} is missing, and its results were paid for. Restore it to continue.`,
      );
    }
    await createResults(out, format);
  }
  const siblings = await checkSiblings(ledger, header);
  say(context, `Continuing the run of ${ledger}.`);
  const known = new Map([...siblings, ...history.input]);
  return { history, input, known, rows: history.ended?.rows };
}

/** The columns of the mapping are those between the delimiters that the earlier run went by. */
async function asBefore({ delimiter }: Header, flags: BatchFlags, input: Input): Promise<Input> {
  if (delimiter === undefined || delimiter === input.delimiter) return input;
  if (flags.delimiter !== undefined) {
    throw new CommandError(
      `The earlier run used --delimiter ${JSON.stringify(delimiter)}, and already sent rows. Use the same, or start over with another --out.`,
    );
  }
  return openInput(input.path, delimiter);
}

function checkSameRun(header: Header, flags: BatchFlags, input: Input): void {
  if (header.service !== flags.service) {
    throw new CommandError(`The earlier run used --service ${header.service}.`);
  }
  if ((header.emulator ?? false) !== (flags.emulator ?? false)) {
    const earlier = header.emulator ? 'used an emulator' : 'used the service, not an emulator';
    throw new CommandError(
      `The earlier run ${earlier}: real results and made-up ones must not be mixed. Start over with another --out.`,
    );
  }
  if (JSON.stringify(header.part) !== JSON.stringify(flags.part)) {
    const { index, of } = header.part ?? {};
    const was = index === undefined ? 'of the whole file, without --part' : `--part ${index}/${of}`;
    throw new CommandError(`The earlier run was ${was}.`);
  }
  // Of the same size, it is compared while it is read.
  if (header.size !== input.size) {
    throw new CommandError(
      `${input.path} is not the file that the earlier run read: its rows may differ. Restore it, or start over with another --out.`,
    );
  }
  if (!saysMapping(flags)) return;
  const mapping =
    input.kind === 'csv' ? columnsOf(input.header, flags).mapping : mappingOfNdjson(flags);
  if (!sameMapping(mapping, header.mapping)) {
    throw new CommandError(
      'The column mapping differs from that of the earlier run, which already sent rows. Use the same mapping, or start over with another --out.',
    );
  }
}

/** In bytes: what is read in a fraction of a second, so that broken CSV is found before anything is sent. */
const longestSurvey = 8 * 1024 * 1024;

/** Reads everything once: the number of rows, and what the second reading is compared with. */
async function survey(
  input: Input,
  mapping: Mapping,
): Promise<{ readonly hashes: ReadonlyMap<number, string>; readonly rows: number }> {
  const hashes = new Map<number, string>();
  const watch = new InputWatch(input.path, new Map(), {
    has: (end) => hashes.has(end),
    note: (end, hash) => hashes.set(end, hash),
  });
  let rows = 0;
  for await (const { row } of rowsOf(input, mapping, watch.feed)) rows = row;
  watch.checkEnd();
  return { hashes, rows };
}

/** The whole file was read already: it need not be read again to find that the others had another one. */
function checkAgreement(
  others: ReadonlyMap<number, string>,
  own: ReadonlyMap<number, string> | undefined,
  input: Input,
): void {
  for (const [end, hash] of own ?? []) {
    if (others.has(end) && others.get(end) !== hash) {
      throw new CommandError(
        `${input.path} is not the file that other parts in this folder read: it was changed. Restore it.`,
      );
    }
  }
}
