import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import dgram from 'node:dgram';
import dns from 'node:dns';
import { Socket } from 'node:net';
import { Agent } from 'undici';
import * as alerts from '../../src/alerts/index.ts';
import { deviceFrom } from '../../src/device/index.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { MinFraud, type ClientOptions } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { createWireClient } from '../../src/wire.ts';

/** `host:port` of every connection that this process opens, from here on. */
const opened = new Set<string>();
let emulator: Emulator;

type Connect = (this: Socket, ...parameters: unknown[]) => Socket;

beforeAll(async () => {
  emulator = await startEmulator();
  // eslint-disable-next-line @typescript-eslint/unbound-method
  const connect = Socket.prototype.connect as Connect;
  jest.spyOn(Socket.prototype, 'connect').mockImplementation(function (
    this: Socket,
    ...parameters
  ) {
    const [target] = parameters.flat() as { host?: string; port?: number }[];
    opened.add(`${target?.host ?? ''}:${target?.port ?? ''}`);
    return connect.apply(this, parameters);
  });
});

afterAll(async () => {
  jest.restoreAllMocks();
  await emulator.close();
});

const transaction = { device: { ipAddress: '203.0.113.7' } };

async function useEverything(fetch: ClientOptions['fetch']): Promise<void> {
  const { credentials, url: baseUrl } = emulator;
  const client = new MinFraud({ ...credentials, baseUrl, maxRetries: 0, ...(fetch && { fetch }) });
  await client.score(transaction);
  await client.insights(transaction);
  await client.factors(transaction);
  await client.report({ tag: 'not_fraud', transactionId: 'order-1' });
  for await (const update of client.dispositions({ updatesAfter: '2026-01-01T00:00:00Z' })) {
    expect(update).toBeDefined();
  }
  const legacy = new MinFraudLegacy({ licenseKey: credentials.licenseKey, baseUrl });
  await legacy.score({ ipAddress: '203.0.113.7' });
  await legacy.proxyDetection({ ipAddress: '203.0.113.7' });
  const wire = createWireClient({ ...credentials, baseUrl });
  await wire.POST('/minfraud/v2.0/score', { body: { device: { ip_address: '203.0.113.7' } } });

  // What fails tells nothing to others either.
  const stranger = new MinFraud({ accountId: 42, licenseKey: 'wrong', baseUrl, maxRetries: 0 });
  await expect(stranger.score(transaction)).rejects.toMatchObject({ status: 401 });
  emulator.setFaults({ score: { disconnect: 'before-response' } });
  await expect(client.score(transaction)).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  emulator.setFaults();
}

test('every service, and every failure, connects to the service that was configured and to no other', async () => {
  const lookup = jest.spyOn(dns, 'lookup');
  const datagrams = jest.spyOn(dgram, 'createSocket');
  await useEverything(undefined);
  const dispatcher = new Agent();
  await useEverything(undiciFetch({ dispatcher }));
  await dispatcher.destroy();
  const { hostname, port } = new URL(emulator.url);
  expect([...opened]).toEqual([`${hostname}:${port}`]);
  const names = new Set(lookup.mock.calls.map(([name]) => name));
  expect([...names].filter((name) => name !== hostname)).toEqual([]);
  expect(datagrams).not.toHaveBeenCalled();
});

test('the entries next to the client connect to nothing', async () => {
  opened.clear();
  const query = 'new_risk_score=81.5';
  const signature = await alerts.signAlert({ query, secret: 'secret' });
  expect(await alerts.verifyAlert({ query, signature, secret: 'secret' })).toBe(true);
  expect(deviceFrom({ headers: {}, remoteAddress: '203.0.113.7' }).ipAddress).toBe('203.0.113.7');
  expect([...opened]).toEqual([]);
});
