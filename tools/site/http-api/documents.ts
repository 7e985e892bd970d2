/** The HTTP API in the navigation and the search of this site. */
import { DocumentReflection, type ProjectReflection } from 'typedoc';
import { BASE_NAME } from '../pages.ts';
import type { HttpPage } from './http-pages.ts';

export const HTTP_API = 'HTTP API';

export function addHttpPages(project: ProjectReflection, pages: readonly HttpPage[]): void {
  for (const { title, place, markdown } of pages) {
    const content = [{ kind: 'text' as const, text: markdown }];
    const page = new DocumentReflection(title, project, content, {
      group: HTTP_API,
      [BASE_NAME]: place,
    });
    project.addChild(page);
    project.registerReflection(page, undefined, undefined);
  }
}
