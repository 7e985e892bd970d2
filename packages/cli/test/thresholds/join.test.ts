import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join as pathOf } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type ThresholdsFlags } from '../../src/thresholds/flags.ts';
import { joinLines } from '../../src/thresholds/advice.ts';
import { join, type Joined } from '../../src/thresholds/join.ts';
import { forEachRecord, openRecords, readerOf } from '../../src/thresholds/read-records.ts';
import { written } from './files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(pathOf(tmpdir(), 'minfraud-join-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const result = (row: number, id: string, riskScore?: number, more: object = {}): string =>
  JSON.stringify({
    ...{ row, line: row + 1, transactionId: id },
    ...(riskScore === undefined
      ? { error: { code: 'REQUEST_INVALID', status: 400, message: '' } }
      : { result: { id: `m-${row}`, riskScore, warnings: [] } }),
    ...more,
  });

async function joined(
  results: readonly string[],
  labels: readonly string[] | undefined,
  flags: ThresholdsFlags = {},
  name = 'labels.csv',
): Promise<Joined> {
  const paths = [written(folder, 'results.ndjson', results)];
  const file = labels === undefined ? undefined : written(folder, name, labels);
  return join(paths, { outcome: 'status', ...flags, labels: file }, Infinity);
}

const found = ({ orders }: Joined) =>
  [...orders].map(({ riskScore, isFraud, amount }) => [riskScore, isFraud, amount]);

describe('joining', () => {
  test('counts what meets and what is left over on each side, doubled, or without a score', async () => {
    const made = await joined(
      [result(1, 'a', 5), result(2, 'b', 9), result(3, 'b', 9), result(4, 'c'), result(5, 'z', 1)],
      [
        'order_id,status,total',
        'a,paid,10',
        'b,chargeback,20',
        'a,refunded,10',
        'c,paid,1',
        'y,paid,1',
      ],
    );
    expect(made.counts).toMatchObject({
      ...{ joined: 2, withoutScore: 1, withoutLabel: 1, doubled: 2, labelsWithoutResult: 2 },
    });
    expect(found(made)).toStrictEqual([
      [5, false, 10],
      [9, true, 20],
    ]);
  });

  test('reads CSV results, also parts, with IDs that a spreadsheet would run, and quoted cells', async () => {
    const head =
      'row,line,transaction_id,risk_score,action,rule,ip_risk,country,id,warnings,emulator,error';
    const paths = [
      written(folder, '1.csv', [`${head},id`, `1,2,'-7,5.5,accept,,,DE,m,,,,"x, y"`]),
      written(folder, '2.csv', [`${head},id`, '2,3,b,60,reject,"a ""rule""",,US,m,,,,z']),
    ];
    const labels = written(folder, 'l.csv', [
      'Order ID;status;Total',
      '-7;paid;"1.234,50"',
      'b;fraud;49,95',
    ]);
    const made = await join(paths, { labels, outcome: 'status' }, Infinity);
    expect(found(made)).toStrictEqual([
      [5.5, false, 1234.5],
      [60, true, 49.95],
    ]);
    expect([...made.orders].map(({ action }) => action)).toStrictEqual(['accept', 'reject']);
  });

  test('counts the scores that an emulator made up, in both formats', async () => {
    const table = written(folder, 'r.csv', [
      'row,transaction_id,risk_score,emulator,error',
      ...['1,a,5,true,', '2,b,9,,'],
    ]);
    const lines = written(folder, 'r.ndjson', [
      ...[result(3, 'c', 5, { emulator: true }), result(4, 'd', 7)],
    ]);
    const labels = written(folder, 'l.csv', [
      ...['order_id,status,total', 'a,paid,1', 'b,fraud,1', 'c,paid,1', 'd,paid,1'],
    ]);
    const made = await join([table, lines], { labels, outcome: 'status' }, Infinity);
    expect(made.counts).toMatchObject({ joined: 4, madeUp: 2 });
    expect(joinLines(made)[0]).toBe(
      '2 of 4 scores are made up: they come from an emulator, and say nothing about the orders.',
    );
  });

  test('takes outcome, amount and time from kept columns', async () => {
    const kept = (status: string, total: string) => ({
      kept: { status, total, date: '2026-01-02' },
    });
    const made = await joined(
      [result(1, 'a', 5, kept('paid', '10')), result(2, 'b', 9, kept('disputed', '20.5'))],
      undefined,
    );
    expect(found(made)).toStrictEqual([
      [5, false, 10],
      [9, true, 20.5],
    ]);
    expect(made.columns).toMatchObject({ amount: 'total', time: 'date' });
  });

  test('joins by a kept column that has the name of the ID', async () => {
    const made = await joined(
      [result(1, 'cart-1', 5, { kept: { Name: '#1001' } })],
      ['Name,status,Total', '#1001,fraud,10'],
    );
    expect(found(made)).toStrictEqual([[5, true, 10]]);
  });

  test('an attempt that failed says nothing of an order that was paid later', async () => {
    const made = await joined(
      [result(1, 'a', 5), result(2, 'b', 9), result(3, 'c', 7)],
      ...[
        [
          ...['Order ID,status,Total', 'a,failed,70', 'a,succeeded,70', 'b,failed,20'],
          ...['b,chargeback,20', 'c,failed,9', 'c,,'],
        ],
      ],
    );
    expect(found(made)).toStrictEqual([
      [5, false, 70],
      [9, true, 20],
    ]);
    expect(made.counts.declined).toBe(1);
  });

  test('line items repeat an order: its gravest word and its first amount count', async () => {
    const made = await joined(
      [result(1, 'a', 5)],
      [...['Name,status,Total', 'a,paid,70', 'a,,', 'a,chargeback,']],
    );
    expect(found(made)).toStrictEqual([[5, true, 70]]);
  });

  test('reads labels as NDJSON, with names inside of objects', async () => {
    const made = await joined(
      [result(1, 'a', 5)],
      ['{"order":{"id":"a","amount":12},"status":true}'],
      { id: 'order.id' },
      'labels.ndjson',
    );
    expect(found(made)).toStrictEqual([[5, true, 12]]);
  });

  test('a list of chargebacks alone: all others are good when that is said', async () => {
    const results = [result(1, 'a', 5), result(2, 'b', 9), result(3, 'b', 9)];
    const flags = { 'unlabeled-good': true, 'order-value': 60 };
    const made = await joined(results, ['order_id,status', 'a,chargeback'], flags);
    expect(found(made)).toStrictEqual([
      [5, true, 60],
      [9, false, 60],
    ]);
    expect(made.counts.doubled).toBe(1);
  });

  test('a list of chargebacks has no time, amount or segment of the other orders: the results do', async () => {
    const kept = (total: string, country: string) => ({
      kept: { total, country, date: '2026-01-02' },
    });
    const labels = [
      'order_id,status,amount,currency,date,country',
      'a,chargeback,25,EUR,2026-03-09,',
    ];
    const results = [result(1, 'a', 5, kept('10', 'DE')), result(2, 'b', 9, kept('20', 'FR'))];
    const flags = { 'unlabeled-good': true, by: 'country' };
    const made = await joined(results, labels, flags);
    const day = Date.UTC(2026, 0, 2);
    expect([...made.orders]).toMatchObject([
      { isFraud: true, amount: 10, time: day, segment: 'DE' },
      { isFraud: false, amount: 20, time: day, segment: 'FR' },
    ]);
    expect([made.currency, made.counts.withoutTime]).toStrictEqual(['EUR', 0]);
    const bare = [result(1, 'a', 5), result(2, 'b', 9)];
    await expect(joined(bare, labels, { 'unlabeled-good': true })).rejects.toThrow(
      /The results have no column with the order amount.*Score again with --keep COLUMN/,
    );
    const valued = await joined(bare, labels, { 'unlabeled-good': true, 'order-value': 60 });
    expect(found(valued)).toStrictEqual([
      [5, true, 60],
      [9, false, 60],
    ]);
    expect(valued.columns.time).toBeUndefined();
    const two = [...labels, 'b,chargeback,25,USD,2026-03-09,'];
    await expect(joined(bare, two, { 'unlabeled-good': true, 'order-value': 60 })).rejects.toThrow(
      /in 2 currencies/,
    );
  });

  test('what reviewers decided counts where there is no other outcome', async () => {
    const reviewed = written(folder, 'reviews.ndjson', [
      ...['{"minfraudId":"m-1","action":"reject"}', '{"minfraudId":"m-2","action":"reject"}'],
      ...['{"minfraudId":"m-2","action":"accept"}', '{"minfraudId":"m-3","action":"reject"}'],
    ]);
    const made = await joined(
      [result(1, 'a', 5), result(2, 'b', 9), result(3, 'c', 7)],
      ['order_id,status,total', 'a,pending,10', 'c,paid,10'],
      { reviewed, 'order-value': 10 },
    );
    expect(found(made)).toStrictEqual([
      [5, true, 10],
      [9, false, 10],
      [7, false, 10],
    ]);
    expect(made.reviewed).toBe(2);
  });
});

describe('outcomes', () => {
  const read = async (column: string, words: readonly string[], flags: ThresholdsFlags = {}) => {
    const results = words.map((_, at) => result(at + 1, `o${at}`, 50));
    const labels = [`order_id,total,${column}`, ...words.map((word, at) => `o${at},1,${word}`)];
    const { orders, counts } = await joined(results, labels, { ...flags, outcome: column });
    return { ...counts, frauds: [...orders].filter(({ isFraud }) => isFraud).length };
  };

  test('are known in the words of shops and payment systems', async () => {
    const fraud = ['chargeback', 'Charged Back', 'DISPUTED', 'fraudulent', '1', 'true', 'yes'];
    const good = ['paid', 'refunded', 'Partially refunded', '0', 'false', 'no', 'not-fraud'];
    expect(await read('outcome', [...fraud, ...good])).toMatchObject({ joined: 14, frauds: 7 });
    expect(await read('outcome', ['pending', '', 'Declined'])).toMatchObject({
      ...{ withoutOutcome: 2, declined: 1, joined: 0 },
    });
  });

  test.each([
    ['Adyen', ['Chargeback', 'SecondChargeback'], ['SentForSettle', 'ChargebackReversed']],
    ['WooCommerce', [], ['wc-completed', 'wc-refunded']],
    ['Braintree', [], ['submitted_for_settlement', 'Settling']],
    ['Magento', ['fraud'], ['complete', 'closed']],
    ['BigCommerce', ['Disputed'], ['Awaiting Shipment', 'Partially Shipped']],
  ])('are known as %s writes them', async (_, fraud, good) => {
    expect(await read('status', [...fraud, ...good])).toMatchObject({
      ...{ joined: fraud.length + good.length, frauds: fraud.length },
    });
  });

  test('that stopped an order, or are none yet, as payment systems write them', async () => {
    const words = ['Refused', 'processor_declined', 'gateway_rejected', 'wc-failed'];
    const none = ['Authorised', 'wc-on-hold', 'Requires confirmation', 'payment_review'];
    expect(await read('status', [...words, ...none])).toMatchObject({
      ...{ declined: 4, withoutOutcome: 4, joined: 0 },
    });
  });

  test('of disputes that are open count, and inquiries do not', async () => {
    const open = ['needs_response', 'under_review', 'warning_closed', 'warning_under_review'];
    expect(await read('Dispute Status', open)).toMatchObject({
      ...{ joined: 3, frauds: 2, withoutOutcome: 1 },
    });
    await expect(read('status', ['under_review'])).rejects.toThrow(/mean neither fraud nor good/);
  });

  test('that are dates or amounts are named by what they are', async () => {
    const dates = ['2026-01-05', '2026-01-06', ''];
    for (const [column, words, said] of [
      ['dispute_date', dates, 'fraud = (a date) (2); good = (empty) (1)'],
      ['disputed_amount', ['5', '6', '0.00'], 'fraud = (an amount) (2); good = 0.00 (1)'],
    ] as const) {
      const made = await joined(
        words.map((_, at) => result(at + 1, `o${at}`, 50)),
        [`order_id,total,${column}`, ...words.map((word, at) => `o${at},1,${word}`)],
        { outcome: column },
      );
      expect(joinLines(made).at(-1)).toBe(`Outcomes read as: ${said}.`);
    }
  });

  test('cannot color what a terminal shows', async () => {
    const made = await joined([result(1, 'a', 5)], ['order_id,total,status', 'a,1,\u001b[31mbad'], {
      fraud: ['\u001b[31mbad'],
    });
    expect(joinLines(made).at(-1)).toBe('Outcomes read as: fraud = \ufffd[31mbad (1).');
  });

  test.each([
    ['Dispute Date (UTC)', '2026-01-05 10:00:00', ''],
    ['Dispute Reason', 'fraudulent', ''],
    ['Disputed Amount', '49.95', '0.00'],
    ['Dispute Status', 'lost', 'won'],
    ['chargeback_at', '2026-01-05', ''],
  ])('of the column "%s": %s is fraud, "%s" is good', async (column, fraud, good) => {
    expect(await read(column, [fraud, good])).toMatchObject({ joined: 2, frauds: 1 });
  });

  test('that are not known stop the run, with their words and what to say', async () => {
    const words = ['paid', 'escalated', 'escalated', 'on review'];
    await expect(read('outcome', words)).rejects.toMatchObject({
      exitCode: 2,
      message: expect.stringMatching(
        /"escalated" \(2\), "on review" \(1\).*--fraud escalated, --good escalated, or --ignore/,
      ),
    });
    const numbers = Array.from({ length: 30 }, (_, at) => `${at + 2}`);
    await expect(read('outcome', numbers)).rejects.toThrow(/22 more.*in another column\?$/);
    const said = { fraud: ['Escalated'], ignore: ['on_review'] };
    expect(await read('outcome', words, said)).toMatchObject({ joined: 3, frauds: 2 });
  });

  test('a refund is fraud only when the user says so', async () => {
    expect(await read('outcome', ['refunded'])).toMatchObject({ frauds: 0 });
    expect(await read('outcome', ['refunded'], { fraud: ['refunded'] })).toMatchObject({
      frauds: 1,
    });
  });
});

describe('what cannot be read for certain', () => {
  const labels = (...rows: readonly string[]) => ['order_id,status,total,date', ...rows];

  test.each([
    ['a,paid,"1,234",', /"1,234" can be read in two ways\. Use --decimal/],
    ['a,paid,abc,', /labels\.csv, line 2: total "abc" is not an amount/],
    ['a,paid,-5,', /line 2: total "-5" is negative. Remove the lines of refunds/],
    ['a,paid,(5.00),', /"\(5\.00\)" is negative/],
    ['a,paid,5,03/04/2026', /"03\/04\/2026" is not an unambiguous time/],
    ['a,paid', /row that ends in line 2 has 2 cells, and the header has 4/],
    ['a,"paid,5,', /a quote is opened and not closed/],
  ])('%s', async (row, said) => {
    await expect(joined([result(1, 'a', 5)], labels(row))).rejects.toThrow(said);
  });

  test('a decimal comma is taken where it is said', async () => {
    const made = await joined([result(1, 'a', 5)], labels('a,paid,"1,234",2026-01-01'), {
      decimal: ',',
    });
    expect(found(made)).toStrictEqual([[5, false, 1.234]]);
  });

  test('labels of other orders, or with other columns', async () => {
    const one = [result(1, 'a', 5)];
    await expect(joined(one, labels('b,paid,5,'))).rejects.toThrow(/No order ID of the results/);
    await expect(joined(one, labels('a,paid,5,'), { outcome: 'stats' })).rejects.toThrow(
      '--outcome: there is no column "stats". Did you mean "status"?',
    );
    await expect(joined(one, ['order_id,status', 'a,paid'])).rejects.toThrow(/--amount COLUMN/);
  });

  test('an outcome that was not kept: with what to do', async () => {
    await expect(
      joined([result(1, 'a', 5)], undefined, { outcome: 'Order status' }),
    ).rejects.toThrow(
      '--outcome: the results have no column "Order status". Score again with --keep "Order status", or give --labels FILE.',
    );
  });

  test('segments of which each is one order', async () => {
    const ids = Array.from({ length: 10_001 }, (_, at) => `o${at}`);
    const results = ids.map((id, at) => result(at + 1, id, 5));
    const rows = ids.map((id) => `${id},paid,5,${id}@example.com`);
    const head = 'order_id,status,total,email';
    await expect(joined(results, [head, ...rows], { by: 'email' })).rejects.toThrow(
      '--by: the column "email" has more than 10,000 different values.',
    );
    const made = await joined(results.slice(1), [head, ...rows], { by: 'email' });
    expect(made.orders.length).toBe(10_000);
  });

  test('files that hold no results', async () => {
    const flags = { labels: written(folder, 'l.csv', ['order_id,status,total', 'a,paid,5']) };
    const other = written(folder, 'o.csv', ['a,b', '1,2']);
    await expect(join([other], flags, Infinity)).rejects.toThrow(/has no results of/);
  });

  const bytesOf = {
    'Latin-1': [(text: string) => Buffer.from(text, 'latin1'), /is not UTF-8: see line \d, char/],
    gzip: [(text: string) => gzipSync(text), /is compressed with gzip/],
    'UTF-16 without a mark': [(text: string) => Buffer.from(text, 'utf16le'), /looks like UTF-16/],
  } as const;
  const files = {
    results: `${result(1, 'bestellung-\u00fc', 5)}\n`,
    labels: 'order_id,status,total\nbestellung-\u00fc,paid,5\n',
    reviews: '{"minfraudId":"m-1","action":"reject","note":"\u00fc"}\n',
  };
  const names = Object.keys(files) as (keyof typeof files)[];

  /** Joins with one of the files in other bytes. */
  async function joinedWith(
    other: keyof typeof files,
    bytes: (text: string) => Buffer,
  ): Promise<Joined> {
    const path = (name: keyof typeof files): string => {
      const at = pathOf(folder, name);
      writeFileSync(at, name === other ? bytes(files[name]) : files[name]);
      return at;
    };
    const [results, labels, reviewed] = [path('results'), path('labels'), path('reviews')];
    return join([results], { labels, reviewed, outcome: 'status' }, Infinity);
  }

  test.each(
    names.flatMap((name) => Object.entries(bytesOf).map((kind) => [name, ...kind] as const)),
  )('%s in %s', async (name, _, [bytes, said]) => {
    await expect(joinedWith(name, bytes)).rejects.toThrow(said);
  });

  test.each(names)('%s may be UTF-16, or UTF-8, with a byte order mark', async (name) => {
    for (const encoding of ['utf16le', 'utf8'] as const) {
      const made = await joinedWith(name, (text) => Buffer.from(`\ufeff${text}`, encoding));
      expect(found(made)).toStrictEqual([[5, false, 5]]);
    }
  });
});

describe('tables that other programs wrote', () => {
  test.each([
    ['2026-01-01 05:30:00+00', '2026-01-01T05:30:00Z'],
    ['2026-01-01 05:30:00.125-03', '2026-01-01T08:30:00.125Z'],
    ['2026-01-01 05:30:00 -0500', '2026-01-01T10:30:00Z'],
    ['1767225600', '2026-01-01T00:00:00Z'],
    ['2026-01-01', '2026-01-01T00:00:00Z'],
  ])('with the time %s', async (text, expected) => {
    const made = await joined(
      [result(1, 'a', 5)],
      ['order_id,status,total,date', `a,paid,1,${text}`],
    );
    expect([...made.orders][0]?.time).toBe(Date.parse(expected));
  });

  test('with all cells quoted, some, or none: a cell means the same', async () => {
    const cell = fc.oneof(
      fc.constantFrom('', 'paid', 'a,b', '"', '""', '","', 'x"y', ' z ', ',', 'two\nlines'),
      fc.string({ maxLength: 4 }).map((text) => text.replace(/[\r\0]/g, '')),
    );
    const row = fc.record({ note: cell, more: cell, quote: fc.constantFrom('all', 'needed') });
    const quoted = (text: string): string => `"${text.replaceAll('"', '""')}"`;
    const written = (text: string, quote: string): string =>
      quote === 'all' || /[",\n]/.test(text) || text !== text.trim() ? quoted(text) : text;
    await fc.assert(
      fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 8 }), async (rows) => {
        const path = pathOf(folder, 'q.csv');
        const lines = rows.map(({ note, more, quote }, at) =>
          [`o${at}`, note, more].map((text) => written(text, quote)).join(','),
        );
        writeFileSync(path, ['order_id,note,more', ...lines, ''].join('\n'));
        const file = await openRecords(path);
        const readers = file.columns.map((name) => readerOf(file, name));
        const read: (string | undefined)[][] = [];
        await forEachRecord(file, (record) => read.push(readers.map((reader) => reader?.(record))));
        expect(read).toStrictEqual(
          rows.map(({ note, more }, at) => [`o${at}`, note.trim(), more.trim()]),
        );
      }),
    );
  });
});

describe('tables that a spreadsheet wrote', () => {
  const rows = [
    ...['order_id;status;total;note', 'a;paid;1,50;"two\nlines"', '\u00e9;fraud;2,50;""""'],
    ...['c;paid;3,50;x', ''],
  ];

  test.each(['\n', '\r\n', '\r'])('with line ends %j, wherever the stream is cut', async (end) => {
    const filler = Array.from({ length: 12_000 }, (_, at) => `filler-${at};paid;1,00;\u6f22`);
    const text = ['sep=;', rows[0], ...filler, ...rows.slice(1)].join(end);
    const results = written(folder, 'r.ndjson', [
      ...[
        result(1, 'a', 5),
        result(2, '\u00e9', 9),
        result(3, 'c', 7),
        result(4, 'filler-11999', 1),
      ],
    ]);
    // The stream is read in pieces of 64 kB: with each of these, another byte stands where one ends.
    for (const padding of ['', 'x', 'xx']) {
      const labels = pathOf(folder, 'l.csv');
      writeFileSync(labels, text.replace('filler-0', `filler-0${padding}`));
      const made = await join([results], { labels, outcome: 'status', decimal: ',' }, Infinity);
      expect(found(made)).toStrictEqual([
        ...[[5, false, 1.5] as const, [9, true, 2.5] as const, [7, false, 3.5] as const],
        [1, false, 1],
      ]);
    }
  });
});
