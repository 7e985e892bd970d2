/** Reads the `name=value` text that the legacy services answer with. */
import { define } from '../formats/record.ts';
import type { TextRecord as RecordTable } from '../operation.ts';
import { type TextType, textValue } from '../response/text-value.ts';

/** A text answer, read. */
export interface TextRecord {
  /** The documented fields by model name without `err`, the others by their name on the wire. */
  readonly values: Record<string, unknown>;
  /** The code in `err`; absent when that is empty. */
  readonly err: string | undefined;
}

/** Reads a text; says in words what is missing where it cannot. */
export type RecordReader = (body: string) => TextRecord | string;

/**
 * The reader of a service's answers.
 *
 * Fields come in any order, and of a field that comes twice the last counts, as it always did with the
 * vendor's old clients. Values are taken to the byte: nothing is unescaped or trimmed, and `=` may be
 * part of one. Documented fields without a value are left out.
 *
 * @param separators - One character, or two of which either separates.
 * @param evidence - Wire names of which a whole answer has one at least.
 */
export function recordReader(
  table: RecordTable,
  separators: string,
  evidence: readonly string[],
): RecordReader {
  const fields = new Map<string, Field>();
  const modelNames = new Set<string>();
  for (const [wire, [model, type]] of Object.entries(table.fields)) {
    const proves = evidence.includes(wire);
    fields.set(wire, {
      model,
      type,
      proves,
      start: `${wire}=`,
      isCode: wire === 'err',
      next: undefined,
    });
    modelNames.add(model);
  }
  return (body) => read(withoutLineEnd(body), separators, fields, modelNames);
}

/** A documented field. */
interface Field {
  readonly model: string;
  readonly type: TextType;
  readonly proves: boolean;
  readonly isCode: boolean;
  /** What a text has where the field begins. */
  readonly start: string;
  /** The field that came behind it the last time: a service writes its answers in one order. */
  next: Field | undefined;
}

function read(
  text: string,
  separators: string,
  fields: ReadonlyMap<string, Field>,
  modelNames: ReadonlySet<string>,
): TextRecord | string {
  const values: Record<string, unknown> = {};
  let err: string | undefined;
  let known = 0;
  let proof = false;
  let previous: Field | undefined;
  let lastValue = '';

  const [first = '', second] = separators;
  // Each is looked for again only once it was passed: a body without any would take quadratic time.
  let firstAt = -1;
  let secondAt = second === undefined ? text.length : -1;
  let equals = -1;
  for (let start = 0; start < text.length;) {
    if (firstAt < start) firstAt = indexOrEnd(text, first, start);
    if (secondAt < start) secondAt = indexOrEnd(text, second ?? '', start);
    const end = firstAt < secondAt ? firstAt : secondAt;

    let field = previous?.next;
    if (field !== undefined && text.startsWith(field.start, start)) {
      equals = start + field.start.length - 1;
    } else {
      if (equals < start) equals = indexOrEnd(text, '=', start);
      if (equals >= end) {
        if (text.slice(start, end).trim() !== '') {
          return end === text.length && known > 0 ? 'it breaks off' : 'it is not a list of fields';
        }
        start = end + 1;
        continue;
      }
      const name = text.slice(start, equals).trimStart();
      field = fields.get(name);
      if (field === undefined) {
        if (!fieldName.test(name)) return 'it is not a list of fields';
        // It must not pass for one of ours: `warning` on the wire is not our `warning`.
        if (!modelNames.has(name)) define(values, name, text.slice(equals + 1, end));
        previous = undefined;
        start = end + 1;
        continue;
      }
      if (previous !== undefined) previous.next = field;
    }

    known++;
    proof ||= field.proves;
    previous = field;
    lastValue = text.slice(equals + 1, end);
    if (field.isCode) err = lastValue === '' ? undefined : lastValue;
    else if (lastValue !== '') values[field.model] = textValue(lastValue, field.type);
    else if (values[field.model] !== undefined) Reflect.deleteProperty(values, field.model);
    start = end + 1;
  }

  if (known === 0) return text.trim() === '' ? 'it is empty' : 'it has no field of this service';
  if (previous !== undefined && isCutOff(previous.type, lastValue)) return 'it breaks off';
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
