/** The HTTP interface under `/_emulator/`, for tests in any language. */

import { once } from 'minfraud-sdk/internal';
import { sendAlert, type AlertToSend } from '../alert.ts';
import type { MadeAnswer } from '../answers.ts';
import type { Incoming } from '../dispatch.ts';
import type { DispositionUpdate } from '../disposition-log.ts';
import type { Fault } from '../faults.ts';
import { emptyReply, errorReply, jsonReply, type Reply } from '../reply.ts';
import { Specification, type Operation } from '../specification.ts';
import type { EmulatorWorld } from '../world.ts';
import { controlDocument } from './document.ts';

const PREFIX = '/_emulator';

export function isControlPath(path: string): boolean {
  return path === PREFIX || path.startsWith(`${PREFIX}/`);
}

type Handler = (world: EmulatorWorld, body: unknown) => Reply | Promise<Reply> | undefined;

/** By operation ID of the document. Undefined: done, and nothing to say. */
const handlers: Readonly<Record<string, Handler>> = {
  describe: () => json(controlDocument),
  reset: (world) => {
    world.reset();
    return undefined;
  },
  listRequests: (world) => json(world.log.requests),
  forgetRequests: (world) => {
    world.log.clear();
    return undefined;
  },
  listAccounts: (world) =>
    json(
      world.accounts.map(({ account, fundsRemaining }) => ({
        accountId: account.accountId,
        fundsRemaining,
      })),
    ),
  setFaults: (world, body) => {
    world.setFaults(body as readonly Fault[]);
    return undefined;
  },
  clearFaults: (world) => {
    world.setFaults(undefined);
    return undefined;
  },
  setAnswers: (world, body) => {
    world.setAnswers(body as readonly MadeAnswer[]);
    return undefined;
  },
  clearAnswers: (world) => {
    world.setAnswers(undefined);
    return undefined;
  },
  addDispositions: (world, body) => {
    world.addDispositions(body as readonly DispositionUpdate[]);
    return undefined;
  },
  sendAlert: (_, body) => deliver(body as AlertToSend),
  setClock: (world, body) => {
    world.setClock((body as { now: string }).now);
    return undefined;
  },
  clearClock: (world) => {
    world.setClock(undefined);
    return undefined;
  },
};

const controlSpec = once(() => new Specification(controlDocument));

export async function handleControl(incoming: Incoming, world: EmulatorWorld): Promise<Reply> {
  const specification = controlSpec();
  const operation = specification.find(incoming.url.pathname, incoming.method);
  if (!('operationId' in operation)) {
    return operation.length === 0
      ? problem(404, 'NOT_FOUND', `No such path: GET ${PREFIX}/openapi.json lists them`)
      : emptyReply(405, { Allow: operation.join(', ') });
  }
  const body = readBody(operation, incoming, specification);
  if (body instanceof Error) return problem(400, 'REQUEST_INVALID', body.message);
  const handler = handlers[operation.operationId];
  if (handler === undefined) throw new Error(`${operation.operationId} has no code`);
  try {
    return (await handler(world, body)) ?? emptyReply(204);
  } catch (error) {
    return problem(400, 'REQUEST_INVALID', error instanceof Error ? error.message : String(error));
  }
}

function readBody(operation: Operation, { headers, body }: Incoming, spec: Specification): unknown {
  if (operation.requestSchema === undefined) return undefined;
  if (!/^application\/json\s*(;|$)/i.test(headers['content-type'] ?? '')) {
    return new TypeError('The Content-Type must be application/json');
  }
  let value: unknown;
  try {
    value = JSON.parse(body.toString('utf8'));
  } catch {
    return new TypeError('The body is not JSON');
  }
  const validate = spec.validator(operation.requestSchema);
  if (validate(value)) return value;
  const { instancePath = '', message = 'does not fit', params } = validate.errors?.[0] ?? {};
  const name = (params as { additionalProperty?: string } | undefined)?.additionalProperty;
  return new TypeError(
    `The value at ${instancePath || '/'} ${message}${name === undefined ? '' : `: ${name}`}`,
  );
}

async function deliver(alert: AlertToSend): Promise<Reply> {
  try {
    return json(await sendAlert(alert));
  } catch (error) {
    if (error instanceof TypeError) throw error;
    return problem(502, 'WEBHOOK_UNREACHABLE', error instanceof Error ? error.message : '');
  }
}

function json(value: unknown): Reply {
  return jsonReply(200, 'application/json; charset=utf-8', value);
}

function problem(status: number, code: string, error: string): Reply {
  const reply = errorReply(status, code, error);
  return { ...reply, headers: { 'Content-Type': 'application/json; charset=utf-8' } };
}
