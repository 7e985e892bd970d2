/** Checks requests without sending them: as functions, and as schemas that other libraries understand. */
import type { Transaction, TransactionReport } from '../../generated/models/index.ts';
import { reportTransactionOperation, scoreOperation } from '../../generated/operations.ts';
import type { IssueCode } from '../codes.ts';
import { InvalidRequestError, type Issue } from '../errors.ts';
import type { CallOptions } from '../options/options.ts';
import { resolveRequestSettings } from '../options/settings.ts';
import { keysOfIssue, type SdkWarning, warningsOf } from './findings.ts';
import {
  type Checked,
  checkReport,
  checkTransaction,
  type RequestShape,
  writeFitting,
  writeJson,
} from './prepare.ts';

/** What a check found: the request, typed, or every reason why it would not be sent as it is. */
export type Validation<Request> =
  | {
      /**
       * `true` when the request would be sent as it is.
       */
      readonly ok: true;
      /**
       * The request itself, typed.
       */
      readonly value: Request;
      /**
       * Absent when there is nothing to say.
       */
      readonly issues?: undefined;
    }
  | {
      /**
       * `false` when there is any issue.
       */
      readonly ok: false;
      /**
       * Everything that is wrong, at once.
       */
      readonly issues: readonly Issue[];
    };

/**
 * Checks a transaction as `score`, `insights` and `factors` do with `invalid: 'throw'`.
 *
 * @example
 * const checked = validateTransaction({ billing: { country: 'Germany' } });
 * if (!checked.ok) for (const { path, message } of checked.issues) console.log(path, message);
 * @param transaction - Anything; it is not changed.
 * @returns The transaction, or all issues at once, each with its place and a remedy. Never throws.
 */
export function validateTransaction(transaction: unknown): Validation<Transaction> {
  return transactionOutcome(transaction, scoreOperation);
}

/**
 * Checks a transaction report as `report` does before it sends it.
 *
 * @example
 * const checked = validateReport({ tag: 'chargeback', minfraudId: id });
 * if (!checked.ok) for (const { path, message } of checked.issues) console.log(path, message);
 * @param report - Anything; it is not changed.
 * @returns The report, or all issues at once, each with its place and a remedy. Never throws.
 */
export function validateReport(report: unknown): Validation<TransactionReport> {
  return reportOutcome(report, reportTransactionOperation);
}

/**
 * Gives a transaction back as it is, typed.
 *
 * @example
 * const transaction = parseTransaction(JSON.parse(body));
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
 * @example
 * const { body, warnings } = previewTransaction(transaction, { hashEmail: true });
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
  /** What Standard Schema asks of a schema. */
  readonly '~standard': {
    /**
     * The version of Standard Schema.
     */
    readonly version: 1;
    /**
     * The library that made the schema.
     */
    readonly vendor: 'minfraud-sdk';
    /**
     * Checks a value without changing it.
     */
    readonly validate: (value: unknown) => RequestSchemaResult<Request>;
    /**
     * For types only; absent at run time.
     */
    readonly types?:
      | {
          /**
           * What the schema takes.
           */
          readonly input: Request;
          /**
           * What it gives back: the same.
           */
          readonly output: Request;
        }
      | undefined;
  };
}

/** The request itself, or what is wrong with it. */
export type RequestSchemaResult<Request> =
  | {
      /**
       * The request itself.
       */
      readonly value: Request;
      /**
       * Absent when there is nothing to say.
       */
      readonly issues?: undefined;
    }
  | {
      /**
       * Everything that is wrong, at once.
       */
      readonly issues: readonly RequestSchemaIssue[];
    };

/** An issue as Standard Schema has it, with the path as keys. */
export interface RequestSchemaIssue {
  /** What to do about it. Never holds the value of a sensitive field. */
  readonly message: string;
  /** The place in the model's spelling, key by key: `['shoppingCart', 1, 'price']`. */
  readonly path: readonly PropertyKey[];
  /** What kind of mistake it is, for programs: {@link IssueCodes} lists all. */
  readonly code: IssueCode;
  /** The place as a JSON Pointer in the service's spelling. */
  readonly pointer: string;
}

/**
 * Checks transactions in tRPC, Hono, form libraries and everything else that takes a Standard Schema.
 *
 * @example
 * const result = transactionSchema['~standard'].validate(transaction);
 */
export const transactionSchema: RequestSchema<Transaction> =
  /* @__PURE__ */ schemaOf(validateTransaction);

/**
 * Checks transaction reports in everything that takes a Standard Schema.
 *
 * @example
 * const result = reportSchema['~standard'].validate({ tag: 'not_fraud', minfraudId: id });
 */
export const reportSchema: RequestSchema<TransactionReport> =
  /* @__PURE__ */ schemaOf(validateReport);

/** A check as a schema that other libraries understand. */
export function schemaOf<Request>(
  check: (value: unknown) => Validation<Request>,
): RequestSchema<Request> {
  const validate = (value: unknown): RequestSchemaResult<Request> => {
    const checked = check(value);
    if (checked.ok) return { value: checked.value };
    const issues = checked.issues.map((issue) => {
      const { message, code, pointer } = issue;
      return { message, path: keysOfIssue(issue), code, pointer };
    });
    return { issues };
  };
  return { '~standard': { version: 1, vendor: 'minfraud-sdk', validate } };
}
