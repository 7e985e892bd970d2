/** Whether a single value passes its rule: yes or no. explain.ts says why not. */
import type { CheckedRule } from './plan.ts';

/** Whether a string, number, boolean or a union of those passes. Objects and lists never do. */
export function fits(value: unknown, rule: CheckedRule): boolean {
  switch (rule.kind) {
    case 'string':
      return typeof value === 'string' && fitsString(value, rule);
    case 'number':
      return typeof value === 'number' && fitsNumber(value, rule);
    case 'boolean':
      return typeof value === 'boolean';
    case 'integer':
      return Number.isInteger(value) && fitsNumber(value as number, rule);
    case 'union':
      for (const member of rule.members) if (fits(value, member)) return true;
      return false;
    default:
      return false;
  }
}

/** Every comparison with NaN is false, so NaN fails without a check of its own. */
function fitsNumber(value: number, rule: CheckedRule): boolean {
  return value >= rule.least && value <= rule.most && value > rule.above && value < rule.below;
}

function fitsString(value: string, rule: CheckedRule): boolean {
  const { free, pattern, format, values } = rule.string;
  if (values !== undefined) return values.has(value);
  if (!fitsLength(value, rule.least, rule.most)) return false;
  if (free && !doubtful.test(value)) return true;
  if (pattern !== undefined && !pattern.test(value)) return false;
  if (format !== undefined && !format(value)) return false;
  return value.isWellFormed();
}

/** In Unicode characters, which are counted only where UTF-16 units leave a doubt. */
function fitsLength(value: string, least: number, most: number): boolean {
  const units = value.length;
  if (units <= most && units >= least * 2) return true;
  if (units < least || units > most * 2) return false;
  const characters = lengthOf(value);
  return characters >= least && characters <= most;
}

/** The length of a string in Unicode characters; half a surrogate pair counts as one. */
export function lengthOf(text: string): number {
  let length = text.length;
  for (let at = 0; at < text.length - 1; at++) {
    if (
      (text.charCodeAt(at) & 0xfc00) === 0xd800 &&
      (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00
    ) {
      length--;
      at++;
    }
  }
  return length;
}

/** What a free text may not hold, or may not hold half of: without the flag `u` pairs count too. */
const doubtful = /[\0\n\ud800-\udfff]/;
