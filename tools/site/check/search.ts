/** The search, by keyboard alone: what it finds first, and whether the result opens. */
import type { Page } from 'playwright-core';
import { ready, type Tab } from './visit.ts';

/** A query, a page that it must find, and among how many results. */
const expectations: readonly (readonly [query: string, page: string, first: number])[] = [
  ['quick start', 'docs/quick-start.html', 1],
  ['proxy', 'docs/proxies.html', 1],
  ['disposition', 'docs/dispositions.html', 1],
  ['MinFraud', 'reference/minfraud-sdk/MinFraud.html', 1],
  ['RateLimitError', 'reference/minfraud-sdk/RateLimitError.html', 1],
  // The same name stands in `Traits`, deprecated.
  ['isAnonymousVpn', 'reference/minfraud-sdk/Anonymizer.html#isanonymousvpn', 2],
  ['report what became', 'http-api.html#/feedback/reporttransaction', 1],
  ['Retry-After', 'docs/errors.html', 3],
  ['webhook', 'docs/alerts.html', 3],
  ['emulator', 'docs/emulator.html', 3],
  ['risk score', 'http-api.html#/scoring/score', 3],
  ['risk score', 'docs/responses.html', 5],
  ['chargeback', 'http-api.html#/feedback/reporttransaction', 4],
  ['chargeback', 'docs/checkout.html', 6],
  ['timeout', 'reference/minfraud-sdk/ClientOptions.html#timeout', 3],
];

export async function searchProblems(tab: Tab): Promise<string[]> {
  const problems: string[] = [];
  for (const [query, page, first] of expectations) {
    const found = (await search(tab, query)).slice(0, first);
    if (!found.includes(page)) problems.push(`"${query}" finds ${found.join(', ')}; not ${page}`);
  }
  return problems;
}

/** From the first key on a page to the page of the first result. */
export async function keyboardProblems(tab: Tab): Promise<string[]> {
  const { page, place } = tab;
  const found = await search(tab, 'quick start');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.waitForURL(place.url(found[0] ?? ''), { timeout: 10_000 });
  await ready(page, found[0] ?? '');
  await page.keyboard.press('/');
  if (!(await isOpen(page))) return ['the key / does not open the search'];
  await page.keyboard.press('Escape');
  await page.waitForSelector('#tsd-search:not([open])', { state: 'attached' });
  return [];
}

/** Results from the root of the site. */
async function search({ page, place }: Tab, query: string): Promise<string[]> {
  await page.goto(place.url('index.html'));
  await ready(page, 'index.html');
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
