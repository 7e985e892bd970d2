/** What the end of a query means for its row and for money: it is what the ledger turns on. */
import {
  AuthenticationError,
  InsufficientFundsError,
  InvalidRequestError,
  type Issue,
  MinFraudError,
  PermissionRequiredError,
} from 'minfraud-sdk';
import { processingOf } from 'minfraud-sdk/internal';

export type Outcome =
  /** The service read the row and rejected it: the row is done. */
  | {
      readonly kind: 'refused';
      readonly code: string;
      readonly status: number;
      readonly message: string;
    }
  /** Not sent, since the row has mistakes. */
  | { readonly kind: 'mistake'; readonly issues: readonly Issue[] }
  /** Not processed, by the service's own word: later. */
  | { readonly kind: 'later'; readonly seconds: number | undefined; readonly message: string }
  /** It never reached the service. */
  | { readonly kind: 'unsent'; readonly message: string }
  /** Not processed, and no other row will be: the run has to stop. */
  | { readonly kind: 'stop'; readonly message: string }
  /** Someone between here and the service turned it away: the row stays open. */
  | { readonly kind: 'turned away'; readonly status: number; readonly message: string }
  /** It may have been processed and billed. */
  | {
      readonly kind: 'doubt';
      readonly code: string;
      readonly status: number | undefined;
      readonly message: string;
    };

export function outcomeOf(error: unknown): Outcome {
  const message = error instanceof Error ? error.message : String(error);
  if (!MinFraudError.is(error))
    return { kind: 'doubt', code: 'UNKNOWN', status: undefined, message };
  const { code, status, retryAfter } = error;
  const processing = processingOf(error);
  if (processing === 'not-sent') {
    return InvalidRequestError.is(error)
      ? { kind: 'mistake', issues: issuesOf(error) }
      : { kind: 'unsent', message };
  }
  if (processing === 'refused' && status !== undefined) {
    if (InvalidRequestError.is(error)) return { kind: 'refused', code, status, message };
    const isAccount = [AuthenticationError, InsufficientFundsError, PermissionRequiredError].some(
      (errorClass) => errorClass.is(error),
    );
    return isAccount ? { kind: 'stop', message } : { kind: 'later', seconds: retryAfter, message };
  }
  if (status !== undefined && turnedAway.has(status))
    return { kind: 'turned away', status, message };
  return { kind: 'doubt', code, status, message };
}

/**
 * Statuses by which whoever wrote the response says that the request went no further: a wrong address, a
 * firewall, a proxy. That is enough to leave a row open until a person has looked and says --resume; it is
 * not enough to send the row again without one. 408, 409, 421, 499 and what is not listed say no such thing.
 */
const turnedAway: ReadonlySet<number> = new Set([
  ...[400, 401, 402, 403, 404, 405, 406, 407, 410, 411, 413, 414, 415, 417, 425, 426, 428, 431],
  ...[451, 511],
]);

function issuesOf(error: InvalidRequestError): readonly Issue[] {
  const { code, message, issues } = error;
  return issues.length > 0 ? issues : [{ pointer: '', path: '', code, message }];
}
