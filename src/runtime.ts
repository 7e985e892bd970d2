/**
 * What a client is made of that `minfraud generate` writes. Programs import the
 * client, not this.
 *
 * @module minfraud-sdk/runtime
 */
import { call, type CallContext, createContext } from './call/call.ts';
import { Dispositions, type DispositionsQuery, type UpdatePage } from './call/dispositions.ts';
import { jsonFormat } from './call/json-format.ts';
import { type LegacyClientOptions, resolveLegacyClient } from './legacy/options.ts';
import { prepareOrder as prepareLegacyOrder } from './legacy/order.ts';
import { resultOf, type TextBody, textReader } from './legacy/reading.ts';
import { textFormat } from './legacy/text-format.ts';
import type {
  AnyOperation,
  Operation,
  RequestTable,
  ResponseTable,
  TextRecordTable,
} from './operation.ts';
import type { CallOptions, ClientOptions } from './options/options.ts';
import { resolveClient } from './options/settings.ts';
import * as prepare from './request/prepare.ts';
import {
  previewOf,
  type previewTransaction,
  reportOutcome,
  type RequestSchema,
  schemaOf,
  transactionOutcome,
  valid,
  type Validation,
} from './request/validate.ts';

export type {
  ResponseObject,
  AnyOperation,
  ObjectRule,
  NoContent,
  Operation,
  RequestTable,
  ResponseTable,
  TextRecord,
  TextRecordTable,
} from './operation.ts';
export { alertReader, type RepeatedParameters } from './alerts/reader.ts';
export {
  type DispositionPage,
  Dispositions,
  type DispositionsQuery,
  type UpdatePage,
} from './call/dispositions.ts';
export type { LegacyCallOptions, LegacyClientOptions } from './legacy/options.ts';
export type { TextBody } from './legacy/reading.ts';
export type {
  AppInfo,
  CallOptions,
  ClientOptions,
  FetchedResponse,
  FetchFunction,
  FetchInit,
  HeaderValues,
  InvalidInput,
} from './options/options.ts';
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './options/hooks.ts';
export type { Logger } from './options/log.ts';
export type { ErrorCode, IssueCode } from './codes.ts';
export { getMetadata, type ResultMetadata } from './response/metadata.ts';
export {
  AuthenticationError,
  ConnectionError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  type Issue,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
  type Retry,
  TimeoutError,
} from './errors.ts';
export type {
  Preview,
  RequestSchema,
  RequestSchemaIssue,
  RequestSchemaResult,
  Validation,
} from './request/validate.ts';
export type { SdkWarning } from './request/findings.ts';
export { hashEmail, normalizeEmail } from './email/index.ts';

/** A client without operations of its own: a class that extends it has one method for each. */
export class OperationClient<Paths extends object = object> {
  // Neither inspect, JSON nor a log can reach the credentials in it.
  readonly #context: CallContext<Paths>;

  /**
   * Makes a client for the life of a process, and checks its options.
   *
   * @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`.
   */
  constructor(options: ClientOptions = {}) {
    this.#context = createContext(resolveClient(options, 'basic'), jsonFormat);
  }

  /** Calls an operation, and resolves with its result. */
  protected callOperation<Request, Result, Wire extends object>(
    operation: Operation<Request, Result, Wire, Paths>,
    request: Request,
    options: CallOptions | undefined,
    prepared?: prepare.Prepare<unknown>,
  ): Promise<Result> {
    return call(this.#context, operation, request, options, prepared);
  }

  /** Walks through the pages of an operation that lists dispositions. */
  protected dispositionsOf<
    Result extends UpdatePage<unknown>,
    Page extends UpdatePage<Result['updates'][number]>,
  >(
    operation: Pick<AnyOperation, 'request'>,
    // Whatever parameters its spec gives it.
    ask: (request: never, options: CallOptions | undefined) => Promise<Result>,
    query: Pick<DispositionsQuery, 'updatesAfter'>,
    options: CallOptions | undefined,
  ): Dispositions<Result['updates'][number], Page> {
    return new Dispositions<Result['updates'][number], Page>(
      // The walk adds the parameters of the query, whose type is the caller's.
      (request, given) => ask(request as never, given),
      this.#context.client.defaults,
      query,
      options,
      operation,
    );
  }
}

/** The same for the services that respond in text and know an account by its license key alone. */
export class TextOperationClient<Paths extends object = object> {
  // Neither inspect, JSON nor a log can reach the key in it.
  readonly #context: CallContext<Paths>;
  readonly #isOriginal: boolean;

  /**
   * Makes a client for the life of a process, and checks its options.
   *
   * @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`.
   */
  constructor(options: LegacyClientOptions = {}) {
    const { client, isOriginal } = resolveLegacyClient(options);
    this.#context = createContext(client, textFormat);
    this.#isOriginal = isOriginal;
  }

  /** Calls an operation, and resolves with its result. */
  protected callOperation<Request, Result, Wire extends object>(
    operation: Operation<Request, Result, Wire, Paths>,
    request: Request,
    options: CallOptions | undefined,
    prepared?: prepare.Prepare<unknown>,
  ): Promise<Result> {
    return call(this.#context, operation, request, options, prepared);
  }

  /** The one of two paths of a service that the option `path` names. */
  protected atPath<Chosen>(current: Chosen, original: Chosen): Chosen {
    return this.#isOriginal ? original : current;
  }
}

/** Prepares a legacy order, whatever fields its spec gives it. */
export const prepareOrder: prepare.Prepare<unknown> =
  prepareLegacyOrder as prepare.Prepare<unknown>;

/** Makes the parser of stored responses of an operation in text. */
export function textParser<Result extends object>(operation: {
  /**
   * What its responses are read by. Absent of an operation without one, which this refuses.
   */
  readonly response?: TextRecordTable<Result> | ResponseTable<Result>;
  /**
   * Documented codes of errors, each with its HTTP status.
   */
  readonly errorCodes: Readonly<Record<string, number>>;
  /**
   * Documented codes that stand next to a result. Absent where there are none.
   */
  readonly warningCodes?: readonly string[];
}): (body: TextBody) => Result {
  const read = textReader(operation);
  // The table is tied to this type.
  return (body) => resultOf(read(body), operation.errorCodes) as Result;
}

/** Prepares a transaction, whatever fields its spec gives it. */
export const prepareTransaction: prepare.Prepare<unknown> =
  prepare.prepareTransaction as prepare.Prepare<unknown>;

/** Prepares a transaction report, whatever fields its spec gives it. */
export const prepareReport: prepare.Prepare<unknown> =
  prepare.prepareReport as prepare.Prepare<unknown>;

/** What `minfraud-sdk` exports to check transactions without sending them. */
export interface TransactionChecks<Transaction> {
  /** Checks a transaction as a call with `invalid: 'throw'` does. Never throws. */
  readonly validateTransaction: (transaction: unknown) => Validation<Transaction>;
  /**
   * Gives a transaction back as it is, typed.
   *
   * @throws InvalidRequestError with all issues.
   */
  readonly parseTransaction: (transaction: unknown) => Transaction;
  /** What a call would send for a transaction. */
  readonly previewTransaction: typeof previewTransaction;
  /** Checks transactions in everything that takes a Standard Schema. */
  readonly transactionSchema: RequestSchema<Transaction>;
}

/** An operation as far as its requests go. */
interface Taking<Request> {
  /** What it takes, whatever it is on the wire. */
  readonly request: Omit<RequestTable<Request, unknown>, 'wire'>;
  /** The largest body that the service reads, in bytes; absent where none is documented. */
  readonly bodyLimit?: number;
}

/** The checks of transactions, by the operation of any spec. */
export function transactionChecks<Transaction>(
  operation: Taking<Transaction>,
): TransactionChecks<Transaction> {
  const validate = (transaction: unknown): Validation<Transaction> =>
    transactionOutcome(transaction, operation);
  return {
    validateTransaction: validate,
    parseTransaction: (transaction) => valid(validate(transaction), 'The transaction'),
    previewTransaction: (transaction, options?: Parameters<typeof previewTransaction>[1]) =>
      previewOf(transaction, options ?? {}, operation),
    transactionSchema: schemaOf(validate),
  };
}

/** What `minfraud-sdk` exports to check transaction reports without sending them. */
export interface ReportChecks<Report> {
  /** Checks a transaction report as `report` does before it sends it. Never throws. */
  readonly validateReport: (report: unknown) => Validation<Report>;
  /** Checks transaction reports in everything that takes a Standard Schema. */
  readonly reportSchema: RequestSchema<Report>;
}

/** The checks of transaction reports, by the operation of any spec. */
export function reportChecks<Report>(operation: Taking<Report>): ReportChecks<Report> {
  const validate = (report: unknown): Validation<Report> => reportOutcome(report, operation);
  return { validateReport: validate, reportSchema: schemaOf(validate) };
}
