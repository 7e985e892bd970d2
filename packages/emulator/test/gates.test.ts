import { networkInterfaces } from 'node:os';
import { describe, expect, it, jest } from '@jest/globals';
import { TEST_LICENSE_KEY, type Account } from '../src/index.ts';
import { basic, jsonOf, paths, post } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ip_address: '65.116.3.80' } };
const ERROR_TYPE = 'application/vnd.maxmind.com-error+json; charset=UTF-8; version=2.0';

async function refusal(response: Response): Promise<[number, unknown]> {
  expect(response.headers.get('content-type')).toBe(ERROR_TYPE);
  return [response.status, (await jsonOf(response))['code']];
}

async function bodyless(response: Response): Promise<number> {
  expect(response.headers.get('content-length')).toBe('0');
  expect(response.headers.get('content-type')).toBeNull();
  expect(await response.text()).toBe('');
  return response.status;
}

describe('who may call', () => {
  it.each([
    ['no header', undefined, 'ACCOUNT_ID_REQUIRED'],
    ['no account ID', basic('', TEST_LICENSE_KEY), 'ACCOUNT_ID_REQUIRED'],
    ['no license key', basic(42, ''), 'LICENSE_KEY_REQUIRED'],
    ['no colon at all', `Basic ${Buffer.from('42').toString('base64')}`, 'LICENSE_KEY_REQUIRED'],
    ['a wrong key', basic(42, 'wrong'), 'AUTHORIZATION_INVALID'],
    ['an unknown account', basic(43), 'AUTHORIZATION_INVALID'],
    ['another scheme', 'Bearer token', 'AUTHORIZATION_INVALID'],
  ])('responds with 401 to %s', async (_, authorization, code) => {
    const { url } = await emulate();
    const response = await fetch(url + paths.score, {
      method: 'POST',
      headers: {
        'content-type': 'application/json',
        ...(authorization !== undefined && { authorization }),
      },
      body: JSON.stringify(transaction),
    });
    expect(response.headers.get('www-authenticate')).toBe('Basic realm="minfraud"');
    expect(await refusal(response)).toEqual([401, code]);
  });

  it('takes any key of an account, and UTF-8 in it', async () => {
    const account: Account = { accountId: 7, licenseKey: ['one', 'clé:été'] };
    const { url } = await emulate({ accounts: [account] });
    for (const key of ['one', 'clé:été']) {
      const response = await post(url + paths.score, transaction, { authorization: basic(7, key) });
      expect(response.status).toBe(200);
    }
  });

  it('responds with 403 to a service that is not part of the account, free of charge', async () => {
    const account: Account = {
      accountId: 42,
      licenseKey: TEST_LICENSE_KEY,
      permissions: ['score'],
    };
    const emulator = await emulate({ accounts: [account] });
    for (const path of [paths.insights, paths.factors, paths.report]) {
      const response = await post(emulator.url + path, transaction);
      expect(await refusal(response)).toEqual([403, 'PERMISSION_REQUIRED']);
    }
    expect((await post(emulator.url + paths.score, transaction)).status).toBe(200);
    expect(emulator.fundsRemaining()).toBe(99_999.995);
  });

  it('counts funds down by what a query costs, then responds with 402', async () => {
    const account: Account = { accountId: 42, licenseKey: TEST_LICENSE_KEY, funds: 0.031 };
    const emulator = await emulate({ accounts: [account] });
    const left: unknown[] = [];
    for (const path of [paths.factors, paths.score, paths.score]) {
      const response = await jsonOf(post(emulator.url + path, transaction));
      left.push([response['funds_remaining'], response['queries_remaining']]);
    }
    expect(left).toEqual([
      [0.011, 0],
      [0.006, 1],
      [0.001, 0],
    ]);
    const refused = await post(emulator.url + paths.score, transaction);
    expect(await refusal(refused)).toEqual([402, 'INSUFFICIENT_FUNDS']);
    const report = await post(emulator.url + paths.report, { tag: 'clear', transaction_id: '1' });
    expect(report.status).toBe(204);
    expect(emulator.fundsRemaining(42)).toBe(0.001);
  });

  it('says so when asked about an account that it does not have', async () => {
    const emulator = await emulate();
    expect(() => emulator.fundsRemaining(43)).toThrow('no account 43');
    const { fundsRemaining } = await emulate({ accounts: [] });
    expect(() => fundsRemaining()).toThrow('no account');
  });

  it('hands out the credentials of its first account', async () => {
    const plain = await emulate();
    expect(plain.credentials).toEqual({ accountId: 42, licenseKey: TEST_LICENSE_KEY });
    const given = await emulate({ accounts: [{ accountId: 7, licenseKey: ['one', 'two'] }] });
    expect(given.credentials).toEqual({ accountId: 7, licenseKey: 'one' });
    const nobody = await emulate({ accounts: [] });
    const { accountId, licenseKey } = nobody.credentials;
    const headers = { authorization: basic(accountId, licenseKey) };
    expect((await post(nobody.url + paths.score, transaction, headers)).status).toBe(401);
  });

  it('refuses two accounts with one ID', async () => {
    const account: Account = { accountId: 1, licenseKey: 'x' };
    await expect(emulate({ accounts: [account, account] })).rejects.toThrow('same accountId');
  });
});

describe('content negotiation', () => {
  it.each([
    ['an unknown Accept', { accept: 'text/html' }, 415],
    [
      'the media type of another tier',
      { accept: 'application/vnd.maxmind.com-minfraud-factors+json' },
      415,
    ],
    ['a known type with another charset', { accept: 'application/json; charset=latin1' }, 415],
    ['a type that the caller rules out', { accept: 'application/json;q=0' }, 415],
    ['another family', { accept: 'text/*' }, 415],
    ['a body of another type', { 'content-type': 'text/plain' }, 415],
    ['a body in another charset', { 'content-type': 'application/json; charset=latin1' }, 415],
    ['a character set other than UTF-8', { 'accept-charset': 'iso-8859-1' }, 406],
    ['UTF-8 ruled out', { 'accept-charset': 'utf-8;q=0, iso-8859-1' }, 406],
  ])('refuses %s, without a body', async (_, headers, status) => {
    const { url } = await emulate();
    const sent: Record<string, string> = headers;
    expect(await bodyless(await post(url + paths.score, transaction, sent))).toBe(status);
  });

  it.each([
    { accept: 'application/json' },
    { accept: 'application/vnd.maxmind.com-minfraud-score+json' },
    { accept: 'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0' },
    { accept: 'text/html, application/*;q=0.5' },
    { accept: '*/*' },
    { accept: '' },
    { 'content-type': 'application/json; charset="utf-8"' },
    { 'accept-charset': 'iso-8859-1, utf-8;q=0.5' },
    { 'accept-charset': '*' },
  ])('takes %j', async (headers) => {
    const { url } = await emulate();
    const sent: Record<string, string> = Object.fromEntries(Object.entries(headers));
    expect((await post(url + paths.score, transaction, sent)).status).toBe(200);
  });

  it('refuses a body without a media type', async () => {
    const { url } = await emulate();
    const body = new Blob([JSON.stringify(transaction)]);
    const response = await fetch(url + paths.score, {
      method: 'POST',
      headers: { authorization: basic() },
      body,
    });
    expect(await bodyless(response)).toBe(415);
  });

  it('has nothing at other paths, and says which methods a path has', async () => {
    const { url } = await emulate();
    expect(await bodyless(await fetch(`${url}/minfraud/v2.0/scores`))).toBe(404);
    const response = await fetch(url + paths.score);
    expect(response.headers.get('allow')).toBe('POST');
    expect(await bodyless(response)).toBe(405);
  });
});

describe('the body', () => {
  it.each(['', '{', '[]', 'null', '"text"', '1'])('%j is no JSON object', async (body) => {
    const { url } = await emulate();
    const response = await post(url + paths.insights, body);
    expect(await refusal(response)).toEqual([400, 'JSON_INVALID']);
  });

  it.each([
    {},
    { device: {} },
    { shopping_cart: [] },
    { unknown: 1 },
    { billing: { country: 'Germany' } },
    { shopping_cart: [{ unknown: 1 }, 3] },
  ])('%j has no valid input', async (body) => {
    const emulator = await emulate();
    const response = await post(emulator.url + paths.factors, body);
    expect(await refusal(response)).toEqual([400, 'REQUEST_INVALID']);
    expect(emulator.fundsRemaining()).toBe(100_000);
  });

  it('may have 20,000 bytes, not one more, and 403 without a body tells so', async () => {
    const { url } = await emulate();
    const padded = (bytes: number): string => {
      const text = JSON.stringify(transaction);
      return text + ' '.repeat(bytes - text.length);
    };
    expect((await post(url + paths.score, padded(20_000))).status).toBe(200);
    expect(await bodyless(await post(url + paths.score, padded(20_001)))).toBe(403);
    // Bytes, not characters.
    const wide = JSON.stringify({ ...transaction, event: { shop_id: 'é'.repeat(255) } });
    const bytes = Buffer.byteLength(wide);
    expect(bytes).toBeGreaterThan(wide.length);
    expect((await post(url + paths.score, wide + ' '.repeat(20_000 - bytes))).status).toBe(200);
    expect((await post(url + paths.score, wide + ' '.repeat(20_001 - bytes))).status).toBe(403);
  });
});

describe('its life', () => {
  it('listens on loopback, on a port of its own, and stops for good', async () => {
    const one = await emulate();
    const other = await emulate();
    expect(one.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(other.url).not.toBe(one.url);
    await one.close();
    await one.close();
    await expect(fetch(one.url + paths.score)).rejects.toThrow();
    expect((await post(other.url + paths.score, transaction)).status).toBe(200);
  });

  const hasIpv6 = Object.values(networkInterfaces())
    .flat()
    .some((one) => one?.address === '::1');

  // A container may come without IPv6.
  (hasIpv6 ? it : it.skip)('listens on IPv6, and at a given port', async () => {
    const first = await emulate({ host: '::1' });
    expect(first.url).toMatch(/^http:\/\/\[::1\]:\d+$/);
    expect((await post(first.url + paths.score, transaction)).status).toBe(200);
    const port = Number(new URL(first.url).port);
    await first.close();
    expect((await emulate({ host: '::1', port })).url).toBe(first.url);
  });

  it('rejects when the port is taken', async () => {
    const { url } = await emulate();
    await expect(emulate({ port: Number(new URL(url).port) })).rejects.toThrow('EADDRINUSE');
  });

  it('turns a fault of its own into a 500 that names itself', async () => {
    const clock = jest.fn<() => Date>(() => {
      throw new Error('no time today');
    });
    const { url } = await emulate({ clock });
    const response = await post(url + paths.score, transaction);
    expect(response.status).toBe(500);
    expect(await jsonOf(response)).toEqual({
      code: 'EMULATOR_FAULT',
      error: 'Error: no time today',
    });
  });
});
