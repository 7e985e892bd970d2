import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from '@jest/globals';
import { ALERT_USER_AGENT } from '../src/index.ts';
import { emulate } from './running-emulator.ts';

interface Webhook {
  url: string;
  calls: IncomingMessage[];
}

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  await Promise.all(open.splice(0).map((close) => close()));
});

async function webhook(status = 204): Promise<Webhook> {
  const calls: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    calls.push(request);
    response.statusCode = status;
    response.end(status === 204 ? undefined : 'no, thank you');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  open.push(() => new Promise((resolve) => server.close(resolve)));
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/alert`, calls };
}

describe('sendAlert', () => {
  it('calls the webhook as the service does, signed over the exact query', async () => {
    const { sendAlert } = await emulate();
    const hook = await webhook();
    const delivery = await sendAlert({ url: hook.url, secret: 'a secret' });
    expect(delivery.status).toBe(204);
    const call = hook.calls[0];
    expect(call?.method).toBe('GET');
    expect(call?.headers['user-agent']).toBe('MaxMind MinFraud Alert Robot');
    expect(ALERT_USER_AGENT).toBe('MaxMind MinFraud Alert Robot');
    expect(call?.url).toBe(`/alert?${delivery.query}`);
    const signature = createHmac('sha256', 'a secret').update(delivery.query).digest('hex');
    expect(call?.headers['x-maxmind-alert-hmac-sha256']).toBe(signature);
    expect(delivery.signature).toBe(signature);
    const parameters = new URLSearchParams(delivery.query);
    expect(parameters.get('city')).toBe('Orléans');
    expect(delivery.query).toContain('reason=IP+address+has+been');
  });

  it('makes the vector that the vendor published', async () => {
    const { sendAlert } = await emulate();
    const hook = await webhook();
    const { query, signature } = await sendAlert({
      url: hook.url,
      secret: 'supersecret-0123456789',
      parameters: {
        i: '24.24.24.24',
        domain: 'sample.com',
        city: 'Anytown',
        region: 'CA',
        postal: undefined,
        country: 'US',
        date: 'Jan. 1, 1970',
        txnID: 'foo123',
        reason: 'IP address has been marked as a high-risk IP',
        reason_code: 'HIGH_RISK_IP',
        minfraud_id: '2afb0d26-e3b4-4624-8e66-fd10e64b95df',
        old_risk_score: undefined,
        new_risk_score: undefined,
        updated_at: undefined,
        shop_id: 'shop321',
      },
    });
    // The vendor's example has maxmindID second: the query of the URL comes first and is kept as it is.
    expect(query).toBe(
      'i=24.24.24.24&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321',
    );
    expect(signature).toHaveLength(64);
    const whole =
      'i=24.24.24.24&maxmindID=1234ABCD&domain=sample.com&city=Anytown&region=CA&country=US&date=Jan.+1,+1970&txnID=foo123&reason=IP+address+has+been+marked+as+a+high-risk+IP&reason_code=HIGH_RISK_IP&minfraud_id=2afb0d26-e3b4-4624-8e66-fd10e64b95df&shop_id=shop321';
    const names = [...new URLSearchParams(query).keys()];
    const exact = await sendAlert({
      url: `${hook.url}?${whole}`,
      secret: 'supersecret-0123456789',
      parameters: Object.fromEntries(
        [...names, 'postal', 'old_risk_score', 'new_risk_score', 'updated_at'].map((name) => [
          name,
          undefined,
        ]),
      ),
    });
    expect(exact.query).toBe(whole);
    expect(exact.signature).toBe(
      'dd11717fc5559effc9607d03f2ad534ac8f7c7f81acba8d2c14d0ed484974ff0',
    );
  });

  it('keeps a query of the webhook in front, and drops parameters on request', async () => {
    const { sendAlert } = await emulate();
    const hook = await webhook(403);
    const delivery = await sendAlert({
      url: new URL(`${hook.url}?tenant=7`),
      parameters: { city: undefined, new_risk_score: 97 },
    });
    expect(delivery).toMatchObject({ status: 403, body: 'no, thank you', signature: undefined });
    expect(delivery.query).toMatch(/^tenant=7&i=203\.0\.113\.24&.*new_risk_score=97/);
    expect(delivery.query).not.toContain('city=');
    expect(hook.calls[0]?.headers).not.toHaveProperty('x-maxmind-alert-hmac-sha256');
  });

  it('can damage the signature in one place', async () => {
    const { sendAlert } = await emulate();
    const hook = await webhook();
    for (const secret of ['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', '0', '1', '2', '3']) {
      const { signature } = await sendAlert({ url: hook.url, secret, tamper: true });
      const sent = String(hook.calls.at(-1)?.headers['x-maxmind-alert-hmac-sha256']);
      expect(sent).toMatch(/^[0-9a-f]{64}$/);
      expect(sent[0]).not.toBe(signature?.[0]);
      expect(sent.slice(1)).toBe(signature?.slice(1));
    }
  });

  it('rejects when nobody listens', async () => {
    const { sendAlert } = await emulate();
    await expect(sendAlert({ url: 'http://127.0.0.1:9/' })).rejects.toThrow('ECONNREFUSED');
  });

  it('speaks TLS to https webhooks', async () => {
    const { sendAlert } = await emulate();
    const server = createTlsServer({}, () => undefined);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    open.push(() => new Promise((resolve) => server.close(resolve)));
    const { port } = server.address() as AddressInfo;
    // The server has no certificate: a handshake that fails was a handshake.
    await expect(sendAlert({ url: `https://127.0.0.1:${port}/` })).rejects.toThrow(
      /handshake|SSL/i,
    );
  });
});
