/** The riskiest rows, kept as results come by. */
import { type Seen } from './result-format.ts';

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
