/** An IncomingMessage that can be used like a Response, for as much of it as the client needs. */
import { type IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';

export class NodeResponse {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly redirected = false;
  readonly type = 'basic';
  readonly headers: Headers;
  readonly #message: IncomingMessage;

  constructor(message: IncomingMessage, url: string) {
    this.status = message.statusCode ?? 0;
    this.statusText = message.statusMessage ?? '';
    this.url = url;
    this.#message = message;
    this.headers = headersOf(message);
  }

  get ok(): boolean {
    return this.status >= 200 && this.status < 300;
  }

  /** For those who want a stream; the client reads faster without one. */
  get body(): ReadableStream<Uint8Array> {
    return Readable.toWeb(this.#decoded()) as ReadableStream<Uint8Array>;
  }

  async arrayBuffer(): Promise<ArrayBuffer> {
    const { bytes } = await this.readUpTo(Infinity);
    // A copy: a small Buffer is a view of a pool that others write to.
    return new Uint8Array(bytes).buffer;
  }

  async text(): Promise<string> {
    return new TextDecoder().decode(await this.arrayBuffer());
  }

  async json(): Promise<unknown> {
    return JSON.parse(await this.text()) as unknown;
  }

  /** The body up to a limit; beyond it nothing is read, and the connection is closed. */
  readUpTo(limit: number): Promise<{ readonly bytes: Uint8Array; readonly whole: boolean }> {
    return new Promise((resolve, reject) => {
      const source = this.#decoded();
      const chunks: Buffer[] = [];
      let length = 0;
      source.on('data', (chunk: Buffer) => {
        chunks.push(chunk);
        length += chunk.length;
        if (length > limit) {
          resolve({ bytes: Buffer.concat(chunks), whole: false });
          this.#message.destroy();
          // A decoder would go on inflating what it was given already.
          source.destroy();
        }
      });
      source.on('end', () => {
        const only = chunks.length === 1 ? chunks[0] : undefined;
        resolve({ bytes: only ?? Buffer.concat(chunks), whole: true });
      });
      source.on('error', reject);
      // A connection that breaks in the middle of a body does not always say more than this.
      this.#message.on('close', () => {
        if (!this.#message.complete) reject(lost());
      });
    });
  }

  #decoded(): Readable {
    const message = this.#message;
    const decoder = decoders[this.headers.get('content-encoding') ?? '']?.();
    if (decoder === undefined) return message;
    message.on('error', (error) => decoder.destroy(error));
    return message.pipe(decoder);
  }
}

/** Not asked for, but some gateways compress regardless. */
const decoders: Readonly<Record<string, () => ReturnType<typeof createGunzip>>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

function headersOf({ rawHeaders }: IncomingMessage): Headers {
  const headers = new Headers();
  for (let at = 0; at + 1 < rawHeaders.length; at += 2) {
    headers.append(rawHeaders[at] ?? '', rawHeaders[at + 1] ?? '');
  }
  return headers;
}

function lost(): Error {
  return Object.assign(new Error('The connection closed in the middle of the body.'), {
    code: 'ECONNRESET',
  });
}
