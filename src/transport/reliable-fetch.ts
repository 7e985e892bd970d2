/**
 * A fetch with a timeout, a deadline, retries, hooks and a limit on the body: what openapi-fetch calls in
 * the place of the runtime's fetch. It repeats a request only where that cannot bill a query twice.
 */
import { InvalidRequestError, type MinFraudError, type Retry } from '../errors.ts';
import { deadlineExceeded, errorOfThrown } from '../failure/attempt-failure.ts';
import type { Secrets } from '../failure/secrets.ts';
import { unexpectedBody } from '../failure/service-error.ts';
import { isSafeForCredentials } from '../options/base-url.ts';
import type { FetchFunction } from '../options/options.ts';
import type { CallSettings, ClientSettings } from '../options/settings.ts';
import { Answer } from '../response/answer.ts';
import { attempt, type Received } from './attempt.ts';
import { bodyLimit } from './body.ts';
import { type Clock, systemClock } from './clock.ts';
import { createObserver } from './observe.ts';
import { retryDelay } from './retry.ts';
import { readRetryAfter } from './retry-after.ts';

/** What is known of a call apart from its request. */
export interface Delivery {
  /** For hooks and the log. */
  readonly operation: string;
  readonly repeatable: boolean;
  readonly settings: Pick<CallSettings, 'timeout' | 'deadline' | 'maxRetries' | 'context'>;
  readonly secrets: Secrets;
  /** The error of an answer that is not a success. @param retryAfter - In seconds. */
  readonly errorOf: (answer: Answer, retryAfter: number | undefined) => MinFraudError;
}

/** What is used of a `Request`. */
type SentRequest = Pick<Request, 'url' | 'method' | 'headers' | 'text'> & {
  readonly signal?: AbortSignal | null | undefined;
};

/** Resolves with a 2xx answer; rejects with an error of the tree or the caller's abort reason. */
export async function reliableFetch(
  request: SentRequest,
  { baseUrl, hooks, log, fetch }: Pick<ClientSettings, 'baseUrl' | 'hooks' | 'log' | 'fetch'>,
  { operation, repeatable, settings, secrets, errorOf }: Delivery,
  clock: Clock = systemClock,
): Promise<Answer> {
  const { timeout, deadline, maxRetries, context } = settings;
  const { method } = request;
  const signal = request.signal ?? undefined;
  signal?.throwIfAborted();
  if (!request.url.startsWith(`${baseUrl}/`)) refusePlainHttp(request.url);
  const url = withoutQuery(request.url);
  const body = method === 'GET' ? {} : { body: await request.text() };
  const observer = createObserver(hooks, log, { operation, method, url, context });
  const retries: Retry[] = [];
  const started = clock.monotonic();

  for (let number = 1; ; number++) {
    const begun = clock.monotonic();
    const left = started + deadline - begun;
    if (left <= 0) {
      // The wait took longer than it was asked to.
      const error = deadlineExceeded({ url, attempts: number - 1, retries, deadline });
      observer?.answer(number - 1, { durationMs: 0, error, final: true });
      throw error;
    }
    const headers = Object.fromEntries(request.headers);
    observer?.request(number, headers);
    const init = { method, headers, ...body, redirect: 'manual' } as const;

    let received: Received | undefined;
    let thrown: unknown;
    try {
      const run: FetchFunction = fetch ?? globalThis.fetch;
      received = await attempt(run, request.url, init, Math.min(timeout, left), signal);
    } catch (error) {
      thrown = error;
    }
    const ended = clock.monotonic();
    const outcome = {
      status: received?.status,
      body: received?.bytes,
      durationMs: ended - begun,
    };
    if (signal?.aborted === true) {
      observer?.answer(number, { ...outcome, error: signal.reason, final: true });
      throw signal.reason;
    }
    const exchange = { url, attempts: number, retries: [...retries], durationMs: ended - started };
    const answer =
      received &&
      new Answer(received.status, received.headers as Headers, received.bytes, exchange);
    if (answer?.ok === true && received?.isWhole === true) {
      observer?.answer(number, { ...outcome, final: true });
      return answer;
    }

    const error =
      answer === undefined
        ? errorOfThrown(thrown, {
            url,
            attempt: number,
            retries: exchange.retries,
            secrets,
            isOwnFetch: fetch === undefined,
            timeout,
            deadline: left < timeout ? deadline : undefined,
          })
        : errorOfAnswer(answer, clock.wall(), errorOf);
    const delay = retryDelay(error, {
      attempt: number,
      maxRetries,
      retryable: repeatable,
      remaining: started + deadline - ended,
      random: clock.random(),
    });
    observer?.answer(number, { ...outcome, error, final: delay === undefined });
    if (delay === undefined) throw error;
    observer?.retry(number, error, delay);
    retries.push(retryOf(number, error, delay));
    try {
      await clock.sleep(delay, signal);
    } catch (reason) {
      observer?.answer(number, { durationMs: 0, error: reason, final: true });
      throw reason;
    }
  }
}

/** For an answer that is not 2xx, or whose body has no end. */
function errorOfAnswer(answer: Answer, now: number, errorOf: Delivery['errorOf']): MinFraudError {
  if (answer.ok) {
    return unexpectedBody(answer, 'RESPONSE_TOO_LARGE', `is longer than ${bodyLimit} bytes`);
  }
  const retryAfter = readRetryAfter(answer.headers, now);
  return errorOf(answer, retryAfter === undefined ? undefined : retryAfter / 1000);
}

/** The base URL of the options was checked; one that was given to a single call was not. */
function refusePlainHttp(url: string): void {
  if (isSafeForCredentials(url)) return;
  const message =
    'The request was not sent: credentials go over plain http to no host but this machine.';
  throw new InvalidRequestError(message, { code: 'OPTION_INVALID' });
}

function withoutQuery(url: string): string {
  const end = url.search(/[?#]/);
  return end < 0 ? url : url.slice(0, end);
}

function retryOf(attempt: number, { code, status }: MinFraudError, delay: number): Retry {
  return { attempt, code, ...(status === undefined ? {} : { status }), delay };
}
