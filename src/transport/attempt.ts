/**
 * One attempt: an exchange and the reading of its body, under one timeout and one signal. The reading stops
 * where a body grows beyond what any response can be.
 */
import { AttemptTimeout, FetchFailed, UnusableResponse } from '../failure/attempt-failure.ts';
import type { FetchedResponse, FetchFunction, FetchInit } from '../options/options.ts';
import { onAbort } from './clock.ts';

/** What an attempt brought. */
export interface Received extends ReadBody {
  readonly status: number;
  readonly headers: Headers;
}

/**
 * Rejects with a class of attempt-failure.ts, or with the caller's abort reason. Always ends in time,
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
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- exchange throws nothing but the classes of attempt-failure.ts
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

/**
 * In bytes, decompressed. A full response of Factors has about 10 kB, the longest page of
 * dispositions (1,000 updates with notes of 500 characters) below 3 MB.
 */
export const bodyLimit: number = 8 * 1024 * 1024;

/** A body, or as much of it as was read before it grew too long. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** What a response of `minfraud-sdk/undici` can do besides: read without a stream. */
interface BoundedResponse {
  readonly readUpTo?: (limit: number) => Promise<ReadBody>;
}

/** Lets the attempt that started the reading end it, also where fetch does not listen to its signal. */
export interface OpenBody {
  cancel?: () => void;
}

/**
 * Resolves with the body; rejects with what reading it rejects with, or with UnusableResponse.
 *
 * By its reader where there is one. node-fetch gives a stream of Node's instead, and React Native none.
 */
async function readBody(
  response: FetchedResponse,
  open: OpenBody,
  limit: number = bodyLimit,
): Promise<ReadBody> {
  // Half the cost of a stream, where the fetch is one of minfraud-sdk/undici.
  const bounded = await (response as BoundedResponse).readUpTo?.(limit);
  if (bounded !== undefined) return bounded;
  const stream = response.body as ReadableStream<Uint8Array> | null | undefined;
  if (response.bodyUsed === true || stream?.locked === true) throw new UnusableResponse('consumed');
  if (stream === null) return { bytes: new Uint8Array(), isWhole: true };
  if (typeof stream?.getReader !== 'function') {
    if (typeof response.arrayBuffer !== 'function') throw new UnusableResponse('not a Response');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, isWhole: bytes.byteLength <= limit };
  }
  const reader = stream.getReader();
  // Closes the connection: the rest is not read. Fails where the stream has failed already.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  open.cancel = cancel;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(chunks, length), isWhole: true };
    chunks.push(value);
    length += value.byteLength;
    if (length > limit) {
      cancel();
      return { bytes: joined(chunks, length), isWhole: false };
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  // Nearly every response is one chunk.
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
