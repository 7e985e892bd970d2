/**
 * Makes many calls in a process of its own and prints by how much the heap has grown. Started with
 * `--expose-gc`; an unhandled rejection ends it with an error, an open handle keeps it from ending.
 */
import { MinFraud } from '../../src/client.ts';
import { goodScore } from './fault.ts';

const calls = Number(process.argv[2] ?? 100_000);
const transaction = { device: { ipAddress: '203.0.113.9' } };
const signal = new AbortController().signal;

/** Of a hundred calls: 96 responses, a refusal, a retry, a broken connection and an endless body. */
let number = 0;
const fetch = (): Promise<Response> => {
  switch (number++ % 100) {
    case 20:
      return Promise.resolve(new Response('{}', { status: 402 }));
    case 40:
      return Promise.resolve(new Response('', { status: 503 }));
    case 60:
      return Promise.reject(new TypeError('fetch failed', { cause: new Error('reset') }));
    case 80:
      return Promise.resolve(new Response(new ReadableStream()));
    default:
      return Promise.resolve(new Response(goodScore));
  }
};
const client = new MinFraud({ accountId: 42, licenseKey: 'key', fetch, timeout: 5 });
Math.random = () => 0;

async function run(count: number): Promise<void> {
  const worker = async (): Promise<void> => {
    for (let left = count / 20; left > 0; left--) {
      await client.score(transaction, { signal }).catch(() => undefined);
    }
  };
  await Promise.all(Array.from({ length: 20 }, worker));
}

async function heapUsed(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  return process.memoryUsage().heapUsed;
}

async function main(): Promise<void> {
  await run(10_000);
  const before = await heapUsed();
  await run(calls);
  console.log(JSON.stringify({ calls: number, grown: (await heapUsed()) - before }));
}

void main();
