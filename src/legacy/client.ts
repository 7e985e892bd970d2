/** The client of the two services that answer in text. */
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
import { call, type CallContext, createContext } from '../call/call.ts';
import type { CallOptions, ClientOptions } from '../options/options.ts';
import type { OptionRules } from '../options/read-options.ts';
import { resolveClientWith, rule, word } from '../options/settings.ts';
import { prepareOrder } from './order.ts';
import { textFormat } from './text-format.ts';

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
