/** A UUID has a type of its own in most languages, and C# does not compile where a rule for strings stands next to it. */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas, omit } from './map-document.ts';

export function withPlainUuids(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) =>
    schema.format === 'uuid' ? omit(schema, 'minLength', 'maxLength', 'pattern') : schema,
  );
}
