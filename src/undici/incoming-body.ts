/** The bytes of a body, from the connection that receives them to the caller that reads them. */

/**
 * In bytes. The client reads as fast as bytes come and stops at half of this. undici could be
 * asked to pause instead, but undici 7 fails an assertion when a paused connection is reset.
 */
const mostUnread = 16 * 1024 * 1024;

type Chunk = IteratorResult<Uint8Array, undefined>;

/** Read it once, by one reader that waits for each chunk. */
export class IncomingBody implements AsyncIterableIterator<Uint8Array, undefined> {
  readonly #abort: (reason: Error) => void;
  #chunks: Uint8Array[] = [];
  #unread = 0;
  #end: { readonly error?: unknown } | undefined;
  #wake: (() => void) | undefined;

  /** @param abort closes the connection. */
  constructor(abort: (reason: Error) => void) {
    this.#abort = abort;
  }

  push(chunk: Uint8Array): void {
    if (this.#end !== undefined) return;
    this.#chunks.push(chunk);
    this.#unread += chunk.byteLength;
    this.#wake?.();
    if (this.#unread > mostUnread) {
      const error = new Error(`More than ${mostUnread} bytes of the body were not read.`);
      this.fail(error);
      this.#abort(error);
    }
  }

  end(): void {
    this.#end ??= {};
    this.#wake?.();
  }

  /** What came before is not read any more: half a body is no body. */
  fail(error: unknown): void {
    if (this.#end !== undefined) return;
    this.#end = { error };
    this.#chunks = [];
    this.#wake?.();
  }

  async next(): Promise<Chunk> {
    for (;;) {
      const chunk = this.#chunks.shift();
      if (chunk !== undefined) {
        this.#unread -= chunk.byteLength;
        return { done: false, value: chunk };
      }
      if (this.#end !== undefined) {
        if ('error' in this.#end) throw this.#end.error;
        return { done: true, value: undefined };
      }
      await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }

  /** The caller reads no further: the connection is closed if there is more to come. */
  return(): Promise<Chunk> {
    if (this.#end === undefined) {
      this.end();
      this.#abort(new Error('The rest of the body is not needed.'));
    }
    this.#chunks = [];
    return Promise.resolve({ done: true, value: undefined });
  }

  [Symbol.asyncIterator](): this {
    return this;
  }
}
