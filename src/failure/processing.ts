/** What the failure of a call says of money: whether the service can have processed, and billed, the query. */
import {
  AuthenticationError,
  ConnectionError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
} from '../errors.ts';

/**
 * - `not-sent`: the request cannot have reached the service. No connection was made, or this package did not
 *   send it.
 * - `refused`: the service itself says that it did not process the request: its own error document, a 429, or
 *   a 503 with `Retry-After`.
 * - `perhaps-processed`: everything else. No response came, or one that the service need not have written.
 */
export type Processing = 'not-sent' | 'refused' | 'perhaps-processed';

/**
 * What an error of a call says of its last attempt. All of it stands on the error: class, code, status and
 * `retryAfter`.
 *
 * @param error - What the call rejected with. The caller's own abort reason is nothing that this package
 *   knows, so it counts as perhaps processed.
 */
export function processingOf(error: unknown): Processing {
  if (!MinFraudError.is(error)) return 'perhaps-processed';
  const { code, status, retryAfter, attempts } = error;
  if (status === undefined) {
    const isUnsent = ConnectionError.is(error)
      ? notSentCodes.has(code)
      : InvalidRequestError.is(error) && attempts === 0;
    return isUnsent ? 'not-sent' : 'perhaps-processed';
  }
  // Without Retry-After a 503 may come from a proxy that has passed the query on.
  if (status === 503 && retryAfter !== undefined) return 'refused';
  // Only a response of the service's own makes these classes: failure/service-error.ts. A 5xx contradicts it.
  const isRefused = status < 500 && serviceErrors.some((errorClass) => errorClass.is(error));
  return isRefused ? 'refused' : 'perhaps-processed';
}

/** The codes of a ConnectionError before any byte of the request can have arrived. */
export const notSentCodes: ReadonlySet<string> = new Set([
  'CONNECTION_REFUSED',
  'DNS_FAILED',
  'TLS_FAILED',
  'CONNECT_TIMEOUT',
  'CONNECTION_FAILED',
]);

const serviceErrors = [
  RateLimitError,
  InvalidRequestError,
  AuthenticationError,
  InsufficientFundsError,
  PermissionRequiredError,
];
