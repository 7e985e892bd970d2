/** Sends rows, many at a time, and writes down what happens to each before and after. */
import type { CallOptions, MinFraud, Transaction } from 'minfraud-sdk';
import { type Kept } from '../orders/request.ts';
import { type Money } from './money.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { type Pace } from './pace.ts';
import { type Answered } from './result-format.ts';
import { Slots } from './slots.ts';

export type Service = 'score' | 'insights' | 'factors';

/** Why a run ended before its last row. */
export interface Stop {
  readonly why: 'refused' | 'budget' | 'network' | 'disk' | 'interrupted';
  readonly message: string;
  /** Of the service's refusal. */
  readonly status?: number | undefined;
}

export interface Query {
  readonly row: number;
  readonly line: number;
  readonly transaction: Transaction;
  readonly transactionId: string | undefined;
  readonly kept?: Kept;
}

/** Where it is written down which rows are sent. */
export interface RowLedger {
  /** Resolves when it is safe to send the row; false when it is not this run's to send. */
  readonly sent: (row: number) => Promise<boolean>;
  /** The service cannot have billed it: it may be sent again. */
  readonly released: (row: number) => Promise<void>;
  readonly doubt: (row: number, code: string) => Promise<void>;
}

export interface Pacing extends Pick<Pace, 'turn' | 'isQuiet' | 'answered'> {
  /** @returns how many times in a row that makes, without an answer in between. */
  readonly quiet: (
    seconds: number | undefined,
    why: 'later' | 'unsent',
  ) => number | Promise<number>;
}

export interface RunnerParts {
  readonly client: MinFraud;
  readonly service: Service;
  readonly options: CallOptions;
  readonly ledger: RowLedger;
  /** Resolves when the answer would survive a crash. */
  readonly keep: (answered: Answered) => Promise<void>;
  readonly money: Pick<Money, 'take' | 'giveBack'>;
  readonly pace: Pacing;
  readonly concurrency: number;
  /** Aborted by the run itself, or by Ctrl-C. */
  readonly stop: AbortController;
  readonly onAnswer: (answered: Answered) => void;
  readonly onDoubt: (row: number, code: string) => void;
}

/** Waves of quiet without an answer in between, after which going on makes no sense. */
const mostWaves = { later: 12, unsent: 5 } as const;

export class Runner {
  readonly #parts: RunnerParts;
  /** Rows whose intent is written or being written: a few more than are under way. */
  readonly #ahead: Slots;
  readonly #underWay: Slots;
  readonly #running = new Set<Promise<void>>();
  #doubtsInARow = 0;
  #budget: Stop | undefined;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    // With some intents written in advance, no row waits for the disk. A crash puts them in doubt.
    this.#ahead = new Slots(parts.concurrency + Math.ceil(parts.concurrency / 2));
    this.#underWay = new Slots(parts.concurrency);
  }

  /** Why no further row is taken; `undefined` while all goes well. */
  get ended(): Stop | undefined {
    const { signal } = this.#parts.stop;
    return signal.aborted ? (signal.reason as Stop) : this.#budget;
  }

  /** Resolves when there is room for another row; false when no further row is taken. */
  async start(query: Query): Promise<boolean> {
    const { stop, money } = this.#parts;
    await this.#ahead.take();
    if (stop.signal.aborted) return false;
    if (!money.take()) {
      // What is paid for by the budget already goes on.
      this.#budget = { why: 'budget', message: 'The budget is used up.' };
      this.#ahead.give();
      return false;
    }
    const run = this.#run(query)
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        this.#end({
          why: 'disk',
          message: `The ledger or the results could not be written: ${message}.`,
        });
      })
      .finally(() => {
        this.#running.delete(run);
        this.#ahead.give();
      });
    this.#running.add(run);
    return true;
  }

  /** Resolves when nothing is under way any more. */
  async finish(): Promise<void> {
    while (this.#running.size > 0) await Promise.all(this.#running);
  }

  async #run(query: Query): Promise<void> {
    const { ledger, money, pace, stop } = this.#parts;
    const { row } = query;
    for (;;) {
      // Before the intent is written: a wait after it would put the row in doubt if it were cut short.
      await pace.turn();
      if (stop.signal.aborted) {
        money.giveBack();
        return;
      }
      if (!(await ledger.sent(row))) {
        money.giveBack();
        return;
      }
      const outcome = await this.#outcome(query);
      if (outcome === 'answered') return;
      if (outcome.kind === 'doubt') {
        await this.#doubt(row, outcome.code, outcome.message);
        return;
      }
      await ledger.released(row);
      if (outcome.kind === 'not yet') continue;
      if (outcome.kind === 'stop') {
        this.#end({ why: 'refused', status: outcome.status, message: outcome.message });
      } else if (outcome.kind !== 'refused') {
        const seconds = outcome.kind === 'later' ? outcome.seconds : undefined;
        const waves = await pace.quiet(seconds, outcome.kind);
        const why = outcome.kind === 'later' ? 'refused' : 'network';
        if (waves > mostWaves[outcome.kind]) this.#end({ why, message: outcome.message });
      }
    }
  }

  /** Asks, and keeps the answer; or says why there is none. */
  async #outcome(query: Query): Promise<'answered' | Outcome | { readonly kind: 'not yet' }> {
    const { pace, stop } = this.#parts;
    const { row, line, transactionId, kept } = query;
    let answered: Answered;
    await this.#underWay.take();
    try {
      if (stop.signal.aborted || pace.isQuiet) return { kind: 'not yet' };
      answered = await this.#ask(query);
    } catch (error) {
      const outcome = outcomeOf(error);
      if (outcome.kind !== 'refused') return outcome;
      const { code, status, message } = outcome;
      answered = {
        row,
        line,
        transactionId,
        error: { code, status, message },
        ...(kept && { kept }),
      };
    } finally {
      this.#underWay.give();
    }
    this.#doubtsInARow = 0;
    pace.answered();
    await this.#keep(answered);
    return 'answered';
  }

  async #ask({ row, line, transaction, transactionId, kept }: Query): Promise<Answered> {
    const { client, service, options } = this.#parts;
    const result = await client[service](transaction, options);
    return { row, line, transactionId, result, ...(kept && { kept }) };
  }

  async #keep(answered: Answered): Promise<void> {
    const { keep, onAnswer, onDoubt } = this.#parts;
    try {
      await keep(answered);
    } catch (error) {
      onDoubt(answered.row, 'NOT_WRITTEN');
      throw error;
    }
    onAnswer(answered);
  }

  async #doubt(row: number, code: string, message: string): Promise<void> {
    const { ledger, onDoubt, concurrency } = this.#parts;
    onDoubt(row, code);
    this.#doubtsInARow++;
    // A broken network would put the whole file in doubt.
    if (this.#doubtsInARow >= Math.max(10, concurrency)) {
      this.#end({
        why: 'network',
        message: `${this.#doubtsInARow} queries in a row got no answer. The last: ${message}`,
      });
    }
    await ledger.doubt(row, code);
  }

  #end(stop: Stop): void {
    this.#parts.stop.abort(stop);
  }
}
