/** `minfraud batch submit`: puts the rows of a file into the queue. */
import { basename } from 'node:path';
import type PgBoss from 'pg-boss';
import { type CliContext, print, say } from '../../context.ts';
import { CommandError } from '../../exit.ts';
import { harmless } from '../../output/style.ts';
import { columnsOfInput, survey } from '../begin.ts';
import { type Column } from '../columns.ts';
import { invalidByDefault } from '../flags.ts';
import { showProgress } from '../progress.ts';
import { Rejects } from '../rejects.ts';
import { requestMaker } from '../request.ts';
import { type Input, openInput, rowsOf } from '../rows.ts';
import { queueOf } from './batches.ts';
import { type Statements } from './database.ts';
import { checkLimits, millionths, type SubmitFlags } from './flags.ts';
import { type Queue, requireDurable, withQueue } from './queue.ts';
import { rowsOfSlice, type SliceData } from './slices.ts';

export default async function (this: CliContext, flags: SubmitFlags, path: string): Promise<void> {
  checkLimits(flags);
  const input = await openInput(path, flags.delimiter);
  await withQueue(this, flags.queue, (queue) => submit(this, flags, input, queue), true);
}

async function submit(
  context: CliContext,
  flags: SubmitFlags,
  input: Input,
  queue: Queue,
): Promise<void> {
  await requireDurable(queue.database);
  const columns = columnsOfInput(context, input, flags.map ?? []);
  const { sha256, rows } = await survey(input);
  const begun = await queue.database.transaction((transaction) =>
    begin(transaction, flags, { input, columns, sha256, rows }),
  );
  const { id, loaded } = begun;
  if (loaded > 0) say(context, `Going on with batch ${id}: ${loaded} of ${rows} rows are queued.`);
  // Nothing is handed out twice by itself, and nothing is thrown away because it waited.
  await queue.boss.createQueue(queueOf(id), {
    ...{ name: queueOf(id), retryLimit: 0, expireInSeconds: 86_000, retentionMinutes: 5_000_000 },
  });
  const rejected = await load(context, queue, { ...begun, input, columns, rows }, flags.rejects);
  if (rejected > 0) {
    const where = flags.rejects ?? '--rejects FILE lists them';
    say(context, `${rejected} rows have mistakes and are not sent: ${where}.`);
  }
  print(context, `Batch ${id}: ${rows - rejected} rows are queued for ${flags.service}.`);
  say(context, 'Next, on as many machines as you like: minfraud batch work');
}

interface Survey {
  readonly input: Input;
  readonly columns: readonly Column[];
  readonly sha256: string;
  readonly rows: number;
}

interface Begun {
  readonly id: number;
  /** Rows that an earlier try has dealt with. */
  readonly loaded: number;
  readonly rejected: number;
}

async function begin(
  transaction: Statements,
  flags: SubmitFlags,
  { input, columns, sha256, rows }: Survey,
): Promise<Begun> {
  const { service } = flags;
  const mapping = JSON.stringify({ columns, delimiter: input.delimiter });
  const [made] = await transaction.query<{ id: number }>(
    `INSERT INTO minfraud.batch (name, service, sha256, mapping, rows) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT DO NOTHING RETURNING id`,
    [basename(input.path).replaceAll('\0', ''), service, sha256, mapping, rows],
  );
  const id = made?.id ?? (await unfinished(transaction, flags, sha256, mapping)).id;
  if (made !== undefined) {
    await transaction.query('INSERT INTO minfraud.meter (batch) VALUES ($1)', [id]);
    for (const table of ['sent', 'result']) {
      const own = `minfraud.${table}_${id}`;
      await transaction.query(`CREATE TABLE ${own} (LIKE minfraud.${table} INCLUDING ALL)`);
      await transaction.query(
        `ALTER TABLE minfraud.${table} ATTACH PARTITION ${own} FOR VALUES IN (${id})`,
      );
    }
  }
  await transaction.query(
    'UPDATE minfraud.meter SET price = $2, budget = $3, rate = $4 WHERE batch = $1',
    [id, millionths(flags.price), millionths(flags.budget), flags.rate ?? null],
  );
  const [found] = await transaction.query<Begun>(
    'SELECT id, loaded, rejected FROM minfraud.batch WHERE id = $1',
    [id],
  );
  if (found === undefined) throw new CommandError('The batch was dropped meanwhile. Try again.');
  return found;
}

/** The batch that an earlier try began and did not finish. */
async function unfinished(
  transaction: Statements,
  { service }: SubmitFlags,
  sha256: string,
  mapping: string,
): Promise<{ readonly id: number }> {
  const [found] = await transaction.query<{
    id: number;
    name: string;
    state: string;
    same: boolean;
  }>(
    `SELECT id, name, state, mapping = $3::jsonb AS same FROM minfraud.batch
     WHERE service = $1 AND sha256 = $2`,
    [service, sha256, mapping],
  );
  if (found === undefined) throw new CommandError('The batch was dropped meanwhile. Try again.');
  const { id, name } = found;
  if (found.state !== 'loading') {
    throw new CommandError(
      `This file was submitted for ${service} before: batch ${id} (${harmless(name)}). To ask for it, and pay for it, once more, first "minfraud batch drop --batch ${id}".`,
    );
  }
  if (!found.same) {
    throw new CommandError(
      `Batch ${id} was begun with other columns. Repeat the flags of that time, or begin anew after "minfraud batch drop --batch ${id}".`,
    );
  }
  return found;
}

interface Load extends Begun {
  readonly input: Input;
  readonly columns: readonly Column[];
  readonly rows: number;
}

/** How much of the file one transaction puts into the queue. */
const most = { rows: 5000, bytes: 4_000_000 } as const;

/** @returns how many rows have mistakes. */
async function load(
  context: CliContext,
  queue: Queue,
  { id, loaded, rejected: rejectedBefore, input, columns, rows }: Load,
  rejectsFile: string | undefined,
): Promise<number> {
  const prepare = requestMaker(columns, invalidByDefault);
  const rejects = new Rejects(rejectsFile);
  const size = rowsOfSlice(rows);
  const place = { loaded, rejected: rejectedBefore };
  let slice: SliceData['rows'][number][] = [];
  let waiting: SliceData[] = [];
  let held = { rows: 0, bytes: 0 };
  let last = 0;
  let rejected = rejectedBefore;
  const cut = (): void => {
    if (slice.length > 0) waiting.push({ attempt: 1, rows: slice });
    slice = [];
  };
  const store = async (isLast: boolean): Promise<void> => {
    await queue.database.transaction(async (transaction) => {
      await storeSlices(queue, transaction, id, waiting);
      await moveOn(transaction, id, place, { loaded: last, rejected, isLast });
    });
    Object.assign(place, { loaded: last, rejected });
    waiting = [];
    held = { rows: 0, bytes: 0 };
  };
  const progress = showProgress(context, () => ({
    ...{ done: last, total: rows, answers: Math.max(0, last - loaded), rejected },
    ...{ doubtful: 0, refused: 0, warnings: 0, spent: undefined },
  }));
  try {
    for await (const found of rowsOf(input)) {
      const { row, line } = found;
      const prepared = prepare(found);
      const isNew = row > loaded;
      if ('issues' in prepared) {
        await rejects.add({ row, line, issues: prepared.issues });
        if (isNew) rejected++;
      } else if (isNew) {
        const request = JSON.stringify(prepared.transaction);
        slice.push([row, line, request]);
        held.rows++;
        held.bytes += request.length;
        if (slice.length >= size) cut();
      }
      last = row;
      if (slice.length === 0 && (held.rows >= most.rows || held.bytes >= most.bytes)) {
        await store(false);
      }
    }
    cut();
    await store(true);
  } finally {
    progress.end();
    await rejects.close();
  }
  return rejected;
}

async function storeSlices(
  { boss }: Queue,
  transaction: Statements,
  batch: number,
  slices: readonly SliceData[],
): Promise<void> {
  if (slices.length === 0) return;
  const jobs = slices.map((data): PgBoss.JobInsert => ({ name: queueOf(batch), data }));
  await boss.insert(jobs, { db: transaction.db });
}

/** In the transaction that stores the slices, so that no row is queued twice or left out. */
async function moveOn(
  transaction: Statements,
  id: number,
  before: { readonly loaded: number; readonly rejected: number },
  now: { readonly loaded: number; readonly rejected: number; readonly isLast: boolean },
): Promise<void> {
  const [moved] = await transaction.query(
    `UPDATE minfraud.batch SET loaded = $3, rejected = $4,
       state = CASE WHEN NOT $5 THEN state WHEN $4 = rows THEN 'done' ELSE 'open' END
     WHERE id = $1 AND state = 'loading' AND loaded = $2 RETURNING id`,
    [id, before.loaded, now.loaded, now.rejected, now.isLast],
  );
  if (moved !== undefined) return;
  throw new CommandError(`Another submit of the same file is at work on batch ${id}.`);
}
