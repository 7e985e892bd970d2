import { brotliCompressSync, deflateRawSync, deflateSync, gzipSync } from 'node:zlib';
import { setTimeout as wait } from 'node:timers/promises';
import { afterAll, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import type { UndiciFetch } from '../../src/undici/index.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { goodScore, serve } from '../transport/fault.ts';
import {
  rawResponse,
  type Behaviour,
  type HostileServer,
  startHostileServer,
} from '../transport/hostile-server.ts';

const dispatcher = new Agent();
const undici = undiciFetch({ dispatcher });
afterAll(() => dispatcher.destroy());

async function withServer<T>(
  behaviour: Behaviour | Buffer | string,
  use: (url: string, server: HostileServer) => Promise<T>,
): Promise<T> {
  const isBytes = typeof behaviour === 'string' || Buffer.isBuffer(behaviour);
  const server = await startHostileServer(isBytes ? serve(behaviour) : behaviour);
  try {
    return await use(`http://127.0.0.1:${server.port}/path?a=b`, server);
  } finally {
    await server.close();
  }
}

/** What a caller sees of a response through either fetch. */
async function seenThrough(fetch: UndiciFetch, url: string): Promise<unknown> {
  const response = await fetch(url, { method: 'GET', redirect: 'manual' });
  const { status, statusText, ok, redirected } = response;
  const headers = [...response.headers];
  return {
    url: response.url,
    status,
    statusText,
    ok,
    redirected,
    headers,
    text: await response.text(),
  };
}

describe('is the same as through fetch:', () => {
  const responses: readonly (readonly [string, Buffer])[] = [
    ['a plain response', rawResponse('200 Fine', { 'X-Two': '1' }, goodScore)],
    ['a refusal', rawResponse('402 Payment Required', {}, '{}')],
    ['a redirect', rawResponse('302 Found', { Location: '/elsewhere' })],
    ['no content', rawResponse('204 No Content')],
    ['not modified', Buffer.from('HTTP/1.1 304 Not Modified\r\nETag: "x"\r\n\r\n')],
    [
      'headers that come twice',
      Buffer.from(
        'HTTP/1.1 200 OK\r\nSet-Cookie: a=1\r\nX: 1\r\nSet-Cookie: b=2\r\nX: 2\r\nContent-Length: 0\r\n\r\n',
      ),
    ],
    [
      'a header in Latin-1',
      Buffer.from('HTTP/1.1 200 OK\r\nX: Montr\xe9al\r\nContent-Length: 0\r\n\r\n', 'latin1'),
    ],
    ['a body of other bytes', rawResponse('200 OK', {}, Buffer.from([0xff, 0xfe, 0x41, 0]))],
  ];

  test.each(responses)('%s', async (_, bytes) => {
    await withServer(bytes, async (url) => {
      expect(await seenThrough(undici, url)).toEqual(await seenThrough(fetch, url));
    });
  });

  const [gzip, deflate] = [gzipSync(goodScore), deflateSync(goodScore)];
  const coded: readonly (readonly [string, Buffer])[] = [
    ['gzip', gzip],
    ['x-gzip', gzip],
    ['GZip', gzip],
    ['deflate', deflate],
    ['br', brotliCompressSync(goodScore)],
    ['deflate, gzip', gzipSync(deflate)],
    ['gzip,br', brotliCompressSync(gzip)],
    ['identity', Buffer.from(goodScore)],
    ['gzip, unheard-of', gzip],
  ];

  test.each(coded)('a body in %s', async (coding, body) => {
    await withServer(rawResponse('200 OK', { 'Content-Encoding': coding }, body), async (url) => {
      expect(await seenThrough(undici, url)).toEqual(await seenThrough(fetch, url));
    });
  });

  test('a body in deflate without its header', async () => {
    const raw = rawResponse('200 OK', { 'Content-Encoding': 'deflate' }, deflateRawSync(goodScore));
    await withServer(raw, async (url) => {
      expect(await seenThrough(undici, url)).toEqual(await seenThrough(fetch, url));
      expect(await seenThrough(undici, url)).toMatchObject({ text: goodScore });
    });
  });

  test.each(['gzip', 'deflate', 'br'])('an empty body that says it is in %s', async (coding) => {
    await withServer(rawResponse('200 OK', { 'Content-Encoding': coding }), async (url) => {
      expect(await seenThrough(undici, url)).toEqual(await seenThrough(fetch, url));
    });
  });
});

describe('can be read', () => {
  test('in every way that a Response can', async () => {
    await withServer(rawResponse('200 OK', {}, '{"a":1}'), async (url) => {
      const response = (): Promise<Response> => undici(url, {});
      expect(await (await response()).json()).toEqual({ a: 1 });
      expect(await (await response()).text()).toBe('{"a":1}');
      expect((await (await response()).arrayBuffer()).byteLength).toBe(7);
      expect((await (await response()).bytes()).byteLength).toBe(7);
      expect((await (await response()).blob()).size).toBe(7);
      const cloned = await response();
      expect(await cloned.clone().text()).toBe('{"a":1}');
      expect(cloned.bodyUsed).toBe(false);
      expect(await cloned.text()).toBe('{"a":1}');
      expect(cloned.bodyUsed).toBe(true);
      await expect((await response()).formData()).rejects.toThrow('Content-Type');
    });
  });

  test('as a stream whose end closes the connection', async () => {
    let closed = false;
    const endless: Behaviour = {
      onRequest: (socket) => {
        socket.on('close', () => (closed = true));
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1\r\n{\r\n');
      },
    };
    await withServer(endless, async (url) => {
      const reader = (await undici(url, {})).body?.getReader();
      expect(Buffer.from((await reader?.read())?.value ?? []).toString()).toBe('{');
      await reader?.cancel();
      while (!closed) await wait(5);
    });
  });

  test('and is given up when it is not read and has no end', async () => {
    const chunk = `10000\r\n${' '.repeat(0x10000)}\r\n`;
    let written = 0;
    const endless: Behaviour = {
      onRequest: (socket) => {
        socket.write('HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n');
        const more = (): void => {
          while (!socket.destroyed && socket.write(chunk)) written += chunk.length;
          if (!socket.destroyed) socket.once('drain', more);
        };
        more();
        socket.on('close', () => (written = -1));
      },
    };
    await withServer(endless, async (url) => {
      const response = await undici(url, {});
      while (written >= 0) await wait(5);
      await expect(response.text()).rejects.toThrow('were not read');
    });
  });
});

describe('a body that is cut is never taken for the whole:', () => {
  const client = (url: string): MinFraud =>
    new MinFraud({ accountId: 42, licenseKey: 'key', baseUrl: new URL(url).origin, fetch: undici });

  test.each([
    ['gzip', gzipSync(goodScore)],
    ['deflate', deflateSync(goodScore)],
    ['br', brotliCompressSync(goodScore)],
    ['deflate, gzip', gzipSync(deflateSync(goodScore))],
  ])('%s, at every place', async (coding, body) => {
    let length = 0;
    const cut: Behaviour = {
      onRequest: (socket) =>
        void socket.write(
          rawResponse('200 OK', { 'Content-Encoding': coding }, body.subarray(0, length)),
        ),
    };
    await withServer(cut, async (url) => {
      for (length = 1; length < body.length; length++) {
        await expect(
          client(url).score({ device: { ipAddress: '203.0.113.9' } }),
        ).rejects.toMatchObject({ code: 'RESPONSE_UNREADABLE', status: 200, attempts: 1 });
      }
    });
  });

  test.each([
    ['its length says more', 'Content-Length: 500\r\n\r\n'],
    ['its last chunk is missing', 'Transfer-Encoding: chunked\r\n\r\n2\r\n'],
  ])('%s', async (_, head) => {
    const cut: Behaviour = {
      onRequest: (socket) => void socket.end(`HTTP/1.1 200 OK\r\n${head}{}`),
    };
    await withServer(cut, async (url) => {
      await expect((await undici(url, {})).text()).rejects.toThrow();
      await expect(
        client(url).score({ device: { ipAddress: '203.0.113.9' } }),
      ).rejects.toMatchObject({ code: 'CONNECTION_LOST', attempts: 1 });
    });
  });
});

describe('an abort ends it', () => {
  const reason = new Error('enough');
  const half = Buffer.from('HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n{');

  test('before it begins, and nothing is sent', async () => {
    await withServer(half, async (url, server) => {
      await expect(undici(url, { signal: AbortSignal.abort(reason) })).rejects.toBe(reason);
      await wait(20);
      expect(server.connections()).toBe(0);
    });
  });

  test('while it connects, and nothing is sent', async () => {
    await withServer(half, async (url, server) => {
      const controller = new AbortController();
      const response = undici(url, { method: 'POST', body: '{}', signal: controller.signal });
      controller.abort(reason);
      await expect(response).rejects.toBe(reason);
      // The connection is made all the same, for calls to come.
      while (server.connections() === 0) await wait(5);
      await wait(20);
      expect(server.requests).toHaveLength(0);
    });
  });

  test.each([reason, 'a word', undefined])('while it waits for the head: %s', async (given) => {
    await withServer('', async (url, server) => {
      const controller = new AbortController();
      const response = undici(url, { signal: controller.signal });
      while (server.requests.length === 0) await wait(5);
      controller.abort(given);
      await expect(response).rejects.toBe(controller.signal.reason);
    });
  });

  test.each(['text', 'json', 'arrayBuffer'] as const)('while %s() reads', async (read) => {
    await withServer(half, async (url) => {
      const controller = new AbortController();
      const response = await undici(url, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 10);
      await expect(response[read]()).rejects.toBe(reason);
    });
  });

  test('while a compressed body is read', async () => {
    const gzip = gzipSync(Buffer.alloc(100_000));
    const head = `HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 999\r\n\r\n`;
    const part = Buffer.concat([Buffer.from(head), gzip.subarray(0, 50)]);
    await withServer(part, async (url) => {
      const controller = new AbortController();
      const response = await undici(url, { signal: controller.signal });
      setTimeout(() => controller.abort(reason), 10);
      await expect(response.text()).rejects.toBe(reason);
    });
  });

  test('also when it comes between the head and the reading', async () => {
    await withServer(half, async (url) => {
      const controller = new AbortController();
      const response = await undici(url, { signal: controller.signal });
      controller.abort(reason);
      await expect(response.text()).rejects.toBe(reason);
    });
  });
});

test('takes headers in every form, and no body but text', async () => {
  await withServer(rawResponse('200 OK', {}, 'x'), async (url, server) => {
    await undici(url, { headers: new Headers({ 'X-One': '1' }) });
    await undici(url, { headers: [['X-Two', '2']] });
    expect(server.requests[0]?.head).toMatch(/^x-one: 1$/im);
    expect(server.requests[1]?.head).toMatch(/^x-two: 2$/im);
    const form = undici(url, { method: 'POST', body: new FormData() });
    await expect(form).rejects.toThrow('only string bodies');
    await expect(undici('no URL', {})).rejects.toThrow('Invalid URL');
  });
});

test.each([{ dispatchr: undefined }, { agent: {} }])('%j is refused', (options) => {
  expect(() => undiciFetch(options as object)).toThrow('undiciFetch takes one option');
});

test('a dispatcher in the place of the options is refused', async () => {
  const agent = new Agent();
  expect(() => undiciFetch(agent as object)).toThrow('undiciFetch({ dispatcher })');
  await agent.close();
});
