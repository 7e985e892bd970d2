/** Guides in the navigation: titles, sections and order are those of docs/README.md. */
import { relative } from 'node:path';
import type { DocumentReflection, ProjectReflection } from 'typedoc';
import type { Section } from './guides.ts';

/** For pages that the index of guides does not name. */
export const MORE = 'More';

export function nameGuide(document: DocumentReflection, sections: readonly Section[]): void {
  const path = pathOf(document);
  const section = sections.find(({ guides }) => guides.some((guide) => guide.path === path));
  const guide = section?.guides.find((candidate) => candidate.path === path);
  document.name = guide?.title ?? headingOf(document);
  document.frontmatter['group'] = section?.title ?? MORE;
}

export function sortGuides(project: ProjectReflection, sections: readonly Section[]): void {
  const order = sections.flatMap(({ guides }) => guides.map(({ path }) => path));
  const place = (document: DocumentReflection): number => {
    const index = order.indexOf(pathOf(document));
    return index === -1 ? order.length : index;
  };
  const sorted = [...(project.documents ?? [])].sort((one, other) => place(one) - place(other));
  for (const document of sorted) project.removeChild(document);
  for (const document of sorted) project.addChild(document);
}

function pathOf(document: DocumentReflection): string {
  const file = document.project.files.getReflectionPath(document) ?? '';
  return relative(process.cwd(), file).replaceAll('\\', '/');
}

function headingOf(document: DocumentReflection): string {
  const text = document.content.map((part) => part.text).join('');
  return /^# (.+)$/m.exec(text)?.[1] ?? document.name;
}
