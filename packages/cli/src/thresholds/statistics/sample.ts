/** Orders with what became of them, summed up by score, outcome and amount: all that the figures need. */
import { binOf, type Grid } from './grid.ts';

/** Orders of one score bin and one outcome whose amounts differ by less than a tenth. */
export interface Cell {
  readonly bin: number;
  readonly isFraud: boolean;
  orders: number;
  amount: number;
}

/** What a cut stops. */
export interface Stopped {
  readonly orders: number;
  readonly amount: number;
  readonly frauds: number;
  readonly fraudAmount: number;
}

export interface SampledOrder {
  readonly riskScore: number;
  readonly isFraud: boolean;
  readonly amount: number;
  /** Milliseconds since 1970, NaN where it is not known. */
  readonly time: number;
}

/**
 * A bootstrap draws each order again; orders of one cell are alike, so that one draw serves them all.
 * A million orders make about ten thousand cells.
 */
export class Sample {
  readonly grid: Grid;
  readonly #cells = new Map<number, Cell>();
  orders = 0;
  frauds = 0;
  firstTime: number = Infinity;
  lastTime: number = -Infinity;

  constructor(grid: Grid) {
    this.grid = grid;
  }

  add({ riskScore, isFraud, amount, time }: SampledOrder): void {
    const bin = binOf(this.grid, riskScore);
    const key = (bin * 2 + (isFraud ? 1 : 0)) * 4096 + stepOf(amount);
    const cell = this.#cells.get(key);
    if (cell === undefined) this.#cells.set(key, { bin, isFraud, orders: 1, amount });
    else {
      cell.orders++;
      cell.amount += amount;
    }
    this.orders++;
    if (isFraud) this.frauds++;
    if (time < this.firstTime) this.firstTime = time;
    if (time > this.lastTime) this.lastTime = time;
  }

  get cells(): readonly Cell[] {
    return [...this.#cells.values()];
  }

  /** For each cut of the grid, what has that score or more. */
  stopped(): Stopped[] {
    const sums = this.grid.map(() => ({ orders: 0, amount: 0, frauds: 0, fraudAmount: 0 }));
    for (const { bin, isFraud, orders, amount } of this.#cells.values()) {
      const sum = sums[bin];
      if (sum === undefined) continue;
      sum.orders += orders;
      sum.amount += amount;
      if (!isFraud) continue;
      sum.frauds += orders;
      sum.fraudAmount += amount;
    }
    for (let at = sums.length - 2; at >= 0; at--) {
      const [sum, above] = [sums[at], sums[at + 1]];
      if (sum === undefined || above === undefined) continue;
      sum.orders += above.orders;
      sum.amount += above.amount;
      sum.frauds += above.frauds;
      sum.fraudAmount += above.fraudAmount;
    }
    return sums;
  }
}

/** Amounts in steps of 9%. */
const stepOf = (amount: number): number =>
  amount <= 0 ? 0 : Math.max(1, Math.min(4095, 2048 + Math.round(Math.log2(amount) * 8)));
