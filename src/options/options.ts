/** What an application may set, on a client and on one call: names, types and documentation. */
import type { Hooks } from './hooks.ts';
import type { Logger } from './log.ts';

/** Headers as an application gives them. */
export type HeaderValues = Readonly<Record<string, string>> | Headers;

/**
 * What happens to a value that the service would not use.
 *
 * - `drop`: it is left out, and the result's `warnings` say so. For the checkout, where the customer
 *   controls names, addresses and the browser's headers.
 * - `throw`: the call is refused with all issues. For tests, and for requests that a person corrects.
 * - `send`: only card numbers and the size are checked; fields that this version does not know are sent.
 */
export type InvalidInput = 'drop' | 'throw' | 'send';

/** What may be set for all calls of a client and changed for one. */
export interface SharedOptions {
  /** Of one attempt, from connecting to the last byte of the answer, in ms. Default 10,000. */
  readonly timeout?: number | undefined;
  /** Of a whole call, with all attempts and the waits between them, in ms. Default 20,000. */
  readonly deadline?: number | undefined;
  /** How many times a call that cannot have been processed is repeated. Default 2; 0 is never. */
  readonly maxRetries?: number | undefined;
  /** What happens to a value that the service would not use. Default `drop`. */
  readonly invalid?: InvalidInput | undefined;
  /** Send `email.address` as the MD5 of its normalised form. Default false. */
  readonly hashEmail?: boolean | undefined;
  /** In which languages a place is named, best first. Default `['en']`. */
  readonly locales?: readonly string[] | undefined;
  /**
   * Headers to add to requests. Those that the client or HTTP itself sets are refused, such as
   * `Authorization`, `Content-Type`, `Host` and `Expect`.
   */
  readonly headers?: HeaderValues | undefined;
}

/** Options of one call. */
export interface CallOptions extends SharedOptions {
  /** Ends the call at once, wherever it is; it rejects with the signal's reason. */
  readonly signal?: AbortSignal | undefined;
  /** Anything that hooks should see in every event of this call, such as an order ID. */
  readonly context?: unknown;
}

/** The program that uses the SDK, for the User-Agent. */
export interface AppInfo {
  readonly name: string;
  readonly version?: string | undefined;
  readonly url?: string | undefined;
}

/** Options of a client. */
export interface ClientOptions extends SharedOptions {
  /** MaxMind account ID. Default `MAXMIND_ACCOUNT_ID` of the environment, if `licenseKey` is absent too. */
  readonly accountId?: number | string | undefined;
  /** A licence key of that account. Default `MAXMIND_LICENSE_KEY`, if `accountId` is absent too. */
  readonly licenseKey?: string | undefined;
  /** Default `production`. */
  readonly environment?: 'production' | 'sandbox' | undefined;
  /** Instead of `environment`: any https URL, with a path if need be; http only to loopback. */
  readonly baseUrl?: string | undefined;
  /** Default: the runtime's `fetch`. Called with a URL string and an init object. */
  readonly fetch?: FetchFunction | undefined;
  /** Default: none. Without one, `MINFRAUD_LOG=debug|info|warn|error` logs to the console. */
  readonly logger?: Logger | undefined;
  readonly hooks?: Hooks | undefined;
  /** Added to the User-Agent, so that MaxMind's support can tell programs apart. */
  readonly appInfo?: AppInfo | undefined;
  /** A browser shows the licence key to every visitor. Default false: a client is refused there. */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What is asked of `fetch`. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  readonly body?: string;
  /** Redirects must not be followed: they may lead the credentials and the order elsewhere. */
  readonly redirect: 'manual';
  readonly signal: AbortSignal;
}

/** What is used of a `Response`. */
export interface FetchedResponse {
  readonly status: number;
  readonly headers: { get(name: string): string | null };
  readonly body?: unknown;
  readonly bodyUsed?: boolean;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The part of `fetch` that is used: the runtime's, undici's, node-fetch's, or your own around one. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchedResponse>;
