/** A set of row numbers, one bit each: a million rows take 125 kB. */
export class RowSet {
  #bits = new Uint8Array(1024);
  #size = 0;

  get size(): number {
    return this.#size;
  }

  has(row: number): boolean {
    return ((this.#bits[row >>> 3] ?? 0) & (1 << (row & 7))) !== 0;
  }

  add(row: number): void {
    if (this.has(row)) return;
    const at = row >>> 3;
    if (at >= this.#bits.length) {
      const grown = new Uint8Array(Math.max(at + 1, this.#bits.length * 2));
      grown.set(this.#bits);
      this.#bits = grown;
    }
    this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (row & 7));
    this.#size++;
  }

  delete(row: number): void {
    if (!this.has(row)) return;
    this.#bits[row >>> 3] = (this.#bits[row >>> 3] ?? 0) & ~(1 << (row & 7));
    this.#size--;
  }

  /** In ascending order. */
  *[Symbol.iterator](): Generator<number, void, undefined> {
    for (const [at, byte] of this.#bits.entries()) {
      for (let bit = 0; byte >> bit !== 0; bit++) if ((byte >> bit) & 1) yield at * 8 + bit;
    }
  }
}

/** `1-3, 7, 9-10`. */
export function rangesOf(rows: Iterable<number>): string {
  const ranges: string[] = [];
  let first: number | undefined;
  let last = 0;
  const end = (): void => {
    if (first !== undefined) ranges.push(first === last ? String(first) : `${first}-${last}`);
  };
  for (const row of rows) {
    if (first === undefined || row !== last + 1) {
      end();
      first = row;
    }
    last = row;
  }
  end();
  return ranges.join(', ');
}
