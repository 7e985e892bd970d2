/**
 * What the service sends has no limits here. ogen and pydantic check a response by them, and a risk of 0 or a
 * longer list than documented would fail a call that is billed. The descriptions name the ranges.
 */
import { directionsOf } from '../direction.ts';
import { type OpenApiDocument, schemasOf } from '../document.ts';
import { type AnySchema, mapSchema, mapValues, omit } from './map-document.ts';

const limits: readonly string[] = [
  ...['minimum', 'maximum', 'exclusiveMinimum', 'exclusiveMaximum', 'multipleOf'],
  ...['minLength', 'maxLength', 'pattern', 'minItems', 'maxItems'],
  ...['minProperties', 'maxProperties', 'propertyNames'],
];

export function withTolerantResponses(document: OpenApiDocument): OpenApiDocument {
  const { request, response } = directionsOf(document);
  const schemas = mapValues(schemasOf(document), (schema, name) =>
    response.has(name) && !request.has(name)
      ? mapSchema(schema, (part: AnySchema) => omit(part, ...limits))
      : schema,
  );
  return { ...document, components: { ...document.components, schemas } };
}
