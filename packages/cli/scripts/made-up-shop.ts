/**
 * Writes the made-up shop of docs/thresholds.md: 5,000 orders with what became of them, and their scores.
 *
 *     npx tsx -C minfraud-source packages/cli/scripts/made-up-shop.ts
 *
 * A score of 20 means 20 frauds in 100 by construction, and amounts do not depend on scores, so that the
 * best cuts are known in closed form.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { seeded } from '../src/thresholds/statistics/random.ts';

export interface MadeUpOrder {
  readonly id: string;
  readonly time: string;
  readonly ip: string;
  readonly email: string;
  readonly amount: string;
  readonly payment: string;
  readonly country: string;
  readonly status: string;
  readonly riskScore: number;
}

export interface ShopOptions {
  readonly orders: number;
  readonly seed: number;
  /** The share of orders with a score that is anything from 5 to 99. */
  readonly risky: number;
}

export const shop: ShopOptions = { orders: 5000, seed: 2026, risky: 0.05 };

const firstDay = Date.UTC(2026, 0, 1);
const days = 181;

export function* madeUpOrders({ orders, seed, risky }: ShopOptions): Generator<MadeUpOrder> {
  const { uniform } = seeded(seed);
  const normal = (): number =>
    Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
  const oneOf = (words: readonly string[]): string =>
    words[Math.floor(uniform() * words.length)] ?? '';
  for (let at = 0; at < orders; at++) {
    const score = uniform() < risky ? 5 + 94 * uniform() : 0.7 * Math.exp(0.9 * normal());
    const riskScore = Math.round(Math.max(0.01, Math.min(99, score)) * 100) / 100;
    const isFraud = uniform() < riskScore / 100;
    const time = firstDay + ((at + uniform()) / orders) * days * 86_400_000;
    yield {
      id: `order-${10_001 + at}`,
      time: new Date(time).toISOString().replace(/\.\d+/, ''),
      ip: `203.0.113.${Math.floor(uniform() * 256)}`,
      email: `customer-${Math.floor(uniform() * 4000)}@example.com`,
      amount: (64 * Math.exp(0.6 * normal())).toFixed(2),
      payment: oneOf(['card', 'card', 'card', 'wallet']),
      country: oneOf(['DE', 'DE', 'FR', 'NL', 'US']),
      status: isFraud ? 'chargeback' : uniform() < 0.05 ? 'refunded' : 'paid',
      riskScore,
    };
  }
}

const header = 'Order ID,Created at,IP address,Email,Amount,Currency,Payment,Country,Status';

/** What the shop's program exports. */
export function ordersFile(orders: Iterable<MadeUpOrder>): string {
  const lines = [...orders].map((one) =>
    [
      ...[one.id, one.time, one.ip, one.email, one.amount, 'EUR'],
      ...[one.payment, one.country, one.status],
    ].join(','),
  );
  return `${[header, ...lines].join('\n')}\n`;
}

/** What `minfraud batch` writes for it. */
export function resultsFile(orders: Iterable<MadeUpOrder>): string {
  const head =
    'row,line,transaction_id,risk_score,action,rule,ip_risk,country,id,warnings,emulator,error';
  const lines = [...orders].map(
    ({ id, riskScore }, at) => `${at + 1},${at + 2},${id},${riskScore},,,,,,,,`,
  );
  return `${[head, ...lines].join('\n')}\n`;
}

export const shopFolder: string = join('packages', 'cli', 'examples', 'shop');

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  mkdirSync(shopFolder, { recursive: true });
  writeFileSync(join(shopFolder, 'orders.csv'), ordersFile(madeUpOrders(shop)));
  writeFileSync(join(shopFolder, 'results.csv'), resultsFile(madeUpOrders(shop)));
}
