/** What the first digits of a card say about it. */

import { present, type CreditCardResult, type Transaction } from '../wire-types.ts';

export interface Issue {
  /** Absent for numbers of no brand that the emulator knows. */
  readonly brand?: string;
  readonly type: 'credit' | 'debit' | 'charge';
  readonly country: string;
  readonly bank?: string;
  readonly phone?: string;
  readonly business?: true;
  readonly prepaid?: true;
  readonly virtual?: true;
}

/** Test numbers that payment processors publish; banks and phone numbers are made up. */
const known: Readonly<Record<string, Issue>> = {
  '411111': {
    brand: 'Visa',
    type: 'credit',
    country: 'US',
    bank: 'Example Bank',
    phone: '800-555-0100',
  },
  '400005': {
    brand: 'Visa',
    type: 'debit',
    country: 'US',
    bank: 'Example Savings Bank',
    phone: '800-555-0101',
  },
  '424242': {
    brand: 'Visa',
    type: 'credit',
    country: 'GB',
    bank: 'Example Bank UK',
    phone: '020 7946 0100',
  },
  '497010': {
    brand: 'Visa',
    type: 'credit',
    country: 'FR',
    bank: 'Banque Exemple',
    phone: '01 99 00 01 00',
  },
  '400000': { brand: 'Visa', type: 'credit', country: 'BR', bank: 'Banco Exemplo' },
  '555555': {
    brand: 'Mastercard',
    type: 'credit',
    country: 'US',
    bank: 'Example Credit Union',
    phone: '800-555-0102',
    business: true,
  },
  '520082': {
    brand: 'Mastercard',
    type: 'debit',
    country: 'DE',
    bank: 'Beispielbank',
    phone: '030 23125 100',
  },
  '510510': {
    brand: 'Mastercard',
    type: 'debit',
    country: 'US',
    bank: 'Example Prepaid',
    phone: '800-555-0103',
    prepaid: true,
  },
  '222300': {
    brand: 'Mastercard',
    type: 'credit',
    country: 'NL',
    bank: 'Voorbeeldbank',
    virtual: true,
  },
  '378282': {
    brand: 'American Express',
    type: 'charge',
    country: 'US',
    bank: 'American Express',
    phone: '800-555-0104',
  },
  '601111': {
    brand: 'Discover',
    type: 'credit',
    country: 'US',
    bank: 'Discover',
    phone: '800-555-0105',
  },
  '353011': { brand: 'JCB', type: 'credit', country: 'JP', bank: 'Example Bank Japan' },
  '620000': { brand: 'UnionPay', type: 'debit', country: 'CN', bank: 'Example Bank China' },
  '888888': { type: 'credit', country: 'US', bank: 'Example Test Bank' },
  '305693': {
    brand: 'Diners Club',
    type: 'charge',
    country: 'US',
    bank: 'Diners Club',
    phone: '800-555-0106',
  },
};

const brands: readonly (readonly [pattern: RegExp, brand: string])[] = [
  [/^4/, 'Visa'],
  [/^(5[1-5]|222[1-9]|22[3-9]|2[3-6]|27[01]|2720)/, 'Mastercard'],
  [/^3[47]/, 'American Express'],
  [/^(6011|64[4-9]|65)/, 'Discover'],
  [/^35(2[89]|[3-8])/, 'JCB'],
  [/^(30[0-5]|36|38|39)/, 'Diners Club'],
  [/^62/, 'UnionPay'],
];

/** The issue of an IIN that is in the list. */
export function issuerOf(iin: string): Issue | undefined {
  return known[iin.slice(0, 6)];
}

/** The issue of an IIN; of one that is not in the list only brand, type and country are guessed. */
export function findIssue(iin: string | undefined): Issue | undefined {
  if (iin === undefined) return undefined;
  const listed = issuerOf(iin);
  if (listed !== undefined) return listed;
  const brand = brands.find(([pattern]) => pattern.test(iin))?.[1];
  return brand === undefined ? undefined : { brand, type: 'credit', country: 'US' };
}

/** Absent without an IIN, or with one of no brand that the emulator knows. */
export function cardRecord(
  card: Transaction['credit_card'],
  billingCountry: string | undefined,
): CreditCardResult | undefined {
  const issue = findIssue(card?.issuer_id_number);
  if (issue === undefined) return undefined;
  const issuer = present<NonNullable<CreditCardResult['issuer']>>({
    matches_provided_name: sameName(issue.bank, card?.bank_name),
    matches_provided_phone_number: samePhone(issue.phone, card?.bank_phone_number),
    name: issue.bank,
    phone_number: issue.phone,
  });
  return present<CreditCardResult>({
    brand: issue.brand,
    country: issue.country,
    is_business: issue.business ?? false,
    is_issued_in_billing_address_country:
      billingCountry === undefined ? undefined : billingCountry === issue.country,
    is_prepaid: issue.prepaid ?? false,
    is_virtual: issue.virtual ?? false,
    issuer: Object.keys(issuer).length > 0 ? issuer : undefined,
    type: issue.type,
  });
}

/** Undefined when one of them is missing; case, blanks and punctuation do not count. */
export function sameName(
  bank: string | undefined,
  claimed: string | undefined,
): boolean | undefined {
  if (!bank || !claimed) return undefined;
  const plain = (name: string): string => name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
  return plain(bank) === plain(claimed);
}

/** Undefined when one of them is missing; only digits count. */
export function samePhone(
  known: string | undefined,
  claimed: string | undefined,
): boolean | undefined {
  if (!known || !claimed) return undefined;
  const digits = (text: string): string => text.replace(/\D/g, '');
  return digits(claimed).endsWith(digits(known));
}
