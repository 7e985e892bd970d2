/** From joined orders to everything that is said about them. Its names are those of `--json`. */
import { type Assumptions } from './flags.ts';
import { type Counts, type Joined } from './join.ts';
import { type Orders } from './orders.ts';
import {
  cents,
  type Choice,
  choose,
  type CurrentCuts,
  emptySplit,
  inCents,
  type Older,
  olderOf,
  type Recommended,
  type Split,
  splitBy,
} from './choose.ts';
import { intervalOfPair, moneyOf } from './statistics/bootstrap.ts';
import { type Band, calibrationOf } from './statistics/calibration.ts';
import { type Grid, gridWith } from './statistics/grid.ts';
import { type Interval, wilson } from './statistics/interval.ts';
import { areaUnderRoc } from './statistics/roc.ts';
import { Sample, type Stopped } from './statistics/sample.ts';

export interface Cut {
  /** Orders with this risk score or more are stopped. */
  readonly cut: number;
  readonly orders: number;
  readonly amount: number;
  readonly fraudCaught: number;
  readonly fraudCaughtAmount: number;
  readonly goodLost: number;
  readonly goodLostAmount: number;
  /** The share of frauds in what is stopped; null where nothing is. */
  readonly precision: number | null;
  readonly precisionInterval: Interval;
  /** The share of all frauds. */
  readonly recall: Interval;
  /** The share of all good orders. */
  readonly goodLostShare: Interval;
  /** Of declining all of them, against declining none. */
  readonly money: Interval;
}

export interface Disposition extends Omit<Cut, 'cut'> {
  readonly action: string;
}

export interface Segment {
  readonly value: string;
  readonly orders: number;
  readonly frauds: number;
  readonly fraudShare: Interval;
  readonly recommended: Recommended | null;
  readonly reason: string;
}

export interface Analysis extends Choice {
  readonly orders: Counts & { readonly used: number };
  readonly frauds: number;
  readonly fraudAmount: number;
  readonly amount: number;
  readonly assumptions: Assumptions;
  readonly cuts: readonly Cut[];
  readonly dispositions: readonly Disposition[];
  readonly splitBy: 'time' | 'row';
  readonly calibration: readonly Band[];
  readonly areaUnderRoc: number;
  readonly segments: readonly Segment[];
}

export function analyze(
  { orders, counts, currency, columns }: Joined,
  known: Omit<Assumptions, 'currency'>,
  current: CurrentCuts,
): Analysis {
  const assumptions: Assumptions = { ...known, currency };
  const grid = gridWith(current.review, current.decline);
  const all = new Sample(grid);
  for (const order of orders) all.add(order);
  const hasTime = columns.time !== undefined;
  const { by, isOlder } = olderOf(orders, hasTime);
  const halves = splitBy(orders, grid, isOlder, () => '').get('') ?? emptySplit(grid);
  const everything = all.stopped()[0];
  return {
    orders: { ...counts, used: orders.length },
    frauds: all.frauds,
    fraudAmount: cents(everything?.fraudAmount ?? 0),
    amount: cents(everything?.amount ?? 0),
    assumptions,
    cuts: cutsOf(all, assumptions),
    dispositions: dispositionsOf(orders, all, assumptions),
    ...choose(halves, assumptions, current),
    splitBy: by,
    calibration: calibrationOf(orders),
    areaUnderRoc: areaUnderRoc(orders.scores(true), orders.scores(false)),
    segments: columns.by === undefined ? [] : segmentsOf(orders, grid, isOlder, assumptions),
  };
}

function cutsOf(sample: Sample, assumptions: Assumptions): Cut[] {
  const money = moneyOf(sample, assumptions, assumptions.seed);
  return sample.stopped().map((stopped, at) => ({
    cut: sample.grid[at] ?? 0,
    ...figuresOf(stopped, sample, intervalOfPair(money, { review: at, decline: at })),
  }));
}

function figuresOf(stopped: Stopped, all: Sample, money: Interval): Omit<Cut, 'cut'> {
  const { orders, amount, frauds, fraudAmount } = stopped;
  const goods = orders - frauds;
  return {
    ...{ orders, amount: cents(amount) },
    ...{ fraudCaught: frauds, fraudCaughtAmount: cents(fraudAmount) },
    ...{ goodLost: goods, goodLostAmount: cents(amount - fraudAmount) },
    precision: orders === 0 ? null : frauds / orders,
    precisionInterval: wilson(frauds, orders),
    recall: wilson(frauds, all.frauds),
    goodLostShare: wilson(goods, all.orders - all.frauds),
    money: inCents(money),
  };
}

/** What the account's own rules did with the orders, each action as if it declined them. */
function dispositionsOf(orders: Orders, all: Sample, assumptions: Assumptions): Disposition[] {
  const samples = new Map<string, Sample>();
  for (const order of orders) {
    if (order.action === undefined) continue;
    const sample = samples.get(order.action) ?? new Sample(all.grid);
    sample.add(order);
    samples.set(order.action, sample);
  }
  return [...samples].map(([action, sample]) => {
    const [stopped = { orders: 0, amount: 0, frauds: 0, fraudAmount: 0 }] = sample.stopped();
    const money = moneyOf(sample, assumptions, assumptions.seed);
    return { action, ...figuresOf(stopped, all, intervalOfPair(money, { review: 0, decline: 0 })) };
  });
}

/**
 * Segments with enough frauds come with cuts of their own, the largest first. Reviewers have one day for all of
 * them: each segment gets the share of their time that it has of the orders.
 */
function segmentsOf(
  orders: Orders,
  grid: Grid,
  isOlder: Older['isOlder'],
  assumptions: Assumptions,
): Segment[] {
  const splits = [...splitBy(orders, grid, isOlder, ({ segment = '' }) => segment)];
  const size = ({ older, newer }: Split): number => older.orders + newer.orders;
  return splits
    .sort((a, b) => size(b[1]) - size(a[1]) || (a[0] < b[0] ? -1 : 1))
    .map(([value, split]) => {
      const [count, frauds] = [size(split), split.older.frauds + split.newer.frauds];
      const { reviewsPerDay: all } = assumptions;
      const reviewsPerDay = all === null ? null : (all * count) / orders.length;
      const { recommended, reason } = choose(split, { ...assumptions, reviewsPerDay }, {});
      return {
        value,
        orders: count,
        frauds,
        fraudShare: wilson(frauds, count),
        recommended,
        reason,
      };
    });
}
