/**
 * Gives each key a place, in the order in which they come. A million order IDs of ten letters take 30 MB:
 * with a Map of strings, which takes three times that, files of a million orders needed more than 300 MB.
 */
import { places } from './column-store.ts';

export class KeyTable {
  /** Places, each one higher than it is, where the hash of their key leads; 0 is free. */
  #slots = new Uint32Array(1024);
  #text = Buffer.allocUnsafeSlow(16 * 1024);
  readonly #hashes = places();
  readonly #ends = places();

  get size(): number {
    return this.#ends.length;
  }

  placeOf(key: string | number): number | undefined {
    const text = textOf(key);
    const place = this.#slots[this.#slotOf(text, hashOf(text))] ?? 0;
    return place === 0 ? undefined : place - 1;
  }

  /** @returns the place of a new key; `undefined` where there was one. */
  add(key: string | number): number | undefined {
    const text = textOf(key);
    const hash = hashOf(text);
    const slot = this.#slotOf(text, hash);
    if (this.#slots[slot] !== 0) return undefined;
    const place = this.size;
    this.#slots[slot] = place + 1;
    this.#hashes.push(hash);
    this.#ends.push(this.#write(text));
    if (this.size * 2 > this.#slots.length) this.#grow();
    return place;
  }

  /** The slot of the key, or the free one that it would take. */
  #slotOf(text: string, hash: number): number {
    const last = this.#slots.length - 1;
    let slot = hash & last;
    for (;;) {
      const place = (this.#slots[slot] ?? 0) - 1;
      if (place < 0 || (this.#hashes.at(place) === hash && this.#textAt(place) === text))
        return slot;
      slot = (slot + 1) & last;
    }
  }

  #startOf(place: number): number {
    return place === 0 ? 0 : this.#ends.at(place - 1);
  }

  #textAt(place: number): string {
    return this.#text.toString('utf8', this.#startOf(place), this.#ends.at(place));
  }

  /** @returns where it ends. */
  #write(text: string): number {
    const start = this.#startOf(this.size);
    const end = start + Buffer.byteLength(text);
    if (end > this.#text.length) {
      const longer = Buffer.allocUnsafeSlow(Math.max(end, this.#text.length * 2));
      this.#text.copy(longer, 0, 0, start);
      this.#text = longer;
    }
    this.#text.write(text, start);
    return end;
  }

  #grow(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const last = this.#slots.length - 1;
    for (let place = 0; place < this.size; place++) {
      let slot = this.#hashes.at(place) & last;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & last;
      this.#slots[slot] = place + 1;
    }
  }
}

/** As UTF-8 can hold it: half a surrogate pair is U+FFFD there. The row 7 is not the order "7". */
const textOf = (key: string | number): string =>
  typeof key === 'string' ? key.toWellFormed() : `\0${key}`;

/** FNV-1a, with its bits mixed so that the lower ones tell keys apart (MurmurHash3). */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}
