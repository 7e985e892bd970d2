/** One process at work: it registers, goes through the batches that are open, and leaves. */
import { setMaxListeners } from 'node:events';
import { setTimeout as wait } from 'node:timers/promises';
import { type MinFraud } from '../../../index.ts';
import { type CliContext, say } from '../../context.ts';
import { type ExitCode, exitCodes } from '../../exit.ts';
import { harmless } from '../../output/style.ts';
import { invalidByDefault } from '../flags.ts';
import { showProgress } from '../progress.ts';
import { seenOf } from '../result-format.ts';
import { Runner, type Stop } from '../runner.ts';
import { type Batch, batchesOf, lockBatch, queueOf } from './batches.ts';
import { Claims, LostClaims } from './claims.ts';
import { doubtLines } from './doubts.ts';
import { type WorkFlags } from './flags.ts';
import { QueueLedger } from './ledger.ts';
import { SharedPace } from './pace.ts';
import { type Queue } from './queue.ts';
import { rowsOfSlice, type Slice } from './slices.ts';
import { beat, register, sweep, unregister } from './workers.ts';

export interface ShiftParts {
  readonly context: CliContext;
  readonly flags: WorkFlags;
  readonly client: MinFraud;
  readonly queue: Queue;
  /** Ctrl-C. */
  readonly signal: AbortSignal;
}

/** Seconds without a sign of life after which others take over. */
const usualLease = 30;

/** Seconds between two looks for something to do. */
const rest = 1;

export class Shift {
  readonly #parts: ShiftParts;
  readonly #concurrency: number;
  readonly #lease: number;
  readonly #seen = new Set<number>();
  #worker = 0;
  /** Why this process has to end before everything is done. */
  #code: ExitCode | undefined;

  constructor(parts: ShiftParts) {
    this.#parts = parts;
    this.#concurrency = parts.flags.concurrency ?? 16;
    this.#lease = parts.flags.lease ?? usualLease;
    // Every query that waits listens to it.
    setMaxListeners(0, parts.signal);
  }

  async run(): Promise<ExitCode> {
    const { queue, flags, signal } = this.#parts;
    const { database } = queue;
    this.#worker = await register(database, this.#lease);
    const heart = setInterval(() => void this.#live(), (this.#lease * 1000) / 3);
    try {
      await sweep(queue);
      while (!signal.aborted && this.#code === undefined) {
        const open = await database.persist(() => this.#openBatches(), signal);
        const isBusy = await this.#workOnOne(open);
        if (isBusy) continue;
        // Others hold what is left: if they die, it is here to be taken.
        const isOver = open.length === 0;
        if (isOver && !flags.follow) break;
        await wait(rest * 1000, undefined, { signal }).catch(() => undefined);
      }
    } finally {
      clearInterval(heart);
    }
    await database.persist(() => unregister(database, this.#worker));
    if (signal.aborted) return exitCodes.interrupted;
    return this.#conclude();
  }

  #isInterrupted(): boolean {
    return this.#parts.signal.aborted;
  }

  /** A beat that does not get through is made up for by the next one. */
  async #live(): Promise<void> {
    const { queue } = this.#parts;
    try {
      await beat(queue.database, this.#worker);
      await sweep(queue);
    } catch {
      // The statements of the work itself tell of an outage.
    }
  }

  async #openBatches(): Promise<Batch[]> {
    const { queue, flags } = this.#parts;
    const all = await batchesOf(queue.database, flags.batch);
    return all.filter(
      ({ state, stopped, isOverBudget }) => state === 'open' && stopped === null && !isOverBudget,
    );
  }

  /** Takes the first batch that has something to do. False where nothing has. */
  async #workOnOne(batches: readonly Batch[]): Promise<boolean> {
    const { queue, signal } = this.#parts;
    for (const batch of batches) {
      if (this.#isInterrupted()) return false;
      this.#seen.add(batch.id);
      const claims = new Claims(queue, batch.id, this.#worker);
      try {
        const slices = await claims.fetch(this.#slicesAtOnce(batch), signal);
        if (slices.length > 0) {
          await this.#workOn(batch, claims, slices);
          return true;
        }
      } catch (error) {
        if (this.#isInterrupted()) return false;
        if (!(error instanceof LostClaims)) throw error;
        await this.#registerAgain();
        return true;
      }
      if (await this.#end(batch)) return true;
    }
    return false;
  }

  /** Ends a batch of which nothing waits and nothing is under way. */
  async #end({ id }: Batch): Promise<boolean> {
    const { database, boss } = this.#parts.queue;
    return database.persist(() =>
      database.transaction(async (transaction) => {
        await lockBatch(transaction, id);
        if ((await boss.getQueueSize(queueOf(id), { before: 'completed' })) > 0) return false;
        await transaction.query(
          "UPDATE minfraud.batch SET state = 'done' WHERE id = $1 AND state = 'open'",
          [id],
        );
        return true;
      }),
    );
  }

  /** Enough for some time, so that no query waits for the next fetch. */
  #slicesAtOnce({ rows }: Batch): number {
    return Math.max(1, Math.ceil((4 * this.#concurrency) / rowsOfSlice(rows)));
  }

  async #workOn(batch: Batch, claims: Claims, first: readonly Slice[]): Promise<void> {
    const { context, client, queue, signal } = this.#parts;
    const { database } = queue;
    const stop = new AbortController();
    setMaxListeners(0, stop.signal);
    const interrupt = (): void => {
      stop.abort({ why: 'interrupted', message: 'Interrupted.' } satisfies Stop);
    };
    signal.addEventListener('abort', interrupt);
    const pace = new SharedPace({
      ...{ database, batch: batch.id, hasRate: () => current.rate !== null },
      signal: stop.signal,
    });
    const ledger = new QueueLedger({
      ...{ database, claims, batch: batch.id, worker: this.#worker, stop },
      onQuiet: (seconds) => {
        pace.hear(seconds);
      },
    });
    const own = { answers: 0, doubts: 0 };
    const runner = new Runner({
      ...{
        client,
        service: batch.service,
        options: { invalid: invalidByDefault },
        ledger,
        pace,
        stop,
      },
      keep: (answered) => ledger.keep(answered),
      money: { take: () => !ledger.isOverBudget, giveBack: () => undefined },
      concurrency: this.#concurrency,
      onAnswer: (answered) => {
        own.answers++;
        current = { ...current, answers: current.answers + 1 };
        current.warnings += seenOf(answered).warnings.length;
      },
      onDoubt: () => own.doubts++,
    });
    let current: Batch & { warnings: number } = { ...batch };
    const look = setInterval(() => {
      batchesOf(database, batch.id).then(
        ([found = current]) => (current = { ...found }),
        () => undefined,
      );
    }, 2000);
    const progress = showProgress(context, () => ({
      ...{ done: current.answers + current.rejected + current.doubts, total: current.rows },
      ...{ answers: own.answers, rejected: current.rejected, refused: current.refused },
      ...{ doubtful: current.doubts, warnings: current.warnings },
      spent: current.price === null ? undefined : current.queries * current.price,
    }));
    try {
      await this.#send(runner, claims, first, this.#slicesAtOnce(batch), stop.signal);
    } finally {
      await runner.finish();
      clearInterval(look);
      progress.end();
      signal.removeEventListener('abort', interrupt);
      await claims.giveBack();
    }
    say(context, `Batch ${batch.id} (${harmless(batch.name)}): ${own.answers} answers here.`);
    if (ledger.isGone) await this.#registerAgain();
    else if (!ledger.isStopped) await this.#heed(batch, runner.ended);
  }

  /** Sends slice after slice. The next ones are fetched meanwhile. */
  async #send(
    runner: Runner,
    claims: Claims,
    first: readonly Slice[],
    many: number,
    signal: AbortSignal,
  ): Promise<void> {
    let slices = first;
    while (slices.length > 0) {
      const next = claims.fetch(many, signal).catch((error: unknown): Slice[] => {
        if (signal.aborted || error instanceof LostClaims) return [];
        throw error;
      });
      // Heard below; until then it is not unhandled.
      next.catch(() => undefined);
      for (const query of slices.flatMap((slice) => slice.queries)) {
        if (await runner.start(query)) continue;
        await next;
        return;
      }
      slices = await next;
    }
  }

  /** What the end of a batch means for the other workers and for this one. */
  async #heed(batch: Batch, ended: Stop | undefined): Promise<void> {
    if (ended === undefined || ended.why === 'interrupted') return;
    const { context, queue } = this.#parts;
    say(context, `Stopped. ${harmless(ended.message)}`);
    if (ended.why === 'budget') return;
    const { status } = ended;
    // Credentials are this machine's own; funds and patience are those of the account.
    const isOwn = ended.why !== 'refused' || status === 401 || status === 403;
    if (!isOwn) {
      const set = (): Promise<unknown> =>
        queue.database.query(
          'UPDATE minfraud.meter SET stopped = $2 WHERE batch = $1 AND stopped IS NULL',
          [batch.id, ended.message],
        );
      await queue.database.persist(set);
      return;
    }
    this.#code = {
      refused: exitCodes.refused,
      network: exitCodes.network,
      disk: exitCodes.wrongUse,
    }[ended.why];
  }

  /** Others took this worker for dead: what it held is theirs, and it begins anew. */
  async #registerAgain(): Promise<void> {
    const { context, queue } = this.#parts;
    say(context, 'This worker was not heard of for too long, so others took over its rows.');
    const { database } = queue;
    this.#worker = await database.persist(() => register(database, this.#lease));
  }

  async #conclude(): Promise<ExitCode> {
    const { context, queue } = this.#parts;
    let code = this.#code;
    for (const batch of await batchesOf(queue.database, this.#parts.flags.batch)) {
      const isOurs = this.#seen.has(batch.id) || this.#parts.flags.batch === batch.id;
      const isHalted = batch.state === 'open' && (batch.stopped !== null || batch.isOverBudget);
      if (!isOurs && !isHalted) continue;
      if (isHalted) code ??= exitCodes.refused;
      if (batch.doubts > 0) code ??= exitCodes.doubt;
      for (const line of await doubtLines(queue.database, batch)) say(context, line);
    }
    return code ?? exitCodes.done;
  }
}
