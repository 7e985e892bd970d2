import { describe, expect, test } from '@jest/globals';
import { type ResultLine } from '../../../packages/cli/test/batch/orders.ts';
import { riskOf } from '../../../packages/cli/test/batch/scoring-server.ts';
import { afterSettling, beforeSettling, type Evidence } from '../verdict.ts';

function resultOf(row: number, more: Partial<ResultLine> = {}): ResultLine {
  const id = `order-${row}`;
  const result = { id, riskScore: riskOf(id), warnings: [] };
  return { row, line: row + 1, transactionId: id, result, ...more };
}

const billedOf = (counts: readonly number[]): Map<string, number> =>
  new Map(counts.map((count, at) => [`order-${at + 1}`, count]));

/** Three rows have results, and the fourth is in doubt. */
const good: Evidence = {
  rows: 4,
  billed: billedOf([1, 1, 1, 1]),
  results: [3, 1, 2].map((row) => resultOf(row)),
  doubtful: [4],
};

const settled: Evidence = {
  ...good,
  billed: billedOf([1, 1, 1, 2]),
  results: [1, 2, 3, 4].map((row) => resultOf(row)),
};

describe('a verdict', () => {
  test('has nothing to say of a run that was right', () => {
    expect(beforeSettling(good)).toStrictEqual([]);
    expect(afterSettling(settled)).toStrictEqual([]);
  });

  test.each<[string, Partial<Evidence>, string]>([
    ['a row that was sent twice', { billed: billedOf([1, 2, 1, 1]) }, 'order-2'],
    ['a row that is lost', { doubtful: [] }, 'order-4'],
    ['a row with a result that is in doubt too', { doubtful: [4, 2] }, 'order-2'],
    ['two results of a row', { results: [1, 2, 3, 3].map((row) => resultOf(row)) }, 'order-3'],
    [
      'the result of another order',
      { results: [resultOf(1), resultOf(2), resultOf(3, resultOf(2, { row: 3 }))] },
      'order-2',
    ],
    ['an error in place of a result', { results: [1, 2].map((row) => resultOf(row)) }, 'order-3'],
  ])('finds %s', (_, wrong, id) => {
    expect(beforeSettling({ ...good, ...wrong }).join('\n')).toContain(id);
  });

  test.each<[string, Partial<Evidence>, string]>([
    ['a row that was not in doubt and was retried', { billed: billedOf([2, 1, 1, 1]) }, 'order-1'],
    ['a row in doubt that was sent three times', { billed: billedOf([1, 1, 1, 3]) }, 'order-4'],
    [
      'another order than that of the input',
      { results: [...settled.results].reverse() },
      'order of',
    ],
    ['a row without a result', { results: settled.results.slice(1) }, 'order-1'],
  ])('finds after merge %s', (_, wrong, said) => {
    expect(afterSettling({ ...settled, ...wrong }).join('\n')).toContain(said);
  });
});
