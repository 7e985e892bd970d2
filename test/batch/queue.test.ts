import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { isOutage } from '../../src/cli/batch/queue/database.ts';
import { checkLimits } from '../../src/cli/batch/queue/flags.ts';
import { queuePackages } from '../../src/cli/batch/queue/packages.ts';
import { rowsOfSlice, sliceOf } from '../../src/cli/batch/queue/slices.ts';
import { Together } from '../../src/cli/batch/queue/together.ts';
import { cli } from '../cli/run.ts';
import { writeOrders } from './orders.ts';
import { buildProgram, start } from './program.ts';

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-queue-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

/** Every command of a queue, with what it needs. */
const commands = (input: string): string[][] => [
  ['submit', input, '--service', 'score'],
  ['work', '--emulator'],
  ['status'],
  ['results', '--out', join(folder, 'out.ndjson')],
  ['resume'],
  ['drop'],
];

describe('minfraud batch', () => {
  test('takes a file that is called as a command is, by its path', async () => {
    for (const name of ['submit', 'work', 'status', 'results', 'resume', 'drop']) {
      const file = join(folder, name);
      writeOrders(file, 3);
      expect(await cli(['batch', file, '--service', 'score', '--dry-run'])).toMatchObject({
        code: 0,
        stdout: expect.stringContaining('3 rows: 3 would be sent'),
      });
    }
  });

  test('shows its own flags and the commands of a queue', async () => {
    const { stdout } = await cli(['batch', '--help']);
    expect(stdout).toMatch(/^Examples\n {2}minfraud batch orders\.csv/);
    expect(stdout).toContain('--retry-doubtful');
    expect(stdout).toMatch(/Commands\n {2}submit +Put a file into a queue/);
    const { stdout: work } = await cli(['batch', 'work', '--help']);
    expect(work).toContain('--lease SECONDS');
  });
});

describe('a queue', () => {
  test('has to be named', async () => {
    const input = join(folder, 'named.csv');
    writeOrders(input, 3);
    for (const argv of commands(input)) {
      expect(await cli(['batch', ...argv])).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('MINFRAUD_QUEUE'),
      });
    }
  });

  test('that cannot be reached is told without its password', async () => {
    const input = join(folder, 'reached.csv');
    writeOrders(input, 3);
    // A port that nothing listens on.
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as { port: number };
    await new Promise((resolve) => server.close(resolve));
    const address = `postgres://shop:hidden-word@127.0.0.1:${port}/queue`;
    for (const argv of commands(input)) {
      const ran = await cli(['batch', ...argv], { env: { MINFRAUD_QUEUE: address } });
      expect(ran).toMatchObject({
        code: 3,
        stderr: expect.stringContaining(`The database at 127.0.0.1:${port}/queue: `),
      });
      expect(ran.stdout + ran.stderr).not.toContain('hidden-word');
    }
  });

  test.each([
    'mysql://shop:hidden-word@host/queue',
    'postgres://shop:hidden-word@host:port/queue',
    'hidden-word',
  ])('is not %s, and the address is not repeated', async (address) => {
    for (const world of [{ env: { MINFRAUD_QUEUE: address } }, {}]) {
      const flags = 'env' in world ? [] : ['--queue', address];
      const ran = await cli(['batch', 'status', ...flags], world);
      expect(ran).toMatchObject({
        code: 2,
        stderr: expect.stringContaining('must be postgres://'),
      });
      expect(ran.stderr).not.toContain('hidden-word');
    }
  });

  test('warns of a password in an argument, where others can see it', async () => {
    const open = 'postgres://shop:hidden-word@127.0.0.1:1/queue';
    const { stderr } = await cli(['batch', 'status', '--queue', open]);
    expect(stderr).toContain('Set MINFRAUD_QUEUE instead');
    expect(stderr).not.toContain('hidden-word');
    const plain = await cli(['batch', 'status', '--queue', 'postgres://shop@127.0.0.1:1/queue']);
    expect(plain.stderr).not.toContain('Set MINFRAUD_QUEUE instead');
  });

  test.each([
    [{ budget: 5 }, '--budget needs --price'],
    [{ price: 0.000_000_1 }, '--price must be'],
  ])('refuses the limits %j', (flags, message) => {
    expect(() => {
      checkLimits(flags);
    }).toThrow(message);
  });
});

describe('its packages', () => {
  test('are pg-boss 10 and pg 8', () => {
    const { pg, PgBoss } = queuePackages();
    expect(typeof pg.Pool).toBe('function');
    expect(PgBoss.states.completed).toBe('completed');
  });

  test('are told in one line where they are missing', async () => {
    const program = await buildProgram();
    const elsewhere = mkdtempSync(join(tmpdir(), 'minfraud-alone-'));
    const input = join(elsewhere, 'orders.csv');
    writeOrders(input, 3);
    try {
      cpSync(dirname(program.path), elsewhere, { recursive: true });
      for (const argv of commands(input).slice(0, 2)) {
        const ran = await start(
          { path: join(elsewhere, 'minfraud.mjs'), remove: () => undefined },
          ['batch', ...argv],
          { MINFRAUD_QUEUE: 'postgres://127.0.0.1:1/queue' },
          undefined,
          elsewhere,
        ).end;
        expect(ran).toMatchObject({
          code: 2,
          stderr: 'A queue needs pg-boss and pg: npm install pg-boss@10.4.2 pg@8.23.1\n',
        });
      }
    } finally {
      program.remove();
      rmSync(elsewhere, { recursive: true });
    }
  });

  test('are told where their version is another', () => {
    const own = createRequire(__filename);
    const other = join(folder, 'package.json');
    writeFileSync(other, '{"version":"12.38.0"}');
    const resolve = (specifier: string): string =>
      specifier === 'pg-boss/package.json' ? other : own.resolve(specifier);
    expect(() => queuePackages(resolve)).toThrow(
      'A queue needs pg-boss 10 (not 12): npm install pg-boss@10.4.2 pg@8.23.1',
    );
  });
});

describe('slices', () => {
  test('are many for a small file, and at most a hundred thousand for 100 million rows', () => {
    expect([1, 400, 20_000, 400_000, 100_000_000].map(rowsOfSlice)).toStrictEqual([
      10, 10, 50, 1000, 1000,
    ]);
  });

  test('hold requests as they were', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1 }), (transactionId, row) => {
        const transaction = { event: { transactionId } };
        const stored = JSON.parse(
          JSON.stringify({ attempt: 2, rows: [[row, row + 1, JSON.stringify(transaction)]] }),
        ) as Parameters<typeof sliceOf>[1];
        expect(sliceOf('job', stored)).toStrictEqual({
          ...{ job: 'job', attempt: 2 },
          queries: [{ row, line: row + 1, transaction, transactionId }],
        });
      }),
    );
  });
});

describe('what is written together', () => {
  test('is every entry once, and each hears its own outcome', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(fc.integer(), { maxLength: 5 }), { maxLength: 8 }),
        async (waves) => {
          const groups: number[][] = [];
          const together = new Together<number, string>(async (entries) => {
            groups.push([...entries]);
            await new Promise((resolve) => setImmediate(resolve));
            return entries.map((entry) => `wrote ${entry}`);
          });
          const outcomes: Promise<string>[] = [];
          for (const wave of waves) {
            outcomes.push(...wave.map((entry) => together.add(entry)));
            await new Promise((resolve) => setImmediate(resolve));
          }
          const entries = waves.flat();
          expect(await Promise.all(outcomes)).toStrictEqual(
            entries.map((entry) => `wrote ${entry}`),
          );
          expect(groups.flat()).toStrictEqual(entries);
          expect(groups.length).toBeLessThanOrEqual(waves.length);
        },
      ),
    );
  });

  test('fails for the entries of its group only', async () => {
    let calls = 0;
    const together = new Together<number, number>((entries) => {
      calls++;
      return calls === 1 ? Promise.reject(new Error('no')) : Promise.resolve([...entries]);
    });
    const first = [together.add(1), together.add(2)];
    expect(await Promise.allSettled(first)).toMatchObject([
      { status: 'rejected' },
      { status: 'rejected' },
    ]);
    expect(await together.add(3)).toBe(3);
  });
});

describe('an outage', () => {
  const withCode = (code: string): Error => Object.assign(new Error('x'), { code });

  test.each(['57P01', '57P03', '08006', '40P01', '25P03', 'ECONNREFUSED', 'ECONNRESET'])(
    '%s passes',
    (code) => {
      expect(isOutage(withCode(code))).toBe(true);
    },
  );

  test.each(['28P01', '3D000', '42P01', '23505', 'ENOENT'])('%s does not pass', (code) => {
    expect(isOutage(withCode(code))).toBe(false);
  });

  test('is also what the client library says without a code', () => {
    expect(isOutage(new Error('Connection terminated unexpectedly'))).toBe(true);
    expect(isOutage(new Error('Query read timeout'))).toBe(true);
    expect(isOutage(new Error('some other'))).toBe(false);
  });
});
