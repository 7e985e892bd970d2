import { getEventListeners } from 'node:events';
import { afterAll, describe, expect, jest, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { goodResponse, serveWith } from '../transport/fault.ts';
import {
  type Behaviour,
  type HostileServer,
  startHostileServer,
} from '../transport/hostile-server.ts';

const dispatcher = new Agent();
afterAll(() => dispatcher.destroy());

const transaction = { device: { ipAddress: '203.0.113.9' } };

async function withServer(
  behaviour: Behaviour,
  use: (client: MinFraud, server: HostileServer) => Promise<void>,
): Promise<void> {
  const server = await startHostileServer(behaviour);
  const fetch = undiciFetch({ dispatcher });
  const baseUrl = `http://127.0.0.1:${server.port}`;
  try {
    await use(new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl, fetch }), server);
  } finally {
    await server.close();
  }
}

test('are kept alive and used again', async () => {
  await withServer(serveWith(goodResponse), async (client, server) => {
    for (let call = 0; call < 30; call++) await client.score(transaction);
    expect(server.requests).toHaveLength(30);
    // A call that follows at once finds the last connection not put away yet.
    expect(server.connections()).toBeLessThanOrEqual(2);
  });
});

test('do not grow with the number of calls', async () => {
  await withServer(serveWith(goodResponse), async (client, server) => {
    for (let round = 0; round < 5; round++) {
      await Promise.all(Array.from({ length: 20 }, () => client.score(transaction)));
    }
    expect(server.requests).toHaveLength(100);
    // Those of one round are not put away yet when the next one begins.
    expect(server.connections()).toBeLessThanOrEqual(40);
  });
});

describe('of a server that closes after each response without saying so lose no response', () => {
  const closing: readonly (readonly [string, Behaviour])[] = [
    ['at once', { onRequest: (socket, request) => void socket.end(goodResponse(request)) }],
    [
      'in its next turn',
      {
        onRequest: (socket, request) => {
          socket.write(goodResponse(request));
          setImmediate(() => socket.end());
        },
      },
    ],
  ];

  test.each(closing)('%s, one call after the other', async (_, behaviour) => {
    await withServer(behaviour, async (client, server) => {
      for (let call = 0; call < 100; call++) {
        expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      }
      expect(server.requests).toHaveLength(100);
    });
  });

  test.each(closing)('%s, also through the runtime’s fetch', async (_, behaviour) => {
    await withServer(behaviour, async (_client, server) => {
      const baseUrl = `http://127.0.0.1:${server.port}`;
      const client = new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl });
      for (let call = 0; call < 100; call++) await client.score(transaction);
      expect(server.requests).toHaveLength(100);
    });
  });

  test.each(closing)('%s, sixteen at a time', async (_, behaviour) => {
    await withServer(behaviour, async (client, server) => {
      let left = 200;
      const worker = async (): Promise<void> => {
        while (left-- > 0) await client.score(transaction);
      };
      await Promise.all(Array.from({ length: 16 }, worker));
      expect(server.requests).toHaveLength(200);
    });
  });
});

test('that the server closed while they were idle are not used', async () => {
  const sockets = new Set<{ end(): void }>();
  const behaviour: Behaviour = {
    onConnection: (socket) => (sockets.add(socket), true),
    onRequest: (socket, request) => void socket.write(goodResponse(request)),
  };
  await withServer(behaviour, async (client, server) => {
    for (let call = 0; call < 10; call++) {
      await client.score(transaction);
      for (const socket of sockets) socket.end();
      sockets.clear();
      // The program is busy, so that it cannot have seen the end yet when it calls again.
      const until = performance.now() + 5;
      while (performance.now() < until);
    }
    expect(server.requests).toHaveLength(10);
  });
});

test('carry the request as the client made it', async () => {
  await withServer(serveWith(goodResponse), async (client, server) => {
    await client.score({ ...transaction, billing: { city: 'Malmö' } });
    const [{ head, body } = { head: '', body: '' }] = server.requests;
    expect(head).toMatch(/^POST \/minfraud\/v2\.0\/score HTTP\/1\.1\r\n/);
    expect(head).toMatch(/\r\ncontent-type: application\/json\r\n/i);
    expect(head).toMatch(new RegExp(`\r\ncontent-length: ${Buffer.byteLength(body)}(\r\n|$)`, 'i'));
    expect(head.match(/^host:/gim)).toHaveLength(1);
    expect(head).not.toMatch(/^accept-encoding:/im);
    expect(JSON.parse(body)).toMatchObject({ billing: { city: 'Malmö' } });
  });
});

test('leave nothing on a signal that outlives its calls', async () => {
  const { signal } = new AbortController();
  const warned = jest.fn();
  process.on('warning', warned);
  await withServer(serveWith(goodResponse), async (_, server) => {
    const fetch = undiciFetch({ dispatcher });
    const url = `http://127.0.0.1:${server.port}/minfraud/v2.0/score`;
    for (let call = 0; call < 20; call++) await (await fetch(url, { signal })).text();
  });
  const fetch = undiciFetch({ dispatcher });
  await expect(fetch('http://127.0.0.1:1171/', { signal })).rejects.toThrow('ECONNREFUSED');
  expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  process.off('warning', warned);
  expect(warned).not.toHaveBeenCalled();
});

test('without a dispatcher come from an Agent of its own', async () => {
  await withServer(serveWith(goodResponse), async (_, server) => {
    const baseUrl = `http://127.0.0.1:${server.port}`;
    const client = new MinFraud({
      accountId: 42,
      licenseKey: 'key',
      baseUrl,
      fetch: undiciFetch(),
    });
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
  });
});
