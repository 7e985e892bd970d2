/** What happens to values that the service would not use, over a real connection, for every call. */
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { MinFraud } from '../../src/client.ts';
import { InvalidRequestError } from '../../src/errors.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import type { CallOptions, ClientOptions } from '../../src/options/options.ts';
import { getMetadata } from '../../src/response/metadata.ts';
import { longest } from '../request/limit.ts';

let server: Server;
let baseUrl = '';
/** Path and body of each request. */
const asked: { readonly path: string; readonly body: string }[] = [];

const ofService = {
  code: 'BILLING_CITY_NOT_FOUND',
  warning: 'Not found.',
  input_pointer: '/billing/city',
};

const whole = {
  id: '0',
  risk_score: 1,
  funds_remaining: 1,
  queries_remaining: 1,
  warnings: [ofService],
};

beforeAll(async () => {
  server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { url: path = '' } = request;
      asked.push({ path, body: Buffer.concat(chunks).toString() });
      if (path.includes('legacy')) response.end('riskScore=1;err=');
      else if (path.includes('report')) response.writeHead(204).end();
      else response.end(JSON.stringify(whole));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  baseUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});
afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});
beforeEach(() => {
  asked.length = 0;
});

const clientOf = (options: ClientOptions = {}): MinFraud =>
  new MinFraud({ accountId: 42, licenseKey: 'a-license-key', baseUrl, ...options });
const legacyOf = (options: ClientOptions = {}): MinFraudLegacy =>
  new MinFraudLegacy({ licenseKey: 'a-license-key', baseUrl, ...options });

async function refusalOf(call: Promise<unknown>): Promise<InvalidRequestError> {
  const error: unknown = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  if (!InvalidRequestError.is(error)) throw new Error('The call was not refused.');
  return error;
}

/** As a checkout has it: all of it comes from the customer. */
const checkout = {
  device: { ipAddress: '203.0.113.9', userAgent: '😀'.repeat(600), acceptLanguage: 'de' },
  billing: { firstName: 'Jane\nS3CRET', country: 'S3CRET', city: null },
  email: { address: 'S3CRET@@' },
} as unknown as Transaction;

describe.each(['score', 'insights', 'factors'] as const)('%s', (method) => {
  const ask = (transaction: Transaction, options?: CallOptions): Promise<object> =>
    clientOf()[method](transaction, options);

  test('scores what a checkout sends, and tells what it left out after the warnings of the service', async () => {
    const lines: unknown[] = [];
    const log = (...line: unknown[]): void => void lines.push(line);
    const logger = { debug: () => 0, info: () => 0, warn: log, error: log };
    const result = await clientOf({ logger })[method](checkout);
    expect(asked.map(({ body }) => JSON.parse(body) as unknown)).toEqual([
      {
        device: {
          ip_address: '203.0.113.9',
          user_agent: '😀'.repeat(longest('/device/user_agent')),
          accept_language: 'de',
        },
        billing: {},
        email: {},
      },
    ]);
    expect(result.warnings).toEqual([
      { code: 'BILLING_CITY_NOT_FOUND', warning: 'Not found.', inputPointer: '/billing/city' },
      expect.objectContaining({
        code: 'INPUT_SHORTENED',
        inputPointer: '/device/user_agent',
        source: 'sdk',
      }),
      ...['/billing/first_name', '/billing/country', '/email/address'].map((inputPointer) =>
        expect.objectContaining({ code: 'INPUT_DROPPED', inputPointer, source: 'sdk' }),
      ),
    ]);
    expect(getMetadata(result)).toMatchObject({ status: 200, attempts: 1 });
    expect(lines).toHaveLength(4);
    expect(JSON.stringify([result, lines, asked])).not.toContain('S3CRET');
  });

  test('throws all issues at once where that is asked for, and asks nothing', async () => {
    const error = await refusalOf(ask(checkout, { invalid: 'throw' }));
    expect(error.issues.map(({ path }) => path)).toEqual([
      'device.userAgent',
      'billing.firstName',
      'billing.country',
      'billing.city',
      'email.address',
    ]);
    expect(JSON.stringify(error)).not.toContain('S3CRET');
    expect(asked).toEqual([]);
  });

  test('sends everything where that is asked for', async () => {
    const result = await ask({ ...checkout, newField: { aB: 1 } } as Transaction, {
      invalid: 'send',
    });
    expect(JSON.parse(asked[0]?.body ?? '')).toMatchObject({
      device: { user_agent: '😀'.repeat(600) },
      billing: { country: 'S3CRET', city: null },
      new_field: { a_b: 1 },
    });
    expect(result).toMatchObject({ warnings: [{ code: 'BILLING_CITY_NOT_FOUND' }] });
  });

  test.each(['drop', 'throw', 'send'] as const)(
    'refuses cards and sizes under %s',
    async (invalid) => {
      const card = { creditCard: { token: '4111 1111 1111 1111' } };
      expect((await refusalOf(ask(card, { invalid }))).issues).toContainEqual(
        expect.objectContaining({ code: 'CARD_NUMBER' }),
      );
      expect(asked).toEqual([]);
      if (invalid === 'drop') return; // Made to fit: test/attacks/shopper.test.ts.
      const items = Array.from({ length: 500 }, () => ({ category: 'x'.repeat(50) }));
      const error = await refusalOf(ask({ shoppingCart: items }, { invalid }));
      expect(error.issues).toMatchObject([{ code: 'BODY_TOO_LARGE' }]);
      expect(asked).toEqual([]);
    },
  );

  test('refuses what has nothing left to score, with the reasons', async () => {
    const error = await refusalOf(ask({ billing: { country: 'Germany' } }));
    expect(error.issues.map(({ path, code }) => [path, code])).toEqual([
      ['billing.country', 'TOO_LONG'],
    ]);
    expect(error.message).toContain('billing.country: must be an ISO 3166-1 alpha-2 country code');
    expect(asked).toEqual([]);
  });
});

describe('report', () => {
  test.each(['drop', 'throw', 'send'] as const)('is strict under %s', async (invalid) => {
    const wrong = { tag: 'chargeback', transactionId: 'a', notes: 'S3CRET\0', minfraudId: null };
    const client = clientOf({ invalid });
    const error = await refusalOf(client.report(wrong as unknown as TransactionReport));
    expect(error.issues.map(({ path }) => path)).toEqual(['notes', 'minfraudId']);
    expect(asked).toEqual([]);
    const taken = await client.report({ tag: 'chargeback', transactionId: 'a' });
    expect(taken).toEqual({});
    expect(getMetadata(taken)).toMatchObject({ status: 204 });
  });
});

describe('minFraud Legacy', () => {
  const order = {
    ipAddress: '203.0.113.9',
    userAgent: 'x'.repeat(300),
    orderCurrency: 'S3CRET',
    binName: 'S3CRET',
    username: '',
    city: null as unknown as string,
  };

  test('scores what a checkout sends, and tells what it left out', async () => {
    const result = await legacyOf().score(order);
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({
      i: '203.0.113.9',
      user_agent: 'x'.repeat(longest('/user_agent', 'LegacyOrder')),
      license_key: 'a-license-key',
    });
    expect(result).toMatchObject({ riskScore: 1 });
    const { warnings = [] } = result as { warnings?: { code: string; inputPointer: string }[] };
    expect(warnings.map(({ code, inputPointer }) => [code, inputPointer])).toEqual([
      ['INPUT_SHORTENED', '/user_agent'],
      ['INPUT_DROPPED', '/order_currency'],
      ['INPUT_DROPPED', '/username'],
      ['INPUT_DROPPED', '/binName'],
    ]);
    expect(JSON.stringify([result, asked])).not.toContain('S3CRET');
  });

  test('throws all at once, or sends all', async () => {
    const error = await refusalOf(legacyOf({ invalid: 'throw' }).score(order));
    expect(error.issues.map(({ path }) => path)).toEqual([
      'userAgent',
      'orderCurrency',
      'username',
      'city',
      'bin',
    ]);
    const others = { ...order, username: undefined };
    await legacyOf().score(others, { invalid: 'send' });
    expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toMatchObject({
      user_agent: 'x'.repeat(300),
      order_currency: 'S3CRET',
      binName: 'S3CRET',
    });
  });

  test('refuses an address that is no address, which it cannot do without', async () => {
    const calls = [
      legacyOf().score({ ipAddress: 'nowhere' }),
      legacyOf().proxyDetection({ ipAddress: 'nowhere' }),
    ];
    for (const call of calls) {
      expect((await refusalOf(call)).issues).toMatchObject([
        { path: 'ipAddress', code: 'BAD_FORMAT' },
      ]);
    }
    expect(asked).toEqual([]);
  });
});
