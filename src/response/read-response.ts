/** A response read to its end, however many attempts it took. */
import { attachMetadata, type ResultMetadata } from './metadata.ts';

/** What is known of an exchange, apart from the body of its response. */
export type Exchange = Omit<ResultMetadata, 'body'>;

/**
 * A `Response` over a body that was read already: it costs little where only its bytes are wanted, and
 * makes a `Response` of the runtime's for whoever wants more.
 */
export class ReadResponse implements Response {
  readonly exchange: Exchange;
  /** The body as it came, decompressed; empty when there was none. */
  readonly payload: Uint8Array<ArrayBuffer>;
  readonly redirected = false;
  readonly type = 'basic';
  readonly statusText = '';
  #standard: Response | undefined;

  constructor(exchange: Exchange, payload: Uint8Array) {
    this.exchange = exchange;
    this.payload = payload as Uint8Array<ArrayBuffer>; // Of no fetch is it shared memory.
  }

  get status(): number {
    return this.exchange.status;
  }

  get headers(): Headers {
    return this.exchange.headers;
  }

  get url(): string {
    return this.exchange.url;
  }

  get ok(): boolean {
    return this.status >= 200 && this.status <= 299;
  }

  get body(): Response['body'] {
    return this.#standard?.body ?? null;
  }

  get bodyUsed(): boolean {
    return this.#standard?.bodyUsed ?? false;
  }

  arrayBuffer(): Promise<ArrayBuffer> {
    return this.standard().arrayBuffer();
  }

  blob(): Promise<Blob> {
    return this.standard().blob();
  }

  bytes(): Promise<Uint8Array<ArrayBuffer>> {
    return this.arrayBuffer().then((buffer) => new Uint8Array(buffer));
  }

  formData(): Promise<FormData> {
    return this.standard().formData();
  }

  json(): Promise<unknown> {
    return this.standard().json();
  }

  text(): Promise<string> {
    return this.standard().text();
  }

  clone(): Response {
    return this.standard().clone();
  }

  /** The same as a `Response` of the runtime's. */
  standard(): Response {
    const { status, headers } = this;
    return (this.#standard ??= new Response(bodiless.has(status) ? null : this.payload, {
      status,
      headers,
    }));
  }

  /** Keeps what is known of the exchange on a result or an error. @param body - The exact text. */
  describe(resultOrError: object, body: string): void {
    attachMetadata(resultOrError, { ...this.exchange, body });
  }
}

/** These may not have a body, not even an empty one. */
const bodiless: ReadonlySet<number> = new Set([101, 103, 204, 205, 304]);
