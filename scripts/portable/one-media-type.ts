/**
 * A response in two JSON types becomes one in `application/json`. Generators compare the type with the
 * response's header one by one, and their users get no typed value at all (oapi-codegen), or every value
 * twice (orval).
 */
import type { OpenApiDocument } from '../document.ts';
import { mapResponses } from './map-document.ts';

export function withOneMediaType(document: OpenApiDocument): OpenApiDocument {
  return mapResponses(document, (response) => {
    const json = response.content?.['application/json'];
    return json === undefined ? response : { ...response, content: { 'application/json': json } };
  });
}
