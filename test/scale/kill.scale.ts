import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { setTimeout as wait } from 'node:timers/promises';
import { join } from 'node:path';
import { type Running } from '../batch/program.ts';
import { riskOf } from '../batch/scoring-server.ts';
import {
  askedTwice,
  openWorld,
  readResults,
  rowsOf,
  upTo,
  type World,
  writeFileOfOrders,
} from './world.ts';

/** A minute or two, and ten times as much on a machine that others use too. */
jest.setTimeout(1_200_000);

let world: World;

beforeAll(async () => {
  world = await openWorld();
  await world.newDatabase();
});
afterAll(() => world.close());

describe('four workers on 20,000 rows', () => {
  const rows = 20_000;
  const kills = 20;
  const lease = 4;

  test('bill each row at most once over kills and a crash of the database', async () => {
    const { server, folder, postgres, batch } = world;
    const input = join(folder, 'orders.csv');
    writeFileOfOrders(input, rows, (row) => row % 1000 === 0);
    expect(await batch('submit', input, '--service', 'score')).toMatchObject({ code: 0 });
    server.delay = 20;

    let restart: Promise<void> | undefined;
    let next = 200;
    let killed = 0;
    const workers: Running[] = [];
    const put = (at: number): void => {
      workers[at] = world.start('work', '--lease', String(lease));
    };
    for (let at = 0; at < 4; at++) put(at);
    // Between the request and its answer.
    server.onBilled = () => {
      const { size } = server.billed;
      if (size >= rows / 2) restart ??= postgres.crashAndRestart(1500);
      if (size < next || killed >= kills) return;
      next = size + 100 + Math.floor(Math.random() * 1000);
      killed++;
      const at = Math.floor(Math.random() * 4);
      workers[at]?.kill('SIGKILL');
      put(at);
    };
    // Those of the last kills are waited for too.
    for (let at = 0; at < 4;) {
      const worker = workers[at];
      const ended = await worker?.end;
      if (worker !== workers[at]) continue;
      expect(ended).toMatchObject({ signal: null, code: expect.any(Number) });
      at++;
    }
    server.onBilled = undefined;
    server.delay = 0;
    await restart;
    expect({ killed, restarted: restart !== undefined }).toStrictEqual({
      killed: kills,
      restarted: true,
    });

    // The last to die is noticed after its lease.
    await wait(lease * 1000 + 500);
    await batch('work', '--lease', '4');
    const status = await world.status();
    expect(status).toMatchObject({ state: 'done', rows, rejected: 20, workers: [] });
    const doubtful = rowsOf(status.doubtfulRows);
    expect(doubtful.length).toBeGreaterThan(0);
    expect(await batch('results', '--out', join(folder, 'results.ndjson'))).toMatchObject({
      code: 4,
    });

    expect(askedTwice(server)).toStrictEqual([]);
    const results = readResults(join(folder, 'results.ndjson'));
    for (const { row, line, transactionId, result } of results) {
      const id = `order-${row}`;
      expect({ line, transactionId, id: result?.id, risk: result?.riskScore }).toStrictEqual({
        ...{ line: row + 1, transactionId: id, id, risk: riskOf(id) },
      });
    }
    const answered = results.map(({ row }) => row);
    const rejected = upTo(rows).filter((row) => row % 1000 === 0);
    // Each row once: with a result, or in doubt, or rejected.
    expect([...answered, ...doubtful, ...rejected].sort((a, b) => a - b)).toStrictEqual(upTo(rows));
    for (const row of answered) expect(server.billed.get(`order-${row}`)).toBe(1);
    for (const row of rejected) expect(server.billed.has(`order-${row}`)).toBe(false);
    expect(status.queries).toBe(answered.length + doubtful.length);

    for (const [name, bytes] of await bytesOfTables()) {
      process.stderr.write(`${name}: ${Math.round(bytes / rows)} bytes a row\n`);
    }

    expect(await batch('resume', '--retry-doubtful')).toMatchObject({ code: 0 });
    expect(await batch('work')).toMatchObject({ code: 0 });
    await batch('results', '--out', join(folder, 'whole.ndjson'));
    const whole = readResults(join(folder, 'whole.ndjson')).map(({ row }) => row);
    expect(whole).toStrictEqual(upTo(rows).filter((row) => !rejected.includes(row)));
    expect(askedTwice(server).filter((row) => !doubtful.includes(row))).toStrictEqual([]);
  });
});

async function bytesOfTables(): Promise<[string, number][]> {
  const found = await world.postgres.query(
    `SELECT regexp_replace(n.nspname || '.' || c.relname, '(_1|[0-9a-f]{56})$', '') AS name,
       pg_total_relation_size(c.oid)::float8 AS bytes
     FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
     WHERE n.nspname IN ('minfraud', 'minfraud_jobs') AND c.relkind = 'r'
       AND pg_total_relation_size(c.oid) > 200000 ORDER BY 1`,
    [],
    world.database(),
  );
  return found.map(({ name, bytes }) => [String(name), Number(bytes)]);
}
