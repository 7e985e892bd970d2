import { afterEach, expect, test } from '@jest/globals';
import { MinFraud, type ResponseEvent } from '../../src/index.ts';

/** What Next.js throws from fetch in a route that it renders at the build, to learn that the route is dynamic. */
class DynamicServerError extends Error {
  readonly digest: unknown;
  constructor(digest: unknown) {
    super('Dynamic server usage: no-store fetch');
    this.digest = digest;
  }
}

const order = { device: { ipAddress: '203.0.113.7' } };

const ownFetch = globalThis.fetch;
afterEach(() => {
  globalThis.fetch = ownFetch;
});

/** Next.js patches the fetch of the runtime. */
function clientThatThrows(error: unknown, seen: ResponseEvent[] = []): MinFraud {
  globalThis.fetch = () => {
    throw error;
  };
  return new MinFraud({
    accountId: 42,
    licenseKey: 'a-license-key',
    hooks: { onResponse: (event) => void seen.push(event) },
  });
}

test.each(['DYNAMIC_SERVER_USAGE', 'HANGING_PROMISE_REJECTION'])(
  'the signal %s reaches the framework as it is, at once',
  async (digest) => {
    const signal = new DynamicServerError(digest);
    const seen: ResponseEvent[] = [];
    await expect(clientThatThrows(signal, seen).score(order)).rejects.toBe(signal);
    expect(seen).toMatchObject([{ attempt: 1, error: signal, final: true }]);
  },
);

test.each([undefined, 7, null])(
  'an error with the digest %p is one of the connection',
  async (digest) => {
    await expect(
      clientThatThrows(new DynamicServerError(digest)).score(order),
    ).rejects.toMatchObject({ name: 'ConnectionError', code: 'CONNECTION_LOST' });
  },
);

test('a digest of the prototype is none', async () => {
  const error = Object.create({ digest: 'DYNAMIC_SERVER_USAGE' }) as unknown;
  await expect(clientThatThrows(error).score(order)).rejects.toMatchObject({
    name: 'ConnectionError',
  });
});

test.each<[string, () => unknown]>([
  [
    'whose digest cannot be read',
    () =>
      Object.defineProperty(new Error('x'), 'digest', {
        get: () => {
          throw new Error('raw');
        },
        enumerable: true,
      }),
  ],
  [
    'that is a hostile proxy',
    () =>
      new Proxy(new Error('x'), {
        getOwnPropertyDescriptor: () => {
          throw new Error('raw');
        },
      }),
  ],
  ['with a digest of another framework', () => new DynamicServerError('SOME_DIGEST')],
])('an error %s is one of the connection', async (_, make) => {
  await expect(clientThatThrows(make()).score(order)).rejects.toMatchObject({
    name: 'ConnectionError',
  });
});

test('an error of the caller’s own fetch is never the framework’s, and its words stay out', async () => {
  const error = Object.assign(new Error('Basic NDI6YS1saWNlbnNlLWtleQ=='), {
    digest: 'NEXT_REDIRECT',
  });
  const fetch = () => Promise.reject(error);
  const client = new MinFraud({ accountId: 42, licenseKey: 'a-license-key', fetch });
  await expect(client.score(order)).rejects.toMatchObject({
    name: 'ConnectionError',
    message: expect.not.stringContaining('NDI6'),
  });
});

test('after the head of a response it is an error of the connection, since the query may have been billed', async () => {
  const body = new ReadableStream({
    pull: () => Promise.reject(new DynamicServerError('DYNAMIC_SERVER_USAGE')),
  });
  const client = clientThatThrows(undefined);
  globalThis.fetch = () => Promise.resolve(new Response(body, { status: 200 }));
  await expect(client.score(order)).rejects.toMatchObject({ name: 'ConnectionError', status: 200 });
});
