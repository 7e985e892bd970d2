/**
 * Calls a second on loopback with `minfraud-sdk/undici`, over raw fetch with a timeout signal. Each
 * figure comes from a process of its own that has warmed up, and the variants take turns.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { loadavg } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Agent } from 'undici';
import { type Transaction } from '../generated/models/index.ts';
import { MinFraud } from '../src/client.ts';
import { type FetchFunction } from '../src/options/options.ts';
import { undiciFetch } from '../src/undici/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = readFileSync(join(root, 'spec/examples/insights-response.json'), 'utf8');
const answer = JSON.stringify((JSON.parse(example) as { value: unknown }).value);
const warmUp = 7_000;
const calls = 8_000;
const rounds = 3;

const transaction: Transaction = {
  device: {
    ipAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    acceptLanguage: 'en-GB,en;q=0.8',
    sessionAge: 3600.5,
  },
  event: { transactionId: 'txn3134133', shopId: 's2123', type: 'purchase' },
  account: { userId: '3132', usernameMd5: '4f9726678c438914fa04bdb8c1a24088' },
  email: { address: 'jane.doe@example.com', domain: 'example.com' },
  billing: {
    firstName: 'Jane',
    lastName: 'Doe',
    address: '101 Address Rd.',
    city: 'New Haven',
    region: 'CT',
    country: 'US',
    postal: '06510',
    phoneNumber: '203-000-0000',
    phoneCountryCode: '1',
  },
  creditCard: { issuerIdNumber: '411111', lastDigits: '7643', avsResult: 'Y', cvvResult: 'N' },
  order: { amount: 323.21, currency: 'USD', discountCode: 'FIRST' },
  shoppingCart: [{ category: 'pets', itemId: 'leash-0231', quantity: 2, price: 20.43 }],
  customInputs: { section: 'news', previous_purchases: 19 },
};

type Call = () => Promise<unknown>;

const variants: Readonly<Record<string, (baseUrl: string) => Promise<Call> | Call>> = {
  'raw fetch, AbortSignal.timeout': rawFetch,
  'insights()': (baseUrl) => insights(baseUrl, undefined),
  'insights(), undiciFetch': (baseUrl) =>
    insights(baseUrl, undiciFetch({ dispatcher: new Agent() })),
  'insights(), undiciFetch, body as a stream': (baseUrl) => {
    const fetch = undiciFetch({ dispatcher: new Agent() });
    return insights(baseUrl, async (url, init) =>
      Object.assign(await fetch(url, init), { readUpTo: undefined }),
    );
  },
};

function insights(baseUrl: string, fetch: FetchFunction | undefined): Call {
  const client = new MinFraud({ accountId: 42, licenseKey: 'bench', baseUrl, fetch });
  return () => client.insights(transaction);
}

/** The same request as the client's, and an answer that is only parsed. */
async function rawFetch(baseUrl: string): Promise<Call> {
  let request: RequestInit = {};
  const seen: FetchFunction = (_, init) => {
    request = init;
    return Promise.resolve(new Response('{}'));
  };
  await insights(baseUrl, seen)();
  const { method = 'POST', headers = {}, body } = request;
  const wire: unknown = JSON.parse(body as string);
  return async () => {
    const signal = AbortSignal.timeout(10_000);
    const init = { method, headers, body: JSON.stringify(wire), signal };
    const response = await fetch(`${baseUrl}/minfraud/v2.0/insights`, init);
    return response.json() as Promise<unknown>;
  };
}

async function run(call: Call, count: number, flying: number): Promise<void> {
  let left = count;
  const worker = async (): Promise<void> => {
    while (left-- > 0) await call();
  };
  await Promise.all(Array.from({ length: flying }, worker));
}

interface Figure {
  readonly perSecond: number;
  /** Microseconds a call: what other load on the machine changes least. */
  readonly cpu: number;
}

/** In a child: one variant, one figure. */
async function measure(variant: string, flying: number, baseUrl: string): Promise<void> {
  const call = await variants[variant]?.(baseUrl);
  if (call === undefined) throw new Error(`There is no variant ${variant}.`);
  await run(call, warmUp, flying);
  const started = performance.now();
  const before = process.cpuUsage();
  await run(call, calls, flying);
  const { user, system } = process.cpuUsage(before);
  const perSecond = (calls * 1000) / (performance.now() - started);
  process.send?.({ perSecond, cpu: (user + system) / calls } satisfies Figure);
  process.disconnect();
}

function serve(): void {
  const headers = { 'content-type': 'application/vnd.maxmind.com-minfraud-insights+json' };
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, headers).end(answer));
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

function child(...args: string[]): ChildProcess {
  return fork(fileURLToPath(import.meta.url), args, { execArgv: process.execArgv });
}

async function figureOf(variant: string, flying: number, baseUrl: string): Promise<Figure> {
  const [figure] = (await once(child(variant, String(flying), baseUrl), 'message')) as [Figure];
  return figure;
}

function median(list: readonly number[]): number {
  return [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

async function compare(): Promise<void> {
  const server = child('serve');
  const [port] = (await once(server, 'message')) as [number];
  const baseUrl = `http://127.0.0.1:${port}`;
  for (const flying of [16, 64]) {
    const figures = new Map<string, Figure[]>();
    for (let round = 0; round < rounds; round++) {
      for (const variant of Object.keys(variants)) {
        const figure = await figureOf(variant, flying, baseUrl);
        figures.set(variant, [...(figures.get(variant) ?? []), figure]);
      }
    }
    const load = loadavg().map((value) => value.toFixed(1));
    console.log(`Calls a second on loopback, ${flying} in flight (load average ${load.join(' ')})`);
    const [floor = []] = figures.values();
    for (const [variant, list] of figures) {
      const perSecond = median(list.map((figure) => figure.perSecond));
      const cpu = median(list.map((figure) => figure.cpu));
      const ratio = perSecond / median(floor.map((figure) => figure.perSecond));
      const cpuRatio = median(floor.map((figure) => figure.cpu)) / cpu;
      console.log(
        `  ${variant.padEnd(44)} ${perSecond.toFixed(0).padStart(7)} /s  ${ratio.toFixed(2)}×` +
          `  ${cpu.toFixed(0).padStart(5)} µs of CPU  ${cpuRatio.toFixed(2)}×`,
      );
    }
  }
  server.kill();
}

const [variant, flying = '', baseUrl = ''] = process.argv.slice(2);
if (variant === undefined) await compare();
else if (variant === 'serve') serve();
else await measure(variant, Number(flying), baseUrl);
