/** Step: the same document in OpenAPI 3.0 (generated/openapi-3.0.json), for tools that lack 3.1. */
import { Converter } from '@apiture/openapi-down-convert';
import { childrenOf } from './direction.ts';
import { dereference, type OpenApiDocument, type Schema, schemasOf } from './document.ts';

/** Converts with a library what it knows, and the rest of what our keyword subset allows. */
export function downConvert(document: OpenApiDocument): OpenApiDocument {
  const prepared = structuredClone(document);
  // 3.0 has no webhooks, and what only they use would be left over unused.
  delete prepared.webhooks;
  prepared.info = toThreeZeroInfo(prepared.info);
  forEachSchema(prepared, toThreeZero);
  const converted = new Converter(prepared, { allOfTransform: true }).convert() as OpenApiDocument;
  return withoutUnused(converted);
}

/** 3.0 has no summary of a document, and names a licence by an address instead of its SPDX identifier. */
function toThreeZeroInfo(info: Record<string, unknown>): Record<string, unknown> {
  const converted = { ...info };
  delete converted['summary'];
  const { identifier, ...license } = (info['license'] ?? {}) as Record<string, string>;
  if (identifier !== undefined) {
    converted['license'] = { ...license, url: `https://spdx.org/licenses/${identifier}.html` };
  }
  return converted;
}

/** Rewrites in place what the library leaves: numeric exclusive bounds, falsy `const`, our extensions. */
function toThreeZero(schema: Schema): void {
  const loose = schema as Record<string, unknown>;
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof loose[exclusive] !== 'number') continue;
    loose[bound] = loose[exclusive];
    loose[exclusive] = true;
  }
  if ('const' in loose) {
    loose['enum'] = [loose['const']];
    delete loose['const'];
  }
  delete loose['contentSchema'];
  // The model view's own: no generator for another language knows what to do with it.
  delete loose['x-model-properties'];
}

function forEachSchema(document: OpenApiDocument, visit: (schema: Schema) => void): void {
  const seen = new Set<Schema>();
  const descend = (schema: Schema): void => {
    if (seen.has(schema)) return;
    seen.add(schema);
    const children = childrenOf(schema);
    visit(schema);
    children.forEach(descend);
  };
  Object.values(schemasOf(document)).forEach(descend);
  eachInlineSchema(document, descend);
}

/** Schemas that stand in parameters, headers and media types rather than under a name. */
function eachInlineSchema(node: unknown, visit: (schema: Schema) => void): void {
  if (typeof node !== 'object' || node === null) return;
  for (const [key, child] of Object.entries(node)) {
    if (key === 'schema') visit(child as Schema);
    else if (key !== 'schemas' && key !== 'examples') eachInlineSchema(child, visit);
  }
}

/** Drops the components that nothing refers to any more, until none is left. */
function withoutUnused(document: OpenApiDocument): OpenApiDocument {
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
