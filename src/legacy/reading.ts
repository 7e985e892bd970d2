/** Reads a response in text by the table of its operation, and says what it is. */
import { HttpError } from '../errors.ts';
import { classOfError, readCode } from '../failure/service-error.ts';
import { once } from '../formats/once.ts';
import type { AnyOperation, TextRecord } from '../operation.ts';
import { RESPONSE_NOT_A_RESULT } from '../response/proof.ts';
import { decodeLatin1 } from './latin1.ts';
import { recordReader, type TextRecord as RecordOfText } from './record.ts';

/** A body: its bytes as they came, or text that was decoded as ISO-8859-1. */
export type TextBody = string | Uint8Array | ArrayBuffer;

/** What a body turned out to be. */
export type Reading =
  | { readonly kind: 'result'; readonly result: object }
  /** The service refused the request; the code is one of its own. */
  | { readonly kind: 'error'; readonly code: string }
  /** Fields of the service without what proves a result; `problem` says so in words. */
  | { readonly kind: 'no result'; readonly problem: string }
  /** It is not a response of the service, or not all of one; `problem` says so in words. */
  | { readonly kind: 'unreadable'; readonly problem: string };

/** An operation as far as its responses go. */
export type TextOperation = Pick<AnyOperation, 'response' | 'errorCodes' | 'warningCodes'>;

/** Gives what a body is. */
export type TextReader = (body: TextBody) => Reading;

/** The code of an {@link HttpError} for a body that is not a response of the service. */
export const RESPONSE_NOT_RECORD = 'RESPONSE_NOT_RECORD';

/** The reader of an operation's responses. */
export function textReader({ response, errorCodes, warningCodes = [] }: TextOperation): TextReader {
  if (response?.kind !== 'text-record') throw new TypeError('the operation has no text response');
  const reader = once(() => recordReader(response));
  return (body) => {
    const record = reader()(textOf(body));
    if (typeof record === 'string') return { kind: 'unreadable', problem: record };
    if (response.emptyIsResult === true && isEmpty(record, response)) {
      return { kind: 'result', result: record.values };
    }
    return readingOf(record, response, errorCodes, warningCodes);
  };
}

/** What proves a result is there and empty, next to an empty `err`; whatever else there is. */
function isEmpty({ values, names, err }: RecordOfText, table: TextRecord): boolean {
  const { fields, proof = [] } = table;
  return (
    err === undefined &&
    [...proof, 'err'].every((wire) => names.has(wire)) &&
    proof.every((wire) => !Object.hasOwn(values, fields[wire]?.[0] ?? wire))
  );
}

/** @param table - Says what proves a result; where it does not, every documented field does. */
function readingOf(
  { values, err }: RecordOfText,
  table: TextRecord,
  errorCodes: Readonly<Record<string, number>>,
  warningCodes: readonly string[],
): Reading {
  const wires = table.proof ?? Object.keys(table.fields).filter((wire) => wire !== 'err');
  const proving = wires.map((wire) => table.fields[wire] ?? ([wire, 'string'] as const));
  // A score such as `N/A` proves nothing: its documented type is a number.
  const isProved = proving.some(([model, type]) => hasType(values[model], type));
  if (err !== undefined) {
    const isWarning =
      warningCodes.includes(err) ||
      // A code of tomorrow together with a score cannot mean that there is no score.
      (!Object.hasOwn(errorCodes, err) && isProved);
    if (!isWarning) return { kind: 'error', code: err };
    values['warning'] = err;
  } else if (!isProved) {
    const names = proving.map(([model]) => model).join(' or ');
    const areNumbers = proving.every(([, type]) => type === 'number' || type === 'integer');
    const problem = `it has no ${names}${areNumbers ? ' that is a number' : ' in its documented form'}`;
    return { kind: 'no result', problem };
  }
  return { kind: 'result', result: values };
}

function hasType(value: unknown, type: TextRecord['fields'][string][1]): boolean {
  if (type === 'string') return typeof value === 'string';
  return typeof value === (type === 'number' || type === 'integer' ? 'number' : 'boolean');
}

function textOf(body: TextBody): string {
  if (typeof body === 'string') return body;
  return decodeLatin1(body instanceof Uint8Array ? body : new Uint8Array(body));
}

/** The result that a body holds; throws what a call would reject with. */
export function resultOf(reading: Reading, errorCodes: Readonly<Record<string, number>>): object {
  switch (reading.kind) {
    case 'result':
      return reading.result;
    case 'error': {
      // Only words are passed on: anything else that stands there may be personal.
      const code = readCode(reading.code, errorCodes, []) ?? 'UNKNOWN_CODE';
      const errorClass = classOfError(code, undefined, errorCodes);
      throw new errorClass(`The service rejected the request: ${code}.`, { code });
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
