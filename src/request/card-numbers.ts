/**
 * Keeps full card numbers from leaving in the two places where the service itself refuses them, the card's
 * token and custom inputs, and in what was not checked. Why nowhere else is in docs/requests.md.
 */
import { type Issue } from '../errors.ts';
import { holdsCardNumber } from '../formats/card-number.ts';
import { isRecord } from '../formats/record.ts';
import { fits } from './fits.ts';
import { pathOf, type Place, pointerOf } from './findings.ts';
import type { Plan } from './plan.ts';

/**
 * The issues of card numbers in a request in wire spelling. No pointer, path or message holds a digit of
 * one, nor the name of an input that is more than a name.
 *
 * @param unchecked - The plan of a request that was not checked: then what it does not know is looked at too,
 *   such as `creditCard.number`, and values of the card that break their rules.
 */
export function findCardNumbers(
  wire: Readonly<Record<string, unknown>>,
  unchecked?: Plan,
): Issue[] {
  const issues: Issue[] = [];
  const card = asSent(wire['credit_card']);
  const token = isRecord(card) ? card['token'] : undefined;
  if (!isMarkedToken(token) && holdsCard(token)) {
    issues.push(refusal('/credit_card/token', 'creditCard.token', insteadOfToken));
  }
  // Where an object should be: a string, a list, what toJSON gives.
  if (!isRecord(card) && holdsCard(card)) {
    issues.push(refusal('/credit_card', 'creditCard', insteadOfCard));
  }
  if (unchecked !== undefined) issues.push(...amongUnchecked(wire, unchecked, undefined));
  const inputs = asSent(wire['custom_inputs']);
  const entries = isRecord(inputs) ? Object.entries(inputs) : [['', inputs] as const];
  for (const [name, value] of entries) {
    const isNamed = isInputName.test(name) && !holdsCardNumber(name);
    if (!holdsCardNumber(name) && !holdsCard(value)) continue;
    const [pointer, path] = isNamed ? [`/${name}`, `.${name}`] : ['', ''];
    issues.push(refusal(`/custom_inputs${pointer}`, `customInputs${path}`, insteadOfInput));
  }
  return issues;
}

/** Fields that the spec does not know, anywhere, and what is wrong in the card. Plain data alone, as written. */
function amongUnchecked(
  object: Readonly<Record<string, unknown>>,
  plan: Plan,
  parent: Place | undefined,
): Issue[] {
  const fields = new Map([...plan.fields.values()].map((field) => [field.wire, field]));
  return Object.entries(object).flatMap(([key, value]): Issue[] => {
    const field = fields.get(key);
    const place = { parent, wire: key, model: field?.model ?? key };
    const child = field?.rule.plan ?? field?.rule.values?.plan;
    if (child !== undefined) {
      const members: readonly unknown[] = Array.isArray(value) ? value : [value];
      return members.flatMap((member, at) => {
        const inside = Array.isArray(value) ? { parent: place, wire: at, model: at } : place;
        return isRecord(member) ? amongUnchecked(member, child, inside) : [];
      });
    }
    const isWrongInCard =
      field !== undefined &&
      parent?.wire === 'credit_card' &&
      key !== 'token' &&
      !fits(value, field.rule);
    if (field !== undefined && !isWrongInCard) return [];
    if (!holdsCardNumber(key) && !holdsCard(value)) return [];
    return [refusal(pointerOf(place), pathOf(place), insteadOfCard)];
  });
}

/**
 * What JSON.stringify makes of a value, which may be anything in a request that was not checked: nested,
 * an instance of String, or an object with toJSON. A record of plain values is that already.
 */
function asSent(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  try {
    return isPlainRecord(value) ? value : JSON.parse(JSON.stringify(value));
  } catch {
    // It cannot be sent at all, which is an issue of its own.
    return undefined;
  }
}

function isPlainRecord(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  if ((prototype !== Object.prototype && prototype !== null) || 'toJSON' in value) return false;
  return Object.values(value).every((member) => plainTypes.has(typeof member));
}

const plainTypes: ReadonlySet<string> = /* @__PURE__ */ new Set([
  'string',
  'number',
  'boolean',
  'undefined',
]);

/** Whether a card number stands anywhere in a value, in the names of its members too. */
function holdsCard(value: unknown): boolean {
  // A list and not recursion: what was not checked may be nested deeper than the stack.
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    // The digits of a fraction are no number of their own; from 1e21 on a number is written as one.
    const isText =
      typeof next === 'string' || (Number.isInteger(next) && Math.abs(Number(next)) < 1e21);
    if (isText && holdsCardNumber(String(next))) return true;
    if (typeof next !== 'object' || next === null) continue;
    if (!Array.isArray(next) && Object.keys(next).some(holdsCardNumber)) return true;
    for (const member of Object.values(next)) waiting.push(member);
  }
  return false;
}

/**
 * "If you have a valid token that looks like a PAN but is not one, you may prefix that token with a fixed
 * string, e.g., `token-`": /credit_card/token in the API documentation. Any prefix that begins with a letter
 * is one (`t`, `tok_`, `shop1-`): the tests of the official clients have them. A token has no spaces.
 */
function isMarkedToken(token: unknown): boolean {
  return typeof token === 'string' && /^[A-Za-z][!-~]*$/.test(token);
}

/** The names that the service takes, without long numbers. Anything else may be a value out of place. */
const isInputName = /^(?!.*\d{6})[a-z0-9_]{1,25}$/;

const insteadOfToken =
  "send the processor's token, with the prefix token- if it only looks like a card number";
const insteadOfCard = 'send only its first six or eight digits and its last two or four';
const insteadOfInput =
  'send only the last digits, or a hash if it is an ID that only looks like one';

function refusal(pointer: string, path: string, instead: string): Issue {
  const message = `contains a full card number, which must never be sent: ${instead}`;
  return { pointer, path, code: 'CARD_NUMBER', message };
}
