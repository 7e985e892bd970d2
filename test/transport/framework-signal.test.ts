import { expect, test } from '@jest/globals';
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

function clientThatThrows(error: unknown, seen: ResponseEvent[] = []): MinFraud {
  return new MinFraud({
    accountId: 42,
    licenseKey: 'a-license-key',
    fetch: () => {
      throw error;
    },
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
