/** TypeDoc's own theme with a home page, a navigation that begins with the first guides, and markup that is right everywhere. */
import { readFileSync } from 'node:fs';
import {
  DefaultTheme,
  type NavigationElement,
  type PageEvent,
  type ProjectReflection,
} from 'typedoc';
import { guideLinks, guideOrder } from './guide-links.ts';
import { readSections } from './guides.ts';

const home = readFileSync('tools/site/home.html', 'utf8');
const order = guideOrder(readSections(readFileSync('docs/README.md', 'utf8')));

export class SiteTheme extends DefaultTheme {
  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    const [first, ...others] = super.buildNavigation(project).map(withOverview);
    return [...(first?.children ?? []), ...others];
  }

  override render(page: PageEvent): string {
    const fromHere = this.router.baseRelativeUrl(page.model, '');
    const fixed = fixes.reduce((text, [from, to]) => text.replaceAll(from, to), super.render(page));
    const linked = page.url.startsWith('reference/') ? withLinksToGuides(fixed) : fixed;
    const html = withGuideLinks(breakCells(linked), page.url);
    const whole = page.url === 'index.html' ? withHome(html) : html;
    return whole.replaceAll('href="site:', `href="${fromHere}`);
  }
}

/** The README follows what every visitor needs first. */
function withHome(html: string): string {
  // The home section has the title and what the package is, and badges are for other places.
  const opening =
    /(<div class="tsd-panel tsd-typography">)<h1 [^]*?<\/h1>\s*<p>\s*<\/p>\s*<p>[^]*?<\/p>/;
  if (!opening.test(html))
    throw new Error('The README begins in another way: see tools/site/theme.ts.');
  return html.replace(opening, (_, panel: string) => home + panel);
}

/** A comment in the source names a guide by its path, for an editor. */
function withLinksToGuides(html: string): string {
  return html.replaceAll(
    /(?<=[ (\n])docs\/([a-z-]+)\.md/g,
    '<a href="site:docs/$1.html">docs/$1.md</a>',
  );
}

/** A cell with a sentence is wide enough to read; code breaks where a reader would break it. */
function breakCells(html: string): string {
  return html.replaceAll(/<td([^>]*)>([^]*?)<\/td>/g, (_, attributes: string, content: string) => {
    const isSentence = content.replaceAll(/<[^>]*>/g, '').length > longestWord;
    const name = isSentence ? ' class="sentence"' : '';
    return `<td${attributes}${name}>${content.replaceAll(/<code>([^<]{16,})<\/code>/g, breakCode)}</td>`;
  });
}

/** What is longer is not a name or a figure. */
const longestWord = 36;

const breakCode = (_: string, code: string): string =>
  `<code>${code.replaceAll(/([/_.,=(]|[a-z](?=[A-Z]))(?=[\w$({])/g, '$1<wbr>')}</code>`;

/** A line either opens and closes, or leads to a page: a link inside a button is neither to a keyboard. */
function withOverview(element: NavigationElement): NavigationElement {
  const { path, kind, children: inner, ...line } = element;
  if (inner === undefined) return element;
  const children = inner.map(withOverview);
  if (path === undefined) return { ...line, children };
  const overview = { text: 'Overview', path, ...(kind === undefined ? {} : { kind }) };
  return { ...line, children: [overview, ...children] };
}

/** The way on, at the end of a guide. */
function withGuideLinks(html: string, url: string): string {
  const end = '</div>\n<div class="col-sidebar">';
  const links = guideLinks(order, url);
  if (links === '') return html;
  if (!html.includes(end)) throw new Error(`A guide has no ${end} any more.`);
  return html.replace(end, () => links + end);
}

const fixes: readonly (readonly [RegExp, string])[] = [
  // From disk a page may not use another file's images; every page holds the same ones.
  [/href="[^"]*assets\/icons\.svg#/g, 'href="#'],
  // Badges are pictures of another host: for readers of the README elsewhere.
  [/<a [^>]*><img src="https:[^>]*><\/a>/g, ''],
  // A link inside the button that a summary is.
  [/(<summary(?:(?!<\/summary>)[^])*?)<a [^>]*class="tsd-anchor-icon"[^]*?<\/a>/g, '$1'],
  // A table that is wider than a phone scrolls, also by keyboard.
  [/<table>/g, '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>'],
  [/<\/table>/g, '</table></div>'],
  // And so does code, which does not break inside a word or a flag.
  [/<pre><code/g, '<pre tabindex="0"><code'],
  // A flag in a sentence is not broken after its dashes; what is longer than a phone is wide may break.
  [/<code>([^<]{1,20})<\/code>/g, '<code class="whole">$1</code>'],
  // A call in the list of headings breaks before its parameters.
  [/(<li><a href="#[^"]*"><span>[^<(]*(?:<wbr\/>[^<(]*)*\()/g, '$1<wbr/>'],
  // Names of products are one word.
  [/min<wbr\/>Fraud/g, 'minFraud'],
  [/<wbr\/>Max<wbr\/>Mind/g, 'MaxMind'],
  [/(<nav class="tsd-navigation"><a href=")[^"]*("[^>]*>)[^<]*/g, '$1site:index.html$2Home'],
  [/<div class="col-content">/g, '<div class="col-content" role="main">'],
  [/<nav id="tsd-sidebar-links"/g, '<nav id="tsd-sidebar-links" aria-label="Links"'],
];
