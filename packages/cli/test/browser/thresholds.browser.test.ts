import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { launchChromium } from '../../../../test/browser/chromium.ts';
import { buildProgram, type Program, start } from '../batch/program.ts';

const shop = join(__dirname, '..', '..', 'examples', 'shop');

let browser: Browser;
let program: Program;
let folder: string;
let file: string;

beforeAll(async () => {
  [browser, program] = [await launchChromium(), await buildProgram()];
  folder = mkdtempSync(join(tmpdir(), 'minfraud-thresholds-'));
  file = join(folder, 'thresholds.html');
  const args = ['thresholds', join(shop, 'results.csv'), '--labels', join(shop, 'orders.csv')];
  const more = ['--outcome', 'Status', '--as-of', '2026-11-15', '--by', 'Country', '--html', file];
  const { code, stderr } = await start(program, [...args, ...more], {}).end;
  if (code !== 0 || !stderr.includes(`Report: ${file}\n`)) throw new Error(stderr);
});
afterAll(async () => {
  await browser.close();
  program.remove();
  rmSync(folder, { recursive: true });
});

describe.each([
  [1280, 'light'],
  [1280, 'dark'],
  [390, 'light'],
  [390, 'dark'],
] as const)('the page of thresholds, %i wide and %s', (width, colorScheme) => {
  let page: Page;
  const noise: string[] = [];

  beforeAll(async () => {
    page = await browser.newPage({ viewport: { width, height: 900 }, colorScheme });
    page.on('request', (request) => {
      if (request.url() !== pathToFileURL(file).href) noise.push(`request ${request.url()}`);
    });
    page.on('console', (message) => noise.push(`console ${message.text()}`));
    await page.goto(pathToFileURL(file).href);
    const to = process.env['REPORT_PICTURES'];
    const path = join(to ?? folder, `thresholds-${width}-${colorScheme}.png`);
    await page.screenshot({ path, fullPage: true });
  });
  afterAll(() => page.close());

  test('asks for nothing else, and is no wider than the screen', async () => {
    expect(noise).toStrictEqual([]);
    const scrolled = await page.evaluate('document.documentElement.scrollWidth');
    expect(scrolled).toBeLessThanOrEqual(width);
  });

  test('has nothing that keeps people out, by the rules of axe', async () => {
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
    expect(found).toStrictEqual([]);
  });

  test('shows three charts, with the two cuts and each band of scores by name', async () => {
    const charts = page.locator('.chart svg');
    expect(await charts.count()).toBe(3);
    const names = await page
      .locator('.chart [aria-label]')
      .evaluateAll((all) => all.map((one) => (one as Element).getAttribute('aria-label')));
    expect(names).toContainEqual(expect.stringMatching(/^review \d+/));
    expect(names).toContainEqual(expect.stringMatching(/^decline \d+/));
    expect(names).toContainEqual(expect.stringMatching(/^Scores 70 to 100: expected \d+/));
  });
});

test('the page of thresholds can be printed, runs no script, and is small enough to send', async () => {
  const page = await browser.newPage();
  await page.goto(pathToFileURL(file).href);
  const pdf = await page.pdf({ format: 'A4', preferCSSPageSize: true });
  expect(pdf.subarray(0, 5).toString()).toBe('%PDF-');
  await page.close();
  expect(readFileSync(file, 'utf8')).not.toMatch(/<script/);
  expect(statSync(file).size).toBeLessThan(300_000);
});
