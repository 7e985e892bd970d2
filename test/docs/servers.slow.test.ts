import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { setTimeout } from 'node:timers/promises';
import { freePort } from '../free-port.ts';
import { type AlertDelivery, type Emulator, startEmulator } from 'minfraud-emulator';
import { pages, type Program, programs } from './pages.ts';
import { type ReaderProject, readerProject } from './reader-project.ts';

/** Blocks that listen on a port: this test is their caller. */
const servers = pages()
  .flatMap(programs)
  .filter(({ tags }) => tags.includes('server'));
const webhooks = servers.filter(({ code }) => code.includes('verifyAlert'));
const shops = servers.filter(({ code }) => code.includes('deviceFrom'));

let project: ReaderProject;
let emulator: Emulator;

beforeAll(async () => {
  project = readerProject();
  emulator = await startEmulator();
});

afterAll(async () => {
  await emulator.close();
  project.remove();
});

interface Running {
  readonly url: string;
  /** What it has printed, once it has printed anything. */
  readonly printed: () => Promise<string>;
}

async function withServer(
  { code, ...block }: Program,
  use: (server: Running) => Promise<void>,
): Promise<void> {
  const port = await freePort();
  const [file = ''] = project.write([
    { ...block, code: code.replaceAll('new MinFraud()', `new MinFraud(${clientOptions()})`) },
  ]).files;
  const child = project.start(file, { port });
  let text = '';
  child.stdout?.on('data', (chunk: Buffer) => {
    text += chunk.toString();
  });
  try {
    await untilListening(port);
    await use({
      url: `http://127.0.0.1:${port}`,
      // The line may come by its pipe later than the response by its socket.
      printed: async () => {
        while (text === '') await setTimeout(10);
        return text;
      },
    });
  } finally {
    child.kill();
  }
}

const clientOptions = (): string =>
  JSON.stringify({ ...emulator.credentials, baseUrl: emulator.url });

async function untilListening(port: number): Promise<void> {
  for (;;) {
    try {
      await fetch(`http://127.0.0.1:${port}/`);
      return;
    } catch {
      await setTimeout(50);
    }
  }
}

test('each server of a page has a caller here', () => {
  expect(servers.filter((block) => !webhooks.includes(block) && !shops.includes(block))).toEqual(
    [],
  );
  expect(webhooks.map(({ page }) => page)).toEqual(expect.arrayContaining(['README.md']));
});

describe.each(webhooks)('the webhook at $place', (block) => {
  test('takes an alert that is signed, and no other', async () => {
    await withServer(block, async ({ url, printed }) => {
      const deliver = (tamper: boolean): Promise<AlertDelivery> =>
        emulator.sendAlert({
          url: `${url}/alerts`,
          secret: 'supersecret-0123456789',
          parameters: { reason_code: 'CARDER_EMAIL', new_risk_score: 97 },
          tamper,
        });
      expect((await deliver(true)).status).toBe(401);
      expect((await deliver(false)).status).toBe(204);
      // One line: nothing was printed for the alert that was not MaxMind's.
      expect(await printed()).toMatch(/^Hold order .*: CARDER_EMAIL, now 97\.\n$/);
    });
  });
});

describe.each(shops)('the shop at $place', (block) => {
  test("scores the customer's address, not the proxy's", async () => {
    emulator.reset();
    await withServer(block, async ({ url }) => {
      const headers = { 'x-forwarded-for': '198.51.100.99, 203.0.113.215' };
      const response = await fetch(`${url}/orders`, { headers });
      expect(response.status).toBe(200);
      expect(Number(await response.text())).toBeGreaterThan(20);
      expect(emulator.requests.at(-1)?.body).toMatchObject({
        device: { ip_address: '203.0.113.215' },
      });
    });
  });
});
