/** The HTTP side of the emulator: reads a call, lets it be answered, and writes what came of it. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { dispatch, type Incoming } from './dispatch.ts';
import type { World } from './call.ts';
import { disfigure, replacement, type Fault, type FaultPlan } from './faults.ts';
import { Recording } from './recording.ts';
import { errorReply, type Reply } from './reply.ts';
import { operationsAt } from './specification.ts';

/** A running server, and what it has seen. */
export interface Listening {
  readonly port: number;
  readonly requests: readonly Recording[];
  close(): Promise<void>;
}

/** What the server needs to know; `faults` is asked for at each call, so that it may change. */
export interface ServerParts {
  readonly world: World;
  readonly faults: () => FaultPlan;
}

export async function listen(host: string, port: number, parts: ServerParts): Promise<Listening> {
  const requests: Recording[] = [];
  const closing = new AbortController();
  const server = createServer((request, response) => {
    // A caller who hangs up is no failure of the emulator.
    request.on('error', () => undefined);
    response.on('error', () => undefined);
    void handle(request, response, parts, requests, closing.signal);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, host, resolve);
  });
  return {
    port: (server.address() as AddressInfo).port,
    requests,
    close: () => {
      closing.abort();
      return closeServer(server);
    },
  };
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    // A second close says that the server is not running: as good as closed.
    server.close(() => {
      resolve();
    });
    server.closeAllConnections();
  });
}

async function handle(
  request: IncomingMessage,
  response: ServerResponse,
  parts: ServerParts,
  requests: Recording[],
  closing: AbortSignal,
): Promise<void> {
  const body = await readBody(request);
  if (body === undefined) return;
  const method = request.method ?? 'GET';
  // The host is of no interest, but URL wants one.
  const url = new URL(request.url ?? '/', 'http://emulator.invalid');
  const incoming: Incoming = { method, url, headers: request.headers, body };
  const operation = operationsAt(url.pathname).get(method);
  const keyInForm = operation !== undefined && !operation.basicAuth;
  const recording = new Recording(method, url, request.headers, body, keyInForm);
  requests.push(recording);

  const fault = parts.faults().next(method, url.pathname, operation?.operationId) ?? {};
  const reply = disfigure(fault, replacement(fault, keyInForm) ?? answer(incoming, parts.world));
  recording.billed = reply.billed ?? false;
  await pause(fault.delay, closing);
  if (fault.disconnect === 'before-response' || closing.aborted) {
    request.socket.destroy();
    return;
  }
  recording.status = reply.status;
  await write(response, reply, fault, closing);
}

/** Undefined when the caller hung up before the end. */
function readBody(request: IncomingMessage): Promise<Buffer | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      resolve(Buffer.concat(chunks));
    });
    request.on('close', () => {
      resolve(undefined);
    });
  });
}

/** A fault of the emulator itself must reach whoever uses it, not hang their test. */
function answer(incoming: Incoming, world: World): Reply {
  try {
    return dispatch(incoming, world);
  } catch (error) {
    return errorReply(500, 'EMULATOR_FAULT', String(error));
  }
}

async function write(
  response: ServerResponse,
  reply: Reply,
  fault: Fault,
  closing: AbortSignal,
): Promise<void> {
  const body = reply.body ?? Buffer.alloc(0);
  const headers = { ...reply.headers };
  // 204 has no Content-Length (RFC 9110); everything else has one, as the service promises.
  if (reply.status !== 204) headers['Content-Length'] = String(body.length);
  response.writeHead(reply.status, headers);
  if (fault.disconnect === 'mid-body') {
    response.write(body.subarray(0, Math.ceil(body.length / 2)), () => response.destroy());
    return;
  }
  if (fault.drip !== undefined) {
    response.flushHeaders();
    for (const byte of body) {
      await pause(fault.drip, closing);
      if (response.destroyed) return;
      response.write(Uint8Array.of(byte));
    }
    response.end();
    return;
  }
  response.end(body);
}

/** Waits, but no longer than the emulator lives. */
function pause(milliseconds: number | undefined, closing: AbortSignal): Promise<void> {
  if (!milliseconds || closing.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const done = (): void => {
      clearTimeout(timer);
      closing.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    closing.addEventListener('abort', done);
  });
}
