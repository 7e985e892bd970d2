/** Drops the components that nothing refers to: the linters warn of them, and readers wonder. */
import { dereference, type OpenApiDocument } from '../document.ts';

export function withoutUnusedComponents(document: OpenApiDocument): OpenApiDocument {
  const { components = {}, ...rest } = document;
  const used = new Set<string>();
  const mark = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { $ref: reference } = node as { $ref?: unknown };
    if (typeof reference === 'string' && !used.has(reference)) {
      used.add(reference);
      mark(dereference(document, { $ref: reference }));
    }
    Object.values(node).forEach(mark);
  };
  mark(rest);
  const kept = Object.entries(components).map(([section, members]) => [
    section,
    section === 'securitySchemes'
      ? members
      : Object.fromEntries(
          Object.entries(members ?? {}).filter(([name]) =>
            used.has(`#/components/${section}/${name}`),
          ),
        ),
  ]);
  return { ...rest, components: Object.fromEntries(kept) as never };
}
