/** Warnings of this package in a result: what it left out of the request, and what the result lacks. */
import type { Repair } from './findings.ts';

/** A warning that comes from this package; those of the service have no `source`. */
export interface SdkWarning {
  /**
   * Whether a value of the request was left out or cut to its longest length, or a field that every result
   * holds is missing in this one.
   */
  readonly code: 'INPUT_DROPPED' | 'INPUT_SHORTENED' | 'RESPONSE_INCOMPLETE';
  /** The field of the request as a JSON Pointer in the service's spelling; `''` for `RESPONSE_INCOMPLETE`. */
  readonly inputPointer: string;
  /** Which field, what rule it breaks, and what to do. Never holds the value. */
  readonly warning: string;
  /** Says that the warning is this package's. */
  readonly source: 'sdk';
}

export function warningsOf(repairs: readonly Repair[]): SdkWarning[] {
  return repairs.map(({ pointer, path, message, how }) => ({
    code: how === 'shortened' ? 'INPUT_SHORTENED' : 'INPUT_DROPPED',
    inputPointer: pointer,
    warning: `${path} was ${how === 'shortened' ? 'shortened' : 'left out'}: it ${message}`,
    source: 'sdk',
  }));
}

/** For a field that the service documents as always present. */
export function incomplete(field: string): SdkWarning {
  const warning = `The response lacks ${field}, which the service documents as always present.`;
  return { code: 'RESPONSE_INCOMPLETE', inputPointer: '', warning, source: 'sdk' };
}
