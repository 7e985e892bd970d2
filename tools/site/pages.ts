/** Where pages lie: a guide where its Markdown lies, a type under its entry, an operation under http-api/. */
import { relative } from 'node:path';
import { type Reflection, StructureRouter } from 'typedoc';

/** In the frontmatter of a document without a file: its place from the root of the site, without `.html`. */
export const BASE_NAME = 'baseName';

export class SiteRouter extends StructureRouter {
  protected override getIdealBaseName(target: Reflection): string {
    const given = target.isDocument() && target.frontmatter[BASE_NAME];
    if (typeof given === 'string') return given;
    const file = target.isDocument() && target.project.files.getReflectionPath(target);
    if (typeof file !== 'string') return `reference/${super.getIdealBaseName(target)}`;
    return relative(process.cwd(), file).replaceAll('\\', '/').replace(/\.md$/, '');
  }
}
