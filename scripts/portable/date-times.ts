/**
 * A date-time is a plain string, as in the SDK's own model. ogen writes one without its fraction of a second,
 * so that a cursor leads to the same page for ever; JavaScript's Date and Rust's DateTime<Utc> lose
 * microseconds or the offset. The description says that it is RFC 3339.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapSchemas, omit } from './map-document.ts';

export function withDateTimesAsStrings(document: OpenApiDocument): OpenApiDocument {
  return mapSchemas(document, (schema) =>
    schema.format === 'date-time' ? omit(schema, 'format') : schema,
  );
}
