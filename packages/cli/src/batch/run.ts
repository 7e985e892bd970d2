/** One run over the input: every row is skipped, rejected or sent, and the end is told. */
import { transactionFields } from '../../generated/cli-flags.ts';
import { setMaxListeners } from 'node:events';
import type { MinFraud } from 'minfraud-sdk';
import { type CliContext, say } from '../context.ts';
import { CommandError, messageOf } from '../exit.ts';
import { onInterrupt } from '../interrupt.ts';
import { Mistakes } from '../orders/mistakes.ts';
import { requestMaker } from '../orders/request.ts';
import { rowsOf } from '../orders/rows.ts';
import { counted, whole } from '../output/count.ts';
import { type Begun, type RunPaths } from './begin.ts';
import { type Books, openBooks } from './books.ts';
import { conclude, sayUnwritten } from './conclude.ts';
import { Counts } from './counts.ts';
import { type BatchFlags, invalidByDefault } from './flags.ts';
import { ChangedInputError, InputWatch } from './input-watch.ts';
import { type Lock } from './lock.ts';
import { Money } from './money.ts';
import { type Address, Origins } from './origins.ts';
import { Pace } from './pace.ts';
import { isInPart } from './part.ts';
import { type Figures, showProgress } from './progress.ts';
import { type Reject, Rejects } from './rejects.ts';
import { formatOf, seenOf } from './result-format.ts';
import { rangesOf } from './row-set.ts';
import { Runner } from './runner.ts';
import { type Stop } from './stop.ts';

interface RunParts {
  readonly begun: Begun;
  readonly paths: RunPaths;
  readonly client: MinFraud;
  readonly address: Address;
  readonly lock: Lock;
}

export async function run(
  context: CliContext,
  flags: BatchFlags,
  parts: RunParts,
): Promise<Figures> {
  const { paths, begun } = parts;
  const { history, input } = begun;
  const concurrency = flags.concurrency ?? 16;
  const format = formatOf(paths.out, history.header.mapping.keep);
  const stop = new AbortController();
  // Every query that waits listens to it.
  setMaxListeners(0, stop.signal);
  const end = (reason: Stop): void => {
    stop.abort(reason);
  };
  const counts = new Counts(flags.riskiest ?? 10);
  const origins = new Origins();
  const books = await openBooks({
    ...{ out: paths.out, ledgerPath: paths.ledger, history, format },
    responses: concurrency + Math.ceil(concurrency / 2),
    see: (seen) => {
      counts.see(seen);
      origins.add(seen.isMadeUp);
    },
    onFullDisk: () => {
      end({ why: 'disk', message: 'The disk is full: make room on it.' });
    },
    checkLock: parts.lock.check,
  });
  counts.begin(books.done, history, flags['retry-doubtful'] === true);
  if (counts.retried.size > 0) {
    say(
      context,
      `Sending ${counted(counts.retried.size, 'row')} in doubt again, which may be billed twice: ${rangesOf(counts.retried)}`,
    );
  }
  const money = new Money(flags.price, flags.budget, history.queries);
  const rejects = await Rejects.open(flags.rejects);
  const mistakes = new Mistakes(transactionFields);
  const reject = async (found: Reject): Promise<void> => {
    mistakes.add(found.line, found.issues);
    await rejects.add(found);
  };
  const pace = new Pace(flags.rate, stop.signal);
  const watch = new InputWatch(input.path, begun.known, {
    has: (at) => history.input.has(at),
    note: (at, hash) => {
      books.ledger.input(at, hash);
    },
  });
  const runner = new Runner({
    ...{ client: parts.client, service: flags.service, money, pace, concurrency, stop },
    options: { invalid: flags.invalid ?? invalidByDefault },
    ledger: books.ledger,
    keep: (response) => books.file.append(format.encode(response)),
    origins,
    onResponse: (response) => {
      counts.responded(seenOf(response));
    },
    onDoubt: (row, code) => {
      counts.doubt(row, code);
    },
    onOpen: () => {
      counts.open++;
    },
    onMistake: reject,
    onQuiet: (message) => {
      say(context, `\n${message} Press Ctrl-C to stop; --resume continues later.`);
    },
  });
  const release = onInterrupt(() => {
    say(context, '\nStopping: waiting for requests in flight. Press Ctrl-C again to stop at once.');
    end({ why: 'interrupted', message: 'Interrupted.' });
  });
  const figures = (): Figures => ({
    ...counts.figures(rejects.count, input.size, watch),
    spent: money.spent,
    waiting: pace.quietFor,
  });
  counts.total = begun.rows;
  const progress = showProgress(context, figures);
  const isFit = async (): Promise<boolean> => {
    const unfit = await origins.stopBefore(parts.address, stop.signal);
    if (unfit !== undefined) end(unfit);
    return unfit === undefined;
  };
  const isThrough = await send({ ...parts, flags, counts, books, reject, watch, runner, isFit });
  await runner.finish();
  if (isThrough && runner.ended === undefined) {
    await books.ledger.ended({ ...counts.rows, rejected: rejects.count, hash: watch.hash });
  }
  progress.end();
  release();
  await books.close();
  const unwritten = await rejects.close().catch(messageOf);

  const ended = runner.ended;
  conclude(context, {
    flags,
    input: input.path,
    out: paths.out,
    figures: figures(),
    mistakes,
    counts,
    origins,
    history,
    ended,
  });
  if (unwritten !== undefined) sayUnwritten(context, 'list of rejected rows', unwritten);
  return figures();
}

interface Sending extends RunParts {
  readonly flags: BatchFlags;
  readonly counts: Counts;
  readonly books: Books;
  readonly reject: (found: Reject) => Promise<void>;
  readonly watch: InputWatch;
  readonly runner: Runner;
  /** Asked once, before the first query: whether the run may go on. */
  readonly isFit: () => Promise<boolean>;
}

/** @returns whether every row was looked at; why not is told to the runner. */
async function send(sending: Sending): Promise<boolean> {
  const { begun, flags, counts, books, reject, watch, runner, isFit } = sending;
  const { history, input } = begun;
  const { mapping } = history.header;
  const prepare = requestMaker(input.header, mapping, flags.invalid ?? invalidByDefault);
  const isOwn = isInPart(flags.part, mapping.columns);
  books.ledger.begun();
  let isAsked = false;
  try {
    for await (const found of rowsOf(input, mapping, watch.feed)) {
      if (runner.ended !== undefined) return false;
      watch.check();
      const { row, line } = found;
      counts.read(row, line);
      if (!isOwn(found)) continue;
      counts.rows.own++;
      if (counts.isSettled(row)) {
        counts.skipped++;
        continue;
      }
      const prepared = prepare(found);
      if ('issues' in prepared) {
        await reject({ row, line, issues: prepared.issues });
        continue;
      }
      if (!isAsked && !(await isFit())) return false;
      isAsked = true;
      if (!(await runner.start({ row, line, ...prepared }))) return false;
    }
    watch.checkEnd();
    counts.total = counts.rows.rows;
    return runner.ended === undefined;
  } catch (error) {
    if (error instanceof CommandError && !(error instanceof ChangedInputError)) {
      const message = `${error.message} ${adviceForRest(counts)}`;
      runner.endAfter({ why: 'input', message, isFinal: true });
    } else runner.end({ why: 'input', message: messageOf(error) });
    return false;
  }
}

/** A file that is corrected is another one, with which a run cannot go on: its rows would be paid for again. */
function adviceForRest({ rows, line }: Counts): string {
  return rows.rows === 0
    ? 'Correct the file, and run the same command again.'
    : `Do not start over with a corrected file: rows would be billed twice. Copy the header and what follows row ${whole(rows.rows)} (line ${whole(line)}) to a new file, correct it, and score it with another --out.`;
}
