/** The best two cuts, and the cuts that cannot be told apart from them. */
import { type Money, moneyOfPair, type Pair } from './bootstrap.ts';
import { quantile } from './interval.ts';
import { type Stopped } from './sample.ts';

export interface Best extends Pair {
  /** The first and the last place that is not distinguishably worse, the other cut staying. */
  readonly reviewRange: readonly [number, number];
  readonly declineRange: readonly [number, number];
}

/**
 * @param mostReviews - How many orders of this sample people can look at.
 * @returns of several that are worth the same, the one that stops fewest.
 */
export function bestPair(money: Money, stopped: readonly Stopped[], mostReviews: number): Best {
  const isPossible = ({ review, decline }: Pair): boolean =>
    review <= decline &&
    (stopped[review]?.orders ?? 0) - (stopped[decline]?.orders ?? 0) <= mostReviews;
  const last = stopped.length - 1;
  let best: Pair = { review: last, decline: last };
  let most = 0;
  for (let decline = last; decline >= 0; decline--) {
    for (let review = decline; review >= 0; review--) {
      const worth = moneyOfPair(money.actual, { review, decline });
      if (worth <= most + 1e-9 || !isPossible({ review, decline })) continue;
      most = worth;
      best = { review, decline };
    }
  }
  const range = (pairAt: (place: number) => Pair, start: number): [number, number] => {
    const pairs = stopped.map((_, place) => pairAt(place));
    const areAsGood = notWorse(money, best, pairs, isPossible);
    return around(start, areAsGood);
  };
  if (best.review === best.decline) {
    const both = range((place) => ({ review: place, decline: place }), best.decline);
    return { ...best, reviewRange: both, declineRange: both };
  }
  return {
    ...best,
    reviewRange: range((review) => ({ review, decline: best.decline }), best.review),
    declineRange: range((decline) => ({ review: best.review, decline }), best.decline),
  };
}

/**
 * Which pairs may be as good as the best, at 95% for all of them together: the best was picked from many,
 * so that one interval each would be too narrow (a bootstrap of the largest difference in units of its
 * own deviation).
 */
function notWorse(
  { actual, replicates }: Money,
  best: Pair,
  pairs: readonly Pair[],
  isPossible: (pair: Pair) => boolean,
): boolean[] {
  const seen = pairs.map((pair) => moneyOfPair(actual, best) - moneyOfPair(actual, pair));
  const drawn = replicates.map((curve) => {
    const most = moneyOfPair(curve, best);
    return Float64Array.from(
      pairs,
      (pair, at) => most - moneyOfPair(curve, pair) - (seen[at] ?? 0),
    );
  });
  const deviations = pairs.map((_, at) => {
    const squares = drawn.reduce((sum, differences) => sum + (differences[at] ?? 0) ** 2, 0);
    return Math.sqrt(squares / Math.max(1, drawn.length));
  });
  const isCompared = pairs.map((pair, at) => isPossible(pair) && (deviations[at] ?? 0) > 1e-9);
  const largest = Float64Array.from(drawn, (differences) => {
    let most = 0;
    for (let at = 0; at < differences.length; at++) {
      if (!isCompared[at]) continue;
      most = Math.max(most, (differences[at] ?? 0) / (deviations[at] ?? 1));
    }
    return most;
  }).sort();
  const allowed = largest.length === 0 ? 0 : quantile(largest, 0.95);
  return pairs.map(
    (pair, at) => isPossible(pair) && (seen[at] ?? 0) <= allowed * (deviations[at] ?? 0) + 1e-9,
  );
}

/** How far one can go from a place to both sides. */
function around(start: number, areAsGood: readonly boolean[]): [number, number] {
  let [first, final] = [start, start];
  while (first > 0 && areAsGood[first - 1]) first--;
  while (areAsGood[final + 1]) final++;
  return [first, final];
}
