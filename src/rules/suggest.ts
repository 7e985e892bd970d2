/** Finds out which field somebody meant by a name that the spec does not know. */
import { foldName, nearestName } from '../formats/nearest-name.ts';
import { type Problem } from './explain.ts';
import { type Plan } from './plan.ts';

/** Longer names are no slips of the pen, and comparing them takes long. */
const longestSlip = 40;

/** The problem of a field that is not in the spec, with the field that was meant where one is near. */
export function unknownField(key: string, plan: Plan, root: Plan): Problem {
  const meant = key.length > longestSlip ? undefined : meantField(key, plan, root);
  const hint = meant === undefined ? '' : `; did you mean ${meant}?`;
  return { code: 'UNKNOWN_FIELD', message: `is not a field of ${plan.table.name}${hint}` };
}

function meantField(key: string, plan: Plan, root: Plan): string | undefined {
  for (const { model, wire } of plan.fields.values()) {
    if (wire === key || foldName(model) === foldName(key)) return model;
  }
  // The right name in the wrong object is likelier than a slip: `ipAddress` beside `device`.
  return elsewhere(key, root, '') ?? nearestName(key, plan.fields.keys());
}

/** The path of a field of that name anywhere in the request. */
function elsewhere(key: string, plan: Plan, path: string): string | undefined {
  for (const { model, wire, step } of plan.fields.values()) {
    if (path !== '' && (wire === key || foldName(model) === foldName(key)))
      return `${path}${model}`;
    const child = step.plan ?? step.values?.plan;
    const found = child && elsewhere(key, child, `${path}${model}${step.plan ? '.' : '[].'}`);
    if (found !== undefined) return found;
  }
  return undefined;
}
