/** Reads a member of an object from outside, whatever `Object.prototype` was made to hold. */

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
