/** Warnings of this package in a result: what it left out of the request, and why. */
import type { Repair } from './findings.ts';

/** A warning that comes from this package; those of the service have no `source`. */
export interface SdkWarning {
  readonly code: 'INPUT_DROPPED' | 'INPUT_SHORTENED';
  /** The field of the request as a JSON Pointer in wire spelling. */
  readonly inputPointer: string;
  /** Which field, what rule it breaks, and what to do. Never holds the value. */
  readonly warning: string;
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
