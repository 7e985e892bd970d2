/** The page of the HTTP API: every operation that the search leads to is there, and every link on the way. */
import { searchRows } from './links.ts';
import { HTTP_PAGE } from './site.ts';
import { ready, type Tab } from './visit.ts';

export async function httpPageProblems({ page, place }: Tab): Promise<string[]> {
  const problems: string[] = [];
  const operations = searchRows().filter(({ url }) => url.startsWith(`${HTTP_PAGE}#`));
  if (operations.length === 0) problems.push('the search knows no operation');
  const links = new Set<string>();
  for (const { name, url } of operations) {
    // A page of its own each time: a change of the hash alone is another way to come here.
    await page.goto('about:blank');
    await page.goto(place.url(url));
    await ready(page, url);
    const id = url.slice(`${HTTP_PAGE}#/`.length);
    const heading = page.locator(`[id="${id}"] h2`).first();
    const shown = await heading.textContent({ timeout: 10_000 }).catch(() => 'nothing');
    if (shown?.includes(name) !== true) problems.push(`${url} shows ${shown ?? ''}, not ${name}`);
    const hrefs = await page.$$eval('a[href]', (all) =>
      all.map((link) => link.getAttribute('href') ?? ''),
    );
    for (const href of hrefs) links.add(href);
  }
  const known = new Set(operations.flatMap(({ url }) => placesOf(url)));
  const dead = [...links].filter(
    (link) => link.startsWith('/') || (/^#\/[^#]+$/.test(link) && !known.has(link.slice(1))),
  );
  return [...problems, ...dead.map((link) => `${link} leads nowhere`)];
}

/** An operation and the tag that it is under. */
function placesOf(url: string): string[] {
  const place = url.slice(`${HTTP_PAGE}#`.length);
  return [place, place.slice(0, place.lastIndexOf('/'))];
}
