/** The client of the two services that respond in text. */
import type {
  LegacyOrder,
  LegacyResult,
  ProxyDetectionRequest,
  ProxyDetectionResult,
} from '../../generated/models/index.ts';
import {
  detectProxyOperation,
  scoreLegacyAtOldPathOperation,
  scoreLegacyOperation,
} from '../../generated/operations.ts';
import type { paths } from '../../generated/wire.ts';
import {
  call,
  type CallContext,
  createContext,
  type ReadResult,
  type ResponseFormat,
} from '../call/call.ts';
import type { CallOptions, ClientOptions } from '../options/options.ts';
import type { OptionRules } from '../options/read-options.ts';
import { resolveClientWith, rule, word } from '../options/settings.ts';
import { prepareOrder } from './order.ts';
import type { ErrorFacts } from '../failure/service-error.ts';
import type { AnyOperation } from '../operation.ts';
import { RESPONSE_NOT_A_RESULT } from '../response/proof.ts';
import type { ReadResponse } from '../response/read-response.ts';
import { decodeLatin1 } from './latin1.ts';
import { type Reading, readLegacy, readProxy, RESPONSE_NOT_RECORD } from './parse.ts';

/**
 * Options of a client of the legacy services: the license key is all that they know an account by.
 *
 * @example
 * const client = new MinFraudLegacy({ licenseKey: '…', timeout: 5_000 });
 */
export interface LegacyClientOptions extends Omit<ClientOptions, 'accountId' | 'locales'> {
  /**
   * Where minFraud Legacy is asked: `current` is `/minfraud/v1.0/legacy`, `original` is `/app/ccv2r`, for
   * networks that let only that one out. Both are the same service. Default `current`.
   *
   * @example
   * const client = new MinFraudLegacy({ path: 'original' });
   */
  readonly path?: 'current' | 'original' | undefined;
}

type Own = Pick<LegacyClientOptions, 'path'>;

const ownRules: OptionRules<Own> = {
  path: /* @__PURE__ */ rule('current', /* @__PURE__ */ word('current', 'original')),
};

/** Options of one call of a legacy service. They go before the client's. */
export type LegacyCallOptions = Omit<CallOptions, 'locales'>;

/**
 * Talks to minFraud Legacy and Proxy Detection, for integrations that exist already; for new ones
 * MaxMind recommends Score, Insights or Factors. docs/legacy-migration.md leads from here to there.
 *
 * The license key is sent in the body of a POST, never in a URL. Every method rejects with a
 * `MinFraudError`, or with the reason of the caller's own abort.
 *
 * @example
 * const client = new MinFraudLegacy({ licenseKey: '…' });
 * const { riskScore, warning } = await client.score({ ipAddress: '203.0.113.9', country: 'DE' });
 * @see https://dev.maxmind.com/minfraud/minfraud-legacy/
 */
export class MinFraudLegacy {
  // Neither inspect, JSON nor a log can reach the key in it.
  readonly #context: CallContext<paths>;
  readonly #operation: typeof scoreLegacyOperation;

  /**
   * Makes a client for the life of a process, and checks its options.
   *
   * @example
   * const client = new MinFraudLegacy({ licenseKey: '…' });
   * @throws InvalidRequestError for a missing or wrong option, with all problems in `issues`.
   */
  constructor(options: LegacyClientOptions = {}) {
    const { client, own } = resolveClientWith<Own>(options, 'form', ownRules);
    this.#context = createContext(client, textFormat);
    this.#operation =
      own.path === 'original' ? scoreLegacyAtOldPathOperation : scoreLegacyOperation;
  }

  /**
   * Scores an order. `warning` on the result says what the service could not use, `warnings` what this
   * package left out.
   *
   * @example
   * const { riskScore, maxmindId } = await client.score({ ipAddress: '203.0.113.9', city: 'Berlin', country: 'DE' });
   * @see https://dev.maxmind.com/minfraud/minfraud-legacy/
   */
  score(order: LegacyOrder, options?: LegacyCallOptions): Promise<LegacyResult> {
    return call(this.#context, this.#operation, order, options, prepareOrder);
  }

  /**
   * Scores an IP address: `proxyScore` from 0 to 4, absent when the service takes the address for
   * invalid.
   *
   * @example
   * const { proxyScore = 0 } = await client.proxyDetection({ ipAddress: '203.0.113.9' });
   * @see https://dev.maxmind.com/minfraud/proxy-detection/
   */
  proxyDetection(
    request: ProxyDetectionRequest,
    options?: LegacyCallOptions,
  ): Promise<ProxyDetectionResult> {
    return call(this.#context, detectProxyOperation, request, options);
  }
}

export const textFormat: ResponseFormat = {
  readResult({ payload }: ReadResponse, operation: AnyOperation): ReadResult {
    const reading = read(payload, operation);
    switch (reading.kind) {
      case 'result':
        return { kind: 'result', result: reading.result, text: decodeLatin1(payload) };
      case 'error':
        // Until 2026-06-30 errors came with status 200.
        return { kind: 'error', facts: { code: reading.code } };
      case 'no result': {
        const problem = `is no result of the service (${reading.problem})`;
        return { kind: 'unusable', code: RESPONSE_NOT_A_RESULT, problem };
      }
      case 'unreadable': {
        const problem = `is not a response of the service (${reading.problem})`;
        return { kind: 'unusable', code: RESPONSE_NOT_RECORD, problem };
      }
    }
  },

  readError(
    { payload, headers, status }: ReadResponse,
    operation: AnyOperation,
  ): ErrorFacts | undefined {
    const reading = read(payload, operation);
    if (reading.kind === 'error') return { code: reading.code };
    // Since 2026-06-30 the status alone is documented. A page is not the service's.
    const isPage = /\bhtml\b/i.test(headers.get('content-type') ?? '') || isHtml(payload);
    return !isPage && documentedStatuses.has(status) ? {} : undefined;
  },
};

function read(bytes: Uint8Array, { response }: AnyOperation): Reading<object> {
  return response?.name === 'ProxyDetectionResult' ? readProxy(bytes) : readLegacy(bytes);
}

const documentedStatuses: ReadonlySet<number> = new Set([400, 401, 402, 403]);

function isHtml(payload: Uint8Array): boolean {
  return /^\s*</.test(decodeLatin1(payload.subarray(0, 200)));
}
