/** Which IDs were seen, in about ten bytes each: a hundred million orders have to fit into memory. */
import { createHash } from 'node:crypto';

const shelves = 256;

/** Hashes of 64 bits: two IDs of a hundred million are taken for one in 1 of 4,000 files. */
export class SeenIds {
  readonly #shelves: BigUint64Array[] = Array.from(
    { length: shelves },
    () => new BigUint64Array(16),
  );
  readonly #sizes = new Uint32Array(shelves);

  has(id: string): boolean {
    const { hash, at } = placed(id);
    const shelf = this.#shelves[at];
    return shelf?.[spotOf(shelf, hash)] === hash;
  }

  /** @returns whether it is new. */
  add(id: string): boolean {
    const { hash, at } = placed(id);
    const shelf = this.#roomy(at);
    if (!place(shelf, hash)) return false;
    this.#sizes[at] = (this.#sizes[at] ?? 0) + 1;
    return true;
  }

  /** Grown by half before it is nine tenths full; shelf by shelf, so that memory never doubles at once. */
  #roomy(at: number): BigUint64Array {
    const shelf = this.#shelves[at] ?? new BigUint64Array(16);
    if ((this.#sizes[at] ?? 0) < shelf.length * 0.85) return shelf;
    const grown = new BigUint64Array(Math.ceil(shelf.length * 1.5));
    for (const hash of shelf) if (hash !== 0n) place(grown, hash);
    this.#shelves[at] = grown;
    return grown;
  }
}

function placed(id: string): { readonly hash: bigint; readonly at: number } {
  const digest = createHash('sha1').update(id).digest();
  // Zero marks an empty place.
  return { hash: digest.readBigUInt64LE(0) | 1n, at: digest[8] ?? 0 };
}

/** @returns false when it is known already. */
function place(shelf: BigUint64Array, hash: bigint): boolean {
  const spot = spotOf(shelf, hash);
  if (shelf[spot] === hash) return false;
  shelf[spot] = hash;
  return true;
}

/** Where it is, or the empty place where it belongs. */
function spotOf(shelf: BigUint64Array, hash: bigint): number {
  let at = Number((hash >> 8n) % BigInt(shelf.length));
  while (shelf[at] !== 0n && shelf[at] !== hash) at = at + 1 === shelf.length ? 0 : at + 1;
  return at;
}
