/** The transport that everybody uses: openapi-fetch, told to leave all decisions to this package. */
import { createClient } from './openapi-fetch.ts';
import type { FetchFunction } from '../options.ts';
import type { Transport, WireRequest } from './transport.ts';

/**
 * Stands in for `Request`, which openapi-fetch builds for every call and which costs more than all
 * the rest of it. It carries our own request through instead.
 */
class RequestPass {
  readonly method: string;
  readonly pass: WireRequest;

  constructor(_url: string, init: PassInit) {
    this.method = init.method;
    this.pass = init.pass;
  }
}

interface PassInit {
  readonly method: string;
  readonly pass: WireRequest;
}

/** What openapi-fetch is shown of an answer: a good one, whose body nobody reads but us. */
class ResponsePass {
  readonly ok = true;
  readonly status = 200;
  readonly headers = noHeaders;
  readonly body: Response;

  constructor(response: Response) {
    this.body = response;
  }
}

/** With a length openapi-fetch would decide by it whether there is a body. */
const noHeaders = { get: (): null => null };

/** The paths of the spec cannot be told to `request`, which gets one of them at run time. */
type Untyped = (
  method: string,
  path: string,
  init: { readonly pass: WireRequest; readonly parseAs: 'stream' },
) => Promise<{ readonly data: Response }>;

/**
 * @param fetch of the client's options; without one the runtime's, looked up at every call, so
 *   that instrumentation which replaces it later is heard.
 */
export function fetchTransport(fetch: FetchFunction | undefined): Transport {
  const send = async ({ pass }: RequestPass): Promise<ResponsePass> => {
    const run = fetch ?? globalThis.fetch;
    const init: RequestInit = {
      method: pass.operation.method,
      headers: pass.headers,
      signal: pass.signal,
      // Never followed: a redirect may lead the credentials and the order to another origin.
      redirect: 'manual',
    };
    if (pass.body !== undefined) init.body = pass.body;
    return new ResponsePass(await run(pass.url, init));
  };
  const client = createClient({
    Request: RequestPass as unknown as typeof Request,
    fetch: send as unknown as (input: Request) => Promise<Response>,
    // Queries are in the URL already; this spares openapi-fetch building a serialiser per call.
    querySerializer: () => '',
  });
  const request = client.request as unknown as Untyped;
  return async (pass) =>
    (await request(pass.operation.method, pass.operation.path, { pass, parseAs: 'stream' })).data;
}
