/** A server on raw sockets that can break HTTP in any way, and counts what it was sent. */
import { createServer, type Server, type Socket } from 'node:net';
import { createServer as createTlsServer, type TlsOptions } from 'node:tls';
import { once } from 'node:events';

/** A request whose last byte has arrived. */
export interface SeenRequest {
  readonly head: string;
  readonly body: string;
  /** Counts from 1, over all connections. */
  readonly number: number;
}

export interface Behaviour {
  /** As soon as a connection is accepted; `false` ends the matter: nothing is read. */
  readonly onConnection?: (socket: Socket) => boolean;
  /** On the first bytes of a request, before the rest is waited for; `false` as above. */
  readonly onHead?: (socket: Socket) => boolean;
  readonly onRequest?: (socket: Socket, request: SeenRequest) => void;
}

export interface HostileServer {
  readonly port: number;
  /** Requests read to their last byte. */
  readonly requests: readonly SeenRequest[];
  readonly connections: () => number;
  close(): Promise<void>;
}

export async function startHostileServer(
  behaviour: Behaviour,
  tls?: TlsOptions,
): Promise<HostileServer> {
  const requests: SeenRequest[] = [];
  const sockets = new Set<Socket>();
  let connections = 0;

  const accept = (socket: Socket): void => {
    connections++;
    if (behaviour.onConnection?.(socket) === false) return;
    let received = Buffer.alloc(0);
    let ended = false;
    socket.on('data', (chunk) => {
      if (ended) return;
      received = Buffer.concat([received, chunk]);
      if (behaviour.onHead?.(socket) === false) {
        ended = true;
        return;
      }
      for (let request = take(); request !== undefined; request = take()) {
        const seen = { ...request, number: requests.length + 1 };
        requests.push(seen);
        behaviour.onRequest?.(socket, seen);
      }
    });

    function take(): { head: string; body: string } | undefined {
      const end = received.indexOf('\r\n\r\n');
      if (end < 0) return undefined;
      const head = received.subarray(0, end).toString('latin1');
      const length = Number(/^content-length: *(\d+)/im.exec(head)?.[1] ?? 0);
      if (received.length < end + 4 + length) return undefined;
      const body = received.subarray(end + 4, end + 4 + length).toString('utf8');
      received = received.subarray(end + 4 + length);
      return { head, body };
    }
  };

  const server: Server = tls === undefined ? createServer(accept) : createTlsServer(tls, accept);
  server.on('tlsClientError', () => undefined);
  // Sockets below TLS too: a handshake that never ends must not keep the test alive.
  server.on('connection', (socket: Socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  });
  server.on('secureConnection', (socket: Socket) => socket.on('error', () => undefined));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('no port');

  return {
    port: address.port,
    requests,
    connections: () => connections,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}

/** A whole response with its length. */
export function rawResponse(
  status: string,
  headers: Readonly<Record<string, string>> = {},
  body: string | Buffer = '',
): Buffer {
  const bytes = typeof body === 'string' ? Buffer.from(body) : body;
  const lines = Object.entries({ 'Content-Length': String(bytes.length), ...headers });
  const head = lines.map(([name, value]) => `${name}: ${value}\r\n`).join('');
  return Buffer.concat([Buffer.from(`HTTP/1.1 ${status}\r\n${head}\r\n`), bytes]);
}
