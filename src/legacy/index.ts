/**
 * minFraud Legacy and Proxy Detection, and the parsers of their responses.
 *
 * @module minfraud-sdk/legacy
 */
export type {
  LegacyOrder,
  LegacyResult,
  ProxyDetectionRequest,
  ProxyDetectionResult,
} from '../../generated/models/index.ts';
export { MinFraudLegacy } from './client.ts';
export type { LegacyCallOptions, LegacyClientOptions } from './options.ts';
export { parseLegacyResponse, parseProxyResponse } from './parse.ts';
export type { TextBody } from './reading.ts';
export {
  AuthenticationError,
  ConnectionError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
  TimeoutError,
} from '../errors.ts';
