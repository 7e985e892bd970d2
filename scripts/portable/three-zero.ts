/** The keywords of OpenAPI 3.0 for what 3.1 says otherwise, and nothing of what it cannot say. */
import type { OpenApiDocument } from '../document.ts';
import { type AnySchema, mapSchemas, omit } from './map-document.ts';

export function inThreeZero(document: OpenApiDocument): OpenApiDocument {
  const schemas = mapSchemas(document, (schema) => rewrites.reduce((s, step) => step(s), schema));
  return { ...omit(schemas, 'webhooks'), openapi: '3.0.3', info: toInfo(document.info) };
}

/** 3.0 has no summary of a document, and names a license by an address instead of its SPDX identifier. */
function toInfo(info: Record<string, unknown>): Record<string, unknown> {
  const { identifier, ...license } = (info['license'] ?? {}) as Record<string, string>;
  if (identifier === undefined) return omit(info, 'summary');
  const url = `https://spdx.org/licenses/${identifier}.html`;
  return { ...omit(info, 'summary'), license: { ...license, url } };
}

const rewrites: readonly ((schema: AnySchema) => AnySchema)[] = [
  nullable,
  exclusiveBounds,
  constant,
  oneExample,
  withoutUnknownKeywords,
  wrappedReference,
];

function nullable(schema: AnySchema): AnySchema {
  if (!Array.isArray(schema.type)) return schema;
  const [type = 'string'] = schema.type.filter((name) => name !== 'null');
  return { ...schema, type, nullable: true };
}

function exclusiveBounds(schema: AnySchema): AnySchema {
  const changed = { ...schema };
  for (const [exclusive, bound] of [
    ['exclusiveMinimum', 'minimum'],
    ['exclusiveMaximum', 'maximum'],
  ] as const) {
    if (typeof schema[exclusive] !== 'number') continue;
    changed[bound] = schema[exclusive];
    changed[exclusive] = true;
  }
  return changed;
}

function constant(schema: AnySchema): AnySchema {
  return 'const' in schema
    ? ({ ...omit(schema, 'const'), enum: [schema.const] } as AnySchema)
    : schema;
}

function oneExample(schema: AnySchema): AnySchema {
  if (schema.examples === undefined) return schema;
  const example = omit(schema, 'examples');
  return schema.examples.length === 0 ? example : { ...example, example: schema.examples[0] };
}

/** What stands next to a reference is ignored in 3.0, unless the reference is wrapped. */
function wrappedReference(schema: AnySchema): AnySchema {
  const { $ref: reference, ...siblings } = schema;
  if (reference === undefined || Object.keys(siblings).length === 0) return schema;
  return { ...siblings, allOf: [{ $ref: reference }] };
}

/** Rules for keys, what a text holds, and what only the SDK reads. */
function withoutUnknownKeywords(schema: AnySchema): AnySchema {
  const own = Object.keys(schema).filter((key) => key.startsWith('x-') && !forReaders.has(key));
  return omit(schema, 'propertyNames', 'contentMediaType', 'contentSchema', ...own);
}

/** Extensions that generators know, or that a person may act on. */
const forReaders: ReadonlySet<string> = new Set([
  'x-api-version',
  'x-enum-descriptions',
  'x-enum-varnames',
  'x-extensible-enum',
  'x-sensitive',
]);
