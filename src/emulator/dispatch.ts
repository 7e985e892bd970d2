/** Takes a call through the gates that all services share, then to the service it is for. */

import type { IncomingHttpHeaders } from 'node:http';
import { authenticate, type AccountBook, type Refusal, type Service } from './accounts.ts';
import type { AuthorizedCall, Call, World } from './call.ts';
import { refuse } from './negotiation.ts';
import { emptyReply, errorReply, type Reply } from './reply.ts';
import { answerDispositions } from './services/dispositions.ts';
import { answerLegacy } from './services/legacy.ts';
import { answerProxyDetection } from './services/proxy-detection.ts';
import { answerReport } from './services/report.ts';
import { answerScoring } from './services/scoring.ts';
import { operationsAt, type Operation } from './specification.ts';

interface JsonService {
  readonly service: Service;
  readonly answer: (call: AuthorizedCall) => Reply;
}

const jsonServices: Readonly<Record<string, JsonService>> = {
  score: { service: 'score', answer: answerScoring },
  insights: { service: 'insights', answer: answerScoring },
  factors: { service: 'factors', answer: answerScoring },
  reportTransaction: { service: 'report', answer: answerReport },
  listDispositionUpdates: { service: 'dispositions', answer: answerDispositions },
};

const textServices: Readonly<Record<string, (call: Call) => Reply>> = {
  '/minfraud/v1.0/legacy': answerLegacy,
  '/app/ccv2r': answerLegacy,
  '/app/ipauth_http': answerProxyDetection,
};

/** The documented limit of a request body, in bytes. */
const MAX_BODY = 20_000;

/** What came in, read to its end. */
export interface Incoming {
  readonly method: string;
  readonly url: URL;
  readonly headers: IncomingHttpHeaders;
  readonly body: Buffer;
}

export function dispatch(incoming: Incoming, world: World): Reply {
  const byMethod = operationsAt(incoming.url.pathname);
  if (byMethod.size === 0) return emptyReply(404);
  const operation = byMethod.get(incoming.method);
  if (operation === undefined) {
    return emptyReply(405, { Allow: [...byMethod.keys()].join(', ') });
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
  const text = textServices[operation.path];
  if (text !== undefined) return refused === undefined ? text(call) : emptyReply(400);
  return refused === undefined ? answerJson(call, operation) : emptyReply(refused);
}

function answerJson(call: Call, operation: Operation): Reply {
  const version = operation.operationId === 'listDispositionUpdates' ? '1.0' : '2.0';
  const book = authenticate(singleHeader(call.headers['authorization']), call.world.accounts);
  if (typeof book === 'string') return unauthorized(book, version);
  const { service, answer } = serviceOf(operation);
  return notAllowed(book, service, version) ?? answer({ ...call, book });
}

/** A path in the spec that the emulator does not play is a fault of the emulator: say so. */
function serviceOf(operation: Operation): JsonService {
  const found = jsonServices[operation.operationId];
  if (found === undefined) throw new Error(`the emulator has no ${operation.operationId}`);
  return found;
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
