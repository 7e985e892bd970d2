/** Chooses the two cuts on the older orders, and judges them on the newer ones. */
import { counted, whole } from '../output/count.ts';
import { type Assumptions } from './flags.ts';
import { type Order, type Orders } from './orders.ts';
import { bestPair } from './statistics/best-pair.ts';
import {
  intervalOfDifference,
  intervalOfPair,
  moneyOf,
  type Pair,
} from './statistics/bootstrap.ts';
import { binOf, type Grid, noCut } from './statistics/grid.ts';
import { type Interval, wilson } from './statistics/interval.ts';
import { Sample } from './statistics/sample.ts';

/** A part of the orders, told apart by time. */
export interface Part {
  readonly orders: number;
  readonly frauds: number;
  readonly from: string | null;
  readonly to: string | null;
  readonly days: number | null;
}

export interface Recommended {
  readonly review: number;
  readonly decline: number;
  /** On the newer orders, which did not choose the cuts. */
  readonly money: Interval;
  /** Cuts that are not distinguishably worse on the orders that chose. */
  readonly reviewRange: readonly [number, number];
  readonly declineRange: readonly [number, number];
  /** Of the newer orders. */
  readonly reviewed: number;
  readonly declined: number;
  readonly fraudStopped: Interval;
  readonly goodDeclined: Interval;
}

export interface Current {
  readonly review: number;
  readonly decline: number;
  readonly money: Interval;
  /** By how much the recommended cuts are better. */
  readonly difference: Interval | null;
}

export interface Choice {
  readonly recommended: Recommended | null;
  readonly reason: string;
  readonly current: Current | null;
  readonly chosenOn: Part;
  readonly judgedOn: Part;
}

export interface CurrentCuts {
  readonly review?: number | undefined;
  readonly decline?: number | undefined;
}

const fewestFrauds = 30;

/** The part of the orders, the older ones, that chooses. */
const choosingShare = 2 / 3;

/** Which orders choose, and by what they are told apart. */
export interface Older {
  readonly by: 'time' | 'row';
  readonly isOlder: (order: Order, at: number) => boolean;
}

export interface Split {
  readonly older: Sample;
  readonly newer: Sample;
}

export const emptySplit = (grid: Grid): Split => ({
  older: new Sample(grid),
  newer: new Sample(grid),
});

/** Orders of one moment are not torn apart. */
export function olderOf(orders: Orders, hasTime: boolean): Older {
  const times = hasTime ? orders.times() : new Float64Array();
  const [first = 0, newest = first] = [times[0], times.at(-1)];
  if (first === newest) {
    const until = Math.floor(orders.length * choosingShare);
    return { by: 'row', isOlder: (_, at) => at < until };
  }
  const last = times[Math.floor(times.length * choosingShare) - 1] ?? first;
  const isOlder: Older['isOlder'] =
    last < newest ? ({ time }) => time <= last : ({ time }) => time < newest;
  return { by: 'time', isOlder };
}

export function splitBy(
  orders: Orders,
  grid: Grid,
  isOlder: Older['isOlder'],
  keyOf: (order: Order) => string,
): Map<string, Split> {
  const splits = new Map<string, Split>();
  let at = 0;
  for (const order of orders) {
    const key = keyOf(order);
    const split = splits.get(key) ?? emptySplit(grid);
    splits.set(key, split);
    (isOlder(order, at++) ? split.older : split.newer).add(order);
  }
  return splits;
}

export function choose(
  { older, newer }: Split,
  assumptions: Assumptions,
  cuts: CurrentCuts,
): Choice {
  const chosenOn = partOf(older);
  const judgedOn = partOf(newer);
  const reason = whyNot(older, newer);
  const inUse = currentPair(older.grid, cuts);
  // Where there are thousands of small segments, none of them costs a bootstrap.
  if (reason !== undefined && inUse === undefined) {
    return { recommended: null, reason, current: null, chosenOn, judgedOn };
  }
  const judged = moneyOf(newer, assumptions, assumptions.seed + 2);
  const current =
    inUse === undefined
      ? null
      : {
          review: cuts.review ?? cuts.decline ?? noCut,
          decline: cuts.decline ?? noCut,
          money: inCents(intervalOfPair(judged, inUse)),
          difference: null,
        };
  if (reason !== undefined) return { recommended: null, reason, current, chosenOn, judgedOn };
  const chosen = moneyOf(older, assumptions, assumptions.seed + 1);
  const most = mostReviews(assumptions.reviewsPerDay, chosenOn.days);
  const best = bestPair(chosen, older.stopped(), most);
  const money = inCents(intervalOfPair(judged, best));
  const cutAt = (place: number): number => older.grid[place] ?? noCut;
  return {
    recommended: {
      ...{ review: cutAt(best.review), decline: cutAt(best.decline), money },
      reviewRange: [cutAt(best.reviewRange[0]), cutAt(best.reviewRange[1])],
      declineRange: [cutAt(best.declineRange[0]), cutAt(best.declineRange[1])],
      ...effectOf(newer, best, assumptions.reviewAccuracy),
    },
    reason: howSure(best, money, older.grid.length - 1),
    current:
      inUse === undefined || current === null
        ? null
        : { ...current, difference: inCents(intervalOfDifference(judged, best, inUse)) },
    ...{ chosenOn, judgedOn },
  };
}

/** In words that a merchant understands; `undefined` where there is enough to recommend. */
function whyNot(older: Sample, newer: Sample): string | undefined {
  const frauds = older.frauds + newer.frauds;
  const orders = older.orders + newer.orders;
  if (frauds < fewestFrauds) {
    const needed = Math.ceil((orders * fewestFrauds) / Math.max(1, frauds) / 100) * 100;
    const advice =
      frauds === 0 ? '' : ` At this rate about ${whole(needed)} orders would hold ${fewestFrauds}.`;
    return `${counted(frauds, 'fraud')} in ${counted(orders, 'order')} ${frauds === 1 ? 'is' : 'are'} too few to choose cuts: with fewer than ${fewestFrauds}, the result would be chance.${advice}`;
  }
  if (older.frauds < 10 || newer.frauds < 5) {
    return `The frauds are spread too unevenly over time to choose cuts on older orders and test them on newer ones: ${whole(older.frauds)} in the older two thirds, ${whole(newer.frauds)} in the newer third. Add orders from a longer period.`;
  }
  return undefined;
}

function howSure({ review, decline }: Pair, money: Interval, last: number): string {
  if (review === last && decline === last) {
    return 'At these costs no cut is better than letting all orders pass.';
  }
  if (money[0] <= 0) {
    return 'On the newer orders these cuts are not measurably better than letting all orders pass: wait for more orders before you rely on them.';
  }
  return 'Chosen on the older orders, and better than letting all orders pass on the newer ones.';
}

const mostReviews = (perDay: number | null, days: number | null): number =>
  perDay === null || days === null ? Infinity : perDay * days;

function currentPair(grid: Grid, { review, decline }: CurrentCuts): Pair | undefined {
  if (review === undefined && decline === undefined) return undefined;
  const at = decline ?? noCut;
  return { review: binOf(grid, review ?? at), decline: binOf(grid, at) };
}

function effectOf(
  sample: Sample,
  { review, decline }: Pair,
  accuracy: number,
): Pick<Recommended, 'reviewed' | 'declined' | 'fraudStopped' | 'goodDeclined'> {
  const stopped = sample.stopped();
  const nothing = { orders: 0, frauds: 0 };
  const [from = nothing, above = nothing] = [stopped[review], stopped[decline]];
  const caught = above.frauds + accuracy * (from.frauds - above.frauds);
  return {
    reviewed: from.orders - above.orders,
    declined: above.orders,
    fraudStopped: wilson(Math.round(caught), sample.frauds),
    goodDeclined: wilson(above.orders - above.frauds, sample.orders - sample.frauds),
  };
}

const day = 86_400_000;

function partOf({ orders, frauds, firstTime, lastTime }: Sample): Part {
  if (!Number.isFinite(firstTime)) return { orders, frauds, from: null, to: null, days: null };
  return {
    ...{ orders, frauds },
    from: new Date(firstTime).toISOString(),
    to: new Date(lastTime).toISOString(),
    days: Math.max(1, Math.ceil((lastTime - firstTime) / day)),
  };
}

/** Without what sums of fractions leave behind. */
export const cents = (amount: number): number => Math.round(amount * 100) / 100 + 0;

export const inCents = ([low, value, high]: Interval): Interval => [
  cents(low),
  cents(value),
  cents(high),
];
