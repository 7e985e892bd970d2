/** Reads the responses of minFraud Legacy and Proxy Detection, wherever they come from. */
import type { LegacyResult, ProxyDetectionResult } from '../../generated/models/index.ts';
import {
  legacyErrorCodes,
  legacyResult,
  legacyWarningCodes,
  proxyDetectionResult,
} from '../../generated/tables.ts';
import { once } from '../formats/once.ts';
import { resultOf, type TextBody, textReader } from './reading.ts';

/**
 * Reads a response of minFraud Legacy: of any API version, standard or premium, fields in any order.
 * Pure: needs no client, so that stored responses can be read too.
 *
 * `Yes` and `No` become booleans, other strings stay strings, decimals numbers; a field without a value is
 * absent. Fields that the documentation does not name are on the result too, as text, under their own
 * name. A warning is in `warning`.
 *
 * @example
 * const { riskScore } = parseLegacyResponse('riskScore=13.2;countryMatch=Yes');
 * @throws AuthenticationError, InsufficientFundsError or PermissionRequiredError when the body is the
 *   response to a rejected request, whatever its HTTP status was; HttpError with that code when the
 *   code is undocumented, and with `RESPONSE_NOT_RECORD` when the body is not a whole response.
 * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
 */
export function parseLegacyResponse(body: TextBody): LegacyResult {
  return resultOf(readLegacy()(body), legacyErrorCodes);
}

/**
 * Reads a response of Proxy Detection, its fields separated by semicolons or by commas.
 * `proxyScore` is absent when the service took the address for invalid.
 *
 * @example
 * const { proxyScore } = parseProxyResponse('proxyScore=0.50');
 * @throws Like {@link parseLegacyResponse}.
 * @see https://dev.maxmind.com/minfraud/proxy-detection/#output
 */
export function parseProxyResponse(body: TextBody): ProxyDetectionResult {
  return resultOf(readProxy()(body), legacyErrorCodes);
}

const codes = { errorCodes: legacyErrorCodes, warningCodes: legacyWarningCodes };
const readLegacy = /* @__PURE__ */ once(() => textReader({ response: legacyResult, ...codes }));
const readProxy = /* @__PURE__ */ once(() =>
  textReader({ response: proxyDetectionResult, ...codes }),
);
