import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { bestPair } from '../../src/thresholds/statistics/best-pair.ts';
import { intervalOfPair, moneyOf } from '../../src/thresholds/statistics/bootstrap.ts';
import { calibrationOf } from '../../src/thresholds/statistics/calibration.ts';
import { binOf, gridWith } from '../../src/thresholds/statistics/grid.ts';
import { percentiles, wilson } from '../../src/thresholds/statistics/interval.ts';
import { type Costs } from '../../src/thresholds/statistics/money.ts';
import { seeded } from '../../src/thresholds/statistics/random.ts';
import { areaUnderRoc } from '../../src/thresholds/statistics/roc.ts';
import { Sample, type SampledOrder } from '../../src/thresholds/statistics/sample.ts';

const costs: Costs = {
  ...{ chargebackFee: 20, margin: 0.3, reviewCost: 4, reviewAccuracy: 0.9, lostCustomer: 10 },
};

function sampleOf(orders: Iterable<Partial<SampledOrder>>): Sample {
  const sample = new Sample(gridWith());
  for (const order of orders) {
    sample.add({ riskScore: 1, isFraud: false, amount: 80, time: Number.NaN, ...order });
  }
  return sample;
}

/** Scores from 0 to 100, of which each is the share of frauds: all amounts are 80. */
function* calibrated(orders: number, seed: number): Generator<Partial<SampledOrder>> {
  const { uniform } = seeded(seed);
  for (let at = 0; at < orders; at++) {
    const riskScore = 100 * uniform();
    yield { riskScore, isFraud: uniform() < riskScore / 100 };
  }
}

describe('Wilson’s interval', () => {
  test.each([
    // R: binom::binom.confint(x, n, methods = "wilson")
    [0, 10, 0, 0.2775328],
    [1, 10, 0.01787621, 0.40415],
    [5, 10, 0.2365931, 0.7634069],
    [10, 10, 0.7224672, 1],
  ])('%i of %i', (hits, cases, low, high) => {
    const [from, value, to] = wilson(hits, cases);
    expect(value).toBe(hits / cases);
    expect(from).toBeCloseTo(low, 6);
    expect(to).toBeCloseTo(high, 6);
  });

  test('of nothing is everything', () => {
    expect(wilson(0, 0)).toStrictEqual([0, 0, 1]);
  });

  test('holds the share, stays between 0 and 1, and narrows with more cases', () => {
    fc.assert(
      fc.property(fc.nat(1000), fc.nat(1000), (a, b) => {
        const [hits, cases] = [Math.min(a, b), Math.max(a, b)];
        const [low, value, high] = wilson(hits, cases);
        expect(0 <= low && low <= value && value <= high && high <= 1).toBe(true);
        if (cases === 0) return;
        const [from, , to] = wilson(hits * 4, cases * 4);
        expect(to - from).toBeLessThan(high - low);
      }),
    );
  });
});

describe('the grid of cuts', () => {
  test('has every whole number from 0 to 100, and those asked for', () => {
    const grid = gridWith(12.3);
    for (let cut = 0; cut <= 100; cut++) expect(grid).toContain(cut);
    expect(grid).toContain(12.3);
    expect([...grid].sort((a, b) => a - b)).toStrictEqual(grid);
  });

  test('puts a score under the highest cut that stops it', () => {
    const grid = gridWith();
    fc.assert(
      fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (score) => {
        const bin = binOf(grid, score);
        expect(grid[bin]).toBeLessThanOrEqual(score);
        expect(grid[bin + 1] ?? Infinity).toBeGreaterThan(score);
      }),
    );
  });
});

describe('what cuts stop', () => {
  test('is what a count of the orders says, order by order', () => {
    const order = fc.record({
      riskScore: fc.integer({ min: 0, max: 9900 }).map((score) => score / 100),
      isFraud: fc.boolean(),
      amount: fc.integer({ min: 0, max: 100_000 }).map((amount) => amount / 100),
    });
    fc.assert(
      fc.property(fc.array(order, { maxLength: 60 }), (orders) => {
        const sample = sampleOf(orders);
        const money = moneyOf(sample, costs, 1, 0).actual;
        const expected = sample.grid.map((cut) => {
          const those = orders.filter(({ riskScore }) => riskScore >= cut);
          const worth = those.map(({ isFraud, amount }) =>
            isFraud ? amount * 0.7 + 20 : -(amount * 0.3 + 10),
          );
          const looked = worth.map((one) => (one > 0 ? 0.9 : 0.1) * one - 4);
          const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
          return {
            ...{ orders: those.length, frauds: those.filter(({ isFraud }) => isFraud).length },
            decline: expect.closeTo(sum(worth), 6),
            review: expect.closeTo(sum(looked), 6),
          };
        });
        const found = sample.stopped().map((stopped, at) => ({
          ...{ orders: stopped.orders, frauds: stopped.frauds },
          decline: money.decline[at],
          review: money.review[at],
        }));
        expect(found).toStrictEqual(expected);
      }),
      { numRuns: 50 },
    );
  });
});

describe('the bootstrap', () => {
  test('is the same for the same seed, and another for another', () => {
    const sample = sampleOf(calibrated(500, 1));
    const of = (seed: number) =>
      intervalOfPair(moneyOf(sample, costs, seed, 200), { review: 80, decline: 80 });
    expect(of(1)).toStrictEqual(of(1));
    expect(of(1)).not.toStrictEqual(of(2));
  });

  test('has the width that theory has for a sum', () => {
    // n of N orders are stopped, each worth 76: the sum is 76 times a binomial number.
    const orders = Array.from({ length: 1000 }, (_, at) => ({
      riskScore: at < 100 ? 90 : 1,
      isFraud: at < 100,
    }));
    const sample = sampleOf(orders);
    const place = sample.grid.indexOf(50);
    const [low, value, high] = intervalOfPair(moneyOf(sample, costs, 3, 4000), {
      review: place,
      decline: place,
    });
    expect(value).toBeCloseTo(7600, 6);
    const deviation = 76 * Math.sqrt(1000 * 0.1 * 0.9);
    expect((value - low) / deviation).toBeCloseTo(1.96, 0);
    expect((high - value) / deviation).toBeCloseTo(1.96, 0);
  });

  test('of orders that are all alike has no width', () => {
    const sample = sampleOf(Array.from({ length: 50 }, () => ({ riskScore: 90, isFraud: true })));
    expect(intervalOfPair(moneyOf(sample, costs, 1), { review: 0, decline: 0 })).toStrictEqual([
      ...[expect.closeTo(3800, 6), expect.closeTo(3800, 6), expect.closeTo(3800, 6)],
    ]);
  });

  test('draws Poisson numbers whose mean and variance are right, small and large', () => {
    const { poisson } = seeded(9);
    for (const mean of [0.2, 1, 7, 39, 41, 5000]) {
      const draws = Array.from({ length: 20_000 }, () => poisson(mean));
      const average = draws.reduce((sum, draw) => sum + draw, 0) / draws.length;
      const variance = draws.reduce((sum, draw) => sum + (draw - average) ** 2, 0) / draws.length;
      expect(Math.abs(average / mean - 1)).toBeLessThan(0.05);
      expect(Math.abs(variance / mean - 1)).toBeLessThan(0.08);
    }
  });

  test('takes percentiles as numpy does', () => {
    // numpy.percentile(range(11), [2.5, 97.5])
    const values = Float64Array.from({ length: 11 }, (_, at) => 10 - at);
    expect(percentiles(5, values)).toStrictEqual([0.25, 5, 9.75]);
  });
});

describe('the best cuts of orders whose scores mean what they say', () => {
  const saved = 80 * 0.7 + 20;
  const lost = 80 * 0.3 + 10;

  test('are those of the closed form, within what cannot be told apart', () => {
    // A review pays where 0.9 p s - 0.1 (1 - p) l > 4, and declining pays more above p = 0.696.
    const fromReview = (4 + 0.1 * lost) / (0.9 * saved + 0.1 * lost);
    const fromDecline = (0.9 * lost - 4) / (0.1 * saved + 0.9 * lost);
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const sample = sampleOf(calibrated(6000, seed));
      const best = bestPair(moneyOf(sample, costs, seed), sample.stopped(), Infinity);
      const cutAt = (place: number): number => sample.grid[place] ?? Number.NaN;
      expect(cutAt(best.reviewRange[0])).toBeLessThanOrEqual(fromReview * 100 + 1);
      expect(cutAt(best.reviewRange[1])).toBeGreaterThanOrEqual(fromReview * 100 - 1);
      expect(cutAt(best.declineRange[0])).toBeLessThanOrEqual(fromDecline * 100 + 1);
      expect(cutAt(best.declineRange[1])).toBeGreaterThanOrEqual(fromDecline * 100 - 1);
    }
  });

  test('without reviewers there is one cut, where a fraud and a good order weigh the same', () => {
    const sample = sampleOf(calibrated(20_000, 5));
    const best = bestPair(moneyOf(sample, costs, 5), sample.stopped(), 0);
    const even = (lost / (saved + lost)) * 100;
    expect(best.review).toBe(best.decline);
    expect(sample.grid[best.declineRange[0]]).toBeLessThanOrEqual(even);
    expect(sample.grid[best.declineRange[1]]).toBeGreaterThanOrEqual(even);
  });

  test('leave no more to reviewers than they can look at', () => {
    const sample = sampleOf(calibrated(2000, 6));
    const stopped = sample.stopped();
    fc.assert(
      fc.property(fc.nat(800), (most) => {
        const { review, decline } = bestPair(moneyOf(sample, costs, 6, 20), stopped, most);
        const looked = (stopped[review]?.orders ?? 0) - (stopped[decline]?.orders ?? 0);
        expect(looked).toBeLessThanOrEqual(most);
      }),
      { numRuns: 20 },
    );
  });

  test('are none where stopping never pays', () => {
    const sample = sampleOf(Array.from({ length: 100 }, () => ({ riskScore: 90 })));
    const best = bestPair(moneyOf(sample, costs, 1), sample.stopped(), Infinity);
    expect([sample.grid[best.review], sample.grid[best.decline]]).toStrictEqual([100, 100]);
  });
});

describe('whether a score means what it says', () => {
  test('compares the mean score of a band with its share of frauds', () => {
    const bands = calibrationOf([
      { riskScore: 50, isFraud: true },
      { riskScore: 60, isFraud: false },
      { riskScore: 69.99, isFraud: false },
      { riskScore: 0.5, isFraud: false },
    ]);
    expect(bands).toStrictEqual([
      { from: 0, to: 1, orders: 1, expected: 0.005, seen: wilson(0, 1) },
      { from: 50, to: 70, orders: 3, expected: expect.closeTo(0.59997, 4), seen: wilson(1, 3) },
    ]);
  });

  test('a fraud wins over a good order as often as a count of all pairs says', () => {
    const score = fc.integer({ min: 0, max: 20 });
    fc.assert(
      fc.property(
        fc.array(score, { minLength: 1, maxLength: 30 }),
        fc.array(score, { minLength: 1, maxLength: 30 }),
        (frauds, goods) => {
          let wins = 0;
          for (const a of frauds) for (const b of goods) wins += a > b ? 1 : a === b ? 0.5 : 0;
          const area = areaUnderRoc(Float32Array.from(frauds), Float32Array.from(goods));
          expect(area).toBeCloseTo(wins / frauds.length / goods.length, 10);
        },
      ),
    );
  });
});
