import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { formatOf } from '../../src/batch/result-format.ts';
import { loadReport } from './report-module.ts';

const { writeReport } = loadReport();

let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'minfraud-report-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true });
});

const figures = {
  ...{ service: 'factors', done: 4, total: 5, responses: 4, rejected: 1, doubtful: 0, refused: 1 },
  ...{ warnings: 1, spent: 0.08 },
};

async function page(lines: readonly object[]): Promise<string> {
  const results = join(folder, 'results.ndjson');
  writeFileSync(results, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
  const file = join(folder, 'report.html');
  await writeReport(file, results, formatOf(results), figures);
  return readFileSync(file, 'utf8');
}

const result = (row: number, riskScore: number, more: object = {}): object => ({
  ...{ row, line: row + 1, transactionId: `order-${row}` },
  result: { riskScore, warnings: [], ...more },
});

describe('the report', () => {
  const notice = 'made up: they come from an emulator, and say nothing about the orders.';

  test('says on top and in its figures that scores are made up', async () => {
    const html = await page([1, 2].map((row) => ({ ...result(row, 50), emulator: true })));
    expect(html).toMatch(/<title>minFraud factors \(made up\)/);
    expect(html.indexOf(`These scores are ${notice}`)).toBeLessThan(html.indexOf('<main'));
    expect(html).toContain('<dt>Made up by an emulator</dt><dd>2</dd>');
    expect(html).toContain('>Risk scores (made up)</h2>');
    expect(html).toContain('>Riskiest rows (made up)</h2>');
    const mixed = await page([result(1, 50), { ...result(2, 50), emulator: true }]);
    expect(mixed).toContain(`1 of 2 scores are ${notice}`);
    expect(mixed).toContain('(partly made up)');
    // An emulator bills nothing.
    expect(html).not.toContain('<dt>Spent');
    expect(mixed).toContain('<dt>Spent, at most</dt>');
  });

  test('says nothing of that where none is', async () => {
    expect(await page([result(1, 50)])).not.toContain('made up');
  });

  test('counts scores, dispositions, countries, reasons and warnings', async () => {
    const reasons = [{ multiplier: 9, reasons: [{ code: 'ANONYMOUS_IP', reason: '' }] }];
    const html = await page([
      result(1, 1.5, {
        disposition: { action: 'accept' },
        ipAddress: { country: { isoCode: 'FR' } },
      }),
      result(2, 99, { disposition: { action: 'reject' }, riskScoreReasons: reasons }),
      result(3, 4.5, {
        disposition: { action: 'accept' },
        warnings: [{ code: 'IP_ADDRESS_NOT_FOUND' }],
      }),
      { row: 4, line: 5, error: { code: 'REQUEST_INVALID', status: 400, message: '' } },
    ]);
    expect(html).toContain('<dt>Mean risk score</dt><dd>35.00</dd>');
    expect(html).toContain('aria-label="0 to 5: 2 results"');
    expect(html).toContain('<tr><th scope="row">0 to 5</th><td>2</td></tr>');
    expect(html).toContain('<tr><th scope="row">95 to 100</th><td>1</td></tr>');
    expect(html).toMatch(/accept<\/th><td>2<\/td>/);
    expect(html).toContain('aria-label="accept: 2 (66.7%)"');
    expect(html).toMatch(/France \(FR\)<\/th><td>1<\/td><td>33.3%<\/td><td>1.50<\/td>/);
    expect(html).toContain('aria-label="France (FR): 1 result"');
    expect(html).toMatch(/ANONYMOUS_IP<\/th><td>1<\/td><td>0<\/td>/);
    expect(html).toContain('aria-label="ANONYMOUS_IP: raised 1 score"');
    expect(html).toMatch(/IP_ADDRESS_NOT_FOUND<\/th><td>1<\/td>/);
    expect(html).toMatch(
      /<th scope="row">2<\/th><td>99<\/td><td><span class="any">order-2<\/span><\/td><td>reject/,
    );
  });

  test('says what declining from a score would have stopped, and its amount where that was kept', async () => {
    const kept = (amount: string, currency = 'EUR') => ({ kept: { Amount: amount, currency } });
    const lines = [
      { ...result(1, 90), ...kept('100.50') },
      { ...result(2, 60), ...kept('1,000.25') },
      { ...result(3, 59.99), ...kept('7') },
    ];
    const html = await page(lines);
    expect(html).toContain('Declining from 60 would have stopped 2 orders, 1,101 EUR.');
    expect(html).toContain(
      '<tr><th scope="row">50</th><td>3</td><td>100.0%</td><td>1,108 EUR</td>',
    );
    expect(html).toMatch(/<a href="[^"]*docs\/thresholds.md">/);
    const mixed = await page([...lines, { ...result(4, 80), ...kept('5', 'USD') }]);
    expect(mixed).toContain('Declining from 60 would have stopped 3 orders.');
    expect(await page([result(1, 99)])).toContain('Declining from 60 would have stopped 1 order.');
  });

  test('asks for nothing from the network, and runs no script', async () => {
    const html = await page([result(1, 5)]);
    // The names of the SVG namespaces are no addresses to load from, and a link waits for a click.
    const text = html.replaceAll(/xmlns(:xlink)?="[^"]*"|<a href="[^"]*"/g, '');
    expect(text).not.toMatch(/<script|https?:\/\/|src=|@import|url\(/);
    expect(html).toContain("default-src 'none'");
  });

  test('shows what customers typed as text', async () => {
    const html = await page([
      {
        row: 1,
        line: 2,
        transactionId: '<img onerror=x>',
        result: { riskScore: 50, warnings: [], disposition: { action: '"><b>' } },
      },
    ]);
    expect(html).toContain('&lt;img onerror=x&gt;');
    expect(html).not.toMatch(/<img|"><b>/);
  });

  test('says so where there is nothing to draw', async () => {
    const html = await page([]);
    expect(html).toContain('<dt>Results</dt><dd>0</dd>');
    expect(html).toContain('results of Score have no country');
    expect(html).toContain('only results of Factors, kept as NDJSON, have reasons');
  });

  test('shows a place that has no outline as a circle, and one that is not on the map by name', async () => {
    const at = (isoCode: string): object => ({ ipAddress: { country: { isoCode } } });
    const html = await page([
      ...[
        result(1, 5, at('SG')),
        result(2, 5, at('GI')),
        result(3, 5, at('XK')),
        result(4, 5, at('??')),
      ],
    ]);
    expect(html).toContain('aria-label="Singapore (SG): 1 result"');
    expect(html).toContain('aria-label="Kosovo (XK): 1 result"');
    expect(html).toContain('Not on the map: ??, Gibraltar (GI).');
  });

  test('can be read without seeing: landmarks, headings, captions of columns, a table for the chart', async () => {
    const html = await page([result(1, 5)]);
    expect(html).toMatch(/<html lang="en">/);
    expect(html).toMatch(/<a class="skip" href="#main">/);
    expect(html.match(/<h1>/g)).toHaveLength(1);
    for (const [, id] of html.matchAll(/href="#([\w-]+)"/g))
      expect(html).toContain(`id="${id ?? ''}"`);
    const tables = [...html.matchAll(/<table>.*?<\/table>/g)];
    expect(tables.length).toBeGreaterThan(1);
    for (const [table] of tables) expect(table).toMatch(/<th scope="col">/);
    expect(html).toMatch(/role="graphics-document" [^>]*aria-label="[^"]+"/);
  });
});
