/** The client and `minfraud-sdk/wire` make the same requests, and openapi-fetch makes both. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, expect, test } from '@jest/globals';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { createWireClient } from '../../src/wire.ts';

/** What arrived of a request. */
interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly body: string;
}

const seen: Seen[] = [];
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method, url: path = '', headers } = request;
      const { accept, authorization, 'content-type': type, 'user-agent': agent } = headers;
      seen.push({ method, path, headers: { accept, authorization, type, agent }, body });
      if (path.startsWith('/minfraud/v1.0')) response.end('riskScore=1.5');
      else if (path.includes('disposition')) response.end('{"updates":[]}');
      else if (path.includes('report')) response.writeHead(204).end();
      else response.end('{"id":"0","risk_score":1}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => void (seen.length = 0));
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const key = 'key-for-tests';
const options = () => ({ accountId: 42, licenseKey: key, baseUrl, maxRetries: 0 });
const json = {
  accept: 'application/json',
  authorization: 'Basic NDI6a2V5LWZvci10ZXN0cw==',
  agent: expect.stringMatching(/^minfraud-sdk\/\d/),
};

test('a score', async () => {
  await new MinFraud(options()).score({ device: { ipAddress: '203.0.113.9' } });
  await createWireClient(options()).POST('/minfraud/v2.0/score', {
    body: { device: { ip_address: '203.0.113.9' } },
    headers: { Accept: 'application/json' },
  });
  const request = {
    method: 'POST',
    path: '/minfraud/v2.0/score',
    headers: { ...json, type: 'application/json' },
    body: '{"device":{"ip_address":"203.0.113.9"}}',
  };
  expect(seen).toEqual([request, request]);
});

test('a report, whose size nothing limits', async () => {
  await new MinFraud(options()).report({ tag: 'not_fraud', ipAddress: '81.2.69.160' });
  await createWireClient(options()).POST('/minfraud/v2.0/transactions/report', {
    body: { tag: 'not_fraud', ip_address: '81.2.69.160' },
    headers: { Accept: 'application/json' },
  });
  const request = {
    method: 'POST',
    path: '/minfraud/v2.0/transactions/report',
    headers: { ...json, type: 'application/json' },
    body: '{"tag":"not_fraud","ip_address":"81.2.69.160"}',
  };
  expect(seen).toEqual([request, request]);
});

test('a page of dispositions', async () => {
  const updatesAfter = '2026-01-01T00:00:00Z';
  const pages = new MinFraud(options()).dispositions({ updatesAfter }).pages();
  expect(await pages.next()).toEqual({ done: true, value: undefined });
  await createWireClient(options()).GET('/minfraud/disposition/v1.0/updates', {
    params: { query: { updates_after: updatesAfter } },
    headers: { Accept: 'application/json' },
  });
  const request = {
    method: 'GET',
    path: '/minfraud/disposition/v1.0/updates?updates_after=2026-01-01T00%3A00%3A00Z',
    headers: { ...json, type: undefined },
    body: '',
  };
  expect(seen).toEqual([request, request]);
});

test('a legacy order, whose key is a field of the form', async () => {
  const client = new MinFraudLegacy({ licenseKey: key, baseUrl });
  await client.score({ ipAddress: '203.0.113.9', postal: '06510', country: 'US' });
  expect(seen).toEqual([
    {
      method: 'POST',
      path: '/minfraud/v1.0/legacy',
      headers: {
        accept: 'text/plain',
        authorization: undefined,
        type: 'application/x-www-form-urlencoded',
        agent: json.agent,
      },
      body: 'i=203.0.113.9&postal=06510&country=US&license_key=key-for-tests',
    },
  ]);
});

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
