import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { start } from '../batch/program.ts';
import { refuse } from '../batch/scoring-server.ts';
import {
  askedTwice,
  openWorld,
  readResults,
  rowsOf,
  upTo,
  type World,
  writeFileOfOrders,
} from './world.ts';

let world: World;
let input: string;
let files = 0;

beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.close());
beforeEach(async () => {
  await world.newDatabase();
  input = join(world.folder, `orders-${++files}.csv`);
});

const outFile = (): string => join(world.folder, `results-${++files}.ndjson`);

async function submit(rows: number, ...flags: string[]): Promise<void> {
  writeFileOfOrders(input, rows);
  const { code, stderr } = await world.batch('submit', input, '--service', 'score', ...flags);
  if (code !== 0) throw new Error(stderr);
}

async function answeredRows(): Promise<number[]> {
  const out = outFile();
  await world.batch('results', '--out', out);
  return readResults(out).map(({ row }) => row);
}

async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 600; attempt++) {
    if (await condition()) return;
    await wait(100);
  }
  throw new Error('It did not come to that in a minute.');
}

describe('submit', () => {
  test('recognises a file that was submitted before', async () => {
    await submit(20);
    const again = await world.batch('submit', input, '--service', 'score');
    expect(again).toMatchObject({ code: 2, stderr: expect.stringContaining('batch 1') });
    expect(await world.batch('submit', input, '--service', 'insights')).toMatchObject({ code: 0 });
  });

  test('leaves nothing to work on when it is cut short, and goes on where it was', async () => {
    const rows = 30_000;
    writeFileOfOrders(input, rows, (row) => row % 500 === 0);
    const argv = ['submit', input, '--service', 'score'];
    const running = world.start(...argv);
    await until(async () => {
      const found = await world.postgres
        .query('SELECT loaded FROM minfraud.batch', [], world.database())
        .catch(() => []);
      return Number(found[0]?.['loaded'] ?? 0) > 0;
    });
    running.kill('SIGKILL');
    await running.end;
    const cut = await world.status();
    expect(cut.state).toBe('loading');
    expect(cut.loaded).toBeLessThan(rows);
    expect(await world.batch('work')).toMatchObject({ code: 0 });
    expect(world.server.billed.size).toBe(0);
    expect(await world.batch('results', '--out', outFile())).toMatchObject({ code: 0 });

    const rejects = join(world.folder, 'rejects.ndjson');
    expect(await world.batch(...argv, '--map', 'Order Total=')).toMatchObject({ code: 2 });
    const again = await world.batch(...argv, '--rejects', rejects);
    expect(again).toMatchObject({
      code: 0,
      stderr: expect.stringContaining('Going on with batch 1'),
    });
    expect(await world.status()).toMatchObject({
      state: 'open',
      loaded: rows,
      rejected: rows / 500,
    });
    expect(readFileSync(rejects, 'utf8').trimEnd().split('\n')).toHaveLength(rows / 500);
    const jobs = await world.postgres.query(
      "SELECT (jsonb_array_elements(data->'rows')->>0)::int AS row FROM minfraud_jobs.job",
      [],
      world.database(),
    );
    const queued = jobs.map(({ row }) => Number(row)).sort((a, b) => a - b);
    expect(queued).toStrictEqual(upTo(rows).filter((row) => row % 500 !== 0));
  });

  test('takes any text, and a file that is called as a command is', async () => {
    const text = 'a\\u0000b \\ud800 \u{1f600}';
    const file = join(world.folder, 'submit');
    writeFileSync(
      file,
      `{"event":{"transactionId":"order-1"},"device":{"ipAddress":"203.0.113.7"},"account":{"userId":"${text}"}}\n`,
    );
    const ran = await start(
      world.program,
      ['batch', 'submit', file, '--service', 'score'],
      world.env(),
    ).end;
    expect(ran).toMatchObject({ code: 0 });
    expect(await world.batch('work')).toMatchObject({ code: 0 });
    const { answers, rejected } = await world.status();
    expect(answers + rejected).toBe(1);
  });

  test('refuses a database that may forget', async () => {
    await submit(5);
    const { postgres } = world;
    const turn = async (value: string): Promise<void> => {
      await postgres.query(`ALTER SYSTEM SET fsync = ${value}`);
      await postgres.query('SELECT pg_reload_conf()');
      await until(async () => (await postgres.query('SHOW fsync'))[0]?.['fsync'] === value);
    };
    await turn('off');
    try {
      expect(await world.batch('work')).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('fsync'),
      });
    } finally {
      await turn('on');
    }
    expect(world.server.billed.size).toBe(0);
  });
});

describe('a worker', () => {
  test('commits what is sent also where the database commits lazily', async () => {
    await submit(400);
    const { postgres, server } = world;
    await postgres.query(`ALTER DATABASE ${world.database()} SET synchronous_commit = off`);
    let crash: Promise<void> | undefined;
    const running = world.start('work', '--concurrency', '8', '--lease', '2');
    // The crash loses what was committed lazily in the last moments.
    server.onBilled = () => {
      if (server.billed.size < 200 || crash !== undefined) return;
      running.kill('SIGKILL');
      crash = postgres.crashAndRestart(100);
    };
    expect(await running.end).toMatchObject({ signal: 'SIGKILL' });
    await crash;
    expect(await world.batch('work', '--lease', '2')).toMatchObject({ code: 4 });
    expect(askedTwice(server)).toStrictEqual([]);
    const { answers, doubts } = await world.status();
    expect(answers + doubts).toBe(400);
  });

  test('that is killed leaves its rows in doubt, and those that it did not send to others', async () => {
    await submit(400);
    const { server } = world;
    // Answers never come.
    server.instead = (_, id) => {
      server.billed.set(id, (server.billed.get(id) ?? 0) + 1);
      return true;
    };
    const running = world.start('work', '--concurrency', '8', '--lease', '3');
    await until(() => server.billed.size >= 8);
    running.kill('SIGKILL');
    await running.end;
    const sent = [...server.billed.keys()].map((id) => Number(id.slice(6)));
    expect(sent).toHaveLength(8);
    server.instead = undefined;

    const second = await world.batch('work', '--lease', '3');
    expect(second).toMatchObject({ code: 4, stderr: expect.stringContaining('CUT_SHORT') });
    const status = await world.status();
    const doubtful = rowsOf(status.doubtfulRows);
    // Those sent, and up to half as many that were written down in advance.
    expect(doubtful).toEqual(expect.arrayContaining(sent));
    expect(doubtful.length).toBeLessThanOrEqual(12);
    expect(askedTwice(server)).toStrictEqual([]);
    const answered = await answeredRows();
    expect([...answered, ...doubtful].sort((a, b) => a - b)).toStrictEqual(upTo(400));

    // Not by working on, and not by a mere resume.
    await world.batch('resume');
    await world.batch('work');
    expect(askedTwice(server)).toStrictEqual([]);
    expect(await world.batch('status')).toMatchObject({
      code: 4,
      stdout: expect.stringContaining('--retry-doubtful'),
    });
    expect(await world.batch('resume', '--retry-doubtful')).toMatchObject({ code: 0 });
    expect(await world.batch('work')).toMatchObject({ code: 0 });
    expect(await answeredRows()).toStrictEqual(upTo(400));
    expect(askedTwice(server).sort((a, b) => a - b)).toStrictEqual(sent.sort((a, b) => a - b));
  });

  test('that was taken for dead sends nothing more of what others have, and its late answers count', async () => {
    await submit(300);
    const { server } = world;
    server.delay = 300;
    const stalled = world.start('work', '--concurrency', '8', '--lease', '2');
    await until(() => server.billed.size >= 20);
    stalled.kill('SIGSTOP');
    server.delay = 0;
    expect(await world.batch('work', '--lease', '2')).toMatchObject({ code: 4 });
    expect((await world.status()).doubts).toBeGreaterThan(0);
    stalled.kill('SIGCONT');
    const ended = await stalled.end;
    expect(ended).toMatchObject({ signal: null });
    expect(askedTwice(server)).toStrictEqual([]);
    const { doubts, answers } = await world.status();
    expect(answers + doubts).toBe(300);
    expect((await answeredRows()).length).toBe(answers);
    // Answers that had arrived at its socket are read when it wakes up.
    expect(doubts).toBeLessThanOrEqual(12);
  });

  test('that is taken for dead again and again never has a row answered and in doubt at once', async () => {
    await submit(400);
    const { server } = world;
    server.delay = 100;
    const runs = [1, 2].map(() => world.batch('work', '--concurrency', '8', '--lease', '1'));
    const over = Promise.all(runs);
    let isOver = false;
    void over.then(() => (isOver = true));
    // Late for all of them, at any moment.
    await until(async () => {
      await world.postgres.query(
        "UPDATE minfraud.worker SET alive_until = now() - interval '1 hour'",
        [],
        world.database(),
      );
      return isOver;
    });
    await over;
    await wait(1500);
    const { doubts, answers, doubtfulRows } = await world.status();
    const answered = await answeredRows();
    expect(answers).toBe(answered.length);
    expect(doubts + answers).toBe(400);
    expect([...answered, ...rowsOf(doubtfulRows)].sort((a, b) => a - b)).toStrictEqual(upTo(400));
    expect(askedTwice(server)).toStrictEqual([]);
  });

  test('that is asked to end gives back what it has not sent, and leaves no doubt', async () => {
    await submit(400);
    const { server } = world;
    server.delay = 200;
    const running = world.start('work', '--concurrency', '8');
    await until(() => server.billed.size >= 20);
    running.kill('SIGTERM');
    expect(await running.end).toMatchObject({ code: 130 });
    const half = await world.status();
    expect(half).toMatchObject({ doubts: 0, answers: server.billed.size, workers: [] });
    server.delay = 0;
    // At once: no lease has to run out.
    expect(await world.batch('work', '--lease', '600')).toMatchObject({ code: 0 });
    expect(await answeredRows()).toStrictEqual(upTo(400));
    expect(askedTwice(server)).toStrictEqual([]);
  });

  test('waits for the database to come back', async () => {
    await submit(300);
    const { server, postgres } = world;
    server.delay = 50;
    let crash: Promise<void> | undefined;
    server.onBilled = () => {
      if (server.billed.size >= 100) crash ??= postgres.crashAndRestart(3000);
    };
    const ran = await world.batch('work');
    await crash;
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('does not answer') });
    expect(ran.stderr).not.toContain(postgres.password);
    expect(await answeredRows()).toStrictEqual(upTo(300));
  });
});

describe('limits', () => {
  const four = async (...flags: string[]): Promise<(number | null)[]> => {
    const runs = Array.from({ length: 4 }, () => world.batch('work', ...flags));
    return (await Promise.all(runs)).map(({ code }) => code);
  };

  test('a budget is spent to the last query, and not over, by all workers together', async () => {
    await submit(600, '--price', '0.01', '--budget', '2.50');
    world.server.delay = 20;
    expect(await four()).toStrictEqual([1, 1, 1, 1]);
    expect(world.server.billed.size).toBe(250);
    expect(await world.status()).toMatchObject({ queries: 250, isOverBudget: true, doubts: 0 });
    expect(await world.batch('resume', '--budget', '100')).toMatchObject({ code: 0 });
    expect(await four()).toStrictEqual([0, 0, 0, 0]);
    expect(await answeredRows()).toStrictEqual(upTo(600));
    expect(askedTwice(world.server)).toStrictEqual([]);
  });

  test('a rate is kept by all workers together', async () => {
    await submit(200, '--rate', '40');
    const times: number[] = [];
    world.server.onBilled = () => times.push(performance.now());
    expect(await four()).toStrictEqual([0, 0, 0, 0]);
    expect(times).toHaveLength(200);
    // 200 at 40 a second take 5 seconds; four workers that each kept it would take a quarter.
    expect((times.at(-1) ?? 0) - (times[0] ?? 0)).toBeGreaterThan(4500);
  });

  test('HTTP 402 stops all workers, and the batch goes on when it is told to', async () => {
    await submit(400);
    const { server } = world;
    server.instead = (response) =>
      server.billed.size >= 100 && refuse(response, 402, 'INSUFFICIENT_FUNDS');
    expect(await four()).toStrictEqual([1, 1, 1, 1]);
    const status = await world.status();
    expect(status.stopped).toContain('The test says no.');
    expect(status.doubts).toBe(0);
    server.instead = undefined;
    // Not by itself.
    expect(await world.batch('work')).toMatchObject({ code: 1 });
    expect(server.billed.size).toBe(status.answers);
    await world.batch('resume');
    expect(await world.batch('work')).toMatchObject({ code: 0 });
    expect(await answeredRows()).toStrictEqual(upTo(400));
    expect(askedTwice(server)).toStrictEqual([]);
  });

  test('HTTP 401 stops the worker with the wrong key, and no other', async () => {
    await submit(60);
    const { server } = world;
    server.instead = (response) => refuse(response, 401, 'AUTHORIZATION_INVALID');
    expect(await world.batch('work')).toMatchObject({ code: 1 });
    server.instead = undefined;
    expect(await world.batch('work')).toMatchObject({ code: 0 });
    expect(await answeredRows()).toStrictEqual(upTo(60));
  });

  test('HTTP 429 makes all workers wait as long as the service says', async () => {
    await submit(300);
    const { server } = world;
    let refusedAt: number | undefined;
    let early = 0;
    server.delay = 20;
    server.instead = (response) => {
      const now = performance.now();
      if (server.billed.size < 60) return false;
      refusedAt ??= now;
      if (now - refusedAt >= 3000) return false;
      // What was under way when the first was refused.
      if (now - refusedAt > 1500) early++;
      return refuse(response, 429, 'RATE_LIMITED', { 'Retry-After': '3' });
    };
    expect(await four()).toStrictEqual([0, 0, 0, 0]);
    expect(refusedAt).toBeDefined();
    expect(early).toBe(0);
    expect(await answeredRows()).toStrictEqual(upTo(300));
    expect(askedTwice(server)).toStrictEqual([]);
  });
});

describe('results and drop', () => {
  test('are by row, also as a table, and never over a file that is there', async () => {
    await submit(50);
    expect(await world.batch('drop', '--batch', '7')).toMatchObject({ code: 2 });
    await world.batch('work');
    expect(await world.batch('drop')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('paid for'),
    });
    const table = join(world.folder, 'table.csv');
    expect(await world.batch('results', '--out', table)).toMatchObject({ code: 0 });
    expect(await world.batch('results', '--out', table)).toMatchObject({ code: 2 });
    const lines = readFileSync(table, 'utf8').trimEnd().split('\n');
    expect(lines).toHaveLength(51);
    expect(lines[5]).toBe('5,6,order-5,0.06,,,,,order-5,,');
    expect(existsSync(`${table}.new`)).toBe(false);

    expect(await world.batch('drop')).toMatchObject({ code: 0 });
    expect(await world.batch('status')).toMatchObject({ stdout: 'There are no batches.\n' });
    const tables = await world.postgres.query(
      `SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
       WHERE n.nspname = 'minfraud' AND c.relname ~ '_[0-9]+$'`,
      [],
      world.database(),
    );
    expect(tables).toStrictEqual([]);
    expect(await world.batch('submit', input, '--service', 'score')).toMatchObject({ code: 0 });
  });
});

describe('the password of the queue', () => {
  test('is in no message', async () => {
    const { postgres } = world;
    const { port } = new URL(postgres.urlOf('x'));
    const password = 'hidden-word';
    const addresses = [
      `postgres://minfraud:${password}@127.0.0.1:${port}/postgres`,
      `postgres://minfraud:${password}@127.0.0.1:1/postgres`,
      `postgres://minfraud:${password}@no-such-host.invalid/postgres`,
      `postgres://minfraud:${postgres.password}@127.0.0.1:${port}/no_such_database`,
      `postgres://minfraud:${password}@127.0.0.1:port/postgres`,
      `mysql://minfraud:${password}@127.0.0.1/postgres`,
      `postgres://127.0.0.1:${port}/postgres?user=minfraud&password=${password}`,
    ];
    for (const address of addresses) {
      for (const argv of [['status'], ['status', '--queue', address]]) {
        const env = { ...world.env(), MINFRAUD_QUEUE: address };
        const ran = await start(world.program, ['batch', ...argv], env).end;
        const said = ran.stdout + ran.stderr;
        expect(ran.code).toBeGreaterThan(1);
        expect(said).not.toContain(password);
        expect(said).not.toContain(postgres.password);
        expect(said).not.toContain('    at ');
        // A password in an argument is warned of.
        if (argv.length > 1 && address.startsWith('postgres') && URL.canParse(address)) {
          expect(said).toContain('MINFRAUD_QUEUE');
        }
      }
    }
  });
});
