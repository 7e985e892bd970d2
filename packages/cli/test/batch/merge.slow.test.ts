/** Parts of one file, each a run of its own, and what merge makes of them. */
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isUnspent, readLedger } from '../../src/batch/ledger-lines.ts';
import { isInPart, partOf } from '../../src/batch/part.ts';
import { cli, type Ran } from '../run.ts';
import { doubtfulRows, resultLines, writeOrders } from './orders.ts';
import { refuse } from './scoring-server.ts';
import { type BatchWorld, startBatchWorld } from './world.ts';

let world: BatchWorld;
const rows = 120;

beforeAll(async () => {
  world = await startBatchWorld();
});
afterAll(() => world.close());
beforeEach(() => {
  world.begin();
  writeOrders(world.at('orders.csv'), rows);
});
afterEach(() => {
  world.remove();
});

const partFile = (index: number, ending = 'ndjson'): string => world.at(`part-${index}.${ending}`);

function part(index: number, of: number, ...flags: string[]): Promise<Ran> {
  const out = flags.includes('--out') ? [] : ['--out', partFile(index)];
  return world.batch('--part', `${index}/${of}`, ...out, ...flags);
}

async function parts(of: number, ...flags: string[]): Promise<void> {
  for (let index = 1; index <= of; index++) {
    expect(await part(index, of, ...flags)).toMatchObject({ code: 0 });
  }
}

function merge(of: number, ...flags: string[]): Promise<Ran> {
  const names = Array.from({ length: of }, (_, at) => partFile(at + 1));
  return cli(['batch', 'merge', ...names, '--out', world.at('merged.ndjson'), ...flags]);
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await new Promise((resolve) => setTimeout(resolve, 10));
}

describe('the parts of a file', () => {
  test('are every row once', () => {
    const row = fc.record({
      id: fc.option(fc.string(), { nil: undefined }),
      row: fc.integer({ min: 1, max: 1_000_000 }),
      isTable: fc.boolean(),
    });
    fc.assert(
      fc.property(row, fc.integer({ min: 1, max: 40 }), ({ id, row: number, isTable }, of) => {
        const found = isTable
          ? { row: number, line: 1, cells: ['x', id ?? ''] }
          : { row: number, line: 1, value: { event: { transaction_id: id } } };
        const columns = ['order.amount', 'event.transactionId'];
        const takers = Array.from({ length: of }, (_, at) => ({ index: at + 1, of })).filter(
          (own) => isInPart(own, columns)(found),
        );
        expect(takers).toHaveLength(1);
      }),
    );
  });

  test('are about as long as each other', () => {
    const counts = new Array<number>(16).fill(0);
    for (let row = 1; row <= 16_000; row++) {
      const cells = [`order-${row}`];
      const at = counts.findIndex((_, index) =>
        isInPart({ index: index + 1, of: 16 }, ['event.transactionId'])({ row, line: row, cells }),
      );
      counts[at] = (counts[at] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(850);
    expect(Math.max(...counts)).toBeLessThan(1150);
  });

  test.each(['0/4', '5/4', '1', '1/0', 'a/b', '-1/4', '1/100001'])('%s is not a part', (text) => {
    expect(() => partOf(text)).toThrow('must be K/N');
  });
});

describe('merge', () => {
  test('puts the parts together in the order of the input', async () => {
    await parts(4);
    const ran = await merge(4);
    expect(ran).toMatchObject({ code: 0, stdout: expect.stringContaining(`${rows} results of 4`) });
    const merged = resultLines(world.at('merged.ndjson'));
    expect(merged.map(({ row }) => row)).toStrictEqual(
      Array.from({ length: rows }, (_, at) => at + 1),
    );
    for (const { row, transactionId, result } of merged) {
      expect([transactionId, result?.id]).toStrictEqual([`order-${row}`, `order-${row}`]);
    }
    expect(world.twice()).toStrictEqual([]);
    expect(await merge(4)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('already exists'),
    });
  });

  test('makes of tables what one run would have made', async () => {
    for (const index of [1, 2, 3]) await part(index, 3, '--out', partFile(index, 'csv'));
    const names = [1, 2, 3].map((index) => partFile(index, 'csv'));
    const ran = await cli(['batch', 'merge', ...names, '--out', world.at('merged.csv')]);
    expect(ran.code).toBe(0);
    const whole = world.at('whole.csv');
    await world.batch('--out', whole, '--concurrency', '1');
    expect(readFileSync(world.at('merged.csv'), 'utf8')).toBe(readFileSync(whole, 'utf8'));
    const wrong = await cli(['batch', 'merge', ...names, '--out', world.at('merged.ndjson')]);
    expect(wrong).toMatchObject({ code: 2, stderr: expect.stringContaining('different formats') });
  });

  test('has more parts than there are orders', async () => {
    writeOrders(world.at('orders.csv'), 3);
    await parts(7);
    expect((await merge(7)).code).toBe(0);
    expect(resultLines(world.at('merged.ndjson'))).toHaveLength(3);
  });

  test('takes rows with mistakes for what they are', async () => {
    appendFileSync(world.at('orders.csv'), 'bad-1,300.0.0.1,1\nbad-2,300.0.0.1,1\n');
    for (const index of [1, 2]) await part(index, 2);
    const ran = await merge(2);
    expect(ran).toMatchObject({ code: 0, stderr: expect.stringContaining('2 rows with mistakes') });
    expect(resultLines(world.at('merged.ndjson'))).toHaveLength(rows);
  });

  test('refuses while a part is missing', async () => {
    await parts(3);
    const ran = await cli([
      'batch',
      'merge',
      partFile(1),
      partFile(3),
      '--out',
      world.at('merged.ndjson'),
    ]);
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('one is missing: 2') });
    expect(existsSync(world.at('merged.ndjson'))).toBe(false);
  });

  test('refuses while a part is unfinished, and takes it once it is', async () => {
    await part(1, 2);
    await part(2, 2, '--price', '1', '--budget', '10');
    expect(await merge(2)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not finished'),
    });
    expect((await part(2, 2, '--resume')).code).toBe(0);
    expect((await merge(2)).code).toBe(0);
  });

  test('refuses while a row is in doubt, and lists it', async () => {
    const own = new Set<string>();
    world.server.instead = (response, id) => {
      if (own.size > 0 || world.server.billed.size < 5) return false;
      own.add(id);
      response.destroy();
      return true;
    };
    await part(1, 2);
    world.server.instead = undefined;
    await part(2, 2);
    const ran = await merge(2);
    expect(ran.code).toBe(4);
    const [id = ''] = own;
    expect(ran.stderr).toContain(`1 rows in doubt`);
    expect(ran.stderr).toContain(id.replace('order-', ' '));
    expect((await part(1, 2, '--resume', '--retry-doubtful')).code).toBe(0);
    expect((await merge(2)).code).toBe(0);
  });

  test('refuses parts of two files', async () => {
    await part(1, 2);
    writeFileSync(
      world.at('orders.csv'),
      readFileSync(world.at('orders.csv'), 'utf8').replace('order-9,', 'order-8,'),
    );
    const second = world.at('elsewhere.ndjson');
    const beside = await part(2, 2);
    expect(beside).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('not the file that other parts'),
    });
    expect(existsSync(partFile(2))).toBe(false);
    expect(existsSync(second)).toBe(false);
  });

  test('refuses results that were changed, cut or exchanged', async () => {
    await parts(2);
    const whole = readFileSync(partFile(1));
    writeFileSync(partFile(1), whole.subarray(0, whole.length - 40));
    expect((await merge(2)).code).toBe(2);
    writeFileSync(partFile(1), readFileSync(partFile(2)));
    expect((await merge(2)).code).toBe(2);
    writeFileSync(partFile(1), whole);
    expect((await merge(2)).code).toBe(0);
  });
});

describe('parts that share a folder', () => {
  test.each([
    ['another N', 2, 3, /is one of 2 parts/],
    ['the same K', 1, 2, /is part 1 too/],
  ])('refuse %s', async (_, index, of, message) => {
    await part(1, 2);
    const ran = await part(index, of, '--out', world.at('other.ndjson'));
    expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
    expect(existsSync(world.at('other.ndjson.ledger'))).toBe(false);
  });

  test.each([
    ['another N', 2, 3, /is one of 2 parts/],
    ['the same K', 1, 2, /is part 1 too/],
  ])(
    'refuse %s also while the other waits for its first response',
    async (_, index, of, message) => {
      let isQuiet = true;
      const isAsked = new Promise<void>((resolve) => {
        world.server.instead = (response) => {
          resolve();
          return isQuiet && refuse(response, 429, 'RATE_LIMITED', { 'Retry-After': '2' });
        };
      });
      const waiting = part(1, 2);
      await isAsked;
      // Rows that are put off are taken back: for a while, the ledger knows of nothing sent.
      await until(async () => isUnspent(await readLedger(`${partFile(1)}.ledger`)));
      isQuiet = false;
      const ran = await part(index, of, '--out', world.at('other.ndjson'));
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringMatching(message) });
      expect((await waiting).code).toBe(0);
      expect(world.twice()).toStrictEqual([]);
    },
  );

  test('refuse another mapping, unless nothing was sent with it', async () => {
    const wrong = ['--map', 'Order Total='];
    await part(1, 2, ...wrong);
    expect(await part(2, 2)).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('another mapping'),
    });
    rmSync(partFile(1));
    rmSync(`${partFile(1)}.ledger`);
    await part(1, 2, '--map', 'ip=billing.country');
    expect((await part(2, 2)).code).toBe(0);
    expect((await part(1, 2)).code).toBe(0);
    expect((await merge(2)).code).toBe(0);
  });

  test('go on as the part that they were', async () => {
    await part(1, 2, '--price', '1', '--budget', '3');
    for (const flags of [[], ['--part', '2/2'], ['--part', '1/3']]) {
      const ran = await world.batch('--out', partFile(1), '--resume', ...flags);
      expect(ran).toMatchObject({ code: 2, stderr: expect.stringContaining('was --part 1/2') });
    }
    expect((await part(1, 2, '--start-or-resume')).code).toBe(0);
  });

  test('start or resume with one command, as a scheduler restarts it', async () => {
    for (const budget of ['10', '20', '1000']) {
      for (const index of [1, 2]) {
        const ran = await part(index, 2, '--start-or-resume', '--price', '1', '--budget', budget);
        expect(doubtfulRows(ran.stderr)).toStrictEqual([]);
      }
    }
    expect((await merge(2)).code).toBe(0);
    expect(world.server.billed.size).toBe(rows);
    expect(world.twice()).toStrictEqual([]);
  });
});
