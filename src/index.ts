/**
 * The client, its errors, the types of requests and results, and their values.
 *
 * @module minfraud-sdk
 */
export { MinFraud } from './client.ts';
export type { ErrorCode, IssueCode, IssueCodes, OwnErrorCodes } from './codes.ts';
export type { NoContent } from './operation.ts';
export type { DispositionPage, Dispositions, DispositionsQuery } from './call/dispositions.ts';
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
export { getMetadata, type ResultMetadata } from './response/metadata.ts';
export {
  AuthenticationError,
  ConnectionError,
  type ErrorDetails,
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
export {
  parseTransaction,
  type Preview,
  previewTransaction,
  reportSchema,
  type RequestSchema,
  type RequestSchemaIssue,
  type RequestSchemaResult,
  transactionSchema,
  validateReport,
  validateTransaction,
  type Validation,
} from './request/validate.ts';
export type { SdkWarning } from './request/findings.ts';
export { hashEmail, normalizeEmail } from './email/index.ts';
export * from '../generated/models/index.ts';
