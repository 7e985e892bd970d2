/** Reads the `name=value` text that the legacy services respond with. */
import { define } from '../formats/record.ts';
import type { TextRecord as RecordTable } from '../operation.ts';
import { type TextType, textValue } from '../response/text-value.ts';

/** A text response, read. */
export interface TextRecord {
  /** The documented fields by model name without `err`, the others by their name on the wire. */
  readonly values: Record<string, unknown>;
  /** The code in `err`; absent when that is empty. */
  readonly err: string | undefined;
  /** The documented fields that are there, empty ones too, by their name on the wire. */
  readonly names: ReadonlySet<string>;
}

/** Reads a text; says in words what is missing where it cannot. */
export type RecordReader = (body: string) => TextRecord | string;

/**
 * The reader of a service's responses.
 *
 * Fields come in any order, and of a field that comes twice the last counts, as it always did with the
 * vendor's old clients. Values are taken to the byte: nothing is unescaped or trimmed, and `=` may be
 * part of one. Documented fields without a value are left out.
 */
export function recordReader(table: RecordTable): RecordReader {
  const { separators = ';' } = table;
  const fields = new Map<string, Field>();
  const modelNames = new Set<string>();
  for (const [wire, [model, type]] of Object.entries(table.fields)) {
    fields.set(wire, { model, type, isCode: wire === 'err' });
    modelNames.add(model);
  }
  const separator = separators.length === 1 ? separators : new RegExp(`[${separators}]`);
  return (body) => read(withoutLineEnd(body).split(separator), fields, modelNames);
}

/** A documented field. */
interface Field {
  readonly model: string;
  readonly type: TextType;
  readonly isCode: boolean;
}

function read(
  parts: readonly string[],
  fields: ReadonlyMap<string, Field>,
  modelNames: ReadonlySet<string>,
): TextRecord | string {
  const values: Record<string, unknown> = {};
  let err: string | undefined;
  const names = new Set<string>();
  let last: { readonly field: Field; readonly value: string } | undefined;
  for (const [at, part] of parts.entries()) {
    const equals = part.indexOf('=');
    if (equals < 0) {
      if (part.trim() === '') continue;
      return at === parts.length - 1 && names.size > 0
        ? 'it is cut short'
        : 'it is not a list of fields';
    }
    const name = part.slice(0, equals).trimStart();
    const value = part.slice(equals + 1);
    const field = fields.get(name);
    if (field === undefined) {
      if (!fieldName.test(name)) return 'it is not a list of fields';
      // It must not pass for one of ours: `warning` on the wire is not our `warning`.
      if (!modelNames.has(name)) define(values, name, value);
      last = undefined;
      continue;
    }
    names.add(name);
    last = { field, value };
    if (field.isCode) err = value === '' ? undefined : value;
    else if (value !== '') values[field.model] = textValue(value, field.type);
    else Reflect.deleteProperty(values, field.model);
  }
  if (names.size === 0)
    return parts.join('').trim() === '' ? 'it is empty' : 'it has no field of this service';
  if (last !== undefined && isCutOff(last.field.type, last.value)) return 'it is cut short';
  return { values, err, names };
}

/** No undocumented field was ever called otherwise; HTML, JSON and sentences do not look like this. */
const fieldName = /^[\w.-]{1,64}$/;

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
