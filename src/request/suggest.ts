/** Finds out which field was meant by a name that the spec does not know. */
import { foldName, nearestName } from '../formats/nearest-name.ts';
import type { Problem } from './explain.ts';
import { foldKnownName, knownNames } from './known-names.ts';
import { shownKey } from './place.ts';
import type { CheckedRule, Plan } from './plan.ts';

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
  // First, since one of the names there is a deprecated one of the spec.
  const names = knownNames();
  const folded = foldKnownName(key);
  const known = Object.hasOwn(names, folded) ? names[folded] : undefined;
  const named = known && knownField(known, plan, root);
  if (named !== undefined) return named;
  for (const { model, wire } of plan.fields.values()) {
    if (wire === key || foldName(model) === foldName(key)) return model;
  }
  // The right name in the wrong object is likelier than a slip: `ipAddress` next to `device`.
  return elsewhere(key, root, '') ?? nearestName(key, plan.fields.keys());
}

/**
 * The field that an everyday name means: the one of that name in the same object (`shipping.zip` is
 * `shipping.postal`, and in a legacy order there is one object alone), else the one in its place.
 */
function knownField(path: string, plan: Plan, root: Plan): string | undefined {
  const names = path.split('.');
  const leaf = names.at(-1) ?? path;
  if (plan.fields.has(leaf)) return leaf;
  let at: Plan | undefined = root;
  for (const name of names) {
    const rule: CheckedRule | undefined = at?.fields.get(name.replace('[]', ''))?.rule;
    if (rule === undefined) return undefined;
    at = rule.plan ?? rule.values?.plan;
  }
  return path;
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
