/**
 * The part of `Request` that openapi-fetch and the reliable fetch use. The runtime's own costs more to
 * make than all the rest of a call.
 */
export class LightRequest {
  readonly url: string;
  readonly method: string;
  readonly headers: Headers;
  readonly signal: AbortSignal | null | undefined;
  readonly #body: string;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.method = init.method ?? 'GET';
    this.headers = init.headers as Headers;
    this.signal = init.signal;
    this.#body = typeof init.body === 'string' ? init.body : '';
  }

  text(): Promise<string> {
    return Promise.resolve(this.#body);
  }
}
