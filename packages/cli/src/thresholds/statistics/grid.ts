/** The cuts that are looked at: fine where most scores are, whole numbers above. */

/** A cut that no score reaches: the service gives 99 at most. */
export const noCut = 100;

const usual: readonly number[] = [
  ...Array.from({ length: 10 }, (_, at) => at / 10),
  ...Array.from({ length: 18 }, (_, at) => 1 + at / 2),
  ...Array.from({ length: 91 }, (_, at) => 10 + at),
];

/** In ascending order. */
export type Grid = readonly number[];

/** @param more - Cuts to be looked at too, such as those in use today. */
export function gridWith(...more: readonly (number | undefined)[]): Grid {
  const cuts = new Set([...usual, ...more.filter((cut) => cut !== undefined)]);
  return [...cuts].sort((a, b) => a - b);
}

/** The place of the highest cut that stops a score. */
export function binOf(grid: Grid, riskScore: number): number {
  let low = 0;
  let high = grid.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((grid[middle] ?? 0) <= riskScore) low = middle;
    else high = middle - 1;
  }
  return low;
}
