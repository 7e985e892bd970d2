/** Values of a million orders, a column each: numbers side by side in place of objects. */

type Numbers = Float64Array | Uint32Array | Uint8Array;

/** A list of numbers that grows. */
export class NumberColumn {
  readonly #make: (size: number) => Numbers;
  #values: Numbers;
  #length = 0;

  constructor(make: (size: number) => Numbers) {
    this.#make = make;
    this.#values = make(1024);
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const longer = this.#make(this.#length * 2);
      longer.set(this.#values);
      this.#values = longer;
    }
    this.#values[this.#length++] = value;
  }

  at(place: number): number {
    return this.#values[place] ?? Number.NaN;
  }

  set(place: number, value: number): void {
    this.#values[place] = value;
  }
}

export const decimals = (): NumberColumn => new NumberColumn((size) => new Float64Array(size));
export const places = (): NumberColumn => new NumberColumn((size) => new Uint32Array(size));
export const bytes = (): NumberColumn => new NumberColumn((size) => new Uint8Array(size));

/**
 * A string of its own: what V8 cuts out of a longer one keeps that alive, here 64 kB of a
 * file for each ID.
 */
export const copied = (text: string): string => Buffer.from(text, 'utf8').toString('utf8');

/** Words that repeat, each kept once. */
export class WordColumn {
  readonly #places = places();
  readonly #words: (string | undefined)[] = [undefined];
  readonly #known = new Map<string | undefined, number>([[undefined, 0]]);

  push(word: string | undefined): void {
    this.#places.push(this.#placeOf(word));
  }

  at(place: number): string | undefined {
    return this.#words[this.#places.at(place)];
  }

  set(place: number, word: string | undefined): void {
    this.#places.set(place, this.#placeOf(word));
  }

  #placeOf(word: string | undefined): number {
    const found = this.#known.get(word);
    if (found !== undefined) return found;
    const own = word === undefined ? word : copied(word);
    const place = this.#words.push(own) - 1;
    this.#known.set(own, place);
    return place;
  }
}
