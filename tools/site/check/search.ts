/** The search: by keyboard alone, and whether it finds the guide before the types. */
import type { Page } from 'playwright-core';
import { ready, type Tab } from './visit.ts';

/** From the first key on a page to the page of the first result. */
export async function keyboardProblems(tab: Tab): Promise<string[]> {
  const { page, place } = tab;
  const found = await search(tab, 'quick start');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(place.url(found[0] ?? ''), { timeout: 10_000 });
  await ready(page);
  await page.keyboard.press('/');
  if (!(await isOpen(page))) return ['the key / does not open the search'];
  await page.keyboard.press('Escape');
  await page.waitForSelector('#tsd-search:not([open])', { state: 'attached' });
  return [];
}

/** What a reader may type → how the place that comes first begins: a guide, whichever explains most of it. */
const firstPlaces: readonly (readonly [query: string, begins: string])[] = [
  ...['retry', 'timeout', 'proxy', 'emulator', 'webhook', 'chargeback'].map(
    (query) => [query, 'docs/'] as const,
  ),
  ['error codes', 'docs/error-codes.html'],
  ['Score a transaction', 'docs/services.html'],
  ['normalizeEmail', 'reference/minfraud-sdk/normalizeEmail.html'],
];

export async function rankingProblems(tab: Tab): Promise<string[]> {
  const problems: string[] = [];
  for (const [query, begins] of firstPlaces) {
    const [first = 'nothing'] = await search(tab, query);
    if (!first.startsWith(begins)) problems.push(`${query}: first comes ${first}, not ${begins}`);
  }
  return problems;
}

/** Results from the root of the site. */
async function search({ page, place }: Tab, query: string): Promise<string[]> {
  await page.goto(place.url('index.html'));
  await ready(page);
  await tabTo(page, 'tsd-search-trigger');
  await page.keyboard.press('Enter');
  if (!(await isOpen(page))) throw new Error('Enter does not open the search.');
  await page.keyboard.type(query);
  await page.waitForSelector('#tsd-search-results li');
  const links = await page.$$eval('#tsd-search-results a', (all) =>
    all.map((link) => (link as HTMLAnchorElement).href),
  );
  return links.map((link) => link.slice(place.url('').length));
}

async function tabTo(page: Page, id: string): Promise<void> {
  for (let keys = 0; keys < 8; keys += 1) {
    await page.keyboard.press('Tab');
    if ((await page.evaluate(() => document.activeElement?.id)) === id) return;
  }
  throw new Error(`Eight tabs do not lead to ${id}.`);
}

const isOpen = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement?.id === 'tsd-search-input');
