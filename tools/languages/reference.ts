/** What the TypeScript SDK prints for the calls that every program makes. */
import { modelName } from '../../scripts/model-name.ts';
import type { Emulator } from 'minfraud-emulator';
import { MinFraud, MinFraudError, type Transaction } from '../../src/index.ts';
import { type LegacyOrder, MinFraudLegacy } from '../../src/legacy/index.ts';
import { createWireClient } from '../../src/wire.ts';
import {
  emptyAccount,
  fullTransaction,
  legacyOrder,
  reservedAddress,
  updatesAfter,
} from './scenario.ts';

export async function printReference(service: Emulator): Promise<unknown> {
  const client = new MinFraud({ ...service.credentials, baseUrl: service.url });
  const empty = new MinFraud({ ...emptyAccount, baseUrl: service.url });
  const { licenseKey } = service.credentials;
  const legacy = new MinFraudLegacy({ licenseKey, baseUrl: service.url });

  const transaction = inModelSpelling(fullTransaction()) as Transaction;
  const score = await client.score(transaction);
  const insights = await client.insights(transaction);
  const factors = await client.factors(transaction);
  await client.report({ tag: 'suspected_fraud', transactionId: 'txn-3134133' });
  const updates = [];
  for await (const update of client.dispositions({ updatesAfter })) updates.push(update);
  const { i: ipAddress, ...order } = legacyOrder();
  const spelled = { ipAddress, ...(inModelSpelling(order) as object) } as LegacyOrder;
  const legacyResult = await legacy.score(spelled);
  // The client itself refuses such an address; the service's own response comes through the wire client.
  const wire = createWireClient({ ...service.credentials, baseUrl: service.url });
  const { error, response } = await wire.POST('/minfraud/v2.0/transactions/report', {
    body: { tag: 'not_fraud', ip_address: reservedAddress },
  });
  const badRequest = { status: response.status, code: error?.code };
  const paymentRequired = await refusal(empty.score(transaction));
  return {
    score,
    insights,
    factors,
    reported: true,
    dispositions: updates,
    legacy: legacyResult,
    badRequest,
    paymentRequired,
    read: {
      riskScore: score.riskScore,
      autonomousSystemNumber: insights.ipAddress?.traits?.autonomousSystemNumber,
      multiplier: factors.riskScoreReasons[0]?.multiplier,
      firstReason: factors.riskScoreReasons[0]?.reasons[0]?.code,
      lastAction: updates.at(-1)?.action,
      legacyRiskScore: legacyResult.riskScore,
    },
  };
}

async function refusal(call: Promise<unknown>): Promise<unknown> {
  const error: unknown = await call.catch((reason: unknown) => reason);
  if (!MinFraudError.is(error)) throw new Error('the service did not refuse the call');
  return { status: error.status, code: error.code };
}

/** Keys of custom inputs are data, and stay as they are. */
function inModelSpelling(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inModelSpelling);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, child]: [string, unknown]) => [
      modelName(key),
      key === 'custom_inputs' ? child : inModelSpelling(child),
    ]),
  );
}
