/** Reads the responses of minFraud Legacy and Proxy Detection, wherever they come from. */
import type { LegacyResult, ProxyDetectionResult } from '../../generated/models/index.ts';
import {
  legacyErrorCodes,
  legacyResult,
  legacyWarningCodes,
  proxyDetectionResult,
} from '../../generated/tables.ts';
import { HttpError } from '../errors.ts';
import { classOfError, readCode } from '../failure/service-error.ts';
import type { TextRecord } from '../operation.ts';
import { RESPONSE_NOT_A_RESULT } from '../response/proof.ts';
import { decodeLatin1 } from './latin1.ts';
import { once } from '../formats/once.ts';
import { type RecordReader, recordReader, type TextRecord as RecordOfText } from './record.ts';

/** A body: its bytes as they came, or text that was decoded as ISO-8859-1. */
export type TextBody = string | Uint8Array | ArrayBuffer;

/** What a body turned out to be. */
export type Reading<T> =
  | { readonly kind: 'result'; readonly result: T }
  /** The service refused the request; the code is one of its own. */
  | { readonly kind: 'error'; readonly code: string }
  /** Fields of the service without what proves a result; `problem` says so in words. */
  | { readonly kind: 'no result'; readonly problem: string }
  /** It is not a response of the service, or not all of one; `problem` says so in words. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/**
 * Reads a response of minFraud Legacy: of any API version, standard or premium, fields in any order.
 * Pure: needs no client, so that stored responses can be read too.
 *
 * `Yes` and `No` become booleans, other words stay words, decimals numbers; a field without a value is
 * absent. Fields that the documentation does not name are on the result too, as text, under their own
 * name. A warning is in `warning`.
 *
 * @example
 * const { riskScore } = parseLegacyResponse('riskScore=13.2;countryMatch=Yes');
 * @throws AuthenticationError, InsufficientFundsError or PermissionRequiredError when the body is the
 *   response to a refused request, whatever its HTTP status was; HttpError with that code when the
 *   code is undocumented, and with `RESPONSE_NOT_RECORD` when the body is not a whole response.
 * @see https://dev.maxmind.com/minfraud/minfraud-legacy/#output
 */
export function parseLegacyResponse(body: TextBody): LegacyResult {
  return resultOf(readLegacy(body));
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
  return resultOf(readProxy(body));
}

/** Like {@link parseLegacyResponse}, but says what the body is instead of throwing. */
export function readLegacy(body: TextBody): Reading<LegacyResult> {
  return readingOf(legacyReader()(textOf(body)), legacyResult);
}

/** Like {@link parseProxyResponse}, but says what the body is instead of throwing. */
export function readProxy(body: TextBody): Reading<ProxyDetectionResult> {
  const record = proxyReader()(textOf(body));
  // Documented: an address that the service finds invalid has no score. Then both fields are there, empty.
  if (typeof record !== 'string' && record.err === undefined && isEmpty(record)) {
    return { kind: 'result', result: {} };
  }
  return readingOf(record, proxyDetectionResult);
}

function isEmpty({ values, names }: RecordOfText): boolean {
  return names.has('proxyScore') && names.has('err') && Object.keys(values).length === 0;
}

const legacyReader = /* @__PURE__ */ once(() => recordReader(legacyResult, ';'));
const proxyReader = /* @__PURE__ */ once(() => recordReader(proxyDetectionResult, ';,'));

/** @param table - Says what proves a result. */
function readingOf<T>(record: ReturnType<RecordReader>, table: TextRecord): Reading<T> {
  if (typeof record === 'string') return { kind: 'unreadable', problem: record };
  const { values, err } = record;
  const scores = (table.proof ?? []).map((wire) => table.fields[wire]?.[0] ?? wire);
  // A score that is no number, such as `N/A`, is none.
  const isScored = scores.some((name) => typeof values[name] === 'number');
  if (err !== undefined) {
    const isWarning =
      legacyWarningCodes.includes(err) ||
      // A code of tomorrow together with a score cannot mean that there is no score.
      (!Object.hasOwn(legacyErrorCodes, err) && isScored);
    if (!isWarning) return { kind: 'error', code: err };
    values['warning'] = err;
  } else if (!isScored) {
    return { kind: 'no result', problem: `it has no ${scores.join(' or ')} that is a number` };
  }
  return { kind: 'result', result: values as T };
}

function textOf(body: TextBody): string {
  if (typeof body === 'string') return body;
  return decodeLatin1(body instanceof Uint8Array ? body : new Uint8Array(body));
}

function resultOf<T>(reading: Reading<T>): T {
  switch (reading.kind) {
    case 'result':
      return reading.result;
    case 'error': {
      // Only words are repeated: anything else that stands there may be personal.
      const code = readCode(reading.code, legacyErrorCodes, []) ?? 'UNKNOWN_CODE';
      const errorClass = classOfError(code, undefined, legacyErrorCodes);
      throw new errorClass(`The service refused the request: ${code}.`, { code });
    }
    case 'no result':
      throw new HttpError(`The body is not a result of the service: ${reading.problem}.`, {
        code: RESPONSE_NOT_A_RESULT,
      });
    case 'unreadable':
      throw new HttpError(`The body is not a response of the service: ${reading.problem}.`, {
        code: RESPONSE_NOT_RECORD,
      });
  }
}

/** The code of an {@link HttpError} for a body that is not a response. */
export const RESPONSE_NOT_RECORD = 'RESPONSE_NOT_RECORD';
