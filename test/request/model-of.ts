/** Spells a request on the wire as a developer would write it, by the same table read backwards. */
import type { ObjectRule, Rule } from '../../src/operation.ts';

export function modelOf(wire: unknown, table: ObjectRule): unknown {
  return spelled(wire, table);
}

function spelled(value: unknown, rule: Rule): unknown {
  if (rule.kind === 'list' && Array.isArray(value)) {
    return value.map((member: unknown) => spelled(member, rule.items));
  }
  if (rule.kind !== 'request' || typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value;
  const names = new Map(
    Object.entries(rule.fields).map(([model, [wire, child]]) => [wire, { model, child }]),
  );
  const entries = Object.entries(value).map(([key, member]: [string, unknown]) => {
    const field = names.get(key);
    return field === undefined ? [key, member] : [field.model, spelled(member, field.child)];
  });
  return Object.fromEntries(entries);
}
