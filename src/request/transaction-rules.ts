/** Rules for a transaction that span several fields, so that a schema cannot state them. */
import type { InvalidInput } from '../options/options.ts';
import type { Encoded } from './encode.ts';
import { problems } from './explain.ts';

/** Adds what is wrong with a transaction whose fields were each checked already. */
export function checkAcrossFields(encoded: Encoded, invalid: InvalidInput): void {
  const { wire, issues, repairs, modelOnly } = encoded;
  const hasUsername = (modelOnly['account.username'] ?? '') !== '';
  const account = wire['account'] as Readonly<Record<string, unknown>> | undefined;
  if (hasUsername && account?.['username_md5'] !== undefined) {
    const conflict = {
      pointer: '/account/username_md5',
      path: 'account.username',
      code: 'CONFLICT',
      message: 'must not be given together with usernameMd5, which is made of it: leave one out',
    };
    if (invalid === 'drop') {
      delete modelOnly['account.username'];
      repairs.push({ ...conflict, how: 'dropped' });
    } else issues.push(conflict);
  }
  // Anything that was wrong and refused was meant as an input.
  if (issues.length === 0 && !hasUsername && !hasInput(wire)) {
    const { code, message } = problems.empty;
    issues.push({ pointer: '', path: '', code, message });
  }
}

function hasInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).some(hasInput);
}
