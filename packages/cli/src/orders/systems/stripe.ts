/**
 * Stripe: Dashboard → Payments → Export. Amounts are in units of the currency, its code in small letters, times
 * in UTC. https://docs.stripe.com/reports/options
 */
import { type System } from './system.ts';

export const stripe: System = {
  title: 'Stripe',
  signatures: [
    ['id', 'Created date (UTC)', 'Amount'],
    ['id', 'Created (UTC)', 'Amount', 'Currency'],
  ],
  columns: [
    ['id', 'event.transactionId'],
    ['Created date (UTC)', 'event.time:utc'],
    ['Created (UTC)', 'event.time:utc'],
    ['Amount', 'order.amount'],
    ['Currency', 'order.currency:upper'],
    ['Customer Email', 'email.address'],
    ['Customer ID', 'account.userId'],
    ['Decline Reason', 'payment.declineCode'],
    ['Card Last4', 'creditCard.lastDigits'],
    ['Card Issue Country', 'creditCard.country'],
    ['Card Fingerprint', 'creditCard.token'],
    ['Card Name', 'billing.name'],
    ['Card Address Line1', 'billing.address'],
    ['Card Address Line2', 'billing.address2'],
    ['Card Address City', 'billing.city'],
    ['Card Address State', 'billing.region'],
    ['Card Address Country', 'billing.country'],
    ['Card Address Zip', 'billing.postal'],
    ['Shipping Name', 'shipping.name'],
    ['Shipping Address Line1', 'shipping.address'],
    ['Shipping Address Line2', 'shipping.address2'],
    ['Shipping Address City', 'shipping.city'],
    ['Shipping Address State', 'shipping.region'],
    ['Shipping Address Country', 'shipping.country'],
    ['Shipping Address Postal Code', 'shipping.postal'],
  ],
  unused: [
    'Converted Amount',
    'Converted Currency',
    'Description',
    'Invoice ID',
    'PaymentIntent ID',
    'Card ID',
    'Checkout Session ID',
  ],
  set: { 'payment.processor': 'stripe' },
};
