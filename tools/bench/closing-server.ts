/**
 * What becomes of calls when the server closes connections that it has responded on, and of many calls at once:
 * the figures in docs/proxies.md. `npx tsx -C minfraud-source tools/bench/closing-server.ts [calls at once]`.
 */
import { once } from 'node:events';
import { createServer, type Server } from 'node:net';
import type { AddressInfo } from 'node:net';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setImmediate as immediate } from 'node:timers/promises';
import { Agent } from 'undici';
import { type ClientOptions, MinFraud } from '../../src/index.ts';
import { undiciFetch } from '../../src/undici/index.ts';

type Fetch = NonNullable<ClientOptions['fetch']>;

const body = JSON.stringify({
  id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
  risk_score: 1.5,
  funds_remaining: 10,
  queries_remaining: 1000,
  warnings: [],
});
const response =
  'HTTP/1.1 200 OK\r\ncontent-type: application/json\r\n' +
  `content-length: ${body.length}\r\n\r\n${body}`;

/** Responds to each request, and closes the connection so long after it; `undefined` keeps it open. */
async function serve(closesAfterMs: number | undefined): Promise<Server> {
  const server = createServer((socket) => {
    let seen = '';
    socket.on('error', () => undefined);
    socket.on('data', (chunk) => {
      seen += chunk.toString('latin1');
      for (;;) {
        const end = seen.indexOf('\r\n\r\n');
        const length = Number(/content-length: (\d+)/i.exec(seen)?.[1] ?? 0);
        if (end < 0 || seen.length < end + 4 + length) return;
        seen = seen.slice(end + 4 + length);
        socket.write(response);
        if (closesAfterMs !== undefined) setTimeout(() => socket.end(), closesAfterMs);
      }
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

const fetches = {
  fetch: (): Fetch => globalThis.fetch,
  undiciFetch: (connections: number): Fetch =>
    undiciFetch({ dispatcher: new Agent({ connections }) }),
};

function clientOf(server: Server, fetch: Fetch): MinFraud {
  const { port } = server.address() as AddressInfo;
  const credentials = { accountId: 42, licenseKey: 'of-the-benchmark' };
  const limits = { maxRetries: 0, timeout: 300_000, deadline: 300_000 };
  return new MinFraud({ ...credentials, ...limits, baseUrl: `http://127.0.0.1:${port}`, fetch });
}

const transaction = { device: { ipAddress: '203.0.113.9' } };

/** One call after the other, about as long apart as the server waits before it closes. */
async function lostOf100(fetch: Fetch, closesAfterMs: number): Promise<number> {
  const server = await serve(closesAfterMs);
  const client = clientOf(server, fetch);
  let lost = 0;
  for (let call = 0; call < 100; call++) {
    await client.score(transaction).catch(() => lost++);
    const next = performance.now() + closesAfterMs * (0.5 + Math.random());
    while (performance.now() < next) await immediate();
  }
  server.close();
  return lost;
}

async function manyAtOnce(fetch: Fetch, calls: number): Promise<string> {
  const server = await serve(undefined);
  const client = clientOf(server, fetch);
  const delay = monitorEventLoopDelay({ resolution: 10 });
  const [memory, start] = [process.memoryUsage.rss(), performance.now()];
  delay.enable();
  let lost = 0;
  await Promise.all(
    Array.from({ length: calls }, () => client.score(transaction).catch(() => lost++)),
  );
  const seconds = (performance.now() - start) / 1000;
  const grown = (process.memoryUsage.rss() - memory) / 1e6;
  const blocked = delay.max / 1e9;
  server.close();
  return `${seconds.toFixed(1)} s, loop blocked up to ${blocked.toFixed(1)} s, +${Math.round(grown)} MB, ${lost} lost`;
}

const [what = 'lost', name = 'fetch', calls = '10000'] = process.argv.slice(2);
const fetch = name === 'fetch' ? fetches.fetch() : fetches.undiciFetch(100);
if (what === 'lost') {
  for (const closesAfterMs of [0, 1, 3, 10]) {
    const lost = await lostOf100(fetch, closesAfterMs);
    console.log(`${name}, closed after ${closesAfterMs} ms: ${lost} of 100 lost`);
  }
} else {
  console.log(`${name}, ${calls} calls at once: ${await manyAtOnce(fetch, Number(calls))}`);
}
process.exit();
