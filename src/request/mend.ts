/** Repairs a text, before it is checked, in what the service would not mind: see `x-mend` in the spec. */
import { mendEmail } from '../email/mend.ts';
import type { InvalidInput } from '../options/options.ts';
import type { CheckedRule } from './plan.ts';

/** The value that is checked and sent; `send` sends it as it was given. */
export function mended(value: unknown, rule: CheckedRule, invalid: InvalidInput): unknown {
  if (rule.mend === undefined || typeof value !== 'string' || invalid === 'send') return value;
  return rule.mend === 'email' ? mendEmail(value) : value.trim();
}
