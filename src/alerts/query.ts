/** Reads query strings the way they came, without ever failing on what is in them. */

/**
 * Everything behind the `?` of a request's URL, not decoded and not rewritten: what a signature is
 * computed over. `new URL(…).search` is not the same, since it escapes some characters anew.
 *
 * @param url - A whole URL, or what node:http calls `request.url`: path and query.
 * @returns `''` when the URL has no query.
 */
export function rawQuery(url: string): string {
  const start = url.indexOf('?');
  if (start < 0) return '';
  const end = url.indexOf('#', start);
  return end < 0 ? url.slice(start + 1) : url.slice(start + 1, end);
}

/** The query of a URL, or the text itself when it is a query already. */
export function queryOf(urlOrQuery: string | URL): string {
  const text = String(urlOrQuery);
  // A bare query may hold `?`, `/` and `:` inside a value: only what comes before the first field counts.
  const field = text.search(/[=&]/);
  const beforeFields = field < 0 ? text : text.slice(0, field);
  if (beforeFields.includes('?')) return rawQuery(text);
  return /^[a-z][\w+.-]*:\/\/|^\//i.test(beforeFields) ? '' : text;
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

/** Undoes form encoding. A `%` that escapes nothing stays; bytes that are no UTF-8 count as ISO-8859-1. */
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
