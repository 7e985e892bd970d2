/**
 * What must not be quoted of a call, and cutting it out of the two strings that others write: the
 * service's `error` sentence and a runtime's message. Everything else in an error is this package's own.
 */
import type { ObjectRule, Rule } from '../operation.ts';
import type { Credentials } from '../options/credentials.ts';

/** Lists the secrets of a call. Called only when there is something to say. */
export type Secrets = () => readonly string[];

/** @param wireOf - Gives the request as it was sent. */
export function secretsOf(
  credentials: Credentials,
  wireOf: () => Readonly<Record<string, unknown>>,
  table: ObjectRule,
): Secrets {
  let found: Set<string> | undefined;
  return () => {
    if (found === undefined) {
      found = new Set(credentials.secrets());
      collect(wireOf(), table, found);
    }
    return [...found];
  };
}

/**
 * The beginning of a string, with secrets cut out wherever they begin in it, upper and lower case alike.
 * Takes time that grows with the number of secrets, since no more than twice `longest` is searched.
 */
export function withoutSecrets(text: string, secrets: readonly string[], longest: number): string {
  const shown = text.slice(0, longest);
  // A secret that begins in what is shown may end behind it.
  const searched = text.slice(0, 2 * longest);
  const folded = foldCase(searched);
  const parts = partsOf(folded, longest);
  const cuts: [start: number, end: number][] = [];
  for (const secret of secrets) {
    const needle = secret.slice(0, longest);
    cuts.push(...occurrences(searched, needle, longest));
    const foldedNeedle = foldCase(needle);
    cuts.push(...occurrences(folded, foldedNeedle, longest));
    for (const cut of fragments(foldedNeedle, parts)) cuts.push(cut);
  }
  let safe = '';
  let position = 0;
  for (const [start, end] of cuts.sort(([a], [b]) => a - b)) {
    // Cuts that touch or overlap are one.
    if (start > position || position === 0) safe += `${shown.slice(position, start)}[redacted]`;
    position = Math.max(position, end);
  }
  safe += shown.slice(position);
  // eslint-disable-next-line no-control-regex -- nothing of it may control a terminal
  safe = safe.replace(/[\0-\x1f\x7f-\x9f]+/g, ' ').trim();
  return text.length > longest ? `${safe}…` : safe;
}

function* occurrences(
  text: string,
  needle: string,
  before: number,
): Generator<[start: number, end: number]> {
  let at = text.indexOf(needle);
  while (at >= 0 && at < before) {
    const end = at + needle.length;
    // A word of up to three letters is also part of others: only whole words of it are cut.
    if (needle.length > 3 || isWord(text, at, end)) yield [at, end];
    at = text.indexOf(needle, end);
  }
}

/** From so many characters on a part of a secret is cut out too. */
const shortestFragment = 10;

/** Where in a string its parts of that length begin. */
type Parts = ReadonlyMap<string, readonly number[]>;

function partsOf(text: string, before: number): Parts {
  const parts = new Map<string, number[]>();
  const last = Math.min(before, text.length - shortestFragment + 1);
  for (let at = 0; at < last; at++) {
    const part = text.slice(at, at + shortestFragment);
    const known = parts.get(part);
    if (known === undefined) parts.set(part, [at]);
    else known.push(at);
  }
  return parts;
}

/** Parts of a secret: 30 of the 31 characters of a key are as good as the key. */
function* fragments(secret: string, parts: Parts): Generator<[start: number, end: number]> {
  for (let at = 0; at + shortestFragment <= secret.length; at++) {
    for (const start of parts.get(secret.slice(at, at + shortestFragment)) ?? []) {
      yield [start, start + shortestFragment];
    }
  }
}

/** Adds the values of a request that are not to be quoted, as strings. */
function collect(
  wire: Readonly<Record<string, unknown>>,
  table: ObjectRule,
  found: Set<string>,
): void {
  // A list and not recursion: what was not checked may be nested deeper than the stack.
  const waiting: [value: unknown, rule: Rule | undefined][] = [[wire, table]];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const [value, rule] = next;
    if (typeof value === 'string' || typeof value === 'number') {
      // Values of fields that the table does not know may be anything, so they count as sensitive.
      const isSecret = rule === undefined || ('sensitive' in rule && rule.sensitive);
      if (isSecret && !tellsNothing.test(String(value))) found.add(String(value));
    } else if (isObject(value)) {
      const rules =
        rule?.kind === 'request' ? new Map(Object.values(rule.fields)) : new Map<string, Rule>();
      const ofAll = valuesOf(rule);
      for (const [name, member] of Object.entries(value)) {
        waiting.push([member, rules.get(name) ?? ofAll]);
      }
    }
  }
}

/** A number of up to three digits stands in every stack and says nothing by itself. */
const tellsNothing = /^\d{0,3}$/;

/** The rule of all members of a list or a map; none where the whole of it is sensitive. */
function valuesOf(rule: Rule | undefined): Rule | undefined {
  if (rule?.kind === 'list') return rule.items;
  return rule?.kind === 'map' && rule.sensitive !== true ? rule.values : undefined;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** Upper and lower case alike, letter by letter: none may move the positions of those behind it, as `İ` would. */
function foldCase(text: string): string {
  // ASCII folds at once.
  if (/^[\0-\x7f]*$/.test(text)) return text.toLowerCase();
  return Array.from(text, (letter) => {
    const folded = letter.toUpperCase().toLowerCase();
    if (folded.length === letter.length) return folded;
    return letter.length === 1 ? folded.charAt(0) : letter;
  }).join('');
}

function isWord(text: string, start: number, end: number): boolean {
  return !/[\p{L}\p{N}_]/u.test(text.charAt(start - 1) + text.charAt(end));
}
