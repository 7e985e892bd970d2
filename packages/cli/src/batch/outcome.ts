/** What the end of a query means for money: it is what the ledger turns on. */
import {
  AuthenticationError,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
} from 'minfraud-sdk';

export type Outcome =
  /** The service read it and said no: it is not asked again. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly status: number;
      readonly message: string;
    }
  /** Not processed, by the service's own word: later. */
  | { readonly kind: 'later'; readonly seconds: number | undefined; readonly message: string }
  /** It never reached the service. */
  | { readonly kind: 'unsent'; readonly message: string }
  /** Not processed, and no other will be: the run has to stop. */
  | { readonly kind: 'stop'; readonly status: number | undefined; readonly message: string }
  /** It may have been processed and billed. */
  | { readonly kind: 'doubt'; readonly code: string; readonly message: string };

/** Codes of errors after which no byte of the request can have arrived: docs/errors.md. */
const neverSent: ReadonlySet<string> = new Set([
  ...['CONNECTION_REFUSED', 'DNS_FAILED', 'TLS_FAILED', 'CONNECTION_FAILED', 'CONNECT_TIMEOUT'],
]);

export function outcomeOf(error: unknown): Outcome {
  if (!MinFraudError.is(error)) {
    return {
      kind: 'doubt',
      code: 'UNKNOWN',
      message: error instanceof Error ? error.message : String(error),
    };
  }
  const { code, message, status, retryAfter } = error;
  if (neverSent.has(code)) return { kind: 'unsent', message };
  if (RateLimitError.is(error)) return { kind: 'later', seconds: retryAfter, message };
  // Without Retry-After a 503 may come from a proxy that passed the query on.
  if (status === 503 && retryAfter !== undefined)
    return { kind: 'later', seconds: retryAfter, message };
  if (
    InsufficientFundsError.is(error) ||
    AuthenticationError.is(error) ||
    PermissionRequiredError.is(error)
  ) {
    return { kind: 'stop', status, message };
  }
  if (InvalidRequestError.is(error)) return { kind: 'refused', code, status: status ?? 0, message };
  if (
    HttpError.is(error) &&
    status !== undefined &&
    status >= 400 &&
    status < 500 &&
    status !== 408
  ) {
    return { kind: 'refused', code, status, message };
  }
  return { kind: 'doubt', code, message };
}
