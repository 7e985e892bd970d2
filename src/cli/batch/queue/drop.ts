/** `minfraud batch drop`: deletes a batch from the database, with the personal data in it. */
import { type CliContext, print } from '../../context.ts';
import { CommandError } from '../../exit.ts';
import { oneBatch, queueOf } from './batches.ts';
import { type DropFlags } from './flags.ts';
import { type Database } from './database.ts';
import { withQueue } from './queue.ts';
import { bossSchema } from './schema.ts';
import { sweep, workersOf } from './workers.ts';

export default async function (this: CliContext, flags: DropFlags): Promise<void> {
  await withQueue(this, flags.queue, async (queue) => {
    const { database, boss } = queue;
    await sweep(queue);
    const { id, answers, fetched } = await oneBatch(database, flags.batch);
    if (answers > 0 && !fetched && !flags['lose-results']) {
      throw new CommandError(
        `Batch ${id} has results that were paid for and not fetched when it was over: "minfraud batch results --batch ${id} --out FILE". --lose-results drops it all the same.`,
      );
    }
    const workers = await workersOf(database, id);
    if (workers.length > 0) {
      throw new CommandError(
        `${workers.length} workers are at work on batch ${id}: stop them first.`,
      );
    }
    // The batch itself last: until then this can be repeated.
    await emptyQueue(database, id);
    await boss.deleteQueue(queueOf(id));
    await database.query(`DROP TABLE IF EXISTS minfraud.sent_${id}, minfraud.result_${id}`);
    await database.transaction(async (transaction) => {
      for (const table of ['doubt', 'tally', 'claim', 'meter']) {
        await transaction.query(`DELETE FROM minfraud.${table} WHERE batch = $1`, [id]);
      }
      await transaction.query('DELETE FROM minfraud.batch WHERE id = $1', [id]);
    });
    print(this, `Batch ${id} is gone.`);
  });
}

/** pg-boss 10.4 deletes no queue with jobs in it: a foreign key refuses. Its purge leaves ended jobs. */
async function emptyQueue(database: Database, batch: number): Promise<void> {
  const [queue] = await database.query<{ partition_name: string }>(
    `SELECT partition_name FROM ${bossSchema}.queue WHERE name = $1`,
    [queueOf(batch)],
  );
  if (queue !== undefined) await database.query(`TRUNCATE ${bossSchema}.${queue.partition_name}`);
}
