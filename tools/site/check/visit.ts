/** Opens pages as a reader does, and tells what a reader would stumble over. */
import axe from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import type { Place } from './site.ts';

export interface View {
  readonly width: number;
  readonly scheme: 'light' | 'dark';
}

export const wideAndLight: View = { width: 1280, scheme: 'light' };
export const phoneAndDark: View = { width: 390, scheme: 'dark' };

/** A page that notes errors and requests that leave the site. */
export async function openTab(browser: Browser, place: Place, view: View): Promise<Tab> {
  const page = await browser.newPage({
    viewport: { width: view.width, height: 844 },
    colorScheme: view.scheme,
  });
  const noise: string[] = [];
  const own = place.url('');
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) noise.push(`console: ${message.text()}`);
  });
  page.on('pageerror', (error) => noise.push(`error: ${error.message}`));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(own) && !/^(?:data|blob):/.test(url)) noise.push(`request: ${url}`);
  });
  return { page, place, noise };
}

export interface Tab {
  readonly page: Page;
  readonly place: Place;
  readonly noise: string[];
}

/** What is wrong with a page: noise, sideways scroll, and on request what axe finds serious. */
export async function visit(tab: Tab, path: string, withAxe: boolean): Promise<string[]> {
  const { page, place, noise } = tab;
  noise.length = 0;
  await page.goto(place.url(path));
  await ready(page);
  const beyond = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  if (beyond > 0) noise.push(`is ${beyond} pixels too wide`);
  const found = withAxe ? await seriousFindings(page) : [];
  return [...noise, ...found].map((problem) => `${path} ${place.name}: ${problem}`);
}

/** The navigation is filled in by a script. */
export async function ready(page: Page): Promise<void> {
  await page.waitForSelector('#tsd-nav-container a', { state: 'attached' });
}

async function seriousFindings(page: Page): Promise<string[]> {
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate(() =>
    // Preloading style sheets is what a page from disk may not do.
    (window as unknown as { axe: typeof axe }).axe.run({
      preload: false,
      resultTypes: ['violations'],
    }),
  );
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(
      ({ id, nodes }) => `axe: ${id} at ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
    );
}
