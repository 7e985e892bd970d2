/** What a service that counts, and the results, say of a run: what is wrong, in sentences. */
import { type ResultLine } from '../../packages/cli/test/batch/orders.ts';
import { riskOf } from '../../packages/cli/test/batch/scoring-server.ts';

export interface Evidence {
  readonly rows: number;
  /** How often the service was asked for each order. */
  readonly billed: ReadonlyMap<string, number>;
  readonly results: readonly ResultLine[];
  /** The rows that the runs said to be in doubt. */
  readonly doubtful: readonly number[];
}

/** Once all parts have ended: a row has one result, or is in doubt, and no row was sent twice. */
export function beforeSettling({ rows, billed, results, doubtful }: Evidence): string[] {
  const twice = [...billed].filter(([, count]) => count > 1).map(([id]) => id);
  return [
    ...said(twice, 'were billed more than once'),
    ...eachOnce(rows, [...results.map(({ row }) => row), ...doubtful]),
    ...wrongResults(results),
  ];
}

/** After the rows in doubt were retried and the parts merged: each row has its result, in order. */
export function afterSettling({ rows, billed, results, doubtful }: Evidence): string[] {
  const mayBeTwice = new Set(doubtful.map((row) => `order-${row}`));
  const often = [...billed].filter(([id, count]) => count > (mayBeTwice.has(id) ? 2 : 1));
  const order = results.map(({ row }) => row);
  const isInOrder = order.every((row, at) => at === 0 || row > (order[at - 1] ?? 0));
  return [
    ...said(
      often.map(([id]) => id),
      'were billed too often',
    ),
    ...eachOnce(rows, order),
    ...wrongResults(results),
    ...(isInOrder ? [] : ['The merged results are not in the order of the input.']),
  ];
}

function eachOnce(rows: number, found: readonly number[]): string[] {
  const counts = new Array<number>(rows + 1).fill(0);
  for (const row of found) counts[row] = (counts[row] ?? 0) + 1;
  const ids = (is: (count: number) => boolean): string[] =>
    counts.flatMap((count, row) => (row > 0 && is(count) ? [`order-${row}`] : []));
  return [
    ...said(
      ids((count) => count === 0),
      'have neither a result nor a doubt',
    ),
    ...said(
      ids((count) => count > 1),
      'have more than one result or doubt',
    ),
  ];
}

function wrongResults(results: readonly ResultLine[]): string[] {
  const wrong = results.filter(({ row, transactionId, result }) => {
    const id = `order-${row}`;
    return transactionId !== id || result?.id !== id || result.riskScore !== riskOf(id);
  });
  return said(
    wrong.map(({ transactionId }) => transactionId),
    'have the result of another order',
  );
}

function said(ids: readonly string[], what: string): string[] {
  if (ids.length === 0) return [];
  return [
    `${ids.length} orders ${what}: ${ids.slice(0, 10).join(', ')}${ids.length > 10 ? ', …' : ''}.`,
  ];
}
