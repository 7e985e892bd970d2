/** What was scored and reported before, where it changes later responses. Off unless asked for. */

import { deviceIdentity } from './signals/device.ts';
import type { Transaction, TransactionReport } from './wire-types.ts';

/** What is known about the parts of a transaction from earlier ones. */
export interface Past {
  /** Transactions of the hour before with the same email address. */
  readonly sameEmail: number;
  /** Other email addresses, and other IINs, from the same IP address in that hour. */
  readonly emailsAtIp: number;
  readonly iinsAtIp: number;
  /** When the same device was last seen. */
  readonly deviceLastSeen: Date | undefined;
  /** The latest verdict on an earlier transaction with the same value. */
  readonly email: Verdict | undefined;
  readonly ip: Verdict | undefined;
  readonly phone: Verdict | undefined;
  readonly shipping: Verdict | undefined;
}

/** From a report, or from a disposition that a person changed. */
export type Verdict = 'fraud' | 'not_fraud';

interface Remembered {
  readonly accountId: number;
  readonly id: string;
  readonly transactionId: string | undefined;
  readonly moment: number;
  readonly traces: Traces;
  verdict: Verdict | undefined;
}

/** The values by which transactions are recognized. */
interface Traces {
  readonly ip: string | undefined;
  readonly email: string | undefined;
  readonly iin: string | undefined;
  readonly phone: string | undefined;
  readonly shipping: string | undefined;
  readonly device: string | undefined;
}

const HOUR = 3_600_000;
/** Older transactions are forgotten: an emulator that runs for weeks must not grow. */
const MAX_REMEMBERED = 10_000;

/** The verdicts of the report's tags; `clear` takes one back. */
const VERDICTS: Readonly<Record<string, Verdict | undefined>> = {
  chargeback: 'fraud',
  suspected_fraud: 'fraud',
  spam_or_abuse: 'fraud',
  not_fraud: 'not_fraud',
};

export class History {
  readonly #transactions: Remembered[] = [];

  /** What is known at the moment of a transaction. */
  recall(accountId: number, transaction: Transaction, now: Date): Past {
    const traces = tracesOf(transaction);
    const moment = momentOf(transaction, now);
    const before = this.#transactions.filter(
      (one) => one.accountId === accountId && one.moment <= moment,
    );
    const recent = before.filter((one) => moment - one.moment <= HOUR);
    const same = (trace: keyof Traces, among: readonly Remembered[]): readonly Remembered[] =>
      traces[trace] === undefined ? [] : among.filter((one) => one.traces[trace] === traces[trace]);
    const others = (trace: keyof Traces): number =>
      new Set(
        same('ip', recent)
          .map((one) => one.traces[trace])
          .filter((value) => value !== undefined && value !== traces[trace]),
      ).size;
    const verdictOn = (trace: keyof Traces): Verdict | undefined =>
      same(trace, before).findLast((one) => one.verdict !== undefined)?.verdict;
    const lastSeen = Math.max(...same('device', before).map((one) => one.moment));
    return {
      sameEmail: same('email', recent).length,
      emailsAtIp: others('email'),
      iinsAtIp: others('iin'),
      deviceLastSeen: Number.isFinite(lastSeen) ? new Date(lastSeen) : undefined,
      email: verdictOn('email'),
      ip: verdictOn('ip'),
      phone: verdictOn('phone'),
      shipping: verdictOn('shipping'),
    };
  }

  remember(accountId: number, id: string, transaction: Transaction, now: Date): void {
    this.#transactions.push({
      accountId,
      id,
      transactionId: transaction.event?.transaction_id,
      moment: momentOf(transaction, now),
      traces: tracesOf(transaction),
      verdict: undefined,
    });
    if (this.#transactions.length > MAX_REMEMBERED) this.#transactions.shift();
  }

  /** A report counts for every transaction that one of its identifiers names. */
  report(accountId: number, report: TransactionReport): void {
    for (const one of this.#transactions) {
      if (one.accountId !== accountId) continue;
      const named =
        one.id === report.minfraud_id ||
        one.id === report.maxmind_id ||
        (one.transactionId !== undefined && one.transactionId === report.transaction_id) ||
        (one.traces.ip !== undefined && one.traces.ip === report.ip_address);
      if (named) one.verdict = VERDICTS[report.tag];
    }
  }

  /** A disposition that a person changed says what they found. */
  decide(minfraudId: string, action: string): void {
    const one = this.#transactions.find(({ id }) => id === minfraudId);
    if (one === undefined) return;
    if (action === 'reject') one.verdict = 'fraud';
    if (action === 'accept') one.verdict = 'not_fraud';
  }
}

function momentOf(transaction: Transaction, now: Date): number {
  const written = Date.parse(transaction.event?.time ?? '');
  return Number.isNaN(written) ? now.getTime() : written;
}

function tracesOf(transaction: Transaction): Traces {
  const { device, email, credit_card: card, billing, shipping } = transaction;
  const ip = device?.ip_address;
  return {
    ip,
    email: email?.address?.toLowerCase(),
    iin: card?.issuer_id_number,
    phone: digits(billing?.phone_number) ?? digits(shipping?.phone_number),
    shipping: addressLine(shipping),
    device: ip === undefined ? undefined : deviceIdentity(device, ip),
  };
}

function digits(phone: string | undefined): string | undefined {
  const found = phone?.replace(/\D/g, '');
  return found === '' ? undefined : found;
}

function addressLine(shipping: Transaction['shipping']): string | undefined {
  if (!shipping?.address) return undefined;
  return [shipping.address, shipping.city, shipping.postal, shipping.country]
    .join('|')
    .toLowerCase();
}
