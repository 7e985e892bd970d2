/** `minfraud batch results`: writes the results of a batch to a file, by row. */
import { existsSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { type CliContext, print, say } from '../../context.ts';
import { CommandError, exitCodes } from '../../exit.ts';
import { syncFolderOf } from '../durable-file.ts';
import { type Answered, formatOf, type ResultFormat } from '../result-format.ts';
import { type Batch, oneBatch } from './batches.ts';
import { type Database } from './database.ts';
import { doubtLines } from './doubts.ts';
import { type ResultsFlags } from './flags.ts';
import { withQueue } from './queue.ts';
import { sweep } from './workers.ts';

export default async function (this: CliContext, flags: ResultsFlags): Promise<void> {
  const { out } = flags;
  if (existsSync(out)) {
    throw new CommandError(`${out} is there already. Name another file with --out.`);
  }
  await withQueue(this, flags.queue, async (queue) => {
    const { database } = queue;
    await sweep(queue);
    const batch = await oneBatch(database, flags.batch);
    const written = await write(database, batch, out);
    print(this, `${written} results of batch ${batch.id}: ${out}`);
    const left = batch.rows - written - batch.rejected - batch.doubts;
    if (batch.state !== 'done') say(this, `The batch is not over: ${left} rows are still to do.`);
    for (const line of await doubtLines(database, batch)) say(this, line);
    this.process.exitCode = batch.doubts > 0 ? exitCodes.doubt : exitCodes.done;
  });
}

/** Results that are held in memory at once. */
const page = 1000;

/** Whole or not there at all. */
async function write(database: Database, { id, state }: Batch, out: string): Promise<number> {
  const temporary = `${out}.new`;
  await rm(temporary, { force: true });
  const handle = await open(temporary, 'wx', 0o600);
  const format = formatOf(out);
  let written = 0;
  try {
    await handle.writeFile(format.head);
    for await (const answers of pagesOf(database, id)) {
      written += answers.length;
      await handle.writeFile(answers.map((answer) => lineOf(answer, format)).join(''));
    }
    await handle.sync();
  } finally {
    await handle.close();
  }
  await rename(temporary, out);
  await syncFolderOf(out);
  if (state === 'done') {
    // Only what was there when it was done: rows in doubt that are asked for again bring more.
    await database.query(
      "UPDATE minfraud.batch SET fetched = true WHERE id = $1 AND state = 'done'",
      [id],
    );
  }
  return written;
}

async function* pagesOf(
  database: Database,
  batch: number,
): AsyncGenerator<readonly string[], void, undefined> {
  for (let last = 0; ;) {
    const rows = await database.persist(() =>
      database.query<{ row: number; answer: string }>(
        `SELECT row, answer::text AS answer FROM minfraud.result
         WHERE batch = $1 AND row > $2 ORDER BY row LIMIT $3`,
        [batch, last, page],
      ),
    );
    if (rows.length === 0) return;
    last = rows.at(-1)?.row ?? last;
    yield rows.map(({ answer }) => answer);
  }
}

function lineOf(answer: string, format: ResultFormat): string {
  return format.head === '' ? `${answer}\n` : format.encode(JSON.parse(answer) as Answered);
}
