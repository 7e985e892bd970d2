/**
 * `npm run check:docs`: opens the built site in Chromium, from disk and from a sub-path of a server, and follows
 * every link. Every page is opened twice: wide and light, and as on a phone in the dark.
 */
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { launchChromium } from '../../../test/browser/chromium.ts';
import { deadLinks } from './links.ts';
import { keyboardProblems, rankingProblems } from './search.ts';
import { fromDisk, fromSubPath, isGuide, pagesOf, type Place, site } from './site.ts';
import { openTab, phoneAndDark, type Tab, type View, visit, wideAndLight } from './visit.ts';

let passed = 0;
let failed = 0;

async function check(name: string, run: () => string[] | Promise<string[]>): Promise<void> {
  const problems = await Promise.resolve()
    .then(run)
    .catch((error: unknown) => [String(error)]);
  if (problems.length === 0) passed += 1;
  else failed += 1;
  console.log(`${problems.length === 0 ? 'ok    ' : 'FAILED'} ${name}`);
  for (const problem of problems.slice(0, 40)) console.log(`       ${problem}`);
  if (problems.length > 40) console.log(`       and ${problems.length - 40} more`);
}

/** All of them; axe takes seconds each, so it looks at guides, pages at the top, and every twentieth of the others. */
async function visitAll(browser: Browser, place: Place, view: View): Promise<string[]> {
  return inTab(browser, place, view, async (tab) => {
    const problems: string[] = [];
    for (const [index, page] of pages.entries()) {
      const withAxe = isGuide(page) || !page.includes('/') || index % 20 === 0;
      problems.push(...(await visit(tab, page, withAxe)));
      tab.noise.length = 0;
    }
    return problems;
  });
}

/** What was found, and what the last page's console and requests add to it. */
async function inTab(
  browser: Browser,
  place: Place,
  view: View,
  use: (tab: Tab) => Promise<string[]>,
): Promise<string[]> {
  const tab = await openTab(browser, place, view);
  try {
    return [...(await use(tab)), ...tab.noise];
  } finally {
    await tab.page.close();
  }
}

async function checkSite(browser: Browser, served: Place): Promise<void> {
  await check(`links of ${pages.length} pages, of the navigation and of the search`, deadLinks);
  // Minutes each, so both at once.
  await Promise.all([
    check(`${pages.length} pages from a sub-path, wide and light`, () =>
      visitAll(browser, served, wideAndLight),
    ),
    check(`${pages.length} pages from disk, on a phone and dark`, () =>
      visitAll(browser, fromDisk, phoneAndDark),
    ),
  ]);
  for (const place of [fromDisk, served]) {
    await check(`keyboard ${place.name}`, () =>
      inTab(browser, place, wideAndLight, keyboardProblems),
    );
    await check(`words that guides explain ${place.name}`, () =>
      inTab(browser, place, wideAndLight, rankingProblems),
    );
  }
}

if (!existsSync(join(site, 'index.html'))) {
  console.error('There is no site to look at: npm run docs builds it.');
  process.exit(1);
}
const pages = pagesOf();
const browser = await launchChromium().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
const served = await fromSubPath();
try {
  await checkSite(browser, served);
} finally {
  await served.close();
  await browser.close();
}
console.log(`\n${passed} passed, ${failed} failed`);
if (failed > 0) process.exitCode = 1;
