/** `minfraud-sdk`: the client, its errors, the types of requests and results, and their values. */
export { MinFraud } from './client.ts';
export type { DispositionPage, Dispositions, DispositionsQuery } from './dispositions.ts';
export type { CallOptions, ClientOptions, FetchFunction, HeaderValues } from './options.ts';
export type { CallEvent, Hooks, RequestEvent, ResponseEvent, RetryEvent } from './hooks.ts';
export type { Logger } from './logger.ts';
export { getMetadata, type ResultMetadata } from './metadata.ts';
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
export {
  reportSchema,
  type RequestSchema,
  type RequestSchemaIssue,
  type RequestSchemaResult,
  transactionSchema,
  type ValidateOptions,
  validateReport,
  validateTransaction,
  type Validation,
} from './validate.ts';
export { hashEmail, normalizeEmail } from './email/index.ts';
export * from '../generated/models/index.ts';
