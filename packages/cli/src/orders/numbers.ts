/** Numbers as shops and spreadsheets write them. */
import { type Decimal } from './mapping.ts';

/** `two ways`: 1.234 may be a little more than one, or more than a thousand. `undefined`: no number. */
export type FoundNumber = number | 'two ways' | undefined;

const grouped = {
  ',': /^\d{1,3}(?:,\d{3})+$/,
  '.': /^\d{1,3}(?:\.\d{3})+$/,
} as const;

export function numberOf(text: string, decimal: Decimal | undefined): FoundNumber {
  const found = /^([+-]?)\p{Sc}?\s?([+-]?)(\d[\d.,\s'’]*|[.,]\d+)\s?\p{Sc}?$/u.exec(text);
  if (found === null) return undefined;
  const [, before = '', after = '', written = ''] = found;
  if (before !== '' && after !== '') return undefined;
  const digits = withoutSpaces(written.trim());
  if (digits === undefined) return undefined;
  const point = decimal ?? decimalOf(digits);
  if (point === 'two ways') return 'two ways';
  const plain = point === undefined ? digits : withPoint(digits, point);
  if (plain === undefined) return undefined;
  const value = Number(plain);
  return before === '-' || after === '-' ? -value : value;
}

/** Blanks and apostrophes stand between thousands only. */
function withoutSpaces(digits: string): string | undefined {
  if (!/[\s'’]/.test(digits)) return digits;
  const [, whole = '', rest = ''] = /^([\d\s'’]*)([.,]\d*)?$/.exec(digits) ?? [];
  return /^\d{1,3}(?:[\s'’]\d{3})+$/.test(whole) ? whole.replace(/\D/g, '') + rest : undefined;
}

/** The decimal sign of a number that can be read in one way only. */
function decimalOf(digits: string): Decimal | 'two ways' | undefined {
  const last = Math.max(digits.lastIndexOf('.'), digits.lastIndexOf(','));
  if (last < 0) return undefined;
  const sign = digits.charAt(last) as Decimal;
  const other = sign === '.' ? ',' : '.';
  if (digits.includes(other)) return sign;
  if (digits.indexOf(sign) !== last) return other;
  // One sign, three digits behind it, and one to three before: 1.234, but not 0.125 nor 1234.567.
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(digits) ? 'two ways' : sign;
}

/** The number with a point; `undefined` where its thousands are not in threes. */
function withPoint(digits: string, decimal: Decimal): string | undefined {
  const thousands = decimal === '.' ? ',' : '.';
  const [whole = '', fraction, ...more] = digits.split(decimal);
  if (more.length > 0 || fraction?.includes(thousands)) return undefined;
  if (whole.includes(thousands) && !grouped[thousands].test(whole)) return undefined;
  const plain = whole.replaceAll(thousands, '');
  if (plain === '' && (fraction ?? '') === '') return undefined;
  return fraction === undefined ? plain : `${plain === '' ? '0' : plain}.${fraction}`;
}
