/** What is mended before a value is checked: white space, dots of an address, and the other type of a number or string. */
import { mendEmail } from '../email/normalize.ts';
import type { InvalidInput } from '../options/options.ts';
import { explain, type Problem } from './explain.ts';
import { fits } from './fits.ts';
import type { CheckedRule } from './plan.ts';

/** What becomes of a value of the other type. */
export interface Conversion {
  /** Absent when something could be lost, or when the value breaks a rule as well. */
  readonly value?: string | number;
  readonly problem: Problem;
}

/**
 * The value in the type that its rule asks for, as a database's `numeric` and an ID in digits have the other
 * one; `undefined` when that is not the matter.
 */
export function conversionOf(value: unknown, rule: CheckedRule): Conversion | undefined {
  if (typeof value === 'string' && takesOnly(rule, ['number', 'integer'])) {
    return numberOf(value, rule);
  }
  if (typeof value === 'number' && takesOnly(rule, ['string'])) return stringOf(value, rule);
  return undefined;
}

function takesOnly(rule: CheckedRule, kinds: readonly CheckedRule['kind'][]): boolean {
  if (rule.kind === 'union') return rule.members.every(({ kind }) => kinds.includes(kind));
  return kinds.includes(rule.kind);
}

function numberOf(given: string, rule: CheckedRule): Conversion {
  const text = given.trim();
  // A comma may separate thousands or decimals, and the rest is a guess too.
  const isDecimal = text.length < 400 && /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)$/.test(text);
  const value = Number(text);
  if (!isDecimal) {
    return wrongType('must be a number, and the string given is not a decimal number');
  }
  if (!fits(value, rule)) return { problem: explain(value, rule) };
  return { value, ...wrongType('must be a number, not a string') };
}

function stringOf(given: number, rule: CheckedRule): Conversion {
  if (rule.leadingZeros) {
    return wrongType('must be a string: a number may have lost its leading zeros');
  }
  const value = String(given);
  if (!Number.isSafeInteger(given) || !fits(value, rule))
    return wrongType(explain(given, rule).message);
  return { value, ...wrongType('must be a string, not a number') };
}

/** No `byProgram`, unlike for other types: the service takes it, so it stops no fraud check. */
function wrongType(message: string): Conversion {
  return { problem: { code: 'WRONG_TYPE', message } };
}

/** The value that is checked and sent; `send` sends it as it was given. */
export function mended(value: unknown, rule: CheckedRule, invalid: InvalidInput): unknown {
  if (rule.mend === undefined || typeof value !== 'string' || invalid === 'send') return value;
  return rule.mend === 'email' ? mendEmail(value) : value.trim();
}
