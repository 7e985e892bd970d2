/** Makes undici's errors say whether the request can have been sent, in the terms of the client. */
import { readNetworkFailure } from '../failure/network-failure.ts';
import { notSentCodes } from '../failure/processing.ts';

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
      'The connection failed after the request was begun.',
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
export function startedAgain(): Error {
  const message = 'The connection broke, and the request is not written again.';
  return failure(message, 'ECONNRESET', 'write');
}

/** Shaped like an error of Node's sockets, which the client knows how to read. */
function failure(message: string, code: string, syscall: string, cause?: unknown): Error {
  return Object.assign(new Error(message, cause === undefined ? undefined : { cause }), {
    code,
    syscall,
  });
}
