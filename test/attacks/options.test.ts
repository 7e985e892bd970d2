/** The promise: options are read once, and what was checked is what is used, in whatever way they are given. */
import { afterEach, describe, expect, test } from '@jest/globals';
import { InvalidRequestError, MinFraud } from '../../src/index.ts';
import { createWireClient } from '../../src/wire.ts';
import type { CallOptions, ClientOptions, FetchFunction } from '../../src/options/options.ts';
import { resolveCall, resolveClient } from '../../src/options/settings.ts';

const credentials = { accountId: 42, licenseKey: 'a-license-key' };
const transaction = { device: { ipAddress: '203.0.113.9' } };

/** Every way in which an object can have a property. */
const shapes: Readonly<Record<string, (name: string, value: unknown) => object>> = {
  'a property': (name, value) => ({ ...credentials, [name]: value }),
  'an inherited property': (name, value) =>
    Object.assign(Object.create({ [name]: value }) as object, credentials),
  'a property that is not enumerable': (name, value) =>
    Object.defineProperty({ ...credentials }, name, { value, enumerable: false }),
  'a getter': (name, value) =>
    Object.defineProperty({ ...credentials }, name, { get: () => value, enumerable: true }),
  'a getter of a class': (name, value) => {
    class Config {
      accountId = 42;
      licenseKey = 'a-license-key';
    }
    Object.defineProperty(Config.prototype, name, { get: () => value });
    return new Config();
  },
  'a getter of a class above': (name, value) => {
    class Base {
      accountId = 42;
      licenseKey = 'a-license-key';
    }
    Object.defineProperty(Base.prototype, name, { get: () => value });
    return new (class extends Base {})();
  },
  'a proxy': (name, value) => new Proxy({ ...credentials, [name]: value }, {}),
  'an object without a prototype': (name, value) =>
    Object.assign(Object.create(null) as object, credentials, { [name]: value }),
};

const wrong: readonly (readonly [string, unknown])[] = [
  ['baseUrl', 'http://evil.example.com'],
  ['baseUrl', 'http://127.0.0.1.evil.example.com'],
  ['baseUrl', 'http://localhost.evil.example.com'],
  ['baseUrl', 'http://[::2]'],
  ['baseUrl', 'ftp://localhost'],
  ['baseUrl', 'https://user:pass@example.com'],
  ['baseUrl', 'https://example.com?'],
  ['baseUrl', 'https://example.com/#'],
  ['baseUrl', 'https://example.com/?a=b'],
  ['baseUrl', '//example.com'],
  ['timeout', -5],
  ['timeout', null],
  ['deadline', Infinity],
  ['maxRetries', 1e9],
  ['invalid', 'ignore'],
  ['environment', 'Sandbox'],
  ['headers', { Expect: '100-continue' }],
  ['headers', { upgrade: 'h2c' }],
  ['headers', { TE: 'trailers' }],
  ['headers', { 'Transfer-Encoding': 'chunked' }],
  ['headers', new Headers({ authorization: 'Basic eDp5' })],
  ['hooks', { onReqest: () => undefined }],
  ['appInfo', { name: 'a b' }],
  ['appInfo', { name: 'shop', version: '1\r\nX: y' }],
];

describe.each(Object.entries(shapes))('%s', (_, make) => {
  test.each(wrong)('%s: %p is refused', (name, value) => {
    const options = make(name, value) as ClientOptions;
    expect(() => resolveClient(options, 'basic')).toThrow(InvalidRequestError);
  });

  test('counts as one that is given', () => {
    const options = make('timeout', 1_234) as ClientOptions;
    expect(resolveClient(options, 'basic').defaults.timeout).toBe(1_234);
    const { timeout } = resolveClient(credentials, 'basic').defaults;
    const inCall = make('timeout', 1_234) as CallOptions & Record<string, unknown>;
    // A call has no credentials; the object of this test does.
    expect(() => resolveCall({ ...resolveClient(credentials, 'basic').defaults }, inCall)).toThrow(
      'accountId is not an option',
    );
    expect(timeout).toBe(10_000);
  });
});

describe('a value that changes', () => {
  test('is used as it was when it was checked', async () => {
    let reads = 0;
    const seen: string[] = [];
    const options = {
      ...credentials,
      get baseUrl() {
        reads++;
        return reads === 1 ? 'https://good.example.com' : 'http://evil.example.com';
      },
      fetch: (url: string) => {
        seen.push(url);
        return Promise.resolve(
          new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
        );
      },
    };
    const client = new MinFraud(options);
    await client.score(transaction);
    await client.score(transaction);
    expect(reads).toBe(1);
    expect(seen.every((url) => url.startsWith('https://good.example.com/'))).toBe(true);
  });

  test('in headers, hooks and locales is copied', async () => {
    const seen: Record<string, string>[] = [];
    const headers: Record<string, string> = { 'x-team': 'risk' };
    const locales = ['en'];
    const client = new MinFraud({
      ...credentials,
      headers,
      locales,
      fetch: (_url, init) => {
        seen.push(init.headers);
        return Promise.resolve(
          new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
        );
      },
    });
    headers['authorization'] = 'Basic stolen';
    headers['x-team'] = 'evil\r\nX: y';
    locales.push('de');
    await client.score(transaction);
    expect(seen[0]).toMatchObject({ 'x-team': 'risk' });
    expect(JSON.stringify(seen)).not.toContain('stolen');
  });

  test('in a header is read once', () => {
    let reads = 0;
    const headers = {
      get 'x-team'(): string {
        reads++;
        return reads === 1 ? 'risk' : 'a\r\nInjected: b';
      },
    };
    const { defaults } = resolveClient({ ...credentials, headers }, 'basic');
    expect(defaults.headers['x-team']).toBe('risk');
  });
});

describe('a polluted Object.prototype', () => {
  const names = [
    'baseUrl',
    'timeout',
    'fetch',
    'headers',
    'licenseKey',
    'nonsense',
    'get',
    'onRequest',
    'onResponse',
    'pathSerializer',
  ];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(Object.prototype, name);
  });

  test('sets no option, and breaks none', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    prototype['baseUrl'] = 'https://evil.example.com';
    prototype['timeout'] = -5;
    prototype['headers'] = { authorization: 'Basic stolen' };
    prototype['nonsense'] = 1;
    prototype['fetch'] = (): never => {
      throw new Error('the polluted fetch was called');
    };
    const { baseUrl, defaults } = resolveClient(credentials, 'basic');
    expect(baseUrl).toBe('https://minfraud.maxmind.com');
    expect(defaults).toMatchObject({ timeout: 10_000 });
    const seen: string[] = [];
    const client = new MinFraud({
      ...credentials,
      fetch: (url, init) => {
        seen.push(url, JSON.stringify(init.headers));
        return Promise.resolve(
          new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
        );
      },
    });
    await client.score(transaction, { maxRetries: 0 });
    expect(seen[0]).toBe('https://minfraud.maxmind.com/minfraud/v2.0/score');
    expect(seen[1]).not.toContain('stolen');
  });

  test('sets no hook', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    let runs = 0;
    prototype['onRequest'] = prototype['onResponse'] = () => runs++;
    const fetch: FetchFunction = () =>
      Promise.resolve(
        new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
      );
    await new MinFraud({ ...credentials, fetch }).score(transaction);
    expect(runs).toBe(0);
  });

  test('leads no call of the wire client astray', async () => {
    const prototype = Object.prototype as unknown as Record<string, unknown>;
    const seen: string[] = [];
    const wire = createWireClient({
      ...credentials,
      fetch: (url) => {
        seen.push(url);
        return Promise.resolve(
          new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
        );
      },
    });
    const evil = 'https://evil.example.com';
    prototype['baseUrl'] = evil;
    prototype['fetch'] = () =>
      Promise.resolve(
        new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
      );
    prototype['pathSerializer'] = () => evil;
    await wire.POST('/minfraud/v2.0/score', { body: {} });
    await wire.request('post', '/minfraud/v2.0/score', { body: {} });
    expect(seen).toEqual(Array(2).fill('https://minfraud.maxmind.com/minfraud/v2.0/score'));
  });

  test('gives no credentials', () => {
    (Object.prototype as unknown as Record<string, unknown>)['licenseKey'] = 'stolen';
    expect(() => resolveClient({ accountId: 42 }, 'basic')).toThrow('licenseKey is missing');
  });
});

describe('the base URL', () => {
  test.each([
    ['https://example.com ', 'https://example.com'],
    [' https://example.com/', 'https://example.com'],
    ['HTTPS://EXAMPLE.com/minfraud//', 'https://example.com/minfraud'],
    ['https://example.com:443/a/../b/', 'https://example.com/b'],
    ['http://localhost:8080', 'http://localhost:8080'],
    ['http://[::1]:8080/', 'http://[::1]:8080'],
    ['http://2130706433/', 'http://127.0.0.1'],
  ])('%j is used as %s', (baseUrl, used) => {
    expect(resolveClient({ ...credentials, baseUrl }, 'basic').baseUrl).toBe(used);
  });
});

describe('a hint is given', () => {
  const make = MinFraud as unknown as new (...values: unknown[]) => MinFraud;
  test.each([
    [['42', 'key'], 'options must be one object, such as { accountId: 42'],
    [[{ ...credentials, environment: 'Sandbox' }], "did you mean 'sandbox'?"],
    [[{ ...credentials, hooks: { onReqest: () => 1 } }], 'did you mean onRequest?'],
    [[{ ...credentials, licenceKey: 'x' }], 'did you mean licenseKey?'],
  ])('for %j', (values, hint) => {
    expect(() => new make(...values)).toThrow(hint);
  });
});

describe('in a browser', () => {
  const navigator = Object.getOwnPropertyDescriptor(globalThis, 'navigator');

  afterEach(() => {
    Reflect.deleteProperty(globalThis, 'window');
    Reflect.deleteProperty(globalThis, 'WorkerGlobalScope');
    Reflect.deleteProperty(globalThis, 'navigator');
    if (navigator !== undefined) Object.defineProperty(globalThis, 'navigator', navigator);
  });

  test.each([
    ['Mozilla/5.0 (X11; Linux x86_64) Chrome/156.0.0.0', true],
    ['Cloudflare-Workers', false],
    ['Deno/2.9.5', false],
  ])('a worker without a document is told by its name: %s', (userAgent, isRefused) => {
    const value = { userAgent };
    Object.assign(globalThis, { WorkerGlobalScope: Object });
    Object.defineProperty(globalThis, 'navigator', { value, configurable: true });
    const make = (): unknown => new MinFraud(credentials);
    if (isRefused) expect(make).toThrow('shows the license key to every visitor');
    else expect(make()).toBeDefined();
  });

  test('a client is refused, since its key would be public', () => {
    Object.assign(globalThis, { window: { document: {} } });
    expect(() => new MinFraud(credentials)).toThrow('shows the license key to every visitor');
    expect(new MinFraud({ ...credentials, dangerouslyAllowBrowser: true })).toBeDefined();
  });
});
