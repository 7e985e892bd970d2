import { once } from 'node:events';
import { get, type IncomingMessage } from 'node:http';
import { afterEach, describe, expect, it } from '@jest/globals';
import { EventSource } from 'undici';
import { RequestLog, Recording } from '../src/recording.ts';
import { Redactor } from '../src/secrets.ts';
import { basic, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

interface Told {
  readonly type: string;
  readonly data: string;
}

const open: EventSource[] = [];
afterEach(() => {
  for (const source of open.splice(0)) source.close();
});

/** A page that is open: what it is told, in order. */
function follow(url: string): { readonly next: () => Promise<Told> } {
  const source = new EventSource(`${url}/events`);
  open.push(source);
  const told: Told[] = [];
  const waiting: ((told: Told) => void)[] = [];
  for (const name of ['run', 'request']) {
    source.addEventListener(name, (event) => {
      const { type, data } = event as MessageEvent<string>;
      const taker = waiting.shift();
      if (taker === undefined) told.push({ type, data });
      else taker({ type, data });
    });
  }
  return {
    next: () => {
      const first = told.shift();
      return first === undefined
        ? new Promise((resolve) => waiting.push(resolve))
        : Promise.resolve(first);
    },
  };
}

const stateIn = ({ data }: Told): string => /data-state="([^"]*)"/.exec(data)?.[1] ?? '';

/** Twelve kilobytes, as a large cart has. */
const largeOrder = {
  device: { ip_address: '203.0.113.200' },
  shopping_cart: Array.from({ length: 150 }, (_, index) => ({
    category: 'clothing & "shoes"',
    item_id: `item-${index}`,
    quantity: 1,
    price: 12.5,
  })),
};

/** The text of each event. */
async function readEvents(url: string, signal: AbortSignal): Promise<AsyncGenerator<string>> {
  const { body } = await fetch(`${url}/events`, {
    headers: { accept: 'text/event-stream' },
    signal,
  });
  if (body === null) throw new Error('no stream');
  return eventsOf(body);
}

async function* eventsOf(body: ReadableStream<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let text = '';
  for await (const bytes of body) {
    const parts = (text + decoder.decode(bytes, { stream: true })).split('\n\n');
    text = parts.pop() ?? '';
    yield* parts;
  }
}

describe('the stream of the page', () => {
  it('tells of a request when it comes and when its response went out', async () => {
    const { url } = await emulate();
    const page = follow(url);
    expect((await page.next()).type).toBe('run');
    await post(url + paths.score, { event: { transaction_id: 'order\r\n-1', shop_id: 'mine' } });
    const [came, ended] = [await page.next(), await page.next()];
    expect([came, ended].map(stateIn)).toEqual(['…', '200']);
    expect(came.data).toContain('in progress');
    expect(ended.data).toContain('risk_score');
    const ids = [came, ended].map(({ data }) => /id="([^"]*)"/.exec(data)?.[1]);
    expect(ids).toEqual(['request-1', 'request-1']);
    expect(came.data + ended.data).not.toContain(basic().slice(6));
  });

  it('begins with what came before, and starts anew after a reset', async () => {
    const emulator = await emulate();
    await post(emulator.url + paths.score, { event: { transaction_id: 'earlier' } });
    const page = follow(emulator.url);
    const first = await page.next();
    expect((await page.next()).data).toContain('earlier');
    emulator.reset();
    const second = await page.next();
    expect(second.type).toBe('run');
    expect(second.data).not.toBe(first.data);
    const html = await (await fetch(emulator.url)).text();
    expect(html).toContain(`data-run="${second.data}"`);
  });

  it('begins with a hundred large orders, and goes on', async () => {
    const emulator = await emulate();
    for (let order = 0; order < 110; order += 1) {
      await post(emulator.url + paths.factors, largeOrder);
    }
    const controller = new AbortController();
    const events = await readEvents(emulator.url, controller.signal);
    expect((await events.next()).value).toMatch(/^event: run\n/);
    for (let row = 0; row < 100; row += 1) {
      expect((await events.next()).value).toContain('shopping_cart');
    }
    await post(emulator.url + paths.score, { event: { transaction_id: 'after' } });
    expect((await events.next()).value).toContain('after');
    controller.abort();
  });

  it('is closed to a page that does not read', async () => {
    const { url } = await emulate();
    const accept = 'text/event-stream';
    // Not fetch, which reads ahead: nothing takes the data of this response.
    const response = await new Promise<IncomingMessage>((resolve, reject) => {
      get(`${url}/events`, { headers: { accept }, agent: false }, resolve).on('error', reject);
    });
    const end = once(response, 'error');
    // More than the buffers of both ends, and the limit, hold.
    for (let order = 0; order < 400; order += 1) await post(url + paths.factors, largeOrder);
    response.resume();
    expect(await end).toMatchObject([{ code: 'ECONNRESET' }]);
  });

  it('shows markup of a caller as text', async () => {
    const { url } = await emulate();
    const page = follow(url);
    await page.next();
    await post(url + paths.report, { tag: 'spam', transaction_id: '<img src=x onerror=alert(1)>' });
    expect((await page.next()).data).not.toContain('<img');
    expect((await page.next()).data).not.toContain('<img');
  });

  it('leaves the path to the spec for callers that ask for anything else', async () => {
    const emulator = await emulate();
    const response = await fetch(`${emulator.url}/events`);
    expect(response.status).toBe(404);
    expect(emulator.requests.map(({ path }) => path)).toEqual(['/events']);
  });

  it('is closed with the emulator', async () => {
    const emulator = await emulate();
    const { body } = await fetch(`${emulator.url}/events`, {
      headers: { accept: 'text/event-stream' },
    });
    const reader = body?.getReader();
    expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^event: run\n/);
    await emulator.close();
    await expect(reader?.read()).rejects.toThrow();
  });
});

describe('the log of requests', () => {
  it('tells no follower that has left', () => {
    const log = new RequestLog(1);
    const seen: unknown[] = [];
    const leave = log.follow((request) => seen.push(request));
    const make = (): Recording =>
      new Recording(
        { method: 'GET', url: new URL('http://localhost/'), headers: {}, body: Buffer.alloc(0) },
        new Redactor([]),
      );
    const [first, second] = [make(), make()];
    log.add(first);
    log.add(second);
    log.end(first); // forgotten by now
    log.end(second);
    expect(seen).toEqual([first, second, second]);
    leave();
    log.clear();
    expect(seen).toHaveLength(3);
  });
});
