/** What queries cost, in millionths of a dollar: whole numbers, so that no sum is off by rounding. */
export class Money {
  readonly #price: number | undefined;
  readonly #budget: number | undefined;
  #queries: number;

  /** @param queries - Those of earlier runs. */
  constructor(price: number | undefined, budget: number | undefined, queries: number) {
    this.#price = price === undefined ? undefined : Math.round(price * 1e6);
    this.#budget = budget === undefined ? undefined : Math.floor(budget * 1e6 + 0.5);
    this.#queries = queries;
  }

  /** Counts one query more, unless it would go over the budget. */
  take(): boolean {
    const cost = (this.#queries + 1) * (this.#price ?? 0);
    if (this.#budget !== undefined && cost > this.#budget) return false;
    this.#queries++;
    return true;
  }

  giveBack(): void {
    this.#queries--;
  }

  /** Queries of all runs that may have been billed. */
  get queries(): number {
    return this.#queries;
  }

  /** At most so many dollars; `undefined` without a price. */
  get spent(): number | undefined {
    return this.#price === undefined ? undefined : (this.#queries * this.#price) / 1e6;
  }

  costOf(queries: number): number | undefined {
    return this.#price === undefined ? undefined : (queries * this.#price) / 1e6;
  }
}
