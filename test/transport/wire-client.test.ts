/**
 * openapi-fetch makes URL, query, headers and body of every request: with one that leaves out a part,
 * the server sees another request. A client that went past it would not notice.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { parse } from 'yaml';
import type * as Legacy from '../../src/legacy/index.ts';
import type * as Sdk from '../../src/index.ts';

type Headers = Readonly<Record<string, string>>;

/** What arrived of a request. */
interface Seen {
  readonly method: string | undefined;
  readonly path: string | undefined;
  readonly headers: Headers;
  readonly body: string;
}

type Init = Readonly<Record<string, unknown>>;
type Create = (options: Init) => object;
type Send = (method: string, path: string, init: Init) => unknown;

/** Changes what reaches openapi-fetch. */
interface Sabotage {
  readonly client?: (options: Init) => Init;
  readonly call?: (method: string, path: string, init: Init) => Parameters<Send>;
}

const legacyAnswer = (
  parse(readFileSync('spec/examples/legacy-premium.yaml', 'utf8')) as { value: string }
).value;
const seen: Seen[] = [];
let server: Server;
let baseUrl: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void textOf(request).then((body) => {
      const { method, url: path = '', headers } = request;
      const { accept, authorization, 'content-type': type } = headers;
      const kept = { accept, authorization, 'content-type': type, agent: headers['user-agent'] };
      seen.push({ method, path, headers: JSON.parse(JSON.stringify(kept)) as Headers, body });
      if (path.startsWith('/minfraud/v1.0')) response.end(Buffer.from(legacyAnswer, 'latin1'));
      else if (path.includes('disposition')) response.end('{"updates":[]}');
      else response.end('{"id":"0","risk_score":1}');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterEach(() => {
  jest.dontMock('openapi-fetch');
  seen.length = 0;
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const calls: Readonly<Record<string, { run: (sdk: Loaded) => Promise<unknown>; request: Seen }>> = {
  score: {
    run: ({ MinFraud, options }) =>
      new MinFraud(options).score({ device: { ipAddress: '203.0.113.9' } }),
    request: {
      method: 'POST',
      path: '/minfraud/v2.0/score',
      headers: {
        accept: 'application/json',
        authorization: 'Basic NDI6a2V5LWZvci10ZXN0cw==',
        'content-type': 'application/json',
        agent: expect.stringMatching(/^minfraud-sdk\/\d/) as unknown as string,
      },
      body: '{"device":{"ip_address":"203.0.113.9"}}',
    },
  },
  dispositions: {
    run: async ({ MinFraud, options }) => {
      const updates = new MinFraud(options).dispositions({ updatesAfter: '2026-01-01T00:00:00Z' });
      for await (const update of updates) expect(update).toBeUndefined();
    },
    request: {
      method: 'GET',
      path: '/minfraud/disposition/v1.0/updates?updates_after=2026-01-01T00%3A00%3A00Z',
      headers: {
        accept: 'application/json',
        authorization: 'Basic NDI6a2V5LWZvci10ZXN0cw==',
        agent: expect.stringMatching(/^minfraud-sdk\/\d/) as unknown as string,
      },
      body: '',
    },
  },
  'legacy.score': {
    run: ({ MinFraudLegacy, options: { licenseKey } }) =>
      new MinFraudLegacy({ licenseKey, baseUrl }).score({
        ipAddress: '203.0.113.9',
        city: 'New Haven',
        region: 'CT',
        postal: '06510',
        country: 'US',
      }),
    request: {
      method: 'POST',
      path: '/minfraud/v1.0/legacy',
      headers: {
        accept: expect.any(String) as unknown as string,
        'content-type': 'application/x-www-form-urlencoded',
        agent: expect.stringMatching(/^minfraud-sdk\/\d/) as unknown as string,
      },
      body: expect.stringMatching(
        /^i=203\.0\.113\.9&.*license_key=key-for-tests/,
      ) as unknown as string,
    },
  },
};

describe.each(Object.entries(calls))('%s', (name, { run, request }) => {
  test('sends its whole request through openapi-fetch', async () => {
    await run(await load({}));
    expect(seen).toEqual([request]);
  });

  const usedMethod = request.method === 'GET' ? 'POST' : 'GET';
  const sabotages: [what: string, sabotage: Sabotage][] = [
    ['the method', { call: (_, path, init) => [usedMethod, path, init] }],
    ['the path', { call: (method, _, init) => [method, '/', init] }],
    ['the base URL', { client: (options) => ({ ...options, baseUrl: 'http://127.0.0.1:9' }) }],
    [
      'the headers of the call',
      { call: (method, path, init) => [method, path, { ...init, headers: {} }] },
    ],
    ['the headers of the client', { client: (options) => ({ ...options, headers: {} }) }],
    [
      name === 'dispositions' ? 'the query' : 'the body',
      {
        call: (method, path, init) => [method, path, { ...init, body: undefined, params: {} }],
      },
    ],
  ];

  test.each(sabotages)('is another request when openapi-fetch ignores %s', async (_, sabotage) => {
    await run(await load(sabotage)).catch(() => undefined);
    expect(seen).not.toEqual([request]);
  });
});

type Loaded = Pick<typeof Sdk, 'MinFraud'> &
  Pick<typeof Legacy, 'MinFraudLegacy'> & {
    readonly options: Sdk.ClientOptions & { licenseKey: string };
  };

/** The SDK over openapi-fetch, or over a sabotaged one. */
async function load({ client = (options) => options, call }: Sabotage): Promise<Loaded> {
  const { default: create } = jest.requireActual<{ default: Create }>('openapi-fetch');
  jest.resetModules();
  jest.doMock('openapi-fetch', () => (options: Init) => {
    const real = create(client(options)) as { request: Send };
    if (call === undefined) return real;
    return {
      ...real,
      request: (method: string, path: string, init: Init) =>
        real.request(...call(method, path, init)),
    };
  });
  const { MinFraud } = await import('../../src/index.ts');
  const { MinFraudLegacy } = await import('../../src/legacy/index.ts');
  const licenseKey = 'key-for-tests';
  const options = { accountId: 42, licenseKey, baseUrl, maxRetries: 0 };
  return { MinFraud, MinFraudLegacy, options };
}

async function textOf(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks).toString('latin1');
}
