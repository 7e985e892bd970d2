/** Reads the query of an alert as it came, and never fails on what is in it. */
import type { Alert } from '../../generated/models/index.ts';
import { alert as table } from '../../generated/tables.ts';
import { once } from '../formats/once.ts';
import { define } from '../formats/record.ts';
import { textValue } from '../response/text-value.ts';

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

/**
 * Everything after the `?` of a request's URL, not decoded and not rewritten: a signature is computed over
 * that. `new URL(…).search` is not the same, since it escapes some characters anew.
 *
 * @example
 * const query = rawQuery('/alerts?i=203.0.113.9');
 * @param url - A whole URL, or what node:http calls `request.url`: path and query.
 * @returns `''` when the URL has no query.
 */
export function rawQuery(url: string): string {
  // Node's `request.url` may be undefined, and a handler may be called by something else than Node.
  if (typeof url !== 'string') return '';
  const fragment = url.indexOf('#');
  const text = fragment < 0 ? url : url.slice(0, fragment);
  const start = text.indexOf('?');
  return start < 0 ? '' : text.slice(start + 1);
}

/**
 * The query of a URL, or the text itself when it is a query already. What begins like a URL, a path or a
 * query with its question mark is one, whatever characters it goes on with: paths may hold `=` and `&`.
 */
export function queryOf(urlOrQuery: string | URL): string {
  const text = textOf(urlOrQuery);
  if (/^(?:[a-z][a-z\d+.-]*:\/\/|[/?])/i.test(text)) return rawQuery(text);
  // `alerts?i=…`: in a query the first `=` comes before a question mark, which then is part of a value.
  if (/^[^=&#?]*\?/.test(text)) return rawQuery(text);
  return rawQuery(`?${text}`);
}

/** The text of a URL, also of another realm; nothing for what is neither, which may not even have one. */
function textOf(urlOrQuery: unknown): string {
  if (typeof urlOrQuery === 'string') return urlOrQuery;
  const tag = Object.prototype.toString.call(urlOrQuery);
  if (tag !== '[object URL]' && tag !== '[object URLSearchParams]') return '';
  try {
    return String(urlOrQuery);
  } catch {
    return '';
  }
}

/** The decoded fields of a query in their order, repeated ones repeated. */
export function* queryFields(query: string): Generator<[name: string, value: string]> {
  for (const field of query.split('&')) {
    if (field === '') continue;
    const equals = field.indexOf('=');
    yield equals < 0
      ? [decoded(field), '']
      : [decoded(field.slice(0, equals)), decoded(field.slice(equals + 1))];
  }
}

/** Undoes form encoding. A `%` that escapes nothing stays; bytes that are not UTF-8 count as ISO-8859-1. */
function decoded(text: string): string {
  if (!/[%+]/.test(text)) return text;
  return text.replaceAll('+', ' ').replace(/(?:%[\da-f]{2})+/gi, (escapes) => {
    try {
      return decodeURIComponent(escapes);
    } catch {
      return escapes.replace(/%(..)/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
    }
  });
}
