/** When the next query of a batch may go out, of all workers together: the database keeps the line. */
import { setTimeout as wait } from 'node:timers/promises';
import { Pace } from '../pace.ts';
import { type Pacing } from '../runner.ts';
import { type Database } from './database.ts';
import { Together } from './together.ts';

export interface SharedPaceParts {
  readonly database: Database;
  readonly batch: number;
  /** Whether there is a rate to keep. */
  readonly hasRate: () => boolean;
  /** Ends every wait. */
  readonly signal: AbortSignal;
}

export class SharedPace implements Pacing {
  readonly #parts: SharedPaceParts;
  readonly #turns: Together<undefined, number>;
  /** While this machine cannot reach the service: the others may. */
  readonly #own: Pace;
  #quietUntil = 0;
  #waves = 0;

  constructor(parts: SharedPaceParts) {
    this.#parts = parts;
    this.#own = new Pace(undefined, parts.signal);
    this.#turns = new Together((waiting) => this.#takeTurns(waiting.length));
  }

  get isQuiet(): boolean {
    return performance.now() < this.#quietUntil || this.#own.isQuiet;
  }

  /** Resolves when it is this query's turn, or when the run is to stop. */
  async turn(): Promise<void> {
    const { signal, hasRate } = this.#parts;
    while (this.isQuiet && !signal.aborted) {
      await this.#own.turn();
      await this.#sleep(this.#quietUntil - performance.now());
    }
    if (signal.aborted || !hasRate()) return;
    const at = await this.#turns.add(undefined);
    await this.#sleep(at - performance.now());
  }

  /** Of all workers, when the service told one of them so. */
  async quiet(seconds: number | undefined, why: 'later' | 'unsent'): Promise<number> {
    if (why === 'unsent') return this.#own.quiet(seconds);
    const { database, batch, signal } = this.#parts;
    const call = (): Promise<{ pause: number; waves: number }[]> =>
      database.query('SELECT pause, waves FROM minfraud.be_quiet($1, $2)', [
        batch,
        seconds ?? null,
      ]);
    const [found] = await database.persist(call, signal).catch(() => []);
    if (found === undefined) return this.#waves;
    this.#waves = found.waves;
    this.hear(found.pause);
    return this.#waves;
  }

  /** Another worker was told to be quiet. */
  hear(seconds: number): void {
    this.#quietUntil = Math.max(this.#quietUntil, performance.now() + seconds * 1000);
  }

  answered(): void {
    this.#own.answered();
    if (this.#waves === 0) return;
    this.#waves = 0;
    const { database, batch } = this.#parts;
    // Only the next wait would be longer than it has to be.
    database
      .query('UPDATE minfraud.meter SET waves = 0 WHERE batch = $1', [batch])
      .catch(() => undefined);
  }

  async #takeTurns(many: number): Promise<number[]> {
    const { database, batch, signal } = this.#parts;
    const call = (): Promise<{ first: number | null; gap: number | null }[]> =>
      database.query('SELECT first, gap FROM minfraud.take_turns($1, $2)', [batch, many]);
    const [found] = await database.persist(call, signal);
    const now = performance.now();
    const first = now + (found?.first ?? 0) * 1000;
    const gap = (found?.gap ?? 0) * 1000;
    return Array.from({ length: many }, (_, at) => first + at * gap);
  }

  async #sleep(milliseconds: number): Promise<void> {
    if (milliseconds <= 0) return;
    await wait(milliseconds, undefined, { signal: this.#parts.signal }).catch(() => undefined);
  }
}
