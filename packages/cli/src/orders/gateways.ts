/** What shops call their ways of payment, in the vendor's words where it has one. */
import { transactionFields } from '../../generated/cli-flags.ts';
import { foldHeading as fold } from './fold.ts';

const wordsOf = (path: string): readonly string[] =>
  transactionFields.find((field) => field.path === path)?.values ?? [];

const methods = new Map(wordsOf('payment.method').map((word) => [fold(word), word]));
const processors = new Map(
  wordsOf('payment.processor')
    // Words of every language, and no names.
    .filter((word) => !['other', 'exact'].includes(word))
    .map((word) => [fold(word), word]),
);

/** Names of shop systems' gateways that do not hold the processor's name. */
const gatewayNames: Readonly<Record<string, string>> = {
  ...{ amazonpay: 'amazon_payments', amazonpayment: 'amazon_payments' },
  ...{
    ppcp: 'paypal',
    ppec: 'paypal',
    payflow: 'paypal',
    payflowpro: 'paypal',
    payflowlink: 'paypal',
  },
  ...{ kco: 'klarna', opayo: 'sagepay', firstdatapayeezy: 'payeezy' },
};

const methodNames: Readonly<Record<string, string>> = {
  ...{ creditcard: 'card', debitcard: 'card', creditordebitcard: 'card', ccsave: 'card' },
  ...{ bacs: 'bank_transfer', banktransfer: 'bank_transfer', directbanktransfer: 'bank_transfer' },
  ...{
    banktransferpayment: 'bank_transfer',
    bankdeposit: 'bank_transfer',
    wiretransfer: 'bank_transfer',
  },
  ...{ giftcard: 'gift_card', giftcards: 'gift_card' },
};

export interface Payment {
  readonly processor?: string;
  readonly method?: string;
}

/** `undefined` for a way of payment that the vendor has no word for, such as cash on delivery. */
export function paymentOf(text: string): Payment | undefined {
  const whole = fold(text);
  const method = methods.get(whole) ?? methodNames[whole];
  if (method !== undefined) return { method };
  const words = text
    .normalize('NFKD')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
  for (let from = 0; from < words.length; from++) {
    // The longest name first: "Shopify Payments" before "Shopify".
    for (let to = Math.min(words.length, from + 5); to > from; to--) {
      const name = words.slice(from, to).join('');
      const processor = processors.get(name) ?? gatewayNames[name];
      if (processor !== undefined) return { processor };
    }
  }
  return undefined;
}
