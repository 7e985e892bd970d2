/** Warnings of this package in a result: what it left out of the request, and why. */
import type { Repair } from './findings.ts';

/** A warning that comes from this package; those of the service have no `source`. */
export interface SdkWarning {
  /** Whether the value was left out, cut to its longest length, or sent in the documented type. */
  readonly code: 'INPUT_DROPPED' | 'INPUT_SHORTENED' | 'INPUT_CONVERTED';
  /** The field of the request as a JSON Pointer in the service's spelling. */
  readonly inputPointer: string;
  /** Which field, what rule it breaks, and what to do. Never holds the value. */
  readonly warning: string;
  /** Says that the warning is this package's. */
  readonly source: 'sdk';
}

export function warningsOf(repairs: readonly Repair[]): SdkWarning[] {
  return repairs.map(({ pointer, path, message, how }) => ({
    code: codes[how],
    inputPointer: pointer,
    warning: `${path} was ${how === 'dropped' ? 'left out' : how}: it ${message}`,
    source: 'sdk',
  }));
}

const codes = {
  dropped: 'INPUT_DROPPED',
  shortened: 'INPUT_SHORTENED',
  converted: 'INPUT_CONVERTED',
} as const;
