import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { formatOf } from '../../src/batch/result-format.ts';
import { loadReport } from '../batch/report-module.ts';
import { writeSampleResults } from '../batch/sample-results.ts';
import { launchChromium } from '../../../../test/browser/chromium.ts';

let browser: Browser;
let folder: string;
let file: string;

beforeAll(async () => {
  browser = await launchChromium();
  folder = mkdtempSync(join(tmpdir(), 'minfraud-report-'));
  const results = join(folder, 'results.ndjson');
  file = join(folder, 'report.html');
  writeSampleResults(results, 1000);
  await loadReport().writeReport(file, results, formatOf(results), {
    ...{ service: 'factors', done: 1000, total: 1012, responses: 1000, rejected: 9, doubtful: 3 },
    ...{ refused: 0, warnings: 51, spent: 20.06 },
  });
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

interface Opened {
  readonly page: Page;
  /** What it asked for, itself apart, and what its console said. */
  readonly noise: readonly string[];
}

async function open(
  viewport: { width: number; height: number },
  colorScheme: 'light' | 'dark' = 'light',
): Promise<Opened> {
  const page = await browser.newPage({ viewport, colorScheme });
  const noise: string[] = [];
  page.on('request', (request) => {
    if (request.url() !== pathToFileURL(file).href) noise.push(`request ${request.url()}`);
  });
  page.on('console', (message) => noise.push(`console ${message.text()}`));
  page.on('pageerror', (error) => noise.push(`error ${error.message}`));
  await page.goto(pathToFileURL(file).href);
  return { page, noise };
}

const wide = { width: 1280, height: 900 };
const telephone = { width: 360, height: 740 };

/** Pictures for people: `REPORT_PICTURES=FOLDER npm run check:browser`. */
async function picture(page: Page, name: string): Promise<void> {
  const to = process.env['REPORT_PICTURES'];
  if (to !== undefined) await page.screenshot({ path: join(to, `${name}.png`), fullPage: true });
}

describe.each([
  ['wide', wide, 'light'],
  ['wide and dark', wide, 'dark'],
  ['a telephone', telephone, 'light'],
] as const)('the report on a screen that is %s', (name, viewport, scheme) => {
  let opened: Opened;
  beforeAll(async () => {
    opened = await open(viewport, scheme);
  });
  afterAll(() => opened.page.close());

  test('opens from the disk, asks for nothing else, and has nothing to complain about', async () => {
    await picture(opened.page, `report-${name.replaceAll(' ', '-')}`);
    expect(opened.noise).toStrictEqual([]);
  });

  test('is no wider than the screen', async () => {
    const width = await opened.page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(viewport.width);
  });

  test('has nothing that keeps people out, by the rules of axe', async () => {
    await opened.page.evaluate(axe.source);
    const { violations } = await opened.page.evaluate<axe.AxeResults>('axe.run()');
    const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
    expect(found).toStrictEqual([]);
  });
});

describe('the report', () => {
  test('shows each chart with a size, and the map with a shape for each country of it', async () => {
    const { page } = await open(wide);
    const sizes = await page.locator('svg').evaluateAll((all) =>
      all.map((svg) => {
        const { width, height } = (svg as Element).getBoundingClientRect();
        return width > 200 && height > 30;
      }),
    );
    expect(sizes).toStrictEqual([true, true, true, true, true]);
    const said = await page
      .locator('.map [role="graphics-symbol"][aria-label*=" result"]')
      .evaluateAll((all) => all.map((one) => (one as Element).getAttribute('aria-label')));
    const text = readFileSync(join(folder, 'results.ndjson'), 'utf8');
    const codes = new Set([...text.matchAll(/"isoCode":"(\w\w)"/g)].map(([, code]) => code));
    expect(codes).toContain('GI');
    expect(said).toHaveLength(codes.size - 1);
    expect(said).toContainEqual(expect.stringMatching(/^United States \(US\): \d+ results$/));
    // Gibraltar has neither outline nor circle.
    expect(await page.getByText('Not on the map: Gibraltar (GI).').count()).toBe(1);
    await page.close();
  });

  test('can be used with the keyboard alone', async () => {
    const { page } = await open(wide);
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('Skip to the results');
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    expect(await page.locator('details[open] table').count()).toBe(1);
    await page.close();
  });

  test('can be printed', async () => {
    const { page } = await open(wide);
    const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
    const to = process.env['REPORT_PICTURES'];
    if (to !== undefined) await page.pdf({ path: join(to, 'report.pdf'), format: 'A4' });
    await page.close();
  });

  test('is small enough to send', () => {
    expect(statSync(file).size).toBeLessThan(300_000);
  });
});
