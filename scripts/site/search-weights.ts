/** What counts in the search: the name of a page or type most, then a guide's headings, then its text. */
import type { DocumentReflection, IndexEvent } from 'typedoc';

export function weighSearch(event: IndexEvent): void {
  Object.assign(event.searchFieldWeights, { name: 10, heading: 5, comment: 1, document: 2 });
  event.searchResults.forEach((result, index) => {
    const heading = result.isDocument() ? headings(result) : '';
    event.searchFields[index] = { ...event.searchFields[index], heading };
  });
}

function headings({ content }: DocumentReflection): string {
  const text = content.map((part) => part.text).join('');
  const prose = text.replaceAll(/^```[^]*?^```$/gm, '');
  return [...prose.matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => heading).join('\n');
}
