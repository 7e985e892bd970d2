import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Clock } from '../../src/batch/clock.ts';
import { DurableFile } from '../../src/batch/durable-file.ts';
import { createLedger, openLedger } from '../../src/batch/ledger.ts';
import { readLedger } from '../../src/batch/ledger-lines.ts';
import { linesOf } from '../../src/batch/lines.ts';
import { dollars, Money } from '../../src/batch/money.ts';
import { longestQuiet, Pace } from '../../src/batch/pace.ts';
import { progressLine } from '../../src/batch/progress.ts';
import { formatOf } from '../../src/batch/result-format.ts';
import { rangesOf, RowSet } from '../../src/batch/row-set.ts';
import { runs } from '../../../../test/runs.ts';

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
    version: 2,
    service: 'score',
    input: 'orders.csv',
    size: 1,
    mapping: { columns: [] },
  } as const;

  test('tells what was sent, from any end that a crash may leave', async () => {
    const path = join(folder, 'ledger');
    await createLedger(path, header);
    const ledger = await openLedger(path, (await readLedger(path)).length, () => 7);
    ledger.begun();
    ledger.input(100, 'ab');
    await Promise.all([ledger.sent(1), ledger.sent(2)]);
    await ledger.released(1);
    await ledger.sent(1);
    await ledger.doubt(2, 'TIMEOUT');
    const end = { rows: 2, own: 2, rejected: 0, hash: 'cd' };
    await ledger.ended(end);
    ledger.begun();
    await ledger.close();
    const whole = readFileSync(path);
    const starts = [...whole.entries()].filter(([, byte]) => byte === 0x0a).map(([at]) => at + 1);
    const expected = [[], [1, 2], [2], [1, 2], [1, 2], [1, 2], [1, 2]];
    for (let length = starts[0] ?? 0; length <= whole.length; length++) {
      writeFileSync(path, whole.subarray(0, length));
      const history = await readLedger(path);
      await (await openLedger(path, history.length, () => 0)).close();
      const lines = starts.filter((start) => start <= length).length;
      expect([...history.sent]).toStrictEqual(expected[lines - 1]);
      expect([...history.input]).toStrictEqual(lines > 1 ? [[100, 'ab']] : []);
      // What begins again has not ended.
      expect(history.ended).toStrictEqual(lines === 6 ? end : undefined);
      expect(readFileSync(path)).toHaveLength(starts[lines - 1] ?? 0);
    }
    writeFileSync(path, whole);
    const history = await readLedger(path);
    expect(history).toMatchObject({ header, queries: 2, resultsLength: 7 });
    expect(history.doubts).toStrictEqual(new Map([[2, 'TIMEOUT']]));
  });
});

describe('a table of results', () => {
  test('keeps a row in one line, and starts no formula', () => {
    const format = formatOf('results.csv');
    const line = format.encode({ row: 1, line: 2, transactionId: '=1+"1",\n2' });
    expect(line).toBe(`1,2,"'=1+""1"", 2",,,,,,,,,\n`);
    expect(format.decode(line.trimEnd())).toMatchObject({ row: 1, transactionId: `=1+"1", 2` });
    expect(format.decode('1,2,"open')).toBeUndefined();
    expect(format.decode(format.head.trimEnd())).toBeUndefined();
  });

  test('gives back what it defused, wherever a spreadsheet would begin a cell', () => {
    const format = formatOf('results.csv', ['note']);
    const unit = fc.constantFrom(...Array.from(`=+-@'＝＋；;,|\t "a1 \u00a0`));
    fc.assert(
      fc.property(fc.string({ unit, maxLength: 12 }), (text) => {
        const line = format.encode({ row: 1, line: 2, transactionId: text, kept: { note: text } });
        expect(format.decode(line.slice(0, -1))?.transactionId ?? '').toBe(text);
        const [, cell = ''] = /^1,2,(.*),,,,,,,,,/.exec(line) ?? [];
        // Split as the spreadsheets of any country would.
        for (const start of cell
          .replace(/^"(.*)"$/, '$1')
          .replaceAll('""', '"')
          .split(/[;,|\t]/)) {
          expect(start).not.toMatch(/^[ \u00a0]*[=+\-@＝＋]/);
        }
      }),
      { numRuns: runs(500) },
    );
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

  test('is what was written, to the last decimal', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999_999_999 }), (millionths) => {
        const text = `${Math.floor(millionths / 1e6)}.${String(millionths % 1e6).padStart(6, '0')}`;
        const money = new Money(dollars(text), dollars(text), 0);
        // A budget of one price buys one.
        expect([money.take(), money.take()]).toStrictEqual([true, false]);
      }),
    );
  });

  test.each([
    ['0.0000004', /six decimal places/],
    ['0.0050001', /six decimal places/],
    ['0', /above 0/],
    ['0.000000', /above 0/],
    ['-1', /an amount in US dollars/],
    ['1e3', /an amount in US dollars/],
    ['0x10', /an amount in US dollars/],
    ['5,00', /an amount in US dollars/],
    ['', /an amount in US dollars/],
    ['.', /an amount in US dollars/],
  ])('that cannot be counted is refused: %s', (text, message) => {
    expect(() => dollars(text)).toThrow(message);
  });
});

/** A clock that moves only when someone sleeps. */
function handClock(): Clock & { at: number } {
  const clock = {
    at: 1000,
    now: () => clock.at,
    sleep: (milliseconds: number, signal: AbortSignal) => {
      if (!signal.aborted) clock.at += milliseconds;
      return Promise.resolve();
    },
  };
  return clock;
}

describe('the pace', () => {
  test('is quiet as long as it was asked to, and ends when the run ends', async () => {
    const stop = new AbortController();
    const clock = handClock();
    const pace = new Pace(undefined, stop.signal, clock);
    const began = pace.now;
    pace.quiet(20, began);
    expect(pace.isQuiet).toBe(true);
    await pace.turn();
    expect(pace.now - began).toBeGreaterThanOrEqual(20_000);
    pace.quiet(longestQuiet * 1000, pace.now);
    expect(pace.quietFor).toBe(longestQuiet);
    stop.abort();
    await pace.turn();
    expect(pace.quietFor).toBe(longestQuiet);
  });

  test('counts what was under way before a quiet to the same wave, and asks no sooner than its own wait', () => {
    const clock = handClock();
    const pace = new Pace(undefined, new AbortController().signal, clock);
    const sentAt = pace.now;
    const waves = Array.from({ length: 16 }, () => pace.quiet(0, sentAt));
    expect(new Set(waves)).toStrictEqual(new Set([1]));
    expect(pace.quietFor).toBeGreaterThanOrEqual(0.75);
    clock.at += 5000;
    expect(pace.quiet(0, sentAt)).toBe(1);
    expect(pace.isQuiet).toBe(false);
    expect(pace.quiet(0, pace.now)).toBe(2);
    expect(pace.quietFor).toBeGreaterThanOrEqual(1.5);
    pace.responded();
    clock.at += 5000;
    expect(pace.quiet(undefined, pace.now)).toBe(1);
  });

  test('sends no more in any second than the rate, however late the disk lets them go', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.double({ min: 0.3, max: 40, noNaN: true }),
        fc.array(fc.nat(400), { minLength: 30, maxLength: 60 }),
        async (rate, delays) => {
          const clock = handClock();
          const pace = new Pace(rate, new AbortController().signal, clock);
          const sent: number[] = [];
          for (const delay of delays) {
            await pace.turn();
            clock.at += delay;
            await pace.gate();
            sent.push(pace.now);
          }
          const most = Math.max(1, Math.floor(rate));
          for (const [at, time] of sent.entries()) {
            const before = sent[at - most];
            if (before !== undefined) {
              // Also as a server sees it, that gets one of them 20 ms later.
              expect(time - before).toBeGreaterThanOrEqual((most / rate) * 1000 + 20);
            }
          }
        },
      ),
    );
  });
});

describe('progress', () => {
  const figures = {
    done: 50,
    total: 200,
    responses: 40,
    rejected: 1,
    doubtful: 2,
    refused: 0,
    warnings: 3,
    spent: 0.2,
  };

  test('tells rate, time left and money', () => {
    expect(progressLine(figures, 20)).toBe(
      '50 of 200 rows (25%) · 2.0/s · 75 s left · at most $0.20 · 3 warnings · 1 with mistakes · 2 in doubt',
    );
    expect(progressLine(figures, 20, 39)).toBe('50 of 200 rows (25%) · 2.0/s');
    expect(progressLine({ ...figures, isEstimate: true, waiting: 7200 }, 20, 70)).toBe(
      '50 of about 200 rows (25%) · 2.0/s · waiting 2.0 h · at most $0.20',
    );
  });

  test('tells no rate of a run that had nothing left to do', () => {
    const none = { ...figures, rejected: 0, doubtful: 0, warnings: 0, spent: undefined };
    expect(progressLine({ ...none, done: 200, responses: 0 }, 1)).toBe('200 of 200 rows (100%)');
    expect(progressLine({ ...none, responses: 0 }, 1)).toBe('50 of 200 rows (25%) · 0.0/s');
  });
});
