/** Whether a score means what it says: of orders with a score of 20, 20 in 100 should be frauds. */
import { type Interval, wilson } from './interval.ts';

export interface Band {
  readonly from: number;
  readonly to: number;
  readonly orders: number;
  /** The mean score, as a share. */
  readonly expected: number;
  /** The share of frauds. */
  readonly seen: Interval;
}

const bounds = [0, 1, 2, 5, 10, 20, 30, 50, 70, 100] as const;

export function calibrationOf(
  orders: Iterable<{ readonly riskScore: number; readonly isFraud: boolean }>,
): Band[] {
  const sums = bounds.slice(1).map(() => ({ orders: 0, expected: 0, frauds: 0 }));
  for (const { riskScore, isFraud } of orders) {
    const at = bounds.findLastIndex((from) => from <= riskScore);
    const sum = sums[Math.max(0, Math.min(at, sums.length - 1))];
    if (sum === undefined) continue;
    sum.orders++;
    sum.expected += riskScore / 100;
    if (isFraud) sum.frauds++;
  }
  return sums.flatMap(({ orders, expected, frauds }, at) =>
    orders === 0
      ? []
      : [
          {
            from: bounds[at] ?? 0,
            to: bounds[at + 1] ?? 100,
            orders,
            expected: expected / orders,
            seen: wilson(frauds, orders),
          },
        ],
  );
}
