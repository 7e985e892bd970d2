/** Rows with mistakes, for people to correct: written anew by every run, since they cost nothing. */
import { createWriteStream, type WriteStream } from 'node:fs';
import { once } from 'node:events';

export interface Reject {
  readonly row: number;
  readonly line: number;
  readonly issues: readonly {
    readonly pointer: string;
    readonly code: string;
    readonly message: string;
  }[];
}

export class Rejects {
  readonly #stream: WriteStream | undefined;
  #count = 0;

  constructor(path: string | undefined) {
    this.#stream = path === undefined ? undefined : createWriteStream(path, { mode: 0o600 });
    // Told by the write that fails.
    this.#stream?.on('error', () => undefined);
  }

  get count(): number {
    return this.#count;
  }

  async add(reject: Reject): Promise<void> {
    this.#count++;
    if (this.#stream === undefined) return;
    if (this.#stream.errored) throw this.#stream.errored;
    if (!this.#stream.write(`${JSON.stringify(reject)}\n`)) await once(this.#stream, 'drain');
  }

  async close(): Promise<void> {
    if (this.#stream === undefined) return;
    if (this.#stream.errored) throw this.#stream.errored;
    this.#stream.end();
    await once(this.#stream, 'finish');
  }
}
