/** Processes that work: known to the others, and what is done about those that died. */
import { hostname } from 'node:os';
import { queueOf } from './batches.ts';
import { queueAgain } from './claims.ts';
import { type Statements } from './database.ts';
import { type Queue } from './queue.ts';
import { type SliceData } from './slices.ts';

export async function register(statements: Statements, lease: number): Promise<number> {
  const [made] = await statements.query<{ id: number }>(
    `INSERT INTO minfraud.worker (machine, pid, lease, alive_until)
     VALUES ($1, $2, $3, now() + $3 * interval '1 second') RETURNING id`,
    [hostname(), process.pid, lease],
  );
  if (made === undefined) throw new Error('The database made no worker.');
  return made.id;
}

export async function unregister(statements: Statements, worker: number): Promise<void> {
  await statements.query('UPDATE minfraud.worker SET gone = true WHERE id = $1', [worker]);
}

/** Says that the worker lives. */
export async function beat(statements: Statements, worker: number): Promise<void> {
  await statements.query(
    `UPDATE minfraud.worker SET alive_until = now() + lease * interval '1 second'
     WHERE id = $1 AND NOT gone`,
    [worker],
  );
}

export interface LivingWorker {
  readonly id: number;
  readonly machine: string;
  readonly pid: number;
  /** Of the batch that was asked for. */
  readonly slices: number;
}

export async function workersOf(statements: Statements, batch: number): Promise<LivingWorker[]> {
  return statements.query<LivingWorker>(
    `SELECT w.id, w.machine, w.pid, count(*)::int AS slices
     FROM minfraud.worker w JOIN minfraud.claim c ON c.worker = w.id
     WHERE c.batch = $1 AND NOT w.gone GROUP BY w.id ORDER BY w.id`,
    [batch],
  );
}

/**
 * Takes the slices of dead workers away: rows that they sent without keeping an answer are in doubt, the
 * others wait for another worker. A worker that only seemed dead finds out before it sends anything more.
 */
export async function sweep({ database, boss }: Queue): Promise<void> {
  await database.transaction(async (transaction) => {
    await transaction.query('SELECT minfraud.bury()');
    const claims = await transaction.query<Claim>(
      `DELETE FROM minfraud.claim c USING minfraud.worker w
       WHERE w.id = c.worker AND w.gone RETURNING c.job, c.batch, c.worker`,
    );
    for (const claim of claims) {
      await noteDoubts({ database, boss }, transaction, claim);
      await queueAgain(boss, transaction, claim.batch, [claim.job]);
    }
  });
}

interface Claim {
  readonly job: string;
  readonly batch: number;
  readonly worker: number;
}

async function noteDoubts(
  { boss }: Queue,
  transaction: Statements,
  { job, batch, worker }: Claim,
): Promise<void> {
  const found = await boss.getJobById<SliceData>(queueOf(batch), job, {
    db: transaction.db,
    includeArchive: false,
  });
  if (found === null) return;
  const { attempt, rows } = found.data;
  const sent = await transaction.query<{ row: number }>(
    `SELECT row FROM minfraud.sent
     WHERE batch = $1 AND attempt = $2 AND worker = $3 AND row = ANY ($4)`,
    [batch, attempt, worker, rows.map(([row]) => row)],
  );
  const open = sent.map(({ row }) => row);
  await transaction.query('SELECT minfraud.note_doubts($1, $2, $3, $4, $5)', [
    ...[batch, open],
    ...[open.map(() => attempt), open.map(() => job), open.map(() => 'CUT_SHORT')],
  ]);
}
