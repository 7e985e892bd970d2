/**
 * Enumerations. An open one is `anyOf` of its words and any string in 3.1: Rust generators make an empty
 * struct of that and ogen refuses it, so it becomes a string that lists its words in `x-extensible-enum`.
 * Descriptions of a closed one are a map in 3.1, on which datamodel-code-generator and openapi-generator
 * 7.14 crash; as a list they are what openapi-generator documents.
 */
import { enumSchema, isOpenEnum, type OpenApiDocument, type Schema } from '../document.ts';
import { mapSchemas, omit, withSentence } from './map-document.ts';

export function withOpenEnumsAsStrings(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    const words = isOpenEnum(schema) ? enumSchema(schema) : undefined;
    if (words === undefined) return schema;
    const known = `Known values, to which more may be added:\n${listed(words)}`;
    return {
      ...omit(schema, 'x-open-enum', 'anyOf'),
      type: 'string',
      description: withSentence(schema.description, known),
      'x-extensible-enum': words.enum,
    };
  });
}

export function withListedEnumDescriptions(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    const descriptions = schema['x-enum-descriptions'];
    if (descriptions === undefined) return schema;
    return {
      ...schema,
      'x-enum-descriptions': (schema.enum ?? []).map((word) => descriptions[word] ?? ''),
    } as never;
  });
}

/** The words of an enumeration as a Markdown list, each with what it means where that is said. */
export function listed(words: Schema & { enum: string[] }): string {
  return words.enum
    .map((word) => {
      const meaning = words['x-enum-descriptions']?.[word];
      return meaning === undefined ? `- \`${word}\`` : `- \`${word}\`: ${meaning}`;
    })
    .join('\n');
}
