/**
 * What counts in the search: the guides first, and of a guide its title and its headings more than its text. TypeDoc
 * counts a name that is exactly what was typed up to ten times, which guides have to outweigh.
 */
import type { DeclarationReflection, DocumentReflection, IndexEvent } from 'typedoc';
import { ReflectionKind } from 'typedoc';
import { MORE } from './guide-pages.ts';
import { HTTP_API } from './http-api/documents.ts';
import { SOURCES } from './source-pages.ts';

/** How much a word weighs by where it stands. Chosen by the queries of check/search.ts. */
const fields = { name: 6, heading: 10, comment: 2, document: 2 };

export function weighSearch(event: IndexEvent): void {
  Object.assign(event.searchFieldWeights, fields);
  event.searchResults.forEach((result, index) => {
    result.relevanceBoost = weightOf(result);
    const heading = result.isDocument() ? headings(result) : '';
    event.searchFields[index] = { ...event.searchFields[index], heading };
  });
}

function weightOf(result: DeclarationReflection | DocumentReflection): number {
  if (result.isDocument()) return weightOfGroup(String(result.frontmatter['group']));
  // Written for generated clients, and by generators.
  if (/^minfraud-sdk\/(?:runtime|wire)\b/.test(result.getFullName())) return 0.1;
  const isPartOfType = result.parent?.kindOf(ReflectionKind.Module) === false;
  return isPartOfType ? 0.15 : 0.5;
}

function weightOfGroup(group: string): number {
  if (group === SOURCES) return 0.3;
  if (group === MORE || group === HTTP_API) return 1;
  return group === 'Migrate' ? 2 : 10;
}

function headings({ content }: DocumentReflection): string {
  const text = content.map((part) => part.text).join('');
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  const found = [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading).join('\n');
  // Who types "retry" means "Retries": the search compares words as they are.
  return `${found}\n${found.replaceAll(/ies\b/g, 'y')}`;
}
