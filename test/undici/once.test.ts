import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Agent, type Dispatcher, RetryAgent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { goodResponse, serveWith } from '../transport/fault.ts';
import {
  type Behaviour,
  type HostileServer,
  startHostileServer,
} from '../transport/hostile-server.ts';

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const transaction = { device: { ipAddress: '203.0.113.9' } };

async function withDispatcher(
  dispatcher: Dispatcher,
  behaviour: Behaviour,
  use: (client: MinFraud, server: HostileServer) => Promise<void>,
): Promise<void> {
  const server = await startHostileServer(behaviour);
  const baseUrl = `http://127.0.0.1:${server.port}`;
  const fetch = undiciFetch({ dispatcher });
  try {
    await use(new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl, fetch }), server);
  } finally {
    await dispatcher.destroy();
    await server.close();
  }
}

describe('a query that was begun is not begun again', () => {
  const keen = (): Dispatcher =>
    new RetryAgent(new Agent(), { methods: ['POST'], minTimeout: 1, maxRetries: 3 });

  test('by a dispatcher that retries lost connections', async () => {
    const losing: Behaviour = { onRequest: (socket) => socket.resetAndDestroy() };
    await withDispatcher(keen(), losing, async (client, server) => {
      await expect(client.score(transaction)).rejects.toMatchObject({
        code: 'CONNECTION_LOST',
        attempts: 1,
      });
      expect(server.requests).toHaveLength(1);
    });
  });
});

test('a call through a dispatcher that is closed was not sent', async () => {
  const dispatcher = new Agent();
  await withDispatcher(dispatcher, serveWith(goodResponse), async (client, server) => {
    await dispatcher.close();
    const error: unknown = await client.score(transaction).catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'CONNECTION_FAILED', attempts: 3 });
    expect(String(((error as Error).cause as Error).cause)).toContain('The client is destroyed');
    expect(server.connections()).toBe(0);
  });
});

test('a call whose dispatcher is destroyed under it was perhaps sent', async () => {
  const dispatcher = new Agent();
  const destroying: Behaviour = { onRequest: () => void dispatcher.destroy() };
  await withDispatcher(dispatcher, destroying, async (client) => {
    await expect(client.score(transaction)).rejects.toMatchObject({
      code: 'CONNECTION_LOST',
      attempts: 1,
    });
  });
});

test('a call waits for a free connection where there is a limit, and can be aborted there', async () => {
  const dispatcher = new Agent({ connections: 1 });
  let respond = (): void => undefined;
  const slow: Behaviour = {
    onRequest: (socket, request) => (respond = () => void socket.write(goodResponse(request))),
  };
  await withDispatcher(dispatcher, slow, async (client, server) => {
    const first = client.score(transaction);
    while (server.requests.length === 0) await new Promise(setImmediate);
    const controller = new AbortController();
    const second = client.score(transaction, { signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 20);
    await expect(second).rejects.toBe('enough');
    respond();
    expect(await first).toMatchObject({ riskScore: 12.5 });
    const third = client.score(transaction);
    while (server.requests.length === 1) await new Promise(setImmediate);
    respond();
    expect(await third).toMatchObject({ riskScore: 12.5 });
    // The aborted one was never written.
    expect(server.requests).toHaveLength(2);
  });
});
