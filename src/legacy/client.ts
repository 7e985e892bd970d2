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
import { call, type CallContext, createContext } from '../call/call.ts';
import {
  type LegacyCallOptions,
  type LegacyClientOptions,
  resolveLegacyClient,
} from './options.ts';
import { prepareOrder } from './order.ts';
import { textFormat } from './text-format.ts';

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
    const { client, isOriginal } = resolveLegacyClient(options);
    this.#context = createContext(client, textFormat);
    this.#operation = isOriginal ? scoreLegacyAtOldPathOperation : scoreLegacyOperation;
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
