/** What is counted of results as they come by. */
import { type Seen } from './result-format.ts';

/** What the page shows, counted. */
export interface Tally {
  readonly results: number;
  /** Of these, the ones that an emulator made up. */
  readonly madeUp: number;
  readonly mean: number;
  /** How many scores lie in 0–5, 5–10, … 95–100. */
  readonly scores: readonly number[];
  readonly actions: ReadonlyMap<string, number>;
  readonly countries: ReadonlyMap<string, { readonly count: number; readonly mean: number }>;
  readonly warnings: ReadonlyMap<string, number>;
  readonly reasons: ReadonlyMap<string, { readonly count: number; readonly raised: number }>;
  readonly riskiest: readonly Seen[];
}

/** The riskiest rows. */
export class Riskiest {
  readonly #most: number;
  #rows: Seen[] = [];

  constructor(most: number) {
    this.#most = most;
  }

  add(seen: Seen): void {
    if (seen.riskScore === undefined) return;
    const least = this.#rows.at(-1)?.riskScore ?? -1;
    if (this.#rows.length >= this.#most && seen.riskScore <= least) return;
    this.#rows.push(seen);
    this.#rows.sort((a, b) => (b.riskScore ?? 0) - (a.riskScore ?? 0) || a.row - b.row);
    this.#rows = this.#rows.slice(0, this.#most);
  }

  get rows(): readonly Seen[] {
    return this.#rows;
  }
}
