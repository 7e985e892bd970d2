/**
 * Watches the input while it is read, so that a row is only sent from the file that the run began with.
 *
 * A rolling hash of all bytes so far is compared with what was noted earlier, at every place where it was
 * noted; between those the file's size and times must stay as they were.
 */
import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import { CommandError } from '../exit.ts';

/** In milliseconds. */
const betweenLooks = 250;

/** The input is no longer the file that the run began with: what was read of it may be resumed with that file. */
export class ChangedInputError extends CommandError {}

export interface InputNotes {
  readonly has: (end: number) => boolean;
  readonly note: (end: number, hash: string) => void;
}

export class InputWatch {
  readonly #path: string;
  readonly #known: ReadonlyMap<number, string>;
  /** Where it was noted, in ascending order. */
  readonly #places: readonly number[];
  readonly #ledger: InputNotes | undefined;
  readonly #hash = createHash('sha256');
  readonly #state: string | undefined;
  #nextPlace = 0;
  #offset = 0;
  #lines = 0;
  #looked = 0;
  #problem: string | undefined;

  /**
   * @param known - Hashes that were noted, by the number of bytes that they are of.
   * @param ledger - Where new ones are noted.
   */
  constructor(path: string, known: ReadonlyMap<number, string>, ledger?: InputNotes) {
    this.#path = path;
    this.#known = known;
    this.#places = [...known.keys()].sort((a, b) => a - b);
    this.#ledger = ledger;
    this.#state = stateOf(path);
  }

  /** How many lines have been read. */
  get lines(): number {
    return this.#lines;
  }

  /** How many bytes have been read. */
  get bytes(): number {
    return this.#offset;
  }

  /** The hash of all that was read. */
  get hash(): string {
    return shortened(this.#hash.copy().digest('hex'));
  }

  /** To be called with every chunk before its rows are looked at. */
  readonly feed = (chunk: Buffer): void => {
    for (let at = chunk.indexOf(0x0a); at >= 0; at = chunk.indexOf(0x0a, at + 1)) this.#lines++;
    let rest = chunk;
    for (;;) {
      const place = this.#places[this.#nextPlace];
      if (place === undefined || place > this.#offset + rest.length) break;
      const length = place - this.#offset;
      this.#take(rest.subarray(0, length));
      rest = rest.subarray(length);
      this.#nextPlace++;
      if (this.hash !== this.#known.get(place)) this.#found();
    }
    this.#take(rest);
    if (this.#ledger?.has(this.#offset) === false) this.#ledger.note(this.#offset, this.hash);
    this.#look();
  };

  /** Throws when the file is no longer the one that the run began with. */
  check(now: number = performance.now()): void {
    if (now - this.#looked > betweenLooks) {
      this.#looked = now;
      this.#look();
    }
    if (this.#problem !== undefined) throw new ChangedInputError(this.#problem);
  }

  /** The same at the end, however short ago the last look was. */
  checkEnd(): void {
    this.#look();
    this.check();
  }

  #take(bytes: Buffer): void {
    this.#hash.update(bytes);
    this.#offset += bytes.length;
  }

  #look(): void {
    if (stateOf(this.#path) !== this.#state) this.#found();
  }

  #found(): void {
    this.#problem ??= `${this.#path} was changed after the run began, so no more rows are sent. Restore it to continue, or start over with another --out.`;
  }
}

/** Long enough that nobody meets it by chance. */
const shortened = (digest: string): string => digest.slice(0, 32);

/** `undefined` where it is gone. */
function stateOf(path: string): string | undefined {
  try {
    const { dev, ino, size, mtimeNs } = statSync(path, { bigint: true });
    return `${dev}:${ino}:${size}:${mtimeNs}`;
  } catch {
    return undefined;
  }
}
