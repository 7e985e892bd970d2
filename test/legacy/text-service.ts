/** A legacy service on loopback that responds as a test tells it to, and keeps the requests. */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { latin1Bytes } from './serialise.ts';

export interface Asked {
  readonly method: string;
  readonly url: string;
  readonly headers: IncomingMessage['headers'];
  /** The body as it came. */
  readonly body: string;
  /** Its fields, decoded. */
  readonly form: Readonly<Record<string, string>>;
}

export interface TextService {
  readonly url: string;
  readonly asked: Asked[];
  /** Responds to the next requests. */
  respond: (response: ServerResponse, asked: Asked) => void;
  close(): Promise<void>;
}

/** Responds with text in ISO-8859-1. */
export function text(body: string, status = 200, headers: Record<string, string> = {}) {
  return (response: ServerResponse): void => {
    response.writeHead(status, { 'Content-Type': 'text/plain; charset=ISO-8859-1', ...headers });
    response.end(latin1Bytes(body));
  };
}

export async function startTextService(): Promise<TextService> {
  const asked: Asked[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks).toString('latin1');
      const { method = '', url = '', headers } = request;
      const form = Object.fromEntries(new URLSearchParams(body));
      const one = { method, url, headers, body, form };
      asked.push(one);
      service.respond(response, one);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const service: TextService = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked,
    respond: text('', 500),
    close: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return service;
}
