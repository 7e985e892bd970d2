/** TypeDoc's own theme with a home page, a navigation that begins with the first guides, and markup that is right everywhere. */
import { readFileSync } from 'node:fs';
import {
  DefaultTheme,
  type NavigationElement,
  type PageEvent,
  type ProjectReflection,
} from 'typedoc';

const home = readFileSync('tools/site/home.html', 'utf8');

export class SiteTheme extends DefaultTheme {
  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    const [first, ...others] = super.buildNavigation(project).map(withOverview);
    return [...(first?.children ?? []), ...others];
  }

  override render(page: PageEvent): string {
    const fromHere = this.router.baseRelativeUrl(page.model, '');
    const html = fixes.reduce((text, [from, to]) => text.replaceAll(from, to), super.render(page));
    const whole = page.url === 'index.html' ? withHome(html) : html;
    return whole.replaceAll('href="site:', `href="${fromHere}`);
  }
}

/** The README follows what every visitor needs first. */
function withHome(html: string): string {
  const content = '<div class="tsd-panel tsd-typography">';
  if (!html.includes(content)) throw new Error(`The first page has no ${content} any more.`);
  return html.replace(content, () => home + content);
}

/** A line either opens and closes, or leads to a page: a link inside a button is neither to a keyboard. */
function withOverview(element: NavigationElement): NavigationElement {
  const { path, kind, children: inner, ...line } = element;
  if (inner === undefined) return element;
  const children = inner.map(withOverview);
  if (path === undefined) return { ...line, children };
  const overview = { text: 'Overview', path, ...(kind === undefined ? {} : { kind }) };
  return { ...line, children: [overview, ...children] };
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
  [/(<nav class="tsd-navigation"><a href=")[^"]*("[^>]*>)[^<]*/g, '$1site:index.html$2Home'],
  [/<div class="col-content">/g, '<div class="col-content" role="main">'],
  [/<nav id="tsd-sidebar-links"/g, '<nav id="tsd-sidebar-links" aria-label="Links"'],
];
