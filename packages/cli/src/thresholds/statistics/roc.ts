/** How well scores tell frauds from good orders. */

/**
 * The area under the ROC curve: how often a fraud has a higher score than a good order, equal scores
 * counting half.
 */
export function areaUnderRoc(frauds: Float32Array, goods: Float32Array): number {
  const bad = Float32Array.from(frauds).sort();
  const good = Float32Array.from(goods).sort();
  let below = 0;
  let upTo = 0;
  let wins = 0;
  for (const score of bad) {
    while (below < good.length && (good[below] ?? 0) < score) below++;
    while (upTo < good.length && (good[upTo] ?? 0) <= score) upTo++;
    wins += (below + upTo) / 2;
  }
  return wins / (bad.length * good.length);
}
