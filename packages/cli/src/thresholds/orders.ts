/** Orders with a score and an outcome, a column each: a million of them take 30 MB. */

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
  #length = 0;
  #score = new Float64Array(1024);
  #amount = new Float64Array(1024);
  #time = new Float64Array(1024);
  #fraud = new Uint8Array(1024);
  #action = new Uint32Array(1024);
  #segment = new Uint32Array(1024);
  readonly #words: (string | undefined)[] = [undefined];
  readonly #places = new Map<string | undefined, number>([[undefined, 0]]);

  get length(): number {
    return this.#length;
  }

  add(order: Order): void {
    if (this.#length === this.#score.length) this.#grow();
    const at = this.#length++;
    this.#score[at] = order.riskScore;
    this.#amount[at] = order.amount;
    this.#time[at] = order.time;
    this.#fraud[at] = order.isFraud ? 1 : 0;
    this.#action[at] = this.#placeOf(order.action);
    this.#segment[at] = this.#placeOf(order.segment);
  }

  at(place: number): Order {
    return {
      riskScore: this.#score[place] ?? Number.NaN,
      isFraud: this.#fraud[place] === 1,
      amount: this.#amount[place] ?? 0,
      time: this.#time[place] ?? Number.NaN,
      action: this.#words[this.#action[place] ?? 0],
      segment: this.#words[this.#segment[place] ?? 0],
    };
  }

  *[Symbol.iterator](): Generator<Order, void, undefined> {
    for (let at = 0; at < this.#length; at++) yield this.at(at);
  }

  /** In order, without those of an unknown time. */
  times(): Float64Array {
    return this.#time.slice(0, this.#length).filter(Number.isFinite).sort();
  }

  scores(isFraud: boolean): Float32Array {
    const wanted = isFraud ? 1 : 0;
    return Float32Array.from(
      this.#score.subarray(0, this.#length).filter((_, at) => this.#fraud[at] === wanted),
    );
  }

  #placeOf(word: string | undefined): number {
    const found = this.#places.get(word);
    if (found !== undefined) return found;
    const place = this.#words.push(word) - 1;
    this.#places.set(word, place);
    return place;
  }

  #grow(): void {
    const size = this.#score.length * 2;
    const longer = <Column extends Float64Array | Uint8Array | Uint32Array>(
      column: Column,
      next: Column,
    ): Column => {
      next.set(column);
      return next;
    };
    this.#score = longer(this.#score, new Float64Array(size));
    this.#amount = longer(this.#amount, new Float64Array(size));
    this.#time = longer(this.#time, new Float64Array(size));
    this.#fraud = longer(this.#fraud, new Uint8Array(size));
    this.#action = longer(this.#action, new Uint32Array(size));
    this.#segment = longer(this.#segment, new Uint32Array(size));
  }
}
