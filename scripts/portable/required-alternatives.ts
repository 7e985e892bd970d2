/**
 * "One of these properties is required", `anyOf` of `required`, is left to the description: Python's
 * generator makes the whole body `Any` of it.
 */
import { isRequiredOnly, type OpenApiDocument } from '../document.ts';
import { mapSchemas, omit, withSentence } from './map-document.ts';

export function withoutRequiredAlternatives(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    const branches = schema.anyOf ?? [];
    if (branches.length === 0 || !branches.every(isRequiredOnly)) return schema;
    const choices = branches.map(({ required = [] }) =>
      required.map((name) => `\`${name}\``).join(' with '),
    );
    return {
      ...omit(schema, 'anyOf'),
      description: withSentence(
        schema.description,
        `At least one is required: ${choices.join(', ')}.`,
      ),
    };
  });
}
