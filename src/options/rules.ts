/** What the options have in common: the check of a single value, and its default. */
import { kindOf, OptionProblem, type OptionRule } from './read-options.ts';

/** `setTimeout` fires at once beyond this. */
const longestTimer = 2_147_483_647;

export function rule<Value>(otherwise: Value, read: (value: unknown) => Value): OptionRule<Value> {
  return { default: otherwise, read };
}

export function milliseconds(value: unknown): number {
  if (typeof value === 'number' && value > 0 && value <= longestTimer) return value;
  throw new OptionProblem(
    `must be a number of milliseconds above 0, at most ${longestTimer}, not ${kindOf(value)}`,
  );
}

export function boolean(value: unknown): boolean {
  if (typeof value === 'boolean') return value;
  throw new OptionProblem(`must be true or false, not ${kindOf(value)}`);
}

export function oneOf<Value extends string>(...values: Value[]): (value: unknown) => Value {
  const listed = values.map((known) => `'${known}'`).join(' or ');
  return (value) => {
    const known = values.find((one) => one === value);
    if (known !== undefined) return known;
    const meant = values.find((one) => one === String(value).toLowerCase());
    const hint = meant === undefined ? `, not ${kindOf(value)}` : `; did you mean '${meant}'?`;
    throw new OptionProblem(`must be ${listed}${hint}`);
  };
}

export function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}
