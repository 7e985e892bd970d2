/** `minfraud batch resume`: lets a batch go on that was stopped, with other limits, or with its rows in doubt. */
import { type CliContext, print, say } from '../../context.ts';
import { CommandError } from '../../exit.ts';
import { rangesOf } from '../row-set.ts';
import { lockBatch, oneBatch, queueOf } from './batches.ts';
import { type Statements } from './database.ts';
import { checkLimits, millionths, type ResumeFlags } from './flags.ts';
import { type Queue, withQueue } from './queue.ts';
import { type SliceData } from './slices.ts';
import { sweep } from './workers.ts';

export default async function (this: CliContext, flags: ResumeFlags): Promise<void> {
  await withQueue(this, flags.queue, async (queue) => {
    const { database } = queue;
    await sweep(queue);
    const batch = await oneBatch(database, flags.batch);
    checkLimits(flags, batch.price);
    if (batch.state === 'loading') {
      throw new CommandError(`Batch ${batch.id} is not whole yet: repeat its submit.`);
    }
    const again = await database.transaction(async (transaction) => {
      await lockBatch(transaction, batch.id);
      await transaction.query(
        `UPDATE minfraud.meter SET stopped = NULL, waves = 0, price = coalesce($2, price),
           budget = coalesce($3, budget), rate = coalesce($4, rate)
         WHERE batch = $1`,
        [batch.id, millionths(flags.price), millionths(flags.budget), flags.rate ?? null],
      );
      return flags['retry-doubtful'] ? retryDoubtful(queue, transaction, batch.id) : [];
    });
    if (again.length > 0) {
      say(
        this,
        `${again.length} rows in doubt will be asked for again, which may be billed twice: ${rangesOf(again)}`,
      );
    }
    print(this, `Batch ${batch.id} goes on. Workers that have ended are to be started again.`);
  });
}

/** Queues rows in doubt once more, as another attempt. @returns them. */
async function retryDoubtful(
  { boss }: Queue,
  transaction: Statements,
  batch: number,
): Promise<number[]> {
  const doubts = await transaction.query<{ job: string; attempt: number; rows: number[] }>(
    `WITH gone AS (DELETE FROM minfraud.doubt WHERE batch = $1 RETURNING job, attempt, row)
     SELECT job, attempt, array_agg(row) AS rows FROM gone GROUP BY job, attempt`,
    [batch],
  );
  const name = queueOf(batch);
  const again: number[] = [];
  for (const { job, attempt, rows } of doubts) {
    const found = await boss.getJobById<SliceData>(name, job, {
      db: transaction.db,
      includeArchive: false,
    });
    if (found === null) throw new CommandError(`The rows of job ${job} are not in the queue.`);
    const wanted = new Set(rows);
    const data: SliceData = {
      attempt: attempt + 1,
      rows: found.data.rows.filter(([row]) => wanted.has(row)),
    };
    await boss.insert([{ name, data }], { db: transaction.db });
    again.push(...rows);
  }
  if (again.length > 0) {
    await transaction.query(
      "UPDATE minfraud.batch SET state = 'open', fetched = false WHERE id = $1",
      [batch],
    );
  }
  return again.sort((a, b) => a - b);
}
