/** Responses in JSON, as all services but the legacy ones write them. */
import { readJsonError } from '../failure/service-error.ts';
import type { AnyOperation } from '../operation.ts';
import type { CallSettings } from '../options/settings.ts';
import { decode } from '../response/decode.ts';
import { missingFields, missingProof, RESPONSE_NOT_A_RESULT } from '../response/proof.ts';
import type { ReadResponse } from '../response/read-response.ts';
import type { ReadResult, ResponseFormat } from './call.ts';

export const jsonFormat: ResponseFormat = { readResult, readError: readJsonError };

/** RFC 8259: JSON travels as UTF-8, whatever a charset parameter says. A BOM is dropped. */
const utf8 = new TextDecoder('utf-8', { fatal: true });

function readResult(
  { status, payload }: ReadResponse,
  { response }: AnyOperation,
  { locales }: CallSettings,
): ReadResult {
  if (response === undefined) return readNothing(payload);
  if (response.kind === 'text-record') throw new TypeError(`${response.name} is not JSON`);
  if (status !== 200) return unusable(`HTTP_${status}`, 'should come with HTTP 200');
  if (payload.byteLength === 0) return unusable('RESPONSE_EMPTY', 'is empty');
  let text: string;
  try {
    text = utf8.decode(payload);
  } catch {
    return unusable('RESPONSE_NOT_UTF8', 'is not UTF-8');
  }
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    // Without the parser's error: it quotes the body.
    return unusable('RESPONSE_NOT_JSON', 'is not complete JSON');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    return unusable('RESPONSE_NOT_OBJECT', 'is not a JSON object');
  }
  const wire = value as Readonly<Record<string, unknown>>;
  const missing = missingProof(wire, response);
  if (missing !== undefined) return unusable(RESPONSE_NOT_A_RESULT, missing);
  const result = decode(wire, response, { locales });
  return { kind: 'result', result, text, lacks: missingFields(wire, response) };
}

/** A captive portal says 200 to everything: what looks like success need not be one. */
function readNothing(bytes: Uint8Array): ReadResult {
  if (bytes.byteLength > 0) return unusable('RESPONSE_UNEXPECTED', 'should be empty');
  return { kind: 'result', result: {}, text: '' };
}

function unusable(code: string, problem: string): ReadResult {
  return { kind: 'unusable', code, problem };
}
