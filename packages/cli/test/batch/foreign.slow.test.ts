/** A row is done only by a response about that row; a response of anything else ends the run after a few. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { type ServerResponse } from 'node:http';
import { doubtfulRows, resultLines, writeOrders } from './orders.ts';
import { refuse } from './scoring-server.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;
let asked: number;
const rows = 300;

beforeAll(async () => {
  world = await startBatchWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.begin();
  asked = 0;
  writeOrders(world.at('orders.csv'), rows);
});
afterEach(() => {
  world.remove();
});

function page(response: ServerResponse, status: number, body: string, type = 'text/html'): true {
  response.writeHead(status, { 'Content-Type': type }).end(body);
  return true;
}

/** Responds to every query so, from the one with this number on. */
function always(respond: (response: ServerResponse) => true, from = 1): void {
  world.server.instead = (response) => ++asked >= from && respond(response);
}

const html = '<html><h1>Not here</h1></html>';
const json = '{"message":"no Route matched with those values"}';
const open = [400, 401, 402, 403, 404, 405, 410, 413, 415, 425, 451];
const doubtful = [200, 204, 408, 409, 418, 421, 499, 500, 502, 503, 504];

describe.each([
  ['a page', html, 'text/html'],
  ['JSON of a gateway', json, 'application/json'],
])('%s in the place of the service', (_, body, type) => {
  test.each(open)('with status %d leaves the rows open, and ends the run', async (status) => {
    always((response) => page(response, status, body, type));
    const ran = await world.batch('--concurrency', '32');
    expect(ran.code).toBe(3);
    expect(asked).toBe(3);
    expect(ran.stderr).toContain('check MINFRAUD_BASE_URL, proxies and firewalls');
    expect(doubtfulRows(ran.stderr)).toStrictEqual([]);
    expect(resultLines(world.at('results.ndjson'))).toStrictEqual([]);
    world.server.instead = undefined;
    // The corrected command, with --resume or without.
    expect((await world.batch(...(status % 2 === 0 ? ['--resume'] : []))).code).toBe(0);
    expect(resultLines(world.at('results.ndjson'))).toHaveLength(rows);
    expect(world.twice()).toStrictEqual([]);
  });

  test.each(doubtful)(
    'with status %d puts a few rows in doubt, and ends the run',
    async (status) => {
      always((response) => page(response, status, status === 204 ? '' : body, type));
      const ran = await world.batch('--concurrency', '32');
      expect(ran.code).toBe(3);
      expect(asked).toBe(3);
      expect(doubtfulRows(ran.stderr)).toStrictEqual([1, 2, 3]);
      world.server.instead = undefined;
      expect((await world.batch('--resume')).code).toBe(4);
      expect(world.server.billed.size).toBe(rows - 3);
      expect(world.twice()).toStrictEqual([]);
    },
  );
});

test('a gateway that comes between in the middle uses up no more than what is under way', async () => {
  always((response) => page(response, 404, html), 100);
  const ran = await world.batch('--concurrency', '16');
  expect(ran.code).toBe(3);
  expect(asked).toBeLessThanOrEqual(100 + 16 + 3);
  expect(doubtfulRows(ran.stderr)).toStrictEqual([]);
  world.server.instead = undefined;
  expect((await world.batch('--resume')).code).toBe(0);
  expect(resultLines(world.at('results.ndjson'))).toHaveLength(rows);
  expect(world.twice()).toStrictEqual([]);
});

test('a firewall that turns one row away leaves it open, and a cron job sees that', async () => {
  world.server.instead = (response, id) => id === 'order-7' && page(response, 403, html);
  const ran = await world.batch();
  expect(ran.code).toBe(3);
  expect(ran.stderr).toContain('1 row was not processed');
  expect(world.server.billed.size).toBe(rows - 1);
  world.server.instead = undefined;
  expect((await world.batch('--resume')).code).toBe(0);
  expect(world.twice()).toStrictEqual([]);
});

test("the service's own word about a row makes it done, and no other", async () => {
  world.server.instead = (response, id) =>
    id === 'order-3' && refuse(response, 400, 'REQUEST_INVALID');
  expect((await world.batch()).code).toBe(0);
  const third = resultLines(world.at('results.ndjson')).find(({ row }) => row === 3);
  expect(third?.error?.code).toBe('REQUEST_INVALID');
  world.server.instead = undefined;
  await world.batch('--resume');
  expect(world.server.billed.has('order-3')).toBe(false);
});

test.each([
  [401, 'AUTHORIZATION_INVALID'],
  [402, 'INSUFFICIENT_FUNDS'],
  [403, 'PERMISSION_REQUIRED'],
])('%d %s of the service ends the run at once, and every row stays open', async (status, code) => {
  always((response) => refuse(response, status, code));
  const ran = await world.batch('--concurrency', '32');
  expect(ran).toMatchObject({ code: 1, stderr: expect.stringContaining(code) });
  expect(asked).toBe(1);
  world.server.instead = undefined;
  expect((await world.batch()).code).toBe(0);
  expect(world.server.billed.size).toBe(rows);
});

describe('Retry-After', () => {
  test.each(['7200', String(60 * 60 * 24 * 40)])(
    'of %s seconds ends the run, and says so',
    async (seconds) => {
      always((response) => refuse(response, 429, 'RATE_LIMITED', { 'Retry-After': seconds }), 20);
      const ran = await world.batch('--concurrency', '4');
      expect(ran).toMatchObject({
        code: 1,
        stderr: expect.stringMatching(/asks to wait (2\.0 h|40 days)\./),
      });
      expect(doubtfulRows(ran.stderr)).toStrictEqual([]);
      world.server.instead = undefined;
      expect((await world.batch('--resume')).code).toBe(0);
      expect(world.twice()).toStrictEqual([]);
    },
  );

  test('of 0 for all that is under way is one wave', async () => {
    let refusals = 0;
    world.server.instead = (response) =>
      world.server.billed.size > 0 &&
      refusals++ < 32 &&
      refuse(response, 429, 'RATE_LIMITED', { 'Retry-After': '0' });
    const ran = await world.batch('--concurrency', '32');
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('asks to wait') });
    expect(world.server.billed.size).toBe(rows);
  });
});

describe('money', () => {
  test.each([
    ['--price', '0.0000004', /six decimal places/],
    ['--price', '0', /above 0/],
    ['--budget', '1.0000001', /six decimal places/],
  ])('%s %s is refused', async (flag, value, message) => {
    const other = flag === '--price' ? [] : ['--price', '1'];
    const ran = await world.batch(flag, value, ...other);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    expect(world.server.billed.size).toBe(0);
  });

  test('a price of a millionth stops a budget of five', async () => {
    const ran = await world.batch('--price', '0.000001', '--budget', '0.000005');
    expect(ran.code).toBe(1);
    expect(world.server.billed.size).toBe(5);
  });
});

test('where every row has mistakes nothing is sent, and the exit code says so', async () => {
  const mapped = ['--map', 'ip=billing.country'];
  expect((await world.batch('--dry-run', ...mapped)).code).toBe(2);
  expect((await world.batch(...mapped)).code).toBe(2);
  // What was wrong is corrected, without --resume and in spite of the files.
  expect((await world.batch()).code).toBe(0);
  expect(world.server.billed.size).toBe(rows);
});
