import { expect, jest, test } from '@jest/globals';
import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import { failClosed, readPolicy } from '../../examples/checkout.ts';
import { folderWith } from '../scripts/temporary-folder.ts';

jest.setTimeout(120_000);

const command = join(process.cwd(), 'packages/cli/src/main.ts');
const shop = join(process.cwd(), 'packages/cli/examples/shop');

test('the checkout reads what "minfraud thresholds --policy" writes', async () => {
  const file = join(folderWith({}), 'policy.json');
  const loader = pathToFileURL(require.resolve('tsx')).href;
  const flags = [
    ...['--labels', join(shop, 'orders.csv'), '--outcome', 'Status', '--as-of', '2026-11-15'],
    ...['--chargeback-fee', '20', '--margin', '30%', '--review-cost', '4', '--policy', file],
  ];
  await promisify(execFile)(process.execPath, [
    ...['-C', 'minfraud-source', '--import', loader, command],
    ...['thresholds', join(shop, 'results.csv'), ...flags],
  ]);
  const written = JSON.parse(readFileSync(file, 'utf8')) as { review: number; decline: number };
  const { review, decline } = readPolicy(written, failClosed);
  expect({ review, decline }).toEqual({ review: written.review, decline: written.decline });
  expect(decline).toBeGreaterThan(0);
});
