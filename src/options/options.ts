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
  /**
   * Time limit of one attempt, from connecting to the last byte of the response, in milliseconds: above 0,
   * at most 2,147,483,647. Default 10,000.
   *
   * @example
   * const client = new MinFraud({ timeout: 3_000 });
   */
  readonly timeout?: number | undefined;
  /**
   * Time limit of a whole call, with all attempts and the waits between them, in milliseconds: above 0, at
   * most 2,147,483,647. Default 20,000.
   *
   * @example
   * const score = await client.score(transaction, { deadline: 2_000 });
   */
  readonly deadline?: number | undefined;
  /**
   * How many times a failed call is retried that cannot have been processed, from 0 (never) to 100.
   * Default 2.
   *
   * @example
   * const client = new MinFraud({ maxRetries: 0 });
   */
  readonly maxRetries?: number | undefined;
  /**
   * What happens to a value that the service would not use. Default `drop`: it is left out, with a warning.
   *
   * @example
   * const score = await client.score(transaction, { invalid: 'throw' });
   */
  readonly invalid?: InvalidInput | undefined;
  /**
   * Whether `email.address` is sent as the MD5 of its normalized form. Default `false`; `email.hashAddress`
   * of a transaction goes before it.
   *
   * @example
   * const client = new MinFraud({ hashEmail: true });
   */
  readonly hashEmail?: boolean | undefined;
  /**
   * The languages in which `name` of a place is given, best first, as locale codes. Default `['en']`.
   *
   * @example
   * const client = new MinFraud({ locales: ['pt-BR', 'en'] });
   */
  readonly locales?: readonly string[] | undefined;
  /**
   * Headers to add to requests; those of a call are added to those of its client. Default: none. Those that
   * the client or HTTP itself sets are refused, such as `Authorization`, `Content-Type`, `Host` and `Expect`.
   *
   * @example
   * const client = new MinFraud({ headers: { 'X-Team': 'payments' } });
   */
  readonly headers?: HeaderValues | undefined;
}

/**
 * Options of one call. They go before the client's.
 *
 * @example
 * const score = await client.score(transaction, { timeout: 2_000, signal: AbortSignal.timeout(4_000) });
 */
export interface CallOptions extends SharedOptions {
  /**
   * Ends the call at once, wherever it is; it rejects with the signal's reason. Default: none.
   *
   * @example
   * const score = await client.score(transaction, { signal: AbortSignal.timeout(4_000) });
   */
  readonly signal?: AbortSignal | undefined;
  /**
   * Anything that hooks should see in every event of this call, such as an order ID. Default: none.
   *
   * @example
   * const score = await client.score(transaction, { context: { orderId: 'A-1001' } });
   */
  readonly context?: unknown;
}

/** The program that uses the SDK, for the User-Agent header. */
export interface AppInfo {
  /** What the program is called: 1 to 100 letters, digits and `-._` without spaces. Required. */
  readonly name: string;
  /** Its version, in the same characters. Default: none is sent. */
  readonly version?: string | undefined;
  /** Where it is described: an http or https URL without parentheses. Default: none is sent. */
  readonly url?: string | undefined;
}

/**
 * Options of a client, all of them optional where the environment has the credentials.
 *
 * @example
 * const client = new MinFraud({ accountId: 42, licenseKey: '…', timeout: 3_000, locales: ['de', 'en'] });
 */
export interface ClientOptions extends SharedOptions {
  /**
   * The ID of your MaxMind account. Default: `MAXMIND_ACCOUNT_ID` of the environment, when `licenseKey` is
   * not given either.
   *
   * @example
   * const client = new MinFraud({ accountId: 42, licenseKey: '…' });
   * @see https://support.maxmind.com/knowledge-base/articles/find-your-maxmind-account-id
   */
  readonly accountId?: number | string | undefined;
  /**
   * A license key of that account. Default: `MAXMIND_LICENSE_KEY` of the environment, when `accountId` is
   * not given either.
   *
   * @example
   * const client = new MinFraud({ accountId: 42, licenseKey: '…' });
   * @see https://www.maxmind.com/en/accounts/current/license-key
   */
  readonly licenseKey?: string | undefined;
  /**
   * Which of MaxMind's environments is asked. Default `production`. The sandbox has accounts and license
   * keys of its own.
   *
   * @example
   * const client = new MinFraud({ environment: 'sandbox' });
   * @see https://dev.maxmind.com/minfraud/sandbox-environment/
   */
  readonly environment?: 'production' | 'sandbox' | undefined;
  /**
   * Another server, instead of `environment`: any https URL, with a path if need be; http only to this
   * machine. Default: `MINFRAUD_BASE_URL` of the environment when `environment` is not given either, else
   * the server of `environment`.
   *
   * @example
   * const client = new MinFraud({ baseUrl: 'http://127.0.0.1:8080' });
   */
  readonly baseUrl?: string | undefined;
  /**
   * The function that sends requests. Default: the `fetch` of the runtime. Called with a URL string and an
   * init object.
   *
   * @example
   * const client = new MinFraud({ fetch: undiciFetch({ dispatcher: new Agent({ connections: 32 }) }) });
   */
  readonly fetch?: FetchFunction | undefined;
  /**
   * Where log lines go. Default: nowhere, or to the console at the level of `MINFRAUD_LOG` in the
   * environment (`debug`, `info`, `warn`, `error`, `off`).
   *
   * @example
   * const client = new MinFraud({ logger: console });
   */
  readonly logger?: Logger | undefined;
  /**
   * Functions that watch each attempt of a call. Default: none.
   *
   * @example
   * const client = new MinFraud({ hooks: { onRetry: ({ operation }) => retries.add(1, { operation }) } });
   */
  readonly hooks?: Hooks | undefined;
  /**
   * Your program, for the User-Agent header, so that MaxMind's support can tell programs apart. Default: none.
   *
   * @example
   * const client = new MinFraud({ appInfo: { name: 'shop', version: '2.4.0' } });
   */
  readonly appInfo?: AppInfo | undefined;
  /**
   * Whether a client may be made in a browser, which shows the license key to every visitor. Default
   * `false`: it is refused there.
   *
   * @example
   * const client = new MinFraud({ dangerouslyAllowBrowser: true });
   */
  readonly dangerouslyAllowBrowser?: boolean | undefined;
}

/** What is asked of `fetch`. */
export interface FetchInit {
  /** `GET` or `POST`. */
  readonly method: string;
  /** Every header of the request, credentials among them. */
  readonly headers: Record<string, string>;
  /** The text to send, in UTF-8. Absent for GET. */
  readonly body?: string;
  /** Redirects must not be followed: they may lead the credentials and the order elsewhere. */
  readonly redirect: 'manual';
  /** Every call reaches the service. Absent where the runtime does not know the option. */
  readonly cache?: 'no-store';
  /** Ends the request at the timeout, at the deadline, or when the caller aborts. */
  readonly signal: AbortSignal;
}

/** What is used of a `Response`. */
export interface FetchedResponse {
  /** The HTTP status. */
  readonly status: number;
  /** The headers of the response. */
  readonly headers: {
    /** The value of a header, in any case of its name; `null` where it is missing. */
    get(name: string): string | null;
  };
  /** A stream of the body, read piece by piece where it is a `ReadableStream`. Absent in simpler fetches. */
  readonly body?: unknown;
  /** Whether the body was read already. Absent in simpler fetches. */
  readonly bodyUsed?: boolean;
  /** The whole body, where `body` is not a stream. */
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** The part of `fetch` that is used: the runtime's, undici's, node-fetch's, or your own around one. */
export type FetchFunction = (url: string, init: FetchInit) => Promise<FetchedResponse>;
