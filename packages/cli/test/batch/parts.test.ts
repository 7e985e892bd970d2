import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DurableFile } from '../../src/batch/durable-file.ts';
import { createLedger, type Entry, openLedger } from '../../src/batch/ledger.ts';
import { linesOf } from '../../src/batch/lines.ts';
import { Money } from '../../src/batch/money.ts';
import { Pace } from '../../src/batch/pace.ts';
import { progressLine } from '../../src/batch/progress.ts';
import { formatOf } from '../../src/batch/result-format.ts';
import { rangesOf, RowSet } from '../../src/batch/row-set.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-parts-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

describe('a set of rows', () => {
  test('is a set of numbers', () => {
    const operation = fc.record({ add: fc.boolean(), row: fc.integer({ min: 0, max: 40_000 }) });
    fc.assert(
      fc.property(fc.array(operation), (operations) => {
        const rows = new RowSet();
        const model = new Set<number>();
        for (const { add, row } of operations) {
          if (add) rows.add(row);
          else rows.delete(row);
          if (add) model.add(row);
          else model.delete(row);
        }
        expect([...rows]).toStrictEqual([...model].sort((a, b) => a - b));
        expect(rows.size).toBe(model.size);
      }),
    );
  });

  test('is told in ranges', () => {
    expect(rangesOf([1, 2, 3, 7, 9, 10])).toBe('1-3, 7, 9-10');
    expect(rangesOf([])).toBe('');
  });
});

describe('lines', () => {
  test('are those of the text, wherever the stream is cut', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ unit: fc.constantFrom('a', 'é', '\n', '漢', '\r') }),
        fc.integer({ min: 1, max: 7 }),
        async (text, size) => {
          const bytes = Buffer.from(text);
          const chunks: Buffer[] = [];
          for (let at = 0; at < bytes.length; at += size)
            chunks.push(bytes.subarray(at, at + size));
          const found: string[] = [];
          let end = 0;
          async function* stream(): AsyncGenerator<Buffer> {
            await Promise.resolve();
            yield* chunks;
          }
          for await (const line of linesOf(stream())) {
            found.push(line.text + (line.isWhole ? '\n' : ''));
            expect(bytes.subarray(end, line.end).toString()).toBe(found.at(-1));
            end = line.end;
          }
          expect(found.join('')).toBe(text);
        },
      ),
    );
  });
});

describe('a durable file', () => {
  test('writes what comes together in one go, and in order', async () => {
    const path = join(folder, 'file');
    let groups = 0;
    const file = new DurableFile<number>(await open(path, 'w'), 0, (entries) => {
      groups++;
      return entries.map((entry) => `${entry}\n`).join('');
    });
    await Promise.all(Array.from({ length: 100 }, (_, at) => file.append(at)));
    expect(groups).toBe(1);
    await file.append(100);
    await file.close();
    const lines = readFileSync(path, 'utf8').trim().split('\n').map(Number);
    expect(lines).toStrictEqual(Array.from({ length: 101 }, (_, at) => at));
    expect(file.length).toBe(readFileSync(path).length);
  });

  test('fails for good once a write has failed', async () => {
    const path = join(folder, 'file');
    writeFileSync(path, '');
    const file = new DurableFile<string>(await open(path, 'r'), 0, (entries) => entries.join(''));
    await expect(file.append('a')).rejects.toMatchObject({ code: 'EBADF' });
    await expect(file.append('b')).rejects.toMatchObject({ code: 'EBADF' });
    await file.close();
  });
});

describe('the ledger', () => {
  const header = {
    version: 1,
    service: 'score',
    sha256: '',
    size: 1,
    rows: 9,
    mapping: { columns: [] },
  } as const;

  test('tells what was sent, from any end that a crash may leave', async () => {
    const path = join(folder, 'ledger');
    await createLedger(path, header);
    const { ledger } = await openLedger(path, () => 7);
    await Promise.all([ledger.sent(1), ledger.sent(2)]);
    await ledger.released(1);
    await ledger.sent(1);
    await ledger.doubt(2, 'TIMEOUT');
    await ledger.close();
    const whole = readFileSync(path);
    const starts = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    const expected = [[], [1, 2], [2], [1, 2], [1, 2]];
    for (let length = starts[0] ?? 0; length <= whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const { ledger: again, history } = await openLedger(path, () => 0);
      await again.close();
      const lines = starts.filter((start) => start <= length).length;
      expect([...history.sent]).toStrictEqual(expected[lines - 1]);
      expect(readFileSync(path)).toHaveLength(starts[lines - 1] ?? 0);
    }
    writeFileSync(path, whole);
    const { ledger: last, history } = await openLedger(path, () => 0);
    await last.close();
    expect(history).toMatchObject({ queries: 2, resultsLength: 7 });
    expect(history.doubts).toStrictEqual(new Map([[2, 'TIMEOUT' satisfies Entry['code']]]));
  });
});

describe('a table of results', () => {
  test('keeps a row in one line, and starts no formula', () => {
    const format = formatOf('results.csv');
    const line = format.encode({ row: 1, line: 2, transactionId: '=1+"1",\n2' });
    expect(line).toBe(`1,2,"'=1+""1"", 2",,,,,,,,\n`);
    expect(format.decode(line.trimEnd())).toMatchObject({ row: 1, transactionId: `'=1+"1", 2` });
    expect(format.decode('1,2,"open')).toBeUndefined();
    expect(format.decode(format.head.trimEnd())).toBeUndefined();
  });
});

describe('money', () => {
  test('is counted without rounding', () => {
    const money = new Money(0.1, 0.3, 0);
    expect([money.take(), money.take(), money.take(), money.take()]).toStrictEqual([
      true,
      true,
      true,
      false,
    ]);
    expect(money.spent).toBe(0.3);
    money.giveBack();
    expect(money.take()).toBe(true);
  });
});

describe('the pace', () => {
  test('is quiet as long as it was asked to, and ends when the run ends', async () => {
    const stop = new AbortController();
    const pace = new Pace(undefined, stop.signal);
    pace.quiet(0.2);
    expect(pace.isQuiet).toBe(true);
    const before = performance.now();
    await pace.turn();
    expect(performance.now() - before).toBeGreaterThan(190);
    pace.quiet(60);
    setTimeout(() => {
      stop.abort();
    }, 20);
    await pace.turn();
    expect(performance.now() - before).toBeLessThan(30_000);
  });
});

describe('progress', () => {
  const figures = {
    done: 50,
    total: 200,
    answers: 40,
    rejected: 1,
    doubtful: 2,
    refused: 0,
    warnings: 3,
    spent: 0.2,
  };

  test('tells rate, time left and money', () => {
    expect(progressLine(figures, 20)).toBe(
      '50 of 200 rows (25 %) · 2.0/s · 75 s left · at most $0.20 · 3 warnings · 1 reject · 2 in doubt',
    );
    expect(progressLine(figures, 20, 40)).toBe('50 of 200 rows (25 %) · 2.0/s · 1 reject');
  });
});
