/** The accounts that the emulator knows: who may call what, and how much money is left. */

/** One of the services that an account may use. */
export type Service =
  'score' | 'insights' | 'factors' | 'report' | 'dispositions' | 'legacy' | 'proxyDetection';

/** A custom rule: transactions from this risk score on get this action. */
export interface CustomRule {
  /** The lowest risk score that the rule is for, from 0.01 to 99. Required. */
  readonly minimumRiskScore: number;
  /** What the response's disposition says. Required. */
  readonly action: 'accept' | 'manual_review' | 'reject' | 'test';
  /** The name of the rule, for `ruleLabel`. Default: none. */
  readonly label?: string;
}

/** An account of the emulator. */
export interface Account {
  /** Its ID, a whole number from 0. Required. */
  readonly accountId: number;
  /** One license key, or all that belong to the account. Required. */
  readonly licenseKey: string | readonly string[];
  /** US dollars at the start. Default 100,000: enough for millions of queries. */
  readonly funds?: number;
  /** Services that the account may use. Default: all of them. */
  readonly permissions?: readonly Service[];
  /** Custom rules. Default: {@link DEFAULT_RULES}. An empty list: no disposition in responses. */
  readonly rules?: readonly CustomRule[];
  /** Version of the responses of minFraud Legacy. Default 1.3. */
  readonly legacyVersion?: '1.0' | '1.1' | '1.2' | '1.3';
  /** The highest service level of minFraud Legacy. Default premium. */
  readonly legacyServiceLevel?: 'standard' | 'premium';
}

/** The account ID that the emulator accepts when no accounts are given. It opens nothing else. */
export const TEST_ACCOUNT_ID = 42;
/** The license key that the emulator accepts when no accounts are given. It opens nothing else. */
export const TEST_LICENSE_KEY = 'emulator-license-key-0000000000000000000';

/** The custom rules of an account without its own: review from 20, reject from 70. */
export const DEFAULT_RULES: readonly CustomRule[] = [
  { minimumRiskScore: 20, action: 'manual_review', label: 'review_medium_risk' },
  { minimumRiskScore: 70, action: 'reject', label: 'reject_high_risk' },
];

/** No test run should end because its account did: 5,000,000 queries of Factors. */
const DEFAULT_FUNDS = 100_000;

/** What a query costs in the emulator, in thousandths of a US dollar. Reports and updates are free. */
const PRICES: Readonly<Record<Service, number>> = {
  score: 5,
  insights: 15,
  factors: 20,
  legacy: 5,
  proxyDetection: 2,
  report: 0,
  dispositions: 0,
};

/** One account with its purse. */
export class AccountBook {
  readonly account: Account;
  /** Thousandths of a US dollar: whole numbers, so that no cent gets lost in rounding. */
  #mills: number;

  constructor(account: Account) {
    this.account = account;
    this.#mills = Math.round((account.funds ?? DEFAULT_FUNDS) * 1000);
  }

  get rules(): readonly CustomRule[] {
    return this.account.rules ?? DEFAULT_RULES;
  }

  get fundsRemaining(): number {
    return this.#mills / 1000;
  }

  mayUse(service: Service): boolean {
    return this.account.permissions?.includes(service) ?? true;
  }

  hasKey(licenseKey: string): boolean {
    return [this.account.licenseKey].flat().includes(licenseKey);
  }

  canPay(service: Service): boolean {
    return this.#mills >= PRICES[service];
  }

  pay(service: Service): void {
    this.#mills -= PRICES[service];
  }

  queriesRemaining(service: Service): number {
    return Math.floor(this.#mills / PRICES[service]);
  }
}

/** Why a caller was not let in. */
export type Refusal = 'ACCOUNT_ID_REQUIRED' | 'LICENSE_KEY_REQUIRED' | 'AUTHORIZATION_INVALID';

/** Checks an `Authorization` header, with the documented code for each thing that can be wrong. */
export function authenticate(
  header: string | undefined,
  books: readonly AccountBook[],
): AccountBook | Refusal {
  if (header === undefined) return 'ACCOUNT_ID_REQUIRED';
  const encoded = /^basic +([a-z0-9+/]*=*)\s*$/i.exec(header)?.[1];
  if (encoded === undefined) return 'AUTHORIZATION_INVALID';
  const credentials = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = credentials.indexOf(':');
  const accountId = colon < 0 ? credentials : credentials.slice(0, colon);
  const licenseKey = colon < 0 ? '' : credentials.slice(colon + 1);
  if (accountId === '') return 'ACCOUNT_ID_REQUIRED';
  if (licenseKey === '') return 'LICENSE_KEY_REQUIRED';
  const book = books.find(({ account }) => String(account.accountId) === accountId);
  return book?.hasKey(licenseKey) ? book : 'AUTHORIZATION_INVALID';
}
