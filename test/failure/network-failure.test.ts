import { describe, expect, test } from '@jest/globals';
import { readNetworkFailure } from '../../src/failure/network-failure.ts';
import { notSentCodes } from '../../src/failure/processing.ts';

interface Shape {
  readonly name?: string;
  readonly message?: string;
  readonly code?: string;
  readonly syscall?: string;
  readonly cause?: Shape;
  readonly errors?: readonly Shape[];
}

function thrown({ cause, ...shape }: Shape): Error {
  return Object.assign(new Error(shape.message), shape, cause && { cause: thrown(cause) });
}

function undici(cause: Shape): Shape {
  return { name: 'TypeError', message: 'fetch failed', cause };
}

function bun(code: string, message = ''): Shape {
  return { name: 'TypeError', message: `${code}: ${message}`, code };
}

function deno(what: string): Shape {
  const message = `error sending request for url (https://localhost/x): ${what}`;
  return { name: 'TypeError', message: 'fetch failed', cause: { name: 'Error', message } };
}

/** As recorded on Node 20.20 and 24, Bun 1.4 and Deno 2.9. */
const unsent: Readonly<Record<string, readonly (readonly [string, Shape])[]>> = {
  CONNECTION_REFUSED: [
    [
      'Node',
      undici({
        message: 'connect ECONNREFUSED 127.0.0.1:59999',
        code: 'ECONNREFUSED',
        syscall: 'connect',
      }),
    ],
    [
      'Node, several addresses',
      undici({ name: 'AggregateError', code: 'ECONNREFUSED', errors: [] }),
    ],
    ['node:https', { message: 'connect ECONNREFUSED', code: 'ECONNREFUSED', syscall: 'connect' }],
    ['Bun', bun('ECONNREFUSED', 'Unable to connect. Is the computer able to access the url?')],
    ['older Bun', bun('ConnectionRefused')],
    ['Deno', deno('client error (Connect): tcp connect error: Connection refused (os error 111)')],
  ],
  DNS_FAILED: [
    [
      'Node',
      undici({
        message: 'getaddrinfo ENOTFOUND x.invalid',
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
      }),
    ],
    [
      'Node, no resolver',
      undici({ message: 'getaddrinfo EAI_AGAIN x', code: 'EAI_AGAIN', syscall: 'getaddrinfo' }),
    ],
    [
      'Bun',
      { ...bun('ENOTFOUND'), message: 'getaddrinfo ENOTFOUND x.invalid', syscall: 'getaddrinfo' },
    ],
    [
      'Deno',
      deno(
        'client error (Connect): dns error: failed to lookup address information: Name or service not known',
      ),
    ],
  ],
  TLS_FAILED: [
    ['Node', undici({ message: 'self-signed certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' })],
    ['Node, expired', undici({ code: 'CERT_HAS_EXPIRED' })],
    ['Node, other host', undici({ code: 'ERR_TLS_CERT_ALTNAME_INVALID' })],
    ['Node, unknown authority', undici({ code: 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY' })],
    ['Node, plain HTTP', undici({ code: 'ERR_SSL_WRONG_VERSION_NUMBER' })],
    ['Node, old version', undici({ code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' })],
    [
      'Node, closed in handshake',
      undici({
        message: 'Client network socket disconnected before secure TLS connection was established',
        code: 'ECONNRESET',
      }),
    ],
    ['Bun', { message: 'self signed certificate', code: 'DEPTH_ZERO_SELF_SIGNED_CERT' }],
    [
      'Bun, plain HTTP',
      bun('EPROTO', 'The TLS handshake failed. Does the server speak TLS on this port?'),
    ],
    ['Deno', deno('client error (Connect): invalid peer certificate: Expired')],
    [
      'Deno, plain HTTP',
      deno('client error (Connect): received corrupt message of type InvalidContentType'),
    ],
    ['Deno, closed in handshake', deno('client error (Connect): tls handshake eof')],
    ['Deno, old version', deno('client error (Connect): received fatal alert: ProtocolVersion')],
  ],
  CONNECT_TIMEOUT: [
    ['Node', undici({ name: 'ConnectTimeoutError', code: 'UND_ERR_CONNECT_TIMEOUT' })],
    ['Node, by the system', undici({ code: 'ETIMEDOUT', syscall: 'connect' })],
    [
      'Node, several addresses',
      undici({
        name: 'AggregateError',
        code: 'ETIMEDOUT',
        errors: [{ code: 'ETIMEDOUT', syscall: 'connect' }],
      }),
    ],
    [
      'Deno',
      deno('client error (Connect): tcp connect error: Connection timed out (os error 110)'),
    ],
  ],
  CONNECTION_FAILED: [
    ['Node, no route', undici({ code: 'EHOSTUNREACH', syscall: 'connect' })],
    ['Node, reset while connecting', undici({ code: 'ECONNRESET', syscall: 'connect' })],
    ['Node, a forbidden port', undici({ message: 'bad port' })],
    ['older Bun', bun('FailedToOpenSocket', 'Was there a typo in the url or port?')],
    ['Deno', deno('client error (Connect): Connection reset by peer (os error 104)')],
  ],
};

const perhapsSent: Readonly<Record<string, readonly (readonly [string, unknown])[]>> = {
  CONNECTION_LOST: [
    ['Node, reset', undici({ message: 'read ECONNRESET', code: 'ECONNRESET', syscall: 'read' })],
    [
      'Node, closed',
      undici({ name: 'SocketError', message: 'other side closed', code: 'UND_ERR_SOCKET' }),
    ],
    ['Node, timed out on an open connection', undici({ code: 'ETIMEDOUT', syscall: 'read' })],
    ['Node, unreachable on an open connection', undici({ code: 'EHOSTUNREACH', syscall: 'read' })],
    ['Node, TLS broke later', undici({ code: 'ERR_SSL_DECRYPTION_FAILED_OR_BAD_RECORD_MAC' })],
    ['node:https', { message: 'socket hang up', code: 'ECONNRESET' }],
    ['Bun', bun('ECONNRESET', 'The socket connection was closed unexpectedly.')],
    ['older Bun', bun('ConnectionClosed')],
    ['Deno', deno('client error (SendRequest): connection closed before message completed')],
    ['Deno, body', { message: 'error reading a body from connection' }],
    ['Workers', { message: 'Network connection lost.' }],
    ['a browser', { name: 'TypeError', message: 'Failed to fetch' }],
    ['nothing known', {}],
    ['no error', undefined],
    ['null', null],
    ['a string', 'ECONNREFUSED'],
    ['codes that are no strings', { code: 7, syscall: {}, message: [] }],
  ],
  TIMEOUT: [
    ['Node, headers', undici({ code: 'UND_ERR_HEADERS_TIMEOUT' })],
    ['Node, body', undici({ code: 'UND_ERR_BODY_TIMEOUT' })],
    [
      'AbortSignal.timeout',
      { name: 'TimeoutError', message: 'The operation was aborted due to timeout' },
    ],
  ],
  RESPONSE_NOT_HTTP: [
    ['Node 20', undici({ name: 'HTTPParserError', code: 'HPE_INVALID_CONSTANT' })],
    ['Node 24', undici({ name: 'HTTPParserError' })],
    ['Bun', bun('Malformed_HTTP_Response')],
    ['Deno', deno('client error (SendRequest): invalid HTTP version parsed')],
  ],
  RESPONSE_UNREADABLE: [
    [
      'Node',
      { message: 'terminated', cause: { message: 'incorrect header check', code: 'Z_DATA_ERROR' } },
    ],
    ['Bun', bun('ZlibError')],
    ['Deno', { message: 'unexpected end of file' }],
  ],
};

describe.each(Object.entries(unsent))('%s: not a byte was sent', (code, shapes) => {
  test.each(shapes)('%s', (_, shape) => {
    expect(readNetworkFailure(thrown(shape), true)).toBe(code);
    expect(notSentCodes.has(code)).toBe(true);
  });
});

describe.each(Object.entries(perhapsSent))('%s: perhaps it was sent', (code, shapes) => {
  test.each(shapes)('%s', (_, shape) => {
    expect(readNetworkFailure(shape, true)).toBe(code);
    expect(notSentCodes.has(code)).toBe(false);
  });
});

test('of several addresses, one that may have got the request is enough', () => {
  const refused = { code: 'ECONNREFUSED', syscall: 'connect' };
  const reset = { code: 'ECONNRESET', syscall: 'read' };
  const failure = readNetworkFailure(undici({ errors: [refused, reset, refused] }), true);
  expect(failure).toBe('CONNECTION_LOST');
});

test.each([
  ['within errors', { errors: [{ code: 'ENOTFOUND' }] }],
  ['that are none', 'x'],
  ['null', null],
])('of several addresses, errors %s are doubtful', (_, inner) => {
  const failure = readNetworkFailure({ errors: [{ code: 'ECONNREFUSED' }, inner] }, true);
  expect(failure).toBe('CONNECTION_LOST');
});

test('errors that hold themselves end the search', () => {
  const error: { errors: unknown[] } = { errors: [] };
  error.errors.push(error, error);
  expect(readNetworkFailure(error, true)).toBe('CONNECTION_LOST');
});

test('a cause that is its own cause ends the search', () => {
  const error = new Error('loop');
  error.cause = error;
  expect(readNetworkFailure(error, true)).toBe('CONNECTION_LOST');
});

/** A TLS alert or a bad record: of the handshake, or of a connection on which the request was sent. */
const anyTime: readonly (readonly [string, Shape])[] = [
  ['a bad record', { code: 'ERR_SSL_WRONG_VERSION_NUMBER' }],
  ['an alert', { code: 'ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION' }],
  ['a refused handshake', { code: 'ERR_SSL_SSLV3_ALERT_HANDSHAKE_FAILURE' }],
  [
    'node:https',
    {
      message: 'write EPROTO ssl3_get_record:wrong version number',
      code: 'EPROTO',
      syscall: 'write',
    },
  ],
  ['Bun', { code: 'EPROTO', message: 'EPROTO: The TLS handshake failed.' }],
];

describe('a TLS error that may come at any time', () => {
  test.each(anyTime)('%s: from a fetch of the caller it was perhaps sent', (_, shape) => {
    expect(readNetworkFailure(thrown(shape), false)).toBe('TLS_BROKEN');
    expect(readNetworkFailure(thrown(undici(shape)), false)).toBe('TLS_BROKEN');
    expect(notSentCodes.has('TLS_BROKEN')).toBe(false);
  });

  test.each(anyTime)(
    '%s: so it was where another fetch stands in for the runtime’s',
    (_, shape) => {
      const ofNodeFetch = { ...shape, name: 'FetchError' };
      expect(readNetworkFailure(thrown(ofNodeFetch), true)).toBe('TLS_BROKEN');
    },
  );

  test('it is believed where the connect is named', () => {
    const shape = { code: 'ERR_SSL_WRONG_VERSION_NUMBER', syscall: 'connect' };
    expect(readNetworkFailure(thrown(shape), false)).toBe('TLS_FAILED');
  });
});
