/** Makes a minFraud transaction of a Stripe payment, on the types that the package `stripe` publishes. */
import type Stripe from 'stripe';
// In your program: from 'minfraud-sdk'.
import type { CreditCard, Device, Payment, PaymentMethod, Transaction } from 'minfraud-sdk';

/**
 * Call it between authorization and capture (`capture_method: 'manual'`), when Stripe has said what the
 * bank answered, and the goods have not left.
 *
 * @param payment - With `latest_charge` expanded: `expand: ['latest_charge']`.
 * @param device - Of the customer who pays. Stripe does not pass the address on: take `deviceFrom()` of
 *   `minfraud-sdk/device` when the customer places the order, and keep it with the order.
 */
export function transactionFromStripe(payment: Stripe.PaymentIntent, device: Device): Transaction {
  const charge = typeof payment.latest_charge === 'string' ? null : payment.latest_charge;
  const billing = charge?.billing_details;
  const card = charge?.payment_method_details?.card;
  return {
    device,
    event: { type: 'purchase', transactionId: payment.id },
    email: { address: payment.receipt_email ?? billing?.email ?? undefined },
    billing: personAt(billing?.name, billing?.address),
    shipping: personAt(payment.shipping?.name, payment.shipping?.address),
    payment: paymentOf(payment, charge),
    ...(card && { creditCard: creditCardOf(card) }),
    order: {
      amount: payment.amount / 10 ** decimals(payment.currency),
      currency: payment.currency.toUpperCase(),
    },
  };
}

type Charge = Stripe.Charge;
type Card = NonNullable<NonNullable<Charge['payment_method_details']>['card']>;

function personAt(
  name: string | null | undefined,
  address: Stripe.Address | null | undefined,
): NonNullable<Transaction['billing']> {
  // Stripe has one field for the whole name; the last word is taken for the family name.
  const words = (name ?? '').trim().split(/\s+/);
  const lastName = words.length > 1 ? words.pop() : undefined;
  return {
    firstName: words.join(' ') || undefined,
    lastName,
    address: address?.line1 ?? undefined,
    address2: address?.line2 ?? undefined,
    city: address?.city ?? undefined,
    // Text that the customer typed. What is not a code of one to four capitals or digits is left out.
    region: address?.state ?? undefined,
    postal: address?.postal_code ?? undefined,
    country: address?.country ?? undefined,
  };
}

function paymentOf(payment: Stripe.PaymentIntent, charge: Charge | null): Payment {
  const failure = payment.last_payment_error;
  const type = charge?.payment_method_details?.type;
  return {
    processor: 'stripe',
    method: type === undefined ? undefined : methods[type],
    // A charge that is still pending is neither authorized nor declined.
    wasAuthorized:
      charge === null || charge.status === 'pending' ? undefined : charge.status === 'succeeded',
    declineCode: charge?.failure_code ?? failure?.decline_code ?? undefined,
  };
}

/** Stripe's words for some ways of payment in minFraud's. Add those that you take. */
const methods: Readonly<Record<string, PaymentMethod | undefined>> = {
  card: 'card',
  us_bank_account: 'bank_debit',
  sepa_debit: 'bank_debit',
  ideal: 'bank_redirect',
  customer_balance: 'bank_transfer',
  affirm: 'buy_now_pay_later',
  afterpay_clearpay: 'buy_now_pay_later',
  klarna: 'buy_now_pay_later',
  paypal: 'digital_wallet',
  cashapp: 'digital_wallet',
  link: 'digital_wallet',
  pix: 'real_time_payment',
  paynow: 'real_time_payment',
};

function creditCardOf(card: Card): CreditCard {
  return {
    // Stripe gives the first digits of a card to few accounts. The country serves in their place.
    issuerIdNumber: card.iin ?? undefined,
    country: card.country ?? undefined,
    lastDigits: card.last4 ?? undefined,
    // The same for the same card, and not made from its number.
    token: card.fingerprint ?? undefined,
    bankName: card.issuer ?? undefined,
    avsResult: avsOf(card.checks),
    cvvResult: word(card.checks?.cvc_check, { pass: 'M', fail: 'N' }),
    was3DSecureSuccessful: word(card.three_d_secure?.result, {
      authenticated: true,
      failed: false,
    }),
  };
}

/** Stripe has one result for the street and one for the postal code; the AVS codes A, N, Y and Z say both in one. */
function avsOf(checks: Card['checks']): string | undefined {
  const street = word(checks?.address_line1_check, { pass: true, fail: false });
  const postal = word(checks?.address_postal_code_check, { pass: true, fail: false });
  if (street === undefined || postal === undefined) return undefined;
  if (street) return postal ? 'Y' : 'A';
  return postal ? 'Z' : 'N';
}

/** The meaning of a word, or nothing for words that have none here, such as `unchecked`. */
function word<Meaning>(
  text: string | null | undefined,
  meanings: Readonly<Record<string, Meaning>>,
): Meaning | undefined {
  return typeof text === 'string' && Object.hasOwn(meanings, text) ? meanings[text] : undefined;
}

/** How many digits of an amount are behind the point: https://docs.stripe.com/currencies#zero-decimal */
function decimals(currency: string): number {
  if (zeroDecimal.has(currency)) return 0;
  return threeDecimal.has(currency) ? 3 : 2;
}

const zeroDecimal: ReadonlySet<string> = new Set(
  'bif clp djf gnf jpy kmf krw mga pyg rwf vnd vuv xaf xof xpf'.split(' '),
);
const threeDecimal: ReadonlySet<string> = new Set('bhd jod kwd omr tnd'.split(' '));
