/** What an application may set, on a client and on one call. src/settings.ts checks and completes it. */
import { type Hooks } from './hooks.ts';
import { type Logger } from './logger.ts';

/** Headers as an application gives them. */
export type HeaderValues = Readonly<Record<string, string>> | Headers;

/** What may be set for all calls of a client and changed for one. */
export interface SharedOptions {
  /** Of one attempt, from connecting to the last byte of the answer; ms, default 10,000. */
  readonly timeout?: number | undefined;
  /** Of a whole call: all attempts and the waits between them; ms, no limit by default. */
  readonly deadline?: number | undefined;
  /** How many times a call that was surely not processed is repeated; default 2, 0 is never. */
  readonly maxRetries?: number | undefined;
  /** Check requests here before they are sent; default true. `false` sends what the SDK does not know. */
  readonly validate?: boolean | undefined;
  /** Refuse scoring requests over 20,000 bytes before they are sent; default true, also unchecked. */
  readonly checkSize?: boolean | undefined;
  /**
   * Refuse full card numbers in `creditCard.token` and custom inputs before they are sent; default true,
   * also where `validate` is false.
   */
  readonly checkCards?: boolean | undefined;
  /** Send `email.address` as the MD5 of its normalised form; default false. */
  readonly hashEmail?: boolean | undefined;
  /** In which languages a place is named, best first; default `['en']`. */
  readonly locales?: readonly string[] | undefined;
  /**
   * Headers beside the client's own. `Authorization`, `Accept`, `Content-Type`, `Content-Length`,
   * `Host` and `Cookie` are refused: overriding one by accident would break calls or leak.
   */
  readonly headers?: HeaderValues | undefined;
}

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call at once, wherever it is; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
}

/** Options of a client. */
export interface ClientOptions extends SharedOptions {
  /** MaxMind account ID; default `MAXMIND_ACCOUNT_ID` of the environment. */
  readonly accountId?: number | string | undefined;
  /** A licence key of that account; default `MAXMIND_LICENSE_KEY` of the environment. */
  readonly licenseKey?: string | undefined;
  /** `production` by default. */
  readonly environment?: 'production' | 'sandbox' | undefined;
  /** Instead of `environment`: any https origin, with a path if need be; http only to loopback. */
  readonly baseUrl?: string | undefined;
  /** Default: the runtime's `fetch`. Called with a URL string and an init object. */
  readonly fetch?: FetchFunction | undefined;
  /** Default: none. Without one, `MINFRAUD_LOG=debug|info|warn|error` logs to the console. */
  readonly logger?: Logger | undefined;
  readonly hooks?: Hooks | undefined;
}

/** The part of `fetch` that is used. */
export type FetchFunction = (input: string, init: RequestInit) => Promise<Response>;
