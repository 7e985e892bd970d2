import { describe, expect, test } from '@jest/globals';
import { type Dispatcher, EnvHttpProxyAgent, ProxyAgent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { createAuthority } from '../transport/certificate.ts';
import { goodResponse, serveWith } from '../transport/fault.ts';
import { type HostileServer, startHostileServer } from '../transport/hostile-server.ts';
import { type ConnectProxy, type ProxyBehaviour, startConnectProxy } from './connect-proxy.ts';

const authority = createAuthority();
const ca = authority.cert;
const transaction = { device: { ipAddress: '203.0.113.9' } };

interface Scene {
  readonly client: MinFraud;
  readonly server: HostileServer;
  readonly proxy: ConnectProxy;
}

/** A service behind TLS, a proxy, and a client with the dispatcher that `dispatcherFor` makes. */
async function scene(
  behaviour: ProxyBehaviour,
  dispatcherFor: (proxy: ConnectProxy, server: HostileServer) => Dispatcher,
  use: (scene: Scene) => Promise<void>,
): Promise<void> {
  const server = await startHostileServer(
    serveWith(goodResponse),
    authority.issue({ host: 'localhost' }),
  );
  const proxy = await startConnectProxy(behaviour);
  const dispatcher = dispatcherFor(proxy, server);
  const fetch = undiciFetch({ dispatcher });
  const baseUrl = `https://localhost:${server.port}`;
  const client = new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl, fetch, maxRetries: 1 });
  try {
    await use({ client, server, proxy });
  } finally {
    await dispatcher.destroy();
    await proxy.close();
    await server.close();
  }
}

describe('ProxyAgent', () => {
  const uri = ({ port }: ConnectProxy): string => `http://127.0.0.1:${port}`;
  const agent = (proxy: ConnectProxy): Dispatcher =>
    new ProxyAgent({ uri: uri(proxy), requestTls: { ca } });

  test('makes one tunnel for many calls', async () => {
    await scene({}, agent, async ({ client, server, proxy }) => {
      for (let call = 0; call < 50; call++) {
        expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      }
      expect(server.requests).toHaveLength(50);
      expect(proxy.tunnels.length).toBeLessThanOrEqual(2);
      expect(new Set(proxy.tunnels)).toEqual(new Set([`localhost:${server.port}`]));
      // The proxy sees no request, and the service no header of the proxy's.
      expect(proxy.forwarded).toEqual([]);
      expect(server.requests[0]?.head).not.toMatch(/^proxy-/im);
      expect(server.requests[0]?.head).toContain(`host: localhost:${server.port}`);
    });
  });

  test('makes no more tunnels than calls in flight', async () => {
    await scene({}, agent, async ({ client, server, proxy }) => {
      for (let round = 0; round < 4; round++) {
        await Promise.all(Array.from({ length: 8 }, () => client.score(transaction)));
      }
      expect(server.requests).toHaveLength(32);
      expect(proxy.tunnels.length).toBeLessThanOrEqual(16);
    });
  });

  test('gives the proxy its password', async () => {
    const authorization = `Basic ${Buffer.from('user:pass word').toString('base64')}`;
    const withPassword = (proxy: ConnectProxy): Dispatcher =>
      new ProxyAgent({ uri: uri(proxy), token: authorization, requestTls: { ca } });
    await scene({ authorization }, withPassword, async ({ client, server }) => {
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      expect(server.requests[0]?.head).not.toMatch(/^proxy-authorization/im);
    });
  });

  test('speaks TLS to a proxy that wants it', async () => {
    const tls = authority.issue({ host: 'localhost' });
    const secure = ({ port }: ConnectProxy): Dispatcher =>
      new ProxyAgent({
        uri: `https://localhost:${port}`,
        proxyTls: { ca },
        requestTls: { ca },
      });
    await scene({ tls }, secure, async ({ client }) => {
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
    });
  });

  const refusals: readonly (readonly [string, ProxyBehaviour])[] = [
    ['wants a password', { authorization: 'Basic x' }],
    ['cannot reach the service', { target: 1 }],
    ['does not allow it', { refusal: 'HTTP/1.1 403 Forbidden\r\nContent-Length: 0\r\n\r\n' }],
    ['does not speak HTTP', { refusal: 'SSH-2.0-OpenSSH_9.6\r\n\r\n' }],
  ];

  test.each(refusals)('of a proxy that %s: nothing was sent', async (_, behaviour) => {
    await scene(behaviour, agent, async ({ client, server, proxy }) => {
      await expect(client.score(transaction)).rejects.toMatchObject({
        code: 'CONNECTION_FAILED',
        attempts: 2,
      });
      expect(proxy.tunnels).toHaveLength(2);
      expect(server.requests).toHaveLength(0);
    });
  });

  test('of a proxy that hangs up: nothing was sent', async () => {
    await scene({ refusal: '' }, agent, async ({ client, server }) => {
      // undici 7 goes on asking the proxy until the time is up; undici 8 fails at once.
      await expect(client.score(transaction, { timeout: 500 })).rejects.toMatchObject({
        code: expect.stringMatching(/^(TIMEOUT|CONNECTION_FAILED)$/) as unknown,
      });
      expect(server.requests).toHaveLength(0);
    });
  });

  test('that is not there: nothing was sent', async () => {
    const nowhere = (): Dispatcher => new ProxyAgent({ uri: 'http://127.0.0.1:1171' });
    await scene({}, nowhere, async ({ client }) => {
      await expect(client.score(transaction)).rejects.toMatchObject({
        code: 'CONNECTION_REFUSED',
        attempts: 2,
      });
    });
  });

  test('with a service whose certificate is not trusted: nothing was sent', async () => {
    const untrusting = (proxy: ConnectProxy): Dispatcher => new ProxyAgent(uri(proxy));
    await scene({}, untrusting, async ({ client, server }) => {
      await expect(client.score(transaction)).rejects.toMatchObject({
        code: 'TLS_FAILED',
        attempts: 2,
      });
      expect(server.requests).toHaveLength(0);
    });
  });
});

describe('EnvHttpProxyAgent', () => {
  const options = ({ port }: ConnectProxy): EnvHttpProxyAgent.Options => ({
    httpsProxy: `http://127.0.0.1:${port}`,
    requestTls: { ca },
    connect: { ca },
  });

  test('uses the proxy', async () => {
    const agent = (proxy: ConnectProxy): Dispatcher => new EnvHttpProxyAgent(options(proxy));
    await scene({}, agent, async ({ client, server, proxy }) => {
      for (let call = 0; call < 10; call++) await client.score(transaction);
      expect(proxy.tunnels.length).toBeLessThanOrEqual(2);
      expect(server.requests).toHaveLength(10);
    });
  });

  test('goes past the proxy where it is told to', async () => {
    const agent = (proxy: ConnectProxy): Dispatcher =>
      new EnvHttpProxyAgent({ ...options(proxy), noProxy: 'localhost' });
    await scene({}, agent, async ({ client, server, proxy }) => {
      await client.score(transaction);
      expect(proxy.tunnels).toEqual([]);
      expect(server.requests).toHaveLength(1);
    });
  });

  test('reads the environment', async () => {
    const agent = ({ port }: ConnectProxy): Dispatcher => {
      process.env['https_proxy'] = `http://127.0.0.1:${port}`;
      try {
        return new EnvHttpProxyAgent({ requestTls: { ca } });
      } finally {
        delete process.env['https_proxy'];
      }
    };
    await scene({}, agent, async ({ client, proxy }) => {
      await client.score(transaction);
      expect(proxy.tunnels).toHaveLength(1);
    });
  });
});
