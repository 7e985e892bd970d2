/** Says what is wrong with a value and what to do about it, without ever repeating the value. */
import { nearestName } from '../formats/nearest-name.ts';
import { adviceOn } from './advice.ts';
import { isWellFormed, lengthOf } from './fits.ts';
import { type Step } from './plan.ts';

/** An issue without its place. Messages go on from the place: "device.ipAddress: must be …". */
export interface Problem {
  readonly code: string;
  readonly message: string;
}

/** Problems that are the same whatever the value. */
export const problems = {
  unreadable: { code: 'UNREADABLE', message: 'cannot be read: reading it throws an error' },
  gap: { code: 'WRONG_TYPE', message: 'must not be undefined: leave it out of the list' },
  key: {
    code: 'BAD_KEY',
    message: 'must have a name of 1 to 25 lower-case letters, digits and underscores',
  },
  empty: {
    code: 'EMPTY',
    message: 'must hold at least one input: the service scores nothing else',
  },
  missing: { code: 'MISSING', message: 'is required' },
  more: { code: 'TOO_MANY_ISSUES', message: 'has more issues than are listed: repair these first' },
  oneOf: (names: readonly string[]): Problem => ({
    code: 'MISSING',
    message: `must have at least one of ${names.join(', ')}`,
  }),
} as const;

/** Why a value does not pass its step. */
export function explain(value: unknown, step: Step, wire?: string | number): Problem {
  if (value === null) {
    return problem('NULL_VALUE', 'must not be null: leave the field out when there is no value');
  }
  switch (step.kind) {
    case 'string':
      if (typeof value === 'string') return explainText(value, step, wire);
      return wrongType(value, step);
    case 'number':
    case 'integer':
      if (typeof value === 'number') return explainNumber(value, step);
      return wrongType(value, step);
    case 'union':
      return explainUnion(value, step, wire);
    default:
      return wrongType(value, step);
  }
}

/** The request as a whole is no object. */
export function wrongObject(value: unknown): Problem {
  return problem('WRONG_TYPE', `must be a plain object, not ${kindOf(value)}`);
}

function explainText(text: string, step: Step, wire: string | number | undefined): Problem {
  const { free, words } = step.text;
  if (words !== undefined) return notListed(text, words, wire);
  // Its length is all that is looked at in a text that is far too long.
  const length = text.length > 1_000_000 ? text.length : lengthOf(text);
  if (length > step.most) {
    return problem(
      'TOO_LONG',
      `must have at most ${step.most} characters, and has ${length}: shorten it`,
    );
  }
  if (text === '') {
    return problem('EMPTY', 'must not be empty: leave the field out when there is no value');
  }
  if (length < step.least) {
    return problem('TOO_SHORT', `must have at least ${step.least} characters, and has ${length}`);
  }
  if (!isWellFormed(text)) {
    return problem('BAD_CHARACTER', 'holds half a surrogate pair: it was cut inside a character');
  }
  // A free text can fail by these two alone; for a format its advice says more.
  if (text.includes('\0') && (free || adviceOn(wire) === undefined)) {
    return problem('BAD_CHARACTER', 'must not hold a NUL character: remove it');
  }
  if (free) {
    return problem('BAD_CHARACTER', 'must not hold a newline: put a space or a comma in its place');
  }
  return badFormat(wire);
}

function explainNumber(value: number, step: Step): Problem {
  if (!Number.isFinite(value)) {
    return problem(
      'NOT_FINITE',
      `must be a finite number, not ${value}: leave the field out instead`,
    );
  }
  if (step.kind === 'integer' && !Number.isInteger(value)) {
    return problem('NOT_WHOLE', 'must be a whole number');
  }
  const from = step.above > -Infinity ? `above ${step.above}` : `${step.least} or more`;
  const to = step.below < Infinity ? `below ${step.below}` : `${step.most} or less`;
  const low = value < step.least || value <= step.above;
  return problem('OUT_OF_RANGE', `must be ${low ? from : to}`);
}

function explainUnion(value: unknown, step: Step, wire: string | number | undefined): Problem {
  const reasons = step.members
    .filter((member) => hasType(value, member))
    .map((member) => explain(value, member, wire));
  const [first, second] = reasons;
  if (first === undefined) return wrongType(value, step);
  if (second === undefined) return first;
  // A length or a stray character is worth naming; beyond that the field's advice covers all members.
  return reasons.find(({ code }) => code !== 'BAD_FORMAT') ?? badFormat(wire);
}

function hasType(value: unknown, { kind }: Step): boolean {
  return typeof value === (kind === 'integer' ? 'number' : kind);
}

/** A list or map holds too few or too many. */
export function explainCount(count: number, { least, most }: Step): Problem {
  if (count < least) return problem('TOO_FEW', `must hold at least ${least}, and holds ${count}`);
  const limit = Number.isFinite(most)
    ? `must hold at most ${most}, and holds ${count}`
    : `holds ${count}, more than a request can carry`;
  return problem('TOO_MANY', `${limit}: leave the least telling ones out`);
}

/** Only the documented values are named, never the given one. */
function notListed(
  text: string,
  words: ReadonlySet<string>,
  wire: string | number | undefined,
): Problem {
  const meant = text.length > 40 ? undefined : nearestName(text, words);
  const list =
    words.size > 12 ? `one of the ${words.size} documented values` : [...words].join(', ');
  const hint = meant === undefined ? (adviceOn(wire) ?? '') : `; did you mean ${meant}?`;
  return problem('NOT_LISTED', `must be ${words.size > 12 ? list : `one of ${list}`}${hint}`);
}

function badFormat(wire: string | number | undefined): Problem {
  return problem('BAD_FORMAT', adviceOn(wire) ?? 'does not have the documented format');
}

const typeNames: Readonly<Record<Step['kind'], string>> = {
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  list: 'an array',
  map: 'a plain object',
  request: 'a plain object',
  response: 'a plain object',
  union: '',
};

function wrongType(value: unknown, step: Step): Problem {
  const kinds = step.kind === 'union' ? step.members.map(({ kind }) => kind) : [step.kind];
  const wanted = [...new Set(kinds.map((kind) => typeNames[kind]))].join(' or ');
  return problem('WRONG_TYPE', `must be ${wanted}, not ${kindOf(value)}${remedy(value, step)}`);
}

function remedy(value: unknown, step: Step): string {
  if (step.text.isTime && kindOf(value) === 'a Date') {
    return ' that is invalid or outside the years 0 to 9999';
  }
  if (step.kind === 'string' && typeof value === 'number') {
    return ': give it as text, with the zeros it starts with';
  }
  if (typeof value === 'bigint') return ': JSON has no such numbers; use Number(…)';
  return '';
}

/** What a value is, in words. */
function kindOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) {
    return value === null || value === undefined ? String(value) : `a ${typeof value}`;
  }
  const tag = Object.prototype.toString.call(value).slice(8, -1);
  if (tag === 'Object') return 'an object';
  return `${/^[AEIOU]/.test(tag) ? 'an' : 'a'} ${tag.slice(0, 40)}`;
}

function problem(code: string, message: string): Problem {
  return { code, message };
}
