/**
 * Every error this package throws: one tree, told apart by class, by `code`, and by guards that
 * also work across duplicate copies of the package and across realms.
 */
import type { ErrorCode, IssueCode } from './codes.ts';

/** One thing that is wrong with a request, found here or by the service. */
export interface Issue {
  /** The place as a JSON Pointer (RFC 6901) in the service's spelling; `''` is the whole request. */
  readonly pointer: string;
  /** The same place in the model's spelling: `billing.phoneNumber`, `shoppingCart[1].price`. */
  readonly path: string;
  /** What kind of mistake it is, for programs, such as `TOO_LONG`: {@link IssueCodes} lists all. */
  readonly code: IssueCode;
  /** What to do about it. Never holds the value of a sensitive field. */
  readonly message: string;
}

/** One attempt of a call that failed and was retried. */
export interface Retry {
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** Why it failed: the code that the call would have ended with. */
  readonly code: ErrorCode;
  /** The HTTP status of its response. Absent when none came. */
  readonly status?: number;
  /** How long the next attempt waited, in milliseconds. */
  readonly delay: number;
}

/** What every error may carry in addition to its message. */
export interface ErrorDetails {
  /** Static, for programs: the service's own code, or one of this package's (docs/error-codes.md). */
  readonly code: ErrorCode;
  /** The HTTP status. Absent when no response came. */
  readonly status?: number | undefined;
  /** Origin and path. Absent when nothing was asked. */
  readonly url?: string | undefined;
  /** How many requests were made. Default 0. */
  readonly attempts?: number | undefined;
  /** The attempts that failed and were retried. Default: none. */
  readonly retries?: readonly Retry[] | undefined;
  /** What the runtime saw. Absent when there is no error below this one. */
  readonly cause?: unknown;
  /** Seconds that the service asked to wait. Absent when it did not ask. */
  readonly retryAfter?: number | undefined;
  /** What is wrong, for {@link InvalidRequestError}. Default: none. */
  readonly issues?: readonly Issue[] | undefined;
}

/** Shared by all copies of the package in a process: holds the names of an error's classes. */
const BRAND = Symbol.for('minfraud-sdk.error');

/**
 * The root of the tree: catches everything that this package throws on purpose.
 *
 * @example
 * try {
 *   await client.score(transaction);
 * } catch (error) {
 *   if (MinFraudError.is(error)) console.error(error.code, error.status, error.attempts);
 *   else throw error;
 * }
 */
export class MinFraudError extends Error {
  /**
   * The service's own code, or one of this package's. Meaning, billing and remedy of each:
   * https://github.com/OWNER/minfraud-sdk/blob/main/docs/error-codes.md
   */
  readonly code: ErrorCode;
  /** The HTTP status of the response. Absent when none came. */
  declare readonly status?: number;
  /** Origin and path that were asked; never a query, never credentials. Absent when nothing was asked. */
  declare readonly url?: string;
  /** Seconds that the service asked to wait, counted from its response. Absent when it did not ask. */
  declare readonly retryAfter?: number;
  /** How many requests were made; 0 when the call failed before anything was sent. */
  readonly attempts: number;
  /** The attempts that failed and were retried, oldest first. */
  readonly retries: readonly Retry[];

  /** Makes an error as the client does, for tests of your error handling. */
  constructor(message: string, details: ErrorDetails) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = details.code;
    // Absent things stay absent, so that inspect and JSON show only what is known.
    if (details.status !== undefined) this.status = details.status;
    if (details.url !== undefined) this.url = details.url;
    if (details.retryAfter !== undefined) this.retryAfter = details.retryAfter;
    this.attempts = details.attempts ?? 0;
    this.retries = details.retries ?? [];
  }

  /**
   * True for this class and those below it, also when another copy of the package made it.
   *
   * @example
   * const isBusy = (error: unknown): boolean => RateLimitError.is(error);
   */
  static is<T extends MinFraudError>(this: ErrorClass<T>, value: unknown): value is T {
    if (typeof value !== 'object' || value === null) return false;
    const names: unknown = Reflect.get(value, BRAND);
    return Array.isArray(names) && names.includes(this.prototype.name);
  }

  /** What a log may hold: no stack, no cause. */
  toJSON(): Record<string, unknown> {
    return { name: this.name, message: this.message, ...Object.fromEntries(Object.entries(this)) };
  }

  static {
    brand(this, 'MinFraudError');
  }
}

/** The request or an option is wrong: `issues` says all of it at once. Repeating it is no use. */
export class InvalidRequestError extends MinFraudError {
  /** Everything that is wrong, at once. Empty when the service refused the request without saying where. */
  readonly issues: readonly Issue[];

  /** Makes an error as the client does, for tests of your error handling. */
  constructor(message: string, details: ErrorDetails) {
    super(message, details);
    this.issues = details.issues ?? [];
  }

  /** Makes the error for what validation found before anything was sent, with the first five in its message. */
  static fromIssues(issues: readonly Issue[], what = 'The request'): InvalidRequestError {
    const shown = issues.slice(0, 5).map((issue) => {
      return issue.path === '' ? issue.message : `${issue.path}: ${issue.message}`;
    });
    if (issues.length > shown.length) shown.push(`and ${issues.length - shown.length} more`);
    const message = `${what} was not sent. ${shown.join('; ')}`;
    return new InvalidRequestError(message, { code: 'VALIDATION_FAILED', issues });
  }

  static {
    brand(this, 'InvalidRequestError');
  }
}

/** The account ID or the license key was refused. */
export class AuthenticationError extends MinFraudError {
  static {
    brand(this, 'AuthenticationError');
  }
}

/** The account has no queries left for this service. */
export class InsufficientFundsError extends MinFraudError {
  static {
    brand(this, 'InsufficientFundsError');
  }
}

/** The account may not use this service. */
export class PermissionRequiredError extends MinFraudError {
  static {
    brand(this, 'PermissionRequiredError');
  }
}

/** Too many requests: wait `retryAfter` seconds, or a minute where it is absent. */
export class RateLimitError extends MinFraudError {
  static {
    brand(this, 'RateLimitError');
  }
}

/** A response came, but its status or its body is not one that the service documents. */
export class HttpError extends MinFraudError {
  static {
    brand(this, 'HttpError');
  }
}

/** No whole response came: no connection, or one that broke. `cause` says what the runtime saw. */
export class ConnectionError extends MinFraudError {
  static {
    brand(this, 'ConnectionError');
  }
}

/** No whole response came within the timeout of an attempt or the deadline of the call. */
export class TimeoutError extends ConnectionError {
  static {
    brand(this, 'TimeoutError');
  }
}

/** A class of the tree, as a value. */
export type ErrorClass<T extends MinFraudError = MinFraudError> = {
  readonly prototype: T;
} & (new (message: string, details: ErrorDetails) => T);

/**
 * Puts name and brand on the prototype: a name taken from the constructor would not survive a
 * minifier, and one set on the instance comes too late for the first line of the stack.
 */
function brand(errorClass: { readonly prototype: MinFraudError }, name: string): void {
  const above: unknown = Reflect.get(errorClass.prototype, BRAND);
  const names = [...(Array.isArray(above) ? (above as string[]) : []), name];
  Object.defineProperties(errorClass.prototype, {
    name: { value: name, writable: true, configurable: true },
    [BRAND]: { value: names },
  });
}
