/** `minfraud batch`: from the command line to a run, and from its end to an exit code. */
import { setMaxListeners } from 'node:events';
import { existsSync } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { MinFraud } from 'minfraud-sdk';
import { openSession } from '../account/session.ts';
import { type CliContext, say } from '../context.ts';
import { exitCodes, messageOf } from '../exit.ts';
import { onInterrupt } from '../interrupt.ts';
import { type Input, openInput } from '../orders/input.ts';
import { Mistakes } from '../orders/mistakes.ts';
import { requestMaker } from '../orders/request.ts';
import { rowsOf } from '../orders/rows.ts';
import { earlierRun, newRun } from './begin.ts';
import { openBooks } from './books.ts';
import { conclude } from './conclude.ts';
import { dryRun } from './dry-run.ts';
import { type BatchFlags, checkFlags, checkFolders, invalidByDefault } from './flags.ts';
import { type Header } from './ledger.ts';
import { lock } from './lock.ts';
import { Money } from './money.ts';
import { Pace } from './pace.ts';
import { type Figures, showProgress } from './progress.ts';
import { Rejects } from './rejects.ts';
import { formatOf, type ResultFormat, seenOf } from './result-format.ts';
import { rangesOf, RowSet } from './row-set.ts';
import { Runner, type Stop } from './runner.ts';
import { Riskiest } from './tally.ts';

export default async function (this: CliContext, flags: BatchFlags, path: string): Promise<void> {
  checkFlags(flags);
  await checkFolders(flags);
  const input = await openInput(path, flags.delimiter);
  if (flags['dry-run']) {
    await dryRun(this, flags, input);
    return;
  }
  const out = await settled(flags.out ?? '');
  const ledgerPath = `${out}.ledger`;
  // Without credentials nothing is to be begun.
  const session = await openSession(this, flags, 'json', { maxRetries: 0 });
  try {
    const unlock = await lock(ledgerPath);
    try {
      const begin = flags.resume ? earlierRun : newRun;
      const header = await begin(this, flags, input, out, ledgerPath);
      await run(this, flags, { input, header, out, ledgerPath, client: session.client() });
    } finally {
      await unlock();
    }
  } finally {
    await session.close();
  }
}

/** The one name of a file, however it was reached: a lock and a ledger belong to the file. */
async function settled(path: string): Promise<string> {
  if (existsSync(path)) return realpath(path);
  return join(await realpath(dirname(path)), basename(path));
}

interface Begun {
  readonly input: Input;
  readonly header: Header;
  readonly out: string;
  readonly ledgerPath: string;
  readonly client: MinFraud;
}

async function run(
  context: CliContext,
  flags: BatchFlags,
  { input, header, out, ledgerPath, client }: Begun,
): Promise<void> {
  const concurrency = flags.concurrency ?? 16;
  const invalid = flags.invalid ?? invalidByDefault;
  const format = formatOf(out, header.mapping.keep);
  const riskiest = new Riskiest(flags.riskiest ?? 10);
  let refused = 0;
  const stop = new AbortController();
  // Every query that waits listens to it.
  setMaxListeners(0, stop.signal);
  const books = await openBooks({
    ...{ out, ledgerPath, format },
    answers: concurrency + Math.ceil(concurrency / 2),
    see: (seen) => {
      riskiest.add(seen);
      if (seen.error !== undefined) refused++;
    },
    onFullDisk: () => {
      stop.abort({ why: 'disk', message: 'The disk is full: make room on it.' } satisfies Stop);
    },
  });
  const { done, history, ledger } = books;

  const doubtful = new RowSet();
  const codes = new Map<number, string>();
  const before = done.size;
  for (const row of history.sent) if (!done.has(row)) doubtful.add(row);
  const earlierDoubt = rangesOf(doubtful);
  if (doubtful.size > 0 && flags['retry-doubtful']) {
    say(
      context,
      `Asking again for ${doubtful.size} rows in doubt, which may be billed twice: ${earlierDoubt}`,
    );
    for (const row of doubtful) doubtful.delete(row);
  }

  const release = onInterrupt(() => {
    say(context, '\nStopping: waiting for the answers under way. Again ends at once.');
    stop.abort({ why: 'interrupted', message: 'Interrupted.' } satisfies Stop);
  });
  const money = new Money(flags.price, flags.budget, history.queries);
  const rejects = new Rejects(flags.rejects);
  const mistakes = new Mistakes();
  const counts = { answers: 0, warnings: 0 };
  const runner = new Runner({
    client,
    service: flags.service,
    options: { invalid },
    ledger,
    keep: (answered) => books.file.append(format.encode(answered)),
    money,
    pace: new Pace(flags.rate, stop.signal),
    concurrency,
    stop,
    onAnswer: (answered) => {
      const seen = seenOf(answered);
      counts.answers++;
      done.add(seen.row);
      counts.warnings += seen.warnings.length;
      if (seen.error !== undefined) refused++;
      riskiest.add(seen);
    },
    onDoubt: (row, code) => {
      doubtful.add(row);
      codes.set(row, code);
    },
  });
  const figures = (): Figures => ({
    done: done.size + rejects.count + doubtful.size,
    total: header.rows,
    answers: counts.answers,
    rejected: rejects.count,
    doubtful: doubtful.size,
    refused,
    warnings: counts.warnings,
    spent: money.spent,
  });
  const progress = showProgress(context, figures);
  try {
    const prepare = requestMaker(input.header, header.mapping, invalid);
    for await (const found of rowsOf(input, header.mapping)) {
      if (stop.signal.aborted) break;
      const { row, line } = found;
      if (done.has(row) || doubtful.has(row)) continue;
      const prepared = prepare(found);
      if ('issues' in prepared) {
        mistakes.add(line, prepared.issues);
        await rejects.add({ row, line, issues: prepared.issues });
        continue;
      }
      if (!(await runner.start({ row, line, ...prepared }))) break;
    }
  } finally {
    await runner.finish();
    progress.end();
    release();
    await rejects.close();
    await books.close();
  }
  conclude(context, {
    flags,
    out,
    figures: figures(),
    mistakes: { path: input.path, found: mistakes },
    before,
    history,
    codes,
    doubtful,
    riskiest,
    ended: runner.ended,
  });
  if (flags.html !== undefined) {
    await report(context, flags.html, out, format, { ...figures(), service: flags.service });
  }
}

/** What cannot be written does not undo the run, whose end has been told. */
async function report(
  context: CliContext,
  file: string,
  out: string,
  format: ResultFormat,
  figures: Figures & { readonly service: string },
): Promise<void> {
  try {
    const { writeReport } = await import('./report/report.ts');
    await writeReport(file, out, format, figures);
    say(context, `Report: ${file}`);
  } catch (error) {
    say(context, `The report was not written: ${messageOf(error)}`);
    if (context.process.exitCode === exitCodes.done) context.process.exitCode = exitCodes.wrongUse;
  }
}
