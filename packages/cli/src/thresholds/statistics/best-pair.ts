/** The best two cuts, and the cuts that are not told apart from them. */
import { intervalOfDifference, type Money, moneyOfPair, type Pair } from './bootstrap.ts';
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
  const isAsGood = (pair: Pair): boolean =>
    isPossible(pair) && intervalOfDifference(money, best, pair)[0] <= 0;
  const noReview = best.review === best.decline;
  return {
    ...best,
    reviewRange: around(best.review, last, (review) =>
      isAsGood({ review, decline: noReview ? review : best.decline }),
    ),
    declineRange: around(best.decline, last, (decline) =>
      isAsGood({ review: noReview ? decline : best.review, decline }),
    ),
  };
}

/** How far one can go from a place to both sides. */
function around(start: number, last: number, isAsGood: (at: number) => boolean): [number, number] {
  let [first, final] = [start, start];
  while (first > 0 && isAsGood(first - 1)) first--;
  while (final < last && isAsGood(final + 1)) final++;
  return [first, final];
}
