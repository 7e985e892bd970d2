/**
 * A fetch on node:https. Most of what a call costs on Node is fetch itself; this does what the
 * client needs of it, on sockets that are kept alive, at a fraction of that.
 */
import { Agent as HttpAgent, type IncomingMessage, request as requestHttp } from 'node:http';
import { Agent as HttpsAgent, request as requestHttps } from 'node:https';
import { type FetchFunction } from '../options.ts';
import { NodeResponse } from './node-response.ts';

export interface NodeFetchOptions {
  /**
   * Where connections come from: one with a proxy, a client certificate or CA certificates of your
   * own. Default: an agent that keeps connections alive. An `https.Agent`, or an `http.Agent` for
   * a plain `baseUrl`.
   */
  readonly agent?: HttpAgent | HttpsAgent | undefined;
}

/**
 * Makes the function for the client's `fetch` option. One for the life of a process: it owns the
 * connections. They do not keep the process alive.
 *
 * It understands what the client asks for: a URL string, plain headers, a string body, a signal.
 * It does not follow redirects, and asks for no compression.
 */
export function nodeFetch(options: NodeFetchOptions = {}): FetchFunction {
  const own = { keepAlive: true, scheduling: 'lifo' } as const;
  const secure = options.agent ?? new HttpsAgent(own);
  const plain = options.agent ?? new HttpAgent(own);
  /** Parsed once: the client asks for the same few addresses again and again. */
  const targets = new Map<string, Target>();

  return (input, init) =>
    new Promise((resolve, reject) => {
      const { signal } = init;
      if (signal?.aborted === true) {
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- an abort reason is the caller's own value
        reject(signal.reason);
        return;
      }
      const target = targets.get(input) ?? remember(targets, input);
      const body = typeof init.body === 'string' ? init.body : undefined;
      const headers = { ...(init.headers as Record<string, string>) };
      // Of a body that is written in one go Node would use chunks, which fewer servers understand.
      if (body !== undefined) headers['Content-Length'] = String(Buffer.byteLength(body));

      const send = target.secure ? requestHttps : requestHttp;
      const request = send({
        ...target.address,
        method: init.method,
        headers,
        agent: target.secure ? secure : plain,
      });
      let incoming: IncomingMessage | undefined;
      const abort = (): void => {
        // With a reason of ours: whoever waits on the body is told the same.
        incoming?.destroy(asError(signal?.reason));
        request.destroy(asError(signal?.reason));
      };
      signal?.addEventListener('abort', abort, { once: true });
      request.on('response', (response) => {
        incoming = response;
        resolve(new NodeResponse(response, input) as unknown as Response);
      });
      request.on('error', reject);
      request.on('close', () => {
        signal?.removeEventListener('abort', abort);
        // A server that switches protocols ends a request without an error.
        reject(new Error('The connection closed without an answer.'));
      });
      request.end(body);
    });
}

interface Target {
  readonly secure: boolean;
  readonly address: { readonly hostname: string; readonly port: string; readonly path: string };
}

/** Queries of dispositions are new each time: only so many addresses are kept. */
const mostTargets = 64;

function remember(targets: Map<string, Target>, input: string): Target {
  const { protocol, hostname, port, pathname, search } = new URL(input);
  const address = {
    // Node wants an IPv6 address without its brackets.
    hostname: hostname.replace(/^\[|\]$/g, ''),
    port,
    path: pathname + search,
  };
  const target = { secure: protocol === 'https:', address };
  if (targets.size < mostTargets) targets.set(input, target);
  return target;
}

function asError(reason: unknown): Error {
  return reason instanceof Error ? reason : new Error('aborted');
}
