/** `minfraud batch status`: how far each batch is, and what of it is in doubt. */
import { type CliContext, print } from '../../context.ts';
import { exitCodes } from '../../exit.ts';
import { harmless, type Style, styleOf } from '../../output/style.ts';
import { rangesOf } from '../row-set.ts';
import { type Batch, batchesOf, oneBatch } from './batches.ts';
import { type Statements } from './database.ts';
import { doubtLines, doubtsOf } from './doubts.ts';
import { type StatusFlags } from './flags.ts';
import { withQueue } from './queue.ts';
import { type LivingWorker, sweep, workersOf } from './workers.ts';

export default async function (this: CliContext, flags: StatusFlags): Promise<void> {
  await withQueue(this, flags.queue, async (queue) => {
    const { database } = queue;
    // Where every worker is dead, none is left to notice.
    await sweep(queue);
    if (flags.batch !== undefined) await oneBatch(database, flags.batch);
    const batches = await batchesOf(database, flags.batch);
    if (flags.json || flags.ndjson) {
      const all = await Promise.all(batches.map((batch) => plain(database, batch)));
      if (flags.json) print(this, JSON.stringify(all, null, 2));
      else for (const one of all) print(this, JSON.stringify(one));
    } else {
      if (batches.length === 0) print(this, 'There are no batches.');
      const style = styleOf(this.process.stdout, this.process.env);
      for (const batch of batches) {
        const workers = await workersOf(database, batch.id);
        for (const line of linesOf(batch, workers, style)) print(this, line);
        for (const line of await doubtLines(database, batch)) print(this, `  ${line}`);
      }
    }
    const isInDoubt = batches.some(({ doubts }) => doubts > 0);
    this.process.exitCode = isInDoubt ? exitCodes.doubt : exitCodes.done;
  });
}

function linesOf(batch: Batch, workers: readonly LivingWorker[], style: Style): string[] {
  const { id, name, service, state, rows, answers, rejected, refused, doubts } = batch;
  const ended = answers + rejected + doubts;
  const share = rows === 0 ? 100 : Math.floor((ended / rows) * 100);
  const counts = [
    `${answers} answers`,
    refused > 0 ? `${refused} of them refused by the service` : undefined,
    `${rejected} with mistakes`,
    `${doubts} in doubt`,
    `${rows - ended} to do`,
  ];
  const limits = [
    batch.price === null
      ? `${batch.queries} queries`
      : `${batch.queries} queries, at most $${(batch.queries * batch.price).toFixed(2)}`,
    batch.budget === null ? undefined : `of $${batch.budget.toFixed(2)}`,
    batch.rate === null ? undefined : `${batch.rate}/s at most`,
  ];
  const loading = `is being submitted, or was cut short: ${batch.loaded} of ${rows} rows are queued; repeat the submit to go on`;
  return [
    style.bold(`Batch ${id}  ${harmless(name)}  ${service}`),
    `  ${state === 'loading' ? loading : `${ended} of ${rows} rows (${share} %): ${listed(counts)}`}`,
    `  ${listed(limits)}`,
    ...workers.map(
      ({ machine, pid, slices }) =>
        `  worker ${harmless(machine)}:${pid}, ${slices} slices in hand`,
    ),
  ];
}

const listed = (parts: readonly (string | undefined)[]): string =>
  parts.filter((part) => part !== undefined).join(', ');

async function plain(statements: Statements, batch: Batch): Promise<object> {
  const { price, budget, rate, stopped, ...rest } = batch;
  const doubts = await doubtsOf(statements, batch.id);
  return {
    ...rest,
    ...{ price, budget, rate, stopped },
    doubtfulRows: rangesOf(doubts.rows),
    workers: await workersOf(statements, batch.id),
  };
}
