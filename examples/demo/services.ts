/** Sends the purchase through the services and gathers their responses. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { parseAlert, type ReceivedAlert, SIGNATURE_HEADER, verifyAlert } from 'minfraud-sdk/alerts';
import type { Emulator } from 'minfraud-emulator';
import type {
  DispositionUpdate,
  Factors,
  Insights,
  MinFraud,
  Score,
  Transaction,
} from 'minfraud-sdk';
import { type LegacyResult, MinFraudLegacy, type ProxyDetectionResult } from 'minfraud-sdk/legacy';
import { legacyOrder, purchase } from './purchase.ts';

/** What every account can ask. */
export interface Assessment {
  readonly transaction: Transaction;
  readonly score: Score;
  readonly insights: Insights;
  readonly factors: Factors;
}

/** What the sandbox does not have, and the emulator does. */
export interface Aftermath {
  readonly report: 'accepted';
  readonly dispositions: readonly DispositionUpdate[];
  readonly alert: ReceivedAlert & { readonly verified: boolean };
  readonly legacy: LegacyResult;
  readonly proxyDetection: ProxyDetectionResult;
}

export async function assess(client: MinFraud, ipAddress: string): Promise<Assessment> {
  const transaction = purchase(ipAddress, new Date());
  const [score, insights, factors] = await Promise.all([
    client.score(transaction),
    client.insights(transaction),
    client.factors(transaction),
  ]);
  return { transaction, score, insights, factors };
}

/** A day later: a reviewer decides, the shop reports, MaxMind has news; and the older services. */
export async function followUp(
  client: MinFraud,
  emulator: Emulator,
  { transaction, score }: Assessment,
): Promise<Aftermath> {
  const ipAddress = transaction.device?.ipAddress ?? '';
  await client.report({
    tag: 'not_fraud',
    minfraudId: score.id,
    ipAddress,
    transactionId: 'order-3456',
  });

  const now = new Date();
  emulator.addDispositions([
    {
      minfraud_id: score.id,
      action: 'accept',
      action_last_updated: now.toISOString(),
      note: 'Called the customer: travelling, uses a VPN.',
      note_last_updated: now.toISOString(),
    },
  ]);
  const dispositions: DispositionUpdate[] = [];
  const yesterday = new Date(now.getTime() - 86_400_000);
  for await (const update of client.dispositions({ updatesAfter: yesterday })) {
    dispositions.push(update);
  }

  const { licenseKey } = emulator.credentials;
  const legacy = new MinFraudLegacy({ licenseKey, baseUrl: emulator.url });
  return {
    report: 'accepted',
    dispositions,
    alert: await receiveAlert(emulator),
    legacy: await legacy.score(legacyOrder(ipAddress)),
    proxyDetection: await legacy.proxyDetection({ ipAddress }),
  };
}

/** Stands up a webhook for one alert: its query is checked as it was sent, before it is read. */
async function receiveAlert(emulator: Emulator): Promise<Aftermath['alert']> {
  const secret = 'the-secret-that-you-agreed-on';
  const calls: { url: string; signature: string }[] = [];
  const webhook = createServer((request, response) => {
    calls.push({
      url: request.url ?? '',
      signature: String(request.headers[SIGNATURE_HEADER] ?? ''),
    });
    response.writeHead(204).end();
  });
  await new Promise<void>((resolve) => webhook.listen(0, '127.0.0.1', resolve));
  const { port } = webhook.address() as AddressInfo;
  try {
    await emulator.sendAlert({
      url: `http://127.0.0.1:${port}/minfraud-alert`,
      secret,
      parameters: { txnID: 'order-3301', old_risk_score: 1.37, new_risk_score: 81.5 },
    });
  } finally {
    await new Promise((resolve) => webhook.close(resolve));
  }
  const { url = '', signature = '' } = calls[0] ?? {};
  const query = url.slice(url.indexOf('?') + 1);
  const verified = await verifyAlert({ query, signature, secret });
  return { ...parseAlert(query), verified };
}
