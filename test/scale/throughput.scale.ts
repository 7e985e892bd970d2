import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openWorld, type World, writeFileOfOrders } from './world.ts';

jest.setTimeout(1_200_000);

let world: World;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());

/** Printed, not judged: it is a figure of the machine and its load. */
test('rows a second with 1, 2 and 4 workers, and the CPU of a row', async () => {
  const rows = 2000;
  const input = join(world.folder, 'orders.csv');
  writeFileOfOrders(input, rows);
  for (const workers of [1, 2, 4]) {
    await world.newDatabase();
    world.server.delay = 50;
    await world.batch('submit', input, '--service', 'score');
    const before = {
      workers: cpuOfChildren('self'),
      database: cpuOfChildren(world.postgres.pid()),
    };
    const times: number[] = [];
    world.server.onBilled = () => times.push(performance.now());
    const runs = await Promise.all(
      Array.from({ length: workers }, () => world.batch('work', '--concurrency', '32')),
    );
    expect(runs.map(({ code }) => code)).toStrictEqual(Array.from({ length: workers }, () => 0));
    expect(times).toHaveLength(rows);
    const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1000;
    const worker = (cpuOfChildren('self') - before.workers) / rows;
    const database = (cpuOfChildren(world.postgres.pid()) - before.database) / rows;
    process.stderr.write(
      `${workers} workers: ${Math.round(rows / seconds)} rows/s; CPU a row: ${worker.toFixed(2)} ms of workers, ${database.toFixed(2)} ms of the database\n`,
    );
  }
});

/** Milliseconds, of children that have ended; 0 where the system does not tell. */
function cpuOfChildren(pid: number | 'self'): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  const stat = readFileSync(file, 'utf8');
  // The name of the program, in brackets, may hold anything.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  const ticks = Number(fields[13]) + Number(fields[14]);
  return ticks * 10;
}
