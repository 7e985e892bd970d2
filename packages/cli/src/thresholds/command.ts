/** The flags and the help of `minfraud thresholds`. */
import { buildCommand, type Command } from '@stricli/core';
import { type CliContext } from '../context.ts';
import { number, text, texts, toggle } from '../flag-kinds.ts';
import { documented } from '../help.ts';
import { positiveNumber, wholeNumber } from '../shared-flags.ts';

/** An amount of money, or a number of days. */
function notNegative(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value;
  throw new SyntaxError('must be a number from 0 on');
}

function shareOf(text: string): number {
  const [, digits = '', sign] = /^([\d.]+)\s*(%?)$/.exec(text.trim()) ?? [];
  const value = Number(digits) / (sign === '%' ? 100 : 1);
  if (digits !== '' && value >= 0 && value <= 1) return value;
  throw new SyntaxError('must be a share such as 0.3 or 30%');
}

function scoreOf(text: string): number {
  const value = Number(text);
  if (text.trim() !== '' && value >= 0 && value <= 100) return value;
  throw new SyntaxError('must be a risk score from 0 to 100');
}

export const thresholdsCommand: Command<CliContext> = documented(
  buildCommand({
    loader: () => import('./thresholds.ts'),
    parameters: {
      flags: {
        labels: text('CSV or NDJSON that says what became of the orders', 'file'),
        outcome: text(
          'its column with the outcome; without --labels a column of the results',
          'column',
        ),
        id: text('its column with the ID of the order, or its row; found by name', 'column'),
        fraud: texts('a word of the outcome that means fraud', 'word'),
        good: texts('a word that means a good order', 'word'),
        ignore: texts('a word of orders to leave out', 'word'),
        'unlabeled-good': toggle(
          'orders without a label are good: the labels list chargebacks only',
        ),
        reviewed: text(
          'what "minfraud dispositions --ndjson" printed: decisions of reviewers count as outcomes where there is no other',
          'file',
        ),
        amount: text(
          'column with the amount of the order, in labels or results; found by name',
          'column',
        ),
        'order-value': number(positiveNumber, 'instead: what every order is worth', 'money'),
        decimal: {
          kind: 'enum',
          values: ['.', ','],
          optional: true,
          brief: 'the sign before the cents, where amounts can be read in two ways',
        },
        currency: text('column with the currency; found by name', 'column'),
        'only-currency': text('leave out orders in another currency', 'code'),
        time: text('column with the time of the order; found by name', 'column'),
        'as-of': text('when the labels were exported; now unless given', 'day'),
        'mature-days': number(
          notNegative,
          'leave out orders that were younger then: chargebacks come late; 120 unless given',
          'days',
        ),
        'chargeback-fee': number(notNegative, 'what a chargeback costs beyond the order', 'money'),
        margin: number(shareOf, 'of the amount of an order, such as 0.3 or 30%', 'share'),
        'review-cost': number(notNegative, 'of one review by a person', 'money'),
        'review-accuracy': number(shareOf, 'how often a reviewer is right', 'share'),
        'reviews-per-day': number(notNegative, 'orders that people can look at', 'number'),
        'lost-customer': number(notNegative, 'lost with a good customer beyond the order', 'money'),
        'current-review': number(scoreOf, 'the score that you review from today', 'score'),
        'current-decline': number(scoreOf, 'the score that you decline from today', 'score'),
        by: text(
          'cuts for each value of a column, such as country, that is large enough',
          'column',
        ),
        policy: text('write the recommended cuts as JSON, for your checkout', 'file'),
        html: text('write one page with charts', 'file'),
        seed: number(wholeNumber, 'of the random samples that intervals come from', 'number'),
        json: toggle('print everything as JSON'),
      },
      positional: {
        kind: 'array',
        minimum: 1,
        parameter: {
          parse: String,
          placeholder: 'results',
          brief: 'what "minfraud batch" wrote; several files are parts of one',
        },
      },
    },
    docs: { brief: 'Which scores to review and to decline, from what became of your orders' },
  }),
  {
    examples: [
      'minfraud thresholds results.ndjson --labels orders.csv --outcome status --margin 30%',
      'minfraud thresholds results.csv --labels chargebacks.csv --outcome status --unlabeled-good --policy policy.json --html thresholds.html',
    ],
    notes:
      'Nothing is sent anywhere. Costs that you do not give are assumed, and named on top of the output.',
  },
);
