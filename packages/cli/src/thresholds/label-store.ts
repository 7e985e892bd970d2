/** What became of each order, by its ID or row. */
import { bytes, decimals, WordColumn } from './column-store.ts';
import { KeyTable } from './key-table.ts';
import { type Meaning } from './outcome-words.ts';

/** What files say of an order besides its outcome. */
export interface Details {
  readonly amount?: number | undefined;
  readonly time?: number | undefined;
  readonly currency?: string | undefined;
  readonly segment?: string | undefined;
}

/**
 * Line items and attempts to pay repeat an order, and the last of these counts: a payment may follow one that
 * was declined, and a chargeback a payment.
 */
const meanings: readonly Meaning[] = ['none', 'declined', 'good', 'fraud'];

export class LabelStore {
  readonly #places = new KeyTable();
  readonly #meaning = bytes();
  readonly #used = bytes();
  readonly #amount = decimals();
  readonly #time = decimals();
  readonly #currency = new WordColumn();
  readonly #segment = new WordColumn();
  #doubled = 0;
  #usedCount = 0;

  get size(): number {
    return this.#places.size;
  }

  /** Further lines about an order that had one. */
  get doubled(): number {
    return this.#doubled;
  }

  get unused(): number {
    return this.size - this.#usedCount;
  }

  placeOf(key: string | number): number | undefined {
    return this.#places.placeOf(key);
  }

  add(key: string | number, meaning: Meaning, details: Details): void {
    const place = this.#places.placeOf(key);
    if (place !== undefined) {
      this.#doubled++;
      this.#merge(place, meaning, details);
      return;
    }
    this.#places.add(key);
    this.#meaning.push(meanings.indexOf(meaning));
    this.#used.push(0);
    this.#amount.push(details.amount ?? Number.NaN);
    this.#time.push(details.time ?? Number.NaN);
    this.#currency.push(details.currency);
    this.#segment.push(details.segment);
  }

  meaningAt(place: number): Meaning {
    return meanings[this.#meaning.at(place)] ?? 'none';
  }

  detailsAt(place: number): Details {
    const known = (value: number): number | undefined => (Number.isNaN(value) ? undefined : value);
    return {
      amount: known(this.#amount.at(place)),
      time: known(this.#time.at(place)),
      currency: this.#currency.at(place),
      segment: this.#segment.at(place),
    };
  }

  /** @returns false where a result had it already. */
  use(place: number): boolean {
    if (this.#used.at(place) === 1) return false;
    this.#used.set(place, 1);
    this.#usedCount++;
    return true;
  }

  #merge(place: number, meaning: Meaning, { amount, time, currency, segment }: Details): void {
    this.#meaning.set(place, Math.max(this.#meaning.at(place), meanings.indexOf(meaning)));
    const before = this.detailsAt(place);
    if (before.amount === undefined) this.#amount.set(place, amount ?? Number.NaN);
    if (before.time === undefined) this.#time.set(place, time ?? Number.NaN);
    if ((before.currency ?? '') === '') this.#currency.set(place, currency);
    if ((before.segment ?? '') === '') this.#segment.set(place, segment);
  }
}
