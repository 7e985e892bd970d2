/** A customer's program that names every entry and many of its types. It is compiled, not run. */
import {
  EventType,
  type FetchFunction,
  getMetadata,
  type Insights,
  InvalidRequestError,
  MinFraud,
  type Score,
  type Transaction,
} from 'minfraud-sdk';
import { type Alert, parseAlert, verifyAlertRequest } from 'minfraud-sdk/alerts';
import { type CustomerDevice, deviceFrom } from 'minfraud-sdk/device';
import { type Emulator, scoreFixture, startEmulator } from 'minfraud-emulator';
import { nearestName } from 'minfraud-sdk/internal';
import { type LegacyResult, MinFraudLegacy } from 'minfraud-sdk/legacy';
import { traceMinFraud } from 'minfraud-sdk/opentelemetry';
import { OperationClient } from 'minfraud-sdk/runtime';
import { type UndiciFetch, undiciFetch } from 'minfraud-sdk/undici';
import { createWireClient, type paths, type WireClient } from 'minfraud-sdk/wire';

const transaction: Transaction = {
  device: { ipAddress: '203.0.113.9' },
  event: { type: EventType.Purchase, time: new Date() },
};

export async function use(client: MinFraud): Promise<number> {
  const score: Score = await client.score(transaction, { deadline: 1_000 });
  const warnings: string[] = score.warnings.map((warning) => warning.code);
  // @ts-expect-error a field that is not documented is refused
  await client.score({ device: { ipAdress: '203.0.113.9' } });
  // @ts-expect-error a value that is not documented is refused
  await client.score({ event: { type: 'theft' } });
  // @ts-expect-error a risk score is a number, so that the types are no any
  const text: string = score.riskScore;
  const details: Insights = await client.insights(transaction);
  const code: string | undefined = details.ipAddress?.country?.isoCode;
  for await (const update of client.dispositions({ updatesAfter: new Date(0) })) {
    console.log(update.minfraudId, text, code, getMetadata(score)?.status);
  }
  return score.riskScore + warnings.length;
}

export const guard = (error: unknown): number =>
  InvalidRequestError.is(error) ? error.issues.length : 0;

export type ScorePath = paths['/minfraud/v2.0/score'];
export const faster: UndiciFetch = undiciFetch();
export const traced: MinFraud = new MinFraud({ fetch: faster, hooks: traceMinFraud() });
export type FetchOfOptions = FetchFunction;
export const device: CustomerDevice = deviceFrom({ headers: {} }, { trust: [] });
export const wire: WireClient = createWireClient();
export const legacy: Promise<LegacyResult> = new MinFraudLegacy().score({
  ipAddress: '203.0.113.9',
  city: 'Paris',
  region: 'IDF',
  postal: '75001',
  country: 'FR',
});
export const alert: Alert = parseAlert('i=203.0.113.9');
export const verified: Promise<boolean> = verifyAlertRequest(
  { url: '', headers: { get: () => null } },
  'secret',
);
export const running: Promise<Emulator> = startEmulator();
export const made: Score = scoreFixture({ riskScore: 1 });
export const near: string | undefined = nearestName('scor', ['score']);
export class OwnClient extends OperationClient {}
