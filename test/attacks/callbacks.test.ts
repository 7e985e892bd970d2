/** The promise: a hook, a logger or a fetch of the application may throw, reject or hang without harm. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../../src/index.ts';
import type { ClientOptions, FetchFunction } from '../../src/options/options.ts';
import { goodScore } from '../transport/fault.ts';

const credentials = { accountId: 42, licenseKey: 'a-license-key' };
const transaction = { device: { ipAddress: '203.0.113.9' } };
const report = { tag: 'chargeback', transactionId: 'x' } as const;

const unhandled = jest.fn();
beforeEach(() => {
  unhandled.mockReset();
  process.on('unhandledRejection', unhandled);
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  process.off('unhandledRejection', unhandled);
  jest.restoreAllMocks();
});

/** Two turns of the event loop: Node tells of a rejection after the first. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 2; turn++) await new Promise((resolve) => setTimeout(resolve, 5));
}

const later = (ms: number): Promise<never> =>
  new Promise((_, reject) => setTimeout(() => reject(new Error('later')), ms));

const callbacks: Readonly<Record<string, () => unknown>> = {
  throws: () => {
    throw new Error('at once');
  },
  'throws undefined': () => {
    // eslint-disable-next-line @typescript-eslint/only-throw-error -- anything may be thrown
    throw undefined;
  },
  'rejects at once': () => Promise.reject(new Error('at once')),
  'rejects later': () => later(2),
  'is async and throws': async () => {
    await Promise.resolve();
    throw new Error('async');
  },
  'never settles': () => new Promise(() => undefined),
  'returns a thenable that throws': () => ({
    then: () => {
      throw new Error('then');
    },
  }),
  'returns a thenable whose then is a getter that throws': () =>
    Object.defineProperty({}, 'then', {
      get: () => {
        throw new Error('getter');
      },
    }),
  'returns a thenable that rejects with a rejection': () => ({
    then: (_: unknown, reject: (reason: unknown) => void) => reject(later(1).catch(() => 1)),
  }),
  'returns a promise with a catch of its own': () =>
    Object.assign(Promise.reject(new Error('own')), {
      catch: () => {
        throw new Error('catch');
      },
    }),
  'returns a revoked proxy': () => {
    const { proxy, revoke } = Proxy.revocable({}, {});
    revoke();
    return proxy;
  },
};

const retryable = (): Response =>
  new Response('', { status: 503, headers: { 'retry-after': '0' } });

describe.each(Object.entries(callbacks))('a callback that %s', (_, callback) => {
  test.each<[string, ClientOptions]>([
    ['as every hook', { hooks: { onRequest: callback, onResponse: callback, onRetry: callback } }],
    [
      'as every method of the logger',
      { logger: { debug: callback, info: callback, warn: callback, error: callback } },
    ],
    [
      'as all of them',
      {
        hooks: { onRequest: callback, onResponse: callback, onRetry: callback },
        logger: { debug: callback, info: callback, warn: callback, error: callback },
      },
    ],
  ])('harms neither the call nor the process: %s', async (_as, options) => {
    let calls = 0;
    const fetch: FetchFunction = () => Promise.resolve(calls++ === 0 ? retryable() : good());
    const client = new MinFraud({ ...credentials, ...options, fetch });
    const started = performance.now();
    const result = await client.score(transaction);
    expect(result.riskScore).toBe(12.5);
    expect(calls).toBe(2);
    // A callback that hangs does not hold the call.
    expect(performance.now() - started).toBeLessThan(5_000);
    await settled();
    expect(unhandled).not.toHaveBeenCalled();
  });
});

function good(): Response {
  return new Response(goodScore, { headers: { 'content-type': 'application/json' } });
}

describe('a fetch', () => {
  test.each<[string, FetchFunction]>([
    ['rejects after the call has timed out', () => later(30)],
    [
      'responds after the call has timed out, with a body that fails',
      () =>
        new Promise((resolve) =>
          setTimeout(
            () =>
              resolve(
                new Response(
                  new ReadableStream({
                    start: (controller) => controller.error(new Error('body')),
                  }),
                ),
              ),
            30,
          ),
        ),
    ],
    [
      'gives a body that fails after the call has timed out',
      () =>
        Promise.resolve(
          new Response(
            new ReadableStream({
              start: (controller) => void setTimeout(() => controller.error(new Error('body')), 30),
            }),
          ),
        ),
    ],
    [
      'gives a body whose cancel fails',
      () =>
        Promise.resolve(
          new Response(new ReadableStream({ cancel: () => Promise.reject(new Error('cancel')) })),
        ),
    ],
  ])('that %s leaves no unhandled rejection', async (_, fetch) => {
    const client = new MinFraud({ ...credentials, fetch, timeout: 10 });
    await expect(client.score(transaction)).rejects.toMatchObject({ code: 'TIMEOUT' });
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(unhandled).not.toHaveBeenCalled();
  });
});

/** What libraries return in the place of a Response. */
const bytes = new TextEncoder().encode(goodScore);
const responses: Readonly<Record<string, () => unknown>> = {
  'a Response': good,
  'a Response that was copied': () => good().clone(),
  // node-fetch 2 and 3: the body is a stream of Node's.
  'a response whose body has no reader': () => ({
    status: 200,
    headers: new Headers(),
    body: { pipe: () => undefined, on: () => undefined },
    bodyUsed: false,
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  }),
  // React Native.
  'a response without a body property': () => ({
    status: 200,
    headers: { get: () => null },
    arrayBuffer: () => Promise.resolve(bytes.buffer),
  }),
  'a response whose reader gives many small pieces': () =>
    new Response(
      new ReadableStream({
        start: (controller) => {
          for (const byte of bytes) controller.enqueue(Uint8Array.of(byte));
          controller.close();
        },
      }),
    ),
};

describe('another library’s fetch', () => {
  test.each(Object.entries(responses))('may return %s', async (_, respond) => {
    let calls = 0;
    const fetch = (() => {
      calls++;
      return Promise.resolve(respond());
    }) as FetchFunction;
    const client = new MinFraud({ ...credentials, fetch });
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
    expect(calls).toBe(1);
  });

  test.each<[string, FetchFunction]>([
    [
      'that logs the body it reads',
      async () => {
        const response = good();
        await response.text();
        return response;
      },
    ],
    [
      'that has locked the body',
      () => {
        const response = good();
        response.body?.getReader();
        return Promise.resolve(response);
      },
    ],
  ])('%s is told so, and nothing is retried', async (_, respond) => {
    let calls = 0;
    const fetch: FetchFunction = (url, init) => {
      calls++;
      return respond(url, init);
    };
    const client = new MinFraud({ ...credentials, fetch });
    for (const run of [() => client.score(transaction), () => client.report(report)]) {
      calls = 0;
      await expect(run()).rejects.toMatchObject({
        name: 'HttpError',
        code: 'RESPONSE_CONSUMED',
        message: expect.stringContaining('response.clone()') as unknown as string,
      });
      expect(calls).toBe(1);
    }
  });

  test('that returns something without a body to read is told so, and called once', async () => {
    const nothing = { status: 200, headers: { get: () => null }, body: {} };
    let calls = 0;
    const fetch = (() => {
      calls++;
      return Promise.resolve(nothing);
    }) as unknown as FetchFunction;
    const client = new MinFraud({ ...credentials, fetch });
    await expect(client.report(report)).rejects.toMatchObject({ code: 'OPTION_INVALID' });
    expect(calls).toBe(1);
  });
});
