/** Turns the query of an alert into a typed object. */
import type { Alert } from '../../generated/models/index.ts';
import { alert as table } from '../../generated/tables.ts';
import { once } from '../formats/once.ts';
import { define } from '../formats/record.ts';
import { textValue } from '../response/text-value.ts';
import { queryFields, queryOf } from './query.ts';

/**
 * An alert. Parameters that the documentation does not name are on it too, under their name in the
 * query; one that came more than once has a list of values.
 */
export interface ReceivedAlert extends Alert {
  /**
   * Further values of documented parameters that came more than once, by their name in the query: the
   * property itself has the first. Absent when nothing was repeated.
   */
  readonly repeated?: Readonly<Record<string, readonly string[]>>;
}

/**
 * Reads an alert. It never fails: what is malformed stays as it is, what is unknown is kept, what is
 * empty is absent. Check the signature first (`verifyAlert`); parsing proves nothing.
 *
 * @example
 * const { minfraudId, newRiskScore, reasonCode } = parseAlert(request.url);
 * @param urlOrQuery - The webhook's URL, path and query, or the query alone. Of anything else, such as the
 *   object that a framework makes of a query, nothing is read.
 * @see https://dev.maxmind.com/minfraud/alerts/#parameters
 */
export function parseAlert(urlOrQuery: string | URL): ReceivedAlert {
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
  return documented;
}

const documentedFields = /* @__PURE__ */ once(() => table.fields);

/** Every name that is ours on the result. */
const modelNames = /* @__PURE__ */ once(
  () => new Set(['repeated', ...Object.values(documentedFields()).map(([model]) => model)]),
);

function append(lists: Map<string, string[]>, name: string, value: string): void {
  const list = lists.get(name);
  if (list === undefined) lists.set(name, [value]);
  else list.push(value);
}
