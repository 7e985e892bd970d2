/** Checks requests without sending them: as functions, and as schemas that other libraries understand. */
import { type Transaction, type TransactionReport } from '../generated/models/index.ts';
import { type Issue } from './errors.ts';
import { examineReport, examineTransaction, type Prepared } from './prepare.ts';
import { partsOf } from './rules/place.ts';

/** What a check found. */
export interface Validation {
  /** True when there is no issue: the client would send the request. */
  readonly ok: boolean;
  readonly issues: readonly Issue[];
}

/** Checks that have a switch of their own. */
export interface ValidateOptions {
  /** Refuse bodies over 20,000 bytes; default true. */
  readonly checkSize?: boolean | undefined;
  /** Refuse card numbers in `creditCard.token` and custom inputs; default true. */
  readonly checkCards?: boolean | undefined;
}

/**
 * Checks a transaction as `score`, `insights` and `factors` do before they send it.
 *
 * @param transaction - Anything; it is not changed.
 * @returns All issues at once, each with its place and a remedy. Never throws.
 */
export function validateTransaction(transaction: unknown, options?: ValidateOptions): Validation {
  return outcome(examineTransaction(transaction, { ...options, validate: true, hashEmail: false }));
}

/**
 * Checks a transaction report as `report` does before it sends it.
 *
 * @param report - Anything; it is not changed.
 * @returns All issues at once, each with its place and a remedy. Never throws.
 */
export function validateReport(report: unknown): Validation {
  return outcome(examineReport(report, { validate: true }));
}

function outcome({ issues }: Prepared): Validation {
  return { ok: issues.length === 0, issues };
}

/** A schema of Standard Schema, version 1 (https://standardschema.dev), that changes nothing. */
export interface RequestSchema<Request> {
  readonly '~standard': {
    readonly version: 1;
    readonly vendor: 'minfraud-sdk';
    readonly validate: (value: unknown) => RequestSchemaResult<Request>;
    /** For types only; not there at run time. */
    readonly types?: { readonly input: Request; readonly output: Request } | undefined;
  };
}

/** The request itself, or what is wrong with it. */
export type RequestSchemaResult<Request> =
  | { readonly value: Request; readonly issues?: undefined }
  | { readonly issues: readonly RequestSchemaIssue[] };

/** An issue as Standard Schema has it, with the path as keys. */
export interface RequestSchemaIssue {
  readonly message: string;
  readonly path: readonly PropertyKey[];
}

/** Transactions for tRPC, Hono, form libraries and whatever else takes a Standard Schema. */
export const transactionSchema: RequestSchema<Transaction> = schemaOf(validateTransaction);

/** Transaction reports for the same. */
export const reportSchema: RequestSchema<TransactionReport> = schemaOf(validateReport);

function schemaOf<Request>(check: (value: unknown) => Validation): RequestSchema<Request> {
  const validate = (value: unknown): RequestSchemaResult<Request> => {
    const { ok, issues } = check(value);
    if (ok) return { value: value as Request };
    return { issues: issues.map(({ message, path }) => ({ message, path: partsOf(path) })) };
  };
  return { '~standard': { version: 1, vendor: 'minfraud-sdk', validate } };
}
