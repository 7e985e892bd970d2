/** From what an application gives to the body that is sent: hashed, checked, encoded, written. */
import * as tables from '../generated/tables.ts';
import { type Transaction, type TransactionReport } from '../generated/models/index.ts';
import { checkBodySize } from './body-size.ts';
import { findCardNumbers } from './request/card-numbers.ts';
import { emailDomain, hashEmail } from './email/index.ts';
import { encode, type Encoded } from './encode.ts';
import { InvalidRequestError, type Issue } from './errors.ts';
import { hashUsername } from './formats/username.ts';
import { reportIssues } from './rules/report.ts';
import { transactionIssues } from './rules/transaction.ts';

/** What is done to a report before it is sent. */
export interface PrepareReportOptions {
  /** Whether the rules of the service are checked. What cannot be written as JSON is refused always. */
  readonly validate: boolean;
}

/** What is done to a transaction before it is sent. */
export interface PrepareTransactionOptions extends PrepareReportOptions {
  /** Whether the e-mail address goes out as MD5; `email.hashAddress` goes before it. */
  readonly hashEmail: boolean;
  /** Whether bodies that are larger than the service reads are refused; default true. */
  readonly checkSize?: boolean | undefined;
  /** Whether card numbers in the token and in custom inputs are refused; default true. */
  readonly checkCards?: boolean | undefined;
}

/** A body, or every reason why there is none. */
export interface Prepared {
  readonly body: string;
  readonly issues: readonly Issue[];
}

/**
 * The body of a scoring request.
 * @throws InvalidRequestError with every issue at once.
 */
export function prepareTransaction(
  transaction: Transaction,
  options: PrepareTransactionOptions,
): string {
  return bodyOf(examineTransaction(transaction, options), 'The transaction');
}

/**
 * The body of a transaction report.
 * @throws InvalidRequestError with every issue at once.
 */
export function prepareReport(report: TransactionReport, options: PrepareReportOptions): string {
  return bodyOf(examineReport(report, options), 'The report');
}

/** The same as {@link prepareTransaction}, for anything, and without throwing. */
export function examineTransaction(value: unknown, options: PrepareTransactionOptions): Prepared {
  const encoded = encode(value, tables.transaction, { validate: options.validate });
  const issues = [...encoded.issues];
  if (options.validate) issues.push(...transactionIssues(encoded));
  hideNames(encoded, options.hashEmail);
  if (options.checkCards !== false) issues.push(...findCardNumbers(encoded.wire));
  return written(encoded.wire, issues, options.checkSize);
}

/** The same as {@link prepareReport}, for anything, and without throwing. */
export function examineReport(value: unknown, options: PrepareReportOptions): Prepared {
  const encoded = encode(value, tables.transactionReport, { validate: options.validate });
  const issues = [...encoded.issues];
  if (options.validate) issues.push(...reportIssues(encoded));
  // The limit on the size is one of scoring; a report that keeps to its rules is far below it.
  return written(encoded.wire, issues, false);
}

/** Puts hashes in the places of what must not leave. The wire object is the encoder's own: it may change. */
function hideNames({ wire, modelOnly }: Encoded, hashByDefault: boolean): void {
  const username = modelOnly['account.username'];
  const account = wire['account'];
  // An empty name is no name: its hash would make one user of all who have none.
  if (typeof username === 'string' && username !== '' && isRecord(account)) {
    account['username_md5'] = hashUsername(username);
  }
  const email = wire['email'];
  const isHashed = modelOnly['email.hashAddress'] ?? hashByDefault;
  if (isHashed === true && isRecord(email) && typeof email['address'] === 'string') {
    const address = email['address'];
    const domain = email['domain'] ?? emailDomain(address);
    email['address'] = hashEmail(address);
    if (domain !== undefined) email['domain'] = domain;
  }
}

function written(wire: object, issues: Issue[], checkSize = true): Prepared {
  let body: unknown;
  try {
    body = JSON.stringify(wire);
  } catch {
    // A cycle, a BigInt or endless depth; only unchecked requests still hold such things.
  }
  if (typeof body !== 'string') {
    const message = 'cannot be written as JSON: it holds a cycle, a BigInt or too many levels';
    return {
      body: '',
      issues: [...issues, { pointer: '', path: '', code: 'UNREADABLE', message }],
    };
  }
  return { body, issues: checkSize ? [...issues, ...checkBodySize(body)] : issues };
}

function bodyOf({ body, issues }: Prepared, what: string): string {
  if (issues.length > 0) throw InvalidRequestError.fromIssues(issues, what);
  return body;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
