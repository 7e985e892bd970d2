/** What the user may say of thresholds, checked. */
import { CommandError } from '../exit.ts';
import { type Costs } from './statistics/money.ts';
import { timeIn, type DecimalSign } from './values.ts';

export interface ThresholdsFlags {
  readonly labels?: string | undefined;
  readonly outcome?: string | undefined;
  readonly reviewed?: string | undefined;
  readonly 'unlabeled-good'?: boolean | undefined;
  readonly id?: string | undefined;
  readonly amount?: string | undefined;
  readonly 'order-value'?: number | undefined;
  readonly currency?: string | undefined;
  readonly 'only-currency'?: string | undefined;
  readonly time?: string | undefined;
  readonly by?: string | undefined;
  readonly decimal?: DecimalSign | undefined;
  readonly fraud?: readonly string[];
  readonly good?: readonly string[];
  readonly ignore?: readonly string[];
  readonly 'as-of'?: string | undefined;
  readonly 'mature-days'?: number | undefined;
  readonly 'chargeback-fee'?: number | undefined;
  readonly margin?: number | undefined;
  readonly 'review-cost'?: number | undefined;
  readonly 'review-accuracy'?: number | undefined;
  readonly 'reviews-per-day'?: number | undefined;
  readonly 'lost-customer'?: number | undefined;
  readonly 'current-review'?: number | undefined;
  readonly 'current-decline'?: number | undefined;
  readonly seed?: number | undefined;
  readonly policy?: string | undefined;
  readonly html?: string | undefined;
  readonly json?: boolean | undefined;
}

/** What the figures rest on. */
export interface Assumptions extends Costs {
  readonly reviewsPerDay: number | null;
  readonly matureDays: number;
  readonly asOf: string;
  readonly currency: string | null;
  readonly seed: number;
  /** Which of these were not given, so that they are this program's guess. */
  readonly notGiven: readonly string[];
}

/** Guesses that are named on top of the output: no shop is like another. */
const guesses = {
  'chargeback-fee': 15,
  margin: 0.3,
  'review-cost': 3,
  'review-accuracy': 0.9,
  'lost-customer': 0,
} as const;

const defaultMatureDays = 120;

export function assumptionsOf(flags: ThresholdsFlags, now: Date): Omit<Assumptions, 'currency'> {
  const costs = { ...guesses, ...given(flags) };
  return {
    chargebackFee: costs['chargeback-fee'],
    margin: costs.margin,
    reviewCost: costs['review-cost'],
    reviewAccuracy: costs['review-accuracy'],
    lostCustomer: costs['lost-customer'],
    reviewsPerDay: flags['reviews-per-day'] ?? null,
    matureDays: flags['mature-days'] ?? defaultMatureDays,
    asOf: asOf(flags['as-of'], now).toISOString(),
    seed: flags.seed ?? 1,
    notGiven: Object.keys(guesses).filter((name) => !(name in given(flags))),
  };
}

function given(flags: ThresholdsFlags): Partial<Record<keyof typeof guesses, number>> {
  const names = Object.keys(guesses) as (keyof typeof guesses)[];
  return Object.fromEntries(
    names.flatMap((name) => (flags[name] === undefined ? [] : [[name, flags[name]]])),
  );
}

/** A day counts to its end. */
function asOf(text: string | undefined, now: Date): Date {
  if (text === undefined) return now;
  const time = timeIn(text.trim());
  if (time === undefined) {
    throw new CommandError(
      '--as-of must be a day such as 2026-10-31, or a time such as 2026-10-31T18:00:00Z.',
    );
  }
  return new Date(/^\d{4}-\d\d-\d\d$/.test(text.trim()) ? time + 86_400_000 - 1 : time);
}

export function checkFlags(flags: ThresholdsFlags): void {
  if (flags.labels !== undefined && flags.outcome === undefined) {
    throw new CommandError(
      '--outcome is missing: the column of --labels with the outcome of each order, such as --outcome status.',
    );
  }
  if (flags.outcome === undefined && flags.reviewed === undefined) {
    throw new CommandError(
      'No outcomes were given. Give --labels FILE --outcome COLUMN; --outcome COLUMN alone where "minfraud batch --keep COLUMN" put it into the results; or --reviewed FILE.',
    );
  }
  if (flags['unlabeled-good'] && flags.labels === undefined) {
    throw new CommandError('--unlabeled-good needs --labels, a file that lists chargebacks only.');
  }
  const { 'current-review': review, 'current-decline': decline } = flags;
  if (review !== undefined && decline !== undefined && review > decline) {
    throw new CommandError(
      `--current-review ${review} is above --current-decline ${decline}: orders are reviewed below the score that declines them.`,
    );
  }
  if (flags.amount !== undefined && flags['order-value'] !== undefined) {
    throw new CommandError('--amount and --order-value cannot be combined. Give one of them.');
  }
}
