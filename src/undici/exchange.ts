/** One request and its response, as undici tells of them; its errors say whether the request can have been sent. */
import type { Dispatcher } from 'undici';
import { readNetworkFailure } from '../failure/network-failure.ts';
import { notSentCodes } from '../failure/processing.ts';
import { IncomingBody } from './incoming-body.ts';
import { UndiciResponse } from './response.ts';

/**
 * Resolves when the head of a response has come. Rejects with the signal's reason, or with an error
 * that says whether the request can have been sent.
 */
export function exchange(
  dispatcher: Dispatcher,
  request: Dispatcher.DispatchOptions,
  url: string,
  signal: AbortSignal | undefined,
): Promise<Response> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted();
    const handler = new Exchange(url, signal, resolve, reject);
    try {
      dispatcher.dispatch(request, handler);
    } catch (error) {
      // A request that a dispatcher refuses to take.
      handler.onResponseError(null, error);
    }
  });
}

type Controller = Dispatcher.DispatchController;

class Exchange implements Dispatcher.DispatchHandler {
  readonly #url: string;
  readonly #signal: AbortSignal | undefined;
  readonly #resolve: (response: Response) => void;
  readonly #reject: (error: unknown) => void;
  /** Once it is there, the request is being written. */
  #controller: Controller | undefined;
  /** Once it is there, the promise is resolved, and failures are the body's. */
  #body: IncomingBody | undefined;

  constructor(
    url: string,
    signal: AbortSignal | undefined,
    resolve: (response: Response) => void,
    reject: (error: unknown) => void,
  ) {
    this.#url = url;
    this.#signal = signal;
    this.#resolve = resolve;
    this.#reject = reject;
    signal?.addEventListener('abort', this.#abort);
  }

  /** A connection is there, and the request is written to it when this returns. */
  onRequestStart(controller: Controller): void {
    if (this.#signal?.aborted === true) {
      // Aborted while it waited for the connection.
      controller.abort(asError(this.#signal.reason));
    } else if (this.#controller !== undefined) {
      // undici starts some requests again when an HTTP/2 connection breaks under them. What may
      // be sent twice is decided by the client, which knows what is billed.
      const error = startedAgain();
      this.#fail(error);
      controller.abort(error);
    } else {
      this.#controller = controller;
    }
  }

  onResponseStart(
    controller: Controller,
    status: number,
    headers: Record<string, string | string[] | undefined>,
    statusText = '',
  ): void {
    if (status < 200) return; // A hint; the response is still to come.
    this.#body = new IncomingBody((reason) => controller.abort(reason));
    const head = { url: this.#url, status, statusText, headers: headersOf(headers) };
    this.#resolve(new UndiciResponse(head, this.#body));
  }

  onResponseData(_: Controller, chunk: Uint8Array): void {
    this.#body?.push(chunk);
  }

  onResponseEnd(): void {
    this.#release();
    this.#body?.end();
  }

  onResponseError(_: Controller | null, error: unknown): void {
    this.#fail(failureOf(error, this.#controller !== undefined));
  }

  #fail(error: unknown): void {
    this.#release();
    // Of a promise and a body only the first end counts.
    this.#reject(error);
    this.#body?.fail(error);
  }

  readonly #abort = (): void => {
    const reason: unknown = this.#signal?.reason;
    this.#fail(reason);
    this.#controller?.abort(asError(reason));
  };

  #release(): void {
    this.#signal?.removeEventListener('abort', this.#abort);
  }
}

function headersOf(received: Record<string, string | string[] | undefined>): Headers {
  const headers = new Headers();
  for (const [name, value] of Object.entries(received)) {
    if (typeof value === 'string') headers.append(name, value);
    else for (const each of value ?? []) headers.append(name, each);
  }
  return headers;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}

/**
 * undici tells when it begins to write a request, which is more than its errors tell: a proxy that
 * refuses the tunnel looks like a broken connection, and a retry that was configured in the
 * dispatcher may end in a refused one.
 *
 * The error itself where the client reads the same from it, otherwise one with it as its cause.
 */
export function failureOf(error: unknown, started: boolean): unknown {
  const code = readNetworkFailure(error, false);
  if (notSentCodes.has(code) !== started) return error;
  if (started) {
    return failure(
      'The connection failed after the request was started.',
      'ECONNRESET',
      'write',
      error,
    );
  }
  // A TLS alert or a bad record may come at any time: `connect` says that it came before the request.
  const tls = code === 'TLS_BROKEN' ? (error as { code: string }).code : 'ECONNABORTED';
  return failure('No connection was made.', tls, 'connect', error);
}

/** For a request that undici would write a second time. */
function startedAgain(): Error {
  const message = 'The connection was lost, and the request is not retried.';
  return failure(message, 'ECONNRESET', 'write');
}

/** Shaped like an error of Node's sockets, which the client knows how to read. */
function failure(message: string, code: string, syscall: string, cause?: unknown): Error {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), {
    code,
    syscall,
  });
}
