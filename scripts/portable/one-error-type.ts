/**
 * Every JSON error is a `ServiceError`. In 3.1 each status has a type of its own, with the codes that it may
 * hold; progenitor refuses an operation with more than one error type, and for the others they are many
 * names for one thing. The codes go into the description of the response.
 */
import {
  dereference,
  enumValues,
  type OpenApiDocument,
  type Response,
  type Schema,
  schemasOf,
} from '../document.ts';
import { listed } from './enums.ts';
import { mapResponses, withSentence } from './map-document.ts';

/** The schema that says what any error looks like. */
const common = 'ServiceError';

export function withOneErrorType(document: OpenApiDocument): OpenApiDocument {
  const any = schemasOf(document)[common];
  if (any === undefined) return document;
  const fields = fieldsOf(any);
  return mapResponses(document, (response, statuses) => {
    const json = response.content?.['application/json'];
    if (json?.schema === undefined || ![...statuses].every((status) => /^[45]/.test(status))) {
      return response;
    }
    const schema = dereference(document, json.schema);
    if (fieldsOf(schema) !== fields) return response;
    return {
      ...response,
      ...describedCodes(response, schema),
      content: {
        'application/json': { ...json, schema: { $ref: `#/components/schemas/${common}` } },
      },
    };
  });
}

function fieldsOf(schema: Schema): string {
  return Object.keys(schema.properties ?? {})
    .sort()
    .join();
}

function describedCodes(response: Response, schema: Schema): { description?: string } {
  const codes = schema.properties?.['code'];
  if (codes === undefined || enumValues(codes) === undefined) return {};
  return { description: withSentence(response.description, `Codes:\n${listed(codes)}`) };
}
