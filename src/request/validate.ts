/** Checks requests without sending them: as functions, and as schemas that other libraries understand. */
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import { InvalidRequestError, type Issue } from '../errors.ts';
import type { CallOptions } from '../options/options.ts';
import { resolveRequestSettings } from '../options/settings.ts';
import { partsOf } from './place.ts';
import {
  type Checked,
  checkReport,
  checkTransaction,
  type RequestShape,
  writeFitting,
  writeJson,
} from './prepare.ts';
import { type SdkWarning, warningsOf } from './warnings.ts';

/** What a check found: the request, typed, or every reason why it would not be sent as it is. */
export type Validation<Request> =
  | { readonly ok: true; readonly value: Request; readonly issues?: undefined }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/**
 * Checks a transaction as `score`, `insights` and `factors` do with `invalid: 'throw'`.
 *
 * @param transaction - Anything; it is not changed.
 * @returns The transaction, or all issues at once, each with its place and a remedy. Never throws.
 */
export function validateTransaction(transaction: unknown): Validation<Transaction> {
  return transactionOutcome(transaction, scoreOperation);
}

/**
 * Checks a transaction report as `report` does before it sends it.
 *
 * @param report - Anything; it is not changed.
 * @returns The report, or all issues at once, each with its place and a remedy. Never throws.
 */
export function validateReport(report: unknown): Validation<TransactionReport> {
  return reportOutcome(report, reportTransactionOperation);
}

/**
 * Gives a transaction back as it is, typed.
 *
 * @param transaction - Anything, such as the parsed body of a request.
 * @throws InvalidRequestError with all issues of {@link validateTransaction}.
 */
export function parseTransaction(transaction: unknown): Transaction {
  return valid(validateTransaction(transaction), 'The transaction');
}

/** What a call would do with a transaction. */
export interface Preview {
  /** The JSON text that would be sent. With issues it is what is left of the transaction. */
  readonly body: string;
  /** Why the call would be refused; empty when it would be sent. */
  readonly issues: readonly Issue[];
  /** What would be left out or shortened. The service adds its own to these. */
  readonly warnings: readonly SdkWarning[];
}

/**
 * What `score`, `insights` and `factors` would send for a transaction.
 *
 * @param transaction - Anything; it is not changed.
 * @param options - `invalid` and `hashEmail` of the client or call, with the same defaults.
 * @throws InvalidRequestError for a wrong option.
 */
export function previewTransaction(
  transaction: unknown,
  options: Pick<CallOptions, 'invalid' | 'hashEmail'> = {},
): Preview {
  return previewOf(transaction, options, scoreOperation);
}

/** {@link previewTransaction} by the operation of any spec. */
export function previewOf(
  transaction: unknown,
  options: Pick<CallOptions, 'invalid' | 'hashEmail'>,
  shape: RequestShape,
): Preview {
  const settings = resolveRequestSettings(options);
  const checked = checkTransaction(transaction, shape, settings);
  const { json, issues } =
    settings.invalid === 'drop'
      ? writeFitting(checked, shape)
      : writeJson(checked.wire, shape.bodyLimit);
  return {
    body: json,
    issues: [...checked.issues, ...issues],
    warnings: warningsOf(checked.repairs),
  };
}

/** {@link validateTransaction} by the operation of any spec. */
export function transactionOutcome<Request>(
  transaction: unknown,
  shape: RequestShape,
): Validation<Request> {
  const settings = { invalid: 'throw', hashEmail: false } as const;
  return outcome(transaction, checkTransaction(transaction, shape, settings), shape.bodyLimit);
}

/** {@link validateReport} by the operation of any spec. */
export function reportOutcome<Request>(
  report: unknown,
  { request, bodyLimit }: RequestShape,
): Validation<Request> {
  return outcome(report, checkReport(report, request), bodyLimit);
}

/** @throws InvalidRequestError if there is any issue. */
export function valid<Request>(validation: Validation<Request>, what: string): Request {
  if (validation.ok) return validation.value;
  throw InvalidRequestError.fromIssues(validation.issues, what);
}

function outcome<Request>(
  value: unknown,
  checked: Checked,
  bodyLimit: number | undefined,
): Validation<Request> {
  const issues = [...checked.issues, ...writeJson(checked.wire, bodyLimit).issues];
  return issues.length === 0 ? { ok: true, value: value as Request } : { ok: false, issues };
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
  readonly code: string;
  /** JSON Pointer in wire spelling. */
  readonly pointer: string;
}

/** Transactions for tRPC, Hono, form libraries and whatever else takes a Standard Schema. */
export const transactionSchema: RequestSchema<Transaction> =
  /* @__PURE__ */ schemaOf(validateTransaction);

/** Transaction reports for the same. */
export const reportSchema: RequestSchema<TransactionReport> =
  /* @__PURE__ */ schemaOf(validateReport);

/** A check as a schema that other libraries understand. */
export function schemaOf<Request>(
  check: (value: unknown) => Validation<Request>,
): RequestSchema<Request> {
  const validate = (value: unknown): RequestSchemaResult<Request> => {
    const checked = check(value);
    if (checked.ok) return { value: checked.value };
    const issues = checked.issues.map(({ message, path, code, pointer }) => {
      return { message, path: partsOf(path), code, pointer };
    });
    return { issues };
  };
  return { '~standard': { version: 1, vendor: 'minfraud-sdk', validate } };
}
