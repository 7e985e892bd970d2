/**
 * Makes the `cause` of an error out of what a runtime or a fetch of the application threw: a new error
 * with what says where and why. The one that was thrown may carry anything: undici puts the bytes of a
 * broken response on its errors, and a wrapper may put the whole request there.
 */
import { withoutSecrets } from './secrets.ts';

/** What is kept in addition to name, message and stack. */
const kept = ['code', 'errno', 'syscall', 'hostname', 'address', 'port'] as const;

const longestText = 300;
const mostFrames = 10;

/** Causes below this are a loop or no help. */
const deepest = 4;

/** Always an Error, and never throws. */
export function safeCause(thrown: unknown, secrets: readonly string[], depth = 0): Error {
  try {
    return copyOf(thrown, secrets, depth);
  } catch {
    return new Error('The cause cannot be read.'); // A getter or a proxy threw.
  }
}

function copyOf(thrown: unknown, secrets: readonly string[], depth: number): Error {
  const cut = (text: unknown): string =>
    typeof text === 'string' ? withoutSecrets(text, secrets, longestText) : '';
  if (!isError(thrown)) {
    return new Error(`Thrown: ${typeof thrown === 'string' ? cut(thrown) : `a ${typeof thrown}`}`);
  }
  const { cause, name, message, stack } = thrown;
  const below =
    cause === undefined || depth >= deepest
      ? undefined
      : { cause: safeCause(cause, secrets, depth + 1) };
  const copy = new Error(cut(message), below);
  const frames = typeof stack === 'string' ? stack.slice(0, 20_000).split('\n') : [];
  const calls = frames.filter((line) => /^\s+at /.test(line)).slice(0, mostFrames);
  const head = `${cut(name)}: ${copy.message}`;
  define(copy, 'name', cut(name));
  define(copy, 'stack', [head, ...calls.map((line) => `    ${cut(line)}`)].join('\n'));
  for (const property of kept) {
    const value: unknown = Reflect.get(thrown, property);
    if (typeof value === 'number') define(copy, property, value);
    if (typeof value === 'string') define(copy, property, cut(value));
  }
  return copy;
}

/** Also of another realm. */
function isError(value: unknown): value is Error {
  if (value instanceof Error) return true;
  const tag = Object.prototype.toString.call(value);
  return tag === '[object Error]' || tag === '[object DOMException]';
}

function define(error: Error, name: string, value: unknown): void {
  Object.defineProperty(error, name, {
    value,
    enumerable: false,
    configurable: true,
    writable: true,
  });
}
