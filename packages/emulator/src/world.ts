/** The state of an emulator: what it was started with, and what has become of that. */

import { createHash } from 'node:crypto';
import { AccountBook } from './accounts.ts';
import { AnswerPlan, type MadeAnswer } from './answers.ts';
import type { World } from './call.ts';
import { checkUpdates, DispositionLog, type DispositionUpdate } from './disposition-log.ts';
import { FaultPlan, type Faults } from './faults.ts';
import { History } from './history.ts';
import { accountsOf, type EmulatorOptions } from './options.ts';
import { RequestLog } from './recording.ts';
import type { Specification } from './specification.ts';

/** Requests that are kept unless the options say otherwise. */
const DEFAULT_MAX_REQUESTS = 1000;
/** Different requests that are counted; the oldest are forgotten. */
const MAX_COUNTED = 10_000;

export class EmulatorWorld implements World {
  readonly specification: Specification;
  readonly log: RequestLog;
  readonly seed: string;
  readonly legacyErrorStatus: 'documented' | 200;
  readonly proxySeparator: ';' | ',';
  accounts!: readonly AccountBook[];
  answers!: AnswerPlan;
  dispositions!: DispositionLog;
  faults!: FaultPlan;
  history: History | undefined;
  readonly #options: EmulatorOptions;
  #now: Date | undefined;
  #asked = new Map<string, number>();
  /** The highest count of a request that was forgotten: below it, an ID could come a second time. */
  #forgotten = 0;

  constructor(options: EmulatorOptions, specification: Specification) {
    this.#options = options;
    this.specification = specification;
    this.log = new RequestLog(options.maxRequests ?? DEFAULT_MAX_REQUESTS);
    this.seed = String(options.seed ?? '');
    this.legacyErrorStatus = options.legacyErrorStatus ?? 'documented';
    this.proxySeparator = options.proxySeparator ?? ';';
    this.reset();
  }

  /** Everything as it was at the start. */
  reset(): void {
    const options = this.#options;
    this.accounts = accountsOf(options).map((account) => new AccountBook(account));
    this.dispositions = new DispositionLog(options.dispositionPageSize);
    this.history = options.history ? new History() : undefined;
    this.#now = undefined;
    this.#asked = new Map();
    this.#forgotten = 0;
    this.log.clear();
    this.setFaults(options.faults);
    this.setAnswers(options.answers);
    this.addDispositions(options.dispositions ?? []);
  }

  readonly clock = (): Date => this.#now ?? this.#options.clock?.() ?? new Date();

  /** Stops the clock at a moment; without one it goes as at the start. */
  setClock(now: Date | string | undefined): void {
    const moment = now === undefined ? undefined : new Date(now);
    if (moment !== undefined && Number.isNaN(moment.getTime())) {
      throw new RangeError('clock must be a Date or an RFC 3339 time');
    }
    this.#now = moment;
  }

  setFaults(faults: Faults | undefined): void {
    this.faults = new FaultPlan(this.specification, faults);
  }

  setAnswers(answers: readonly MadeAnswer[] | undefined): void {
    this.answers = new AnswerPlan(this.specification, answers);
  }

  addDispositions(updates: readonly DispositionUpdate[]): void {
    checkUpdates(updates, this.specification);
    this.dispositions.add(updates);
    for (const { minfraud_id, action } of updates) this.history?.decide(minfraud_id, action);
  }

  readonly occasion = (question: string): number => {
    // A fingerprint, so that a request takes the same room whatever its length.
    const key = createHash('sha256').update(question).digest('base64');
    const count = (this.#asked.get(key) ?? this.#forgotten) + 1;
    this.#asked.delete(key);
    this.#asked.set(key, count);
    if (this.#asked.size > MAX_COUNTED) {
      const [[oldest, times] = ['', 0]] = this.#asked;
      this.#asked.delete(oldest);
      this.#forgotten = Math.max(this.#forgotten, times);
    }
    return count;
  };
}
