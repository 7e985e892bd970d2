/** Sends rows, many at a time, and writes down what happens to each before and after. */
import { type CallOptions, type MinFraud, type Transaction } from 'minfraud-sdk';
import { type Kept } from '../orders/request.ts';
import { type Ledger } from './ledger.ts';
import { type Money } from './money.ts';
import { type Origins } from './origins.ts';
import { isMadeUp } from '../account/made-up.ts';
import { type Outcome, outcomeOf } from './outcome.ts';
import { longestQuiet, type Pace } from './pace.ts';
import { duration } from './progress.ts';
import { type Reject } from './rejects.ts';
import { type RowResponse } from './result-format.ts';
import { Slots } from './slots.ts';
import { type Stop } from './stop.ts';

export type Service = 'score' | 'insights' | 'factors';

export interface Query {
  readonly row: number;
  readonly line: number;
  readonly transaction: Transaction;
  readonly transactionId: string | undefined;
  readonly kept?: Kept | undefined;
}

export interface RunnerParts {
  readonly client: MinFraud;
  readonly service: Service;
  readonly options: CallOptions;
  readonly ledger: Pick<Ledger, 'sent' | 'released' | 'doubt'>;
  /** Resolves when the response would survive a crash. */
  readonly keep: (response: RowResponse) => Promise<void>;
  readonly money: Pick<Money, 'take' | 'giveBack'>;
  readonly pace: Pace;
  readonly concurrency: number;
  /** Aborted by the run itself, or by Ctrl-C. */
  readonly stop: AbortController;
  /** Of the results so far. */
  readonly origins: Pick<Origins, 'add' | 'stopAfter'>;
  readonly onResponse: (response: RowResponse) => void;
  readonly onDoubt: (row: number, code: string) => void;
  /** Neither retried by this run, nor done. */
  readonly onOpen: (row: number) => void;
  readonly onMistake: (reject: Reject) => Promise<void>;
  /** The service, or the network, wants quiet: told once for each time. */
  readonly onQuiet: (message: string) => void;
}

/** Waves of quiet without a response in between, after which going on makes no sense. */
const mostWaves = { later: 12, unsent: 5 } as const;

/** Responses in a row that someone else than the service wrote, after which going on makes no sense. */
const mostForeign = 3;

type TurnedAway = Extract<Outcome, { kind: 'turned away' }>;

interface NotYet {
  readonly kind: 'not yet';
}

export class Runner {
  readonly #parts: RunnerParts;
  /** Rows whose intent is written or being written: a few more than are under way. */
  readonly #ahead: Slots;
  /** One, until the service has responded: a wrong address must not use up more than a row at a time. */
  readonly #underWay = new Slots(1);
  readonly #running = new Set<Promise<void>>();
  #hasResponded = false;
  #foreignInARow = 0;
  #lostInARow = 0;
  #waves = 0;
  /** Why no further row is taken, while those that were taken go on. */
  #last: Stop | undefined;

  constructor(parts: RunnerParts) {
    this.#parts = parts;
    // With some intents written in advance, no row waits for the disk. A crash puts them in doubt.
    this.#ahead = new Slots(parts.concurrency + Math.ceil(parts.concurrency / 2));
  }

  /** Why no further row is taken; `undefined` while all goes well. */
  get ended(): Stop | undefined {
    const { signal } = this.#parts.stop;
    return signal.aborted ? (signal.reason as Stop) : this.#last;
  }

  /** Resolves when there is room for another row; false when no further row is taken. */
  async start(query: Query): Promise<boolean> {
    const { stop, money } = this.#parts;
    await this.#ahead.take();
    if (stop.signal.aborted) return false;
    if (!money.take()) {
      this.endAfter({ why: 'budget', message: 'The budget is used up.' });
      this.#ahead.give();
      return false;
    }
    const run = this.#run(query)
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        const text = `The ledger or the results could not be written: ${message}.`;
        this.end({ why: 'disk', message: text });
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

  /** Takes no further row; those that were taken go on. */
  endAfter(stop: Stop): void {
    this.#last ??= stop;
  }

  /** Takes no further row, and sends none of those that were taken. */
  end(stop: Stop): void {
    this.#parts.stop.abort(stop);
  }

  async #run(query: Query): Promise<void> {
    const { ledger, money, pace, stop, onDoubt, onOpen, onMistake } = this.#parts;
    const { row, line } = query;
    for (;;) {
      // Before the intent is written: a wait after it would put the row in doubt if it were cut short.
      await pace.turn();
      if (stop.signal.aborted) {
        money.giveBack();
        return;
      }
      await ledger.sent(row);
      const outcome = await this.#outcome(query);
      if (outcome === 'responded') return;
      if (outcome.kind === 'doubt') {
        onDoubt(row, outcome.code);
        await ledger.doubt(row, outcome.code);
        return;
      }
      await ledger.released(row);
      if (['not yet', 'later', 'unsent'].includes(outcome.kind)) continue;
      money.giveBack();
      if (outcome.kind === 'mistake') await onMistake({ row, line, issues: outcome.issues });
      else onOpen(row);
      return;
    }
  }

  /** Sends the query and keeps the response, or says why there is no response. */
  async #outcome(
    query: Query,
  ): Promise<'responded' | Exclude<Outcome, { kind: 'refused' }> | NotYet> {
    const { pace, stop } = this.#parts;
    const { row, line, transactionId, kept } = query;
    let response: RowResponse;
    let sentAt = 0;
    await this.#underWay.take();
    try {
      await pace.gate();
      if (stop.signal.aborted || pace.isQuiet) return { kind: 'not yet' };
      sentAt = pace.now;
      response = await this.#ask(query);
      const stopped = this.#mixed(row, response.emulator);
      if (stopped !== undefined) return stopped;
    } catch (error) {
      const outcome = outcomeOf(error);
      const emulator = isMadeUp(error) || undefined;
      // Without the mark, a failure may be of whatever is in between: only a refusal is surely of the service.
      const isKnown = emulator ?? outcome.kind === 'refused';
      const stopped = isKnown ? this.#mixed(row, emulator) : undefined;
      if (stopped !== undefined) return stopped;
      if (outcome.kind !== 'refused') {
        // Before another row takes the place of this one.
        this.#judge(outcome, sentAt);
        return outcome;
      }
      const { code, status, message } = outcome;
      response = { row, line, transactionId, kept, emulator, error: { code, status, message } };
    } finally {
      this.#underWay.give();
    }
    // Before it is on the disk: other responses may come meanwhile.
    this.#parts.origins.add(response.emulator === true);
    this.#responded();
    await this.#keep(response);
    return 'responded';
  }

  /**
   * Ends the run after a response of the other kind than its results. What was paid for is kept; what an
   * emulator made up cost nothing, and has no place among what was paid for.
   */
  #mixed(row: number, emulator: true | undefined): TurnedAway | undefined {
    const stop = this.#parts.origins.stopAfter(row, emulator === true);
    if (stop === undefined) return undefined;
    this.end(stop);
    return emulator && { kind: 'turned away', status: 200, message: stop.message };
  }

  /** The service itself has responded. */
  #responded(): void {
    const { pace, concurrency } = this.#parts;
    this.#foreignInARow = 0;
    this.#lostInARow = 0;
    this.#waves = 0;
    pace.responded();
    if (this.#hasResponded) return;
    this.#hasResponded = true;
    this.#underWay.give(concurrency - 1);
  }

  async #ask({ row, line, transaction, transactionId, kept }: Query): Promise<RowResponse> {
    const { client, service, options } = this.#parts;
    const result = await client[service](transaction, options);
    const emulator = isMadeUp(result) || undefined;
    return { row, line, transactionId, kept, emulator, result };
  }

  async #keep(response: RowResponse): Promise<void> {
    const { keep, onResponse, onDoubt } = this.#parts;
    try {
      await keep(response);
    } catch (error) {
      onDoubt(response.row, 'NOT_WRITTEN');
      throw error;
    }
    onResponse(response);
  }

  /** Whether to go on, and when. */
  #judge(outcome: Outcome, sentAt: number): void {
    const { kind } = outcome;
    if (kind === 'stop') this.end({ why: 'refused', message: outcome.message });
    else if (kind === 'later' || kind === 'unsent') this.#quiet(outcome, sentAt);
    else if (kind === 'turned away') this.#foreign(outcome.message);
    else if (kind === 'doubt' && outcome.status !== undefined) this.#foreign(outcome.message);
    else if (kind === 'doubt') this.#lost(outcome.message);
  }

  #quiet(outcome: Outcome & { readonly kind: 'later' | 'unsent' }, sentAt: number): void {
    const { pace, onQuiet } = this.#parts;
    const { kind, message } = outcome;
    const seconds = kind === 'later' ? outcome.seconds : undefined;
    const why = kind === 'later' ? 'refused' : 'network';
    if (seconds !== undefined && seconds > longestQuiet) {
      const text = `The service asks to wait ${duration(seconds)}. ${message}`;
      this.end({ why, message: text });
      return;
    }
    const waves = pace.quiet(seconds, sentAt);
    if (waves > mostWaves[kind]) this.end({ why, message });
    else if (waves > this.#waves) {
      const who = kind === 'later' ? 'The service asks to wait' : 'The service cannot be reached';
      onQuiet(`${who}: pausing for ${duration(pace.quietFor)}. ${message}`);
    }
    this.#waves = waves;
  }

  #foreign(message: string): void {
    this.#foreignInARow++;
    if (this.#foreignInARow < mostForeign) return;
    const text = `${this.#foreignInARow} responses in a row were neither results nor errors of minFraud: check MINFRAUD_BASE_URL, proxies and firewalls. The last: ${message}`;
    this.end({ why: 'network', message: text });
  }

  /** A broken network would put the whole file in doubt. Many at once may be lost with one connection. */
  #lost(message: string): void {
    const most = this.#hasResponded ? Math.max(10, this.#parts.concurrency) : mostForeign;
    if (++this.#lostInARow < most) return;
    const text = `${this.#lostInARow} requests in a row got no response. The last: ${message}`;
    this.end({ why: 'network', message: text });
  }
}
