/** An answer read to its end, however many attempts it took. */
import type { Retry } from '../errors.ts';

/** What is known of the exchange that an answer ended. */
export interface Exchange {
  /** Origin and path that were asked; no query. */
  readonly url: string;
  /** How many requests were made, from 1. */
  readonly attempts: number;
  readonly retries: readonly Retry[];
  /** Milliseconds from the first request to the last byte of the last answer, waits included. */
  readonly durationMs: number;
}

/** The part of a `Response` that openapi-fetch uses, over a body that was read already. */
export class Answer implements Exchange {
  readonly status: number;
  readonly headers: Headers;
  /** The body as it came, decompressed; empty when there was none. */
  readonly bytes: Uint8Array;
  readonly url: string;
  readonly attempts: number;
  readonly retries: readonly Retry[];
  readonly durationMs: number;

  constructor(status: number, headers: Headers, bytes: Uint8Array, exchange: Exchange) {
    this.status = status;
    this.headers = headers;
    this.bytes = bytes;
    this.url = exchange.url;
    this.attempts = exchange.attempts;
    this.retries = exchange.retries;
    this.durationMs = exchange.durationMs;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }
}
