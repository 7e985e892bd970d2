/** What a job holds: some rows of a batch, ready to be sent. */
import { type Transaction } from '../../../index.ts';
import { type Query } from '../runner.ts';

/** As it is stored. A request is text, since PostgreSQL's own JSON cannot hold every string. */
export interface SliceData {
  /** 1, and one more each time that rows in doubt are asked for again. */
  readonly attempt: number;
  readonly rows: readonly (readonly [row: number, line: number, request: string])[];
}

export interface Slice {
  readonly job: string;
  readonly attempt: number;
  readonly queries: readonly Query[];
}

export function sliceOf(job: string, { attempt, rows }: SliceData): Slice {
  const queries = rows.map(([row, line, request]): Query => {
    const transaction = JSON.parse(request) as Transaction;
    return { row, line, transaction, transactionId: transaction.event?.transactionId };
  });
  return { job, attempt, queries };
}

/**
 * Small files are cut small, so that all workers have something to do at the end; large ones in at most
 * a hundred thousand slices, which is what pg-boss finds the next job among in a tenth of a second.
 */
export function rowsOfSlice(rows: number): number {
  return Math.min(1000, Math.max(10, Math.ceil(rows / 400)));
}
