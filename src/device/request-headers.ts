/** Reads a header of a request, whatever the framework calls a request's headers. */

/** Node's `IncomingHttpHeaders`, a `Headers` object, or a plain record with names in any case. */
export type RequestHeaders =
  | {
      /** The value of a header, in any case of its name; `null` where it is missing. */
      get(name: string): string | null;
    }
  | Readonly<Record<string, string | readonly string[] | undefined>>;

/**
 * The values of a header in their order, one for each line where the framework keeps them apart.
 *
 * @param name - In lower case.
 */
export function headerLines(headers: RequestHeaders, name: string): string[] {
  if (isHeaders(headers)) return textsOf(headers.get(name));
  return Object.keys(headers)
    .filter((key) => key.length === name.length && key.toLowerCase() === name)
    .flatMap((key) => textsOf(headers[key]));
}

/** A client's header named `get` is a text, not a method. */
function isHeaders(headers: RequestHeaders): headers is { get(name: string): string | null } {
  return typeof memberOf(headers, 'get') === 'function';
}

function textsOf(value: unknown): string[] {
  const values: unknown[] = Array.isArray(value) ? value : [value];
  return values.filter((text) => typeof text === 'string');
}

/**
 * The member of an object, its own or that of its class (`headers` of Node's request is one); never that of a
 * polluted `Object.prototype`, which would choose whom to trust.
 */
export function memberOf(object: object, name: string): unknown {
  for (let at: unknown = object; isObject(at); at = Object.getPrototypeOf(at)) {
    // The prototype of all, of this realm or another: nothing is above it.
    if (at !== object && Object.getPrototypeOf(at) === null) return undefined;
    if (Object.hasOwn(at, name)) return Reflect.get(object, name);
  }
  return undefined;
}

export function isObject(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}
