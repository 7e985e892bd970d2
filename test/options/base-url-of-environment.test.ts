import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import { createWireClient } from '../../src/wire.ts';

const result = '{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}';
const asked: string[] = [];
const inits: object[] = [];
const fetch = (url: string, init: object): Promise<Response> => {
  asked.push(url);
  inits.push(init);
  return Promise.resolve(new Response(url.includes('legacy') ? 'riskScore=1' : result));
};
const credentials = { accountId: 42, licenseKey: 'a-license-key', fetch };
const request = { device: { ipAddress: '203.0.113.9' } };

beforeEach(() => void (process.env['MINFRAUD_BASE_URL'] = 'http://127.0.0.1:8080/'));
afterEach(() => {
  Reflect.deleteProperty(process.env, 'MINFRAUD_BASE_URL');
  asked.length = 0;
  inits.length = 0;
});

describe('MINFRAUD_BASE_URL', () => {
  test('is where every client asks that was told nothing else', async () => {
    await new MinFraud(credentials).score(request);
    await new MinFraudLegacy({ licenseKey: 'key', fetch }).score({ ipAddress: '203.0.113.9' });
    await createWireClient(credentials).POST('/minfraud/v2.0/score', { body: {} });
    expect(asked).toEqual([
      'http://127.0.0.1:8080/minfraud/v2.0/score',
      'http://127.0.0.1:8080/minfraud/v1.0/legacy',
      'http://127.0.0.1:8080/minfraud/v2.0/score',
    ]);
  });

  test.each([
    [{ environment: 'sandbox' as const }, 'https://sandbox.maxmind.com'],
    [{ environment: 'production' as const }, 'https://minfraud.maxmind.com'],
    [{ baseUrl: 'https://minfraud.example.com' }, 'https://minfraud.example.com'],
  ])('gives way to %j', async (options, origin) => {
    await new MinFraud({ ...credentials, ...options }).score(request);
    expect(asked).toEqual([`${origin}/minfraud/v2.0/score`]);
  });

  test('is nothing when it is empty', async () => {
    process.env['MINFRAUD_BASE_URL'] = '';
    await new MinFraud(credentials).score(request);
    expect(asked).toEqual(['https://minfraud.maxmind.com/minfraud/v2.0/score']);
  });

  test.each(['http://minfraud.example.com', 'nowhere', 'https://user:secret@example.com'])(
    'is refused, without its value, when it is %s',
    (value) => {
      process.env['MINFRAUD_BASE_URL'] = value;
      const make = (): MinFraud => new MinFraud(credentials);
      expect(make).toThrow(/MINFRAUD_BASE_URL in the environment must/);
      expect(make).not.toThrow(value);
    },
  );
});

test('no response comes from a cache', async () => {
  await new MinFraud(credentials).score(request);
  expect(inits[0]).toMatchObject({ cache: 'no-store', redirect: 'manual', method: 'POST' });
});

describe('a fetch that returns a response whose parts throw', () => {
  const thrower = (): never => {
    throw new Error('from a getter');
  };
  test.each<[string, object]>([
    ['headers.get', { status: 200, headers: { get: thrower }, arrayBuffer: thrower }],
    ['status', Object.defineProperty({ headers: new Headers() }, 'status', { get: thrower })],
    ['headers', Object.defineProperty({ status: 200 }, 'headers', { get: thrower })],
  ])('%s: the error is of the tree', async (_, response) => {
    const client = new MinFraud({
      ...credentials,
      fetch: () => Promise.resolve(response as Response),
    });
    await expect(client.score(request)).rejects.toMatchObject({
      name: 'InvalidRequestError',
      code: 'OPTION_INVALID',
    });
  });

  test('headers of a class of its own are read', async () => {
    class Evil extends Headers {
      override get(): never {
        return thrower();
      }
    }
    const headers = new Evil([['content-type', 'application/json']]);
    const bytes = new TextEncoder().encode(result);
    const response = { status: 200, headers, arrayBuffer: () => Promise.resolve(bytes.buffer) };
    const client = new MinFraud({
      ...credentials,
      fetch: () => Promise.resolve(response),
    });
    await expect(client.score(request)).resolves.toMatchObject({ riskScore: 1 });
  });
});

describe('a name that is no option', () => {
  test.each(['AbCdEf0123456789', 'qwertyuiopasdfgh', 'KEY_of_The_account'])(
    '%s is not repeated: it may be the key',
    (name) => {
      expect(() => new MinFraud({ ...credentials, [name]: 1 })).toThrow('not shown here');
      expect(() => new MinFraud({ ...credentials, hooks: { [name]: () => 1 } })).not.toThrow(name);
      expect(() => new MinFraud({ ...credentials, hooks: { [name]: () => 1 } })).toThrow('hooks');
    },
  );
});
