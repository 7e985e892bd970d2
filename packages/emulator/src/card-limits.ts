/** Keeps more card data than the service processes out of a transaction, and says so in warnings. */

import { isRecord } from 'minfraud-sdk/internal';
import type { Json } from './json.ts';
import { issuerOf } from './signals/card.ts';
import type { Warning } from './wire-types.ts';

/** Brands whose last four digits are taken next to an eight-digit IIN, as documented. */
const FOUR_DIGITS: ReadonlySet<string> = new Set([
  'Discover',
  'JCB',
  'Mastercard',
  'UnionPay',
  'Visa',
]);

/**
 * Cuts an eight-digit IIN that is not known to six digits, and four last digits to two where the
 * documentation says so; drops custom inputs that hold a full card number. The vendor names no codes
 * for these warnings; of the documented ones `INPUT_INVALID` says what happened.
 */
export function limitCardData(transaction: Json): Warning[] {
  return [...limitCard(transaction['credit_card']), ...limitCustomInputs(transaction)];
}

function limitCard(card: unknown): Warning[] {
  if (!isRecord(card)) return [];
  const warnings: Warning[] = [];
  const { issuer_id_number: iin } = card;
  if (typeof iin !== 'string' || iin.length !== 8) return [];
  const issuer = issuerOf(iin);
  if (issuer === undefined) {
    card['issuer_id_number'] = iin.slice(0, 6);
    return [cut('/credit_card/issuer_id_number', 'six digits: no eight-digit IIN is known there')];
  }
  for (const name of ['last_digits', 'last_4_digits']) {
    const digits = card[name];
    if (typeof digits !== 'string' || digits.length !== 4) continue;
    if (issuer.brand !== undefined && FOUR_DIGITS.has(issuer.brand)) continue;
    card[name] = digits.slice(2);
    warnings.push(cut(`/credit_card/${name}`, 'two digits, because the IIN has eight'));
  }
  return warnings;
}

function cut(pointer: string, why: string): Warning {
  return {
    code: 'INPUT_INVALID',
    warning: `The value at ${pointer} was truncated to ${why}`,
    input_pointer: pointer,
  };
}

function limitCustomInputs(transaction: Json): Warning[] {
  const inputs = transaction['custom_inputs'];
  if (!isRecord(inputs)) return [];
  const rejected = Object.keys(inputs).filter((name) => {
    const value = inputs[name];
    return typeof value === 'string' || typeof value === 'number'
      ? holdsCardNumber(String(value))
      : false;
  });
  for (const name of rejected) Reflect.deleteProperty(inputs, name);
  if (Object.keys(inputs).length === 0) Reflect.deleteProperty(transaction, 'custom_inputs');
  return rejected.map((name) => ({
    code: 'INPUT_INVALID',
    warning: `The value at /custom_inputs/${name} looks like a full card number and was rejected`,
    input_pointer: `/custom_inputs/${name}`,
  }));
}

/** 13 to 19 digits in groups, with a card's first digit and a right check digit. */
function holdsCardNumber(text: string): boolean {
  return [...text.matchAll(/(?<!\d)[2-6](?:[ -]?\d){12,18}(?!\d)/g)].some(([run]) =>
    passesLuhn(run.replace(/\D/g, '')),
  );
}

function passesLuhn(digits: string): boolean {
  const sum = Array.from(digits)
    .reverse()
    .reduce((total, character, index) => {
      const digit = Number(character) * (index % 2 === 1 ? 2 : 1);
      return total + (digit > 9 ? digit - 9 : digit);
    }, 0);
  return sum % 10 === 0;
}
