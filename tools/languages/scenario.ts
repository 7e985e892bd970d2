/** The service that every program talks to, and what it sends: the same each time. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Emulator, startEmulator, TEST_ACCOUNT_ID, TEST_LICENSE_KEY } from 'minfraud-emulator';

/** An account whose queries are used up: a scored call gets 402. */
export const emptyAccount = {
  accountId: 43,
  licenseKey: 'emulator-license-key-of-an-empty-account',
} as const;

/** Reported with this address, a transaction is refused with 400: it is in a private range. */
export const reservedAddress = '192.168.0.1';

/** Earlier than every update that the service lists, three on a page. */
export const updatesAfter = '2026-03-01T00:00:00Z';

const root = join(import.meta.dirname, '..', '..');

interface Updates {
  readonly updates: NonNullable<NonNullable<Parameters<typeof startEmulator>[0]>['dispositions']>;
}

/**
 * US dollars of the first account: five thousand million queries of Score, which no 32 bits hold, and
 * enough for all that Schemathesis asks.
 */
const funds = 25_000_000;

/** A new emulator, which has seen nothing yet. */
export function startService(): Promise<Emulator> {
  return startEmulator({
    seed: 'languages',
    clock: () => new Date('2026-07-01T12:30:00Z'),
    accounts: [
      { accountId: TEST_ACCOUNT_ID, licenseKey: TEST_LICENSE_KEY, funds },
      { ...emptyAccount, funds: 0 },
    ],
    dispositions: (example('disposition-updates') as Updates).updates,
    dispositionPageSize: 3,
  });
}

/** What a program is told about the service. */
export function environmentOf(service: Emulator): Record<string, string> {
  return {
    MINFRAUD_URL: service.url,
    MINFRAUD_ACCOUNT_ID: String(service.credentials.accountId),
    MINFRAUD_LICENSE_KEY: service.credentials.licenseKey,
    MINFRAUD_EMPTY_ACCOUNT_ID: String(emptyAccount.accountId),
    MINFRAUD_EMPTY_LICENSE_KEY: emptyAccount.licenseKey,
  };
}

interface FullTransaction {
  readonly order: object;
  readonly shopping_cart: readonly object[];
  readonly custom_inputs: object;
}

/**
 * The transaction that is scored on every tier, in wire spelling: the full example of the spec, with
 * numbers that 32 bits do not hold.
 */
export function fullTransaction(): Record<string, unknown> {
  const transaction = example('transaction-full') as FullTransaction;
  const [first, ...others] = transaction.shopping_cart;
  return {
    ...transaction,
    order: { ...transaction.order, amount: 123_456_789.12 },
    shopping_cart: [{ ...first, quantity: 4_200_000_000 }, ...others],
    custom_inputs: { ...transaction.custom_inputs, lifetime_value: 123_456_789.12 },
  };
}

/** The order that Legacy scores, in wire spelling, without the license key. */
export function legacyOrder(): Record<string, unknown> {
  const order = example('legacy-order') as Record<string, unknown>;
  return Object.fromEntries(Object.entries(order).filter(([name]) => name !== 'license_key'));
}

/** An example of the bundled spec. */
function example(name: string): unknown {
  const bundle = JSON.parse(readFileSync(join(root, 'generated/openapi.json'), 'utf8')) as {
    components: { examples: Record<string, { value: unknown }> };
  };
  return bundle.components.examples[name]?.value;
}
