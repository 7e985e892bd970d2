/**
 * Cuts credentials and personal values out of text that somebody else wrote: answers, and the
 * messages of a runtime. What this package writes itself does not hold them in the first place.
 */

import { type Credentials } from './credentials.ts';

/** Returns the text with everything cut out that must not be seen. */
export type Redact = (text: string) => string;

/** Any e-mail address, also percent-encoded; the quantifiers are bounded to keep this linear. */
const emailAddress =
  /[^\s@"'<>()[\]:;,=&?/]{1,64}(?:@|%40)[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,8}/gi;

/** Anything that might be a card number, in groups or not. */
const cardNumber = /(?<!\d)\d(?:[ -]?\d){12,18}(?!\d)/g;

/**
 * @param secrets the credentials in every spelling: cut out wherever they stand.
 * @param sent what the request carried: its JSON or form. An error answer likes to repeat it.
 */
function createRedact(secrets: readonly string[], sent: readonly string[]): Redact {
  const alternatives = [
    ...secrets.flatMap((secret) => spellings(secret)),
    // Shorter ones are country codes, and words that a message cannot do without.
    ...sent.filter((value) => value.length >= 4).flatMap((value) => spellings(value)),
  ];
  // The longest first: a key may begin with the account's number.
  const unique = [...new Set(alternatives)].sort((a, b) => b.length - a.length);
  const literal = unique.length === 0 ? undefined : new RegExp(unique.map(pattern).join('|'), 'gi');
  return (text) => {
    const cut = literal === undefined ? text : text.replace(literal, '[redacted]');
    return cut.replace(emailAddress, '[redacted]').replace(cardNumber, '[redacted]');
  };
}

/** For everything that is said about one call. Built only when there is something to say. */
export function redactCall(
  credentials: Credentials,
  sent: {
    readonly body?: string | undefined;
    readonly form?: Readonly<Record<string, string>> | undefined;
  },
): Redact {
  const values = [...stringsIn(sent.body ?? ''), ...Object.values(sent.form ?? {})];
  return createRedact(credentials.secrets(), values);
}

/** All strings in a JSON text, or none when it is not JSON. */
function stringsIn(json: string): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value === 'string') found.push(value);
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(collect);
  };
  try {
    collect(JSON.parse(json));
  } catch {
    // Then it was not written by this package.
  }
  return found;
}

/** Redacts a shortened copy: the end, where a secret may be cut in half, is dropped first. */
export function excerpt(text: string, length: number, redact: Redact): string {
  const window = 4 * length + 1_000;
  let safe = redact(text.slice(0, window));
  if (text.length > window) safe = safe.slice(0, -512);
  // eslint-disable-next-line no-control-regex -- a binary body must not reach a terminal
  safe = safe.replace(/[\0-\x08\x0b-\x1f\x7f-\x9f]/g, '\ufffd').trim();
  return safe.length > length ? `${safe.slice(0, length)}…` : safe;
}

/** As it is, and as JSON, a URL, a form or HTML would write it. */
function spellings(value: string): string[] {
  const encoded = encodeComponent(value);
  return [
    value,
    JSON.stringify(value).slice(1, -1),
    encoded,
    encoded.replace(/%20/g, '+'),
    value
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/"/g, '&quot;'),
  ];
}

function encodeComponent(value: string): string {
  try {
    return encodeURIComponent(value);
  } catch {
    return value; // A lone surrogate.
  }
}

/**
 * What is short counts as a whole word only: account 42 must not blank out the middle of
 * 1420. A key is cut out wherever it stands, also behind another word.
 */
function pattern(literal: string): string {
  const escaped = literal.replace(/[.*+?^${}()|[\]\\/-]/g, '\\$&');
  if (literal.length >= 6) return escaped;
  return `${/^\w/.test(literal) ? '(?<!\\w)' : ''}${escaped}${/\w$/.test(literal) ? '(?!\\w)' : ''}`;
}
