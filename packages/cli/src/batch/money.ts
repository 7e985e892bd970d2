/** What queries cost, in millionths of a dollar: whole numbers, so that no sum is off by rounding. */
const millionths = 1e6;

/** A sum as a user writes it: nothing is rounded away, so that a budget is what was said. */
export function dollars(text: string): number {
  const [, whole = '', decimals = ''] = /^(\d{0,9})(?:\.(\d*))?$/.exec(text.trim()) ?? [];
  if (whole + decimals === '') {
    throw new SyntaxError('must be an amount in US dollars, such as 0.005 or 250');
  }
  if (decimals.replace(/0+$/, '').length > 6) {
    throw new SyntaxError('must have at most six decimal places');
  }
  const value = Number(`${whole === '' ? '0' : whole}.${decimals === '' ? '0' : decimals}`);
  if (value === 0) throw new SyntaxError('must be above 0');
  return value;
}

export class Money {
  readonly #price: number | undefined;
  readonly #budget: number | undefined;
  #queries: number;

  /** @param queries - Those of earlier runs. */
  constructor(price: number | undefined, budget: number | undefined, queries: number) {
    this.#price = price === undefined ? undefined : Math.round(price * millionths);
    this.#budget = budget === undefined ? undefined : Math.round(budget * millionths);
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
    return this.costOf(this.#queries);
  }

  costOf(queries: number): number | undefined {
    return this.#price === undefined ? undefined : (queries * this.#price) / millionths;
  }
}
