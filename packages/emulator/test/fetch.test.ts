import { describe, expect, it } from '@jest/globals';
import { MinFraud } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import type { EmulatorOptions } from '../src/index.ts';
import { basic, jsonOf, paths } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ipAddress: '203.0.113.200' } };
const init = (body: unknown): RequestInit => ({
  method: 'POST',
  headers: { authorization: basic(), 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
const wire = init({ device: { ip_address: '203.0.113.200' } });

describe('the emulator as a function', () => {
  it('responds as its server does', async () => {
    const clock = (): Date => new Date('2026-07-01T16:00:00Z');
    const emulator = await emulate({ clock, seed: 's' });
    const other = await emulate({ clock, seed: 's', listen: false });
    const served = await fetch(emulator.url + paths.factors, wire);
    const called = await other.fetch(other.url + paths.factors, wire);
    expect(called.status).toBe(200);
    expect(called.headers.get('content-type')).toBe(served.headers.get('content-type'));
    expect(await jsonOf(called)).toEqual(await jsonOf(served));
    expect(other.requests).toMatchObject([{ path: paths.factors, status: 200, billed: true }]);
    expect(other.fundsRemaining()).toBe(99_999.98);
  });

  it('serves the clients through their fetch option, without a socket', async () => {
    const emulator = await emulate({ listen: false });
    const { accountId, licenseKey } = emulator.credentials;
    const at = { baseUrl: emulator.url, fetch: emulator.fetch };
    const client = new MinFraud({ accountId, licenseKey, ...at });
    expect((await client.insights(transaction)).ipAddress?.anonymizer?.isAnonymousVpn).toBe(true);
    await client.report({ tag: 'chargeback', transactionId: '1' });
    const legacy = new MinFraudLegacy({ licenseKey, ...at });
    expect(
      (await legacy.proxyDetection({ ipAddress: '203.0.113.200' })).proxyScore,
    ).toBeGreaterThan(1);
    expect(emulator.requests.map(({ status }) => status)).toEqual([200, 204, 200]);
  });

  it('takes a Request, a URL or a text, and any host', async () => {
    const emulator = await emulate({ listen: false });
    const url = `https://minfraud.maxmind.com${paths.score}`;
    for (const input of [url, new URL(url)]) {
      expect((await emulator.fetch(input, wire)).status).toBe(200);
    }
    expect((await emulator.fetch(new Request(url, wire))).status).toBe(200);
  });

  it('takes a request of another class, as test tools hand over', async () => {
    const emulator = await emulate({ listen: false });
    const request = new Request(emulator.url + paths.score, wire);
    const foreign = {
      url: request.url,
      method: request.method,
      headers: request.headers,
      signal: request.signal,
      arrayBuffer: () => request.arrayBuffer(),
    } as unknown as Request;
    expect((await emulator.fetch(foreign)).status).toBe(200);
  });

  async function faulty(fault: NonNullable<EmulatorOptions['faults']>): Promise<Response> {
    const emulator = await emulate({ listen: false, faults: fault });
    return emulator.fetch(emulator.url + paths.score, wire);
  }

  it('fails as a connection does', async () => {
    await expect(faulty([{ disconnect: 'before-response' }])).rejects.toMatchObject({
      message: 'fetch failed',
      cause: { code: 'ECONNRESET' },
    });
    const cut = await faulty([{ disconnect: 'mid-body' }]);
    expect(cut.status).toBe(200);
    await expect(cut.text()).rejects.toThrow();
    const dripped = await faulty([{ drip: 1, body: 'drops' }]);
    expect(await dripped.text()).toBe('drops');
    expect((await faulty([{ status: 204, body: 'none allowed' }])).status).toBe(204);
  });

  it('gives up when the caller does, or when it is closed', async () => {
    const emulator = await emulate({ listen: false, faults: [{ delay: 60_000 }] });
    const url = emulator.url + paths.score;
    const aborted = emulator.fetch(url, { ...wire, signal: AbortSignal.timeout(20) });
    await expect(aborted).rejects.toMatchObject({ name: 'TimeoutError' });
    await expect(emulator.fetch(url, { signal: AbortSignal.abort() })).rejects.toMatchObject({
      name: 'AbortError',
    });
    const waiting = emulator.fetch(url, wire);
    await new Promise((resolve) => setTimeout(resolve, 20));
    await Promise.all([emulator.close(), expect(waiting).rejects.toThrow('fetch failed')]);
  });

  it('reads no more than a megabyte', async () => {
    const emulator = await emulate({ listen: false });
    const response = await emulator.fetch(emulator.url + paths.score, init('x'.repeat(1_100_000)));
    expect(response.status).toBe(413);
    expect(emulator.requests).toEqual([]);
  });
});
