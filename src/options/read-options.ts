/** Reads an options object once, getters and inherited properties included, into checked values. */
import type { Issue } from '../errors.ts';
import { nearestName } from '../formats/nearest-name.ts';

/** What an option must be, and what it is when it is not given. */
export interface OptionRule<Value> {
  readonly default: Value;
  /**
   * The value to use, read in full, so that it cannot change after it was checked.
   * @throws OptionProblem
   */
  readonly read: (value: unknown) => Value;
}

/** Rules for all properties of an options type. */
export type OptionRules<Options> = {
  readonly [Name in keyof Options]-?: OptionRule<Options[Name]>;
};

/** What is wrong with an option, in words that go on from its name. */
export class OptionProblem extends Error {}

/** What was read, and what was wrong. */
export interface ReadOptions<Options> {
  /** Every option, defaults in the places of those that were absent or wrong. */
  readonly values: { readonly [Name in keyof Options]-?: Options[Name] };
  /** The names that were given a value. */
  readonly given: ReadonlySet<string>;
  readonly issues: Issue[];
}

export function readOptions<Options>(
  options: unknown,
  rules: OptionRules<Options>,
): ReadOptions<Options> {
  const table = rules as Readonly<Record<string, OptionRule<unknown>>>;
  const values: Record<string, unknown> = {};
  for (const name of Object.keys(table)) values[name] = table[name]?.default;
  const given = new Set<string>();
  const issues: Issue[] = [];
  const read = { values, given, issues } as unknown as ReadOptions<Options>;
  if (typeof options !== 'object' || options === null) {
    issues.push(optionIssue('', `options must be an object, not ${kindOf(options)}`));
    return read;
  }
  for (const name of namesOf(options)) {
    const rule = Object.hasOwn(table, name) ? table[name] : undefined;
    if (rule === undefined) {
      issues.push(unknownOption(name, Object.keys(table)));
      continue;
    }
    try {
      const value: unknown = Reflect.get(options, name);
      // `{ timeout: config.timeout }` must not unset a default.
      if (value === undefined) continue;
      values[name] = rule.read(value);
      given.add(name);
    } catch (error) {
      // Anything but a problem was thrown by a getter or a proxy, and may hold anything.
      const problem = error instanceof OptionProblem ? error.message : 'cannot be read';
      issues.push(optionIssue(name, problem));
    }
  }
  return read;
}

export function optionIssue(path: string, message: string, code = 'OPTION_INVALID'): Issue {
  return { pointer: '', path, code, message };
}

/** A value in an error message: its type, and itself where it cannot be a secret. */
export function kindOf(value: unknown): string {
  if (typeof value === 'number' || typeof value === 'boolean') return String(value);
  return value === null ? 'null' : typeof value;
}

/**
 * The names of an object's properties, those of its classes too. What stands on the last prototype is
 * not the caller's: it is common to all objects, and may have been put there by an attack.
 */
function namesOf(options: object): Set<string> {
  const names = new Set<string>();
  let owner: object | null = options;
  while (owner !== null) {
    const next: unknown = Object.getPrototypeOf(owner);
    if (next === null && owner !== options) break;
    for (const [name, property] of Object.entries(Object.getOwnPropertyDescriptors(owner))) {
      // Methods and the constructor of a class are not options; its getters are.
      const isOption = property.enumerable === true || property.get !== undefined;
      if (owner === options || isOption) names.add(name);
    }
    owner = next as object | null;
  }
  return names;
}

function unknownOption(name: string, known: readonly string[]): Issue {
  const meant = nearestName(name, known);
  const advice =
    meant === undefined ? `; the options are ${known.join(', ')}` : `; did you mean ${meant}?`;
  // A name may be a value in the wrong place, the license key among them: a short plain word is no secret.
  const shown = meant !== undefined || /^[a-z]{1,8}(?:[A-Z][a-z]{1,8})?$/.test(name) ? name : '';
  const message = `${shown === '' ? 'a name that is not shown here ' : ''}is not an option`;
  return optionIssue(shown, message + advice, 'OPTION_UNKNOWN');
}
