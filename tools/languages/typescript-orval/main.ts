/** Calls every minFraud service with the functions that orval wrote. */
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
import { authorization } from './service';

const account = { headers: authorization(variable('ACCOUNT_ID'), variable('LICENSE_KEY')) };
const empty = {
  headers: authorization(variable('EMPTY_ACCOUNT_ID'), variable('EMPTY_LICENSE_KEY')),
};

async function main(): Promise<void> {
  const transaction = read('transaction.json') as Transaction;
  const scored = ok(await score(transaction, account));
  const explained = ok(await insights(transaction, account));
  const reasoned = ok(await factors(transaction, account));
  const report = await reportTransaction(
    { tag: 'suspected_fraud', transaction_id: 'txn-3134133' },
    account,
  );
  const updates = await allUpdates();
  const order = read('order.json') as Omit<LegacyOrder, 'license_key'>;
  const legacy = ok(await scoreLegacy({ ...order, license_key: variable('LICENSE_KEY') }));
  const badRequest = await reportTransaction(
    { tag: 'not_fraud', ip_address: '192.168.0.1' },
    account,
  );
  const paymentRequired = await score(transaction, empty);
  if (badRequest.status !== 400 || paymentRequired.status !== 402) throw new Error('not refused');

  print({
    score: scored,
    insights: explained,
    factors: reasoned,
    reported: report.status === 204,
    dispositions: updates,
    legacy,
    badRequest: refusal(badRequest.status, badRequest.data),
    paymentRequired: refusal(paymentRequired.status, paymentRequired.data),
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

/** The value of a call that succeeded: its type goes with the status. */
function ok<T extends { status: number; data: unknown }>(
  response: T,
): Extract<T, { status: 200 }>['data'] {
  if (response.status !== 200) throw new Error(`refused with ${response.status}`);
  return response.data;
}

async function allUpdates(): Promise<DispositionUpdate[]> {
  const updates: DispositionUpdate[] = [];
  let cursor = '2026-03-01T00:00:00Z';
  for (;;) {
    const page = ok(await listDispositionUpdates({ updates_after: cursor }, account));
    if (page.updates.length === 0) return updates;
    updates.push(...page.updates);
    cursor = page.last_update_timestamp ?? cursor;
  }
}

function refusal(status: number, error: ServiceError): unknown {
  return { status, code: error.code };
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
