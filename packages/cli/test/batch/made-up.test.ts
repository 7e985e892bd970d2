/** Results of an emulator are told from those of the service, wherever it runs. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import { cli, type Ran } from '../run.ts';
import { resultLines, writeOrders } from './orders.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;
let emulator: Emulator;
const rows = 12;

beforeAll(async () => {
  world = await startBatchWorld();
  emulator = await startEmulator();
});
afterAll(async () => {
  await emulator.close();
  await world.close();
});
beforeEach(() => {
  world.begin();
  writeOrders(world.at('orders.csv'), rows);
});
afterEach(() => {
  world.remove();
});

/** At an address that the command line knows nothing of. */
function atEmulator(...flags: string[]): Promise<Ran> {
  const env = {
    MAXMIND_ACCOUNT_ID: String(emulator.credentials.accountId),
    MAXMIND_LICENSE_KEY: emulator.credentials.licenseKey,
    MINFRAUD_BASE_URL: emulator.url,
  };
  return cli(['batch', world.at('orders.csv'), '--service', 'score', ...flags], { env });
}

const madeUp = 'The scores are made up: they come from an emulator.';

test('each result of an emulator says so, as a line and in a table', async () => {
  const ran = await atEmulator('--out', world.at('results.ndjson'));
  expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining(madeUp) });
  const lines = resultLines(world.at('results.ndjson'));
  expect(lines).toHaveLength(rows);
  for (const line of lines) expect(line).toMatchObject({ emulator: true });
  await atEmulator('--out', world.at('results.csv'));
  const [head = '', ...cells] = readFileSync(world.at('results.csv'), 'utf8').trim().split('\n');
  const column = head.split(',').indexOf('emulator');
  expect(cells.map((row) => row.split(',')[column])).toStrictEqual(new Array(rows).fill('true'));
});

test('results of the service say nothing of that', async () => {
  const ran = await world.batch();
  expect(ran.stderr).not.toContain('made up');
  expect(readFileSync(world.at('results.ndjson'), 'utf8')).not.toContain('emulator');
});

test('a run that goes on at another address stops before results are mixed further', async () => {
  const out = ['--out', world.at('results.ndjson')];
  await world.batch('--price', '1', '--budget', '4');
  const ran = await atEmulator(...out, '--resume');
  expect(ran.code).toBe(2);
  expect(ran.stderr).toMatch(
    /The earlier results are real, and that of row \d+ is made up.*MINFRAUD_BASE_URL/,
  );
  expect(resultLines(world.at('results.ndjson'))).toHaveLength(5);
});
