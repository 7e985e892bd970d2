/** TypeDoc's own theme, with a navigation that begins with the first guides, and markup that is right everywhere. */
import {
  DefaultTheme,
  type NavigationElement,
  type PageEvent,
  type ProjectReflection,
} from 'typedoc';

export class SiteTheme extends DefaultTheme {
  override buildNavigation(project: ProjectReflection): NavigationElement[] {
    const [first, ...others] = super.buildNavigation(project).map(withOverview);
    return [...(first?.children ?? []), ...others];
  }

  override render(page: PageEvent): string {
    const fromHere = this.router.baseRelativeUrl(page.model, '');
    return fixes
      .reduce((html, [from, to]) => html.replaceAll(from, to), super.render(page))
      .replaceAll('href="site:', `href="${fromHere}`);
  }
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
  // A link inside the button that a summary is.
  [/(<summary(?:(?!<\/summary>)[^])*?)<a [^>]*class="tsd-anchor-icon"[^]*?<\/a>/g, '$1'],
  // A table that is wider than a phone scrolls, also by keyboard.
  [/<table>/g, '<div class="wide" role="group" aria-label="Table" tabindex="0"><table>'],
  [/<\/table>/g, '</table></div>'],
  [/(<nav class="tsd-navigation"><a [^>]*>)[^<]*/g, '$1All pages'],
  [/<div class="col-content">/g, '<div class="col-content" role="main">'],
  [/<nav id="tsd-sidebar-links"/g, '<nav id="tsd-sidebar-links" aria-label="Links"'],
];
