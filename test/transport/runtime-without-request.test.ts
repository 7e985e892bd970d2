import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { request as send } from 'node:http';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import type { FetchedResponse, FetchInit } from '../../src/index.ts';

/** As in jsdom, which has Headers and nothing else of fetch: the user brings a fetch of their own. */
const missing = ['Request', 'Response', 'fetch'] as const;
const kept = new Map(
  missing.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)]),
);
let emulator: Emulator;

beforeAll(async () => {
  emulator = await startEmulator({ dispositions: [] });
  for (const name of missing) Reflect.deleteProperty(globalThis, name);
});
afterAll(async () => {
  for (const [name, descriptor] of kept) {
    if (descriptor !== undefined) Object.defineProperty(globalThis, name, descriptor);
  }
  await emulator.close();
});

const inits: FetchInit[] = [];
beforeEach(() => {
  inits.length = 0;
});

/** A fetch on node:http, which takes no more of its init than a polyfill does. */
function ownFetch(url: string, init: FetchInit): Promise<FetchedResponse> {
  inits.push(init);
  const { method, headers, body } = init;
  return new Promise((resolve, reject) => {
    const sent = send(url, { method, headers, agent: false }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const { buffer } = Uint8Array.from(Buffer.concat(chunks));
        const named = new Headers(Object.entries(response.headers) as [string, string][]);
        const status = response.statusCode ?? 0;
        resolve({ status, headers: named, arrayBuffer: () => Promise.resolve(buffer) });
      });
    });
    sent.on('error', reject);
    sent.end(body);
  });
}

const order = { device: { ipAddress: '203.0.113.7' } };

test('MinFraud and MinFraudLegacy work where the runtime has no Request', async () => {
  const { accountId, licenseKey } = emulator.credentials;
  const legacyOptions = { licenseKey, baseUrl: emulator.url, fetch: ownFetch };
  const client = new MinFraud({ accountId, ...legacyOptions });
  await expect(client.score(order)).resolves.toMatchObject({ riskScore: expect.any(Number) });
  await client.report({ ipAddress: '203.0.113.7', tag: 'not_fraud' });
  for await (const update of client.dispositions({ updatesAfter: new Date(0) })) {
    expect(update).toBeUndefined();
  }
  await expect(
    new MinFraudLegacy(legacyOptions).score({ ipAddress: '203.0.113.7' }),
  ).resolves.toMatchObject({ riskScore: expect.any(Number) });
  expect(inits).toHaveLength(4);
  // What the runtime does not know is not asked for.
  expect(inits.filter((init) => 'cache' in init)).toEqual([]);
});

test('a refusal is an error of the tree there, too', async () => {
  const options = {
    accountId: 42,
    licenseKey: 'not-the-key',
    baseUrl: emulator.url,
    fetch: ownFetch,
  };
  await expect(new MinFraud(options).score(order)).rejects.toMatchObject({
    code: 'AUTHORIZATION_INVALID',
  });
});
