/** Undoes the compression of a body, as fetch does, but a stream that is cut is an error here. */
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

/** The bytes themselves where they are not compressed, or in a way that is not known. */
export function decoded(
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
  // An answer without a body may still name the compression of its kind.
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
