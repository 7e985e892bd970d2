/** Undoes the compression of a body, as fetch does, but a stream that is cut is an error here. */
import { type Duplex, pipeline, Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate, createInflateRaw } from 'node:zlib';

type Bytes = AsyncIterator<Uint8Array, undefined>;

/** The body itself where it is not compressed, or in a way that is not known. */
export function decoded(
  body: AsyncIterableIterator<Uint8Array, undefined>,
  coding: string | null,
): Bytes {
  if (coding === null) return body;
  // The last one named was applied last.
  const names = coding.toLowerCase().split(',').reverse();
  const decoders = names.map((name) => decoderOf[name.trim()]);
  if (!decoders.every((decoder) => decoder !== undefined)) return body;
  let bytes: AsyncIterable<Uint8Array> = body;
  for (const decoder of decoders) bytes = decoder(bytes);
  return bytes[Symbol.asyncIterator]() as Bytes;
}

type Decoder = (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>;

const gunzip: Decoder = (bytes) => through(bytes, createGunzip());

const decoderOf: Readonly<Record<string, Decoder | undefined>> = {
  gzip: gunzip,
  'x-gzip': gunzip,
  deflate: inflate,
  br: (bytes) => through(bytes, createBrotliDecompress()),
};

/** Some servers leave out zlib's header, which the name `deflate` stands for. */
async function* inflate(bytes: AsyncIterable<Uint8Array>): AsyncIterable<Uint8Array> {
  const source = bytes[Symbol.asyncIterator]();
  const first = await source.next();
  if (first.done === true) return;
  const withHeader = ((first.value[0] ?? 0) & 0x0f) === 0x08;
  async function* all(): AsyncIterable<Uint8Array> {
    yield first.value as Uint8Array;
    yield* { [Symbol.asyncIterator]: () => source };
  }
  yield* through(all(), withHeader ? createInflate() : createInflateRaw());
}

/** Errors reach the reader of what comes out, and the end of the reading the source. */
function through(bytes: AsyncIterable<Uint8Array>, decoder: Duplex): AsyncIterable<Uint8Array> {
  pipeline(Readable.from(bytes), decoder, () => undefined);
  return decoder;
}
