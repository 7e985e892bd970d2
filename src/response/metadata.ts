/** What is known of the HTTP exchange behind a result or an error, kept on it without being part of it. */
import type { Retry } from '../errors.ts';

/** How a result or an error came about. */
export interface ResultMetadata {
  /** The HTTP status of the answer. */
  readonly status: number;
  /** The headers of the answer. */
  readonly headers: Headers;
  /** Origin and path that were asked. */
  readonly url: string;
  /** The exact text of the answer, as it came. Holds personal data where the result does. */
  readonly body: string;
  /** How many requests were made, from 1. */
  readonly attempts: number;
  /** Why each attempt before the last one failed, and how long the wait after it was. */
  readonly retries: readonly Retry[];
  /** Milliseconds from the first request to the last byte of the last answer, waits included. */
  readonly durationMs: number;
}

/**
 * Keeps metadata apart from what it belongs to: no log, no `inspect` and no copy of a result or an error
 * shows the text of the answer.
 */
export function attachMetadata(object: object, metadata: ResultMetadata): void {
  allMetadata().set(object, metadata);
}

/**
 * How a result or an error came about: status, headers, URL, exact text, attempts and duration.
 *
 * `undefined` for what no call of this SDK gave back or threw, copies of results among them, and for
 * errors without an answer.
 *
 * @example
 * const score = await client.score(transaction);
 * console.log(getMetadata(score)?.durationMs);
 */
export function getMetadata(resultOrError: object): ResultMetadata | undefined {
  return allMetadata().get(resultOrError);
}

type All = WeakMap<object, ResultMetadata>;

/** Registered, so that copies of this package read what the others attached. */
const registered: unique symbol = Symbol.for('minfraud-sdk.metadata') as never;

let all: All | undefined;

function allMetadata(): All {
  if (all === undefined) {
    const shared = globalThis as { [registered]?: All };
    all = shared[registered] ?? new WeakMap();
    // Where the global object is frozen, each copy keeps its own.
    Reflect.defineProperty(shared, registered, { value: all });
  }
  return all;
}
