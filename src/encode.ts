/** Turns a request from the model into what travels: one walk that renames, checks and collects. */
import { type RequestTable } from '../generated/tables.ts';
import { type Issue } from './errors.ts';
import { dateTimeOf } from './formats/date-time.ts';
import { explain, explainCount, type Problem, problems, wrongObject } from './rules/explain.ts';
import { fits } from './rules/fits.ts';
import { pathOf, type Place, pointerOf } from './rules/place.ts';
import { type Field, type Plan, planOf, type Step } from './rules/plan.ts';
import { unknownField } from './rules/suggest.ts';

/** What became of a request. */
export interface Encoded {
  /** A fresh object, ready for JSON. What an issue was found with is left out. */
  readonly wire: Record<string, unknown>;
  /** Everything that is wrong, in the order of the request; empty when nothing is. */
  readonly issues: readonly Issue[];
  /** What never travels itself, by path: `account.username`, `email.hashAddress`. */
  readonly modelOnly: Readonly<Record<string, unknown>>;
}

/** Beyond this many issues the list helps nobody, and a hostile input could make it endless. */
const mostIssues = 500;

/**
 * No list in a request of 20,000 bytes is longer; `Array(2 ** 32 - 1)` takes no memory and half a
 * minute to walk.
 */
const longestList = 10_000;

/** What one walk needs and gathers. */
interface Walk {
  readonly root: Plan;
  readonly validate: boolean;
  /** Whether `for…in` over a literal names what somebody added to Object.prototype. */
  readonly polluted: boolean;
  readonly issues: Issue[];
  readonly modelOnly: Record<string, unknown>;
}

/**
 * Renames a request and checks it by its table. Never throws and never changes the request: what cannot
 * be read, such as a getter that throws or a revoked proxy, is an issue.
 *
 * @param value - The request in the model's spelling. `undefined` anywhere means absent.
 * @param table - The generated table of the request.
 * @param options - `validate: false` renames only: what the table does not know stays as it is.
 */
export function encode(
  value: unknown,
  table: RequestTable,
  options?: { readonly validate?: boolean },
): Encoded {
  const root = planOf(table);
  const validate = options?.validate !== false;
  const walk: Walk = { root, validate, polluted: isPolluted(), issues: [], modelOnly: {} };
  let wire: Record<string, unknown> = {};
  try {
    // Not an object: even unchecked no body could be made of it.
    if (isRecord(value)) wire = encodeObject(walk, value, root, undefined);
    else refuse(walk, undefined, wrongObject(value));
  } catch {
    refuse(walk, undefined, problems.unreadable);
  }
  return { wire, issues: walk.issues, modelOnly: walk.modelOnly };
}

/** The object in wire spelling. */
function encodeObject(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  plan: Plan,
  place: Place | undefined,
): Record<string, unknown> {
  const before = walk.issues.length;
  try {
    if (!walk.polluted && isBare(value)) return encodeLiteral(walk, value, plan, place);
  } catch {
    // A getter threw. The walk below goes on after it, and says which.
    walk.issues.length = before;
  }
  const wire: Record<string, unknown> = {};
  let present = 0;
  for (const [at, key] of Object.keys(value).entries()) {
    const field = fieldAt(plan, at, key);
    try {
      const member = value[key];
      if (member === undefined) continue;
      present++;
      encodeField(walk, wire, field, key, member, plan, place);
    } catch {
      refuse(walk, { parent: place, wire: field?.wire ?? key, model: key }, problems.unreadable);
    }
  }
  if (plan.demands && walk.validate) checkPresence(walk, wire, plan, place, present);
  return wire;
}

/**
 * The same for an object whose every property `for…in` names. The engine knows the place of each there,
 * which makes reading them three times as fast.
 */
function encodeLiteral(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  plan: Plan,
  place: Place | undefined,
): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  let at = 0;
  let present = 0;
  for (const key in value) {
    const member = value[key];
    const field = fieldAt(plan, at++, key);
    if (member === undefined) continue;
    present++;
    if (field !== undefined && fits(member, field.step) && !field.modelOnly) {
      wire[field.wire] = member;
    } else encodeField(walk, wire, field, key, member, plan, place);
  }
  if (plan.demands && walk.validate) checkPresence(walk, wire, plan, place, present);
  return wire;
}

/** The field that a key names, first looked for where the last object had it. */
function fieldAt(plan: Plan, at: number, key: string): Field | undefined {
  const { order, fields } = plan;
  const expected = order[at];
  if (expected?.model === key) return expected;
  const field = fields.get(key);
  // Nothing is learned past the number of fields, lest a hostile object make the list grow.
  if (field !== undefined && at < fields.size) order[at] = field;
  return field;
}

function encodeField(
  walk: Walk,
  wire: Record<string, unknown>,
  field: Field | undefined,
  key: string,
  value: unknown,
  plan: Plan,
  parent: Place | undefined,
): void {
  const place = { parent, wire: field?.wire ?? key, model: key };
  if (field === undefined) keepUnknown(walk, wire, value, plan, place);
  else if (field.modelOnly) keepModelOnly(walk, field, value, place);
  else if (fits(value, field.step)) wire[field.wire] = value;
  else {
    const encoded = encodeMember(walk, value, field.step, place);
    if (encoded !== undefined) wire[field.wire] = encoded;
  }
}

/** A value that does not simply fit: it holds others, can be made to fit, or is wrong. */
function encodeMember(walk: Walk, value: unknown, step: Step, place: Place): unknown {
  try {
    const { plan, values } = step;
    if (plan !== undefined && isRecord(value)) return encodeObject(walk, value, plan, place);
    if (values !== undefined) {
      if (step.kind === 'list' && Array.isArray(value)) {
        return encodeList(walk, value, step, values, place);
      }
      if (step.kind === 'map' && walk.validate && isRecord(value)) {
        return encodeMap(walk, value, step, values, place);
      }
    }
    return encodeMisfit(walk, value, step, place);
  } catch {
    // A proxy that was revoked or whose traps throw: not even its keys can be read.
    refuse(walk, place, problems.unreadable);
    return undefined;
  }
}

function encodeList(
  walk: Walk,
  list: readonly unknown[],
  step: Step,
  items: Step,
  place: Place,
): unknown[] {
  const { length } = list;
  const isSound = length >= step.least && length <= step.most;
  if (length > longestList || (walk.validate && !isSound)) {
    refuse(walk, place, explainCount(length, step));
  }
  const wire: unknown[] = [];
  for (let at = 0; at < Math.min(length, longestList); at++) {
    const item = { parent: place, wire: at, model: at };
    try {
      const member = list[at];
      // JSON has no gaps: leaving one out would shift those behind it.
      if (member === undefined && walk.validate) refuse(walk, item, problems.gap);
      else wire.push(fits(member, items) ? member : encodeMember(walk, member, items, item));
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
  step: Step,
  values: Step,
  place: Place,
): Record<string, unknown> {
  const wire: Record<string, unknown> = {};
  let count = 0;
  for (const key of Object.keys(value)) {
    const entry = { parent: place, wire: key, model: key };
    try {
      const member = value[key];
      if (member === undefined) continue;
      count++;
      // The key first: what is wrong with the value of a field that cannot exist is no news.
      if (key === '__proto__' || (step.keys !== undefined && !fits(key, step.keys))) {
        refuse(walk, entry, problems.key);
      } else if (fits(member, values)) wire[key] = member;
      else refuse(walk, entry, explain(member, values));
    } catch {
      refuse(walk, entry, problems.unreadable);
    }
  }
  if (count < step.least || count > step.most) refuse(walk, place, explainCount(count, step));
  return wire;
}

/** A value of the wrong type or outside its limits, or a `Date` where a time is asked for. */
function encodeMisfit(walk: Walk, value: unknown, step: Step, place: Place): unknown {
  if (step.text.isTime && typeof value === 'object' && value !== null) {
    const time = dateTimeOf(value);
    if (time !== undefined) return time;
  }
  if (!walk.validate || (value === null && step.nullable)) return value;
  refuse(walk, place, explain(value, step, place.wire));
  return undefined;
}

function keepModelOnly(walk: Walk, field: Field, value: unknown, place: Place): void {
  if (fits(value, field.step)) walk.modelOnly[pathOf(place)] = value;
  else refuse(walk, place, explain(value, field.step, field.wire));
}

function keepUnknown(
  walk: Walk,
  wire: Record<string, unknown>,
  value: unknown,
  plan: Plan,
  place: Place,
): void {
  const key = String(place.wire);
  if (walk.validate) refuse(walk, place, unknownField(key, plan, walk.root));
  else {
    // Not an assignment: that would set the prototype when the key is __proto__.
    const property = { value, enumerable: true, configurable: true, writable: true };
    Object.defineProperty(wire, key, property);
  }
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
  const isThere = (model: string): boolean => {
    const name = table.fields[model]?.[0] ?? model;
    const pointer = pointerOf({ parent: place, wire: name, model });
    return name in wire || walk.issues.some((issue) => issue.pointer === pointer);
  };
  for (const model of table.required ?? []) {
    const name = table.fields[model]?.[0] ?? model;
    if (!isThere(model)) refuse(walk, { parent: place, wire: name, model }, problems.missing);
  }
  if (table.requireAnyOf !== undefined && !table.requireAnyOf.some(isThere)) {
    refuse(walk, place, problems.oneOf(table.requireAnyOf));
  }
}

function refuse(walk: Walk, place: Place | undefined, problem: Problem): void {
  const { issues } = walk;
  if (issues.length < mostIssues) {
    issues.push({ pointer: pointerOf(place), path: pathOf(place), ...problem });
  } else if (issues.length === mostIssues) {
    issues.push({ pointer: '', path: '', ...problems.more });
  }
}

/**
 * Whether a value is an object of properties: a literal or an instance of a class, also of another realm.
 * A list, a `Map` or a `Date` is none; taken for one it would look empty.
 */
function isRecord(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  if (isBare(value)) return true;
  return !Array.isArray(value) && Object.prototype.toString.call(value) === '[object Object]';
}

/** Whether an object inherits from Object.prototype or from nothing. */
function isBare(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Somebody who adds to Object.prototype would add to every request otherwise. */
function isPolluted(): boolean {
  for (const _ in {}) return true;
  return false;
}
