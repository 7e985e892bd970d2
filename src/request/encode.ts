/** Turns a request from the model into what travels: one walk that renames, checks and collects. */
import type { Issue } from '../errors.ts';
import { dateTimeOf } from '../formats/date-time.ts';
import type { ObjectRule } from '../operation.ts';
import type { InvalidInput } from '../options/options.ts';
import { explain, explainCount, type Problem, problems, wrongObject } from './explain.ts';
import { fits, isWellFormed } from './fits.ts';
import { pathOf, type Place, pointerOf } from './place.ts';
import { type CheckedRule, type Field, type Plan, planOf } from './plan.ts';
import { unknownField } from './suggest.ts';
import { wireNameOf } from './wire-name.ts';

/** What became of a request. */
export interface Encoded {
  /** A fresh object, ready for JSON. What an issue or a repair was found with is left out or cut. */
  readonly wire: Record<string, unknown>;
  /** Everything that keeps the request from being sent, in its order; empty when nothing does. */
  readonly issues: readonly Issue[];
  /** What was left out or cut instead: empty but for `drop`. */
  readonly repairs: readonly Repair[];
  /** What never travels itself, by path: `account.username`, `email.hashAddress`. */
  readonly modelOnly: Readonly<Record<string, unknown>>;
}

/** A value of the request that was not sent as it was given. */
export interface Repair extends Issue {
  readonly how: 'dropped' | 'shortened';
  /** As it was given; for further checks here, never for a message. */
  readonly value: unknown;
}

/** Beyond this many issues the list is of no use, and a hostile input could make it endless. */
const mostIssues = 500;

/**
 * No list in a request of 20,000 bytes is longer; `Array(2 ** 32 - 1)` takes no memory and half a
 * minute to walk.
 */
const longestList = 10_000;

/** What one walk needs and gathers. */
interface Walk {
  readonly root: Plan;
  readonly invalid: InvalidInput;
  readonly issues: Issue[];
  readonly repairs: Repair[];
  readonly modelOnly: Record<string, unknown>;
}

/**
 * Renames a request and checks it by its table. Never throws and never changes the request: what cannot
 * be read, such as a getter that throws or a revoked proxy, is an issue.
 *
 * @param value - The request in the model's spelling. `undefined` anywhere means absent.
 * @param table - The generated table of the request.
 * @param invalid - What happens to values that break a rule; see InvalidInput.
 */
export function encode(value: unknown, table: ObjectRule, invalid: InvalidInput): Encoded {
  const root = planOf(table);
  const walk: Walk = { root, invalid, issues: [], repairs: [], modelOnly: {} };
  let wire: Record<string, unknown> = {};
  try {
    // Without an object no body can be made, even unchecked.
    if (isRecord(value)) wire = encodeObject(walk, value, root, undefined);
    else refuse(walk, undefined, wrongObject(value));
  } catch {
    refuse(walk, undefined, problems.unreadable);
  }
  const { issues, repairs, modelOnly } = walk;
  return { wire, issues, repairs, modelOnly };
}

function encodeObject(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  plan: Plan,
  parent: Place | undefined,
): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  let present = 0;
  for (const key of Object.keys(value)) {
    const field = plan.fields.get(key);
    try {
      const member = value[key];
      if (isAbsent(walk, member)) continue;
      present++;
      if (field !== undefined && !field.modelOnly && fits(member, field.rule)) {
        wire[field.wire] = member;
      } else {
        const place = { parent, wire: field?.wire ?? key, model: key };
        encodeField(walk, wire, field, member, plan, place);
      }
    } catch {
      refuse(walk, { parent, wire: field?.wire ?? key, model: key }, problems.unreadable);
    }
  }
  if (plan.demands && walk.invalid !== 'send') checkPresence(walk, wire, plan, parent, present);
  return wire;
}

/** Shops write `null` for what they do not have. */
function isAbsent({ invalid }: Walk, value: unknown): boolean {
  return value === undefined || (value === null && invalid === 'drop');
}

function encodeField(
  walk: Walk,
  wire: Record<string, unknown>,
  field: Field | undefined,
  value: unknown,
  plan: Plan,
  place: Place,
): void {
  if (field === undefined) encodeUnknown(walk, wire, value, plan, place);
  else if (field.modelOnly) keepModelOnly(walk, field, value, place);
  else {
    const encoded = encodeMember(walk, value, field.rule, place);
    if (encoded !== undefined) wire[field.wire] = encoded;
  }
}

/** A value that does not simply fit: it holds others, can be made to fit, or is wrong. */
function encodeMember(walk: Walk, value: unknown, rule: CheckedRule, place: Place): unknown {
  try {
    const { plan, values } = rule;
    if (plan !== undefined && isRecord(value)) return encodeObject(walk, value, plan, place);
    if (values !== undefined) {
      if (rule.kind === 'list' && Array.isArray(value)) {
        return encodeList(walk, value, rule, values, place);
      }
      if (rule.kind === 'map' && walk.invalid !== 'send' && isRecord(value)) {
        return encodeMap(walk, value, rule, values, place);
      }
    }
    return encodeMisfit(walk, value, rule, place);
  } catch {
    // A proxy that was revoked or whose traps throw: not even its keys can be read.
    refuse(walk, place, problems.unreadable);
    return undefined;
  }
}

function encodeList(
  walk: Walk,
  list: readonly unknown[],
  rule: CheckedRule,
  items: CheckedRule,
  place: Place,
): unknown[] | undefined {
  const { length } = list;
  if (length > longestList) return refuse(walk, place, explainCount(length, rule));
  if (walk.invalid !== 'send' && (length < rule.least || length > rule.most)) {
    misfit(walk, place, explainCount(length, rule), rule);
    return undefined;
  }
  const wire: unknown[] = [];
  for (let at = 0; at < length; at++) {
    const item = { parent: place, wire: at, model: at };
    try {
      const member = list[at];
      if (fits(member, items)) wire.push(member);
      // JSON has no gaps: leaving one out shifts those behind it.
      else if (isAbsent(walk, member) && walk.invalid === 'throw') {
        refuse(walk, item, problems.gap);
      } else if (!isAbsent(walk, member) || walk.invalid === 'send') {
        const encoded = encodeMember(walk, member, items, item);
        if (encoded !== undefined || walk.invalid === 'send') wire.push(encoded);
      }
    } catch {
      refuse(walk, item, problems.unreadable);
    }
  }
  return wire;
}

/** Keys of a map are data: they stay as they are. */
function encodeMap(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  rule: CheckedRule,
  values: CheckedRule,
  place: Place,
): Record<string, unknown> | undefined {
  const wire: Record<string, unknown> = {};
  let count = 0;
  for (const [at, key] of Object.keys(value).entries()) {
    const entry = { parent: place, wire: key, model: key };
    try {
      const member = value[key];
      if (isAbsent(walk, member)) continue;
      count++;
      // The key first: the value of an input that cannot exist is of no interest.
      if (key === '__proto__' || (rule.keys !== undefined && !fits(key, rule.keys))) {
        refuse(walk, place, problems.key(at + 1, rule.keys?.advice));
      } else if (fits(member, values)) wire[key] = member;
      else misfit(walk, entry, explain(member, values), values, member);
    } catch {
      refuse(walk, entry, problems.unreadable);
    }
  }
  if (count >= rule.least && count <= rule.most) return wire;
  misfit(walk, place, explainCount(count, rule), rule);
  return undefined;
}

/** A value of the wrong type or outside its limits, or an object that stands for a text. */
function encodeMisfit(walk: Walk, value: unknown, rule: CheckedRule, place: Place): unknown {
  const text = textOf(value, rule);
  if (text !== undefined && (walk.invalid === 'send' || fits(text, rule))) return text;
  if (walk.invalid === 'send' || (value === null && rule.nullable)) return value;
  const problem = explain(text ?? value, rule);
  return misfit(walk, place, problem, rule, text ?? value);
}

/** The text of a `Date` where a time is asked for, and of a `URL` where an address is. */
function textOf(value: unknown, { text }: CheckedRule): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (text.isTime) return dateTimeOf(value);
  if (text.isUrl && Object.prototype.toString.call(value) === '[object URL]') {
    return (value as URL).href;
  }
  return undefined;
}

/**
 * Decides what becomes of a value that breaks a rule: the customer at the checkout controls values, and
 * only a program can get a type wrong.
 */
function misfit(
  walk: Walk,
  place: Place,
  problem: Problem,
  rule: CheckedRule,
  value?: unknown,
): undefined | string {
  if (walk.invalid !== 'drop' || problem.byProgram === true || rule.invalid === 'throw') {
    return refuse(walk, place, problem);
  }
  const shorter =
    rule.invalid === 'shorten' && typeof value === 'string' ? shortened(value, rule) : undefined;
  repair(walk, place, problem, shorter === undefined ? 'dropped' : 'shortened', value);
  return shorter;
}

/** The beginning of a text, in whole characters, if that passes its rule. */
function shortened(text: string, rule: CheckedRule): string | undefined {
  const { most } = rule;
  // A character has at most two UTF-16 units.
  const start = [...text.slice(0, 2 * most)].slice(0, most).join('');
  const clean = isWellFormed(start) ? start : start.slice(0, -1);
  return fits(clean, rule) ? clean : undefined;
}

function keepModelOnly(walk: Walk, field: Field, value: unknown, place: Place): void {
  if (fits(value, field.rule)) walk.modelOnly[pathOf(place)] = value;
  // Unchecked, what something else would be made of must be usable all the same.
  else refuse(walk, place, explain(value, field.rule));
}

function encodeUnknown(
  walk: Walk,
  wire: Record<string, unknown>,
  value: unknown,
  plan: Plan,
  place: Place,
): void {
  const key = String(place.wire);
  if (walk.invalid !== 'send') {
    refuse(walk, place, unknownField(key, plan, walk.root));
    return;
  }
  // Not an assignment: that would set the prototype when the key is __proto__.
  Object.defineProperty(wire, wireNameOf(key), {
    value: renamed(value, 0),
    enumerable: true,
    configurable: true,
    writable: true,
  });
}

/** What is inside an unknown object has unknown names too. */
function renamed(value: unknown, depth: number): unknown {
  if (depth > 32 || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item) => renamed(item, depth + 1));
  if (!isRecord(value) || 'toJSON' in value) return value;
  const entries = Object.entries(value);
  return Object.fromEntries(
    entries.map(([key, member]) => [wireNameOf(key), renamed(member, depth + 1)]),
  );
}

/** What has to be there. A field that is there and wrong has its issue already. */
function checkPresence(
  walk: Walk,
  wire: Readonly<Record<string, unknown>>,
  { table }: Plan,
  place: Place | undefined,
  present: number,
): void {
  if (present < (table.minProperties ?? 0)) refuse(walk, place, problems.empty);
  if (table.required === undefined && table.requireAnyOf === undefined) return;
  const placeOf = (model: string): Place => {
    return { parent: place, wire: table.fields[model]?.[0] ?? model, model };
  };
  const isThere = (model: string): boolean => {
    const field = placeOf(model);
    const pointer = pointerOf(field);
    return field.wire in wire || walk.issues.some((issue) => issue.pointer === pointer);
  };
  for (const model of table.required ?? []) {
    if (!isThere(model)) refuse(walk, placeOf(model), dropped(walk, placeOf(model)));
  }
  if (table.requireAnyOf !== undefined && !table.requireAnyOf.some(isThere)) {
    refuse(walk, place, problems.oneOf(table.requireAnyOf));
  }
}

/** Without a field that is required nothing can be sent, so its repair says why not. */
function dropped(walk: Walk, place: Place): Problem {
  const pointer = pointerOf(place);
  const found = walk.repairs.find((one) => one.pointer === pointer);
  return found === undefined ? problems.missing : { code: found.code, message: found.message };
}

function refuse(walk: Walk, place: Place | undefined, problem: Problem): undefined {
  const { issues } = walk;
  const { code, message } = issues.length < mostIssues ? problem : problems.more;
  if (issues.length > mostIssues) return undefined;
  const at = issues.length < mostIssues ? place : undefined;
  issues.push({ pointer: pointerOf(at), path: pathOf(at), code, message });
  return undefined;
}

function repair(
  walk: Walk,
  place: Place,
  { code, message }: Problem,
  how: Repair['how'],
  value: unknown,
): void {
  if (walk.repairs.length >= mostIssues) return;
  walk.repairs.push({ pointer: pointerOf(place), path: pathOf(place), code, message, how, value });
}

/**
 * Whether a value is an object of properties: a literal or an instance of a class, also of another realm.
 * A list, a `Map` or a `Date` is not: taken for one it would look empty.
 */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return !Array.isArray(value) && Object.prototype.toString.call(value) === '[object Object]';
}
