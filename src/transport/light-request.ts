/**
 * The `Request` of openapi-fetch for the calls of this package. The runtime's own costs more to make than all
 * the rest of a call, and leaves a listener on a signal that outlives it; this one makes it only for whoever
 * asks for more than URL, method, headers, signal and text.
 */
export class LightRequest implements Request {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  /** The caller's. */
  readonly given: AbortSignal | undefined;
  readonly #init: RequestInit;
  #made: Request | undefined;

  constructor(url: string | URL | Request, init: RequestInit = {}) {
    this.url = typeof url === 'string' ? url : 'href' in url ? url.href : url.url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers instanceof Headers ? init.headers : new Headers(init.headers);
    this.given = init.signal ?? undefined;
    this.#init = init;
  }

  text(): Promise<string> {
    const { body } = this.#init;
    return typeof body === 'string' ? Promise.resolve(body) : this.#standard().text();
  }

  get signal(): AbortSignal {
    return this.given ?? this.#standard().signal;
  }

  get body(): Request['body'] {
    return this.#standard().body;
  }

  get bodyUsed(): boolean {
    return this.#made?.bodyUsed ?? false;
  }

  get cache(): RequestCache {
    return this.#standard().cache;
  }

  get credentials(): RequestCredentials {
    return this.#standard().credentials;
  }

  get destination(): RequestDestination {
    return this.#standard().destination;
  }

  get integrity(): string {
    return this.#standard().integrity;
  }

  get keepalive(): boolean {
    return this.#standard().keepalive;
  }

  get mode(): RequestMode {
    return this.#standard().mode;
  }

  get redirect(): RequestRedirect {
    return this.#standard().redirect;
  }

  get referrer(): string {
    return this.#standard().referrer;
  }

  get referrerPolicy(): ReferrerPolicy {
    return this.#standard().referrerPolicy;
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

  clone(): Request {
    return this.#standard().clone();
  }

  #standard(): Request {
    return (this.#made ??= new Request(this.url, this.#init));
  }
}
