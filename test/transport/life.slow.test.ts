import { spawn } from 'node:child_process';
import { getEventListeners, once } from 'node:events';
import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../../src/client.ts';
import type { FetchFunction } from '../../src/options/options.ts';
import { goodResponse, goodScore, serveWith } from './fault.ts';
import { rawResponse, startHostileServer } from './hostile-server.ts';

const credentials = { accountId: 42, licenseKey: 'key' };
const transaction = { device: { ipAddress: '203.0.113.9' } };
const never: FetchFunction = () => new Promise(() => undefined);

afterEach(() => {
  jest.restoreAllMocks();
});

function timers(): number {
  return process.getActiveResourcesInfo().filter((name) => name === 'Timeout').length;
}

describe('a signal that outlives its calls', () => {
  test('gathers no listeners over ten thousand of them', async () => {
    const { signal } = new AbortController();
    let most = 0;
    const fetch: FetchFunction = () => {
      most = Math.max(most, getEventListeners(signal, 'abort').length);
      return Promise.resolve(new Response(goodScore));
    };
    const client = new MinFraud({ ...credentials, fetch });
    for (let call = 0; call < 10_000; call++) await client.score(transaction, { signal });
    expect(most).toBe(1);
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  }, 60_000);

  test.each<[string, FetchFunction]>([
    ['succeed', () => Promise.resolve(new Response(goodScore))],
    ['are refused', () => Promise.resolve(new Response('', { status: 402 }))],
    ['are retried', () => Promise.resolve(new Response('', { status: 503 }))],
    ['lose their connection', () => Promise.reject(new Error('reset'))],
    ['time out', never],
    ['lose their body', () => Promise.resolve(new Response(new ReadableStream()))],
  ])('is let go of by calls that %s', async (_, fetch) => {
    jest.spyOn(Math, 'random').mockReturnValue(0.01);
    const { signal } = new AbortController();
    const client = new MinFraud({ ...credentials, fetch, timeout: 15 });
    const before = timers();
    const warned = jest.fn();
    process.on('warning', warned);
    await Promise.all(
      Array.from({ length: 20 }, () =>
        client.score(transaction, { signal }).catch(() => undefined),
      ),
    );
    process.off('warning', warned);
    expect(warned).not.toHaveBeenCalled();
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
    expect(timers()).toBeLessThanOrEqual(before);
  });

  test('ends all of its calls at once, whatever they wait for', async () => {
    const controller = new AbortController();
    const { signal } = controller;
    const waiting: FetchFunction = () =>
      Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '10' } }));
    const calls = [never, waiting].flatMap((fetch) => {
      const client = new MinFraud({ ...credentials, fetch });
      return Array.from({ length: 50 }, () => client.score(transaction, { signal }));
    });
    setTimeout(() => controller.abort('enough'), 20);
    const ends = await Promise.allSettled(calls);
    expect(
      new Set(ends.map((end) => end.status === 'rejected' && (end.reason as unknown))),
    ).toEqual(new Set(['enough']));
    expect(getEventListeners(signal, 'abort')).toHaveLength(0);
  });
});

describe('connections', () => {
  test('are kept alive and used again, also after errors', async () => {
    jest.spyOn(Math, 'random').mockReturnValue(0);
    const server = await startHostileServer(
      serveWith((request) =>
        request.number % 5 === 0
          ? rawResponse('503 Service Unavailable', { 'Retry-After': '0' }, '<h1>later</h1>')
          : goodResponse(request),
      ),
    );
    const client = new MinFraud({ ...credentials, baseUrl: `http://127.0.0.1:${server.port}` });
    try {
      for (let call = 0; call < 40; call++) await client.score(transaction);
      expect(server.requests.length).toBeGreaterThan(45);
      // Fetch opens a second one when a request follows before it has put the first away.
      expect(server.connections()).toBeLessThanOrEqual(2);
      // No header that would make fetch close them, and no length of our own.
      expect(server.requests[0]?.head.match(/^content-length:/gim)).toHaveLength(1);
    } finally {
      await server.close();
    }
  });
});

test('a hundred thousand calls do not grow the heap, and leave nothing behind', async () => {
  const child = spawn(
    process.execPath,
    [
      '--expose-gc',
      '-C',
      'minfraud-source',
      '--import',
      'tsx',
      'test/transport/heap-run.ts',
      '100000',
    ],
    { stdio: ['ignore', 'pipe', 'pipe'] },
  );
  let output = '';
  let complaints = '';
  child.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (complaints += chunk.toString()));
  const [code] = (await once(child, 'exit')) as [number];
  expect(complaints).toBe('');
  expect(code).toBe(0);
  const { calls, grown } = JSON.parse(output) as { calls: number; grown: number };
  expect(calls).toBeGreaterThan(100_000);
  // A leak of one timer or closure a call would be 10 MB and more.
  expect(grown).toBeLessThan(2_000_000);
}, 180_000);
