import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { serve } from '@hono/node-server';
import express from 'express';
import fastify from 'fastify';
import { Hono } from 'hono';
import { createHmac } from 'node:crypto';
import { createServer, get, request as send, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { alertHandler as expressHandler } from '../../examples/alerts/express.ts';
import { alertHandler as fastifyHandler } from '../../examples/alerts/fastify.ts';
import { alertResponder } from '../../examples/alerts/fetch.ts';
import { alertListener } from '../../examples/alerts/node-http.ts';
import type { AlertReceiver } from '../../examples/alerts/receiver.ts';
import type { ReceivedAlert } from '../../src/alerts/index.ts';

// The vendor's published request: https://dev.maxmind.com/minfraud/alerts/#signed-requests
const secret = 'supersecret-0123456789';
const query =
  'i=24.24.24.24&maxmindID=1234ABCD&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321';
const signature = 'dd11717fc5559effc9607d03f2ad534ac8f7c7f81acba8d2c14d0ed484974ff0';

/** A handler at work: where it listens, and how to stop it. */
interface Running {
  readonly port: number;
  stop(): Promise<unknown>;
}

async function listening(server: Server): Promise<Running> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return running(server);
}

function running(server: Server): Running {
  return {
    port: (server.address() as AddressInfo).port,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** Each framework with its handler at /minfraud-alerts. */
const frameworks: Record<string, (receiver: AlertReceiver) => Promise<Running>> = {
  'node:http': (receiver) => listening(createServer(alertListener(receiver))),
  Express: (receiver) => {
    const app = express();
    // Express would print the stack of an error on purpose.
    app.set('env', 'test');
    app.get('/minfraud-alerts', expressHandler(receiver));
    return listening(createServer(app));
  },
  Fastify: async (receiver) => {
    const app = fastify();
    app.get('/minfraud-alerts', fastifyHandler(receiver));
    await app.listen({ port: 0, host: '127.0.0.1' });
    return { port: (app.server.address() as AddressInfo).port, stop: () => app.close() };
  },
  Hono: (receiver) => {
    const respond = alertResponder(receiver);
    const app = new Hono().all('/minfraud-alerts', (context) => respond(context.req.raw));
    return new Promise((resolve) => {
      const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, () => {
        resolve(running(server as Server));
      });
    });
  },
};

/** The status of a GET whose path is sent as it is: fetch would rewrite some characters. */
async function statusOf(server: Running, rawQuery: string, signed?: string): Promise<number> {
  return (await responseOf(server, rawQuery, signed)).status;
}

function responseOf(
  { port }: Running,
  rawQuery: string,
  signed?: string,
): Promise<{ readonly status: number; readonly body: string }> {
  const headers: Record<string, string> = { 'User-Agent': 'MaxMind MinFraud Alert Robot' };
  if (signed !== undefined) headers['X-MaxMind-Alert-HMAC-SHA256'] = signed;
  return new Promise((resolve, reject) => {
    const options = { port, host: '127.0.0.1', path: `/minfraud-alerts?${rawQuery}`, headers };
    get(options, (response) => {
      let body = '';
      response.on('data', (chunk: Buffer) => (body += chunk.toString()));
      response.on('end', () => resolve({ status: response.statusCode ?? 0, body }));
    }).on('error', reject);
  });
}

const sign = (text: string): string => createHmac('sha256', secret).update(text).digest('hex');

describe.each(Object.entries(frameworks))('the alert handler for %s', (_, start) => {
  const received: ReceivedAlert[] = [];
  let server: Running;
  let failing = false;

  beforeEach(async () => {
    received.length = 0;
    failing = false;
    jest.spyOn(console, 'error').mockImplementation(() => undefined);
    server = await start({
      secret,
      receive: async (alert) => {
        await Promise.resolve();
        if (failing) throw new Error('the queue is full');
        received.push(alert);
      },
    });
  });
  afterEach(async () => {
    jest.restoreAllMocks();
    await server.stop();
  });

  it("receives the vendor's sample", async () => {
    expect(await statusOf(server, query, signature)).toBe(204);
    expect(received).toMatchObject([
      {
        ipAddress: '24.24.24.24',
        date: 'Jan. 1, 1970',
        reasonCode: 'HIGH_RISK_IP',
        txnId: 'foo123',
      },
    ]);
  });

  it('receives a query with characters that frameworks like to rewrite', async () => {
    const odd = "i=203.0.113.9&city=L'%c3%89tang+%28%2B%29%20!*~&x=%zz&x=a|b&reason=a=b?c";
    expect(await statusOf(server, odd, sign(odd))).toBe(204);
    expect(received).toMatchObject([{ city: "L'Étang (+) !*~", reason: 'a=b?c' }]);
  });

  it('turns away what is not signed, or not with the secret, or changed', async () => {
    expect(await statusOf(server, query)).toBe(401);
    expect(await statusOf(server, query, '0'.repeat(64))).toBe(401);
    expect(await statusOf(server, query.replace('24.24.24.24', '24.24.24.25'), signature)).toBe(
      401,
    );
    expect(await statusOf(server, `${query}&`, signature)).toBe(401);
    expect(received).toStrictEqual([]);
  });

  it('does not take a POST', async () => {
    const status = await new Promise((resolve, reject) => {
      const path = `/minfraud-alerts?${query}`;
      const headers = { 'X-MaxMind-Alert-HMAC-SHA256': signature };
      send({ port: server.port, host: '127.0.0.1', path, headers, method: 'POST' }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect([404, 405]).toContain(status);
    expect(received).toStrictEqual([]);
  });

  it('responds with 500 and no body when the alert could not be taken', async () => {
    failing = true;
    expect(await responseOf(server, query, signature)).toEqual({ status: 500, body: '' });
  });
});

describe('the alert handler for node:http', () => {
  it('turns away other senders when it has a list', async () => {
    const received: ReceivedAlert[] = [];
    const receive = (alert: ReceivedAlert): void => void received.push(alert);
    for (const [senders, expected] of [
      [['34.27.174.58', '2600:1900:4000:947::/64'], 403],
      [['127.0.0.0/8'], 204],
    ] as const) {
      const server = await listening(createServer(alertListener({ secret, receive, senders })));
      try {
        expect(await statusOf(server, query, signature)).toBe(expected);
      } finally {
        await server.stop();
      }
    }
    expect(received).toHaveLength(1);
  });
});
