/** One attempt: an exchange and the reading of its body, under one timeout and one signal. */
import { AttemptTimeout, FetchFailed, UnusableResponse } from '../failure/attempt-errors.ts';
import type { FetchedResponse, FetchFunction, FetchInit } from '../options/options.ts';
import { onAbort } from './abort.ts';
import { type OpenBody, readBody, type ReadBody } from './body.ts';

/** What an attempt brought. */
export interface Received extends ReadBody {
  readonly status: number;
  readonly headers: FetchedResponse['headers'];
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
    exchange(fetch, url, { signal: controller.signal, ...init }, open).then(
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
  if (!isResponse(response)) throw new UnusableResponse('not a Response');
  if (init.signal.aborted) {
    // This fetch did not listen, and the call has ended: only let go of the connection.
    const { body } = response as { body?: { cancel?: () => Promise<void> } | null };
    body?.cancel?.().catch(() => undefined);
    throw new AttemptTimeout('The attempt timed out.');
  }
  const { status, headers } = response;
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

function isResponse(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { status, headers } = value as { status?: unknown; headers?: { get?: unknown } };
  return typeof status === 'number' && typeof headers?.get === 'function';
}
