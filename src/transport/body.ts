/** Reads the body of an answer, and stops where one grows beyond what any answer can be. */
import { UnusableResponse } from '../failure/attempt-errors.ts';
import type { FetchedResponse } from '../options/options.ts';

/**
 * In bytes, decompressed. A full answer of Factors has about 10 kB, the longest page of
 * dispositions (1,000 updates with notes of 500 characters) below 3 MB.
 */
export const bodyLimit: number = 8 * 1024 * 1024;

/** A body, or as much of it as was read before it grew too long. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  readonly isWhole: boolean;
}

/** What a response of `minfraud-sdk/undici` can do besides: read without a stream. */
interface BoundedResponse {
  readonly readUpTo?: (limit: number) => Promise<ReadBody>;
}

/** Lets the attempt that started the reading end it, also where fetch does not listen to its signal. */
export interface OpenBody {
  cancel?: () => void;
}

/**
 * Resolves with the body; rejects with what reading it rejects with, or with UnusableResponse.
 *
 * By its reader where there is one. node-fetch gives a stream of Node's instead, and React Native none.
 */
export async function readBody(
  response: FetchedResponse,
  open: OpenBody,
  limit: number = bodyLimit,
): Promise<ReadBody> {
  // Half the cost of a stream, where the fetch is one of minfraud-sdk/undici.
  const bounded = await (response as BoundedResponse).readUpTo?.(limit);
  if (bounded !== undefined) return bounded;
  const stream = response.body as ReadableStream<Uint8Array> | null | undefined;
  if (response.bodyUsed === true || stream?.locked === true) throw new UnusableResponse('consumed');
  if (stream === null) return { bytes: new Uint8Array(), isWhole: true };
  if (typeof stream?.getReader !== 'function') {
    if (typeof response.arrayBuffer !== 'function') throw new UnusableResponse('not a Response');
    const bytes = new Uint8Array(await response.arrayBuffer());
    return { bytes, isWhole: bytes.byteLength <= limit };
  }
  const reader = stream.getReader();
  // Closes the connection: the rest is not read. Fails where the stream has failed already.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  open.cancel = cancel;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return { bytes: joined(chunks, length), isWhole: true };
    chunks.push(value);
    length += value.byteLength;
    if (length > limit) {
      cancel();
      return { bytes: joined(chunks, length), isWhole: false };
    }
  }
}

function joined(chunks: readonly Uint8Array[], length: number): Uint8Array {
  // Nearly every answer is one chunk.
  if (chunks.length === 1 && chunks[0] !== undefined) return chunks[0];
  const whole = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    whole.set(chunk, offset);
    offset += chunk.byteLength;
  }
  return whole;
}
