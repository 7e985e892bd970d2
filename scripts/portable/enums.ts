/**
 * Enumerations. Few generators know `x-extensible-enum`, so the description of an open one lists its values.
 * Descriptions of a closed one are a map in 3.1, on which datamodel-code-generator and openapi-generator
 * 7.14 crash; as a list they are what openapi-generator documents.
 */
import {
  enumValues,
  isOpenEnum,
  meaningOf,
  type OpenApiDocument,
  type Schema,
} from '../document.ts';
import { mapSchemas, omit, withSentence } from './map-document.ts';

export function withListedOpenEnums(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    if (!isOpenEnum(schema)) return schema;
    const known = `Known values, to which more may be added:\n${listed(schema)}`;
    return {
      ...omit(schema, 'x-enum-descriptions'),
      description: withSentence(schema.description, known),
    };
  });
}

export function withListedEnumDescriptions(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    if (schema['x-enum-descriptions'] === undefined) return schema;
    return {
      ...schema,
      'x-enum-descriptions': (schema.enum ?? []).map((word) => meaningOf(schema, word) ?? ''),
    } as never;
  });
}

/** The values of an enumeration as a Markdown list, each with what it means where that is said. */
export function listed(schema: Schema): string {
  return (enumValues(schema) ?? [])
    .map((value) => {
      const meaning = meaningOf(schema, value);
      return meaning === undefined ? `- \`${value}\`` : `- \`${value}\`: ${meaning}`;
    })
    .join('\n');
}
