import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { InvalidRequestError } from '../src/errors.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { parseLegacyResponse } from '../src/legacy/index.ts';
import { createWireClient } from '../src/wire.ts';

describe('createWireClient', () => {
  let emulator: Emulator;

  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  test('sends and returns exactly what the service speaks', async () => {
    const wire = createWireClient({ ...emulator.credentials, baseUrl: emulator.url });
    const { data, response } = await wire.POST('/minfraud/v2.0/score', {
      body: { device: { ip_address: '128.101.101.101' } },
    });
    expect(response.status).toBe(200);
    expect(data?.ip_address?.risk).toBeGreaterThanOrEqual(40);
    expect(emulator.requests.map(({ body }) => body)).toEqual([
      { device: { ip_address: '128.101.101.101' } },
    ]);
  });

  test('hands back an error response instead of throwing', async () => {
    const wire = createWireClient({
      ...emulator.credentials,
      licenseKey: 'not-the-key',
      baseUrl: emulator.url,
    });
    const { error, response } = await wire.POST('/minfraud/v2.0/insights', {
      body: { device: { ip_address: '128.101.101.101' } },
    });
    expect(response.status).toBe(401);
    expect(error).toMatchObject({ code: 'AUTHORIZATION_INVALID' });
  });

  test('reaches the legacy services, whose bytes the legacy parser reads', async () => {
    const wire = createWireClient({ ...emulator.credentials, baseUrl: emulator.url });
    const { data } = await wire.POST('/minfraud/v1.0/legacy', {
      body: {
        i: '128.101.101.101',
        license_key: emulator.credentials.licenseKey,
        country: undefined,
      },
      headers: { 'Content-Type': 'application/x-www-form-urlencoded; charset=UTF-8' },
      parseAs: 'arrayBuffer',
    });
    if (data === undefined) throw new Error('no response');
    const result = parseLegacyResponse(new Uint8Array(data));
    expect(result.proxyScore).toBeGreaterThanOrEqual(2);
    expect(emulator.requests[0]?.body).toEqual({ i: '128.101.101.101', license_key: '[redacted]' });
  });

  test("calls the caller's fetch with a URL and an init object, body and headers in it", async () => {
    const calls: [string, RequestInit][] = [];
    const wire = createWireClient({
      ...emulator.credentials,
      baseUrl: emulator.url,
      headers: { 'X-Trace': 'abc' },
      fetch: (url, init) => {
        calls.push([url, init]);
        return fetch(url, init);
      },
    });
    await wire.POST('/minfraud/v2.0/score', { body: { device: { ip_address: '65.116.3.80' } } });
    await wire.GET('/minfraud/disposition/v1.0/updates', {
      params: { query: { updates_after: '2026-01-01T00:00:00Z' } },
    });
    expect(calls.map(([url]) => url.slice(emulator.url.length))).toEqual([
      '/minfraud/v2.0/score',
      '/minfraud/disposition/v1.0/updates?updates_after=2026-01-01T00%3A00%3A00Z',
    ]);
    const [first, second] = calls.map(([, init]) => init);
    expect(first).toMatchObject({ method: 'POST', redirect: 'manual' });
    expect(first?.body).toBe('{"device":{"ip_address":"65.116.3.80"}}');
    expect(new Headers(first?.headers).get('x-trace')).toBe('abc');
    expect(second).not.toHaveProperty('body');
  });

  test('refuses options that a raw client has no use for', () => {
    expect(() => createWireClient({ accountId: 42, licenseKey: '' })).toThrow(InvalidRequestError);
  });
});
