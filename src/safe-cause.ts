/**
 * Makes what a runtime threw fit to be somebody's `cause`: a copy without whatever else hangs on it.
 *
 * undici puts the bytes of a broken answer and details of the socket on its errors, and a fetch of
 * the user's own may put the whole request there, headers included.
 */
import { type Redact } from './redact.ts';

/** What the copy keeps beside name, message and stack: all of it says where and why. */
const kept = ['code', 'errno', 'syscall', 'hostname', 'address', 'port', 'reason'] as const;

/**
 * The thrown error itself where nothing on it needs cutting, so that it stays identical for the
 * user whose fetch threw it; otherwise a copy. Always an Error.
 */
export function safeCause(thrown: unknown, redact: Redact, depth = 0): Error {
  try {
    return isError(thrown) ? safeError(thrown, redact, depth) : new Error(redact(describe(thrown)));
  } catch {
    return new Error('The cause cannot be read.'); // A getter or a proxy threw.
  }
}

function safeError(thrown: Error, redact: Redact, depth: number): Error {
  const cause = thrown.cause;
  // Deeper than this is a loop or no help.
  const safe = cause === undefined || depth > 4 ? undefined : safeCause(cause, redact, depth + 1);
  if (isClean(thrown, redact) && safe === cause) return thrown;

  const copy = new Error(
    redact(textOf(thrown.message)),
    safe === undefined ? undefined : { cause: safe },
  );
  define(copy, 'name', redact(textOf(thrown.name)));
  define(copy, 'stack', redact(textOf(thrown.stack)));
  for (const name of kept) {
    const value: unknown = Reflect.get(thrown, name);
    if (typeof value === 'number') define(copy, name, value);
    if (typeof value === 'string') define(copy, name, redact(value));
  }
  return copy;
}

/** What should be a string need not be one. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** Nothing on it but plain values, and nothing secret in them. */
function isClean(error: Error, redact: Redact): boolean {
  return Reflect.ownKeys(error).every((key) => {
    if (key === 'cause') return true;
    const value: unknown = Reflect.get(error, key);
    if (typeof value === 'string') return redact(value) === value;
    return typeof value !== 'object' && typeof value !== 'function' && typeof value !== 'symbol';
  });
}

/** Also of another realm. */
function isError(value: unknown): value is Error {
  if (value instanceof Error) return true;
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Error]' || tag === '[object DOMException]';
}

function describe(thrown: unknown): string {
  return typeof thrown === 'string'
    ? `Thrown: ${thrown}`
    : `Thrown: a value of type ${typeof thrown}`;
}

function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, {
    value,
    enumerable: false,
    configurable: true,
    writable: true,
  });
}
