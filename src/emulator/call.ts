/** What a service of the emulator is handed for one call. */

import type { AccountBook } from './accounts.ts';
import type { DispositionLog } from './disposition-log.ts';
import type { Operation } from './specification.ts';

/** The emulator as its services see it. */
export interface World {
  readonly seed: string;
  readonly clock: () => Date;
  readonly accounts: readonly AccountBook[];
  readonly dispositions: DispositionLog;
  /** Status of errors in the text services: as since 2026-06-30, or 200 as before. */
  readonly legacyErrorStatus: 'documented' | 200;
  /** What stands between the fields of a Proxy Detection answer. */
  readonly proxySeparator: ';' | ',';
  /** How often the same thing was asked before: two answers never have the same ID. */
  readonly occasion: (question: string) => number;
}

export interface Call {
  readonly operation: Operation;
  readonly query: URLSearchParams;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly world: World;
}

/** A call whose credentials were found good. */
export interface AuthorizedCall extends Call {
  readonly book: AccountBook;
}

export type Json = Record<string, unknown>;

/** The body as a JSON object; undefined when it is none. */
export function readJsonObject(text: string): Json | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return typeof value === 'object' && value !== null && !Array.isArray(value)
    ? (value as Json)
    : undefined;
}
