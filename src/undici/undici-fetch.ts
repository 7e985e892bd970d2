/**
 * A fetch on undici's `Dispatcher.dispatch`. Most of what a call costs on Node is fetch itself;
 * this does what the client needs of it, on the same connections, at a fraction of that.
 */
import { createRequire } from 'node:module';
import type * as Undici from 'undici';
import type { Dispatcher } from 'undici';
import { exchange } from './exchange.ts';

/** Options of `undiciFetch`. */
export interface UndiciFetchOptions {
  /**
   * Where connections come from: an undici `Agent` (with certificates of your own, a limit on
   * connections, …), `ProxyAgent`, `EnvHttpProxyAgent`, or any other dispatcher. Its owner closes it.
   * Default: a new `Agent`.
   *
   * @example
   * const fetch = undiciFetch({ dispatcher: new Agent({ connections: 32 }) });
   */
  readonly dispatcher?: Dispatcher | undefined;
}

/** The part of `fetch` that it understands. */
export type UndiciFetch = (url: string, init?: RequestInit) => Promise<Response>;

/**
 * Makes the function for the client's `fetch` option. Make one for the life of a process: it owns
 * the connections. Idle ones do not keep the process alive.
 *
 * It understands what the client asks for: a URL string, headers, a string as body, a signal. It
 * follows no redirects and asks for no compression, but reads gzip, brotli and deflate.
 *
 * @example
 * const client = new MinFraud({ fetch: undiciFetch() });
 * @throws Error when no dispatcher is given and the package undici is not installed, and TypeError for an
 *   option that does not exist.
 */
export function undiciFetch(options: UndiciFetchOptions = {}): UndiciFetch {
  refuseUnknown(options);
  const dispatcher = options.dispatcher ?? defaultDispatcher();
  return async (input, { method = 'GET', headers, body, signal } = {}) => {
    const { origin, pathname, search } = new URL(input);
    const request: Dispatcher.DispatchOptions = {
      origin,
      path: pathname + search,
      method,
      headers: plain(headers),
      body: textOf(body),
    };
    return exchange(dispatcher, request, input, signal ?? undefined);
  };
}

/** A misspelled `dispatcher` would send orders past the proxy that they should go through. */
function refuseUnknown(options: UndiciFetchOptions): void {
  const isDispatcher = typeof (options as { dispatch?: unknown }).dispatch === 'function';
  const [unknown] = Object.keys(options).filter((name) => name !== 'dispatcher');
  if (isDispatcher || unknown !== undefined) {
    throw new TypeError('undiciFetch takes one option: undiciFetch({ dispatcher }).');
  }
}

/** A copy: undici's `ProxyAgent` adds to what it is given. */
function plain(headers: RequestInit['headers']): Record<string, string> {
  const isPlain = headers === undefined || Object.getPrototypeOf(headers) === Object.prototype;
  return isPlain
    ? { ...(headers as Record<string, string>) }
    : Object.fromEntries(new Headers(headers));
}

function textOf(body: RequestInit['body']): string | null {
  if (body === undefined || body === null || typeof body === 'string') return body ?? null;
  throw new TypeError('undiciFetch sends only string bodies: convert the body to a string.');
}

/**
 * Loaded only here, so that a program which passes a dispatcher needs no second copy of undici,
 * and one without undici gets a sentence instead of a resolution error from within this package.
 */
function defaultDispatcher(): Undici.Dispatcher {
  let undici: typeof Undici;
  try {
    undici = createRequire(import.meta.url)('undici') as typeof Undici;
  } catch (cause) {
    throw new Error(missing, { cause });
  }
  return new undici.Agent();
}

const missing =
  'undiciFetch() needs the package undici: run "npm install undici@7" (Node 20) or "npm install undici@8" (Node 22.19 and newer), or pass a dispatcher: undiciFetch({ dispatcher }).';
