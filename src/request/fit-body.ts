/** Makes a body fit: customers write long texts and fill carts, and neither may stop the fraud check. */
import type { ObjectRule } from '../operation.ts';
import type { Repair } from './findings.ts';
import { pathOf, type Place, pointerOf } from './place.ts';
import { type CheckedRule, type Plan, planOf } from './plan.ts';

/** A part of a body that may be left out. */
interface Part {
  readonly holder: object;
  readonly key: string;
  readonly place: Place;
  /** In the body, without its name. */
  readonly bytes: number;
}

/**
 * Leaves out of a wire object what makes it larger than the service reads: the longest texts, and then the
 * last members of its lists, such as the shopping cart.
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
  const lists: { readonly list: unknown[]; readonly place: Place }[] = [];
  const visit = (holder: object, rule: CheckedRule | Plan | undefined, parent?: Place): void => {
    const plan = rule !== undefined && 'kind' in rule ? rule.plan : rule;
    const models = new Map([...(plan?.fields.values() ?? [])].map((field) => [field.wire, field]));
    for (const [key, value] of Object.entries(holder) as [string, unknown][]) {
      const field = models.get(key);
      const place = { parent, wire: key, model: field?.model ?? key };
      if (typeof value === 'string') texts.push({ holder, key, place, bytes: sizeOf(value) });
      else if (Array.isArray(value)) lists.push({ list: value, place });
      else if (typeof value === 'object' && value !== null) visit(value, field?.rule, place);
    }
  };
  visit(wire, planOf(table));

  let excess = bytes - limit;
  const inLists = lists.reduce((sum, { list }) => sum + sizeOf(list), 0);
  for (const part of texts.sort((a, b) => b.bytes - a.bytes)) {
    // Lists can be cut to nothing, so the rest alone has to fit.
    if (excess <= inLists) break;
    Reflect.deleteProperty(part.holder, part.key);
    repairs.push({ ...tooLarge(part.place, limit), how: 'dropped' });
    excess -= part.bytes;
  }
  for (const { list, place } of lists) {
    if (excess <= 0) return;
    while (excess > 0 && list.length > 0) {
      excess -= sizeOf(list.pop());
      // The comma before it.
      if (list.length > 0) excess--;
    }
    repairs.push({ ...tooLarge(place, limit), how: 'shortened' });
  }
}

function tooLarge(place: Place, limit: number): Omit<Repair, 'how'> {
  const message = `must leave room for the rest: the service reads at most ${limit} bytes of JSON in UTF-8`;
  return { pointer: pointerOf(place), path: pathOf(place), code: 'BODY_TOO_LARGE', message };
}

function sizeOf(value: unknown): number {
  return new TextEncoder().encode(JSON.stringify(value)).length;
}
