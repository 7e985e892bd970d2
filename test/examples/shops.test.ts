/** The shops of examples/: what they take for an order, what they tell the customer, and what it costs. */
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { pathToFileURL } from 'node:url';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { freePort } from '../free-port.ts';

const examples = join(process.cwd(), 'examples');
/** A household and a Tor exit of the emulator. */
const household = '203.0.113.7';
const tor = '203.0.113.215';

/** Sends a request to a shop. */
type Send = (path: string, init: RequestInit) => Promise<Response>;

let emulator: Emulator;
const before = process.env;
const started: ChildProcess[] = [];

beforeEach(async () => {
  emulator = await startEmulator();
  const { accountId, licenseKey } = emulator.credentials;
  process.env = {
    ...before,
    MAXMIND_ACCOUNT_ID: String(accountId),
    MAXMIND_LICENSE_KEY: licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
    MINFRAUD_ALERT_SECRET: 'supersecret-0123456789',
  };
  jest.resetModules();
  jest.spyOn(console, 'log').mockImplementation(() => undefined);
  jest.spyOn(console, 'error').mockImplementation(() => undefined);
});

afterEach(async () => {
  jest.restoreAllMocks();
  process.env = before;
  for (const child of started.splice(0)) {
    const ended = once(child, 'exit');
    child.kill();
    await ended;
  }
  await emulator.close();
});

/** A server as its head says: a program of its own, which prints its address. */
async function serverOf(name: string): Promise<Send> {
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const flags = ['-C', 'minfraud-source', '--import', loader, join(examples, `${name}.ts`)];
  const child = spawn(process.execPath, flags, {
    env: { ...process.env, PORT: String(await freePort()) },
    // A wrong key is logged as an error, on purpose.
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  started.push(child);
  for await (const line of createInterface({ input: child.stdout })) {
    if (line.startsWith('http://')) {
      child.stdout.resume();
      return (path, init) => fetch(line + path, init);
    }
  }
  throw new Error(`${name} ended`);
}

interface Application {
  request(path: string, init: RequestInit, env: NodeJS.ProcessEnv): Promise<Response>;
}

/** What Next.js brings and `@/lib` of its README, for files that are loaded without it. */
function nextProject(policy: unknown = { review: 20, decline: 70 }): void {
  const virtual = { virtual: true };
  jest.doMock('@/lib/checkout', () => jest.requireActual('../../examples/checkout.ts'), virtual);
  jest.doMock('@/lib/orders', () => jest.requireActual('../../examples/orders.ts'), virtual);
  jest.doMock('@/lib/policy.json', () => ({ __esModule: true, default: policy }), virtual);
  jest.doMock('next/headers', () => ({ headers: () => new Headers() }), virtual);
  const redirect = (path: string): never => {
    throw new Error(`redirected to ${path}`);
  };
  jest.doMock('next/navigation', () => ({ redirect }), virtual);
}

const shops: Record<string, () => Promise<Send>> = {
  'express.ts': () => serverOf('express'),
  'fastify.ts': () => serverOf('fastify'),
  'hono.ts': async () => {
    const { default: app } = (await import('../../examples/hono.ts')) as { default: Application };
    return (path, init) => app.request(path, init, process.env);
  },
  'next/app/orders/route.ts': async () => {
    nextProject();
    const { POST } = await import('../../examples/next/app/orders/route.ts');
    return (path, init) => POST(new Request(`http://localhost${path}`, init));
  },
};

describe.each(Object.entries(shops))('%s', (_, start) => {
  let send: Send;
  const post = (body: string, address: string, type = 'application/json'): Promise<Response> =>
    send('/orders', {
      method: 'POST',
      body,
      headers: {
        'Content-Type': type,
        'X-Forwarded-For': address,
        'CF-Connecting-IP': address,
      },
    });
  const buy = async (id: string, address: string): Promise<unknown> =>
    (await post(JSON.stringify({ id, amount: 1, currency: 'XXX' }), address)).json();

  beforeEach(async () => {
    send = await start();
  });

  test('takes no order that the shop does not know', async () => {
    const bodies = [
      '{}',
      '[]',
      '5',
      '"x"',
      'null',
      'x',
      '',
      '{"id":"order-9"}',
      '{"id":["order-1001"]}',
    ];
    for (const body of bodies) {
      for (const type of ['application/json', 'text/plain']) {
        const { status } = await post(body, household, type);
        // A framework may reject the body before the shop sees it.
        expect({ body, type, ok: [400, 404, 415].includes(status), status }).toMatchObject({
          ok: true,
        });
      }
    }
    expect(emulator.requests).toEqual([]);
  });

  test('decides by its own record of the order, once', async () => {
    expect(await buy('order-1001', household)).toEqual({ status: 'received' });
    expect(await buy('order-1001', tor)).toEqual({ status: 'received' });
    expect(emulator.requests.map(({ body }) => body)).toMatchObject([
      { event: { transaction_id: 'order-1001' }, order: { amount: 49.95, currency: 'EUR' } },
    ]);
  });

  test('declines by the score', async () => {
    const told: unknown[] = [];
    // A machine that stands still for the two seconds of the deadline costs one of them its score.
    for (const id of ['order-1002', 'order-1004', 'order-1005']) told.push(await buy(id, tor));
    expect(told).toContainEqual({ status: 'declined' });
  });

  test('tells no customer that a held order is accepted', async () => {
    emulator.setFaults({ score: { status: 401, code: 'LICENSE_KEY_REQUIRED' } });
    expect(await buy('order-1001', household)).toEqual({ status: 'received' });
  });
});

describe('orders.ts', () => {
  test('holds an order until it is decided', async () => {
    const shop = await import('../../examples/orders.ts');
    const { findOrder, settleOrder, statusFor, takeOrder } = shop;
    const order = findOrder({ id: 'order-1001' });
    if (order === undefined) throw new Error('no order');
    expect(order.status).toBe('new');
    expect([takeOrder(order), takeOrder(order)]).toEqual([true, false]);
    expect([order.status, statusFor(order)]).toEqual(['review', 'received']);
    settleOrder(order, { decision: 'decline', minfraudId: 'id-of-the-score' });
    expect([order.status, statusFor(order)]).toEqual(['decline', 'declined']);
    expect(order.minfraudId).toBe('id-of-the-score');
    expect(console.log).toHaveBeenCalledWith(
      '{"order":"order-1001","decision":"decline","minfraudId":"id-of-the-score"}',
    );
  });
});

describe('the server action of Next.js', () => {
  test('decides about an order of the shop', async () => {
    nextProject();
    const { placeOrder } = await import('../../examples/next/app/checkout/actions.ts');
    const form = new FormData();
    form.set('id', 'order-1001');
    await expect(placeOrder(form)).rejects.toThrow('redirected to /thanks');
    form.set('id', 'order-9');
    await expect(placeOrder(form)).rejects.toThrow('redirected to /checkout?unknown');
    expect(emulator.requests.map(({ body }) => body)).toMatchObject([
      { email: { address: 'jane.doe@example.com' }, order: { amount: 49.95 } },
    ]);
  });

  test('is not loaded with a damaged policy', async () => {
    nextProject({ review: 80, decline: 20 });
    const loading = import('../../examples/next/app/checkout/actions.ts');
    await expect(loading).rejects.toThrow('The policy is invalid');
  });
});
