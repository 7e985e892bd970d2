/**
 * Patterns write a character out instead of `\uXXXX`, which PCRE and RE2 do not know: PHP's client refuses
 * every value of such a field.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas } from './map-document.ts';

export function withWrittenCharacters(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) =>
    schema.pattern === undefined ? schema : { ...schema, pattern: written(schema.pattern) },
  );
}

/** Below U+0080 a character may mean something in a pattern, so it stays an escape. */
function written(pattern: string): string {
  return pattern.replaceAll(/\\(?:u([0-9A-Fa-f]{4})|[^])/g, (escape, code: string | undefined) => {
    if (code === undefined) return escape;
    const unit = Number.parseInt(code, 16);
    return unit < 0x80 ? `\\x${code.slice(2)}` : String.fromCharCode(unit);
  });
}
