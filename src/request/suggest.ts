/** Finds out which field was meant by a name that the spec does not know. */
import { foldName, nearestName } from '../formats/nearest-name.ts';
import type { Problem } from './explain.ts';
import { shownKey } from './place.ts';
import type { Plan } from './plan.ts';

/** Longer names are no slips of the pen, and comparing them takes long. */
const longestSlip = 40;

/** The problem of a field that is not in the spec, with the field that was meant where one is near. */
export function unknownField(key: string, plan: Plan, root: Plan): Problem {
  const isShown = key.length <= longestSlip && shownKey(key) === key;
  const meant = isShown ? meantField(key, plan, root) : undefined;
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  const message = `is not a field of ${plan.table.name}${hint}`;
  return { code: 'UNKNOWN_FIELD', message, byProgram: true };
}

function meantField(key: string, plan: Plan, root: Plan): string | undefined {
  for (const { model, wire } of plan.fields.values()) {
    if (wire === key || foldName(model) === foldName(key)) return model;
  }
  // The right name in the wrong object is likelier than a slip: `ipAddress` next to `device`.
  return elsewhere(key, root, '') ?? nearestName(key, plan.fields.keys());
}

/** The path of a field of that name anywhere in the request. */
function elsewhere(key: string, plan: Plan, path: string): string | undefined {
  for (const { model, wire, rule } of plan.fields.values()) {
    if (path !== '' && (wire === key || foldName(model) === foldName(key)))
      return `${path}${model}`;
    const child = rule.plan ?? rule.values?.plan;
    const found = child && elsewhere(key, child, `${path}${model}${rule.plan ? '.' : '[].'}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
