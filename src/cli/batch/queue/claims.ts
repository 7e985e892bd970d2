/** Slices that this worker holds: fetched, completed and given back, each in one transaction. */
import type PgBoss from 'pg-boss';
import { queueOf } from './batches.ts';
import { type Statements } from './database.ts';
import { type Queue } from './queue.ts';
import { type Slice, type SliceData, sliceOf } from './slices.ts';

/** The worker was taken for dead, and others have its slices. */
export class LostClaims extends Error {
  override readonly name = 'LostClaims';
}

type Job = Pick<PgBoss.Job<SliceData>, 'id' | 'data'>;

export class Claims {
  readonly #queue: Queue;
  readonly #batch: number;
  readonly #worker: number;
  /** Rows of each slice that have not ended. */
  readonly #open = new Map<string, Set<number>>();
  readonly #sliceOfRow = new Map<number, Slice>();

  constructor(queue: Queue, batch: number, worker: number) {
    this.#queue = queue;
    this.#batch = batch;
    this.#worker = worker;
  }

  /** The slice of a row that is held. */
  sliceOf(row: number): Slice {
    const slice = this.#sliceOfRow.get(row);
    if (slice === undefined) throw new Error(`Row ${row} is not held.`);
    return slice;
  }

  /** Takes slices that wait; their rows that were sent before are left out. None: nothing waits. */
  async fetch(slices: number, signal: AbortSignal): Promise<Slice[]> {
    const { database } = this.#queue;
    const fetched = await database.persist(
      () => database.transaction((transaction) => this.#take(transaction, slices)),
      signal,
    );
    const ended: string[] = [];
    for (const slice of fetched) {
      this.#open.set(slice.job, new Set(slice.queries.map(({ row }) => row)));
      for (const { row } of slice.queries) this.#sliceOfRow.set(row, slice);
      if (slice.queries.length === 0) ended.push(slice.job);
    }
    if (ended.length > 0) {
      await database.persist(() =>
        database.transaction(async (transaction) => {
          await this.complete(transaction, await this.#letGo(transaction, ended));
        }),
      );
      for (const job of ended) this.#open.delete(job);
    }
    return fetched;
  }

  /** Notes that rows have ended. @returns the slices that are over with that, for {@link complete}. */
  ended(rows: readonly number[]): string[] {
    const over: string[] = [];
    for (const row of rows) {
      const job = this.#sliceOfRow.get(row)?.job;
      this.#sliceOfRow.delete(row);
      const open = job === undefined ? undefined : this.#open.get(job);
      if (job === undefined || open === undefined) continue;
      open.delete(row);
      if (open.size > 0) continue;
      this.#open.delete(job);
      over.push(job);
    }
    return over;
  }

  /** @param own - Of those, the ones that no other worker has meanwhile. */
  async complete(transaction: Statements, own: readonly string[]): Promise<void> {
    if (own.length === 0) return;
    await forMany(this.#queue.boss).complete(queueOf(this.#batch), own, undefined, {
      db: transaction.db,
    });
  }

  /** Gives back what is not done, for others to take at once. Nothing may be under way any more. */
  async giveBack(): Promise<void> {
    const { database, boss } = this.#queue;
    const jobs = [...this.#open.keys()];
    const slices = [...this.#sliceOfRow];
    this.#open.clear();
    this.#sliceOfRow.clear();
    if (jobs.length === 0) return;
    await database.persist(() =>
      database.transaction(async (transaction) => {
        // A mark whose answer was lost: the row was not sent.
        await transaction.query('SELECT minfraud.release($1, $2, $3, $4)', [
          ...[this.#batch, this.#worker],
          slices.map(([row]) => row),
          slices.map(([, { attempt }]) => attempt),
        ]);
        const own = await this.#letGo(transaction, jobs);
        if (own.length > 0) await queueAgain(boss, transaction, this.#batch, own);
      }),
    );
  }

  async #take(transaction: Statements, slices: number): Promise<Slice[]> {
    const jobs = await this.#jobs(transaction, slices);
    const taken = jobs.map(({ id, data }) => sliceOf(id, data));
    const rows = taken.flatMap((slice) =>
      slice.queries.map(({ row }) => ({ row, attempt: slice.attempt })),
    );
    // Claims them, and finds the rows that were sent before.
    const seen = await transaction.query<{ row: number }>(
      `WITH claimed AS (
         INSERT INTO minfraud.claim (job, batch, worker) SELECT unnest($4::uuid[]), $1, $5
         ON CONFLICT DO NOTHING
       ), given AS (SELECT * FROM unnest($2::int[], $3::smallint[]) AS given (row, attempt))
       SELECT row FROM given JOIN minfraud.sent USING (row, attempt) WHERE batch = $1
       UNION SELECT row FROM given JOIN minfraud.result USING (row) WHERE batch = $1`,
      [
        this.#batch,
        rows.map(({ row }) => row),
        rows.map(({ attempt }) => attempt),
        jobs.map(({ id }) => id),
        this.#worker,
      ],
    );
    const past = new Set(seen.map(({ row }) => row));
    return taken.map((slice) => ({
      ...slice,
      queries: slice.queries.filter(({ row }) => !past.has(row)),
    }));
  }

  async #jobs(transaction: Statements, slices: number): Promise<Job[]> {
    const [self] = await transaction.query<{ lives: boolean; lost: string[] }>(
      `SELECT minfraud.lives($2) AS lives, ARRAY(
         SELECT job FROM minfraud.claim WHERE batch = $1 AND worker = $2 AND job <> ALL ($3::uuid[])
       ) AS lost`,
      [this.#batch, this.#worker, [...this.#open.keys()]],
    );
    if (self?.lives !== true) throw new LostClaims();
    const { boss } = this.#queue;
    const name = queueOf(this.#batch);
    const { db } = transaction;
    // Those that a fetch took whose answer was lost.
    const jobs: Job[] = [];
    for (const job of self.lost) {
      const found = await boss.getJobById<SliceData>(name, job, { db, includeArchive: false });
      if (found !== null) jobs.push(found);
    }
    if (jobs.length > 0) return jobs;
    return boss.fetch<SliceData>(name, { batchSize: slices, db });
  }

  async #letGo(transaction: Statements, jobs: readonly string[]): Promise<string[]> {
    const own = await transaction.query<{ job: string }>(
      'DELETE FROM minfraud.claim WHERE worker = $1 AND job = ANY ($2) RETURNING job',
      [this.#worker, jobs],
    );
    return own.map(({ job }) => job);
  }
}

/** Puts slices that nothing works on any more back into the line. */
export async function queueAgain(
  boss: Queue['boss'],
  transaction: Statements,
  batch: number,
  jobs: readonly string[],
): Promise<void> {
  const name = queueOf(batch);
  const options = { db: transaction.db };
  // pg-boss lets a job only be tried again that has failed.
  await forMany(boss).fail(name, [...jobs], { reason: 'given back' }, options);
  await boss.retry(name, [...jobs], options);
}

type ForMany = (
  name: string,
  ids: readonly string[],
  data: object | undefined,
  options: PgBoss.ConnectionOptions,
) => Promise<void>;

/** pg-boss takes several jobs together with data and options, which its types leave out. */
function forMany(boss: PgBoss): { readonly complete: ForMany; readonly fail: ForMany } {
  return boss as unknown as { readonly complete: ForMany; readonly fail: ForMany };
}
