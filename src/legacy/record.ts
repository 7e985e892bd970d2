/** Reads the `name=value` text that the legacy services answer with. */
import type { TextRecordTable } from '../../generated/tables.ts';
import { textValue } from '../text-value.ts';

/** A text answer, read. */
export interface TextRecord {
  /** The documented fields by model name without `err`, the others by their name on the wire. */
  readonly values: Record<string, unknown>;
  /** The code in `err`; absent when that is empty. */
  readonly err: string | undefined;
}

/**
 * Reads a record, or says in words why the text is none or not all of one.
 *
 * Fields come in any order, and of a field that comes twice the last counts, as it always did with the
 * vendor's old clients. Values are taken to the byte: nothing is unescaped or trimmed, and `=` may be
 * part of one. Documented fields without a value are left out.
 *
 * @param separators - One character, or two of which either separates.
 * @param evidence - Wire names of which a whole answer has one at least.
 */
export function readRecord(
  body: string,
  table: TextRecordTable,
  separators: string,
  evidence: readonly string[],
): TextRecord | string {
  const text = withoutLineEnd(body);
  const values: Record<string, unknown> = {};
  let err: string | undefined;
  let known = 0;
  let proof = false;
  let last: readonly [type: string, value: string] | undefined;

  // Each is looked for again only once it was passed: a body without any would take quadratic time.
  const ends = Array.from(separators, () => -1);
  let equals = -1;
  for (let start = 0; start < text.length;) {
    let end = text.length;
    for (let at = 0; at < ends.length; at++) {
      let next = ends[at] ?? 0;
      if (next < start) ends[at] = next = indexOrEnd(text, separators[at] ?? '', start);
      if (next < end) end = next;
    }
    if (equals < start) equals = indexOrEnd(text, '=', start);
    if (equals >= end) {
      if (text.slice(start, end).trim() !== '') {
        return end === text.length && known > 0 ? 'it breaks off' : 'it is no list of fields';
      }
      start = end + 1;
      continue;
    }
    const name = text.slice(start, equals).trimStart();
    const value = text.slice(equals + 1, end);
    const field = Object.hasOwn(table.fields, name) ? table.fields[name] : undefined;
    if (field === undefined) {
      if (!fieldName.test(name)) return 'it is no list of fields';
      if (!modelNamesOf(table).has(name)) define(values, name, value);
      last = undefined;
    } else {
      known++;
      proof ||= evidence.includes(name);
      const [model, type] = field;
      last = [type, value];
      if (name === 'err') err = value === '' ? undefined : value;
      else if (value !== '') values[model] = textValue(value, type);
      else if (model in values) Reflect.deleteProperty(values, model);
    }
    start = end + 1;
  }

  if (known === 0) return text.trim() === '' ? 'it is empty' : 'it has no field of this service';
  if (last !== undefined && isCutOff(...last)) return 'it breaks off';
  if (!proof && err === undefined && known >= wholeAnswer) return 'it breaks off';
  return { values, err };
}

/** No undocumented field was ever called otherwise; HTML, JSON and sentences do not look like this. */
const fieldName = /^[\w.-]{1,64}$/;

/** From so many fields on a text is an answer, not an excerpt from one, and has to be complete. */
const wholeAnswer = 10;

function indexOrEnd(text: string, character: string, start: number): number {
  const found = text.indexOf(character, start);
  return found < 0 ? text.length : found;
}

/** By hand: a pattern that ends in `$` is tried at every line break of a hostile body. */
function withoutLineEnd(text: string): string {
  let end = text.length;
  while (end > 0 && (text.charCodeAt(end - 1) === 10 || text.charCodeAt(end - 1) === 13)) end--;
  return end === text.length ? text : text.slice(0, end);
}

/** Whether the last value of a text stops in the middle: `Ye`, `0.`. */
function isCutOff(type: string, value: string): boolean {
  if (type === 'number' || type === 'integer') return /^[+-]?(\d+\.)?$/.test(value) && value !== '';
  return type === 'yesno' && /^(?:Y|Ye|N|Not(?:F|Fo|Fou|Foun)?)$/.test(value);
}

const modelNames = new WeakMap<TextRecordTable, ReadonlySet<string>>();

/** A field from outside must not pass for one of ours: `warning` on the wire is not our `warning`. */
function modelNamesOf(table: TextRecordTable): ReadonlySet<string> {
  let names = modelNames.get(table);
  if (names === undefined) {
    names = new Set(Object.values(table.fields).map(([model]) => model));
    modelNames.set(table, names);
  }
  return names;
}

/** Assigns, also to `__proto__`: a name from outside must not change the prototype. */
function define(target: Record<string, unknown>, name: string, value: unknown): void {
  if (name !== '__proto__') {
    target[name] = value;
    return;
  }
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}
