/** Recognizes full card numbers in a string, however people write them. */
import { withoutIbans } from './iban.ts';
import { once } from './once.ts';

/**
 * Whether consecutive whole groups of digits in a string make a number with the prefix and the length of a
 * card scheme and a right check digit. What stands before and after them does not matter: a card may
 * follow an order number or come before its date of expiry.
 *
 * A group is a run of digits that no other digit touches, so that a longer ID is not a card number. Groups
 * are consecutive when one or two of the characters that people type into numbers stand between them, or
 * one between blanks (" - "). Characters that are not seen count for nothing.
 *
 * Of 13 digits there are cards of Visa alone, hardly issued any more, and many other numbers (EAN, IDs,
 * phone numbers): they count in one group, without a plus sign, and where they are no EAN.
 */
export function holdsCardNumber(text: string): boolean {
  const seen = text.replace(unseen(), '').replace(foreignDigits(), plainDigit);
  if (!fewestTogether().test(seen)) return false;
  const searched = withoutIbans(seen.replace(knownIds(), notInNumbers));
  let chain: Group[] = [];
  let end = 0;
  for (const { 0: digits, index } of searched.matchAll(/\d+/g)) {
    if (!separators().test(searched.slice(end, Math.min(index, end + 4)))) chain = [];
    end = index + digits.length;
    chain.unshift({ digits, hasPlus: searched.charAt(index - 1) === '+' });
    if (chain.length > mostDigits) chain.pop();
    if (endsInCardNumber(chain)) return true;
  }
  return false;
}

/**
 * Zero-width characters, soft hyphens, joiners, marks around a character, controls that end no line, and the
 * first half of a line end of two.
 */
const unseen = /* @__PURE__ */ once(
  () => /\r(?=\n)|\p{Default_Ignorable_Code_Point}|\p{Me}|(?![\t\n\v\f\r\x85])\p{Cc}/gu,
);

/** Takes the place of what is no part of a card number: it is not typed into one. */
const notInNumbers = '|';

/**
 * What has a form that no card number has: UUIDs, hashes in hexadecimal, tracking numbers of UPS, dates with
 * their time. Up to one in ten would be taken for a card otherwise.
 */
const knownIds = /* @__PURE__ */ once(() => {
  const year = '(?:19|20)\\d\\d';
  const part = '(?:0?[1-9]|[12]\\d|3[01])';
  const day = ['-', '/', '\\.'].flatMap((dash) => [
    `${year}${dash}${part}${dash}${part}`,
    `${part}${dash}${part}${dash}${year}`,
  ]);
  const ids = [
    '[\\da-f]{8}(?:-[\\da-f]{4}){3}-[\\da-f]{12}',
    '(?:0x)?(?:[\\da-f]{32}|[\\da-f]{40}|[\\da-f]{64})',
    '1Z[A-Z\\d]{16}',
    `(?:${day.join('|')}),?[ T][0-2]?\\d:[0-5]\\d(?::[0-6]\\d(?:[.,]\\d{1,9})?)?`,
  ];
  return new RegExp(`(?<![\\p{L}\\p{Nd}])(?:${ids.join('|')})(?![\\p{L}\\p{Nd}])`, 'giu');
});

interface Group {
  readonly digits: string;
  /** Whether a plus sign stands before it, as before international phone numbers. */
  readonly hasPlus: boolean;
}

/** Whether the last groups, some or all, make a card number; the last one comes first. */
function endsInCardNumber(chain: readonly Group[]): boolean {
  let digits = '';
  for (const [count, group] of chain.entries()) {
    digits = group.digits + digits;
    if (digits.length > mostDigits) return false;
    if (digits.length < fewestDigits) continue;
    const isShort = digits.length === fewestDigits;
    if (isShort && (count > 0 || group.hasPlus || isEan(digits))) continue;
    if (scheme().test(digits) && hasCheckDigit(digits)) return true;
  }
  return false;
}

const fewestDigits = 13;
const mostDigits = 19;

/** Space, tab, line ends, dash, dot, comma, underscore, slash and colon, in all their widths. */
const blank = '\\p{Zs}\\t';
const separator = `[${blank}\\n\\v\\f\\r\\x85\\u2028\\u2029\\p{Pd}\\u2212.,_/:\\uff0e\\uff0c\\uff3f\\uff0f\\uff1a]`;
const separators = /* @__PURE__ */ once(
  () => new RegExp(`^(?:${separator}{1,2}|[${blank}](?![${blank}])${separator}[${blank}])$`, 'u'),
);

/** What most strings do not have: what comes after it then costs them nothing. */
const fewestTogether = /* @__PURE__ */ once(
  () => new RegExp(`\\d(?:${separator}{0,3}\\d){${fewestDigits - 1}}`, 'u'),
);

/** Full-width digits, as keyboards of East Asia type them, Arabic ones, and those of all other scripts. */
const foreignDigits = /* @__PURE__ */ once(() => /(?!\d)\p{Nd}/gu);

/** Unicode has the digits of a script in a row, from zero to nine. */
function plainDigit(digit: string): string {
  const code = Number(digit.codePointAt(0));
  let before = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(code - before - 1))) before++;
  return String(before % 10);
}

/**
 * How the numbers of the large schemes start, with their lengths (ISO/IEC 7812 and the schemes' published
 * ranges). All of Maestro's range has 16, 18 or 19 digits here; of the lengths that are hardly issued only
 * the prefixes that are known to have them, as so many tracking and order numbers look the same. Of 13 digits
 * there is Visa alone.
 */
const scheme = /* @__PURE__ */ once(
  () =>
    new RegExp(
      `^(?:${[
        // Visa
        '4(?:\\d{12}|\\d{15}|\\d{18})',
        // Mastercard
        '(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}',
        // American Express
        '3[47]\\d{13}',
        // Diners Club
        '3(?:0[0-59]|[689]\\d)\\d{11,16}',
        // JCB
        '35(?:2[89]|[3-8]\\d)\\d{12,15}',
        '(?:2131|1800)\\d{11}',
        // UATP
        '1\\d{14}',
        // Discover and UnionPay
        '(?:6011|62\\d\\d|64[4-9]\\d|65\\d\\d|81\\d\\d)\\d{12,15}',
        // Maestro, and RuPay, Verve, Elo, Dankort, Troy and others in its range
        '(?:50|5[6-8]|6\\d)(?:\\d{14}|\\d{16,17})',
        '(?:5018|5020|5038|5893|6304|6759|676[1-3])\\d{10,15}',
        // Bancontact
        '6703\\d{13}',
        // Mir
        '220[0-4]\\d{12,15}',
        // RuPay and Troy
        '(?:82\\d\\d|9792)\\d{12}',
      ].join('|')})$`,
    ),
);

/** Luhn's: ISO/IEC 7812-1, annex B. */
function hasCheckDigit(digits: string): boolean {
  let sum = 0;
  for (let fromEnd = 0; fromEnd < digits.length; fromEnd++) {
    const digit = digits.charCodeAt(digits.length - 1 - fromEnd) - 48;
    const doubled = fromEnd % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

/** The check digit of GTIN-13 (GS1 General Specifications, section 7.9), which ISBN-13 has too. */
function isEan(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < digits.length; at++) {
    sum += (digits.charCodeAt(at) - 48) * (at % 2 === 0 ? 1 : 3);
  }
  return sum % 10 === 0;
}
