/** The promise: a scored query that may have been processed is never retried by this package. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { rawResponse, type SeenRequest, startHostileServer } from '../transport/hostile-server.ts';
import type { Socket } from 'node:net';

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const bodies: Readonly<Record<string, string>> = {
  empty: '',
  'of Envoy':
    'upstream connect error or disconnect/reset before headers. reset reason: connection termination',
  'of Varnish':
    '<html><head><title>503 Backend fetch failed</title></head><body><h1>Error 503 Backend fetch failed</h1></body></html>',
  'of HAProxy': '<html><body><h1>503 Service Unavailable</h1>No server is available.</body></html>',
  'of the service': '{"code":"SERVER_ERROR","error":"Try again later."}',
};

const statuses = [
  400, 404, 408, 409, 413, 418, 425, 451, 500, 501, 502, 503, 504, 520, 524, 529, 599,
];

/** All ways in which a server can leave a client without a response after it has read the order. */
const misbehaviours: Readonly<Record<string, (socket: Socket, request: SeenRequest) => void>> = {
  'closes the connection': (socket) => void socket.end(),
  'resets the connection': (socket) => void socket.resetAndDestroy(),
  'sends half a head': (socket) => void socket.end('HTTP/1.1 200 OK\r\nContent-Le'),
  'sends half a body': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{"risk_score"'),
  'sends a broken chunk': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n{}\r\n'),
  'sends an invalid gzip stream': (socket) =>
    void socket.end('HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 5\r\n\r\nnogzi'),
  'sends what is not HTTP': (socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'),
  'sends 100 Continue and closes': (socket) => void socket.end('HTTP/1.1 100 Continue\r\n\r\n'),
  'sends a page with status 200': (socket) =>
    void socket.write(rawResponse('200 OK', { 'Content-Type': 'text/html' }, '<h1>Log in</h1>')),
  'redirects to itself': (socket) =>
    void socket.write(rawResponse('307 Temporary Redirect', { Location: '/again' })),
  'switches protocols': (socket) =>
    void socket.end(
      'HTTP/1.1 101 Switching Protocols\r\nUpgrade: h2c\r\nConnection: Upgrade\r\n\r\n',
    ),
  'does not respond': () => undefined,
};

async function readBy(
  onRequest: (socket: Socket, request: SeenRequest) => void,
  timeout: number,
): Promise<{ readonly score: number; readonly legacy: number }> {
  const server = await startHostileServer({ onRequest });
  const options = {
    licenseKey: 'key',
    baseUrl: `http://127.0.0.1:${server.port}`,
    timeout,
    maxRetries: 5,
  };
  try {
    await new MinFraud({ accountId: 1, ...options })
      .score({ device: { ipAddress: '203.0.113.9' } })
      .catch(() => undefined);
    const score = server.requests.length;
    await new MinFraudLegacy(options).score({ ipAddress: '203.0.113.9' }).catch(() => undefined);
    return { score, legacy: server.requests.length - score };
  } finally {
    await server.close();
  }
}

describe('an order that was read is sent once', () => {
  test.each(Object.entries(misbehaviours))('when the server %s', async (_, onRequest) => {
    const once = await readBy(onRequest, 1_000);
    expect(once).toEqual({ score: 1, legacy: 1 });
  });

  test.each(statuses)(
    'when the response is HTTP %i, from the service or a gateway',
    async (status) => {
      for (const [, body] of Object.entries(bodies)) {
        const once = await readBy(
          (socket) => void socket.write(rawResponse(`${status} Said`, {}, body)),
          20_000,
        );
        expect(once).toEqual({ score: 1, legacy: 1 });
      }
    },
  );

  test.each(['soon', '-1', '1.5.5', '0x10', 'Infinity', '9'.repeat(400)])(
    'when it is HTTP 503 with Retry-After: %s',
    async (value) => {
      const once = await readBy(
        (socket) =>
          void socket.write(rawResponse('503 Service Unavailable', { 'Retry-After': value })),
        20_000,
      );
      expect(once).toEqual({ score: 1, legacy: 1 });
    },
  );
});

describe('an order that was rejected is retried', () => {
  test('when the service says when to come back', async () => {
    for (const status of ['429 Too Many Requests', '503 Service Unavailable']) {
      const again = await readBy(
        (socket) => void socket.write(rawResponse(status, { 'Retry-After': '0' })),
        20_000,
      );
      expect(again).toEqual({ score: 6, legacy: 6 });
    }
  });
});

describe('what this package cannot prevent', () => {
  test('the runtime’s own fetch retries a request after a 421', async () => {
    const { score } = await readBy(
      (socket) => void socket.write(rawResponse('421 Misdirected Request')),
      20_000,
    );
    // The fetch standard asks for it, and Node does it: docs/faults.md. minfraud-sdk/undici does not.
    expect(score).toBe(2);
  });
});
