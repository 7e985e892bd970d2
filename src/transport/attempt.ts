/** One attempt: an exchange and the reading of its body, under one timeout and one signal. */
import { onAbort } from './abort.ts';
import { type BodyTooLarge, type OpenBody, readBody } from './body.ts';
import type { Transport, WireRequest } from './transport.ts';

/** What an attempt brought. `body` is told apart by its class. */
export interface Received {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Uint8Array | BodyTooLarge;
}

/** The attempt took longer than it might. Its name is the one that a fetch expects of a timeout. */
export class AttemptTimeout extends Error {
  override readonly name = 'TimeoutError';
}

/** Fetch, or the stream of a body, failed. Wraps what was thrown: it may be anything. */
export class FetchFailed extends Error {
  readonly thrown: unknown;
  /** Of an answer whose head came. */
  readonly status: number | undefined;

  constructor(thrown: unknown, status?: number) {
    super('fetch failed');
    this.thrown = thrown;
    this.status = status;
  }
}

/** What the `fetch` option returned is no Response. */
export class NotAResponse extends Error {}

/**
 * Rejects with {@link AttemptTimeout}, {@link FetchFailed}, {@link NotAResponse}, or the caller's
 * abort reason. Always ends in time, also with a fetch that ignores
 * its signal, and leaves neither timer nor listener.
 */
export function attempt(
  transport: Transport,
  request: Omit<WireRequest, 'signal'>,
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
    exchange(transport, { ...request, signal: controller.signal }, open).then(
      (received) => {
        end();
        resolve(received);
      },
      (error: unknown) => {
        end();
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- exchange throws nothing but errors of this file
        reject(error);
      },
    );
  });
}

async function exchange(
  transport: Transport,
  request: WireRequest,
  open: OpenBody,
): Promise<Received> {
  let response: Response;
  try {
    response = await transport(request);
  } catch (error) {
    throw new FetchFailed(error);
  }
  if (!isResponse(response)) throw new NotAResponse('not a Response');
  if (request.signal.aborted) {
    // This fetch did not listen; nobody waits any more, so only let go of the connection.
    response.body?.cancel().catch(() => undefined);
    throw new AttemptTimeout('The attempt timed out.');
  }
  const { status, headers } = response;
  try {
    return { status, headers, body: await readBody(response, open) };
  } catch (error) {
    // A refusal is one whether or not its explanation arrives.
    if (status < 200 || status > 299) return { status, headers, body: new Uint8Array() };
    throw new FetchFailed(error, status);
  }
}

function isResponse(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  const { status, headers } = value as { status?: unknown; headers?: { get?: unknown } };
  return typeof status === 'number' && typeof headers?.get === 'function';
}
