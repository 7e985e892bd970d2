import { getEventListeners } from 'node:events';
import { Agent } from 'node:https';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../../src/client.ts';
import { MinFraudError } from '../../src/errors.ts';
import { getMetadata } from '../../src/metadata.ts';
import { nodeFetch } from '../../src/node/index.ts';
import { createAuthority } from '../transport/certificate.ts';
import { drive } from '../transport/drive.ts';
import { type Fault, goodAnswer, goodScore, serve, serveWith } from '../transport/fault.ts';
import { faultGroups } from '../transport/faults.ts';
import { answer, type HostileServer, startHostileServer } from '../transport/hostile-server.ts';

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const transaction = { device: { ipAddress: '203.0.113.9' } };

/** Node's HTTP is not fetch: what it sees otherwise, with the reason. */
const differences: Readonly<Record<string, readonly [code: string, repeated?: Fault['repeated']]>> =
  {
    // No port is forbidden, but nothing listens there.
    'the port is one that fetch does not connect to': ['CONNECTION_REFUSED'],
    // It waits for the answer behind them.
    'only interim answers (100), then nothing': ['TIMEOUT'],
    // Its limit on headers has a code of the parser's.
    'headers of 100 kB': ['RESPONSE_NOT_HTTP'],
    // It tells of the closed connection before it tells of the chunk.
    'a chunk whose size is not a number': ['CONNECTION_LOST'],
    // Its decompression notices.
    'gzip that is cut': ['RESPONSE_UNREADABLE', 'unbilled calls'],
    // It shows the status, which says that nothing but the proxy has seen the request.
    'HTTP 407 Proxy Authentication Required': ['HTTP_407', 'no'],
  };

describe.each(faultGroups)('$title', ({ faults }) => {
  test.each(faults)('$name', async (fault) => {
    // TLS faults that need a trusted authority are driven below.
    if (fault.tls !== undefined && fault.tls !== 'self-signed') return;
    const { result, error, server } = await drive(fault, 'score', { fetch: nodeFetch() });
    const [code, repeated = fault.repeated] = differences[fault.name] ?? [];
    if (repeated !== 'all calls') expect(server?.requests.length ?? 0).toBeLessThanOrEqual(1);
    if (fault.outcome === 'success') {
      expect(error).toBeUndefined();
      expect(result).toMatchObject({ riskScore: 12.5 });
      return;
    }
    if (!MinFraudError.is(error))
      throw new Error('Expected an error of the tree.', { cause: error });
    expect(error.code).toBe(code ?? fault.outcome.code);
    if (code === undefined) expect(error.name).toBe(fault.outcome.error);
    expect(error.attempts).toBe(repeated === 'all calls' ? 3 : 1);
  });
});

describe('TLS', () => {
  const authority = createAuthority();
  const yearAgo = { notBefore: new Date('2020-01-01'), notAfter: new Date('2020-12-31') };

  test.each([
    ['fits', { host: 'localhost' }, undefined],
    ['has expired', { host: 'localhost', ...yearAgo }, 'TLS_FAILED'],
    ['is for another host', { host: 'other.example.com' }, 'TLS_FAILED'],
  ])('with a certificate that %s', async (_, subject, code) => {
    const server = await startHostileServer(serveWith(goodAnswer), authority.issue(subject));
    const agent = new Agent({ keepAlive: true, ca: authority.cert });
    const client = clientOf(server, { baseUrl: `https://localhost:${server.port}`, agent });
    try {
      if (code === undefined) {
        expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
      } else {
        await expect(client.score(transaction)).rejects.toMatchObject({ code, attempts: 3 });
        expect(server.requests).toHaveLength(0);
      }
    } finally {
      agent.destroy();
      await server.close();
    }
  });
});

function clientOf(
  server: HostileServer,
  {
    baseUrl = `http://127.0.0.1:${server.port}`,
    ...options
  }: { baseUrl?: string; agent?: Agent } = {},
): MinFraud {
  return new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl, fetch: nodeFetch(options) });
}

describe('connections', () => {
  test('are kept alive and used again', async () => {
    const server = await startHostileServer(serveWith(goodAnswer));
    const client = clientOf(server);
    try {
      for (let call = 0; call < 30; call++) await client.score(transaction);
      expect(server.requests).toHaveLength(30);
      expect(server.connections()).toBe(1);
    } finally {
      await server.close();
    }
  });

  test('carry the request as fetch would', async () => {
    const server = await startHostileServer(serveWith(goodAnswer));
    try {
      const result = await clientOf(server).score({ ...transaction, billing: { city: 'Malmö' } });
      const [{ head, body } = { head: '', body: '' }] = server.requests;
      expect(head).toMatch(/^POST \/minfraud\/v2\.0\/score HTTP\/1\.1\r\n/);
      expect(head).toMatch(/\r\nContent-Type: application\/json\r\n/);
      expect(head).toContain(`Content-Length: ${Buffer.byteLength(body)}`);
      expect(JSON.parse(body)).toMatchObject({ billing: { city: 'Malmö' } });
      expect(getMetadata(result)?.headers.get('content-type')).toContain('minfraud-score+json');
    } finally {
      await server.close();
    }
  });
});

describe('the function itself', () => {
  async function withServer(
    bytes: Buffer,
    use: (url: string, fetch: ReturnType<typeof nodeFetch>) => Promise<void>,
  ): Promise<void> {
    const server = await startHostileServer(serve(bytes));
    try {
      await use(`http://127.0.0.1:${server.port}/path?a=b`, nodeFetch());
    } finally {
      await server.close();
    }
  }

  test('answers something that can be read like a Response', async () => {
    const bytes = answer('200 Fine', { 'Set-Cookie': 'a=1', 'X-Two': '1' }, goodScore);
    await withServer(bytes, async (url, fetch) => {
      const response = await fetch(url, { method: 'GET' });
      expect(response).toMatchObject({
        status: 200,
        ok: true,
        statusText: 'Fine',
        url,
        redirected: false,
      });
      expect(response.headers.get('x-two')).toBe('1');
      expect(await response.json()).toMatchObject({ risk_score: 12.5 });
      expect(await (await fetch(url, {})).text()).toBe(goodScore);
      const { body } = await fetch(url, {});
      expect(await new Response(body).text()).toBe(goodScore);
    });
  });

  test('understands compression that nobody asked for', async () => {
    const bytes = answer('200 OK', { 'Content-Encoding': 'gzip' }, gzipSync(goodScore));
    await withServer(bytes, async (url, fetch) => {
      expect(await (await fetch(url, {})).text()).toBe(goodScore);
    });
  });

  test('leaves no listener on a signal that outlives it', async () => {
    const { signal } = new AbortController();
    await withServer(answer('200 OK', {}, goodScore), async (url, fetch) => {
      for (let call = 0; call < 20; call++) await (await fetch(url, { signal })).text();
      await new Promise((resolve) => setImmediate(resolve));
      expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    });
  });

  test('ends with the signal, before, while waiting, and while reading', async () => {
    const reason = new Error('enough');
    await withServer(
      Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{'),
      async (url, fetch) => {
        await expect(fetch(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
        const controller = new AbortController();
        const response = await fetch(url, { signal: controller.signal });
        setTimeout(() => controller.abort(reason), 10);
        await expect(response.text()).rejects.toBe(reason);
      },
    );
    await withServer(Buffer.alloc(0), async (url, fetch) => {
      const controller = new AbortController();
      setTimeout(() => controller.abort('a word'), 10);
      await expect(fetch(url, { signal: controller.signal })).rejects.toThrow('aborted');
    });
  });

  test('remembers only so many addresses', async () => {
    await withServer(answer('200 OK', {}, 'x'), async (url, fetch) => {
      for (let call = 0; call < 70; call++) {
        expect(await (await fetch(`${url}${call}`, {})).text()).toBe('x');
      }
    });
  });
});
