/** The limit on the size of a scoring request, which the service answers with a bare 403. */
import { type Issue } from './errors.ts';

/** In bytes of UTF-8: developer docs, "Request Body". */
const mostBytes = 20_000;

/** The issue of a body that is larger than the service reads, with its size; mostly none. */
export function checkBodySize(json: string): Issue[] {
  // No character takes more than three bytes a unit: most bodies need no counting.
  if (json.length * 3 <= mostBytes) return [];
  const bytes = new TextEncoder().encode(json).length;
  if (bytes <= mostBytes) return [];
  const message =
    `has ${bytes} bytes as JSON in UTF-8, and the service reads at most ${mostBytes}: ` +
    'shorten long texts, or leave out items of the shopping cart and custom inputs';
  return [{ pointer: '', path: '', code: 'BODY_TOO_LARGE', message }];
}
