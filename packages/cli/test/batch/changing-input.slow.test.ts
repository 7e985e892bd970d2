/** No row is sent from an input that is not the one that the run began with. */
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from '@jest/globals';
import {
  appendFileSync,
  readFileSync,
  renameSync,
  statSync,
  utimesSync,
  writeFileSync,
} from 'node:fs';
import { resultLines } from './orders.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;
const rows = 400;
/** Long rows: the file is more than is surveyed, and read in many pieces. */
const note = 'n'.repeat(22_000);

function writeLongOrders(): void {
  const lines = Array.from(
    { length: rows },
    (_, at) => `order-${at + 1},203.0.113.7,${at}.5,${note}`,
  );
  writeFileSync(input(), `Order ID,ip,Order Total,Note\n${lines.join('\n')}\n`);
}

beforeAll(async () => {
  world = await startBatchWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.begin();
  writeLongOrders();
});
afterEach(() => {
  world.remove();
});

const input = (): string => world.at('orders.csv');

/** Another amount in every row, in as many bytes. */
function change(): void {
  writeFileSync(input(), readFileSync(input(), 'utf8').replaceAll('.5,', '.6,'));
}

/** Once so many rows were billed. */
function whenBilled(count: number, then: () => void): void {
  world.server.onBilled = () => {
    if (world.server.billed.size === count) then();
  };
}

test.each<[string, () => void]>([
  ['is written over in place', change],
  [
    'is written over by rename',
    () => {
      const whole = readFileSync(input(), 'utf8');
      writeFileSync(world.at('other'), whole.replaceAll('.5,', '.6,'));
      renameSync(world.at('other'), input());
    },
  ],
  [
    'grows',
    () => {
      appendFileSync(input(), 'order-9999,203.0.113.7,1,\n');
    },
  ],
])('a run stops when its input %s', async (_, act) => {
  expect(statSync(input()).size).toBeGreaterThan(8 * 1024 * 1024);
  whenBilled(20, act);
  const ran = await world.batch('--concurrency', '2');
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('was changed') });
  expect(world.server.billed.size).toBeLessThan(rows);
  // Nor does a later one go on with what it is now.
  const billed = world.server.billed.size;
  const resumed = await world.batch('--resume', '--concurrency', '2');
  expect(resumed.code).toBe(2);
  expect(world.server.billed.size).toBe(billed);
  expect(world.twice()).toStrictEqual([]);
});

test('a later run finds a change though size and times are those of the file before', async () => {
  await world.batch('--price', '1', '--budget', '100');
  const { atime, mtime } = statSync(input());
  change();
  utimesSync(input(), atime, mtime);
  const ran = await world.batch('--resume');
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('was changed') });
  expect(world.server.billed.size).toBe(100);
});

test('rows before a place where the input cannot be read are kept, and told', async () => {
  appendFileSync(input(), `order-x,"open${',x'.repeat(600_000)}\n`);
  const ran = await world.batch();
  expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(/quote/) });
  expect(resultLines(world.at('results.ndjson')).length).toBe(world.server.billed.size);
});
