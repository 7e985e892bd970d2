/**
 * A fetch with a timeout, a deadline, retries, hooks and a limit on the body: what openapi-fetch calls in
 * the place of the runtime's fetch. It retries a request only where that cannot bill a query twice.
 */
import { InvalidRequestError, type MinFraudError, type Retry } from '../errors.ts';
import { deadlineExceeded, errorOfThrown, frameworkSignal } from '../failure/attempt-failure.ts';
import type { Secrets } from '../failure/secrets.ts';
import { unexpectedBody } from '../failure/service-error.ts';
import { isPrototypePolluted } from '../formats/record.ts';
import { isSafeForCredentials } from '../options/base-url.ts';
import type { FetchInit } from '../options/options.ts';
import type { CallSettings, ClientSettings } from '../options/settings.ts';
import { ReadResponse } from '../response/read-response.ts';
import { attempt, bodyLimit, type Received } from './attempt.ts';
import { type Clock, systemClock } from './clock.ts';
import { LightRequest } from './light-request.ts';
import { createObserver, type Observer } from './observe.ts';
import { readRetryAfter, retryDelay } from './retry.ts';

/** What is known of a call apart from its request. */
export interface Delivery {
  /** For hooks and the log. */
  readonly operation: string;
  readonly retryable: boolean;
  readonly settings: Pick<CallSettings, 'timeout' | 'deadline' | 'maxRetries' | 'context'>;
  readonly secrets: Secrets;
  /** The error of a response that is not a success. @param retryAfter - In seconds. */
  readonly errorOf: (response: ReadResponse, retryAfter: number | undefined) => MinFraudError;
}

type Client = Pick<ClientSettings, 'baseUrl' | 'hooks' | 'log' | 'fetch'>;

/** The fetch of one call: it resolves with a 2xx, or rejects with an error of the tree or the abort reason. */
export function reliableFetch(
  client: Client,
  delivery: Delivery,
  clock: Clock = systemClock,
): (request: Request) => Promise<ReadResponse> {
  return async (request) => {
    const signal = request instanceof LightRequest ? request.given : request.signal;
    signal?.throwIfAborted();
    refuseUnsafe(request.url, client);
    const body = request.method === 'GET' ? undefined : await request.text();
    return new Attempts(client, delivery, clock, request, signal, body).run();
  };
}

/** How one attempt ended: with a response or with what was thrown. */
interface Outcome {
  readonly received?: Received;
  readonly thrown?: unknown;
  /** When it began, and what it was given, in ms. */
  readonly begun: number;
  readonly left: number;
  readonly ended: number;
}

/** The attempts of one call. */
class Attempts {
  readonly #client: Client;
  readonly #delivery: Delivery;
  readonly #clock: Clock;
  readonly #request: Request;
  readonly #signal: AbortSignal | undefined;
  readonly #body: string | undefined;
  readonly #url: string;
  readonly #observer: Observer | undefined;
  readonly #started: number;
  readonly #retries: Retry[] = [];
  #number = 0;

  constructor(
    client: Client,
    delivery: Delivery,
    clock: Clock,
    request: Request,
    signal: AbortSignal | undefined,
    body: string | undefined,
  ) {
    this.#client = client;
    this.#delivery = delivery;
    this.#clock = clock;
    this.#request = request;
    this.#signal = signal;
    this.#body = body;
    this.#url = withoutQuery(request.url);
    this.#started = clock.monotonic();
    const { operation, settings } = delivery;
    const { method } = request;
    const observed = { operation, method, url: this.#url, context: settings.context };
    this.#observer = createObserver(client.hooks, client.log, observed);
  }

  async run(): Promise<ReadResponse> {
    for (;;) {
      const left = this.#timeLeft();
      const outcome = await this.#tryOnce(left);
      this.#throwIfAborted(outcome);
      this.#throwIfFramework(outcome);
      const response = this.#responseOf(outcome);
      if (response?.ok === true && outcome.received?.isWhole === true) {
        this.#tell(outcome, { final: true });
        return response;
      }
      const error = this.#errorOf(outcome, response);
      const delay = this.#delayAfter(error, outcome);
      this.#tell(outcome, { error, final: delay === undefined });
      if (delay === undefined) throw error;
      await this.#pause(error, delay);
    }
  }

  /** Of the deadline, in ms. */
  #timeLeft(): number {
    const { deadline } = this.#delivery.settings;
    const left = this.#started + deadline - this.#clock.monotonic();
    if (left > 0) return left;
    // The wait took longer than it was asked to.
    const facts = { url: this.#url, attempts: this.#number, retries: this.#retries };
    const error = deadlineExceeded({ ...facts, deadline });
    this.#observer?.response(this.#number, { durationMs: 0, error, final: true });
    throw error;
  }

  async #tryOnce(left: number): Promise<Outcome> {
    this.#number++;
    const begun = this.#clock.monotonic();
    const headers = Object.fromEntries(this.#request.headers);
    this.#observer?.request(this.#number, headers);
    const time = { begun, left };
    try {
      const received = await attempt(
        this.#client.fetch ?? globalThis.fetch,
        this.#request.url,
        initOf(this.#request.method, headers, this.#body),
        Math.min(this.#delivery.settings.timeout, left),
        this.#signal,
      );
      return { received, ...time, ended: this.#clock.monotonic() };
    } catch (thrown) {
      return { thrown, ...time, ended: this.#clock.monotonic() };
    }
  }

  #throwIfAborted(outcome: Outcome): void {
    if (this.#signal?.aborted !== true) return;
    const error: unknown = this.#signal.reason;
    this.#tell(outcome, { error, final: true });
    throw error;
  }

  /** Next.js ends a fetch in a route that it renders at the build, to learn that the route is dynamic. */
  #throwIfFramework(outcome: Outcome): void {
    // A fetch of the caller's has no part in the framework, and may throw anything.
    const isOwnFetch = this.#client.fetch === undefined;
    const error = isOwnFetch ? frameworkSignal(outcome.thrown) : undefined;
    if (error === undefined) return;
    this.#tell(outcome, { error, final: true });
    throw error;
  }

  #responseOf({ received, ended }: Outcome): ReadResponse | undefined {
    if (received === undefined) return undefined;
    const { status, headers, bytes } = received;
    const exchange = {
      status,
      headers,
      url: this.#url,
      attempts: this.#number,
      retries: [...this.#retries],
      durationMs: ended - this.#started,
    };
    return new ReadResponse(exchange, bytes);
  }

  #errorOf({ thrown, left }: Outcome, response: ReadResponse | undefined): MinFraudError {
    if (response?.ok === true) {
      return unexpectedBody(response, 'RESPONSE_TOO_LARGE', `is longer than ${bodyLimit} bytes`);
    }
    if (response !== undefined) {
      const retryAfter = readRetryAfter(response.headers, this.#clock.wall());
      return this.#delivery.errorOf(
        response,
        retryAfter === undefined ? undefined : retryAfter / 1000,
      );
    }
    const { secrets, settings } = this.#delivery;
    return errorOfThrown(thrown, {
      url: this.#url,
      attempt: this.#number,
      retries: [...this.#retries],
      secrets,
      isOwnFetch: this.#client.fetch === undefined,
      timeout: settings.timeout,
      deadline: left < settings.timeout ? settings.deadline : undefined,
    });
  }

  #delayAfter(error: MinFraudError, { ended }: Outcome): number | undefined {
    const { retryable, settings } = this.#delivery;
    return retryDelay(error, {
      attempt: this.#number,
      maxRetries: settings.maxRetries,
      retryable,
      remaining: this.#started + settings.deadline - ended,
      random: this.#clock.random(),
    });
  }

  async #pause(error: MinFraudError, delay: number): Promise<void> {
    this.#observer?.retry(this.#number, error, delay);
    const { code, status } = error;
    const of = status === undefined ? {} : { status };
    this.#retries.push({ attempt: this.#number, code, ...of, delay });
    try {
      await this.#clock.sleep(delay, this.#signal);
    } catch (reason) {
      this.#observer?.response(this.#number, { durationMs: 0, error: reason, final: true });
      throw reason;
    }
  }

  #tell(outcome: Outcome, end: { readonly error?: unknown; readonly final: boolean }): void {
    const { received, begun, ended } = outcome;
    const facts = { status: received?.status, body: received?.bytes, durationMs: ended - begun };
    this.#observer?.response(this.#number, { ...facts, ...end });
  }
}

/** What is asked of fetch, which must find nothing in it but that: without a prototype where that is polluted. */
function initOf(
  method: string,
  headers: Record<string, string>,
  body: string | undefined,
): Omit<FetchInit, 'signal'> {
  const init: Omit<FetchInit, 'signal'> = {
    method,
    headers,
    redirect: 'manual',
    ...(body === undefined ? {} : { body }),
    // A framework's patched fetch must not respond from its cache. Older Workers throw at the option.
    ...(knowsCache() ? { cache: 'no-store' } : {}),
  };
  return isPrototypePolluted() ? Object.assign(Object.create(null) as typeof init, init) : init;
}

/** A runtime whose fetch is the user's own may have no `Request`. */
function knowsCache(): boolean {
  const { Request: Known } = globalThis as { Request?: typeof Request };
  return Known !== undefined && 'cache' in Known.prototype;
}

/** The base URL of the options was checked; one that was given to a single call was not. */
function refuseUnsafe(url: string, { baseUrl, fetch }: Client): void {
  if (!url.startsWith(`${baseUrl}/`) && !isSafeForCredentials(url)) {
    const message =
      'The request was not sent: credentials are sent over plain http only to this machine. Use https.';
    throw new InvalidRequestError(message, { code: 'OPTION_INVALID' });
  }
  const planted = isPrototypePolluted() ? readFromPrototype(fetch) : undefined;
  if (planted !== undefined) {
    const message = `The request was not sent: Object.prototype has a property "${planted}", which could redirect or expose the credentials. Find the code that added it.`;
    throw new InvalidRequestError(message, { code: 'OPTION_INVALID' });
  }
}

/** What Node's net and tls read from the prototype of their options, whatever this package hands to a fetch. */
const readByNode = [
  ...['socketPath', 'fd', 'handle', 'onread', 'lookup', 'ca', 'cert', 'key', 'pfx', 'pskCallback'],
  ...['secureContext', 'rejectUnauthorized', 'checkServerIdentity'],
];

/** @returns A property that stands on Object.prototype and leads a connection; `dispatcher` Node's own fetch. */
function readFromPrototype(fetch: Client['fetch']): string | undefined {
  if (fetch === undefined && 'dispatcher' in Object.prototype) return 'dispatcher';
  return readByNode.find((name) => name in Object.prototype);
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}
