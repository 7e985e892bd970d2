/** The HTTP side of the emulator: reads a request, hands it on, and writes the response. */

import {
  createServer,
  type IncomingMessage,
  type RequestListener,
  type Server,
  type ServerResponse,
} from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import { closing, mayControl, refuseCaller } from './access.ts';
import type { Identity } from './certificate.ts';
import type { EmulatorCore } from './core.ts';
import { MAX_READ } from './dispatch.ts';
import type { Fault } from './faults.ts';
import { pause } from './pause.ts';
import { errorReply, type Reply } from './reply.ts';
import { readTarget } from './target.ts';

/** Where to listen, and for whom. */
export interface Place {
  readonly host: string;
  readonly port: number;
  /** Names for this machine that the user gave. */
  readonly allowedHosts: readonly string[];
  /** Undefined: plain HTTP. */
  readonly identity: Identity | undefined;
  /** Whether the server is to keep the process alive. */
  readonly keepAlive: boolean;
}

/** A running server. */
export interface Listening {
  /** The address that it is bound to. */
  readonly address: string;
  readonly port: number;
  close(): Promise<void>;
}

/** Milliseconds for a head, and for a whole request: a caller who dawdles is cut off. */
const HEAD_TIMEOUT = 10_000;
const REQUEST_TIMEOUT = 60_000;

export async function listen(place: Place, core: EmulatorCore): Promise<Listening> {
  const ending = new AbortController();
  const server = serverFor(place.identity, (request, response) => {
    // A caller who hangs up is no failure of the emulator.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    // A signal of its own: many delayed responses would look like a leak of listeners.
    const end = AbortSignal.any([ending.signal]);
    handle(request, response, core, place, end).catch(() => {
      response.destroy();
    });
  });
  const sockets = connectionsOf(server, place.keepAlive);
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(place.port, place.host, resolve);
  });
  if (!place.keepAlive) server.unref();
  const { address, port } = server.address() as AddressInfo;
  return {
    address,
    port,
    close: () => {
      ending.abort();
      return closeServer(server, sockets);
    },
  };
}

function serverFor(identity: Identity | undefined, listener: RequestListener): Server {
  const limits = {
    headersTimeout: HEAD_TIMEOUT,
    requestTimeout: REQUEST_TIMEOUT,
    connectionsCheckingInterval: 1000,
  };
  if (identity === undefined) return createServer(limits, listener);
  const { key, cert } = identity;
  return createTlsServer({ ...limits, handshakeTimeout: HEAD_TIMEOUT, key, cert }, listener);
}

/** Node's own list leaves out connections that have not sent anything yet. */
function connectionsOf(server: Server, keepAlive: boolean): ReadonlySet<Socket> {
  const sockets = new Set<Socket>();
  const add = (socket: Socket): void => {
    if (!keepAlive) socket.unref();
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  };
  server.on('connection', add);
  // With TLS a connection is two sockets, one around the other.
  server.on('secureConnection', add);
  return sockets;
}

function closeServer(server: Server, sockets: ReadonlySet<Socket>): Promise<void> {
  return new Promise((resolve) => {
    // A second close says that the server is not running: as good as closed.
    server.close(() => {
      resolve();
    });
    for (const socket of sockets) socket.destroy();
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  core: EmulatorCore,
  { host, allowedHosts }: Place,
  ending: AbortSignal,
): Promise<void> {
  const method = request.method ?? 'GET';
  const url = readTarget(request.url ?? '/');
  if (url === undefined) {
    const problem = 'The request target is not a path';
    send(response, closing(errorReply(400, 'EMULATOR_TARGET_INVALID', problem)));
    return;
  }
  const refused = refuseCaller(request.headers, url.pathname, [host, ...allowedHosts]);
  if (refused !== undefined) {
    send(response, refused);
    return;
  }
  const body = await readBody(request);
  if (body === 'hung up') return;
  if (body === 'too large') {
    const problem = `The request is too large: the emulator reads at most ${MAX_READ} bytes, and minFraud 20,000`;
    send(response, closing(errorReply(413, 'EMULATOR_BODY_TOO_LARGE', problem)));
    return;
  }
  const incoming = { method, url, headers: request.headers, body };
  const control = mayControl(request.headers, request.socket.remoteAddress, allowedHosts);
  if (core.stream(incoming, control, response)) return;
  const { reply, fault, sent, over } = await core.handle(incoming, control);
  await pause(fault.delay, ending);
  if (fault.disconnect === 'before-response' || ending.aborted) {
    over();
    request.socket.destroy();
    return;
  }
  sent();
  over();
  await write(response, reply, fault, ending);
}

/** Stops at the limit, so that no caller can fill the memory. */
function readBody(request: IncomingMessage): Promise<Buffer | 'hung up' | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > MAX_READ) {
    return Promise.resolve('too large');
  }
  return new Promise((resolve) => {
    let chunks: Buffer[] = [];
    let length = 0;
    request.on('data', (chunk: Buffer) => {
      length += chunk.length;
      if (length <= MAX_READ) {
        chunks.push(chunk);
      } else {
        chunks = [];
        request.pause();
        resolve('too large');
      }
    });
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('close', () => {
      resolve('hung up');
    });
  });
}

function headersOf(reply: Reply): Record<string, string> {
  const headers = { ...reply.headers };
  // 204 has no Content-Length (RFC 9110); everything else has one, as the service promises.
  if (reply.status !== 204) headers['Content-Length'] = String(reply.body?.length ?? 0);
  return headers;
}

function send(response: ServerResponse, reply: Reply): void {
  response.writeHead(reply.status, headersOf(reply));
  response.end(reply.body);
}

async function write(
  response: ServerResponse,
  reply: Reply,
  fault: Fault,
  ending: AbortSignal,
): Promise<void> {
  const body = reply.body ?? Buffer.alloc(0);
  if (fault.disconnect === 'mid-body') {
    response.writeHead(reply.status, headersOf(reply));
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
    return;
  }
  if (fault.drip === undefined) {
    send(response, reply);
    return;
  }
  response.writeHead(reply.status, headersOf(reply));
  response.flushHeaders();
  for (const byte of body) {
    await pause(fault.drip, ending);
    if (response.destroyed) return;
    response.write(Uint8Array.of(byte));
  }
  response.end();
}
