/** What a fault is: how the server misbehaves, and what a caller must see of it. */
import { type Socket } from 'node:net';
import { rawResponse, type Behaviour, type SeenRequest } from './hostile-server.ts';

/** The end of a call, as docs/errors.md documents it. */
export type Outcome =
  | 'success'
  | {
      readonly error:
        | 'InvalidRequestError'
        | 'AuthenticationError'
        | 'InsufficientFundsError'
        | 'PermissionRequiredError'
        | 'RateLimitError'
        | 'HttpError'
        | 'ConnectionError'
        | 'TimeoutError';
      readonly code: string;
      readonly status?: number;
    };

/** Which calls are retried: those that are not billed, or all, because nothing was processed. */
export type Retried = 'no' | 'unbilled calls' | 'all calls';

export interface Fault {
  /** Unique; says what is wrong. */
  readonly name: string;
  /** Of a plain server; by default nothing listens. */
  readonly behaviour?: Behaviour;
  /** Instead: who speaks TLS, and with what certificate. */
  readonly tls?: 'self-signed' | 'expired' | 'wrong host' | 'good' | 'old version';
  /** Instead of the server's own address. */
  readonly baseUrl?: string;
  /** Client's timeout in ms, where the fault is that nothing comes. */
  readonly timeout?: number;
  /** What a score ends with. */
  readonly outcome: Outcome;
  readonly retried: Retried;
  /** How many requests a call that is retried makes, when it is not all of them. */
  readonly attempts?: number;
}

export interface FaultGroup {
  readonly title: string;
  readonly faults: readonly Fault[];
}

export const json = 'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0';
export const jsonError = 'application/vnd.maxmind.com-error+json; charset=UTF-8; version=2.0';

export const goodScore: string = JSON.stringify({
  id: '27d26476-e2bc-11e4-92b8-962e705b4af5',
  risk_score: 12.5,
  funds_remaining: 10.5,
  queries_remaining: 1000,
  ip_address: { risk: 2 },
});

/** Success for every request: the response to a report is empty. */
export function goodResponse(request: SeenRequest): Buffer {
  return request.head.includes('transactions/report')
    ? rawResponse('204 No Content')
    : rawResponse('200 OK', { 'Content-Type': json }, goodScore);
}

/** The same bytes to every request; the connection stays open. */
export function serve(bytes: Buffer | string): Behaviour {
  return { onRequest: (socket) => void socket.write(bytes) };
}

/** The same bytes to every request, then the connection ends. */
export function serveAndEnd(bytes: Buffer | string): Behaviour {
  return { onRequest: (socket) => void socket.end(bytes) };
}

export function serveWith(
  respond: (request: SeenRequest, socket: Socket) => Buffer | string,
): Behaviour {
  return { onRequest: (socket, request) => void socket.write(respond(request, socket)) };
}
