/** The limit on the size of a request, which the service enforces by a 403 without a body, and how a body is made to fit. */
import type { Issue } from '../errors.ts';
import type { ObjectRule } from '../operation.ts';
import { pathOf, type Place, pointerOf, type Repair } from './findings.ts';
import { type Plan, planOf } from './plan.ts';

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
    `has ${bytes} bytes as JSON in UTF-8, but the service reads at most ${limit}: ` +
    'shorten long strings, or leave out shopping cart items and custom inputs';
  return [{ pointer: '', path: '', code: 'BODY_TOO_LARGE', message }];
}

/** In bytes of UTF-8. */
export function bodySize(json: string): number {
  return new TextEncoder().encode(json).length;
}

/** A part of a body that may be left out. */
interface Part {
  readonly holder: object;
  readonly key: string;
  readonly place: Place;
  /** In the body, without its name. */
  readonly bytes: number;
}

/**
 * Leaves out of a wire object the longest strings that make it larger than the service reads, if it fits
 * without them. How long its lists are is up to the program: a body that they make too large stays as it is.
 *
 * @param bytes - The size of the body.
 * @param limit - The largest size that is read.
 */
export function fitBody(
  wire: Record<string, unknown>,
  repairs: Repair[],
  table: ObjectRule,
  bytes: number,
  limit: number,
): void {
  const texts: Part[] = [];
  const visit = (holder: object, plan: Plan | undefined, parent?: Place): void => {
    const fields = new Map([...(plan?.fields.values() ?? [])].map((field) => [field.wire, field]));
    for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
      const field = fields.get(key);
      const place = { parent, wire: key, model: field?.model ?? key };
      if (typeof value === 'string') texts.push({ holder, key, place, bytes: sizeOf(value) });
      else if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
        visit(value, field?.rule.plan, place);
      }
    }
  };
  visit(wire, planOf(table));

  let excess = bytes - limit;
  if (excess > texts.reduce((sum, text) => sum + text.bytes, 0)) return;
  for (const text of texts.sort((a, b) => b.bytes - a.bytes)) {
    if (excess <= 0) return;
    Reflect.deleteProperty(text.holder, text.key);
    repairs.push({ ...tooLarge(text.place, limit), how: 'dropped' });
    excess -= text.bytes;
  }
}

function tooLarge(place: Place, limit: number): Omit<Repair, 'how'> {
  const message = `is too long: the service reads at most ${limit} bytes of JSON in UTF-8 for the whole request`;
  return { pointer: pointerOf(place), path: pathOf(place), code: 'BODY_TOO_LARGE', message };
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
