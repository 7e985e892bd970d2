import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { existsSync, linkSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { styleOf } from '../../src/output/style.ts';
import { analyze, type Analysis } from '../../src/thresholds/analysis.ts';
import { assumptionsOf } from '../../src/thresholds/flags.ts';
import { join as joinFiles } from '../../src/thresholds/join.ts';
import { terminalText } from '../../src/thresholds/terminal.ts';
import {
  ordersOf,
  thresholds,
  type TestOrder,
  writeLabels,
  writeResults,
  written,
} from './files.ts';

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-thresholds-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

async function analyzed(args: readonly string[]): Promise<Analysis> {
  const ran = await thresholds([...args, '--json']);
  if (ran.code !== 0) throw new Error(ran.stderr);
  return JSON.parse(ran.stdout) as Analysis;
}

function files(orders: readonly TestOrder[]): string[] {
  return [
    writeResults(folder, orders),
    '--labels',
    writeLabels(folder, orders),
    '--outcome',
    'Outcome',
  ];
}

const costs = [
  ...[
    '--chargeback-fee',
    '20',
    '--margin',
    '30%',
    '--review-cost',
    '4',
    '--review-accuracy',
    '0.9',
  ],
  ...['--lost-customer', '10'],
];

describe('minfraud thresholds', () => {
  test('says for each cut what it stops, and what that is worth', async () => {
    const order = (id: string, riskScore: number, outcome: string, amount: number): TestOrder => ({
      ...{ id, riskScore, outcome, amount, currency: 'EUR', country: 'DE', time: '2026-03-01' },
    });
    const orders = [
      ...[order('a', 90, 'chargeback', 100), order('b', 60, 'paid', 50)],
      ...[order('c', 60, 'chargeback', 10), order('d', 1, 'paid', 1000)],
    ];
    const { cuts, frauds, orders: counts } = await analyzed([...files(orders), ...costs]);
    expect(counts).toMatchObject({
      joined: 4,
      withoutScore: 0,
      withoutLabel: 0,
      doubled: 0,
      young: 0,
    });
    expect(frauds).toBe(2);
    const at = (cut: number) => cuts.find((one) => one.cut === cut);
    expect(at(60)).toMatchObject({
      ...{ orders: 3, amount: 160, fraudCaught: 2, fraudCaughtAmount: 110 },
      ...{ goodLost: 1, goodLostAmount: 50, precision: 2 / 3, recall: [expect.any(Number), 1, 1] },
      // 110 × 0.7 + 2 × 20 saved, 50 × 0.3 + 10 lost.
      money: [expect.any(Number), 92, expect.any(Number)],
    });
    expect(at(61)).toMatchObject({
      orders: 1,
      money: [expect.any(Number), 90, expect.any(Number)],
    });
    expect(at(91)).toMatchObject({ orders: 0, precision: null, money: [0, 0, 0] });
  });

  test('recommends the cuts that the closed form has, and judges them on newer orders', async () => {
    const { recommended, chosenOn, judgedOn, reason } = await analyzed([
      ...files(ordersOf(6000)),
      ...costs,
    ]);
    expect(recommended?.reviewRange[0]).toBeLessThanOrEqual(10.3 + 1);
    expect(recommended?.reviewRange[1]).toBeGreaterThanOrEqual(10.3 - 1);
    expect(recommended?.declineRange[0]).toBeLessThanOrEqual(69.6 + 1);
    expect(recommended?.declineRange[1]).toBeGreaterThanOrEqual(69.6 - 1);
    expect([chosenOn.orders, judgedOn.orders]).toStrictEqual([4000, 2000]);
    expect(String(chosenOn.to) < String(judgedOn.from)).toBe(true);
    expect(recommended?.money[0]).toBeGreaterThan(0);
    expect(reason).toMatch(/^Chosen on the older orders/);
  });

  test('tells older from newer by the time, in whatever order the files are', async () => {
    const orders = ordersOf(900);
    const forward = await analyzed(files(orders));
    const backward = await analyzed(files([...orders].reverse()));
    expect(backward.chosenOn).toStrictEqual(forward.chosenOn);
    expect(backward.recommended).toMatchObject({ review: forward.recommended?.review });
  });

  test('tells them apart by rows where all orders have one time, and never calls an older one newer', async () => {
    const orders = ordersOf(900);
    const same = orders.map((one) => ({ ...one, time: '2026-03-01' }));
    expect(await analyzed(files(same))).toMatchObject({
      splitBy: 'row',
      chosenOn: { orders: 600 },
    });
    // Most orders have the last time, and stand first in the file.
    const moved = orders.map((one, at) => (at < 300 ? one : { ...one, time: '2026-06-30' }));
    const { splitBy, chosenOn, judgedOn } = await analyzed(files(moved.reverse()));
    expect([splitBy, chosenOn.orders, judgedOn.orders]).toStrictEqual(['time', 300, 600]);
    expect(String(chosenOn.to) < String(judgedOn.from)).toBe(true);
  });

  test('keeps to what people can review', async () => {
    const some = await analyzed([...files(ordersOf(1200)), ...costs, '--reviews-per-day', '1']);
    const { chosenOn, cuts } = some;
    expect(chosenOn.days).toBe(120);
    const { review = 0, decline = 0 } = some.recommended ?? {};
    const at = (cut: number): number => cuts.find((one) => one.cut === cut)?.orders ?? 0;
    expect(at(review) - at(decline)).toBeLessThan(240);
    const none = await analyzed([...files(ordersOf(1200)), ...costs, '--reviews-per-day', '0']);
    expect(none.recommended?.review).toBe(none.recommended?.decline);
  });

  test('compares the policy of today on the same orders', async () => {
    const { current, recommended } = await analyzed([
      ...files(ordersOf(3000)),
      ...[...costs, '--current-review', '2', '--current-decline', '3.25'],
    ]);
    expect(current).toMatchObject({ review: 2, decline: 3.25 });
    const [low, value] = current?.difference ?? [];
    expect(value).toBeCloseTo((recommended?.money[1] ?? 0) - (current?.money[1] ?? 0), 1);
    expect(low).toBeGreaterThan(0);
  });

  test('says what the policy of today is worth also where it can recommend none', async () => {
    const shown = async (orders: readonly TestOrder[]): Promise<string> => {
      const { stdout } = await thresholds([...files(orders), '--current-decline', '50']);
      return stdout.replace(/\s+/g, ' ');
    };
    const few = ordersOf(300, { outcome: 'paid' }).map((one, at) =>
      at % 30 === 0 ? { ...one, outcome: 'chargeback' } : one,
    );
    const today = "Today's cuts (review from 50, decline from 50) would have been worth -";
    expect(await shown(few)).toContain(today);
    const good = few.map((one, at) =>
      at % 6 === 0 ? { ...one, riskScore: 1, outcome: 'chargeback' } : { ...one, outcome: 'paid' },
    );
    const said = await shown(good.map((one) => ({ ...one, riskScore: one.riskScore + 0.5 })));
    expect(said).toContain(today);
  });

  test('shares the time of reviewers between segments', async () => {
    const orders = ordersOf(2400);
    const args = [...files(orders), ...costs, '--reviews-per-day', '2', '--by', 'Country'];
    const { segments, chosenOn } = await analyzed(args);
    const older = orders.slice(0, chosenOn.orders);
    const looked = segments.map(({ value, recommended }) => {
      const { review = 0, decline = 0 } = recommended ?? {};
      return older.filter(
        ({ country, riskScore }) => country === value && riskScore >= review && riskScore < decline,
      ).length;
    });
    expect(looked.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(
      2 * (chosenOn.days ?? 0),
    );
    expect(Math.min(...looked)).toBeGreaterThan(0);
  });

  test('looks at each segment that is large enough, and says which are not', async () => {
    const orders = ordersOf(1500).map((one, at) =>
      at % 50 === 0 ? { ...one, country: 'MT' } : one,
    );
    const { segments } = await analyzed([...files(orders), '--by', 'Country']);
    expect(segments.map(({ value, recommended }) => [value, recommended !== null])).toStrictEqual([
      ...[
        ['DE', true],
        ['FR', true],
        ['MT', false],
      ],
    ]);
    expect(segments[2]?.reason).toMatch(/too few to choose cuts/);
    const { stdout } = await thresholds([...files(orders), '--by', 'Country']);
    const { review, reviewRange, decline, declineRange } = segments[0]?.recommended ?? {};
    const shown = (cut = 0, [low = 0, high = 0]: readonly number[] = []): string =>
      `${cut} (${low} to ${high === 100 ? 'none' : high})`;
    expect(stdout).toMatch(/DE +\d+ +\d+ .*\(/);
    expect(stdout).toContain(shown(review, reviewRange));
    expect(stdout).toContain(shown(decline, declineRange));
    expect(segments.reduce((sum, one) => sum + one.orders, 0)).toBe(1500);
  });

  test('gives the same result for the same files', async () => {
    const args = files(ordersOf(600));
    expect(await analyzed(args)).toStrictEqual(await analyzed(args));
  });
});

describe('the limits of what can be told', () => {
  test('12 frauds: the table, no recommendation, and how many orders it would take', async () => {
    const orders = ordersOf(600, { riskScore: 40, outcome: 'paid' }).map((one, at) =>
      at % 50 === 0 ? { ...one, outcome: 'chargeback', riskScore: 80 } : one,
    );
    const analysis = await analyzed(files(orders));
    expect(analysis.recommended).toBeNull();
    expect(analysis.reason).toBe(
      '12 frauds in 600 orders are too few to choose cuts: with fewer than 30, the result would be chance. At this rate about 1,500 orders would hold 30.',
    );
    expect(analysis.cuts.find(({ cut }) => cut === 80)).toMatchObject({ fraudCaught: 12 });
    const policy = join(folder, 'policy.json');
    const ran = await thresholds([...files(orders), '--policy', policy]);
    expect([ran.code, existsSync(policy)]).toStrictEqual([1, false]);
    expect(ran.stdout).toContain('No recommendation. 12 frauds in 600 orders');
  });

  test('young labels are left out, and that is said', async () => {
    const orders = ordersOf(90);
    const args = [...files(orders), '--as-of', '2026-08-29'];
    const { orders: counts, assumptions } = await analyzed(args);
    const limit = Date.parse('2026-08-29T23:59:59.999Z') - 120 * 86_400_000;
    const young = orders.filter(({ time }) => Date.parse(time) > limit).length;
    expect(counts).toMatchObject({ joined: 90, young, used: 90 - young });
    expect(young).toBeGreaterThan(10);
    expect(assumptions.matureDays).toBe(120);
    const { stdout } = await thresholds(args);
    expect(stdout.replace(/\s+/g, ' ')).toContain(
      `${young} orders from the last 120 days before 2026-08-29 are left out: chargebacks come late`,
    );
    expect(await analyzed([...args, '--mature-days', '0'])).toMatchObject({ orders: { young: 0 } });
  });

  test('orders that are all young are nothing to tell', async () => {
    const { code, stderr } = await thresholds([...files(ordersOf(50)), '--as-of', '2026-01-20']);
    expect(code).toBe(1);
    expect(stderr).toContain('50 orders are younger than 120 days');
    expect(stderr).toContain('--mature-days 0');
  });

  test('guesses of costs are not those of every currency', async () => {
    const said = async (currency: string, more: readonly string[] = []): Promise<string> => {
      const { stdout } = await thresholds([...files(ordersOf(90, { currency })), ...more]);
      return stdout.replace(/\s+/g, ' ');
    };
    const note = 'For JPY, give --chargeback-fee and --review-cost.';
    expect(await said('JPY')).toContain(note);
    expect(await said('EUR')).not.toContain('numbers for euros or dollars');
    const given = ['--chargeback-fee', '1500', '--review-cost', '300'];
    expect(await said('JPY', given)).not.toContain(note);
  });

  test('a day that cannot be read', async () => {
    const { code, stderr } = await thresholds([...files(ordersOf(9)), '--as-of', 'yesterday']);
    expect([code, stderr]).toStrictEqual([2, expect.stringContaining('--as-of must be a day')]);
    expect(stderr).not.toContain('--time');
  });

  test('a list of chargebacks whose other orders cannot be used is not told to say so again', async () => {
    const orders = ordersOf(40);
    const labels = written(folder, 'c.csv', [
      'Order ID,Outcome,Currency',
      'order-1,chargeback,EUR',
    ]);
    const args = ['--labels', labels, '--outcome', 'Outcome', '--unlabeled-good'];
    const only = [...args, '--order-value', '9', '--only-currency', 'EUR'];
    const { code, stderr } = await thresholds([writeResults(folder, orders), ...only]);
    expect([code, stderr]).toStrictEqual([1, expect.stringContaining('all of the 1 orders')]);
    expect(stderr).not.toContain('add --unlabeled-good');
  });

  test('two currencies are not added up', async () => {
    const orders = ordersOf(90).map((one, at) => (at < 30 ? { ...one, currency: 'usd' } : one));
    const { code, stderr, stdout } = await thresholds(files(orders));
    expect([code, stdout]).toStrictEqual([2, '']);
    expect(stderr).toContain('EUR (60 orders), USD (30 orders)');
    expect(stderr).toContain('--only-currency EUR');
    const one = await analyzed([...files(orders), '--only-currency', 'eur']);
    expect(one.orders).toMatchObject({ used: 60, otherCurrency: 30 });
    expect(one.assumptions.currency).toBe('EUR');
  });

  test.each([
    ['paid', 'none of the 40 orders is a fraud'],
    ['chargeback', 'all of the 40 orders are frauds'],
  ])('only %s: a clear error', async (outcome, said) => {
    const { code, stderr } = await thresholds(files(ordersOf(40, { outcome })));
    expect(code).toBe(1);
    expect(stderr).toContain(said);
  });

  test('declined orders have no outcome: they are left out, with what to do about it', async () => {
    const orders = ordersOf(100).map((one, at) =>
      at < 20 ? { ...one, outcome: 'Declined' } : one,
    );
    expect((await analyzed(files(orders))).orders).toMatchObject({ declined: 20, joined: 80 });
    const { stdout } = await thresholds(files(orders));
    expect(stdout.replace(/\s+/g, ' ')).toContain('let a small random share of such orders');
  });

  test('a day’s reviews cannot be told from orders without a time', async () => {
    const orders = ordersOf(100);
    const labels = written(folder, 'bare.csv', [
      'row,outcome,amount',
      ...orders.map(({ outcome }, at) => `${at + 1},${outcome},80`),
    ]);
    const results = writeResults(folder, orders);
    const args = [results, '--labels', labels, '--outcome', 'outcome'];
    const { code, stderr } = await thresholds([...args, '--reviews-per-day', '5']);
    expect(code).toBe(2);
    expect(stderr).toContain('--time');
    expect(await analyzed(args)).toMatchObject({ splitBy: 'row', orders: { joined: 100 } });
    expect((await thresholds(args)).stdout.replace(/\s+/g, ' ')).toContain(
      'later rows count as newer',
    );
  });
});

describe('what is written', () => {
  test('a policy holds the cuts, what they were chosen and judged on, and when', async () => {
    const policy = join(folder, 'policy.json');
    const args = [...files(ordersOf(1500)), '--policy', policy, '--json'];
    const { stdout, stderr } = await thresholds(args);
    expect(stderr).toContain(`Policy: ${policy}\n`);
    const analysis = JSON.parse(stdout) as Analysis;
    const found = JSON.parse(readFileSync(policy, 'utf8')) as object;
    expect(found).toMatchObject({
      version: 1,
      review: analysis.recommended?.review,
      decline: analysis.recommended?.decline,
      made: expect.stringMatching(/^\d{4}-\d\d-\d\dT/),
      chosenOn: analysis.chosenOn,
      judgedOn: { ...analysis.judgedOn, money: analysis.recommended?.money },
      assumptions: analysis.assumptions,
    });
  });

  test.each([
    ['all', () => true, 'the scores:'],
    ['one', (line: number) => line === 700, '1 of the scores:'],
  ])('no policy from scores of an emulator: %s', async (_, isMadeUp, which) => {
    const policy = join(folder, 'policy.json');
    const args = files(ordersOf(1500));
    const lines = readFileSync(String(args[0]), 'utf8').trim().split('\n');
    const marked = lines.map((line, at) =>
      isMadeUp(at) ? line.replace('{', '{"emulator":true,') : line,
    );
    const results = written(folder, 'made-up.ndjson', marked);
    const ran = await thresholds([results, ...args.slice(1), '--policy', policy]);
    expect([ran.code, existsSync(policy)]).toStrictEqual([1, false]);
    expect(ran.stdout).toContain('made up');
    expect(ran.stderr).toContain(`an emulator made up ${which}`);
  });

  test('never over what is read, also by another name', async () => {
    const args = files(ordersOf(100));
    const labels = String(args[2]);
    const link = join(folder, 'link.json');
    linkSync(labels, link);
    for (const to of [labels, link]) {
      const { code, stderr } = await thresholds([...args, '--policy', to]);
      expect(code).toBe(2);
      expect(stderr).toContain('--labels and --policy would be the same file');
    }
    const same = join(folder, 'same');
    expect((await thresholds([...args, '--policy', same, '--html', same])).code).toBe(2);
    expect(readFileSync(labels, 'utf8')).toMatch(/^Order ID,/);
    const notes = written(folder, 'notes.json', ['{"mine": true}']);
    for (const flag of ['--policy', '--html']) {
      const { code, stderr } = await thresholds([...args, flag, notes]);
      expect([code, stderr]).toStrictEqual([2, expect.stringContaining('already exists')]);
    }
  });
});

describe('in a terminal', () => {
  test('no line is wider than it, and the widest table that fits is shown', async () => {
    const args = [...files(ordersOf(1200)), '--by', 'Country', '--current-decline', '50'];
    const [results = '', , labels] = args;
    const flags = { labels, outcome: 'Outcome', by: 'Country', 'current-decline': 50 };
    const joined = await joinFiles([results], flags, Infinity);
    const assumptions = assumptionsOf(flags, new Date('2026-11-15'));
    const analysis = analyze(joined, assumptions, { decline: 50 });
    const style = styleOf({ write: () => undefined }, {});
    for (const width of [40, 60, 80, 100, 120]) {
      const shown = terminalText(analysis, joined, { ...style, width });
      expect(shown.split('\n').filter((line) => line.length > width)).toStrictEqual([]);
      const caught = width < 72 ? 'of frauds' : 'of all frauds';
      for (const part of ['Assumptions', 'Recommendation', caught, 'Segments']) {
        expect(shown).toContain(part);
      }
      expect(shown.indexOf('assumed')).toBeLessThan(shown.indexOf('Recommendation'));
    }
  });

  test('is as wide as the terminal is', async () => {
    const world = { columns: 50, isTTY: true, env: { NO_COLOR: '1' } };
    const { stdout } = await thresholds(files(ordersOf(90)), world);
    const widths = stdout.split('\n').map((line) => line.length);
    expect(Math.max(...widths)).toBeLessThanOrEqual(50);
    expect(Math.max(...widths)).toBeGreaterThan(44);
  });

  test('shows what customers typed as text', async () => {
    const orders = ordersOf(90).map((one) => ({ ...one, country: '\u001b[31mX' }));
    const { stdout } = await thresholds([...files(orders), '--by', 'Country']);
    expect(stdout).not.toContain('\u001b');
  });
});
