import {
  afterAll,
  afterEach,
  beforeAll,
  beforeEach,
  describe,
  expect,
  jest,
  test,
} from '@jest/globals';
import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { cli, type Ran } from '../run.ts';
import { doubtfulRows, resultLines, writeOrders } from './orders.ts';
import { buildProgram, type Program, type Run, type Running, start } from './program.ts';
import { riskOf, type ScoringServer, startScoringServer } from './scoring-server.ts';

/** Each run is a process, and there are hundreds. */
jest.setTimeout(1_800_000);

let program: Program;
let server: ScoringServer;
let folder: string;

beforeAll(async () => {
  program = await buildProgram();
  server = await startScoringServer();
});
afterAll(async () => {
  await server.close();
  program.remove();
});
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-batch-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const preload = join(__dirname, 'kill-at.mjs');
const results = (): string => join(folder, 'results.ndjson');

const account = (): Record<string, string> => ({
  MAXMIND_ACCOUNT_ID: '42',
  MAXMIND_LICENSE_KEY: 'key',
  MINFRAUD_BASE_URL: server.url,
});

/** Goes on where there is a ledger. */
function argumentsOf(flags: readonly string[]): string[] {
  const resume = existsSync(`${results()}.ledger`) ? ['--resume'] : [];
  const input = join(folder, 'orders.csv');
  return ['batch', input, '--service', 'score', '--out', results(), ...resume, ...flags];
}

/** A process, which can be killed. */
function run(flags: readonly string[], env: Record<string, string> = {}): Running {
  const watched = Object.keys(env).length === 0 ? undefined : preload;
  return start(program, argumentsOf(flags), { ...account(), ...env }, watched);
}

/** What is not killed needs no process of its own. */
const runToEnd = (flags: readonly string[]): Promise<Ran> =>
  cli(argumentsOf(flags), { env: account() });

/** Nothing billed twice; each row has its own result once, or is in doubt. */
function judge(rows: number, { stderr, code }: Pick<Run, 'stderr' | 'code'>): void {
  expect([...server.billed].filter(([, count]) => count > 1)).toStrictEqual([]);
  const lines = resultLines(results());
  const done = lines.map(({ row }) => row);
  expect(new Set(done).size).toBe(done.length);
  for (const { row, line, transactionId, result } of lines) {
    const id = `order-${row}`;
    expect({ line, transactionId, result }).toMatchObject({
      ...{ line: row + 1, transactionId: id },
      result: { id, riskScore: riskOf(id) },
    });
  }
  const doubtful = doubtfulRows(stderr);
  const all = [...done, ...doubtful].sort((a, b) => a - b);
  expect(all).toStrictEqual(Array.from({ length: rows }, (_, at) => at + 1));
  for (const row of done) expect(server.billed.get(`order-${row}`)).toBe(1);
  expect(code).toBe(doubtful.length > 0 ? 4 : 0);
}

describe('a batch', () => {
  test('bills no row twice over 40 kills at random', async () => {
    const rows = 3000;
    writeOrders(join(folder, 'orders.csv'), rows);
    server.billed.clear();
    server.delay = 25;
    for (let kills = 0; kills < 40; kills++) {
      const running = run(['--concurrency', '8']);
      // From before the first query to some hundred queries later.
      const target = server.billed.size + Math.floor(Math.random() * 60);
      server.onBilled = () => {
        if (server.billed.size >= target) running.kill('SIGKILL');
      };
      const ended = await running.end;
      expect(ended).toMatchObject({ signal: 'SIGKILL' });
    }
    server.onBilled = undefined;
    server.delay = 0;
    const last = await runToEnd(['--concurrency', '32']);
    judge(rows, last);
    const doubtful = doubtfulRows(last.stderr);
    expect(doubtful.length).toBeGreaterThan(0);

    const again = await runToEnd(['--retry-doubtful']);
    expect(again.code).toBe(0);
    expect(
      resultLines(results())
        .map(({ row }) => row)
        .sort((a, b) => a - b),
    ).toStrictEqual(Array.from({ length: rows }, (_, at) => at + 1));
    const twice = [...server.billed]
      .filter(([, count]) => count > 1)
      .map(([id]) => Number(id.slice(6)));
    expect(twice.filter((row) => !doubtful.includes(row))).toStrictEqual([]);
  });

  test.each([
    ['a kill', {}],
    ['a power cut', { POWER_CUT: '1' }],
  ])('survives %s before each of its file operations', async (_, env) => {
    // Enough for every kind of operation, some of them many times.
    const rows = 14;
    server.delay = 3;
    writeOrders(join(folder, 'orders.csv'), rows);
    const flags = ['--concurrency', '4'];
    const whole = await run(flags, { KILL_AT: '0' }).end;
    const operations = Number(/operations: (\d+)/.exec(whole.stderr)?.[1]);
    expect(operations).toBeGreaterThan(30);
    for (let at = 1; at <= operations + 4; at++) {
      rmSync(folder, { recursive: true });
      folder = mkdtempSync(join(tmpdir(), 'minfraud-batch-'));
      writeOrders(join(folder, 'orders.csv'), rows);
      server.billed.clear();
      const killed = await run(flags, { KILL_AT: String(at), ...env }).end;
      // The number differs a little from run to run, with the groups.
      if (killed.signal === null) expect(at).toBeGreaterThan(operations / 2);
      // And once more while it recovers.
      await run(flags, { KILL_AT: String(3 + (at % 14)), ...env }).end;
      judge(rows, await runToEnd(flags));
      expect(readdirSync(folder).sort()).toStrictEqual(
        ['orders.csv', 'results.ndjson', 'results.ndjson.ledger'].sort(),
      );
    }
  });

  test.each([
    ['Ctrl-C', 'SIGINT'],
    ['a friendly kill', 'SIGTERM'],
    ['a terminal that is closed, which says so twice', 'SIGHUP'],
  ] as const)(
    'waits for the responses under way at %s, so that no row is in doubt',
    async (_, signal) => {
      const rows = 200;
      server.delay = 200;
      server.billed.clear();
      writeOrders(join(folder, 'orders.csv'), rows);
      const running = run(['--concurrency', '8']);
      server.onBilled = () => {
        if (server.billed.size === 20) running.kill(signal);
        if (server.billed.size === 21 && signal === 'SIGHUP') running.kill(signal);
      };
      const ended = await running.end;
      server.onBilled = undefined;
      expect(ended).toMatchObject({ code: 130, signal: null });
      expect(doubtfulRows(ended.stderr)).toStrictEqual([]);
      expect(server.billed.size).toBeLessThan(60);
      server.delay = 0;
      judge(rows, await runToEnd([]));
    },
  );

  test('keeps what is paid for when the disk fills up', async () => {
    const rows = 60;
    server.delay = 3;
    writeOrders(join(folder, 'orders.csv'), rows);
    for (const at of [14, 20, 26, 32, 38]) {
      server.billed.clear();
      const full = await run(['--concurrency', '4'], { DISK_FULL_AT: String(at) }).end;
      expect(full).toMatchObject({
        signal: null,
        code: 2,
        stderr: expect.stringMatching(/disk is full|ENOSPC/),
      });
      // The reserve gave the responses under way their room.
      expect(doubtfulRows(full.stderr)).toStrictEqual([]);
      judge(rows, await runToEnd([]));
      rmSync(results());
      rmSync(`${results()}.ledger`);
    }
  });
});
