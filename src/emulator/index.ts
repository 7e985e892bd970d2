/** A minFraud service on this machine, for tests and demos: `startEmulator()` and its types. */

import { AccountBook, TEST_ACCOUNT_ID, TEST_LICENSE_KEY, type Account } from './accounts.ts';
import { sendAlert, type AlertDelivery, type AlertToSend } from './alert.ts';
import type { World } from './call.ts';
import { DispositionLog, type DispositionUpdate } from './disposition-log.ts';
import { FaultPlan, type Faults } from './faults.ts';
import type { RecordedRequest } from './recording.ts';
import { listen } from './server.ts';

export { TEST_ACCOUNT_ID, TEST_LICENSE_KEY, DEFAULT_RULES } from './accounts.ts';
export type { Account, CustomRule, Service } from './accounts.ts';
export { ALERT_USER_AGENT } from './alert.ts';
export type { AlertDelivery, AlertToSend } from './alert.ts';
export type { Damage, Fault, Faults } from './faults.ts';
export type { RecordedRequest } from './recording.ts';
export type { DispositionUpdate } from './disposition-log.ts';

export interface EmulatorOptions {
  /** Port to listen on. Default 0: any free one. */
  readonly port?: number;
  /** Address to listen on. Default 127.0.0.1, which nobody outside this machine can reach. */
  readonly host?: string;
  /** Who may call. Default: one account, {@link TEST_ACCOUNT_ID} with {@link TEST_LICENSE_KEY}. */
  readonly accounts?: readonly Account[];
  /** How to misbehave. Default: not at all. */
  readonly faults?: Faults;
  /** Another seed gives other risks, dates and identifiers for the same requests. */
  readonly seed?: string | number;
  /** The present moment, for requests that name no time. Default: the machine's clock. */
  readonly clock?: () => Date;
  /** Manual changes of dispositions to list. */
  readonly dispositions?: readonly DispositionUpdate[];
  /** Updates on a page, 1 to 1000. Default 1000, as in the service. */
  readonly dispositionPageSize?: number;
  /** 200: errors of the legacy services come as they did until 2026-06-30. */
  readonly legacyErrorStatus?: 200;
  /** What stands between the fields of a Proxy Detection answer. Default `;`. */
  readonly proxySeparator?: ';' | ',';
}

/** A running emulator. */
export interface Emulator {
  /** Base URL without a slash at the end, for the client's `baseUrl`. */
  readonly url: string;
  /** What the first account signs in with: `new MinFraud({ ...emulator.credentials, baseUrl: emulator.url })`. */
  readonly credentials: { readonly accountId: number; readonly licenseKey: string };
  /** Every request so far, in the order of arrival. */
  readonly requests: readonly RecordedRequest[];
  /** US dollars left on an account; throws when there is no such account. */
  readonly fundsRemaining: (accountId?: number) => number;
  /** Replaces the faults from now on; without an argument it behaves again. */
  readonly setFaults: (faults?: Faults) => void;
  /** Adds manual changes of dispositions; a later one for a transaction replaces the earlier. */
  readonly addDispositions: (updates: readonly DispositionUpdate[]) => void;
  /** Sends a signed minFraud Alert to a webhook, and resolves with what it answered. */
  readonly sendAlert: (alert: AlertToSend) => Promise<AlertDelivery>;
  /** Stops listening and cuts every connection. May be called twice. */
  readonly close: () => Promise<void>;
}

/** Starts an emulator; rejects when the port is taken or an option makes no sense. */
export async function startEmulator(options: EmulatorOptions = {}): Promise<Emulator> {
  const host = options.host ?? '127.0.0.1';
  const books = readAccounts(options.accounts);
  const dispositions = new DispositionLog(options.dispositionPageSize);
  dispositions.add(options.dispositions ?? []);
  const asked = new Map<string, number>();
  const world: World = {
    seed: String(options.seed ?? ''),
    clock: options.clock ?? (() => new Date()),
    accounts: books,
    dispositions,
    legacyErrorStatus: options.legacyErrorStatus ?? 'documented',
    proxySeparator: options.proxySeparator ?? ';',
    occasion: (question) => {
      const count = (asked.get(question) ?? 0) + 1;
      asked.set(question, count);
      return count;
    },
  };
  let plan = new FaultPlan(options.faults);
  const server = await listen(host, options.port ?? 0, { world, faults: () => plan });
  return {
    url: `http://${host.includes(':') ? `[${host}]` : host}:${server.port}`,
    credentials: credentialsOf(books[0]),
    requests: server.requests,
    fundsRemaining: (accountId) => findBook(books, accountId).fundsRemaining,
    setFaults: (faults) => {
      plan = new FaultPlan(faults);
    },
    addDispositions: (updates) => {
      dispositions.add(updates);
    },
    sendAlert,
    close: () => server.close(),
  };
}

function readAccounts(accounts: readonly Account[] | undefined): AccountBook[] {
  const list = accounts ?? [{ accountId: TEST_ACCOUNT_ID, licenseKey: TEST_LICENSE_KEY }];
  const ids = new Set(list.map(({ accountId }) => accountId));
  if (ids.size !== list.length) throw new RangeError('two accounts have the same accountId');
  return list.map((account) => new AccountBook(account));
}

/** Empty for an emulator without accounts, which lets nobody in. */
function credentialsOf(book: AccountBook | undefined): Emulator['credentials'] {
  const { accountId, licenseKey } = book?.account ?? { accountId: 0, licenseKey: '' };
  const key = typeof licenseKey === 'string' ? licenseKey : (licenseKey[0] ?? '');
  return { accountId, licenseKey: key };
}

function findBook(books: readonly AccountBook[], accountId: number | undefined): AccountBook {
  const book =
    accountId === undefined
      ? books[0]
      : books.find(({ account }) => account.accountId === accountId);
  if (book === undefined) throw new RangeError(`no account ${accountId ?? ''} in the emulator`);
  return book;
}
