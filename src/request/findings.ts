/** What a check finds, and where: issues, what becomes of a value that breaks a rule, and the warnings of it. */
import type { Issue } from '../errors.ts';
import type { InvalidInput } from '../options/options.ts';
import { type Problem, problems } from './explain.ts';
import { fits } from './fits.ts';
import type { CheckedRule } from './plan.ts';

/** What a check found so far. */
export interface Findings {
  /** Everything that keeps the request from being sent, in its order; empty when nothing does. */
  readonly issues: Issue[];
  /** What is left out or cut instead. */
  readonly repairs: Repair[];
  /** Values that broke a rule, each as a wire object of its own: for further checks, never for a message. */
  readonly leftOut: Record<string, unknown>[];
}

/** A value of the request that is not sent as it was given. */
export interface Repair extends Issue {
  readonly how: 'dropped' | 'shortened' | 'converted';
}

/** Beyond this many issues the list is of no use, and a hostile input could make it endless. */
const mostIssues = 500;

/**
 * Decides what becomes of a value that breaks a rule: the customer at the checkout controls values, and
 * only a program can get a type wrong.
 *
 * @returns What is sent in place of the value, if anything.
 */
export function misfit(
  findings: Findings & { readonly invalid: InvalidInput },
  place: Place,
  problem: Problem,
  rule: CheckedRule,
  value?: unknown,
): string | undefined {
  const { invalid, leftOut } = findings;
  const isByProgram = problem.byProgram === true;
  if (!isByProgram) leftOut.push(inPlace(place, value));
  if (invalid !== 'drop' || isByProgram || rule.invalid === 'throw') {
    refuse(findings, place, problem);
    return undefined;
  }
  const shorter =
    rule.invalid === 'shorten' && typeof value === 'string' ? shortened(value, rule) : undefined;
  repair(findings, place, problem, shorter === undefined ? 'dropped' : 'shortened');
  return shorter;
}

/** Notes what keeps the request from being sent. */
export function refuse({ issues }: Findings, place: Place | undefined, problem: Problem): void {
  if (issues.length > mostIssues) return;
  const isLast = issues.length === mostIssues;
  const { code, message } = isLast ? problems.more : problem;
  const at = isLast ? undefined : place;
  const issue = { pointer: pointerOf(at), path: pathOf(at), code, message };
  places.set(issue, at);
  issues.push(issue);
}

/** Not on the issue, which is shown and logged: a key may be data in the wrong place. */
const places = new WeakMap<Issue, Place | undefined>();

/**
 * The keys that lead to an issue, as the request has them. An issue that was found in what is sent, not in
 * the request, has them in its path.
 */
export function keysOfIssue(issue: Issue): (string | number)[] {
  if (places.has(issue)) return keysOf(places.get(issue));
  return issue.path === '' ? [] : issue.path.split('.');
}

/** Notes what is sent in another form, or not at all. */
export function repair(
  { repairs }: Findings,
  place: Place,
  { code, message }: Problem,
  how: Repair['how'],
): void {
  if (repairs.length >= mostIssues) return;
  repairs.push({ pointer: pointerOf(place), path: pathOf(place), code, message, how });
}

/** The beginning of a string, in whole characters, if that passes its rule. */
function shortened(text: string, rule: CheckedRule): string | undefined {
  // A character has at most two UTF-16 units.
  const characters = Array.from(text.slice(0, 2 * rule.most));
  const start = characters.slice(0, rule.most).join('');
  return fits(start, rule) ? start : undefined;
}

/** A wire object that holds nothing but a value at its place. */
function inPlace({ parent, wire }: Place, value: unknown): Record<string, unknown> {
  const holder = { [wire]: value };
  return parent === undefined ? holder : inPlace(parent, holder);
}

/** One step down from the request; made only for what holds others or is wrong. */
export interface Place {
  readonly parent: Place | undefined;
  readonly wire: string | number;
  readonly model: string | number;
}

/** The place as JSON Pointer (RFC 6901) in wire spelling: `/billing/phone_number`. */
export function pointerOf(place: Place | undefined): string {
  return place === undefined ? '' : `${pointerOf(place.parent)}/${shownKey(place.wire)}`;
}

/** The place as TypeScript would reach it: `shoppingCart[1].price`, `customInputs["…"]`. */
export function pathOf(place: Place | undefined): string {
  if (place === undefined) return '';
  const before = pathOf(place.parent);
  if (typeof place.model === 'number') return `${before}[${place.model}]`;
  const key = shownKey(place.model);
  if (!/^[A-Za-z_$]/.test(key)) return `${before}["${key}"]`;
  return before === '' ? key : `${before}.${key}`;
}

/** The keys of a place in the model, as the request has them: what Standard Schema wants. */
function keysOf(place: Place | undefined): (string | number)[] {
  return place === undefined ? [] : [...keysOf(place.parent), place.model];
}

/**
 * A key that a program wrote is a word. One that is anything else may be data in the wrong place, an
 * email address or a card number, and is not repeated.
 */
export function shownKey(key: string | number): string {
  if (typeof key === 'number') return String(key);
  const isWord = /^[\w$]{1,64}$/.test(key) && key.replace(/\D/g, '').length < 5;
  return isWord ? key : '…';
}

/** A warning that comes from this package; those of the service have no `source`. */
export interface SdkWarning {
  /**
   * Whether a value of the request was dropped, cut to its longest length or sent in the documented type, or a
   * field that every result holds is missing in this one.
   */
  readonly code: 'INPUT_DROPPED' | 'INPUT_SHORTENED' | 'INPUT_CONVERTED' | 'RESPONSE_INCOMPLETE';
  /** The field of the request as a JSON Pointer in the service's spelling; `''` for `RESPONSE_INCOMPLETE`. */
  readonly inputPointer: string;
  /** Which field, what rule it breaks, and what to do. Never holds the value. */
  readonly warning: string;
  /** Says that the warning is this package's. */
  readonly source: 'sdk';
}

export function warningsOf(repairs: readonly Repair[]): SdkWarning[] {
  return repairs.map(({ pointer, path, message, how }) => ({
    code: codes[how],
    inputPointer: pointer,
    warning: `${path} was ${how}: it ${message}`,
    source: 'sdk',
  }));
}

const codes = {
  dropped: 'INPUT_DROPPED',
  shortened: 'INPUT_SHORTENED',
  converted: 'INPUT_CONVERTED',
} as const;

/** For a field that the service documents as always present. */
export function incomplete(field: string): SdkWarning {
  const warning = `The response lacks ${field}, which the service documents as always present.`;
  return { code: 'RESPONSE_INCOMPLETE', inputPointer: '', warning, source: 'sdk' };
}
