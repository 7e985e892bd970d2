/** What the words of shops and payment systems say of an order. */

/**
 * `none`: there is no outcome (yet). `declined`: the order was stopped, so that it is not known what it
 * would have become.
 */
export type Meaning = 'fraud' | 'good' | 'none' | 'declined';

const words: Readonly<Record<Meaning, string>> = {
  fraud: `1 true t yes y bad fraud frauds fraudulent fraudster confirmed_fraud is_fraud chargeback
    chargebacks charge_back chargedback charged_back chargeback_lost second_chargeback dispute
    disputed dispute_lost stolen stolen_card unauthorized suspected_fraud spam_or_abuse
    notification_of_fraud`,
  good: `0 false f no n good ok none legit legitimate genuine safe clean clear not_fraud no_fraud
    non_fraud nonfraud not_disputed undisputed no_dispute no_chargeback dispute_won chargeback_won
    chargeback_reversed canceled_reversal paid partially_paid complete completed fulfilled delivered
    shipped partially_shipped awaiting_fulfillment awaiting_shipment awaiting_pickup captured
    succeeded success sent_for_settle submitted_for_settlement settling settled settled_bulk closed
    accept accepted approved refund refunded partially_refunded partial_refund refunded_bulk`,
  none: `pending processing open authorized authorised authorization_expired void voided cancelled
    canceled expired on_hold holded unpaid incomplete payment_review requires_payment_method
    requires_capture requires_action requires_confirmation uncaptured checkout_draft pending_payment
    awaiting_payment manual_verification_required draft unknown`,
  declined: `declined denied reject rejected blocked failed refused issuer_declined
    processor_declined gateway_rejected settlement_declined payment_error`,
};

const meanings: ReadonlyMap<string, Meaning> = new Map(
  Object.entries(words).flatMap(([meaning, list]) =>
    list.split(/\s+/).map((word) => [word, meaning as Meaning] as const),
  ),
);

/** Stripe's reasons of disputes that say the cardholder did not place the order. */
const fraudReasons = new Set(['fraudulent', 'unrecognized']);

/** Of a column that is about disputes; elsewhere a parcel may be lost. What `warning` says is an inquiry. */
const disputeWords: ReadonlyMap<string, Meaning> = new Map([
  ['lost', 'fraud'],
  ['needs_response', 'fraud'],
  ['under_review', 'fraud'],
  ['won', 'good'],
  ['warning_closed', 'good'],
  ['warning_needs_response', 'none'],
  ['warning_under_review', 'none'],
]);

/** `SentForSettle`, `sent-for-settle` and `Sent for settle` are one word, and WooCommerce's `wc-` says nothing. */
const fold = (word: string): string =>
  word
    .normalize('NFKC')
    .trim()
    .replace(/(?<=[a-z])(?=[A-Z])/g, '_')
    .toLowerCase()
    .replace(/[\s_-]+/g, '_')
    .replace(/^wc_/, '');

export interface OwnWords {
  readonly fraud: readonly string[];
  readonly good: readonly string[];
  readonly ignore: readonly string[];
}

/**
 * @param column - Its name says how an empty cell and a date are to be read: the column `Dispute Date` of
 *   Stripe is empty where there was no dispute.
 * @returns `undefined` for a word that must be explained by the user.
 */
export function meaningIn(column: string, own: OwnWords): (word: string) => Meaning | undefined {
  const said = new Map<string, Meaning>();
  for (const word of own.good) said.set(fold(word), 'good');
  for (const word of own.ignore) said.set(fold(word), 'none');
  for (const word of own.fraud) said.set(fold(word), 'fraud');
  const kind = kindOf(column);
  const known = new Map<string, Meaning | undefined>();
  return (word) => {
    let meaning = known.get(word);
    if (meaning === undefined && !known.has(word)) {
      meaning = said.get(fold(word)) ?? byColumn(kind, fold(word));
      // Dates and amounts are without number.
      if (known.size < 10_000) known.set(word, meaning);
    }
    return meaning;
  };
}

type Kind = 'words' | 'dispute' | 'when' | 'how much' | 'reason';

function kindOf(column: string): Kind {
  const name = fold(column);
  if (!/disput|chargeback|charge_back/.test(name)) return 'words';
  if (/date|time|(_|^)at$/.test(name)) return 'when';
  if (/amount|total/.test(name)) return 'how much';
  return name.includes('reason') ? 'reason' : 'dispute';
}

function byColumn(kind: Kind, word: string): Meaning | undefined {
  if (kind === 'words') return word === '' ? 'none' : meanings.get(word);
  if (word === '') return 'good';
  if (kind === 'dispute') return disputeWords.get(word) ?? meanings.get(word);
  if (kind === 'when') return /^\d{4}|\d{4}$|^\d/.test(word) ? 'fraud' : meanings.get(word);
  if (kind === 'reason') return fraudReasons.has(word) ? 'fraud' : undefined;
  return /^[\d.,]+$/.test(word) ? (/[1-9]/.test(word) ? 'fraud' : 'good') : undefined;
}

/** How the values of a column are named to the user: of dates and amounts nearly each is another. */
export function wordShownIn(column: string): (word: string) => string {
  const kind = kindOf(column);
  if (kind === 'when') return (word) => (/\d/.test(word) ? '(a date)' : word);
  if (kind === 'how much') return (word) => (/[1-9]/.test(word) ? '(an amount)' : word);
  return (word) => word;
}

/** Whether a word counts as good only because a refund by itself is not fraud. */
export const isRefund = (word: string): boolean => fold(word).includes('refund');
