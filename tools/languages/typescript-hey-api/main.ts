/** Calls every minFraud service with the client that hey-api's generator wrote. */
import { readFileSync } from 'node:fs';
import {
  type DispositionUpdate,
  factors,
  insights,
  type LegacyOrder,
  listDispositionUpdates,
  reportTransaction,
  score,
  scoreLegacy,
  type ServiceError,
  type Transaction,
} from './minfraud';
import { type Client, createClient, createConfig } from './minfraud/client';

const client = account(variable('ACCOUNT_ID'), variable('LICENSE_KEY'));
const empty = account(variable('EMPTY_ACCOUNT_ID'), variable('EMPTY_LICENSE_KEY'));

async function main(): Promise<void> {
  const transaction = read('transaction.json') as Transaction;
  const scored = (await score({ client, body: transaction, throwOnError: true })).data;
  const explained = (await insights({ client, body: transaction, throwOnError: true })).data;
  const reasoned = (await factors({ client, body: transaction, throwOnError: true })).data;
  const report = await reportTransaction({
    client,
    body: { tag: 'suspected_fraud', transaction_id: 'txn-3134133' },
  });
  const updates = await allUpdates();
  const legacy = await legacyText(read('order.json') as Omit<LegacyOrder, 'license_key'>);
  const badRequest = await reportTransaction({
    client,
    body: { tag: 'not_fraud', ip_address: '192.168.0.1' },
  });
  const paymentRequired = await score({ client: empty, body: transaction });

  print({
    score: scored,
    insights: explained,
    factors: reasoned,
    reported: report.response?.status === 204,
    dispositions: updates,
    legacy,
    badRequest: refusal(badRequest),
    paymentRequired: refusal(paymentRequired),
    read: {
      riskScore: scored.risk_score,
      autonomousSystemNumber: explained.ip_address?.traits?.autonomous_system_number,
      multiplier: reasoned.risk_score_reasons?.[0]?.multiplier,
      firstReason: reasoned.risk_score_reasons?.[0]?.reasons?.[0]?.code,
      lastAction: updates.at(-1)?.action,
      legacyRiskScore: legacyNumber(legacy, 'riskScore'),
    },
  });
}

/** The client joins user name and password with a colon when they come as one text. */
function account(accountId: string, licenseKey: string): Client {
  return createClient(
    createConfig({ baseUrl: variable('URL'), auth: () => `${accountId}:${licenseKey}` }),
  );
}

async function allUpdates(): Promise<DispositionUpdate[]> {
  const updates: DispositionUpdate[] = [];
  let cursor = '2026-03-01T00:00:00Z';
  for (;;) {
    const query = { updates_after: cursor };
    const { data: page } = await listDispositionUpdates({ client, query, throwOnError: true });
    if (page.updates.length === 0) return updates;
    updates.push(...page.updates);
    cursor = page.last_update_timestamp ?? cursor;
  }
}

/** The client takes all text for UTF-8; Legacy responds in ISO-8859-1. */
async function legacyText(order: Omit<LegacyOrder, 'license_key'>): Promise<string> {
  const { data } = await scoreLegacy({
    client,
    body: { ...order, license_key: variable('LICENSE_KEY') },
    parseAs: 'arrayBuffer',
    throwOnError: true,
  });
  return new TextDecoder('latin1').decode(data as unknown as ArrayBuffer);
}

function refusal(result: { error?: ServiceError | unknown; response?: Response }): unknown {
  return { status: result.response?.status, code: (result.error as ServiceError).code };
}

function legacyNumber(text: string, name: string): number {
  const field = text.split(';').find((part) => part.startsWith(`${name}=`));
  return Number(field?.slice(name.length + 1));
}

function read(path: string): unknown {
  return JSON.parse(readFileSync(path, 'utf8'));
}

function variable(name: string): string {
  const value = process.env[`MINFRAUD_${name}`];
  if (value === undefined) throw new Error(`MINFRAUD_${name} is not set`);
  return value;
}

function print(values: unknown): void {
  console.log(JSON.stringify(values));
}

void main();
