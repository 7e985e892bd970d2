/** The limit on the size of a request, which the service answers with a 403 without a body. */
import type { Issue } from '../errors.ts';

/**
 * The issue of a body that is larger than the service reads, with its size.
 *
 * @param limit - In bytes of UTF-8; `undefined` where none is documented.
 */
export function bodySizeIssues(json: string, limit: number | undefined): Issue[] {
  // No character takes more than three bytes a unit: most bodies need no counting.
  if (limit === undefined || json.length * 3 <= limit) return [];
  const bytes = bodySize(json);
  if (bytes <= limit) return [];
  const message =
    `has ${bytes} bytes as JSON in UTF-8, and the service reads at most ${limit}: ` +
    'shorten long texts, or leave out items of the shopping cart and custom inputs';
  return [{ pointer: '', path: '', code: 'BODY_TOO_LARGE', message }];
}

/** In bytes of UTF-8. */
export function bodySize(json: string): number {
  return new TextEncoder().encode(json).length;
}
