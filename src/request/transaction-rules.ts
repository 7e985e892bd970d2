/** Rules for a transaction that span several fields, so that a schema cannot state them. */
import type { Issue } from '../errors.ts';
import type { Encoded } from './encode.ts';
import { problems } from './explain.ts';

/** What is wrong with a transaction whose fields were each checked already. */
export function transactionIssues({ wire, issues, modelOnly }: Encoded): Issue[] {
  const found: Issue[] = [];
  const hasUsername = modelOnly['account.username'] !== undefined;
  const account = wire['account'] as Readonly<Record<string, unknown>> | undefined;
  if (hasUsername && account?.['username_md5'] !== undefined) {
    found.push({
      pointer: '/account/username_md5',
      path: 'account.username',
      code: 'CONFLICT',
      message: 'must not be given together with usernameMd5, which is made of it: leave one out',
    });
  }
  // Anything that was wrong and refused was meant as an input.
  if (issues.length === 0 && !hasUsername && !hasInput(wire)) {
    const { code, message } = problems.empty;
    found.push({ pointer: '', path: '', code, message });
  }
  return found;
}

function hasInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return Object.values(value).some(hasInput);
}
