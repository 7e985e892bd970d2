/** Flags that several commands have. */
import { CommandError } from './exit.ts';
import { number, text, toggle, type Toggle, type Value } from './flag-kinds.ts';

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

/** What the emulator makes of it, the emulator says. */
export function portNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new SyntaxError('must be a whole number from 0 to 65535');
}

export const sessionFlags: {
  readonly emulator: Toggle;
  readonly profile: Value<string>;
  readonly timeout: Value<number>;
} = {
  emulator: toggle('call an emulator in this process: no account, no network, no cost'),
  profile: text('credentials that "minfraud login --profile NAME" stored', 'name'),
  timeout: number(positiveNumber, 'time limit of one request; default 10', 'seconds'),
};

export const outputFlags: { readonly json: Toggle; readonly ndjson: Toggle } = {
  json: toggle('print the result as indented JSON'),
  ndjson: toggle('print each result as one line of JSON'),
};

/** What becomes of input that breaks a documented rule: a person can correct it, so it is refused. */
export const uncheckedFlag: { readonly unchecked: Toggle } = {
  unchecked: toggle(
    'send the request even if this program finds mistakes in it (never a card number)',
  ),
};

/** A string that must be one of a list. */
export function oneOf(word: string, words: readonly string[], what: string): string {
  if (words.includes(word)) return word;
  throw new CommandError(`There is no such ${what}. Choose one of: ${words.join(', ')}.`);
}
