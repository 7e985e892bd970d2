/**
 * What a call costs over the least it could cost: CPU on a stubbed fetch over JSON.stringify and
 * Response.json, and throughput on loopback over the bare fetch. Side by side, in turn, in one run.
 */
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Insights, type Transaction } from '../generated/models/index.ts';
import { MinFraud } from '../src/client.ts';
import { prepareTransaction } from '../src/prepare.ts';
import { undiciFetch } from '../src/undici/index.ts';

const root = join(dirname(fileURLToPath(import.meta.url)), '..');
const example = readFileSync(join(root, 'spec/examples/insights-response.json'), 'utf8');
const answer = JSON.stringify((JSON.parse(example) as { value: unknown }).value);
const headers = { 'content-type': 'application/vnd.maxmind.com-minfraud-insights+json' };

const transaction: Transaction = {
  device: {
    ipAddress: '203.0.113.24',
    userAgent: 'Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/126.0 Safari/537.36',
    acceptLanguage: 'en-GB,en;q=0.8',
    sessionAge: 3600.5,
    sessionId: 'a333a4e127f880d8820e56a66f40717c',
  },
  event: {
    transactionId: 'txn3134133',
    shopId: 's2123',
    time: new Date(Date.now() - 60_000).toISOString(),
    type: 'purchase',
  },
  account: { userId: '3132', usernameMd5: '4f9726678c438914fa04bdb8c1a24088' },
  email: { address: 'jane.doe@example.com', domain: 'example.com' },
  billing: {
    firstName: 'Jane',
    lastName: 'Doe',
    company: 'Example Ltd',
    address: '101 Address Rd.',
    address2: 'Unit 5',
    city: 'New Haven',
    region: 'CT',
    country: 'US',
    postal: '06510',
    phoneNumber: '203-000-0000',
    phoneCountryCode: '1',
  },
  shipping: {
    firstName: 'Jane',
    lastName: 'Doe',
    address: '322 Ship Addr. Ln.',
    city: 'Nowhere',
    region: 'OK',
    country: 'US',
    postal: '73003',
    phoneNumber: '203-000-0001',
    phoneCountryCode: '1',
    deliverySpeed: 'same_day',
  },
  payment: { processor: 'stripe', wasAuthorized: false, declineCode: 'invalid number' },
  creditCard: {
    issuerIdNumber: '411111',
    lastDigits: '7643',
    bankName: 'Bank of No Hope',
    bankPhoneCountryCode: '1',
    bankPhoneNumber: '123-456-1234',
    avsResult: 'Y',
    cvvResult: 'N',
    token: 'token_a1b2c3',
  },
  order: { amount: 323.21, currency: 'USD', discountCode: 'FIRST', hasGiftMessage: false },
  shoppingCart: [
    { category: 'pets', itemId: 'leash-0231', quantity: 2, price: 20.43 },
    { category: 'beauty', itemId: 'msc-1232', quantity: 1, price: 100 },
  ],
  customInputs: { section: 'news', previous_purchases: 19, discount: 3.2, previous_user: true },
};
const wire: unknown = JSON.parse(
  prepareTransaction(transaction, { validate: true, hashEmail: false }),
);
const credentials = { accountId: 42, licenseKey: 'bench' };

type Task = () => Promise<unknown>;

/** Median microseconds of CPU per call of each task; the tasks take turns. */
async function cpu(tasks: Readonly<Record<string, Task>>): Promise<Map<string, number>> {
  const rounds = 40;
  const calls = 400;
  const figures = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = -10; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      const before = process.cpuUsage();
      for (let call = 0; call < calls; call++) await task();
      const { user, system } = process.cpuUsage(before);
      if (round >= 0) figures.get(name)?.push((user + system) / calls);
    }
  }
  return new Map([...figures].map(([name, list]) => [name, median(list)]));
}

/** Median calls a second of each task, this many in flight; the tasks take turns. */
async function throughput(
  tasks: Readonly<Record<string, Task>>,
  flying: number,
): Promise<Map<string, number>> {
  const rounds = 9;
  const calls = 400;
  const figures = new Map(Object.keys(tasks).map((name) => [name, [] as number[]]));
  for (let round = -2; round < rounds; round++) {
    for (const [name, task] of Object.entries(tasks)) {
      let left = calls;
      const started = performance.now();
      const worker = async (): Promise<void> => {
        while (left-- > 0) await task();
      };
      await Promise.all(Array.from({ length: flying }, worker));
      if (round >= 0) figures.get(name)?.push((calls * 1000) / (performance.now() - started));
    }
  }
  return new Map([...figures].map(([name, list]) => [name, median(list)]));
}

function median(list: number[]): number {
  return list.sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? NaN;
}

function print(title: string, figures: Map<string, number>, unit: string): void {
  const [floor = NaN] = figures.values();
  console.log(title);
  for (const [name, figure] of figures) {
    console.log(
      `  ${name.padEnd(44)} ${figure.toFixed(1).padStart(9)} ${unit}  ${(figure / floor).toFixed(2)}×`,
    );
  }
}

async function measureCpu(): Promise<void> {
  const stub = (): Promise<Response> => Promise.resolve(new Response(answer, { headers }));
  const client = new MinFraud({ ...credentials, fetch: stub });
  const unchecked = new MinFraud({ ...credentials, fetch: stub, validate: false });
  const figures = await cpu({
    'JSON.stringify + Response.json': async () => {
      JSON.stringify(wire);
      return (await stub()).json() as Promise<Insights>;
    },
    'insights()': () => client.insights(transaction),
    'insights(), validate: false': () => unchecked.insights(transaction),
  });
  print(`CPU of a call on a stubbed fetch, answer of ${answer.length} bytes`, figures, 'µs');
}

async function measureThroughput(): Promise<void> {
  // In a process of its own: the server must not take its time from the client's loop.
  const server = fork(fileURLToPath(import.meta.url), ['serve'], { execArgv: process.execArgv });
  const [port] = (await once(server, 'message')) as [number];
  const baseUrl = `http://127.0.0.1:${port}`;
  const client = new MinFraud({ ...credentials, baseUrl });
  const light = new MinFraud({ ...credentials, baseUrl, fetch: undiciFetch() });
  const init = {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', Authorization: 'Basic eDp5' },
  };
  const bare = async (): Promise<unknown> => {
    const url = `${baseUrl}/minfraud/v2.0/insights`;
    return (await fetch(url, { ...init, body: JSON.stringify(wire) })).json();
  };
  for (const flying of [1, 16, 64]) {
    const tasks = {
      'fetch(…).json()': bare,
      'insights()': () => client.insights(transaction),
      'insights(), fetch: undiciFetch()': () => light.insights(transaction),
    };
    print(`Calls a second on loopback, ${flying} in flight`, await throughput(tasks, flying), '/s');
  }
  server.kill();
}

function serve(): void {
  const server = createServer((request, response) => {
    request.resume();
    request.on('end', () => response.writeHead(200, headers).end(answer));
  });
  server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));
}

if (process.argv[2] === 'serve') {
  serve();
} else {
  await measureCpu();
  await measureThroughput();
}
