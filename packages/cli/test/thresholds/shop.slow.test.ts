import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  madeUpOrders,
  ordersFile,
  resultsFile,
  shop as options,
} from '../../scripts/made-up-shop.ts';
import { type Analysis } from '../../src/thresholds/analysis.ts';
import { thresholds } from './files.ts';

const shop = join(__dirname, '..', '..', 'examples', 'shop');

test('the made-up shop of the guide: its known best cuts are among those recommended', async () => {
  const { code, stdout, stderr } = await thresholds([
    ...[join(shop, 'results.csv'), '--labels', join(shop, 'orders.csv'), '--outcome', 'Status'],
    ...['--chargeback-fee', '20', '--margin', '30%', '--review-cost', '4', '--lost-customer', '10'],
    '--json',
  ]);
  expect([code, stderr]).toStrictEqual([0, expect.stringContaining('5,000 orders')]);
  const { amount, orders, recommended } = JSON.parse(stdout) as Analysis;
  // A score of 20 means 20 frauds in 100 there, whatever the amount: the mean amount decides.
  const mean = amount / orders.used;
  const [saved, lost] = [mean * 0.7 + 20, mean * 0.3 + 10];
  const review = (100 * (4 + 0.1 * lost)) / (0.9 * saved + 0.1 * lost);
  const decline = (100 * (0.9 * lost - 4)) / (0.1 * saved + 0.9 * lost);
  const [fromReview = 100, toReview = 0] = recommended?.reviewRange ?? [];
  const [fromDecline = 100, toDecline = 0] = recommended?.declineRange ?? [];
  expect(fromReview <= review && review <= toReview).toBe(true);
  expect(fromDecline <= decline && decline <= toDecline).toBe(true);
});

test('the files of the made-up shop are what its script writes', () => {
  const read = (file: string): string => readFileSync(join(shop, file), 'utf8');
  expect(ordersFile(madeUpOrders(options)) === read('orders.csv')).toBe(true);
  expect(resultsFile(madeUpOrders(options)) === read('results.csv')).toBe(true);
});
