/** Reads the body of an answer, and stops where one grows beyond what any answer can be. */

/**
 * In bytes, decompressed. A full answer of Factors has about 10 kB, the longest page of
 * dispositions (1,000 updates with notes of 500 characters) below 3 MB.
 */
export const bodyLimit: number = 8 * 1024 * 1024;

/** The body is longer than {@link bodyLimit}; what was read of it is in `start`. */
export class BodyTooLarge {
  readonly start: Uint8Array;

  constructor(start: Uint8Array) {
    this.start = start;
  }
}

/** What the fetch of `minfraud-sdk/undici` can do more than Response: read without a stream. */
interface BoundedAnswer {
  readonly readUpTo?: (
    limit: number,
  ) => Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }>;
}

/** Lets whoever started the reading end it, also where fetch does not listen to its signal. */
export interface OpenBody {
  cancel?: () => void;
}

/** Resolves with the body; rejects with what the stream rejects with. */
export async function readBody(
  response: Response,
  open: OpenBody,
  limit: number = bodyLimit,
): Promise<Uint8Array | BodyTooLarge> {
  const bounded = await (response as BoundedAnswer).readUpTo?.(limit);
  if (bounded !== undefined) return bounded.whole ? bounded.bytes : new BodyTooLarge(bounded.bytes);
  // React Native has no streams.
  const stream: ReadableStream<Uint8Array> | null | undefined = response.body;
  if (!stream) return new Uint8Array(await response.arrayBuffer());
  const reader = stream.getReader();
  // Closes the connection: nobody will read the rest. Fails where the stream has failed already.
  const cancel = (): void => void reader.cancel().catch(() => undefined);
  open.cancel = cancel;
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return joined(chunks, length);
    chunks.push(value);
    length += value.byteLength;
    if (length > limit) {
      cancel();
      return new BodyTooLarge(joined(chunks, length));
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
