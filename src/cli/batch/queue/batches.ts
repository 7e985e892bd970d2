/** The files that were submitted. */
import { CommandError } from '../../exit.ts';
import { type Service } from '../runner.ts';
import { type Statements } from './database.ts';

export interface Batch {
  readonly id: number;
  readonly name: string;
  readonly service: Service;
  readonly state: 'loading' | 'open' | 'done';
  readonly rows: number;
  readonly loaded: number;
  readonly rejected: number;
  /** Rows with a result, and rows that the service refused among them. */
  readonly answers: number;
  readonly refused: number;
  readonly warnings: number;
  /** Rows in doubt. */
  readonly doubts: number;
  readonly queries: number;
  /** In US dollars. */
  readonly price: number | null;
  readonly budget: number | null;
  readonly rate: number | null;
  readonly isOverBudget: boolean;
  /** Why no worker takes its rows. */
  readonly stopped: string | null;
  readonly fetched: boolean;
}

/** The name of its queue in pg-boss. */
export const queueOf = (batch: number): string => `batch-${batch}`;

export async function batchesOf(statements: Statements, id?: number): Promise<Batch[]> {
  return statements.query<Batch>(
    `SELECT b.id, b.name, b.service, b.state, b.rows, b.loaded, b.rejected, b.fetched,
       coalesce(t.answers, 0)::float8 AS answers, coalesce(t.refused, 0)::float8 AS refused,
       coalesce(t.warnings, 0)::float8 AS warnings,
       (SELECT count(*) FROM minfraud.doubt d WHERE d.batch = b.id)::float8 AS doubts,
       m.queries::float8, m.price / 1e6::float8 AS price, m.budget / 1e6::float8 AS budget, m.rate, m.stopped,
       coalesce((m.queries + 1) * m.price > m.budget, false) AS "isOverBudget"
     FROM minfraud.batch b
     JOIN minfraud.meter m ON m.batch = b.id
     LEFT JOIN (
       SELECT batch, sum(answers) AS answers, sum(refused) AS refused, sum(warnings) AS warnings
       FROM minfraud.tally GROUP BY batch
     ) t ON t.batch = b.id
     WHERE $1::int IS NULL OR b.id = $1
     ORDER BY b.id`,
    [id ?? null],
  );
}

/** The one that is meant: by its number, or the only one that there is. */
export async function oneBatch(statements: Statements, id: number | undefined): Promise<Batch> {
  const found = await batchesOf(statements, id);
  const [only] = found;
  if (only === undefined) {
    throw new CommandError(
      id === undefined
        ? 'There are no batches.'
        : `There is no batch ${id}: see "minfraud batch status".`,
    );
  }
  if (found.length === 1) return only;
  const list = found.map((batch) => `${batch.id} (${batch.name}, ${batch.service})`).join(', ');
  throw new CommandError(`Say which one with --batch: ${list}.`);
}

/** Keeps others from ending or changing a batch until the transaction is over. */
export async function lockBatch(transaction: Statements, id: number): Promise<void> {
  await transaction.query('SELECT FROM minfraud.batch WHERE id = $1 FOR UPDATE', [id]);
}
