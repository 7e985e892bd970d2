/** What declining from a score would have stopped: orders, and their amount where the results keep it. */
import { CommandError } from '../../exit.ts';
import { columnFor } from '../../thresholds/columns.ts';
import { forEachRecord } from '../../thresholds/read-records.ts';
import { openResultFile } from '../../thresholds/results.ts';
import { readAmount } from '../../thresholds/values.ts';

export interface Stopped {
  /** A risk score. */
  readonly from: number;
  readonly results: number;
  /** Absent where it is not known, or in several currencies, which are not added up. */
  readonly amount?: number;
  readonly currency?: string;
}

const cuts = [5, 10, 20, 30, 40, 50, 60, 70, 80, 90] as const;

export async function stoppedFrom(path: string): Promise<Stopped[]> {
  try {
    return await count(path);
  } catch (error) {
    // A file without a whole line, or a kept column that only looks like an amount: the report goes without.
    if (error instanceof CommandError) return [];
    throw error;
  }
}

async function count(path: string): Promise<Stopped[]> {
  const results = await openResultFile(path);
  const reader = (role: 'amount' | 'currency') => {
    const name = columnFor(role, results.kept);
    return name === undefined ? undefined : results.keptReader(name);
  };
  const [amountOf, currencyOf] = [reader('amount'), reader('currency')];
  const sums = cuts.map(() => ({ results: 0, amount: 0 }));
  const currencies = new Set<string>();
  let isSum = amountOf !== undefined;
  await forEachRecord(results.file, (record) => {
    const { riskScore } = results.read(record);
    if (riskScore === undefined) return;
    const amount = isSum ? amountIn(amountOf?.(record) ?? '') : 0;
    if (amount === undefined) isSum = false;
    if (currencyOf !== undefined) currencies.add((currencyOf(record) ?? '').toUpperCase());
    for (const [at, cut] of cuts.entries()) {
      const sum = sums[at];
      if (riskScore < cut || sum === undefined) break;
      sum.results++;
      sum.amount += amount ?? 0;
    }
  });
  const [currency = ''] = currencies;
  const isKnown = isSum && currencies.size <= 1;
  return sums.flatMap((sum, at) =>
    sum.results === 0
      ? []
      : [
          {
            ...{ from: cuts[at] ?? 0, results: sum.results },
            ...(isKnown ? { amount: sum.amount, currency } : {}),
          },
        ],
  );
}

/** @returns `undefined` where it cannot be read for certain. */
function amountIn(text: string): number | undefined {
  try {
    return readAmount(text, undefined, () => '') ?? 0;
  } catch {
    return undefined;
  }
}
