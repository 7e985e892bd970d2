/** Step: makes the output independent of the order in which components were met. */
import type { Components, OpenApiDocument } from './document.ts';

/** The same document with every section of `components` in alphabetical order. */
export function sortComponents(document: OpenApiDocument): OpenApiDocument {
  if (document.components === undefined) return document;
  const components: Components = {};
  for (const [section, members] of sorted(document.components)) {
    components[section] = Object.fromEntries(sorted(members ?? {}));
  }
  return { ...document, components };
}

function sorted<T>(members: Record<string, T>): [string, T][] {
  return Object.entries(members).sort(([a], [b]) => (a < b ? -1 : 1));
}
