/** Orders with a score and an outcome: a million of them take 35 MB. */
import { bytes, decimals, WordColumn } from './column-store.ts';

export interface Order {
  readonly riskScore: number;
  readonly isFraud: boolean;
  readonly amount: number;
  /** Milliseconds since 1970, NaN where it is not known. */
  readonly time: number;
  readonly action: string | undefined;
  readonly segment: string | undefined;
}

export class Orders {
  readonly #score = decimals();
  readonly #amount = decimals();
  readonly #time = decimals();
  readonly #fraud = bytes();
  readonly #action = new WordColumn();
  readonly #segment = new WordColumn();

  get length(): number {
    return this.#score.length;
  }

  add(order: Order): void {
    this.#score.push(order.riskScore);
    this.#amount.push(order.amount);
    this.#time.push(order.time);
    this.#fraud.push(order.isFraud ? 1 : 0);
    this.#action.push(order.action);
    this.#segment.push(order.segment);
  }

  at(place: number): Order {
    return {
      riskScore: this.#score.at(place),
      isFraud: this.#fraud.at(place) === 1,
      amount: this.#amount.at(place),
      time: this.#time.at(place),
      action: this.#action.at(place),
      segment: this.#segment.at(place),
    };
  }

  *[Symbol.iterator](): Generator<Order, void, undefined> {
    for (let at = 0; at < this.length; at++) yield this.at(at);
  }

  /** In order, without those that are not known. */
  times(): Float64Array {
    const all = Float64Array.from({ length: this.length }, (_, at) => this.#time.at(at));
    return all.filter(Number.isFinite).sort();
  }

  scores(isFraud: boolean): Float32Array {
    const wanted = isFraud ? 1 : 0;
    const all = Float32Array.from({ length: this.length }, (_, at) => this.#score.at(at));
    return all.filter((_, at) => this.#fraud.at(at) === wanted);
  }
}
