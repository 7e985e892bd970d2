import { describe, expect, it } from '@jest/globals';
import { createHmac } from 'node:crypto';
import { createServer } from 'node:http';
import { type AddressInfo } from 'node:net';
import fc from 'fast-check';
import { rawQuery, SIGNATURE_HEADER, signAlert, verifyAlert } from '../../src/alerts/index.ts';
import { runs } from '../runs.ts';

describe('signAlert', () => {
  // The vector that MaxMind publishes: https://dev.maxmind.com/minfraud/alerts/#signed-requests
  it("signs the vendor's query as the vendor does", async () => {
    const query =
      'i=24.24.24.24&maxmindID=1234ABCD&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321';
    const secret = 'supersecret-0123456789';
    const signature = 'dd11717fc5559effc9607d03f2ad534ac8f7c7f81acba8d2c14d0ed484974ff0';
    await expect(signAlert({ query, secret })).resolves.toBe(signature);
    const bytes = new TextEncoder().encode(query);
    await expect(signAlert({ query: bytes, secret })).resolves.toBe(signature);
  });

  it('agrees with Node and with verifyAlert on any query', async () => {
    const text = fc.string({ unit: 'binary' });
    const secret = fc.string({ unit: 'grapheme', minLength: 1 });
    await fc.assert(
      fc.asyncProperty(text, secret, async (query, key) => {
        const signature = await signAlert({ query, secret: key });
        expect(signature).toBe(createHmac('sha256', key).update(query).digest('hex'));
        await expect(verifyAlert({ query, signature, secret: key })).resolves.toBe(true);
        const other = { query: `${query}x`, signature, secret: key };
        await expect(verifyAlert(other)).resolves.toBe(false);
      }),
      { numRuns: runs(200) },
    );
  });

  it.each([[''], [undefined as unknown as string], [['a'] as unknown as string]])(
    'refuses to sign with the secret %j',
    async (secret) => {
      await expect(signAlert({ query: 'i=203.0.113.9', secret })).rejects.toThrow(TypeError);
    },
  );

  it('lets a webhook be tested without MaxMind', async () => {
    const secret = 'of-the-test';
    const webhook = createServer((request, response) => {
      const query = rawQuery(request.url ?? '');
      const signature = request.headers[SIGNATURE_HEADER];
      void verifyAlert({ query, signature, secret }).then((genuine) => {
        response.writeHead(genuine ? 204 : 401).end();
      });
    });
    await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
    try {
      const query = 'i=203.0.113.9&city=Orl%C3%A9ans&reason=a+b';
      const url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/alerts?${query}`;
      const statuses = ['of-the-test', 'of-another'].map(async (key) => {
        const headers = { [SIGNATURE_HEADER]: await signAlert({ query, secret: key }) };
        return (await fetch(url, { headers })).status;
      });
      expect(await Promise.all(statuses)).toEqual([204, 401]);
    } finally {
      webhook.closeAllConnections();
      webhook.close();
    }
  });
});
