/**
 * What the layers of a call say to each other: an exchange is one HTTP request and its answer's
 * head, a call is as many exchanges as the retry policy allows, ended by an answer read whole.
 */
import type { Operation } from '../../generated/tables.ts';
import type { Retry } from '../errors.ts';
import type { CallSettings } from '../settings.ts';

/** One HTTP request, complete: what is on the wire is exactly this. */
export interface WireRequest {
  readonly operation: Operation;
  /** Absolute, with its query. */
  readonly url: string;
  /** Never holds Content-Length: fetch counts for itself, and refuses a second opinion. */
  readonly headers: Readonly<Record<string, string>>;
  /** Already serialised: JSON, or a form. Absent on GET. */
  readonly body?: string;
  /** Aborts connecting, sending, and the reading of the answer's body alike. */
  readonly signal: AbortSignal;
}

/** One exchange. Rejects with whatever the runtime's fetch rejects with; redirects come back. */
export type Transport = (request: WireRequest) => Promise<Response>;

/** An answer read to its end, however many attempts it took. */
export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  /** Origin and path that were asked; no query. */
  readonly url: string;
  /** The body as it came, decompressed; empty when there was none. */
  readonly bytes: Uint8Array;
  /** How many requests were made, from 1. */
  readonly attempts: number;
  readonly retries: readonly Retry[];
  /** Milliseconds from the first request to the last byte of the last answer, waits included. */
  readonly durationMs: number;
}

/** What a service's error answer says about itself. */
export interface ErrorFacts {
  readonly code: string;
  readonly message?: string;
}

/** One call, as the services hand it to the transport. */
export interface CallInput {
  /** Serialised JSON. */
  readonly body?: string;
  /** Sent as `application/x-www-form-urlencoded`. Its values are kept out of errors and logs. */
  readonly form?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, string>>;
  /** What `resolveCall` made of the call's options; the client's own settings when absent. */
  readonly settings?: CallSettings | undefined;
  /** Reads the service's code out of an error answer; by default from a JSON body. */
  readonly readError?: (answer: Answer) => ErrorFacts | undefined;
  /** Documented code → status that decides its class; by default those of the JSON services. */
  readonly errorCodes?: Readonly<Record<string, number>>;
}

/** Resolves with a 2xx answer, rejects with an error of the tree or the caller's abort reason. */
export type Send = (operation: Operation, input: CallInput) => Promise<Answer>;
