/** An operation that the spec has must be callable, played by the emulator, and in docs/services.md. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type OperationId, operations } from '../../generated/operations.ts';
import { startEmulator } from 'minfraud-emulator';
import { parseAlert } from '../../src/alerts/index.ts';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { bundle } from './bundle.ts';

interface Clients {
  readonly client: MinFraud;
  readonly legacy: MinFraudLegacy;
  /** With the option `path: 'original'`. */
  readonly original: MinFraudLegacy;
}

/** How each operation is called, or why it is not. An id that is missing here does not compile. */
const calls: Readonly<Record<OperationId, ((clients: Clients) => Promise<unknown>) | string>> = {
  score: ({ client }) => client.score(transaction),
  insights: ({ client }) => client.insights(transaction),
  factors: ({ client }) => client.factors(transaction),
  reportTransaction: ({ client }) => client.report({ ipAddress: '203.0.113.9', tag: 'chargeback' }),
  listDispositionUpdates: ({ client }) =>
    client
      .dispositions({ updatesAfter: '2026-07-01T00:00:00.000000Z' })
      [Symbol.asyncIterator]()
      .next(),
  scoreLegacy: ({ legacy }) => legacy.score(order),
  scoreLegacyAtOldPath: ({ original }) => original.score(order),
  detectProxy: ({ legacy }) => legacy.proxyDetection({ ipAddress: '203.0.113.9' }),
  scoreLegacyByGet: 'the license key would be in the URL',
  scoreLegacyAtOldPathByGet: 'the license key would be in the URL',
  detectProxyByGet: 'the license key would be in the URL',
};

const transaction = { device: { ipAddress: '203.0.113.9' } };
const order = {
  ipAddress: '203.0.113.9',
  city: 'New Haven',
  region: 'CT',
  postal: '06511',
  country: 'US',
};

/** Every operation of the document with its method and path, webhooks left out. */
const documented = Object.entries(bundle.paths).flatMap(([path, item]) =>
  Object.entries(item).flatMap(([method, { operationId: id }]) =>
    id === undefined ? [] : [{ id, method: method.toUpperCase(), path }],
  ),
);

test('the document has operations', () => {
  expect(documented.length).toBeGreaterThan(10);
  expect(Object.keys(operations).sort()).toEqual(documented.map(({ id }) => id).sort());
});

describe.each(documented)('$id', ({ id, method, path }) => {
  test('is called by a method of a client', async () => {
    const call = (calls as Partial<typeof calls>)[id as OperationId];
    if (call === undefined) {
      throw new Error(
        `No method of a client calls ${id}. Write one in src/client.ts or src/legacy/client.ts, and say here how it is called.`,
      );
    }
    if (typeof call === 'string') {
      expect(call).toMatch(/\w+ \w+/);
      return;
    }
    const asked: string[] = [];
    const fetch = (url: string, init: { readonly method: string }): Promise<never> => {
      asked.push(`${init.method} ${new URL(url).pathname}`);
      return Promise.reject(new TypeError('no network in this test'));
    };
    const options = { licenseKey: 'a-license-key', maxRetries: 0, fetch };
    const clients: Clients = {
      client: new MinFraud({ accountId: 42, ...options }),
      legacy: new MinFraudLegacy(options),
      get original() {
        return new MinFraudLegacy({ ...options, path: 'original' });
      },
    };
    await expect(call(clients)).rejects.toMatchObject({ name: 'ConnectionError' });
    expect(asked).toEqual([`${method} ${path}`]);
  });

  test('has a row in docs/services.md', () => {
    const row = rows().find(([operation]) => operation === `\`${id}\``);
    if (row === undefined) {
      throw new Error(`docs/services.md has no row for ${id}: run \`npm run generate\`.`);
    }
    expect(row.slice(0, 3)).toEqual([`\`${id}\``, method, `\`${path}\``]);
    const isOffered = typeof (calls as Partial<typeof calls>)[id as OperationId] !== 'string';
    expect(row[3]).toMatch(isOffered ? /^\[?`\w+\.\w+\(/ : /^not offered: /);
  });
});

test('docs/services.md has no row for an operation that is not there', () => {
  const ids = documented.map(({ id }) => `\`${id}\``);
  expect(rows().filter(([id = '']) => !ids.includes(id))).toEqual([]);
});

test('every webhook has a parser', () => {
  const webhooks = Object.values(bundle.webhooks).flatMap((item) =>
    Object.values(item).flatMap(({ operationId = [] }) => operationId),
  );
  expect(webhooks).toEqual(Object.keys(parsers));
  for (const parse of Object.values(parsers)) expect(parse('i=203.0.113.9')).not.toEqual({});
});

/** By operation; a webhook that is missing here needs a parser, as in src/alerts/parse.ts. */
const parsers: Readonly<Record<string, (query: string) => object>> = { receiveAlert: parseAlert };

test('the emulator plays every operation', async () => {
  const emulator = await startEmulator({});
  try {
    const { accountId, licenseKey } = emulator.credentials;
    const basic = Buffer.from(`${accountId}:${licenseKey}`).toString('base64');
    for (const { id, method, path } of documented) {
      const response = await fetch(emulator.url + path, {
        method,
        headers: {
          Authorization: `Basic ${basic}`,
          ...(method === 'POST' ? { 'Content-Type': 'application/json' } : {}),
        },
        ...(method === 'POST' ? { body: '{}' } : {}),
      });
      const text = await response.text();
      const isPlayed = response.status !== 404 && response.status < 500;
      const played = isPlayed ? id : `the emulator does not play ${id}: ${response.status} ${text}`;
      expect(played).toBe(id);
    }
  } finally {
    await emulator.close();
  }
});

/** The cells of each row of the table. */
function rows(): string[][] {
  const text = readFileSync(join(process.cwd(), 'docs/services.md'), 'utf8');
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  return lines.map((line) =>
    line
      .slice(1, -1)
      .split('|')
      .map((cell) => cell.trim()),
  );
}
