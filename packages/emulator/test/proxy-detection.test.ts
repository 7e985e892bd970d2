import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY, type Account } from '../src/index.ts';
import { paths, postForm, textFields } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const l = TEST_LICENSE_KEY;
const account: Account = { accountId: 42, licenseKey: l };

describe('proxy detection', () => {
  it.each([
    ['128.101.101.101', 2, 4],
    ['74.209.24.1', 0.5, 1.99],
    ['65.116.3.80', 0, 0.49],
    ['203.0.113.210', 3, 4],
    ['10.0.0.1', 0, 0],
  ])('scores %s from %d to %d, billed', async (i, low, high) => {
    const emulator = await emulate();
    const response = await postForm(emulator.url + paths.proxyDetection, { l, i, shopID: 's' });
    expect(response.status).toBe(200);
    expect(response.headers.get('content-type')).toBe('text/plain; charset=ISO-8859-1');
    const { proxyScore, err } = await textFields(response);
    expect(err).toBe('');
    expect(proxyScore).toMatch(/^\d\.\d\d$/);
    expect(Number(proxyScore)).toBeGreaterThanOrEqual(low);
    expect(Number(proxyScore)).toBeLessThanOrEqual(high);
    expect(emulator.requests[0]?.body).toEqual({ l: '[redacted]', i, shopID: 's' });
    expect(emulator.fundsRemaining()).toBe(99_999.998);
  });

  it('separates by semicolon, or by comma as the text of the vendor says', async () => {
    for (const proxySeparator of [';', ','] as const) {
      const { url } = await emulate({ proxySeparator });
      const response = await fetch(`${url}${paths.proxyDetection}?l=${l}&i=203.0.113.1`);
      expect(await response.text()).toMatch(
        new RegExp(`^proxyScore=0\\.\\d\\d${proxySeparator}err=$`),
      );
    }
  });

  it.each([
    ['a missing address', { l }, {}, 400, ''],
    ['an invalid address', { l, i: 'x' }, {}, 400, ''],
    ['no key', { i: '203.0.113.1' }, {}, 401, 'LICENSE_REQUIRED'],
    ['a wrong key', { l: 'x', i: '203.0.113.1' }, {}, 401, 'INVALID_LICENSE_KEY'],
    ['no money', { l, i: '203.0.113.1' }, { funds: 0.001 }, 402, 'MAX_REQUESTS_REACHED'],
    ['no permission', { l, i: '203.0.113.1' }, { permissions: [] }, 403, 'PERMISSION_REQUIRED'],
  ])('responds to %s with an empty score and its code', async (_, fields, more, status, err) => {
    const form: Record<string, string> = fields;
    const accounts = [{ ...account, ...(more as Partial<Account>) }];
    for (const [options, expected] of [
      [{}, status],
      [{ legacyErrorStatus: 200 }, 200],
    ] as const) {
      const { url } = await emulate({ ...options, accounts });
      const response = await postForm(url + paths.proxyDetection, form);
      expect(response.status).toBe(expected);
      expect(await textFields(response)).toEqual({ proxyScore: '', err });
    }
  });

  it('refuses a body without a type as malformed, with the record of an error', async () => {
    for (const [options, status] of [
      [{}, 400],
      [{ legacyErrorStatus: 200 }, 200],
    ] as const) {
      const { url } = await emulate(options);
      const body = new TextEncoder().encode(`l=${l}&i=203.0.113.1`);
      const response = await fetch(url + paths.proxyDetection, { method: 'POST', body });
      expect([response.status, await response.text()]).toEqual([status, 'proxyScore=;err=']);
    }
  });
});
