import { afterAll, beforeAll, expect, jest, test } from '@jest/globals';
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seeded } from '../../src/thresholds/statistics/random.ts';
import { buildProgram, type Program, start } from '../batch/program.ts';

jest.setTimeout(180_000);

const million = 1_000_000;
let program: Program;
let folder: string;

beforeAll(async () => {
  program = await buildProgram();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-million-'));
});
afterAll(() => {
  program.remove();
  rmSync(folder, { recursive: true });
});

function writeLines(name: string, head: string, lineAt: (at: number) => string): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  writeSync(file, head);
  for (let at = 0; at < million; at += 10_000) {
    const lines = Array.from({ length: 10_000 }, (_, more) => lineAt(at + more));
    writeSync(file, lines.join(''));
  }
  closeSync(file);
  return path;
}

test('a million results take less than 300 MB', async () => {
  const { uniform } = seeded(4);
  const scores = Float64Array.from({ length: million }, () =>
    Math.round(0.1 + 98 * uniform() ** 4),
  );
  const results = writeLines('r.ndjson', '', (at) => {
    const result = { id: `minfraud-${at}`, riskScore: scores[at], warnings: [] };
    return `${JSON.stringify({ row: at + 1, transactionId: `order-${at}`, result })}\n`;
  });
  const head = '"Order ID","Outcome","Amount","Created at"\r\n';
  const labels = writeLines('l.csv', head, (at) => {
    const outcome = uniform() < (scores[at] ?? 0) / 300 ? 'chargeback' : 'paid';
    const time = new Date(Date.UTC(2026, 0, 1) + at * 15_000).toISOString();
    return `"order-${at}","${outcome}","${(uniform() * 200).toFixed(2)}","${time}"\r\n`;
  });
  const preload = join(folder, 'usage.cjs');
  writeFileSync(
    preload,
    `process.on('exit', () => {
      console.error(JSON.stringify({ megabytes: process.resourceUsage().maxRSS / 1000 }));
    });`,
  );
  const args = ['thresholds', results, '--labels', labels, '--outcome', 'Outcome', '--json'];
  const ran = start(program, [...args, '--as-of', '2026-12-31'], {}, preload);
  const { code, stdout, stderr } = await ran.end;
  expect([code, JSON.parse(stdout)]).toMatchObject([0, { orders: { used: million } }]);
  const usage = JSON.parse(stderr.trim().split('\n').at(-1) ?? '') as Record<string, number>;
  expect(usage['megabytes']).toBeLessThan(300);
});
