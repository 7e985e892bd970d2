/** Says what is wrong with a value and what to do about it, without ever repeating the value. */
import { nearestName } from '../formats/nearest-name.ts';
import { countryCodeOf } from './country-code.ts';
import { lengthOf } from './fits.ts';
import type { CheckedRule } from './plan.ts';

/** An issue without its place. Messages go on from the place: "device.ipAddress: must be …". */
export interface Problem {
  readonly code: string;
  readonly message: string;
  /** Only a program can cause it, so it is refused even where invalid values are dropped. */
  readonly byProgram?: true;
}

/** Problems that are the same whatever the value. */
export const problems: Readonly<
  Record<'unreadable' | 'unwritable' | 'gap' | 'empty' | 'missing' | 'more', Problem>
> & {
  readonly key: (position: number, advice?: string) => Problem;
  readonly oneOf: (names: readonly string[]) => Problem;
} = {
  unreadable: byProgram('UNREADABLE', 'cannot be read: reading it throws an error'),
  unwritable: byProgram(
    'UNREADABLE',
    'cannot be written as JSON: it contains a cycle, a BigInt, or too many levels or members',
  ),
  gap: byProgram('WRONG_TYPE', 'must not be undefined or null: leave it out of the list'),
  key: (position: number, advice = 'must have another name'): Problem =>
    byProgram('BAD_KEY', `entry ${position} ${advice}`),
  empty: byProgram('EMPTY', 'must have at least one input: there is nothing to score'),
  missing: byProgram('MISSING', 'is required'),
  more: byProgram('TOO_MANY_ISSUES', 'has more issues than are listed: fix these first'),
  oneOf: (names: readonly string[]): Problem =>
    byProgram('MISSING', `must have at least one of ${names.join(', ')}`),
};

/** Why a value does not pass its rule. */
export function explain(value: unknown, rule: CheckedRule): Problem {
  if (value === null) {
    return byProgram('NULL_VALUE', 'must not be null: leave the field out when there is no value');
  }
  switch (rule.kind) {
    case 'string':
      if (typeof value === 'string') return explainString(value, rule);
      if (rule.string.isTime && kindOf(value) === 'a Date') return invalidDate;
      return wrongType(value, rule);
    case 'number':
    case 'integer':
      if (typeof value === 'number') return explainNumber(value, rule);
      return wrongType(value, rule);
    case 'union':
      return explainUnion(value, rule);
    default:
      return wrongType(value, rule);
  }
}

const invalidDate: Problem = {
  code: 'BAD_FORMAT',
  message: 'must be a valid Date in the years 0 to 9999',
};

/** The request as a whole is not an object. */
export function wrongObject(value: unknown): Problem {
  return byProgram('WRONG_TYPE', `must be a plain object, not ${kindOf(value)}`);
}

function explainString(text: string, rule: CheckedRule): Problem {
  const { advice } = rule;
  const { free, values } = rule.string;
  if (values !== undefined) return notListed(text, values, advice);
  if (text === '') {
    return problem('EMPTY', 'must not be empty: leave the field out when there is no value');
  }
  // Its length is all that is looked at in a string that is far too long.
  const length = text.length > 1_000_000 ? text.length : lengthOf(text);
  if (length > rule.most) return problem('TOO_LONG', tooLong(text, length, rule));
  if (length < rule.least) {
    const limit = `must have at least ${rule.least} characters, and has ${length}`;
    return problem('TOO_SHORT', advice ?? limit);
  }
  if (!text.isWellFormed()) {
    return problem(
      'BAD_CHARACTER',
      'contains half a surrogate pair: it was cut inside a character',
    );
  }
  // A free text can fail by these two alone; for a format its advice says more.
  if (text.includes('\0') && (free || advice === undefined)) {
    return problem('BAD_CHARACTER', 'must not contain a NUL character: remove it');
  }
  if (free) {
    return problem('BAD_CHARACTER', 'must not contain a newline: use a space or a comma instead');
  }
  return badFormat(rule, text);
}

/** To shorten a code would make another one of it: `Germany`, cut to two letters, is Georgia. */
function tooLong(text: string, length: number, rule: CheckedRule): string {
  const limit = `must have at most ${rule.most} characters, and has ${length}`;
  if (rule.advice === undefined) return `${limit}: shorten it`;
  // The rule of a country code says how long it is.
  if (rule.string.isCountry) return badFormat(rule, text).message;
  return `${limit}: it ${badFormat(rule, text).message}`;
}

function explainNumber(value: number, rule: CheckedRule): Problem {
  if (!Number.isFinite(value)) {
    return problem(
      'NOT_FINITE',
      `must be a finite number, not ${value}: leave the field out instead`,
    );
  }
  if (rule.kind === 'integer' && !Number.isInteger(value)) {
    return problem('NOT_WHOLE', 'must be a whole number');
  }
  const from = rule.above > -Infinity ? `above ${rule.above}` : `${rule.least} or more`;
  const to = rule.below < Infinity ? `below ${rule.below}` : `${rule.most} or less`;
  const low = value < rule.least || value <= rule.above;
  return problem('OUT_OF_RANGE', `must be ${low ? from : to}`);
}

function explainUnion(value: unknown, rule: CheckedRule): Problem {
  const reasons = rule.members
    .filter((member) => hasType(value, member))
    .map((member) => explain(value, member));
  const [first, second] = reasons;
  if (first === undefined) return wrongType(value, rule);
  if (second === undefined && rule.advice === undefined) return first;
  // A stray character is worth naming, and so is a length; else the field's advice covers all members.
  const told = reasons.find(({ code }) => !/^(BAD_FORMAT|TOO_LONG)$/.test(code));
  if (told !== undefined) return told;
  const long = rule.members.find(
    (member) => hasType(value, member) && explain(value, member).code === 'TOO_LONG',
  );
  if (long === undefined) return badFormat(rule, '');
  return explain(value, { ...long, advice: rule.advice });
}

function hasType(value: unknown, { kind }: CheckedRule): boolean {
  return typeof value === (kind === 'integer' ? 'number' : kind);
}

/** A list or map holds too few or too many. */
export function explainCount(count: number, { least, most }: CheckedRule): Problem {
  if (count < least)
    return problem('TOO_FEW', `must have at least ${least} entries, and has ${count}`);
  const limit = Number.isFinite(most)
    ? `must have at most ${most} entries, and has ${count}`
    : `has ${count} entries, more than fit in a request`;
  return problem('TOO_MANY', `${limit}: remove the least important ones`);
}

/** Only the documented values are named, never the given one. */
function notListed(text: string, values: ReadonlySet<string>, advice: string | undefined): Problem {
  const meant = text.length > 40 ? undefined : nearestName(text, values);
  const listed = values.size > 24 ? `the ${values.size} documented values` : [...values].join(', ');
  const rule = advice ?? `must be one of ${listed}`;
  return problem('NOT_LISTED', meant === undefined ? rule : `${rule}; did you mean ${meant}?`);
}

function badFormat({ advice, string: { isCountry } }: CheckedRule, text: string): Problem {
  const code = isCountry ? countryCodeOf(text) : undefined;
  const hint = code === undefined ? '' : `; did you mean ${code}?`;
  return problem('BAD_FORMAT', `${advice ?? 'does not have the documented format'}${hint}`);
}

const typeNames: Readonly<Record<CheckedRule['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'an array',
  map: 'a plain object',
  request: 'a plain object',
  union: '',
};

function wrongType(value: unknown, rule: CheckedRule): Problem {
  const kinds = rule.kind === 'union' ? rule.members.map(({ kind }) => kind) : [rule.kind];
  const wanted = [...new Set(kinds.map((kind) => typeNames[kind]))].join(' or ');
  const also = rule.string.isTime ? ' or a Date' : rule.string.isUrl ? ' or a URL' : '';
  const found = kindOf(value);
  return byProgram('WRONG_TYPE', `must be ${wanted}${also}, not ${found}${remedy(value, rule)}`);
}

function remedy(value: unknown, rule: CheckedRule): string {
  if (rule.string.isTime && typeof value === 'number') {
    return ': use new Date(…) of the milliseconds since 1970';
  }
  if (rule.kind === 'string' && typeof value === 'number') {
    return ': pass a string, with its leading zeros';
  }
  // Number(…) would round a long ID.
  if (typeof value === 'bigint') {
    return `: JSON has no such numbers; use ${rule.kind === 'string' ? 'String' : 'Number'}(…)`;
  }
  return '';
}

/** What a value is, in words. */
function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return value === null || value === undefined ? String(value) : `a ${typeof value}`;
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  // An object may call itself anything: digits might be data.
  if (tag === 'Object' || !/^[A-Za-z]{1,40}$/.test(tag)) return 'an object';
  return `${/^[AEIOU]/.test(tag) ? 'an' : 'a'} ${tag}`;
}

function problem(code: string, message: string): Problem {
  return { code, message };
}

function byProgram(code: string, message: string): Problem {
  return { code, message, byProgram: true };
}
