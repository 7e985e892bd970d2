/** What `undiciFetch` resolves with: a Response that costs little where only its bytes are wanted. */
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';
import type { IncomingBody } from './incoming-body.ts';

export interface ResponseHead {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
}

/** These have no body, whatever their headers say. */
const withoutBody: ReadonlySet<number> = new Set([204, 205, 304]);

/** Everything that is read by way of the runtime's own Response makes one when it is first asked. */
export class UndiciResponse implements Response {
  readonly url: string;
  readonly status: number;
  readonly statusText: string;
  readonly headers: Headers;
  readonly redirected = false;
  readonly type = 'basic';
  /** As received; ending it closes the connection. */
  readonly #incoming: IncomingBody;
  /** Decompressed. */
  readonly #bytes: AsyncIterator<Uint8Array, undefined>;
  #response: Response | undefined;

  constructor(head: ResponseHead, body: IncomingBody) {
    this.url = head.url;
    this.status = head.status;
    this.statusText = head.statusText;
    this.headers = head.headers;
    const coding = withoutBody.has(head.status) ? null : head.headers.get('content-encoding');
    this.#incoming = body;
    this.#bytes = decoded(body, coding)[Symbol.asyncIterator]();
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /**
   * The body up to a limit; beyond it nothing is read, and the connection is closed. The client
   * asks for it before it asks for `body`: with a stream a call takes a third more CPU
   * (npm run bench -- loopback).
   */
  async readUpTo(
    limit: number,
  ): Promise<{ readonly bytes: Uint8Array; readonly isWhole: boolean }> {
    const chunks: Uint8Array[] = [];
    let length = 0;
    for (;;) {
      const { done, value } = await this.#bytes.next();
      if (done === true) return { bytes: joined(chunks), isWhole: true };
      chunks.push(value);
      length += value.byteLength;
      if (length > limit) {
        void this.#incoming.return();
        return { bytes: joined(chunks), isWhole: false };
      }
    }
  }

  get body(): Response['body'] {
    return this.#standard().body;
  }

  get bodyUsed(): boolean {
    return this.#response?.bodyUsed ?? false;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.#standard().arrayBuffer();
  }

  blob(): Promise<Blob> {
    return this.#standard().blob();
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  }

  formData(): Promise<FormData> {
    return this.#standard().formData();
  }

  json(): Promise<unknown> {
    return this.#standard().json();
  }

  text(): Promise<string> {
    return this.#standard().text();
  }

  clone(): Response {
    return this.#standard().clone();
  }

  #standard(): Response {
    return (this.#response ??= new Response(
      withoutBody.has(this.status) ? null : this.#stream(),
      this,
    ));
  }

  #stream(): ReadableStream<Uint8Array> {
    return new ReadableStream<Uint8Array>({
      pull: async (controller) => {
        const { done, value } = await this.#bytes.next();
        if (done === true) controller.close();
        else controller.enqueue(value);
      },
      cancel: () => void this.#incoming.return(),
    });
  }
}

function joined(chunks: readonly Uint8Array[]): Uint8Array {
  const [only] = chunks;
  return chunks.length === 1 && only !== undefined ? only : Buffer.concat(chunks);
}

/** The bytes themselves where they are not compressed, or in a way that is not known. */
function decoded(
  bytes: AsyncIterable<Uint8Array, undefined>,
  coding: string | null,
): AsyncIterable<Uint8Array, undefined> {
  if (coding === null) return bytes;
  // The last one named was applied last.
  const names = coding.toLowerCase().split(',').reverse();
  const found = names.map((name) => decoders[name.trim()]);
  if (!found.every((decoder) => decoder !== undefined)) return bytes;
  return found.reduce((inner, decoder) => decompressed(inner, decoder), bytes);
}

/** @param start the first byte of the stream. */
type Decoder = (start: number | undefined) => Duplex;

const decoders: Readonly<Record<string, Decoder | undefined>> = {
  gzip: () => createGunzip(),
  'x-gzip': () => createGunzip(),
  // Some servers leave out zlib's header, which the name stands for.
  deflate: (start = 0) => ((start & 0x0f) === 0x08 ? createInflate() : createInflateRaw()),
  br: () => createBrotliDecompress(),
};

async function* decompressed(
  bytes: AsyncIterable<Uint8Array, undefined>,
  decoder: Decoder,
): AsyncGenerator<Uint8Array, undefined> {
  const rest = bytes[Symbol.asyncIterator]();
  const first = await rest.next();
  // A response without a body may still name the compression of its kind.
  if (first.done === true) return;
  async function* all(start: Uint8Array): AsyncGenerator<Uint8Array> {
    yield start;
    yield* { [Symbol.asyncIterator]: () => rest };
  }
  const stream = decoder(first.value[0]);
  // Errors of either reach the reader of `stream`.
  pipeline(Readable.from(all(first.value)), stream, () => undefined);
  yield* stream as AsyncIterable<Uint8Array, undefined>;
}
