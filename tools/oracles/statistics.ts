/** Compares the statistics of `minfraud thresholds` with those of scipy, scikit-learn and numpy. */
import { join } from 'node:path';
import { intervalOfPair, moneyOf } from '../../packages/cli/src/thresholds/statistics/bootstrap.ts';
import { gridWith } from '../../packages/cli/src/thresholds/statistics/grid.ts';
import { percentiles, wilson } from '../../packages/cli/src/thresholds/statistics/interval.ts';
import { seeded } from '../../packages/cli/src/thresholds/statistics/random.ts';
import { areaUnderRoc } from '../../packages/cli/src/thresholds/statistics/roc.ts';
import { Sample } from '../../packages/cli/src/thresholds/statistics/sample.ts';
import { ask, type Client } from './client.ts';
import { type Comparison, Tally } from './tally.ts';

/** One request, what we say, and by how much the other may differ. */
interface Case {
  readonly about: string;
  readonly request: object;
  readonly ours: readonly number[];
  readonly tolerance: number;
}

const costs = {
  ...{ chargebackFee: 20, margin: 0.3, reviewCost: 4, reviewAccuracy: 0.9, lostCustomer: 10 },
};
const replicates = 4000;

export async function compareStatistics(python: Client, seed: number): Promise<Comparison> {
  const { uniform } = seeded(seed);
  const upTo = (most: number): number => Math.floor(uniform() * (most + 1));
  const cases: Case[] = [];
  for (let round = 0; round < 500; round++) {
    const all = 1 + upTo(10 ** (1 + (round % 5)));
    const hits = upTo(all);
    cases.push(exact('Wilson', { wilson: [hits, all] }, wilson(hits, all)));
  }
  for (let round = 0; round < 100; round++) {
    const list = (): number[] => Array.from({ length: 1 + upTo(60) }, () => upTo(400) / 4);
    const [frauds, goods] = [list(), list()];
    const outcomes = [...frauds.map(() => 1), ...goods.map(() => 0)];
    const area = areaUnderRoc(Float32Array.from(frauds), Float32Array.from(goods));
    cases.push(exact('ROC', { roc: [outcomes, [...frauds, ...goods]] }, [area]));
    const [low, , high] = percentiles(0, Float64Array.from(frauds));
    cases.push(exact('percentiles', { percentiles: frauds }, [low, high]));
  }
  for (let round = 0; round < 12; round++) {
    const orders = Array.from({ length: 200 + upTo(600) }, () => {
      const score = Math.round(uniform() ** 3 * 9900) / 100;
      return [score, uniform() < score / 100, Math.round(uniform() * 20_000) / 100] as const;
    });
    cases.push(bootstrapCase(orders, 10 + 5 * round, seed + round));
  }
  const { version, responses } = await ask<number | number[]>(
    {
      ...python,
      args: ['-X', 'utf8', join(import.meta.dirname, 'python', 'statistics_driver.py')],
    },
    cases.map(({ request }) => request),
  );
  const tally = new Tally([]);
  for (const [at, { about, ours, request, tolerance }] of cases.entries()) {
    const theirs = [responses[at] ?? []].flat();
    const isSame =
      theirs.length === ours.length &&
      ours.every((value, place) => Math.abs(value - (theirs[place] ?? Infinity)) <= tolerance);
    tally.add(isSame ? 'agrees' : 'unexplained', about, { ours, theirs, request });
  }
  return { client: 'scipy', version, subject: `${cases.length} statistics`, tally };
}

const exact = (about: string, request: object, ours: readonly number[]): Case => ({
  ...{ about, request, ours, tolerance: 1e-9 },
});

/** Two bootstraps draw other samples: their ends differ by chance, by far less than a quarter deviation. */
function bootstrapCase(
  orders: readonly (readonly [score: number, isFraud: boolean, amount: number])[],
  cut: number,
  seed: number,
): Case {
  const sample = new Sample(gridWith(cut));
  for (const [riskScore, isFraud, amount] of orders) {
    sample.add({ riskScore, isFraud, amount, time: Number.NaN });
  }
  const place = sample.grid.indexOf(cut);
  const pair = { review: place, decline: place };
  const ours = intervalOfPair(moneyOf(sample, costs, seed, replicates), pair);
  const tolerance = Math.max(1e-6, (ours[2] - ours[0]) / 3.92 / 4);
  return { about: 'bootstrap', request: { orders, cut, costs, seed }, ours, tolerance };
}
