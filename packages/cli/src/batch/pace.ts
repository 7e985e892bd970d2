/** When the next query may go out: no faster than asked, and not while the service wants quiet. */
import { type Clock, systemClock } from './clock.ts';

/** In seconds. A program that starts runs is told of a longer wait, and starts another then. */
export const longestQuiet = 3600;

/** In milliseconds. Who counts at the other end sees some queries later than others. */
const jitter = 25;

export class Pace {
  readonly #gap: number;
  readonly #signal: AbortSignal;
  readonly #clock: Clock;
  /** When the last queries were sent, as many as may be sent in {@link #window}. */
  readonly #sent: number[];
  readonly #window: number;
  /** Which of {@link #sent} is the oldest. */
  #oldest = 0;
  #gates: Promise<void> = Promise.resolve();
  #next = -Infinity;
  #quietUntil = -Infinity;
  #quietBegan = -Infinity;
  /** How many times in a row the service or the network wanted quiet, without a response in between. */
  #waves = 0;

  /**
   * @param rate - Queries a second.
   * @param signal - Ends every wait.
   */
  constructor(rate: number | undefined, signal: AbortSignal, clock: Clock = systemClock) {
    const most = Math.max(1, Math.floor(rate ?? 1));
    this.#gap = rate === undefined ? 0 : 1000 / rate;
    this.#window = rate === undefined ? 0 : (most * 1000) / rate + jitter;
    this.#sent = Array.from({ length: most }, () => -Infinity);
    this.#signal = signal;
    this.#clock = clock;
  }

  get now(): number {
    return this.#clock.now();
  }

  /** The service, or the network, wants quiet now. */
  get isQuiet(): boolean {
    return this.now < this.#quietUntil;
  }

  /** Seconds until quiet ends. */
  get quietFor(): number {
    return Math.max(0, this.#quietUntil - this.now) / 1000;
  }

  /** Resolves when a query may be prepared, evenly spread, or when the run is to stop. */
  async turn(): Promise<void> {
    while (this.isQuiet && !this.#signal.aborted) await this.#sleepUntil(this.#quietUntil);
    if (this.#gap === 0) return;
    const own = Math.max(this.now, this.#next);
    this.#next = own + this.#gap;
    await this.#sleepUntil(own);
  }

  /**
   * Resolves when a query may be sent, so that no second sees more than the rate, however long a disk held
   * up those before; or when the run is to stop.
   */
  gate(): Promise<void> {
    if (this.#gap === 0) return Promise.resolve();
    // One after the other: each has to know when those before it were really sent.
    this.#gates = this.#gates.then(() => this.#pass());
    return this.#gates;
  }

  async #pass(): Promise<void> {
    const at = this.#oldest;
    this.#oldest = (at + 1) % this.#sent.length;
    await this.#sleepUntil((this.#sent[at] ?? -Infinity) + this.#window);
    this.#sent[at] = this.now;
  }

  responded(): void {
    this.#waves = 0;
  }

  /**
   * A query was put off, or did not get through.
   *
   * @param seconds - As the service asked; never shorter than a wait that doubles each time.
   * @param sentAt - {@link now} when it was sent: what was under way before a quiet belongs to its cause.
   * @returns the waves.
   */
  quiet(seconds: number | undefined, sentAt: number): number {
    const { now } = this;
    if (sentAt > this.#quietBegan && now >= this.#quietUntil) {
      this.#waves++;
      this.#quietBegan = now;
      const own = Math.min(60, 2 ** (this.#waves - 1)) * (0.75 + Math.random() / 2);
      this.#quietUntil = now + own * 1000;
    }
    if (seconds !== undefined) {
      const asked = now + Math.min(seconds, longestQuiet) * 1000;
      this.#quietUntil = Math.max(this.#quietUntil, asked);
    }
    return this.#waves;
  }

  async #sleepUntil(time: number): Promise<void> {
    // A timer may ring a little early.
    for (let left = time - this.now; left > 0 && !this.#signal.aborted; left = time - this.now) {
      await this.#clock.sleep(Math.ceil(left), this.#signal);
    }
  }
}
