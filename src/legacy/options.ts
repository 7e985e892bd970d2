/** Options of a client of the legacy services. */
import type { CallOptions, ClientOptions } from '../options/options.ts';
import type { OptionRules } from '../options/read-options.ts';
import { oneOf, rule } from '../options/rules.ts';
import { type ClientSettings, resolveClientWith } from '../options/settings.ts';

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

/** Options of one call of a legacy service. They go before the client's. */
export type LegacyCallOptions = Omit<CallOptions, 'locales'>;

type Own = Pick<LegacyClientOptions, 'path'>;

const ownRules: OptionRules<Own> = {
  path: /* @__PURE__ */ rule('current', /* @__PURE__ */ oneOf('current', 'original')),
};

/** @throws InvalidRequestError with every problem at once, before any call. */
export function resolveLegacyClient(options: LegacyClientOptions): {
  readonly client: ClientSettings;
  readonly isOriginal: boolean;
} {
  const { client, own } = resolveClientWith<Own>(options, 'form', ownRules);
  return { client, isOriginal: own.path === 'original' };
}
