import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { basic, paths, post } from '../raw-calls.ts';
import { type Emulator, startEmulator } from '../../src/index.ts';
import { launchChromium } from '../../../../test/browser/chromium.ts';

let browser: Browser;
let emulator: Emulator;

beforeAll(async () => {
  browser = await launchChromium();
  emulator = await startEmulator({ control: true });
  await post(emulator.url + paths.insights, { device: { ip_address: '203.0.113.200' } });
  await post(emulator.url + paths.report, { tag: 'nonsense', transaction_id: '<img src=x>' });
});
afterAll(async () => {
  await browser.close();
  await emulator.close();
});

describe.each([
  ['a wide screen', { width: 1280, height: 900 }],
  ['a telephone', { width: 360, height: 740 }],
])('the page of the emulator on %s', (name, viewport) => {
  let page: Page;
  const noise: string[] = [];
  beforeAll(async () => {
    page = await browser.newPage({ viewport });
    page.on('request', (request) => noise.push(request.url()));
    page.on('console', (message) => noise.push(`console ${message.text()}`));
    page.on('pageerror', (error) => noise.push(`error ${error.message}`));
    await page.goto(emulator.url);
    const to = process.env['REPORT_PICTURES'];
    if (to !== undefined)
      await page.screenshot({ path: `${to}/page-${name.slice(2)}.png`, fullPage: true });
  });
  afterAll(() => page.close());

  test('shows requests and responses, loads nothing else, and fits', async () => {
    await page.locator('summary').first().focus();
    await page.keyboard.press('Enter');
    const text = await page.evaluate<string>('document.body.innerText');
    expect(text).toContain('TAG_INVALID');
    expect(await page.evaluate('document.body.textContent')).toContain('"risk_score"');
    expect(await page.content()).not.toContain(basic().slice(6));
    expect(await page.locator('img').count()).toBe(0);
    const own = ['/', '/events', '/favicon.ico'].map((path) => emulator.url + path);
    expect(noise.filter((line) => !own.includes(line))).toStrictEqual([]);
    const width = await page.evaluate('document.documentElement.scrollWidth');
    expect(width).toBeLessThanOrEqual(viewport.width);
  });

  test('shows a new request by itself, and keeps open what is open', async () => {
    await page.waitForSelector('#state.live');
    const count = await page.locator('details').count();
    const transaction = { event: { transaction_id: `live-${viewport.width}` } };
    await post(emulator.url + paths.score, transaction);
    await page.waitForSelector(`summary:has-text("live-${viewport.width}"):has(.score)`);
    expect(await page.locator('details').count()).toBe(count + 1);
    expect(await page.locator('details').first().innerText()).toMatch(/^200\s+Score\s+live-/);
    expect(await page.locator('details[open]').count()).toBe(1);
  });

  test('has nothing that keeps people out, by the rules of axe', async () => {
    // A page whose policy forbids scripts is asked through the debugger.
    await page.evaluate(axe.source);
    const { violations } = await page.evaluate<axe.AxeResults>('axe.run()');
    const found = violations.map(({ id, impact, nodes }) => [id, impact, nodes[0]?.html]);
    expect(found).toStrictEqual([]);
  });
});
