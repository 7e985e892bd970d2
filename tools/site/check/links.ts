/** Links of pages, followed in the files of the site; links to other sites are only read. */
import { existsSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { inflateSync } from 'node:zlib';
import { pagesOf, site } from './site.ts';

/** Problems of all pages, and of what the navigation and the search lead to. */
export function deadLinks(): string[] {
  const pages = pagesOf();
  const inPages = pages.flatMap((page) =>
    [...linksOf(readFileSync(join(site, page), 'utf8'))].flatMap((link) => problemOf(page, link)),
  );
  const inScripts = [...navigationLinks(), ...searchRows().map(({ url }) => url)];
  return [...inPages, ...inScripts.flatMap((link) => problemOf('index.html', link))];
}

interface SearchRow {
  readonly url: string;
}

function searchRows(): SearchRow[] {
  return (readScript('search') as { readonly rows: SearchRow[] }).rows;
}

interface NavigationElement {
  readonly path?: string;
  readonly children?: readonly NavigationElement[];
}

function navigationLinks(): string[] {
  const flat = (elements: readonly NavigationElement[]): string[] =>
    elements.flatMap(({ path, children = [] }) => [
      ...(path === undefined ? [] : [path]),
      ...flat(children),
    ]);
  return flat(readScript('navigation') as NavigationElement[]);
}

/** What TypeDoc packs into a string of a script. */
function readScript(name: string): unknown {
  const [, packed = ''] =
    /"([^"]+)"/.exec(readFileSync(join(site, `assets/${name}.js`), 'utf8')) ?? [];
  return JSON.parse(inflateSync(Buffer.from(packed, 'base64')).toString());
}

function linksOf(html: string): Set<string> {
  const found = html.matchAll(/\s(?:href|src)="([^"]*)"/g);
  return new Set([...found].map(([, link = '']) => link.replaceAll('&amp;', '&')));
}

function problemOf(page: string, link: string): string[] {
  if (/^(?:data|mailto):/.test(link)) return [];
  if (/^[a-z]+:|^\/\//i.test(link))
    return isWellFormed(link) ? [] : [`${page}: ${link} is malformed`];
  const [path = '', anchor = ''] = decodeURI(link).split('#');
  const target = path === '' ? page : posix.join(posix.dirname(page), path);
  const file = join(site, target);
  if (!existsSync(file) || !statSync(file).isFile()) return [`${page}: ${link} leads nowhere`];
  if (anchor === '' || anchor.startsWith('icon-')) return [];
  return idsOf(target).has(anchor) ? [] : [`${page}: ${link} has no such place`];
}

function isWellFormed(link: string): boolean {
  return URL.canParse(link) && link.startsWith('https://') && /[\w/)]$/.test(link);
}

const ids = new Map<string, Set<string>>();

function idsOf(page: string): Set<string> {
  const known = ids.get(page);
  if (known !== undefined) return known;
  const found = readFileSync(join(site, page), 'utf8').matchAll(/\sid="([^"]*)"/g);
  const made = new Set([...found].map(([, id = '']) => id));
  ids.set(page, made);
  return made;
}
