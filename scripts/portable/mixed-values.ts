/**
 * A choice between a string, a number and a boolean (a custom input) becomes any value. Java picked a branch
 * by itself and turned 19 into `true`, openapi-generator's Rust makes an empty struct, oapi-codegen a number
 * of 32 bits; any value is what each of them passes on as it is.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas, omit } from './map-document.ts';

const primitives: ReadonlySet<unknown> = new Set(['string', 'number', 'integer', 'boolean']);

export function withMixedValuesAsAny(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    const types = new Set((schema.anyOf ?? []).map(({ type }) => type));
    return types.size > 1 && [...types].every((type) => primitives.has(type))
      ? omit(schema, 'anyOf')
      : schema;
  });
}
