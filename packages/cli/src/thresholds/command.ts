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
  throw new SyntaxError('must be 0 or a positive number');
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
        labels: text('CSV or NDJSON file with the outcomes of the orders', 'file'),
        outcome: text(
          'column with the outcome: of --labels or, without it, of the results',
          'column',
        ),
        id: text('column of --labels with the order ID or row; found by name', 'column'),
        fraud: texts('outcome that means fraud', 'word'),
        good: texts('outcome that means a good order', 'word'),
        ignore: texts('outcome of orders to leave out', 'word'),
        'unlabeled-good': toggle(
          'count orders without a label as good: the labels list chargebacks only',
        ),
        reviewed: text(
          'output of "minfraud dispositions --ndjson": reviewers decide where there is no other outcome',
          'file',
        ),
        amount: text('column with the order amount, in labels or results; found by name', 'column'),
        'order-value': number(
          positiveNumber,
          'value of every order, if there is no such column',
          'money',
        ),
        decimal: {
          kind: 'enum',
          values: ['.', ','],
          optional: true,
          brief: 'decimal separator, if amounts can be read in two ways',
        },
        currency: text('column with the currency; found by name', 'column'),
        'only-currency': text('leave out orders in another currency', 'code'),
        time: text('column with the time of the order; found by name', 'column'),
        'as-of': text('when the labels were exported; default now', 'day'),
        'mature-days': number(
          notNegative,
          'leave out orders younger than this, since chargebacks come late; default 120',
          'days',
        ),
        'chargeback-fee': number(
          notNegative,
          'cost of a chargeback beyond the order; default 15',
          'money',
        ),
        margin: number(shareOf, 'your margin on an order, such as 0.3; default 30%', 'share'),
        'review-cost': number(notNegative, 'cost of one manual review; default 3', 'money'),
        'review-accuracy': number(shareOf, 'how often a reviewer is right; default 90%', 'share'),
        'reviews-per-day': number(
          notNegative,
          'orders that your team can review; default any number',
          'number',
        ),
        'lost-customer': number(
          notNegative,
          'cost of losing a good customer, beyond the order; default 0',
          'money',
        ),
        'current-review': number(scoreOf, 'the score that you review from today', 'score'),
        'current-decline': number(scoreOf, 'the score that you decline from today', 'score'),
        by: text(
          'also find cuts for each value of a column, such as country, with enough orders',
          'column',
        ),
        policy: text('file for the recommended cuts as JSON, for your checkout', 'file'),
        html: text('file for a page with charts', 'file'),
        seed: number(wholeNumber, 'seed of the random samples behind the intervals', 'number'),
        json: toggle('print everything as JSON'),
      },
      positional: {
        kind: 'array',
        minimum: 1,
        parameter: {
          parse: String,
          placeholder: 'results',
          brief: 'results of "minfraud batch"; several files are parts of one',
        },
      },
    },
    docs: { brief: 'Find which scores to review and decline, from the outcomes of your orders' },
  }),
  {
    examples: [
      'minfraud thresholds results.ndjson --labels orders.csv --outcome status --margin 30%',
      'minfraud thresholds results.csv --labels chargebacks.csv --outcome status --unlabeled-good --order-value 60 --policy policy.json --html thresholds.html',
    ],
    notes:
      'Nothing is sent anywhere. Costs that you do not give are assumed, and listed at the top of the output.',
  },
);
