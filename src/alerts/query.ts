/** Reads query strings as they came, and never fails on what is in them. */

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
