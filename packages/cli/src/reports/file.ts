/** `minfraud report FILE.csv`: a report for each row of a file. */
import {
  AuthenticationError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraudError,
  PermissionRequiredError,
  type TransactionReport,
} from 'minfraud-sdk';
import { reportFields } from '../../generated/cli-flags.ts';
import { openSession, type SessionFlags } from '../account/session.ts';
import { checkApart } from '../batch/files.ts';
import { checkReplaceable } from '../batch/new-file.ts';
import { Rejects } from '../batch/rejects.ts';
import { Slots } from '../batch/slots.ts';
import { type CliContext, say } from '../context.ts';
import { CommandError, exitCodeOf, type ExitCode, exitCodes, messageOf } from '../exit.ts';
import { applyFlags } from '../input/request-flags.ts';
import { columnsOf } from '../orders/columns.ts';
import { type Input, openInput } from '../orders/input.ts';
import { type InputFlags, type Mapping } from '../orders/mapping.ts';
import { Mistakes } from '../orders/mistakes.ts';
import { refuse } from '../orders/plan.ts';
import { rowsOf } from '../orders/rows.ts';
import { showMapping } from '../orders/show.ts';
import { counted, whole } from '../output/count.ts';
import { type OutputFlags, printResult } from '../output/print.ts';
import { DoneReports, hashOf } from './done.ts';
import { reportMaker } from './request.ts';
import { reportWords } from './words.ts';

export interface ReportFileFlags extends SessionFlags, OutputFlags, InputFlags {
  readonly out?: string | undefined;
  readonly resume?: boolean | undefined;
  readonly rejects?: string | undefined;
  readonly 'dry-run'?: boolean | undefined;
  readonly concurrency?: number | undefined;
}

/** Reports that fail one after the other mean that none will get through. */
const mostFailures = 5;

interface Counts {
  rows: number;
  reported: number;
  before: number;
  failed: number;
}

export async function reportFile(
  context: CliContext,
  flags: ReportFileFlags,
  path: string,
): Promise<void> {
  const { out, rejects, resume } = flags;
  if (resume && out === undefined) {
    throw new CommandError('--resume needs --out, the record of what was reported.');
  }
  const named = Object.entries({ '--out': out, '--rejects': rejects }).flatMap(([role, file]) =>
    file === undefined ? [] : [{ role, path: file }],
  );
  await checkApart([{ role: 'the input', path }, ...named]);
  if (rejects !== undefined) await checkReplaceable('--rejects', rejects);
  const input = await openInput(path, flags.delimiter);
  const constants = applyFlags({}, reportFields, { ...flags });
  const mapping = mappingOfReports(context, input, flags, constants);
  const reading = { context, input, mapping, constants, rejects: await Rejects.open(rejects) };
  try {
    if (flags['dry-run']) {
      await finish(reading, flags, await readThrough(reading, () => Promise.resolve(true)));
      return;
    }
    await reportAll(reading, flags);
  } catch (error) {
    await reading.rejects.discard();
    throw error;
  }
}

async function reportAll(reading: Reading, flags: ReportFileFlags): Promise<void> {
  const session = await openSession(reading.context, flags, 'json');
  try {
    const client = session.client();
    const done = await DoneReports.open(flags.out, flags.resume === true);
    try {
      await sendAll(reading, flags, done, (report) => client.report(report));
    } finally {
      await done.close();
    }
  } finally {
    await session.close();
  }
}

function mappingOfReports(
  context: CliContext,
  input: Input,
  flags: InputFlags,
  constants: Readonly<Record<string, unknown>>,
): Mapping {
  if (input.kind === 'ndjson') return { columns: [] };
  const { mapping, problems } = columnsOf(input.header, flags, reportWords);
  showMapping(context, input.header, mapping, flags.from === undefined);
  const has = (place: string): boolean => place in constants || mapping.columns.includes(place);
  const missing: string[] = [];
  if (!has('tag')) {
    missing.push(
      'The tag is missing. Give one for all orders, such as --tag chargeback, or name the column with --map "COLUMN=tag".',
    );
  }
  if (!['transactionId', 'ipAddress', 'minfraudId', 'maxmindId'].some(has)) {
    missing.push('No column identifies the orders. Name one with --map "COLUMN=transactionId".');
  }
  refuse([...problems, ...missing]);
  return mapping;
}

interface Reading {
  readonly context: CliContext;
  readonly input: Input;
  readonly mapping: Mapping;
  readonly constants: Readonly<Record<string, unknown>>;
  readonly rejects: Rejects;
}

interface Read {
  readonly mistakes: Mistakes;
  readonly counts: Counts;
  readonly ended?: { readonly code: ExitCode; readonly message: string } | undefined;
}

/** @param take - Gets each report that can be sent; false ends the reading. */
async function readThrough(
  { input, mapping, constants, rejects }: Reading,
  take: (report: TransactionReport, row: number, line: number) => Promise<boolean>,
): Promise<Read> {
  const prepare = reportMaker(mapping, constants);
  const mistakes = new Mistakes(reportFields);
  const counts: Counts = { rows: 0, reported: 0, before: 0, failed: 0 };
  for await (const found of rowsOf(input, { ...mapping, groupBy: mapping.groupBy ?? 'none' })) {
    counts.rows++;
    const { row, line } = found;
    const prepared = prepare(found);
    if ('report' in prepared) {
      if (!(await take(prepared.report, row, line))) break;
    } else {
      mistakes.add(line, prepared.issues);
      await rejects.add({ row, line, issues: prepared.issues });
    }
  }
  return { mistakes, counts };
}

async function sendAll(
  reading: Reading,
  flags: ReportFileFlags,
  done: DoneReports,
  send: (report: TransactionReport) => Promise<unknown>,
): Promise<void> {
  const slots = new Slots(flags.concurrency ?? 8);
  const underWay = new Set<Promise<void>>();
  const sums = { reported: 0, before: 0, failed: 0 };
  let ended: Read['ended'];
  let failures = 0;
  const one = async (report: TransactionReport, row: number, line: number): Promise<void> => {
    const written = { row, line, transactionId: report.transactionId, report: hashOf(report) };
    try {
      await send(report);
      failures = 0;
      sums.reported++;
      await done.add(written);
    } catch (error) {
      if (!MinFraudError.is(error)) throw error;
      sums.failed++;
      const { code, message } = error;
      await done.add({ ...written, error: { code, message } });
      // The service read it and said no: that is about this report only.
      if (InvalidRequestError.is(error)) failures = 0;
      else if (isHopeless(error) || ++failures >= mostFailures) {
        ended ??= { code: exitCodeOf(error), message: messageOf(error) };
      }
    }
  };
  const start = async (report: TransactionReport, row: number, line: number): Promise<boolean> => {
    if (done.has(hashOf(report))) {
      sums.before++;
      return true;
    }
    await slots.take();
    if (ended !== undefined) return false;
    const run = one(report, row, line)
      .catch((error: unknown) => {
        ended ??= { code: exitCodes.wrongUse, message: messageOf(error) };
      })
      .finally(() => {
        underWay.delete(run);
        slots.give();
      });
    underWay.add(run);
    return true;
  };
  let read: Read;
  try {
    read = await readThrough(reading, start);
  } finally {
    // Also where the file ends in something that cannot be read.
    await Promise.all(underWay);
  }
  await finish(reading, flags, { ...read, counts: { ...read.counts, ...sums }, ended });
}

const isHopeless = (error: unknown): boolean =>
  AuthenticationError.is(error) ||
  PermissionRequiredError.is(error) ||
  InsufficientFundsError.is(error);

async function finish(
  { context, input, rejects }: Reading,
  flags: ReportFileFlags,
  { mistakes, counts, ended }: Read,
): Promise<void> {
  await rejects.close();
  const { rows, reported, before, failed } = counts;
  for (const line of mistakes.lines(input.path, rows)) say(context, line);
  if (ended !== undefined) {
    const later = flags.out === undefined ? '' : ' Continue with --resume.';
    say(context, `Stopped. ${ended.message}${later}`);
  }
  const isDry = flags['dry-run'] === true;
  const good = rows - mistakes.rows;
  const result = { rows, reported, before, failed, rejected: mistakes.rows };
  printResult(context, flags, result, () =>
    isDry
      ? `${counted(rows, 'row')}: ${whole(good)} would be reported; ${whole(mistakes.rows)} with mistakes. Nothing was sent.`
      : `${whole(reported)} reported${before > 0 ? `, ${whole(before)} before` : ''}; ${whole(mistakes.rows)} with mistakes, not sent; ${whole(failed)} failed.`,
  );
  const nothing = rows > 0 && good === 0 ? exitCodes.wrongUse : exitCodes.done;
  context.process.exitCode = ended?.code ?? (failed > 0 ? exitCodes.refused : nothing);
}
