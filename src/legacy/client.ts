/** The client of the two services that answer in text. */
import type { LegacyResult, ProxyDetectionResult } from '../../generated/models/index.ts';
import {
  detectProxyOperation,
  legacyErrorCodes,
  type Operation,
  scoreLegacyAtOldPathOperation,
  scoreLegacyOperation,
} from '../../generated/tables.ts';
import { InvalidRequestError } from '../errors.ts';
import { attachMetadata } from '../metadata.ts';
import type { CallOptions, ClientOptions } from '../options.ts';
import { redactCall } from '../redact.ts';
import { serviceError, unexpectedBody } from '../service-error.ts';
import { type CallSettings, type ClientSettings, resolveCall, resolveClient } from '../settings.ts';
import { createSend } from '../transport/send.ts';
import type { Answer, CallInput, ErrorFacts, Send } from '../transport/transport.ts';
import {
  type Form,
  type LegacyOrder,
  orderForm,
  proxyForm,
  type ProxyDetectionRequest,
} from './form.ts';
import { decodeLatin1 } from './latin1.ts';
import { notRecord, type Reading, readLegacy, readProxy } from './parse.ts';

/** Options of a client of the legacy services: the licence key is all that they know an account by. */
export interface LegacyClientOptions extends Omit<ClientOptions, 'accountId' | 'locales'> {
  /**
   * Where minFraud Legacy is asked: `current` is `/minfraud/v1.0/legacy`, the default; `original` is
   * `/app/ccv2r`, for networks that let only that one out. Both are the same service.
   */
  readonly path?: 'current' | 'original' | undefined;
}

/** Options of one call. */
export type LegacyCallOptions = Omit<CallOptions, 'locales'>;

/**
 * Talks to minFraud Legacy and Proxy Detection, for integrations that exist already; for new ones
 * MaxMind recommends Score, Insights or Factors. docs/legacy-migration.md leads from here to there.
 *
 * The licence key travels in the body of a POST, never in a URL. Every method rejects with a
 * `MinFraudError`, or with the reason of the caller's own abort. Both calls are billed, so neither is
 * repeated once it was sent.
 */
export class MinFraudLegacy {
  // Private for good: neither inspect, JSON nor a log can reach the key in it.
  readonly #client: ClientSettings;
  readonly #send: Send;
  readonly #scoreOperation: Operation;

  /** @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`. */
  constructor(options: LegacyClientOptions = {}) {
    const { path = 'current', ...others } = options;
    if (!['current', 'original'].includes(path)) {
      const message = "must be 'current' or 'original'";
      const issue = { pointer: '', path: 'path', code: 'OPTION_INVALID', message };
      throw new InvalidRequestError(`The client cannot be set up: path ${message}`, {
        code: issue.code,
        issues: [issue],
      });
    }
    this.#client = resolveClient(others, 'form');
    this.#send = createSend(this.#client);
    this.#scoreOperation =
      path === 'original' ? scoreLegacyAtOldPathOperation : scoreLegacyOperation;
  }

  /**
   * Scores an order. Billed, also with a warning: `warning` on the result says what the service could
   * not use.
   */
  score(order: LegacyOrder, options?: LegacyCallOptions): Promise<LegacyResult> {
    const form = (settings: CallSettings): Form =>
      orderForm(order, this.#client.credentials.licenseKey(), settings);
    return this.#ask(this.#scoreOperation, form, readLegacy, options);
  }

  /**
   * Scores an IP address: `proxyScore` from 0 to 4, absent when the service takes the address for
   * invalid. Billed.
   */
  proxyDetection(
    request: ProxyDetectionRequest,
    options?: LegacyCallOptions,
  ): Promise<ProxyDetectionResult> {
    const form = (settings: CallSettings): Form =>
      proxyForm(request, this.#client.credentials.licenseKey(), settings);
    return this.#ask(detectProxyOperation, form, readProxy, options);
  }

  async #ask<T extends object>(
    operation: Operation,
    formOf: (settings: CallSettings) => Form,
    read: (bytes: Uint8Array) => Reading<T>,
    options: LegacyCallOptions | undefined,
  ): Promise<T> {
    const settings = resolveCall(this.#client.defaults, options);
    const readError = ({ bytes }: { readonly bytes: Uint8Array }): ErrorFacts | undefined => {
      const reading = read(bytes);
      return reading.kind === 'error' ? { code: reading.code } : undefined;
    };
    const input: CallInput = {
      form: formOf(settings),
      settings,
      readError,
      errorCodes: legacyErrorCodes,
    };
    const answer = await this.#send(operation, input);
    const reading = read(answer.bytes);
    if (reading.kind !== 'result') throw this.#refusal(answer, reading, input);
    const { result } = reading;
    const { status, headers, url, attempts, retries, durationMs } = answer;
    const body = decodeLatin1(answer.bytes);
    attachMetadata(result, { status, headers, url, body, attempts, retries, durationMs });
    return result;
  }

  /** The error of an answer whose status promised a result. */
  #refusal(
    answer: Answer,
    reading: Exclude<Reading<unknown>, { readonly kind: 'result' }>,
    input: CallInput,
  ): Error {
    const redact = redactCall(this.#client.credentials, input);
    if (reading.kind === 'unreadable') {
      const problem = `is no answer of the service (${reading.problem})`;
      return unexpectedBody(answer, notRecord, problem, redact);
    }
    // Until 2026-06-30 errors came with status 200.
    const { attempts, retries } = answer;
    return serviceError(answer, reading, { redact, attempts, retries, codes: legacyErrorCodes });
  }
}
