/** When the next query may go out: no faster than asked, and not while the service wants quiet. */
import { setTimeout as wait } from 'node:timers/promises';

export class Pace {
  readonly #gap: number;
  readonly #signal: AbortSignal;
  #next = 0;
  #quietUntil = 0;
  /** How many times in a row the service or the network wanted quiet, without an answer in between. */
  #waves = 0;

  /** @param signal - Ends every wait. */
  constructor(rate: number | undefined, signal: AbortSignal) {
    this.#gap = rate === undefined ? 0 : 1000 / rate;
    this.#signal = signal;
  }

  get waves(): number {
    return this.#waves;
  }

  /** Resolves when it is this query's turn, or when the run is to stop. */
  async turn(): Promise<void> {
    for (;;) {
      const now = performance.now();
      const at = Math.max(this.#quietUntil, this.#next);
      if (at <= now || this.#signal.aborted) {
        this.#next = Math.max(now, this.#next) + this.#gap;
        return;
      }
      // Each takes its own place in the queue, unless all are to be quiet.
      if (this.#quietUntil <= now) {
        const own = this.#next;
        this.#next += this.#gap;
        await this.#sleep(own - now);
        if (this.#quietUntil <= performance.now()) return;
      } else await this.#sleep(this.#quietUntil - now);
    }
  }

  /** The service, or the network, wants quiet now. */
  get isQuiet(): boolean {
    return performance.now() < this.#quietUntil;
  }

  answered(): void {
    this.#waves = 0;
  }

  /**
   * @param seconds - As the service asked; else a wait that doubles each time.
   * @returns the waves.
   */
  quiet(seconds: number | undefined): number {
    const now = performance.now();
    const isNew = now >= this.#quietUntil;
    if (isNew) this.#waves++;
    const own = Math.min(60, 2 ** (this.#waves - 1)) * (0.75 + Math.random() / 2);
    this.#quietUntil = Math.max(
      this.#quietUntil,
      now + (isNew || seconds !== undefined ? (seconds ?? own) * 1000 : 0),
    );
    return this.#waves;
  }

  async #sleep(milliseconds: number): Promise<void> {
    await wait(milliseconds, undefined, { signal: this.#signal }).catch(() => undefined);
  }
}
