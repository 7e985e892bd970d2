/** One attempt: an exchange and the reading of its body, under one timeout and one signal. */
import { AttemptTimeout, FetchFailed, UnusableResponse } from '../failure/attempt-errors.ts';
import type { FetchedResponse, FetchFunction, FetchInit } from '../options/options.ts';
import { onAbort } from './abort.ts';
import { type OpenBody, readBody, type ReadBody } from './body.ts';

/** What an attempt brought. */
export interface Received extends ReadBody {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Rejects with an error of attempt-errors.ts, or with the caller's abort reason. Always ends in time,
 * also with a fetch that ignores its signal, and leaves neither timer nor listener.
 */
export function attempt(
  fetch: FetchFunction,
  url: string,
  init: Omit<FetchInit, 'signal'>,
  timeout: number,
  caller: AbortSignal | undefined,
): Promise<Received> {
  return new Promise((resolve, reject) => {
    // Not AbortSignal.timeout and AbortSignal.any: they cost ten times as much, and on a
    // long-lived signal they gather listeners.
    const controller = new AbortController();
    const open: OpenBody = {};
    const stop = (reason: unknown): void => {
      end();
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort reason is the caller's own value
      reject(reason);
      controller.abort(reason);
      open.cancel?.();
    };
    const timer = setTimeout(() => stop(new AttemptTimeout('The attempt timed out.')), timeout);
    const end = (): void => {
      clearTimeout(timer);
      release?.();
    };
    const release = caller && onAbort(caller, () => stop(caller.reason));
    exchange(fetch, url, Object.assign(init, { signal: controller.signal }), open).then(
      (received) => {
        end();
        resolve(received);
      },
      (error: unknown) => {
        end();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- exchange throws nothing but errors of attempt-errors.ts
        reject(error);
      },
    );
  });
}

async function exchange(
  fetch: FetchFunction,
  url: string,
  init: FetchInit,
  open: OpenBody,
): Promise<Received> {
  let response: FetchedResponse;
  try {
    response = await fetch(url, init);
  } catch (error) {
    throw new FetchFailed(error);
  }
  const { status, headers } = headOf(response);
  if (init.signal.aborted) {
    // This fetch did not listen, and the call has ended: only let go of the connection.
    const { body } = response as { body?: { cancel?: () => Promise<void> } | null };
    body?.cancel?.().catch(() => undefined);
    throw new AttemptTimeout('The attempt timed out.');
  }
  try {
    return { status, headers, ...(await readBody(response, open)) };
  } catch (error) {
    // A refusal is one whether or not its explanation arrives.
    if (status < 200 || status > 299) {
      return { status, headers, bytes: new Uint8Array(), isWhole: true };
    }
    throw error instanceof UnusableResponse ? error : new FetchFailed(error, status);
  }
}

interface Head {
  readonly status: number;
  readonly headers: Headers;
}

/** Read once: a response of the caller's fetch may be anything, and its getters may throw. */
function headOf(response: FetchedResponse): Head {
  try {
    const { status, headers } = response;
    if (typeof status === 'number' && typeof headers.get === 'function') {
      return { status, headers: plainHeaders(headers) };
    }
  } catch {
    // Not a Response either.
  }
  throw new UnusableResponse('not a Response');
}

/** Headers of the runtime's own, whose `get` cannot throw. */
function plainHeaders(headers: FetchedResponse['headers']): Headers {
  const isOwn = Object.getPrototypeOf(headers) === Headers.prototype;
  if (isOwn && !Object.hasOwn(headers, 'get')) return headers as Headers;
  if (Symbol.iterator in headers) return new Headers(headers as Headers);
  const copy = new Headers();
  for (const name of usedHeaders) {
    const value = headers.get(name);
    if (value !== null) copy.set(name, value);
  }
  return copy;
}

/** Of headers that cannot be listed. */
const usedHeaders = ['content-type', 'content-length', 'retry-after', 'date'];
