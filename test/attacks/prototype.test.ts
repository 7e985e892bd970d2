/** A polluted Object.prototype cannot change where credentials and orders go, or what carries them. */
import { createServer, type IncomingMessage, type Server } from 'node:http';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { Agent } from 'undici';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { createWireClient } from '../../src/wire.ts';

const prototype = Object.prototype as Record<string, unknown>;
const seen: IncomingMessage[] = [];
let server: Server;
let evil: Server;
let stolen = 0;
let baseUrl: string;
let evilUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    seen.push(request);
    request.resume().on('end', () => {
      const isText = request.url?.includes('legacy') === true;
      response.end(isText ? 'riskScore=1' : '{"id":"0","risk_score":1}');
    });
  }).listen(0, '127.0.0.1');
  evil = createServer((_, response) => {
    stolen++;
    response.end('{"id":"evil","risk_score":0.01}');
  }).listen(0, '127.0.0.1');
  await Promise.all([once(server, 'listening'), once(evil, 'listening')]);
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  evilUrl = `http://127.0.0.1:${(evil.address() as AddressInfo).port}`;
});
afterEach(() => {
  seen.length = 0;
  stolen = 0;
});
afterAll(() => {
  for (const one of [server, evil]) {
    one.closeAllConnections();
    one.close();
  }
});

const stealing = () => {
  stolen++;
  return Promise.resolve(new Response('{"id":"evil","risk_score":0.01}'));
};

/** Every option of ours, of openapi-fetch's and of fetch's that could lead a request elsewhere. */
const pollutions: Readonly<Record<string, () => unknown>> = {
  baseUrl: () => evilUrl,
  environment: () => 'sandbox',
  fetch: () => stealing,
  Request: () => class Evil extends Request {},
  headers: () => ({ 'user-agent': 'evil', authorization: 'evil' }),
  header: () => ({ 'User-Agent': 'evil' }),
  params: () => ({ header: { 'User-Agent': 'evil' }, query: { evil: 1 } }),
  query: () => ({ evil: 1 }),
  path: () => ({ evil: 1 }),
  middleware: () => [{ onRequest: stealing }],
  pathSerializer: () => () => '/evil',
  querySerializer: () => () => 'evil=1',
  bodySerializer: () => () => '{"evil":1}',
  requestInitExt: () => ({ evil: 1 }),
  parseAs: () => 'text',
  appInfo: () => ({ name: 'evil' }),
  hooks: () => ({ onRequest: stealing }),
  logger: () => ({ debug: stealing, info: stealing, warn: stealing, error: stealing }),
  'user-agent': () => 'evil',
  'User-Agent': () => 'evil',
  authorization: () => 'evil',
  licenseKey: () => 'evil-license-key',
  accountId: () => 666,
  MINFRAUD_BASE_URL: () => evilUrl,
  MAXMIND_LICENSE_KEY: () => 'evil-license-key',
  dispatcher: () => ({
    dispatch: () => {
      stolen++;
      return true;
    },
  }),
  signal: () => AbortSignal.abort('evil'),
  method: () => 'PUT',
  body: () => '{"evil":1}',
  redirect: () => 'follow',
};

async function polluted<T>(name: string, value: unknown, run: () => Promise<T>): Promise<T> {
  Object.defineProperty(prototype, name, {
    value,
    configurable: true,
    enumerable: true,
    writable: true,
  });
  try {
    return await run();
  } finally {
    Reflect.deleteProperty(prototype, name);
  }
}

const credentials = () => ({ accountId: 42, licenseKey: 'a-license-key', baseUrl, maxRetries: 0 });
const ways: Readonly<Record<string, () => Promise<unknown>>> = {
  score: () => new MinFraud(credentials()).score({ device: { ipAddress: '203.0.113.9' } }),
  'legacy.score': () =>
    new MinFraudLegacy({ licenseKey: 'a-license-key', baseUrl }).score({
      ipAddress: '203.0.113.9',
    }),
  wire: () =>
    createWireClient(credentials()).POST('/minfraud/v2.0/score', {
      body: { device: { ip_address: '203.0.113.9' } },
    }),
};

describe.each(Object.entries(ways))('%s', (name, run) => {
  test.each(Object.entries(pollutions))('whatever %s is', async (key, value) => {
    await run();
    const [before] = seen.splice(0);
    const error: unknown = await polluted(key, value(), run).then(
      () => undefined,
      (reason: unknown) => reason,
    );
    expect(stolen).toBe(0);
    if (key === 'dispatcher') {
      expect(error).toMatchObject({ code: 'OPTION_INVALID' });
      expect(seen).toEqual([]);
      return;
    }
    // A runtime's own Request may stumble over what it finds; then nothing was sent.
    if (name === 'wire' && error !== undefined && seen.length === 0) return;
    expect(error).toBeUndefined();
    const [after] = seen;
    expect([after?.method, after?.url, after?.headers]).toEqual([
      before?.method,
      before?.url,
      before?.headers,
    ]);
  });
});

/** What Node's own net and tls read from the options of a connection, which no caller of a fetch can set. */
const readByNode = (
  'socketPath fd handle onread lookup ca cert key pfx pskCallback secureContext rejectUnauthorized ' +
  'checkServerIdentity'
).split(' ');

describe.each([
  ['fetch', undefined],
  ['undiciFetch()', undiciFetch({ dispatcher: new Agent({ pipelining: 0 }) })],
])('with %s', (_, fetch) => {
  test.each(readByNode)('nothing is sent while Object.prototype has %s', async (name) => {
    const client = new MinFraud({ ...credentials(), fetch });
    const call = () => client.score({ device: { ipAddress: '203.0.113.9' } });
    await expect(polluted(name, '/nonexistent', call)).rejects.toMatchObject({
      code: 'OPTION_INVALID',
      message: expect.stringContaining(name),
    });
    expect(seen).toEqual([]);
    await expect(call()).resolves.toMatchObject({ riskScore: 1 });
  });
});
