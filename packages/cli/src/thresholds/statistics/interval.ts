/** Intervals of 95 %: for a share by Wilson's score, for anything else out of its replicates. */

/** The value between the ends of its 95% interval. */
export type Interval = readonly [low: number, value: number, high: number];

/** The 97.5% quantile of the normal distribution. */
const z = 1.959963984540054;

/**
 * Wilson's score interval: unlike the textbook's, it stays between 0 and 1 and holds for few cases
 * (E. B. Wilson, 1927, doi:10.1080/01621459.1927.10502953). Without a case it is everything.
 */
export function wilson(hits: number, cases: number): Interval {
  if (cases === 0) return [0, 0, 1];
  const share = hits / cases;
  const scale = 1 + (z * z) / cases;
  const middle = (share + (z * z) / (2 * cases)) / scale;
  const half = (z / scale) * Math.sqrt((share * (1 - share)) / cases + (z * z) / (4 * cases ** 2));
  return [
    hits === 0 ? 0 : Math.max(0, middle - half),
    share,
    hits === cases ? 1 : Math.min(1, middle + half),
  ];
}

/** The percentile interval of a bootstrap, between neighbors by a straight line as numpy has it. */
export function percentiles(value: number, replicates: Float64Array): Interval {
  const sorted = Float64Array.from(replicates).sort();
  return [quantile(sorted, 0.025), value, quantile(sorted, 0.975)];
}

export function quantile(sorted: Float64Array, share: number): number {
  if (sorted.length === 0) return Number.NaN;
  const place = share * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? 0;
  const above = sorted[Math.ceil(place)] ?? below;
  return below + (above - below) * (place - Math.floor(place));
}
