/** Where pages lie: a guide where its Markdown lies, a type under its entry, an operation on the HTTP page. */
import { relative } from 'node:path';
import { type PageDefinition, Reflection, type RouterTarget, StructureRouter } from 'typedoc';

/** In the frontmatter of a document that only points to a place of a page that TypeDoc does not write. */
export const PLACE = 'place';

export class SiteRouter extends StructureRouter {
  protected override buildChildPages(target: RouterTarget, pages: PageDefinition[]): void {
    const place = target instanceof Reflection && target.isDocument() && target.frontmatter[PLACE];
    if (typeof place === 'string') this.fullUrls.set(target, place);
    else super.buildChildPages(target, pages);
  }

  protected override getIdealBaseName(target: Reflection): string {
    const file = target.isDocument() && target.project.files.getReflectionPath(target);
    if (typeof file !== 'string') return `reference/${super.getIdealBaseName(target)}`;
    return relative(process.cwd(), file).replaceAll('\\', '/').replace(/\.md$/, '');
  }
}
