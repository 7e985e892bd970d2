/** What a service of the emulator is handed for one call. */

import type { AccountBook } from './accounts.ts';
import type { AnswerPlan } from './answers.ts';
import type { DispositionLog } from './disposition-log.ts';
import type { History } from './history.ts';
import type { Operation, Specification } from './specification.ts';

/** The emulator as its services see it. */
export interface World {
  readonly specification: Specification;
  readonly seed: string;
  readonly clock: () => Date;
  readonly accounts: readonly AccountBook[];
  readonly answers: AnswerPlan;
  readonly dispositions: DispositionLog;
  /** Undefined unless the emulator was asked to remember. */
  readonly history: History | undefined;
  /** Status of errors in the text services: as since 2026-06-30, or 200 as before. */
  readonly legacyErrorStatus: 'documented' | 200;
  /** What stands between the fields of a Proxy Detection response. */
  readonly proxySeparator: ';' | ',';
  /** How often the same thing was asked before: two responses never have the same ID. */
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
