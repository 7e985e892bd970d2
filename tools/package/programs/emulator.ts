/** The emulator in the program itself: by HTTP, without a socket, and as the sender of an alert. */
import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { MinFraud, RateLimitError } from 'minfraud-sdk';
import { parseAlert, rawQuery, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import { insightsFixture, startEmulator } from 'minfraud-emulator';
import { equal, holds, refused } from '../conformance/expect.ts';

const transaction = { device: { ipAddress: '128.101.101.101' } };
const secret = 'supersecret-0123456789';

async function main(): Promise<void> {
  const emulator = await startEmulator();
  const client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url, maxRetries: 0 });
  holds((await client.score(transaction)).riskScore > 0, 'a risk score by HTTP');
  equal(emulator.requests.at(-1)?.body, { device: { ip_address: '128.101.101.101' } });

  emulator.setFaults({ score: { status: 429, retryAfter: 3 } });
  equal((await refused(RateLimitError, client.score(transaction))).retryAfter, 3);
  emulator.setFaults();

  const { fetch, credentials, url: baseUrl } = emulator;
  const direct = new MinFraud({ ...credentials, baseUrl, fetch });
  holds((await direct.factors(transaction)).riskScore > 0, 'a risk score without a socket');

  equal(await alertedOf(emulator.sendAlert), ['CARDER_EMAIL', 204]);
  equal(insightsFixture({ riskScore: 12.5 }).riskScore, 12.5);
  await emulator.close();
}

/** The reason that a webhook reads, and its response. */
async function alertedOf(
  send: Awaited<ReturnType<typeof startEmulator>>['sendAlert'],
): Promise<[reason: string | undefined, status: number]> {
  let reason: string | undefined;
  const webhook = createServer((request, response) => {
    const query = rawQuery(request.url ?? '');
    const signature = request.headers[SIGNATURE_HEADER];
    void verifyAlert({ query, signature, secret }).then((genuine) => {
      if (genuine) reason = parseAlert(query).reasonCode;
      response.writeHead(genuine ? 204 : 401).end();
    });
  });
  webhook.listen(0, '127.0.0.1');
  await once(webhook, 'listening');
  const url = `http://127.0.0.1:${(webhook.address() as AddressInfo).port}/alerts`;
  const { status } = await send({ url, secret, parameters: { reason_code: 'CARDER_EMAIL' } });
  webhook.close();
  return [reason, status];
}

void main().then(() => {
  console.log('emulator');
});
