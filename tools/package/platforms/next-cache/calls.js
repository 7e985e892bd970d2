/** One call of each client, for the routes of the cache check: what each gives changes with every request. */
import { MinFraud } from 'minfraud-sdk';
import { MinFraudLegacy } from 'minfraud-sdk/legacy';
import { createWireClient } from 'minfraud-sdk/wire';
import { MinFraud as OwnMinFraud } from './minfraud';

/** The same every time: only the service can tell two requests apart. */
const order = { device: { ipAddress: '203.0.113.7' } };

const credentials = () => ({
  accountId: process.env['MAXMIND_ACCOUNT_ID'] ?? '',
  licenseKey: process.env['MAXMIND_LICENSE_KEY'] ?? '',
});

export const score = async () => (await new MinFraud().score(order)).riskScore;

export const insights = async () => (await new MinFraud().insights(order)).riskScore;

export const own = async () => (await new OwnMinFraud().score(order)).riskScore;

export const legacy = async () =>
  (await new MinFraudLegacy().score({ ipAddress: '203.0.113.7' })).riskScore;

export async function wire() {
  const client = createWireClient(credentials());
  const { data } = await client.POST('/minfraud/v2.0/score', {
    body: { device: { ip_address: '203.0.113.7' } },
  });
  return data?.risk_score;
}

/** The note of the newest change, as a poll from a timer sees it. */
export async function dispositions() {
  const updatesAfter = '2026-01-01T00:00:00Z';
  for await (const { updates } of new MinFraud().dispositions({ updatesAfter }).pages()) {
    return Number(updates[0]?.note);
  }
  return undefined;
}
