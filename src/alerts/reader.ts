/** Turns the query of an alert into an object, by the table of its parameters. */
import { once } from '../formats/once.ts';
import { define } from '../formats/record.ts';
import type { ResponseTable } from '../operation.ts';
import { textValue } from '../response/text-value.ts';
import { queryFields, queryOf } from './query.ts';

/** What is on an alert next to its documented parameters. */
export interface RepeatedParameters {
  /**
   * Further values of documented parameters that came more than once, by their name in the query: the
   * property itself has the first. Absent when nothing was repeated.
   */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
}

/** Makes `parseAlert` of the table of an alert. It never fails: what is malformed stays as it is. */
export function alertReader<Alert extends object>(
  table: ResponseTable<Alert>,
): (urlOrQuery: string | URL) => Alert & RepeatedParameters {
  const documentedFields = once(() => table.fields);
  /** Every name that is ours on the result. */
  const modelNames = once(
    () => new Set(['repeated', ...Object.values(documentedFields()).map(([model]) => model)]),
  );
  return (urlOrQuery) => {
    const fields = documentedFields();
    const documented: Record<string, unknown> = {};
    const unknown = new Map<string, string[]>();
    const repeated = new Map<string, string[]>();
    for (const [name, text] of queryFields(queryOf(urlOrQuery))) {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (field === undefined) {
        // A parameter that is called like one of our own properties must not pass for it.
        append(modelNames().has(name) ? repeated : unknown, name, text);
      } else if (Object.hasOwn(documented, field[0])) {
        append(repeated, name, text);
      } else if (text !== '') {
        documented[field[0]] = textValue(text, table.types?.[field[0]] ?? 'string');
      }
    }
    for (const [name, values] of unknown) {
      define(documented, name, values.length === 1 ? values[0] : values);
    }
    if (repeated.size > 0) define(documented, 'repeated', Object.fromEntries(repeated));
    // What the service sends in place of a documented type stays the text that it is.
    return documented as Alert & RepeatedParameters;
  };
}

function append(lists: Map<string, string[]>, name: string, value: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
