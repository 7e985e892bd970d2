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
export { type LegacyCallOptions, type LegacyClientOptions, MinFraudLegacy } from './client.ts';
export { parseLegacyResponse, parseProxyResponse, type TextBody } from './parse.ts';
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
