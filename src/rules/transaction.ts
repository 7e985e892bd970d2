/** Rules for a transaction that span several fields, so that a schema cannot state them. */
import { type Encoded } from '../encode.ts';
import { type Issue } from '../errors.ts';
import { takesFourLastDigits } from './card-brand.ts';
import { problems } from './explain.ts';

/** What is wrong with a transaction whose fields were each checked already. */
export function transactionIssues({ wire, issues, modelOnly }: Encoded): Issue[] {
  const found: Issue[] = [];
  const account = wire['account'] as Readonly<Record<string, unknown>> | undefined;
  if (modelOnly['account.username'] !== undefined && account?.['username_md5'] !== undefined) {
    found.push({
      pointer: '/account/username_md5',
      path: 'account.username',
      code: 'CONFLICT',
      message: 'must not be given beside usernameMd5, which is made of it: leave one out',
    });
  }
  const card = wire['credit_card'] as Readonly<Record<string, unknown>> | undefined;
  if (card !== undefined && hasTooManyDigits(card['issuer_id_number'], card['last_digits'])) {
    found.push({
      pointer: '/credit_card/last_digits',
      path: 'creditCard.lastDigits',
      code: 'DIGITS_MISMATCH',
      message:
        'must be two digits beside an eight-digit issuerIdNumber, ' +
        'unless the brand is Discover, JCB, Mastercard, UnionPay or Visa',
    });
  }
  // Anything that was wrong and left out was meant as an input.
  if (issues.length === 0 && modelOnly['account.username'] === undefined && !hasInput(wire)) {
    found.push({ pointer: '', path: '', ...problems.empty });
  }
  return found;
}

function hasTooManyDigits(issuerIdNumber: unknown, lastDigits: unknown): boolean {
  return (
    typeof issuerIdNumber === 'string' &&
    typeof lastDigits === 'string' &&
    issuerIdNumber.length === 8 &&
    lastDigits.length === 4 &&
    !takesFourLastDigits(issuerIdNumber)
  );
}

function hasInput(value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  for (const key in value)
    if (hasInput((value as Readonly<Record<string, unknown>>)[key])) return true;
  return false;
}
