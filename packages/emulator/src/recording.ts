/** Keeps requests and responses, without their credentials, and not more than so much. */

import { randomUUID } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Redactor } from './secrets.ts';

/** A request that the emulator got, and the response to it. */
export interface RecordedRequest {
  /** The HTTP method, in capitals. */
  readonly method: string;
  /** The path, without the query. */
  readonly path: string;
  /** The parameters of the query; license keys are redacted. */
  readonly query: Readonly<Record<string, string>>;
  /** The headers, names in lower case; `authorization` and cookies are redacted. */
  readonly headers: Readonly<Record<string, string>>;
  /** The body: JSON parsed, a form as an object; `undefined` without a body or when it cannot be parsed. */
  readonly body: unknown;
  /**
   * The exact text of the body; license keys are redacted. A body of more than 20,000 bytes, in
   * several parts or not in UTF-8 is named, not kept.
   */
  readonly wire: string;
  /** Status of the response; `undefined` when the connection was cut before one, or while it is due. */
  readonly status: number | undefined;
  /** Text of the response's body; `undefined` as long as `status` is, and without a body. */
  readonly answer: string | undefined;
  /** True when the emulator charged the call to the account, even if the response got lost. */
  readonly billed: boolean;
}

/** The most that the services read. */
const MAX_KEPT = 20_000;

/** What a recording is made of. */
export interface Arrival {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

/** One call, recorded as it arrives; its end is filled in when it is known. */
export class Recording implements RecordedRequest {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: unknown;
  readonly wire: string;
  status: number | undefined = undefined;
  answer: string | undefined = undefined;
  billed = false;

  constructor({ method, url, headers, body }: Arrival, redactor: Redactor) {
    this.method = method;
    this.path = redactor.text(url.pathname);
    this.query = redactor.fields(url.searchParams);
    this.headers = redactor.headers(headers);
    const kept = keep(body, headers['content-type'] ?? '', redactor);
    this.wire = kept.wire;
    this.body = kept.body;
  }
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function keep(
  bytes: Buffer,
  contentType: string,
  redactor: Redactor,
): { readonly wire: string; readonly body: unknown } {
  const notKept = (what: string): { wire: string; body: undefined } => ({
    wire: `[${bytes.length} bytes ${what}]`,
    body: undefined,
  });
  if (bytes.length > MAX_KEPT) return notKept('are more than the services read');
  if (/^\s*multipart\//i.test(contentType)) return notKept('in several parts');
  let text: string;
  try {
    text = utf8.decode(bytes);
  } catch {
    return notKept('that are not UTF-8');
  }
  if (text.includes('\0')) return notKept('that are not text');
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { wire: redactor.text(text), body: redactor.fields(new URLSearchParams(text)) };
  }
  return keepJson(text, redactor);
}

function keepJson(text: string, redactor: Redactor): { wire: string; body: unknown } {
  try {
    const value: unknown = JSON.parse(text);
    const body = redactor.json(value);
    const clean = JSON.stringify(body);
    // Spelled out again only where something was taken out: escapes could hide a key from a search.
    return { wire: clean === JSON.stringify(value) ? text : clean, body };
  } catch {
    // Not JSON, or nested too deeply to walk.
    return { wire: redactor.text(text), body: undefined };
  }
}

/** Told of each request when it comes and when it is over; `undefined` when all are forgotten. */
type Follower = (request: RecordedRequest | undefined) => void;

/** The latest requests; the oldest are forgotten. */
export class RequestLog {
  readonly requests: RecordedRequest[] = [];
  readonly #limit: number;
  readonly #followers = new Set<Follower>();
  readonly #numbers = new WeakMap<RecordedRequest, number>();
  readonly #over = new WeakSet<RecordedRequest>();
  #count = 0;
  #run: string = randomUUID();

  constructor(limit: number) {
    this.#limit = limit;
  }

  /** Another one after each `clear`, and in each emulator. */
  get run(): string {
    return this.#run;
  }

  add(recording: RecordedRequest): void {
    this.requests.push(recording);
    this.#count += 1;
    this.#numbers.set(recording, this.#count);
    if (this.requests.length > this.#limit) this.requests.shift();
    this.#tell(recording);
  }

  /** The response went out, or the connection was cut. */
  end(recording: RecordedRequest): void {
    this.#over.add(recording);
    if (this.requests.includes(recording)) this.#tell(recording);
  }

  isOver(recording: RecordedRequest): boolean {
    return this.#over.has(recording);
  }

  /** From 1, in the order of arrival. */
  numberOf(recording: RecordedRequest): number {
    return this.#numbers.get(recording) ?? 0;
  }

  clear(): void {
    this.requests.length = 0;
    this.#run = randomUUID();
    this.#tell(undefined);
  }

  /** Gives the function that ends it. */
  follow(follower: Follower): () => void {
    this.#followers.add(follower);
    return () => this.#followers.delete(follower);
  }

  #tell(recording: RecordedRequest | undefined): void {
    for (const follower of this.#followers) follower(recording);
  }
}
