/** "One property has to hold something", `not` in 3.1, is left to the description: generators read over it. */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas, omit, withSentence } from './map-document.ts';

export function withoutEmptyValueRule(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) =>
    schema.not === undefined
      ? schema
      : {
          ...omit(schema, 'not'),
          description: withSentence(
            schema.description,
            'A request with only empty objects and lists is rejected.',
          ),
        },
  );
}
