/** Links from a guide to the one before and the one after it, in the order of the index. */
import type { Guide, Section } from './guides.ts';

/** Each guide once, where the index names it first. */
export function guideOrder(sections: readonly Section[]): Guide[] {
  const byPath = new Map<string, Guide>();
  for (const guide of sections.flatMap(({ guides }) => guides)) {
    if (!byPath.has(guide.path)) byPath.set(guide.path, guide);
  }
  return [...byPath.values()];
}

/** @param url - A page from the root of the site, such as `docs/faq.html`. */
export function guideLinks(order: readonly Guide[], url: string): string {
  const at = order.findIndex((guide) => pageOf(guide) === url);
  if (at === -1) return '';
  const before = order[at - 1];
  const after = order[at + 1];
  const links = [link(before, 'Previous'), link(after, 'Next')].join('');
  return `<nav class="guide-links" aria-label="Previous and next guide">${links}</nav>`;
}

function link(guide: Guide | undefined, label: 'Previous' | 'Next'): string {
  if (guide === undefined) return '';
  const name = label.toLowerCase();
  return `<a class="${name}" href="site:${pageOf(guide)}"><small>${label}</small>${guide.title}</a>`;
}

const pageOf = ({ path }: Guide): string => path.replace(/\.md$/, '.html');
