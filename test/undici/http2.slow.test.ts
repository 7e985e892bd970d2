import { once } from 'node:events';
import {
  constants,
  createSecureServer,
  type Http2Session,
  type ServerHttp2Stream,
} from 'node:http2';
import { type AddressInfo, type Socket } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { createAuthority } from '../transport/certificate.ts';
import { goodScore, json } from '../transport/fault.ts';

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const authority = createAuthority();
const transaction = { device: { ipAddress: '203.0.113.9' } };

/** Given each stream once its request was read; `cut` ends the connection below HTTP/2. */
type Respond = (stream: ServerHttp2Stream, body: string, cut: () => void) => void;

interface Scene {
  readonly client: MinFraud;
  /** Bodies of requests that were read to their end. */
  readonly read: readonly string[];
  readonly sessions: () => number;
}

async function scene(respond: Respond, use: (scene: Scene) => Promise<void>): Promise<void> {
  const read: string[] = [];
  const sockets = new Map<Http2Session | undefined, Socket>();
  let sessions = 0;
  let latest: Http2Session | undefined;
  const server = createSecureServer(authority.issue({ host: 'localhost' }));
  // The server's own listener comes first: it has made the session of this socket.
  server.on('secureConnection', (socket: Socket) => sockets.set(latest, socket));
  server.on('session', (session) => {
    sessions++;
    latest = session;
    session.on('error', () => undefined);
  });
  server.on('stream', (stream) => {
    let body = '';
    stream.on('error', () => undefined);
    stream.on('data', (chunk: Buffer) => (body += chunk.toString()));
    stream.on('end', () => {
      // A session that is destroyed ends its streams too.
      if (stream.destroyed || body === '') return;
      read.push(body);
      respond(stream, body, () => sockets.get(stream.session)?.destroy());
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const dispatcher = new Agent({ allowH2: true, connect: { ca: authority.cert } });
  const client = new MinFraud({
    accountId: 42,
    licenseKey: 'key',
    baseUrl: `https://localhost:${(server.address() as AddressInfo).port}`,
    fetch: undiciFetch({ dispatcher }),
    timeout: 5_000,
  });
  try {
    await use({ client, read, sessions: () => sessions });
  } finally {
    await dispatcher.destroy();
    for (const socket of sockets.values()) socket.destroy();
    server.close();
  }
}

const good: Respond = (stream) => {
  stream.respond({ ':status': 200, 'content-type': json });
  stream.end(goodScore);
};

test('calls go over HTTP/2, and connections are used again', async () => {
  await scene(good, async ({ client, read, sessions }) => {
    for (let call = 0; call < 20; call++) {
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
    }
    expect(read).toHaveLength(20);
    expect(JSON.parse(read[0] ?? '')).toEqual({ device: { ip_address: '203.0.113.9' } });
    expect(sessions()).toBeLessThanOrEqual(2);
  });
});

test('many calls at once all get a response', async () => {
  await scene(good, async ({ client, read }) => {
    const calls = Array.from({ length: 40 }, () => client.score(transaction));
    expect(new Set((await Promise.all(calls)).map(({ riskScore }) => riskScore))).toEqual(
      new Set([12.5]),
    );
    expect(read).toHaveLength(40);
  });
});

test('a compressed response is read', async () => {
  const compressed: Respond = (stream) => {
    stream.respond({ ':status': 200, 'content-type': json, 'content-encoding': 'gzip' });
    stream.end(gzipSync(goodScore));
  };
  await scene(compressed, async ({ client }) => {
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
  });
});

test('an abort ends a call, and the connection lives on', async () => {
  let isReady = false;
  await scene(
    (...stream) => {
      if (isReady) good(...stream);
    },
    async ({ client, read }) => {
      const controller = new AbortController();
      const call = client.score(transaction, { signal: controller.signal });
      setTimeout(() => controller.abort('enough'), 100);
      await expect(call).rejects.toBe('enough');
      isReady = true;
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      expect(read).toHaveLength(2);
    },
  );
});

describe('a connection that breaks under a call loses it, and sends no query twice:', () => {
  const breaking: readonly (readonly [string, Respond])[] = [
    ['the socket is destroyed', (_stream, _body, cut) => cut()],
    ['the session is destroyed', (stream) => stream.session?.destroy()],
    ['the session is destroyed with an error', (stream) => stream.session?.destroy(new Error('x'))],
    ['it is going away', (stream) => stream.session?.goaway(constants.NGHTTP2_NO_ERROR)],
    [
      'it is going away with an error',
      (stream) => stream.session?.goaway(constants.NGHTTP2_INTERNAL_ERROR),
    ],
    ['the stream is reset', (stream) => stream.close(constants.NGHTTP2_INTERNAL_ERROR)],
    ['the stream is cancelled', (stream) => stream.close(constants.NGHTTP2_CANCEL)],
    ['the stream is refused', (stream) => stream.close(constants.NGHTTP2_REFUSED_STREAM)],
    [
      'the body is cut',
      (stream, _, cut) => {
        stream.respond({ ':status': 200, 'content-type': json });
        stream.write(goodScore.slice(0, 20));
        setTimeout(cut, 20);
      },
    ],
  ];

  test.each(breaking)('%s, one call', async (_, respond) => {
    await scene(respond, async ({ client, read }) => {
      await expect(client.score(transaction)).rejects.toMatchObject({ attempts: 1 });
      expect(read).toHaveLength(1);
    });
  });

  test.each(breaking)('%s, of many calls', async (_, respond) => {
    let number = 0;
    const sometimes: Respond = (stream, body, cut) =>
      ++number % 5 === 0 ? respond(stream, body, cut) : good(stream, body, cut);
    await scene(sometimes, async ({ client, read }) => {
      const calls = Array.from({ length: 30 }, (_, call) =>
        client.score({ ...transaction, event: { transactionId: `order-${call}` } }),
      );
      const ends = await Promise.allSettled(calls);
      const lost = ends.filter(({ status }) => status === 'rejected').length;
      expect(lost).toBeGreaterThan(0);
      // Each order at most once.
      expect(new Set(read).size).toBe(read.length);
    });
  });
});
