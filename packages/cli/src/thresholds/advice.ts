/** What is said of the figures in words: the recommendation, how much to believe, and what to mind. */
import { madeUpNotice } from '../html/parts.ts';
import { counted, whole } from '../output/count.ts';
import { type Analysis } from './analysis.ts';
import { type Part, type Recommended } from './choose.ts';
import { type Joined } from './join.ts';
import { type Interval } from './statistics/interval.ts';
import { noCut } from './statistics/grid.ts';
import { harmless } from '../output/style.ts';
import { cutName, moneyWith, percentage, range, share } from './words.ts';

export type Facts = Pick<
  Joined,
  'readings' | 'columns' | 'joinedBy' | 'reviewed' | 'counts' | 'currency'
>;

/** How many rows met, and what became of the others. */
export function joinLines({ counts, joinedBy, readings, reviewed }: Facts): string[] {
  const left: [count: number, one: string, what: string][] = [
    [counts.withoutScore, 'result', 'without a score'],
    [counts.withoutLabel, 'result', 'without a label'],
    [counts.labelsWithoutResult, 'label', 'without a result'],
    [counts.doubled, 'further line', 'about an order that already had one'],
    [counts.withoutOutcome, 'order', 'without an outcome (pending, canceled)'],
    [counts.declined, 'order', 'declined'],
    [counts.withoutTime, 'order', 'without a time'],
    [counts.otherCurrency, 'order', 'in another currency'],
    [counts.young, 'order', 'too recent for an outcome'],
  ];
  const notice = madeUpNotice(counts.madeUp, counts.joined);
  const shown = left
    .filter(([count]) => count > 0)
    .map(([count, one, what]) => `${counted(count, one)} ${what}`);
  return [
    ...(notice === undefined ? [] : [notice]),
    `Joined by ${harmless(joinedBy)}: ${counted(counts.joined, 'order')}. Left out: ${shown.length === 0 ? 'none' : shown.join(', ')}.`,
    ...(readings === undefined ? [] : [readingLine(readings.counts)]),
    ...(reviewed === 0 ? [] : [`${counted(reviewed, 'outcome')} came from reviewers.`]),
  ];
}

function readingLine(counts: ReadonlyMap<string, number>): string {
  const byMeaning = new Map<string, string[]>();
  for (const [key, count] of [...counts].sort((a, b) => b[1] - a[1])) {
    const [meaning = '', word = ''] = key.split('\t');
    const words = byMeaning.get(meaning) ?? [];
    words.push(`${word === '' ? '(empty)' : harmless(word)} (${whole(count)})`);
    byMeaning.set(meaning, words);
  }
  const said = (['fraud', 'good', 'declined', 'none'] as const).flatMap((meaning) => {
    const words = byMeaning.get(meaning);
    if (words === undefined) return [];
    const more = words.length > 5 ? `, ${words.length - 5} more` : '';
    const name = { fraud: 'fraud', good: 'good', declined: 'declined', none: 'no outcome' }[
      meaning
    ];
    return [`${name} = ${words.slice(0, 5).join(', ')}${more}`];
  });
  return `Outcomes read as: ${said.join('; ')}.`;
}

/** Each assumption with its flag; a guess of this program is marked. */
export function assumptionLines({ assumptions: all }: Analysis): string[] {
  const money = moneyWith(all.currency);
  const guess = (flag: string): string => (all.notGiven.includes(flag) ? ', assumed' : '');
  return [
    `A chargeback costs a fee of ${money(all.chargebackFee)} (--chargeback-fee${guess('chargeback-fee')}).`,
    `${percentage(all.margin)} of an order's amount is margin (--margin${guess('margin')}).`,
    `A review costs ${money(all.reviewCost)} (--review-cost${guess('review-cost')}) and is correct ${percentage(all.reviewAccuracy)} of the time (--review-accuracy${guess('review-accuracy')}).`,
    `A declined good customer costs ${money(all.lostCustomer)} more than the order (--lost-customer${guess('lost-customer')}).`,
    all.reviewsPerDay === null
      ? 'Reviewers can handle any number of orders (--reviews-per-day).'
      : `Reviewers can handle ${counted(all.reviewsPerDay, 'order')} a day (--reviews-per-day).`,
  ];
}

/** The recommendation in three sentences, or why there is none. */
export function recommendation(analysis: Analysis): string[] {
  const { recommended, reason, judgedOn, assumptions } = analysis;
  if (recommended === null) return [`No recommendation. ${reason}`, ...today(analysis)];
  const money = moneyWith(assumptions.currency);
  if (recommended.review >= noCut) return [reason, ...today(analysis)];
  return [
    cutsSentence(recommended, judgedOn),
    `On the ${newest(analysis.splitBy)} ${whole(judgedOn.orders)} orders, which were not used to choose them, these cuts would have been worth ${range(recommended.money, money)} more than letting all orders pass. They stop ${percentage(recommended.fraudStopped[1])} of the frauds and decline ${percentage(recommended.goodDeclined[1])} of the good orders.`,
    rangeSentence(recommended),
    ...(recommended.money[0] > 0 ? [] : [reason]),
    ...today(analysis),
  ];
}

/** The cuts that are in use, next to the recommended ones. */
function today({ current, recommended, splitBy, judgedOn, assumptions }: Analysis): string[] {
  if (current === null) return [];
  const money = moneyWith(assumptions.currency);
  const hasOthers = recommended !== null && recommended.review < noCut;
  const than = hasOthers ? ` ${difference(current.difference, money)}` : '';
  return [
    `Today's cuts (review from ${cutName(current.review)}, decline from ${cutName(current.decline)}) would have been worth ${range(current.money, money)} on the ${newest(splitBy)} ${counted(judgedOn.orders, 'order')}, compared with letting all of them pass.${than}`,
  ];
}

const newest = (splitBy: Analysis['splitBy']): string => (splitBy === 'time' ? 'newest' : 'last');

function cutsSentence({ review, decline, reviewed, declined }: Recommended, part: Part): string {
  const a = (count: number): string =>
    `${percentage(count / Math.max(1, part.orders))} of orders${part.days === null ? '' : `, ${perDay(count / part.days)} a day`}`;
  if (review === decline) return `Decline from ${decline} (${a(declined)}), and review none.`;
  if (decline >= noCut)
    return `Review from ${review} (${a(reviewed)}), and decline none without a review.`;
  return `Review from ${review} (${a(reviewed)}), and decline from ${decline} (${a(declined)}).`;
}

function perDay(count: number): string {
  if (count >= 10) return whole(Math.round(count));
  return count > 0 && count < 0.1 ? 'under 0.1' : String(Math.round(count * 10) / 10);
}

function rangeSentence({ review, decline, reviewRange, declineRange }: Recommended): string {
  const said = ([low, high]: readonly [number, number]): string =>
    low === high ? `${cutName(low)} only` : `${cutName(low)} to ${cutName(high)}`;
  return review === decline
    ? `Cuts that may be as good: decline from ${said(declineRange)}.`
    : `Cuts that may be as good: review from ${said(reviewRange)}, decline from ${said(declineRange)}.`;
}

function difference(of: Interval | null, money: (amount: number) => string): string {
  if (of === null) return '';
  if (of[0] > 0) return `The recommended cuts are worth ${range(of, money)} more.`;
  if (of[2] < 0)
    return `The recommended cuts are worth ${range([-of[2], -of[1], -of[0]], money)} less: keep yours.`;
  return `The difference from the recommended cuts, ${range(of, money)}, may be chance.`;
}

export const segmentNote =
  'In parentheses: the cuts that may be as good. Where these overlap, segments may differ by chance.';

/** Whether the score means what it says, in one sentence. */
export function calibrationSentence({ calibration, frauds }: Analysis): string {
  const expected = calibration.reduce((sum, band) => sum + band.expected * band.orders, 0);
  const off = calibration.filter(({ expected: e, seen }) => e < seen[0] || e > seen[2]);
  const sums = `The scores predict ${whole(expected)} frauds; there were ${whole(frauds)}`;
  if (off.length === 0) {
    return `${sums}. In every band the share of frauds agrees with the score within its interval.`;
  }
  const worst = off.reduce((a, b) => (gap(b) > gap(a) ? b : a));
  return `${sums}. Scores from ${worst.from} to ${worst.to} differ most: they predict ${percentage(worst.expected)}, and ${share(worst.seen)} were frauds. Choose cuts by your own figures, not by the percentage.`;
}

const gap = ({ expected, seen, orders }: Analysis['calibration'][number]): number =>
  Math.abs(expected - seen[1]) * Math.sqrt(orders);

/** What to mind: each is there only when it matters. */
export function notes(analysis: Analysis, facts: Facts): string[] {
  const { counts, assumptions, orders } = { ...analysis, counts: facts.counts };
  const asOf = assumptions.asOf.slice(0, 10);
  const rejected = analysis.dispositions.find(({ action }) => action === 'reject')?.orders ?? 0;
  const remedy =
    'let a small random share of such orders (1 or 2 in 100) pass, and look at their outcomes';
  return [
    ...(counts.young > 0
      ? [
          `${counted(counts.young, 'order')} from the last ${assumptions.matureDays} days before ${asOf} are left out: chargebacks come late, so recent orders look better than they are (--mature-days).`,
        ]
      : []),
    ...(facts.columns.time === undefined
      ? [
          'The time of the orders is not known, so recent orders cannot be left out, and later rows count as newer. Name the column with --time.',
        ]
      : []),
    ...(counts.declined > 0
      ? [
          `${counted(counts.declined, 'declined order')} have no outcome, so the figures cover only the orders that you let pass. To learn about the others, ${remedy}.`,
        ]
      : []),
    ...(rejected > 0
      ? [
          `Your rules say "reject" for ${counted(rejected, 'order')} here. Where the shop followed them, the outcome of these orders is not known: ${remedy}.`,
        ]
      : []),
    ...((facts.readings?.refunds ?? 0) > 0
      ? [
          `${counted(facts.readings?.refunds ?? 0, 'refund')} count as good: a refund by itself is not fraud. If you refund orders because they are fraud, say so with --fraud refunded.`,
        ]
      : []),
    ...(isGuessed(assumptions)
      ? [
          `The assumed fee and cost of a review are numbers for euros or dollars. For ${assumptions.currency ?? ''}, give --chargeback-fee and --review-cost.`,
        ]
      : []),
    ...(counts.withoutAmount > 0
      ? [`${counted(counts.withoutAmount, 'order')} without an amount count with 0.`]
      : []),
    ...(orders.used > 0 && facts.currency === null
      ? ['The currency is not known: all amounts are assumed to be in the same one.']
      : []),
  ];
}

/** Whether a guess of this program is in a currency that it was not made for. */
const isGuessed = ({ currency, notGiven }: Analysis['assumptions']): boolean =>
  currency !== null &&
  !['EUR', 'USD', 'GBP', 'CHF', 'CAD', 'AUD'].includes(currency) &&
  ['chargeback-fee', 'review-cost'].some((name) => notGiven.includes(name));
