/** Objects that came from outside: told apart from other values, and filled without surprises. */

/** True for objects, and not for lists and null. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Not an assignment, which would set the prototype when the name is `__proto__`. */
export function define(target: object, name: string, value: unknown): void {
  Object.defineProperty(target, name, {
    value,
    enumerable: true,
    writable: true,
    configurable: true,
  });
}

/**
 * A property that is the caller's: the object's own or of its class. What stands on Object.prototype is common
 * to all objects, and may have been put there by an attack: it must not choose where requests go.
 */
export function given(options: object, name: string): unknown {
  let owner: object | null = options;
  while (owner !== null && owner !== Object.prototype) {
    if (Object.hasOwn(owner, name)) return Reflect.get(options, name);
    owner = Object.getPrototypeOf(owner) as object | null;
  }
  return undefined;
}

/**
 * Whether Object.prototype holds more than the language puts there, which may choose where a request goes: then
 * what is handed on is copied to where nothing is read from it. All else takes the quick way.
 */
export function isPrototypePolluted(): boolean {
  return Reflect.ownKeys(Object.prototype).some((key) => !ofTheLanguage.has(key));
}

/** ECMA-262, 20.1.3 and B.2.2. */
const ofTheLanguage: ReadonlySet<PropertyKey> = /* @__PURE__ */ new Set(
  (
    'constructor hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString toString valueOf ' +
    '__proto__ __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__'
  ).split(' '),
);
