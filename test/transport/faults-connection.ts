/** Faults below HTTP: nobody there, nobody trustworthy, or nobody who stays. */
import { serve, serveAndEnd, type Fault, type Outcome } from './fault.ts';

const lost: Outcome = { error: 'ConnectionError', code: 'CONNECTION_LOST' };
const notHttp: Outcome = { error: 'ConnectionError', code: 'RESPONSE_NOT_HTTP' };
const timeout: Outcome = { error: 'TimeoutError', code: 'TIMEOUT' };
const tlsFailed: Outcome = { error: 'ConnectionError', code: 'TLS_FAILED' };

/** No byte of a request can have arrived. */
export const connecting: readonly Fault[] = [
  {
    name: 'nothing listens on the port',
    outcome: { error: 'ConnectionError', code: 'CONNECTION_REFUSED' },
    retried: 'all calls',
  },
  {
    name: 'the host name does not resolve',
    // No resolver must be asked to know that a label of 64 letters does not exist.
    baseUrl: `https://${'a'.repeat(64)}.invalid`,
    outcome: { error: 'ConnectionError', code: 'DNS_FAILED' },
    retried: 'all calls',
  },
  {
    name: 'the port is one that fetch does not connect to',
    baseUrl: 'http://127.0.0.1:9',
    outcome: { error: 'ConnectionError', code: 'CONNECTION_FAILED' },
    retried: 'all calls',
  },
  {
    name: 'the certificate is self-signed',
    tls: 'self-signed',
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'the certificate has expired',
    tls: 'expired',
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'the certificate is for another host',
    tls: 'wrong host',
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'the server speaks only an old TLS version',
    tls: 'old version',
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'plain HTTP is spoken where TLS is expected',
    baseUrl: 'https://localhost',
    behaviour: { onHead: (socket) => (socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), false) },
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'the connection ends in the middle of the TLS handshake',
    baseUrl: 'https://localhost',
    behaviour: { onHead: (socket) => (socket.end(), false) },
    outcome: tlsFailed,
    retried: 'all calls',
  },
  {
    name: 'the TLS handshake never ends',
    baseUrl: 'https://localhost',
    behaviour: { onHead: () => false },
    timeout: 150,
    outcome: timeout,
    retried: 'unbilled calls',
  },
];

/** The request may have arrived; nothing that is billed is retried. */
export const waiting: readonly Fault[] = [
  {
    name: 'the connection is accepted and closed at once',
    behaviour: { onConnection: (socket) => (socket.end(), false) },
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'the connection is reset when the request begins to arrive',
    behaviour: { onHead: (socket) => (socket.resetAndDestroy(), false) },
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'the connection is accepted, and then nothing',
    behaviour: { onConnection: (socket) => (socket.pause(), false) },
    timeout: 150,
    outcome: timeout,
    retried: 'unbilled calls',
  },
  {
    name: 'the whole request is read, and the connection reset',
    behaviour: { onRequest: (socket) => socket.resetAndDestroy() },
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'the whole request is read, and the connection closed',
    behaviour: serveAndEnd(''),
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'the whole request is read, and no response comes',
    behaviour: serve(''),
    timeout: 150,
    outcome: timeout,
    retried: 'unbilled calls',
  },
  {
    name: 'half a status line',
    behaviour: serveAndEnd('HTTP/1.1 20'),
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'half a header',
    behaviour: serveAndEnd('HTTP/1.1 200 OK\r\nContent-Ty'),
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'headers that do not end',
    behaviour: serve('HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n'),
    timeout: 150,
    outcome: timeout,
    retried: 'unbilled calls',
  },
  {
    name: 'headers of 100 kB',
    behaviour: serve(`HTTP/1.1 200 OK\r\nX: ${'x'.repeat(100_000)}\r\nContent-Length: 2\r\n\r\n{}`),
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'only interim responses (100), then nothing',
    behaviour: serve('HTTP/1.1 100 Continue\r\n\r\n'.repeat(3)),
    timeout: 150,
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'the protocol is switched (101)',
    behaviour: serve(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: x\r\nConnection: Upgrade\r\n\r\n',
    ),
    outcome: lost,
    retried: 'unbilled calls',
  },
  {
    name: 'a response in another protocol',
    behaviour: serveAndEnd('SSH-2.0-OpenSSH_9.6\r\n\r\n'),
    outcome: notHttp,
    retried: 'unbilled calls',
  },
  {
    name: 'the request itself comes back',
    behaviour: {
      onRequest: (socket, { head, body }) => void socket.end(`${head}\r\n\r\n${body}`),
    },
    outcome: notHttp,
    retried: 'unbilled calls',
  },
  {
    name: 'two different lengths',
    behaviour: serve('HTTP/1.1 200 OK\r\nContent-Length: 2\r\nContent-Length: 3\r\n\r\n{}'),
    outcome: notHttp,
    retried: 'unbilled calls',
  },
  {
    name: 'a length together with chunks',
    behaviour: serve(
      'HTTP/1.1 200 OK\r\nContent-Length: 2\r\nTransfer-Encoding: chunked\r\n\r\n2\r\n{}\r\n0\r\n\r\n',
    ),
    outcome: notHttp,
    retried: 'unbilled calls',
  },
  {
    name: 'a status of four digits',
    behaviour: serve('HTTP/1.1 2000 OK\r\nContent-Length: 2\r\n\r\n{}'),
    outcome: notHttp,
    retried: 'unbilled calls',
  },
];
