/** Turns a request from the model into what is sent: one walk that renames, checks and collects. */
import { dateTimeOf } from '../formats/date-time.ts';
import { define } from '../formats/record.ts';
import type { ObjectRule } from '../operation.ts';
import type { InvalidInput } from '../options/options.ts';
import { conversionOf, mended } from './mend.ts';
import { explain, explainCount, type Problem, problems, wrongObject } from './explain.ts';
import {
  type Findings,
  misfit,
  pathOf,
  type Place,
  pointerOf,
  refuse,
  repair,
} from './findings.ts';
import { fits } from './fits.ts';
import { type CheckedRule, type Field, type Plan, planOf } from './plan.ts';
import { unknownField } from './known-names.ts';
import { asWritten, renamed, wireNameOf } from './unchecked.ts';

/** What became of a request. */
export interface Encoded extends Findings {
  /** Plain data, ready for JSON. What an issue or a repair was found with is left out or cut. */
  readonly wire: Record<string, unknown>;
  /** What is never sent itself, by path: `account.username`, `email.hashAddress`. */
  readonly modelOnly: Record<string, unknown>;
}

/**
 * No list in a request of 20,000 bytes is longer; `Array(2 ** 32 - 1)` takes no memory and half a
 * minute to walk.
 */
const longestList = 10_000;

/** What one walk needs and gathers. */
interface Walk extends Omit<Encoded, 'wire'> {
  readonly root: Plan;
  readonly invalid: InvalidInput;
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
  const modelOnly = Object.create(null) as Record<string, unknown>;
  const walk: Walk = { root, invalid, issues: [], repairs: [], modelOnly, leftOut: [] };
  let wire: Record<string, unknown> = {};
  try {
    // Without an object no body can be made, even unchecked.
    if (isObjectOfProperties(value)) wire = encodeObject(walk, value, root, undefined) ?? {};
    else refuse(walk, undefined, wrongObject(value));
  } catch {
    refuse(walk, undefined, problems.unreadable);
  }
  const { issues, repairs, leftOut } = walk;
  if (invalid === 'send') {
    const written = asWritten(wire);
    if (written === undefined) refuse(walk, undefined, problems.unwritable);
    wire = written ?? {};
  }
  return { wire, issues, repairs, modelOnly, leftOut };
}

function encodeObject(
  walk: Walk,
  value: Readonly<Record<string, unknown>>,
  plan: Plan,
  parent: Place | undefined,
): Record<string, unknown> | undefined {
  const wire: Record<string, unknown> = {};
  let present = 0;
  for (const key of Object.keys(value)) {
    const field = plan.fields.get(key);
    try {
      const given = value[key];
      if (isAbsent(walk, given)) continue;
      const member = field === undefined ? given : mended(given, field.rule, walk.invalid);
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
  if (!plan.demands || walk.invalid === 'send') return wire;
  const lost = checkPresence(walk, wire, plan, parent, present);
  if (lost === undefined || parent === undefined) return wire;
  // Without it the object is of no use to the service, and the rest of the request is.
  const message = `cannot be sent without ${lost}, which was dropped`;
  repair(walk, parent, { code: 'MISSING', message }, 'dropped');
  return undefined;
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
    if (plan !== undefined && isObjectOfProperties(value))
      return encodeObject(walk, value, plan, place);
    if (values !== undefined) {
      if (rule.kind === 'list' && Array.isArray(value)) {
        return encodeList(walk, value, rule, values, place);
      }
      if (rule.kind === 'map' && walk.invalid !== 'send' && isObjectOfProperties(value)) {
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
  if (length > longestList) {
    refuse(walk, place, explainCount(length, rule));
    return undefined;
  }
  if (walk.invalid !== 'send' && (length < rule.least || length > rule.most)) {
    misfit(walk, place, explainCount(length, rule), rule);
    return undefined;
  }
  const wire: unknown[] = [];
  for (let at = 0; at < length; at++) {
    const item = { parent: place, wire: at, model: at };
    try {
      const member = mended(list[at], items, walk.invalid);
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
      const member = mended(value[key], values, walk.invalid);
      if (isAbsent(walk, member)) continue;
      count++;
      // The key first: the value of an input that cannot exist is of no interest.
      if (key === '__proto__' || (rule.keys !== undefined && !fits(key, rule.keys))) {
        refuse(walk, place, problems.key(at + 1, rule.keys?.advice));
      } else if (fits(member, values)) wire[key] = member;
      else {
        const encoded = encodeMisfit(walk, member, values, entry);
        if (encoded !== undefined) wire[key] = encoded;
      }
    } catch {
      refuse(walk, entry, problems.unreadable);
    }
  }
  if (count >= rule.least && count <= rule.most) return wire;
  misfit(walk, place, explainCount(count, rule), rule, wire);
  return undefined;
}

/** A value of the wrong type or outside its limits, or an object that stands for a string. */
function encodeMisfit(walk: Walk, value: unknown, rule: CheckedRule, place: Place): unknown {
  const text = stringOf(value, rule);
  if (text !== undefined && (walk.invalid === 'send' || fits(text, rule))) return text;
  if (walk.invalid === 'send' || (value === null && rule.nullable)) return value;
  const conversion = walk.invalid === 'drop' ? conversionOf(value, rule) : undefined;
  if (conversion?.value === undefined) {
    const problem = conversion?.problem ?? explain(text ?? value, rule);
    return misfit(walk, place, problem, rule, text ?? value);
  }
  repair(walk, place, conversion.problem, 'converted');
  return conversion.value;
}

/** The string of a `Date` where a time is asked for, and of a `URL` where an address is. */
function stringOf(value: unknown, { string }: CheckedRule): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (string.isTime) return dateTimeOf(value);
  if (string.isUrl && Object.prototype.toString.call(value) === '[object URL]') {
    return (value as URL).href;
  }
  return undefined;
}

function keepModelOnly(walk: Walk, field: Field, value: unknown, place: Place): void {
  if (fits(value, field.rule)) walk.modelOnly[pathOf(place)] = value;
  else if (value !== null || walk.invalid !== 'send') {
    const conversion = walk.invalid === 'drop' ? conversionOf(value, field.rule) : undefined;
    if (conversion?.value !== undefined) {
      walk.modelOnly[pathOf(place)] = conversion.value;
      repair(walk, place, conversion.problem, 'converted');
      return;
    }
    const problem = conversion?.problem ?? explain(value, field.rule);
    // Unchecked too: nothing can be made of it, and it must not go out itself.
    if (walk.invalid === 'throw' || problem.byProgram === true) refuse(walk, place, problem);
    else repair(walk, place, problem, 'dropped');
  }
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
  // A service that does not write all its names in snake_case has no rule to spell new ones by.
  define(wire, walk.root.isSnakeCase ? wireNameOf(key) : key, renamed(value));
}

/**
 * What is required. A field that is present and invalid has its issue already.
 *
 * @returns The required field whose value was dropped, in an object that can be left out itself.
 */
function checkPresence(
  walk: Walk,
  wire: Readonly<Record<string, unknown>>,
  { table }: Plan,
  place: Place | undefined,
  present: number,
): string | undefined {
  if (present < (table.minProperties ?? 0)) refuse(walk, place, problems.empty);
  if (table.required === undefined && table.requireAnyOf === undefined) return undefined;
  const placeOf = (model: string): Place => {
    return { parent: place, wire: table.fields[model]?.[0] ?? model, model };
  };
  const isThere = (model: string): boolean => {
    const field = placeOf(model);
    const pointer = pointerOf(field);
    return (
      Object.hasOwn(wire, field.wire) || walk.issues.some((issue) => issue.pointer === pointer)
    );
  };
  let lost: string | undefined;
  for (const model of table.required ?? []) {
    if (isThere(model)) continue;
    const found = dropped(walk, placeOf(model));
    if (found !== undefined && place !== undefined) lost ??= model;
    else refuse(walk, placeOf(model), found ?? problems.missing);
  }
  const { requireAnyOf } = table;
  if (requireAnyOf !== undefined && !requireAnyOf.some(isThere)) {
    const model = requireAnyOf.find((name) => dropped(walk, placeOf(name)) !== undefined);
    if (model !== undefined && place !== undefined) lost ??= model;
    else refuse(walk, place, problems.oneOf(requireAnyOf));
  }
  return lost;
}

/** Why the value of a field was dropped, if it was: without one that is required nothing can be sent. */
function dropped(walk: Walk, place: Place): Problem | undefined {
  const pointer = pointerOf(place);
  const found = walk.repairs.find((one) => one.pointer === pointer && one.how === 'dropped');
  return found && { code: found.code, message: found.message };
}

/**
 * Whether a value is an object of properties: a literal or an instance of a class, also of another realm.
 * A list, a `Map` or a `Date` is not: taken for one it would look empty.
 */
function isObjectOfProperties(value: unknown): value is Record<string, unknown> {
  if (typeof value !== 'object' || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype === Object.prototype || prototype === null) return true;
  return !Array.isArray(value) && Object.prototype.toString.call(value) === '[object Object]';
}
