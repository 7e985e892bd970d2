/**
 * Keeps full card numbers from leaving, where the service itself refuses them: in the card's token and
 * in custom inputs.
 *
 * Free-form IDs and texts are not looked at: one in ten random numbers of 16 digits passes the Luhn
 * check, and an order that cannot be scored because of its number helps nobody.
 */
import { type Issue } from '../errors.ts';

/** The issues of card numbers in a request in wire spelling. No message holds a digit of one. */
export function findCardNumbers(wire: Readonly<Record<string, unknown>>): Issue[] {
  const issues: Issue[] = [];
  const token = isRecord(wire['credit_card']) ? wire['credit_card']['token'] : undefined;
  if (isText(token) && isCardNumber(token)) {
    issues.push(refusal('/credit_card/token', 'creditCard.token', "the processor's token"));
  }
  const inputs = wire['custom_inputs'];
  if (!isRecord(inputs)) return issues;
  for (const key of Object.keys(inputs)) {
    const value = inputs[key];
    if (holdsCardNumber(key)) {
      // The key would repeat the number.
      issues.push(refusal('/custom_inputs', 'customInputs', 'another key'));
    } else if (isText(value) && holdsCardNumber(String(value))) {
      issues.push(refusal(`/custom_inputs/${key}`, `customInputs.${key}`, 'the last digits alone'));
    }
  }
  return issues;
}

/** The fewest digits that a card number has. */
const fewestDigits = 13;

/** Whether a text or number is a card number and nothing else, spaces and dashes aside. */
function isCardNumber(value: string | number): boolean {
  const text = String(value);
  if (text.length < fewestDigits || text.length > 60 || !/^[\d\p{Pd}\s]+$/u.test(text))
    return false;
  const digits = text.replace(/\D/g, '');
  return brand.test(digits) && passesLuhn(digits);
}

/**
 * Whether a card number stands in a text by itself. Digits that go on from a letter, a digit, a dash or
 * an underscore belong to a longer ID: `token-4111…` is how the vendor wants such IDs marked.
 */
function holdsCardNumber(text: string): boolean {
  if (text.length < fewestDigits) return false;
  for (const [run] of text.matchAll(
    /(?<![\p{L}\d\p{Pd}_])\d(?:[ \u00a0\p{Pd}]?\d){12,18}(?![\p{L}\d_])/gu,
  )) {
    if (isCardNumber(run)) return true;
  }
  return false;
}

/**
 * How the numbers of the large schemes start, with their lengths: Visa, Mastercard, American Express,
 * Diners Club, Discover, JCB, UnionPay, Maestro, Mir, RuPay, Verve and Troy.
 */
const brand = new RegExp(
  [
    '4(?:\\d{12}|\\d{15}|\\d{18})',
    '(?:5[1-5]\\d{2}|222[1-9]|22[3-9]\\d|2[3-6]\\d{2}|27[01]\\d|2720)\\d{12}',
    '3[47]\\d{13}',
    '3(?:0[0-59]|[689]\\d)\\d{11,16}',
    '35(?:2[89]|[3-8]\\d)\\d{12,15}',
    '6\\d{12,18}',
    '81\\d{14,17}',
    '(?:50|5[6-8])\\d{10,17}',
    '220[0-4]\\d{12,15}',
    '82\\d{14}',
    '9792\\d{12}',
  ]
    .map((pattern) => `^${pattern}$`)
    .join('|'),
);

function passesLuhn(digits: string): boolean {
  if (digits.length < fewestDigits || digits.length > 19) return false;
  let sum = 0;
  for (let fromEnd = 0; fromEnd < digits.length; fromEnd++) {
    const digit = digits.charCodeAt(digits.length - 1 - fromEnd) - 48;
    const doubled = fromEnd % 2 === 1 ? digit * 2 : digit;
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return sum % 10 === 0;
}

function refusal(pointer: string, path: string, instead: string): Issue {
  const message = `holds a full card number, which must never be sent: give ${instead}`;
  return { pointer, path, code: 'CARD_NUMBER', message };
}

function isText(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}
