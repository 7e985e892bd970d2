/** Parts as processes that an engine kills and starts again, as their tasks come back. */
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { doubtfulRows, resultLines, writeOrders } from './orders.ts';
import { buildProgram, type Program, type Run, type Running, start } from './program.ts';
import { riskOf, type ScoringServer, startScoringServer } from './scoring-server.ts';

let program: Program;
let server: ScoringServer;
let folder: string;
const rows = 600;
const of = 4;
const all = Array.from({ length: of }, (_, at) => at + 1);

beforeAll(async () => {
  program = await buildProgram();
  server = await startScoringServer();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-parts-'));
  writeOrders(join(folder, 'orders.csv'), rows);
});
afterAll(async () => {
  await server.close();
  program.remove();
  rmSync(folder, { recursive: true });
});

const out = (index: number): string => join(folder, `part-${index}.ndjson`);

function part(index: number, ...flags: string[]): Running {
  const own = ['--part', `${index}/${of}`, '--out', out(index), '--start-or-resume'];
  return start(
    program,
    [
      'batch',
      join(folder, 'orders.csv'),
      '--service',
      'score',
      '--concurrency',
      '4',
      ...own,
      ...flags,
    ],
    { MAXMIND_ACCOUNT_ID: '42', MAXMIND_LICENSE_KEY: 'key', MINFRAUD_BASE_URL: server.url },
  );
}

function merge(): Promise<Run> {
  const merged = join(folder, 'merged.ndjson');
  const flags = ['--out', merged, '--html', join(folder, 'report.html')];
  return start(program, ['batch', 'merge', ...all.map(out), ...flags], {}).end;
}

test('no order is billed twice, doubtful rows are listed, and every other has one result after merge', async () => {
  server.delay = 5;
  for (let round = 1; round <= 3; round++) {
    const running = all.map((index) => part(index));
    const target = round * 120;
    server.onBilled = () => {
      // Each at another moment.
      const late = server.billed.size - target;
      if (late >= 0) running[Math.floor(late / 10)]?.kill('SIGKILL');
    };
    await Promise.all(running.map(({ end }) => end));
  }
  server.onBilled = undefined;
  const last = await Promise.all(all.map((index) => part(index).end));
  const doubtful = last.flatMap(({ stderr }) => doubtfulRows(stderr));
  expect([...server.billed].filter(([, count]) => count > 1)).toStrictEqual([]);
  const done = all.flatMap((index) => resultLines(out(index)).map(({ row }) => row));
  expect([...done, ...doubtful].sort((a, b) => a - b)).toStrictEqual(
    Array.from({ length: rows }, (_, at) => at + 1),
  );

  const early = await merge();
  expect(early.code).toBe(doubtful.length > 0 ? 4 : 0);
  if (doubtful.length === 0) return;
  for (const index of all) expect((await part(index, '--retry-doubtful').end).code).toBe(0);
  expect((await merge()).code).toBe(0);
  const merged = resultLines(join(folder, 'merged.ndjson'));
  expect(merged.map(({ row }) => row)).toStrictEqual(
    Array.from({ length: rows }, (_, at) => at + 1),
  );
  for (const { row, result } of merged) {
    expect(result).toMatchObject({ id: `order-${row}`, riskScore: riskOf(`order-${row}`) });
  }
  expect(readFileSync(join(folder, 'report.html'), 'utf8')).toContain('Riskiest rows');
  // Only what was in doubt may have been billed again.
  const twice = [...server.billed]
    .filter(([, count]) => count > 1)
    .map(([id]) => Number(id.slice(6)));
  expect(twice.filter((row) => !doubtful.includes(row))).toStrictEqual([]);
}, 240_000);
