/**
 * A choice between kinds of strings (`anyOf` of ipv4 and ipv6) becomes a plain string, as long as the longest
 * may be. Java's client loses such a value in a form, and the service then scores the order without its
 * address, and bills it.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas, omit } from './map-document.ts';

export function withPlainStrings(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) => {
    const branches = schema.anyOf ?? [];
    if (branches.length === 0 || !branches.every(({ type }) => type === 'string')) return schema;
    const longest = Math.max(...branches.map(({ maxLength = Infinity }) => maxLength));
    return {
      ...omit(schema, 'anyOf'),
      type: 'string',
      ...(Number.isFinite(longest) && { maxLength: longest }),
    };
  });
}
