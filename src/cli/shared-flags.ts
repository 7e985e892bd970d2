/** Flags that several commands have. */
import { CommandError } from './exit.ts';

const positive =
  (what: string) =>
  (text: string): number => {
    const value = Number(text);
    if (text.trim() !== '' && Number.isFinite(value) && value > 0) return value;
    throw new SyntaxError(`must be ${what}`);
  };

export const positiveNumber: (text: string) => number = positive('a number above 0');

export function wholeNumber(text: string): number {
  const value = positive('a whole number above 0')(text);
  if (!Number.isSafeInteger(value)) throw new SyntaxError('must be a whole number above 0');
  return value;
}

interface Toggle {
  readonly kind: 'boolean';
  readonly optional: true;
  readonly withNegated: false;
  readonly brief: string;
}

interface Value<T> {
  readonly kind: 'parsed';
  readonly parse: (text: string) => T;
  readonly optional: true;
  readonly placeholder: string;
  readonly brief: string;
}

export const sessionFlags: {
  readonly emulator: Toggle;
  readonly profile: Value<string>;
  readonly timeout: Value<number>;
} = {
  emulator: {
    kind: 'boolean',
    optional: true,
    withNegated: false,
    brief: 'call an emulator in this process: no account, no network, nothing is billed',
  },
  profile: {
    kind: 'parsed',
    parse: String,
    optional: true,
    placeholder: 'name',
    brief: 'use the credentials that "minfraud login --profile NAME" stored',
  },
  timeout: {
    kind: 'parsed',
    parse: positiveNumber,
    optional: true,
    placeholder: 'seconds',
    brief: 'of one request; 10 unless given',
  },
};

export const outputFlags: { readonly json: Toggle; readonly ndjson: Toggle } = {
  json: {
    kind: 'boolean',
    optional: true,
    withNegated: false,
    brief: 'print the result as JSON, over several lines',
  },
  ndjson: {
    kind: 'boolean',
    optional: true,
    withNegated: false,
    brief: 'print the result as JSON, one line each',
  },
};

/** What becomes of input that breaks a documented rule: a person can correct it, so it is refused. */
export const uncheckedFlag: { readonly unchecked: Toggle } = {
  unchecked: {
    kind: 'boolean',
    optional: true,
    withNegated: false,
    brief: 'send it also where this program finds mistakes in it (never a card number)',
  },
};

/** A text that has to be one of some words. */
export function oneOf(word: string, words: readonly string[], what: string): string {
  if (words.includes(word)) return word;
  throw new CommandError(`There is no ${what} of that name. There are: ${words.join(', ')}.`);
}
