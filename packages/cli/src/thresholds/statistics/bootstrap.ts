/** Money of each cut: of the orders as they are, and of a thousand samples drawn from them. */
import { type Costs, declined, reviewed } from './money.ts';
import { type Interval, percentiles } from './interval.ts';
import { seeded } from './random.ts';
import { type Sample } from './sample.ts';

/** Money of everything from a place of the grid on. */
interface Curve {
  readonly decline: Float64Array;
  readonly review: Float64Array;
}

export interface Money {
  readonly actual: Curve;
  readonly replicates: readonly Curve[];
}

const replicateCount = 1000;

/**
 * The bootstrap by Poisson weights: an order is drawn Poisson(1) times, k alike ones Poisson(k) times.
 * Weights are scaled to the number of orders, which makes it the usual bootstrap but for terms that
 * vanish with the number of orders.
 */
export function moneyOf(
  { cells, grid, orders }: Pick<Sample, 'cells' | 'grid' | 'orders'>,
  costs: Costs,
  seed: number,
  count: number = replicateCount,
): Money {
  // Columns in place of objects: the loop below runs ten million times.
  const bins = Uint16Array.from(cells, ({ bin }) => bin);
  const counts = Float64Array.from(cells, (cell) => cell.orders);
  const decline = Float64Array.from(
    cells,
    (cell) => declined(costs, cell.isFraud, cell.orders, cell.amount) / cell.orders,
  );
  const review = Float64Array.from(
    cells,
    (cell) => reviewed(costs, cell.isFraud, cell.orders, cell.amount) / cell.orders,
  );
  const curve = (weights: Float64Array, scale: number): Curve => {
    const sums = { decline: new Float64Array(grid.length), review: new Float64Array(grid.length) };
    for (let at = 0; at < bins.length; at++) {
      const weight = (weights[at] ?? 0) * scale;
      const bin = bins[at] ?? 0;
      sums.decline[bin] = (sums.decline[bin] ?? 0) + weight * (decline[at] ?? 0);
      sums.review[bin] = (sums.review[bin] ?? 0) + weight * (review[at] ?? 0);
    }
    sumFromTheTop(sums.decline);
    sumFromTheTop(sums.review);
    return sums;
  };
  const random = seeded(seed);
  const weights = new Float64Array(cells.length);
  const replicates = Array.from({ length: count }, () => {
    let drawn = 0;
    for (let at = 0; at < counts.length; at++) {
      const weight = random.poisson(counts[at] ?? 0);
      weights[at] = weight;
      drawn += weight;
    }
    return curve(weights, drawn === 0 ? 0 : orders / drawn);
  });
  return { actual: curve(counts, 1), replicates };
}

function sumFromTheTop(values: Float64Array): void {
  for (let at = values.length - 2; at >= 0; at--) {
    values[at] = (values[at] ?? 0) + (values[at + 1] ?? 0);
  }
}

/** Places of the grid: a person looks from `review` on, and from `decline` on orders are declined. */
export interface Pair {
  readonly review: number;
  readonly decline: number;
}

export function moneyOfPair({ decline, review }: Curve, pair: Pair): number {
  const looked = (review[pair.review] ?? 0) - (review[pair.decline] ?? 0);
  return looked + (decline[pair.decline] ?? 0);
}

export function intervalOfPair({ actual, replicates }: Money, pair: Pair): Interval {
  const values = Float64Array.from(replicates, (curve) => moneyOfPair(curve, pair));
  return percentiles(moneyOfPair(actual, pair), values);
}

/** By how much the first pair is better than the second. */
export function intervalOfDifference({ actual, replicates }: Money, a: Pair, b: Pair): Interval {
  const difference = (curve: Curve): number => moneyOfPair(curve, a) - moneyOfPair(curve, b);
  return percentiles(difference(actual), Float64Array.from(replicates, difference));
}
