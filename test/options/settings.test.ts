import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InvalidRequestError } from '../../src/errors.ts';
import type { CallOptions, ClientOptions } from '../../src/options/options.ts';
import { type ClientSettings, resolveCall, resolveClient } from '../../src/options/settings.ts';

const credentials = { accountId: 42, licenseKey: 'a-license-key' };
const names = ['MAXMIND_ACCOUNT_ID', 'MAXMIND_LICENSE_KEY', 'MINFRAUD_LOG'];
const before = names.map((name) => [name, process.env[name]] as const);

beforeEach(() => {
  for (const name of names) Reflect.deleteProperty(process.env, name);
});
afterEach(() => {
  for (const [name, value] of before) {
    if (value === undefined) Reflect.deleteProperty(process.env, name);
    else process.env[name] = value;
  }
});

function refused(run: () => unknown): InvalidRequestError {
  try {
    run();
  } catch (error) {
    if (InvalidRequestError.is(error)) return error;
    throw error;
  }
  throw new Error('It was accepted.');
}

/** As JavaScript users can call it. */
function client(options: object, auth: 'basic' | 'form' = 'basic'): ClientSettings {
  return resolveClient(options, auth);
}

describe('a client’s options', () => {
  test('are complete with credentials alone', () => {
    expect(client(credentials)).toMatchObject({
      baseUrl: 'https://minfraud.maxmind.com',
      fetch: undefined,
      log: undefined,
      hooks: {},
      defaults: {
        timeout: 10_000,
        deadline: 20_000,
        maxRetries: 2,
        locales: ['en'],
        invalid: 'drop',
        hashEmail: false,
        headers: {},
        signal: undefined,
      },
    });
  });

  test('name the environment, or any other place', () => {
    expect(client({ ...credentials, environment: 'sandbox' }).baseUrl).toBe(
      'https://sandbox.maxmind.com',
    );
    expect(client({ ...credentials, environment: 'production' }).baseUrl).toBe(
      'https://minfraud.maxmind.com',
    );
    const baseUrl = 'https://gateway.example.com/maxmind/';
    expect(client({ ...credentials, baseUrl }).baseUrl).toBe('https://gateway.example.com/maxmind');
  });

  test.each([
    'http://localhost:8080',
    'http://127.0.0.1',
    'http://127.1.2.3:99',
    'http://[::1]:8080',
    'http://minfraud.localhost',
    'http://2130706433/',
  ])('%s is this machine, and may be plain http', (baseUrl) => {
    expect(client({ ...credentials, baseUrl }).baseUrl).toContain('http://');
  });

  test.each([
    ['http://minfraud.maxmind.com', 'must use https'],
    ['http://localhost.example.com', 'must use https'],
    ['http://127.0.0.1.example.com', 'must use https'],
    ['http://[::2]', 'must use https'],
    ['http://0.0.0.0', 'must use https'],
    ['ftp://localhost', 'must use https'],
    ['https://user:secret@example.com', 'must not contain credentials'],
    ['https://example.com?key=secret', 'must not have a query'],
    ['https://example.com#secret', 'must not have a query'],
    ['minfraud.maxmind.com', 'must be an absolute URL'],
    ['', 'must be an absolute URL'],
    [7, 'must be an absolute URL'],
    [null, 'must be an absolute URL'],
  ])('the base URL %j is refused', (baseUrl, problem) => {
    const error = refused(() => client({ ...credentials, baseUrl }));
    expect(error.code).toBe('OPTION_INVALID');
    expect(error.message).toContain(`baseUrl ${problem}`);
    expect(error.message).not.toContain('secret');
  });

  test('cannot name an environment and another place at once', () => {
    const both = { ...credentials, environment: 'sandbox', baseUrl: 'https://example.com' };
    expect(refused(() => client(both)).message).toContain(
      'baseUrl cannot be given together with environment',
    );
  });

  test.each([
    ['timeout', 0],
    ['timeout', -1],
    ['timeout', NaN],
    ['timeout', Infinity],
    ['timeout', 2 ** 31],
    ['timeout', '10000'],
    ['timeout', null],
    ['deadline', NaN],
    ['deadline', 0],
    ['maxRetries', -1],
    ['maxRetries', 1.5],
    ['maxRetries', NaN],
    ['maxRetries', 101],
    ['maxRetries', '2'],
    ['invalid', 'ignore'],
    ['hashEmail', 1],
    ['locales', 'en'],
    ['locales', [7]],
    ['environment', 'staging'],
    ['environment', 'toString'],
    ['environment', null],
    ['fetch', 'fetch'],
    ['logger', console.log],
    ['logger', { debug: () => undefined }],
    ['logger', null],
    ['hooks', { onRequest: 'x' }],
    ['hooks', null],
    ['hooks', 7],
    ['headers', 'X: y'],
    ['headers', null],
    ['headers', { 'X-Number': 7 }],
    ['headers', { 'X-Break': 'a\r\nInjected: b' }],
    ['headers', { 'not a name': 'x' }],
  ])('%s: %p is refused before anything runs', (name, value) => {
    const error = refused(() => client({ ...credentials, [name]: value }));
    expect(error).toMatchObject({ code: 'OPTION_INVALID', attempts: 0 });
    expect(error.issues).toMatchObject([{ path: name, code: 'OPTION_INVALID', pointer: '' }]);
    expect(error.message).not.toContain('Injected');
  });

  test.each([
    'Authorization',
    'accept',
    'CONTENT-TYPE',
    'content-length',
    'Host',
    'Cookie',
    'Proxy-Authorization',
  ])('the header %s is the client’s own', (name) => {
    const error = refused(() => client({ ...credentials, headers: { [name]: 'x' } }));
    expect(error.message).toContain(`headers cannot contain ${name.toLowerCase()}`);
  });

  test('take headers as an object or as Headers', () => {
    for (const headers of [{ 'X-Team': 'risk' }, new Headers({ 'X-Team': 'risk' })]) {
      expect({ ...client({ ...credentials, headers }).defaults.headers }).toEqual({
        'x-team': 'risk',
      });
    }
  });

  test.each([
    ['timeOut', 'timeout'],
    ['accountID', 'accountId'],
    ['account_id', 'accountId'],
    ['license-key', 'licenseKey'],
    ['licenceKey', 'licenseKey'],
    ['retries', undefined],
    ['maxRetry', 'maxRetries'],
  ])('%s is not an option', (mistaken, meant) => {
    const error = refused(() => client({ ...credentials, [mistaken]: 1 }));
    expect(error.code).toBe('OPTION_UNKNOWN');
    expect(error.message).toContain(`${mistaken} is not an option`);
    const advice =
      meant === undefined ? '; the options are timeout, deadline,' : `; did you mean ${meant}?`;
    expect(error.message).toContain(advice);
  });

  test('are told all their problems at once', () => {
    const error = refused(() => client({ timeout: NaN, colour: 'red' }));
    expect(error.issues.map(({ path, code }) => [path, code])).toEqual([
      ['timeout', 'OPTION_INVALID'],
      ['colour', 'OPTION_UNKNOWN'],
      ['licenseKey', 'CREDENTIALS_MISSING'],
      ['accountId', 'CREDENTIALS_MISSING'],
    ]);
  });

  test.each([null, 7, 'key'])('cannot be %p', (options) => {
    const error = refused(() => resolveClient(options as unknown as ClientOptions, 'basic'));
    expect(error.code).toBe('OPTION_INVALID');
  });

  test('may be undefined, which is as if they were not there', () => {
    const options = { ...credentials, timeout: undefined, logger: undefined, headers: undefined };
    expect(client(options).defaults.timeout).toBe(10_000);
  });
});

describe('credentials', () => {
  const authorization = (options: object): string =>
    client(options).credentials.headers()['Authorization'] ?? '';

  test('come from the options, a number or its digits', () => {
    const expected = `Basic ${Buffer.from('42:a-license-key').toString('base64')}`;
    expect(authorization(credentials)).toBe(expected);
    expect(authorization({ ...credentials, accountId: '42' })).toBe(expected);
  });

  test('or from the environment, without the line break of a file', () => {
    process.env['MAXMIND_ACCOUNT_ID'] = '43\n';
    process.env['MAXMIND_LICENSE_KEY'] = ' from-the-environment\n';
    const expected = Buffer.from('43:from-the-environment').toString('base64');
    expect(authorization({})).toBe(`Basic ${expected}`);
    // A key of one account with the number of another would be worse than none.
    expect(() => client({ accountId: 44 })).toThrow('licenseKey is missing');
    expect(() => client({ licenseKey: 'given' })).toThrow('accountId is missing');
    expect(() => client({ accountId: null })).toThrow('accountId must be a MaxMind account ID');
  });

  test('may hold any character of any language', () => {
    const licenseKey = 'schlüssel-鍵-🔑';
    const encoded = authorization({ accountId: 42, licenseKey }).slice('Basic '.length);
    expect(Buffer.from(encoded, 'base64').toString('utf8')).toBe(`42:${licenseKey}`);
  });

  test.each([
    [{}, ['licenseKey', 'accountId']],
    [{ accountId: 42 }, ['licenseKey']],
    [{ licenseKey: 'key' }, ['accountId']],
    [{ accountId: '', licenseKey: '' }, ['licenseKey', 'accountId']],
  ])('%j is not enough', (options, missing) => {
    const error = refused(() => client(options));
    expect(error.code).toBe('CREDENTIALS_MISSING');
    expect(error.issues.map((issue) => issue.path)).toEqual(missing);
    expect(error.message).toMatch(/environment variable MAXMIND_(LICENSE_KEY|ACCOUNT_ID)/);
  });

  test.each([
    { accountId: 'secret-key', licenseKey: 'key' },
    { accountId: -1, licenseKey: 'key' },
    { accountId: 1.5, licenseKey: 'key' },
    { accountId: 0, licenseKey: 'key' },
    { accountId: NaN, licenseKey: 'key' },
    { accountId: '42 ', licenseKey: 'key' },
    { accountId: 42, licenseKey: 'secret\n' },
    { accountId: 42, licenseKey: ' secret' },
    { accountId: 42, licenseKey: 'secret\r\nX: y' },
    { accountId: 42, licenseKey: 7 },
  ])('%j are invalid, and no message quotes them', (options) => {
    const error = refused(() => client(options));
    expect(error.code).toBe('OPTION_INVALID');
    expect(inspect(error, { depth: 9 })).not.toContain('secret');
  });

  test('of a legacy service are the key alone', () => {
    const { credentials: legacy } = client({ licenseKey: 'a-license-key' }, 'form');
    expect(legacy.licenseKey()).toBe('a-license-key');
    expect(refused(() => client({}, 'form')).issues.map((issue) => issue.path)).toEqual([
      'licenseKey',
    ]);
    expect(legacy.secrets()).not.toContain('');
  });

  test('cannot be read off the object that holds them', () => {
    const { credentials: held } = client(credentials);
    const seen = `${inspect(held, { showHidden: true, depth: 9 })}${JSON.stringify([held])}`;
    expect(seen).not.toContain('42');
    expect(seen).not.toContain('a-license-key');
  });

  test('are not asked of a runtime that has no environment, or keeps it closed', () => {
    const real = Object.getOwnPropertyDescriptor(globalThis, 'process') ?? {};
    for (const stand of [
      { value: undefined },
      {
        get: () => {
          throw new Error('NotCapable');
        },
      },
    ]) {
      Object.defineProperty(globalThis, 'process', { ...stand, configurable: true });
      try {
        expect(refused(() => client({})).code).toBe('CREDENTIALS_MISSING');
      } finally {
        Object.defineProperty(globalThis, 'process', real);
      }
    }
  });
});

describe('a call’s options', () => {
  const { defaults } = client({ ...credentials, headers: { 'X-Team': 'risk' }, timeout: 5_000 });

  test('are the client’s when there are none', () => {
    expect(resolveCall(defaults, undefined)).toBe(defaults);
    expect(resolveCall(defaults, {})).toEqual(defaults);
  });

  test('go on top of the client’s', () => {
    const { signal } = new AbortController();
    const settings = resolveCall(defaults, {
      signal,
      maxRetries: 0,
      deadline: 9_000,
      timeout: undefined,
      locales: ['de'],
      headers: { 'x-team': 'fraud', 'X-Request': '1' },
    });
    expect(settings).toEqual({
      ...defaults,
      signal,
      maxRetries: 0,
      deadline: 9_000,
      locales: ['de'],
      headers: { 'x-team': 'fraud', 'x-request': '1' },
    });
    expect(defaults.headers).toEqual({ 'x-team': 'risk' });
  });

  test.each([
    [{ timeout: NaN }, 'OPTION_INVALID'],
    [{ signal: {} }, 'OPTION_INVALID'],
    [{ signal: null }, 'OPTION_INVALID'],
    [{ headers: { Authorization: 'Basic x' } }, 'OPTION_INVALID'],
    [{ licenseKey: 'secret' }, 'OPTION_UNKNOWN'],
    [{ retry: 2 }, 'OPTION_UNKNOWN'],
  ])('%j is refused before anything is sent', (options, code) => {
    const error = refused(() => resolveCall(defaults, options as CallOptions));
    expect(error.code).toBe(code);
    expect(error.message).not.toContain('secret');
  });
});
