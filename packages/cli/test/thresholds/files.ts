/** Results and outcomes of a shop that a test makes up, in a folder of their own. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cli, type Ran, type World } from '../run.ts';
import { seeded } from '../../src/thresholds/statistics/random.ts';

export interface TestOrder {
  readonly id: string;
  readonly riskScore: number;
  readonly outcome: string;
  readonly amount: number | string;
  readonly time: string;
  readonly currency: string;
  readonly country: string;
}

/** Scores of which each is the share of frauds, all of 80 EUR, from January to June 2026. */
export function ordersOf(count: number, more: Partial<TestOrder> = {}, seed = 1): TestOrder[] {
  const { uniform } = seeded(seed);
  return Array.from({ length: count }, (_, at) => {
    const riskScore = Math.round(1 + 98 * uniform() ** 3);
    const time = Date.UTC(2026, 0, 1) + (at / count) * 180 * 86_400_000;
    return {
      id: `order-${at + 1}`,
      riskScore,
      outcome: uniform() < riskScore / 100 ? 'chargeback' : 'paid',
      ...{ amount: 80, currency: 'EUR', country: at % 3 === 0 ? 'FR' : 'DE' },
      time: new Date(time).toISOString(),
      ...more,
    };
  });
}

export function writeResults(
  folder: string,
  orders: readonly TestOrder[],
  name = 'r.ndjson',
): string {
  const lines = orders.map(({ id, riskScore }, at) =>
    JSON.stringify({
      ...{ row: at + 1, line: at + 2, transactionId: id },
      result: { id: `minfraud-${at + 1}`, riskScore, warnings: [] },
    }),
  );
  return written(folder, name, lines);
}

export function writeLabels(folder: string, orders: readonly TestOrder[], name = 'l.csv'): string {
  return written(folder, name, [
    'Order ID,Outcome,Amount,Currency,Created at,Country',
    ...orders.map(({ id, outcome, amount, currency, time, country }) =>
      [id, outcome, amount, currency, time, country].join(','),
    ),
  ]);
}

export function written(folder: string, name: string, lines: readonly string[]): string {
  const path = join(folder, name);
  writeFileSync(path, lines.map((line) => `${line}\n`).join(''));
  return path;
}

/** Runs the command with a day on which all those labels are old enough. */
export function thresholds(args: readonly string[], world?: World): Promise<Ran> {
  const asOf = args.includes('--as-of') ? [] : ['--as-of', '2026-11-15'];
  return cli(['thresholds', ...args, ...asOf], world);
}
