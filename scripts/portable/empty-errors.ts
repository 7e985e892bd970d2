/**
 * Statuses that mostly come without a JSON body get no content: Python's client raises JSONDecodeError for
 * an empty 503 that is declared as JSON.
 */
import type { OpenApiDocument } from '../document.ts';
import { mapResponses, omit } from './map-document.ts';

const mostlyEmpty: ReadonlySet<string> = new Set(['429', '500', '502', '503', '504']);

export function withoutEmptyErrors(document: OpenApiDocument): OpenApiDocument {
  return mapResponses(document, (response, statuses) =>
    [...statuses].some((status) => mostlyEmpty.has(status)) ? omit(response, 'content') : response,
  );
}
