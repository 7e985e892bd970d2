/** Places where an application can watch a call: enough to build spans, metrics and audits. */
import { kindOf, OptionProblem, type OptionRules, readOptions } from './read-options.ts';
import { rule } from './rules.ts';

/** What every event says. Nothing in it is secret: no credentials, no query, no body. */
export interface CallEvent {
  /** The same for all events of one call and different for every call: a key for a `Map`. */
  readonly call: object;
  /** The operation's id in the spec: `score`, `insights`, `reportTransaction`, … */
  readonly operation: string;
  /** The HTTP method: `GET` or `POST`. */
  readonly method: string;
  /** Origin and path; never a query. */
  readonly url: string;
  /** The number of the attempt, from 1. */
  readonly attempt: number;
  /** The `context` option of the call. Absent when it was not given. */
  readonly context?: unknown;
}

/** Before an attempt is sent. */
export interface RequestEvent extends CallEvent {
  /**
   * Adds a header to this attempt, such as `traceparent`. Those that the client sets itself
   * (`Authorization`, `Accept`, `Content-Type`, …) are refused.
   */
  readonly setHeader: (name: string, value: string) => void;
}

/** After an attempt: a response of any status, read to its end, or the error in its place. */
export interface ResponseEvent extends CallEvent {
  /** The HTTP status of the response. Absent when none came. */
  readonly status?: number;
  /** How long this attempt took, in milliseconds. */
  readonly durationMs: number;
  /**
   * The error that this attempt alone would end the call with, or the caller's abort reason. Absent when
   * the attempt succeeded.
   */
  readonly error?: unknown;
  /** The size of the response's body, in bytes. Absent when no response came. */
  readonly bodyBytes?: number;
  /**
   * The response's body in wire spelling, with all that it says about the customer; `undefined` when
   * it is not JSON. Parsed at every call of this function. Absent when no response came.
   */
  readonly json?: () => unknown;
  /**
   * False when a retry follows. True once a call, however it ends; one that ends in the wait for
   * its next attempt tells its last attempt again.
   */
  readonly final: boolean;
}

/** Before the wait that precedes another attempt. */
export interface RetryEvent extends CallEvent {
  /** Why the attempt failed. */
  readonly error: unknown;
  /** Milliseconds until the next attempt. */
  readonly delay: number;
}

/**
 * Functions that watch the attempts of a call, all of them optional. What they return is not waited for. One that throws, or returns a promise that
 * rejects, is reported to the logger and changes nothing.
 *
 * @example
 * const hooks: Hooks = {
 *   onResponse: ({ operation, status, durationMs, final }) => {
 *     if (final) console.log(operation, status, durationMs);
 *   },
 * };
 */
export interface Hooks {
  /** Called before an attempt is sent. Default: none. */
  readonly onRequest?: ((event: RequestEvent) => unknown) | undefined;
  /** Called after an attempt, whether a response came or not. Default: none. */
  readonly onResponse?: ((event: ResponseEvent) => unknown) | undefined;
  /** Called before the wait for another attempt. Default: none. */
  readonly onRetry?: ((event: RetryEvent) => unknown) | undefined;
}

/**
 * Runs a callback. What it throws, and what a promise that it returns rejects with, goes to `failed`;
 * a promise is not waited for.
 */
export function runCallback(run: () => unknown, failed: () => void): void {
  try {
    const returned = run();
    if (typeof returned !== 'object' || returned === null || !('then' in returned)) return;
    // A promise of our own takes over whatever kind of promise this is, and what its `then` throws.
    new Promise((resolve) => resolve(returned)).catch(failed);
  } catch {
    failed();
  }
}

/** Own properties, so that nothing is read from a polluted Object.prototype. */
export const noHooks: Hooks = { onRequest: undefined, onResponse: undefined, onRetry: undefined };

const hookRules: OptionRules<Hooks> = {
  onRequest: rule(undefined, hook),
  onResponse: rule(undefined, hook),
  onRetry: rule(undefined, hook),
};

/** @throws OptionProblem */
export function readHooks(value: unknown): Hooks {
  const { values, issues } = readOptions<Hooks>(value, hookRules);
  const problem = issues[0];
  if (problem !== undefined) {
    throw new OptionProblem(
      `must be an object of the functions onRequest, onResponse and onRetry: ${`${problem.path} ${problem.message}`.trim()}`,
    );
  }
  // Hooks may be methods of an object.
  const bound = Object.entries(values).map(([name, run]) => [
    name,
    (run as (() => unknown) | undefined)?.bind(value),
  ]);
  return Object.fromEntries(bound) as Hooks;
}

function hook(value: unknown): () => unknown {
  if (typeof value === 'function') return value as () => unknown;
  throw new OptionProblem(`must be a function, not ${kindOf(value)}`);
}
