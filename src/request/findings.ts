/** What a check finds, and what becomes of a value that breaks a rule. */
import type { Issue } from '../errors.ts';
import type { InvalidInput } from '../options/options.ts';
import { type Problem, problems } from './explain.ts';
import { fits } from './fits.ts';
import { keysOf, pathOf, type Place, pointerOf } from './place.ts';
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

/** The beginning of a text, in whole characters, if that passes its rule. */
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
