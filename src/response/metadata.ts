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
  /** The exact text of the answer, as it travelled. Holds personal data where the result does. */
  readonly body: string;
  /** How many requests were made, from 1. */
  readonly attempts: number;
  /** Why each attempt before the last one failed, and how long the wait after it was. */
  readonly retries: readonly Retry[];
  /** Milliseconds from the first request to the last byte of the last answer, waits included. */
  readonly durationMs: number;
}

/** Registered, so that copies of this package read what the others attached. */
const key: unique symbol = Symbol.for('minfraud-sdk.metadata') as never;

/**
 * Attaches metadata to a result. The property is a symbol that is not enumerable: `JSON.stringify`,
 * `structuredClone`, spread, `Object.keys`, `console.log` and comparisons do not see it.
 */
export function attachMetadata(result: object, metadata: ResultMetadata): void {
  Object.defineProperty(result, key, { value: metadata, configurable: true });
}

/**
 * How a result or an error came about: status, headers, URL, exact text, attempts and duration.
 *
 * `undefined` for what no call of this SDK gave back or threw, copies of results among them, and for
 * errors without an answer.
 */
export function getMetadata(result: object): ResultMetadata | undefined {
  return (result as { readonly [key]?: ResultMetadata })[key];
}
