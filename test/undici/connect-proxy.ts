/** An HTTP proxy that makes tunnels (CONNECT) and forwards plain requests, and counts both. */
import { once } from 'node:events';
import { createServer, type IncomingMessage, request as send, type Server } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import { type AddressInfo, connect, type Socket } from 'node:net';

export interface ConnectProxy {
  readonly port: number;
  /** `host:port` of each CONNECT. */
  readonly tunnels: readonly string[];
  /** URLs of requests that were not tunnelled. */
  readonly forwarded: readonly string[];
  close(): Promise<void>;
}

export interface ProxyBehaviour {
  /** What `Proxy-Authorization` must be. */
  readonly authorization?: string;
  /** Instead of a tunnel: bytes to respond to a CONNECT with, after which the connection ends. */
  readonly refusal?: string;
  /** The proxy speaks TLS itself. */
  readonly tls?: { readonly cert: string; readonly key: string };
  /** Of every tunnel, whatever its target: for names that do not resolve. */
  readonly target?: number;
}

export async function startConnectProxy(behaviour: ProxyBehaviour = {}): Promise<ConnectProxy> {
  const tunnels: string[] = [];
  const forwarded: string[] = [];
  const sockets = new Set<Socket>();
  const { authorization, refusal, tls, target } = behaviour;
  const mayPass = ({ headers }: IncomingMessage): boolean =>
    authorization === undefined || headers['proxy-authorization'] === authorization;

  const server: Server = tls === undefined ? createServer() : createSecureServer(tls);
  server.on('connection', (socket: Socket) => track(socket));
  server.on('request', (request: IncomingMessage, response) => {
    forwarded.push(request.url ?? '');
    const { method = 'GET', headers, url = '' } = request;
    const onward = send(url, { method, headers }, (upstream) => {
      response.writeHead(upstream.statusCode ?? 502, upstream.headers);
      upstream.pipe(response);
    });
    request.pipe(onward);
  });
  server.on('connect', (request: IncomingMessage, socket: Socket) => {
    tunnels.push(request.url ?? '');
    if (refusal !== undefined) return void socket.end(refusal);
    if (!mayPass(request)) return void socket.end('HTTP/1.1 407 No\r\nContent-Length: 0\r\n\r\n');
    const [host = '', port = ''] = (request.url ?? '').split(':');
    const onward = connect(target ?? Number(port), target === undefined ? host : '127.0.0.1');
    track(onward);
    onward.on('connect', () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.pipe(socket).pipe(onward);
    });
    onward.on('error', () => socket.end('HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\n\r\n'));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');

  function track(socket: Socket): void {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.on('close', () => sockets.delete(socket));
  }

  return {
    port: (server.address() as AddressInfo).port,
    tunnels,
    forwarded,
    close: async () => {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, 'close');
    },
  };
}
