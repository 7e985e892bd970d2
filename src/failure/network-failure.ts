/**
 * Reads from what a runtime's fetch threw whether the request can have reached the service.
 *
 * Every runtime tells it differently; the shapes below were recorded on Node 20 and 24 (undici: a
 * TypeError whose cause has `code` and `syscall`), Bun 1.4 (a TypeError with `code` itself) and
 * Deno 2.9 (only a message). What is not recognized counts as perhaps sent: a query that is sent
 * twice is billed twice, one that is not repeated costs the caller a retry by hand.
 */

import { notSentCodes } from './processing.ts';

/** What went wrong below HTTP. */
export type NetworkFailure = keyof typeof networkFailures;

/** Code → what a developer should look at. */
export const networkFailures = {
  CONNECTION_REFUSED: 'connection refused; check baseUrl, the network and firewalls',
  DNS_FAILED: 'the host name could not be resolved; check baseUrl and DNS',
  TLS_FAILED:
    'the TLS handshake failed; check the CA certificates and the system clock, and look for an intercepting proxy',
  TLS_BROKEN:
    'TLS failed during the handshake or later, so the request may have been processed; look for an intercepting proxy',
  CONNECT_TIMEOUT: 'connecting timed out; check the network and firewalls',
  CONNECTION_FAILED: 'the connection failed; check the network, proxies and firewalls',
  CONNECTION_LOST:
    'connection lost, or rejected by a proxy, before the response was complete; the request may have been processed',
  RESPONSE_NOT_HTTP:
    'the response is not HTTP; check that baseUrl points to the service, not to a proxy or another port',
  RESPONSE_UNREADABLE:
    'the body of the response could not be decompressed; look for a proxy that alters responses',
  TIMEOUT: 'timed out before the response was complete; the request may have been processed',
} as const;

/**
 * @param isOwnFetch - Whether the runtime's own fetch threw. It reports TLS alerts and bad records of the
 *   connect alone; from any other fetch they may belong to a connection on which the request was sent.
 */
export function readNetworkFailure(thrown: unknown, isOwnFetch: boolean): NetworkFailure {
  try {
    // What the fetch standard rejects with: a fetch that stands in for the runtime's has errors of its own.
    const ofConnect = isOwnFetch && (thrown as ErrorLike | undefined)?.name === 'TypeError';
    const code = search(thrown);
    return code === 'TLS_BROKEN' && ofConnect ? 'TLS_FAILED' : code;
  } catch {
    return 'CONNECTION_LOST'; // A getter or a proxy threw.
  }
}

function search(thrown: unknown): NetworkFailure {
  let next: unknown = thrown;
  // Bounded, because a cause may be its own.
  for (let depth = 0; depth < 8 && typeof next === 'object' && next !== null; depth++) {
    const error: ErrorLike = next;
    if (Array.isArray(error.errors) && error.errors.length > 0) return readAll(error.errors);
    const code = recognize(error);
    if (code !== undefined) return code;
    next = error.cause;
  }
  return 'CONNECTION_LOST';
}

/**
 * Happy eyeballs: one error for each address that was tried. Where any of them may have got the
 * request, or none is recognized, it was perhaps sent.
 */
function readAll(errors: readonly unknown[]): NetworkFailure {
  let last: NetworkFailure = 'CONNECTION_LOST';
  for (const error of errors) {
    const code = typeof error === 'object' && error !== null ? recognize(error) : undefined;
    if (code === undefined || !notSentCodes.has(code)) return code ?? 'CONNECTION_LOST';
    last = code;
  }
  return last;
}

interface ErrorLike {
  readonly name?: unknown;
  readonly code?: unknown;
  readonly syscall?: unknown;
  readonly message?: unknown;
  readonly cause?: unknown;
  readonly errors?: unknown;
}

/** Certificates that Node and Bun refuse are named by OpenSSL: X509_V_ERR_… without its prefix. */
const certificate =
  /^(CERT_|UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|INVALID_CA|HOSTNAME_MISMATCH|ERR_TLS_CERT|ERR_TLS_HANDSHAKE_TIMEOUT|UNKNOWN_CERTIFICATE)/;

/**
 * Of OpenSSL's protocol errors only those of a handshake: ERR_SSL_DECRYPTION_FAILED and its like
 * may come when the request is long gone.
 */
const handshake =
  /^ERR_SSL_(WRONG_VERSION_NUMBER|UNSUPPORTED_PROTOCOL|NO_PROTOCOLS_AVAILABLE|TLSV1_ALERT_PROTOCOL_VERSION|TLSV1_UNRECOGNIZED_NAME|S?SSLV3_ALERT_HANDSHAKE_FAILURE|SSL\/TLS_ALERT_HANDSHAKE_FAILURE)$/;

function recognize(error: ErrorLike): NetworkFailure | undefined {
  const code = typeof error.code === 'string' ? error.code : '';
  const syscall = typeof error.syscall === 'string' ? error.syscall : '';
  const message = typeof error.message === 'string' ? error.message : '';

  // No request is written before the certificate is checked.
  if (certificate.test(code)) return 'TLS_FAILED';
  if (handshake.test(code)) return syscall === 'connect' ? 'TLS_FAILED' : 'TLS_BROKEN';
  if (code === 'UND_ERR_CONNECT_TIMEOUT') return 'CONNECT_TIMEOUT';
  if (code === 'ECONNREFUSED' || code === 'ConnectionRefused') return 'CONNECTION_REFUSED';
  if (/^(ENOTFOUND|EAI_|DNS|ENODATA)/.test(code) || syscall === 'getaddrinfo') return 'DNS_FAILED';
  if (syscall === 'connect') {
    return code === 'ETIMEDOUT' ? 'CONNECT_TIMEOUT' : 'CONNECTION_FAILED';
  }
  if (code === 'FailedToOpenSocket') return 'CONNECTION_FAILED';
  // Node says so with the code ECONNRESET, Bun with EPROTO, node:https with EPROTO too.
  if (
    code === 'EPROTO' &&
    /wrong version number|unsupported protocol|alert protocol|TLS handshake failed/.test(message)
  ) {
    return 'TLS_BROKEN';
  }
  if (message.includes('before secure TLS connection was established')) return 'TLS_FAILED';
  const denoConnect = /client error \(Connect\): (.*)/.exec(message)?.[1];
  if (denoConnect !== undefined) return recognizeDenoConnect(denoConnect);
  if (code === '' && message === 'bad port') return 'CONNECTION_FAILED';

  if (/^UND_ERR_(HEADERS|BODY)_TIMEOUT$/.test(code) || error.name === 'TimeoutError') {
    return 'TIMEOUT';
  }
  // Deno says no more than this of an invalid gzip stream.
  if (
    /^(Z_|ERR__ERROR|ERR_BROTLI|Zlib|Brotli|Zstd)/.test(code) ||
    message === 'unexpected end of file'
  ) {
    return 'RESPONSE_UNREADABLE';
  }
  if (
    /^(HPE_|Malformed_HTTP|InvalidHTTP)/.test(code) ||
    error.name === 'HTTPParserError' ||
    /invalid HTTP (version|header|status)/i.test(message)
  ) {
    return 'RESPONSE_NOT_HTTP';
  }
  if (/^(ECONN|EPIPE|ETIMEDOUT|ENET|EHOST|UND_ERR_|ConnectionClosed|ERR_SSL_)/.test(code)) {
    return 'CONNECTION_LOST';
  }
  return undefined;
}

function recognizeDenoConnect(what: string): NetworkFailure {
  if (what.startsWith('dns error')) return 'DNS_FAILED';
  if (what.includes('Connection refused')) return 'CONNECTION_REFUSED';
  if (what.includes('timed out')) return 'CONNECT_TIMEOUT';
  if (/certificate|handshake|alert|corrupt message/.test(what)) return 'TLS_FAILED';
  return 'CONNECTION_FAILED';
}
