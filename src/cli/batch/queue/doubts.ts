/** Rows that may have been billed and have no result, and batches that stand still: told to people. */
import { harmless } from '../../output/style.ts';
import { rangesOf } from '../row-set.ts';
import { type Batch } from './batches.ts';
import { type Statements } from './database.ts';

export interface Doubts {
  readonly rows: readonly number[];
  /** What happened instead of an answer. */
  readonly codes: readonly string[];
}

export async function doubtsOf(statements: Statements, batch: number): Promise<Doubts> {
  const found = await statements.query<{ row: number; code: string }>(
    'SELECT row, code FROM minfraud.doubt WHERE batch = $1 ORDER BY row',
    [batch],
  );
  return { rows: found.map(({ row }) => row), codes: [...new Set(found.map(({ code }) => code))] };
}

/** What a person has to know of a batch, and can do about it. */
export async function doubtLines(statements: Statements, batch: Batch): Promise<string[]> {
  const lines: string[] = [];
  const again = `minfraud batch resume --batch ${batch.id}`;
  if (batch.state === 'open' && batch.stopped !== null) {
    lines.push(`Batch ${batch.id} is stopped: ${harmless(batch.stopped)} Go on with: ${again}`);
  } else if (batch.state === 'open' && batch.isOverBudget) {
    lines.push(`The budget of batch ${batch.id} is used up. Go on with: ${again} --budget USD`);
  }
  if (batch.doubts === 0) return lines;
  const { rows, codes } = await doubtsOf(statements, batch.id);
  return [
    ...lines,
    `${rows.length} rows of batch ${batch.id} are in doubt: they may have been billed, and have no result.`,
    `  Rows ${rangesOf(rows)}`,
    `  Seen: ${codes.join(', ')}. CUT_SHORT: under way when a worker died.`,
    `  They are not asked for again, unless you say: ${again} --retry-doubtful`,
  ];
}
