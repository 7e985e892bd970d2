/** Takes a call through the gates that all services share, then to the service it is for. */

import type { IncomingHttpHeaders } from 'node:http';
import { authenticate, type AccountBook, type Refusal, type Service } from './accounts.ts';
import type { Call, World } from './call.ts';
import { refuse } from './negotiation.ts';
import { emptyReply, errorReply, type Reply } from './reply.ts';
import { serviceOf, type ExampleService, type JsonService } from './services/index.ts';
import type { Operation } from './specification.ts';

/** The documented limit of a request body, in bytes. */
const MAX_BODY = 20_000;
/** What the emulator reads at all, in bytes: enough to see what a caller was up to. */
export const MAX_READ = 1_048_576;

/** What came in, read to its end. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export function dispatch(incoming: Incoming, world: World): Reply {
  const operation = world.specification.find(incoming.url.pathname, incoming.method);
  if (!isOperation(operation)) {
    return operation.length === 0
      ? emptyReply(404)
      : emptyReply(405, { Allow: operation.join(', ') });
  }
  if (incoming.body.length > MAX_BODY) return emptyReply(403);
  const refused = refuse(operation, incoming.headers);
  const call: Call = {
    operation,
    query: incoming.url.searchParams,
    headers: incoming.headers,
    text: incoming.body.toString('utf8'),
    world,
  };
  const service = serviceOf(operation.operationId);
  if (service.kind === 'text') {
    return refused === undefined ? service.handle(call) : service.refuse(call);
  }
  return refused === undefined ? handleJson(call, service) : emptyReply(refused);
}

function isOperation(found: Operation | readonly string[]): found is Operation {
  return !Array.isArray(found);
}

function handleJson(call: Call, service: JsonService | ExampleService): Reply {
  const version = call.operation.operationId === 'listDispositionUpdates' ? '1.0' : '2.0';
  if (!call.operation.basicAuth && service.kind === 'example') return service.handle(call);
  const book = authenticate(singleHeader(call.headers['authorization']), call.world.accounts);
  if (typeof book === 'string') return unauthorized(book, version);
  if (service.kind === 'example') return service.handle(call);
  return notAllowed(book, service.service, version) ?? service.handle({ ...call, book });
}

function singleHeader(value: string | string[] | undefined): string | undefined {
  return Array.isArray(value) ? value[0] : value;
}

const refusals: Readonly<Record<Refusal, string>> = {
  ACCOUNT_ID_REQUIRED: 'You have not supplied a MaxMind account ID in the Authorization header',
  LICENSE_KEY_REQUIRED: 'You have not supplied a MaxMind license key in the Authorization header',
  AUTHORIZATION_INVALID: 'The MaxMind account ID or license key is not valid',
};

function unauthorized(code: Refusal, version: string): Reply {
  const reply = errorReply(401, code, refusals[code], version);
  return { ...reply, headers: { ...reply.headers, 'WWW-Authenticate': 'Basic realm="minfraud"' } };
}

function notAllowed(book: AccountBook, service: Service, version: string): Reply | undefined {
  if (!book.mayUse(service)) {
    const problem = 'You do not have permission to use this service';
    return errorReply(403, 'PERMISSION_REQUIRED', problem, version);
  }
  if (!book.canPay(service)) {
    const problem = 'You do not have sufficient funds to use this service';
    return errorReply(402, 'INSUFFICIENT_FUNDS', problem, version);
  }
  return undefined;
}
