/** Makes the emulator misbehave on purpose, so that error handling can be tested. */

import { validateHeaderName, validateHeaderValue } from 'node:http';
import { expectInteger, expectNames, expectOneOf, expectType, requireRecord } from './expect.ts';
import { nearestName } from 'minfraud-sdk/internal';
import { emptyReply, errorReply, latin1Reply, type Reply } from './reply.ts';
import type { Specification } from './specification.ts';

/** One way to misbehave, and when. */
export interface Fault {
  /** Path or operation ID (`score`, `reportTransaction`, …) that it applies to. Default: all. */
  readonly path?: string;
  /** HTTP method that it applies to. Default: all. */
  readonly method?: string;
  /** How many matching calls go well first. Default 0. */
  readonly after?: number;
  /** How many calls it hits after that. Default: all. */
  readonly times?: number;
  /** Milliseconds to wait before the response begins. Default 0. */
  readonly delay?: number;
  /** Milliseconds to wait before each byte of the response's body. Default 0. */
  readonly drip?: number;
  /** Respond with this status, 200 to 599, instead of doing the work. Not billed. Default: the work's. */
  readonly status?: number;
  /** Error code of the service for the body. Default: none; without `body` too the response is empty. */
  readonly code?: string;
  /** `Retry-After` header: seconds, a date, or any text to see what the client makes of it. Default: none. */
  readonly retryAfter?: number | Date | string;
  /** More headers of the response. Default: none. */
  readonly headers?: Readonly<Record<string, string>>;
  /** Body instead of the real one: text, bytes, or anything else as JSON. Default: the real one. */
  readonly body?: unknown;
  /** `Content-Type` header instead of the real one. Default: the real one. */
  readonly contentType?: string;
  /** Cut the connection after the work is done: the response is lost, the call is billed. Default: no. */
  readonly disconnect?: 'before-response' | 'mid-body';
  /** Damage the body of the real response. The call is billed. Default: no. */
  readonly malformed?: Damage;
}

/** `truncated`: half the body, as if it were all of it. `html`: the page of a box in between. */
export type Damage = 'truncated' | 'html' | 'empty' | 'null' | 'not-utf8';

/** A list, or a map from path or operation ID to one fault or several. */
export type Faults = readonly Fault[] | Readonly<Record<string, Fault | readonly Fault[]>>;

interface Rule {
  readonly fault: Fault;
  seen: number;
}

/** Decides which fault, if any, hits a call. */
export class FaultPlan {
  readonly #rules: Rule[];

  constructor(spec: Specification, faults: Faults = []) {
    if (!Array.isArray(faults)) requireRecord(faults, 'faults');
    const list: readonly Fault[] = Array.isArray(faults)
      ? (faults as readonly Fault[])
      : Object.entries(faults as Readonly<Record<string, Fault | readonly Fault[]>>).flatMap(
          ([path, fault]) =>
            [fault].flat().map((one) => {
              requireRecord(one, `the fault of ${path}`);
              return { ...one, path };
            }),
        );
    for (const fault of list) checkFault(fault, spec);
    this.#rules = list.map((fault) => ({ fault, seen: 0 }));
  }

  /** The first rule that applies and is not used up; looking counts as a call. */
  next(method: string, path: string, operationId: string | undefined): Fault | undefined {
    for (const rule of this.#rules) {
      const { fault } = rule;
      if (fault.path !== undefined && fault.path !== path && fault.path !== operationId) continue;
      if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
      rule.seen += 1;
      const turn = rule.seen - (fault.after ?? 0);
      if (turn > 0 && turn <= (fault.times ?? Infinity)) return fault;
    }
    return undefined;
  }
}

const FIELDS: readonly (keyof Fault)[] = [
  'path',
  'method',
  'after',
  'times',
  'delay',
  'drip',
  'status',
  'code',
  'retryAfter',
  'headers',
  'body',
  'contentType',
  'disconnect',
  'malformed',
];
const DAMAGES: readonly Damage[] = ['truncated', 'html', 'empty', 'null', 'not-utf8'];
/** A timer cannot wait longer. */
const MAX_WAIT = 2 ** 31 - 1;

/** What cannot be done, or could never happen, would be a test that cannot fail. */
function checkFault(fault: Fault, spec: Specification): void {
  requireRecord(fault, 'a fault');
  expectNames(fault, FIELDS, 'a fault');
  for (const name of ['path', 'method', 'code', 'contentType'] as const) {
    expectType(fault[name], 'string', `fault ${name}`);
  }
  expectInteger(fault.after, 0, Number.MAX_SAFE_INTEGER, 'fault after');
  expectInteger(fault.times, 0, Number.MAX_SAFE_INTEGER, 'fault times');
  expectInteger(fault.status, 200, 599, 'fault status');
  expectInteger(fault.delay, 0, MAX_WAIT, 'fault delay');
  expectInteger(fault.drip, 0, MAX_WAIT, 'fault drip');
  expectOneOf(fault.disconnect, ['before-response', 'mid-body'], 'fault disconnect');
  expectOneOf(fault.malformed, DAMAGES, 'fault malformed');
  for (const [name, value] of Object.entries(headersOf(fault))) {
    validateHeaderName(name);
    validateHeaderValue(name, value);
  }
  assertKnown(fault.path, spec);
}

function assertKnown(path: string | undefined, { operations }: Specification): void {
  if (path === undefined || path.startsWith('/')) return;
  const known = operations.map(({ operationId }) => operationId);
  if (known.includes(path)) return;
  const near = nearestName(path, known);
  throw new RangeError(
    `fault path ${path} is neither a path (/…) nor an operation (${known.join(', ')})${near === undefined ? '' : `. Did you mean ${near}?`}`,
  );
}

/** The headers that a fault puts on a response. */
function headersOf({ headers, retryAfter, contentType, malformed }: Fault): Record<string, string> {
  const result: Record<string, string> = { ...headers };
  if (retryAfter !== undefined) {
    result['Retry-After'] =
      retryAfter instanceof Date ? retryAfter.toUTCString() : String(retryAfter);
  }
  if (malformed === 'html') result['Content-Type'] = 'text/html; charset=utf-8';
  if (contentType !== undefined) result['Content-Type'] = contentType;
  return result;
}

/** The response that replaces the work, or undefined when the fault lets the work be done. */
export function replacement(fault: Fault, textService: boolean): Reply | undefined {
  const { status, code } = fault;
  if (status === undefined && fault.body === undefined) return undefined;
  let reply = emptyReply(status ?? 200);
  if (code !== undefined) {
    reply = textService
      ? latin1Reply(reply.status, `err=${code}`)
      : errorReply(reply.status, code, `The emulator was asked to fail with ${code}`);
  }
  return fault.body === undefined ? reply : withBody(reply, fault.body);
}

function withBody(reply: Reply, body: unknown): Reply {
  if (typeof body === 'string') return { ...reply, body: Buffer.from(body) };
  if (body instanceof Uint8Array) return { ...reply, body: Buffer.from(body) };
  return {
    ...reply,
    headers: { 'Content-Type': 'application/json', ...reply.headers },
    body: Buffer.from(JSON.stringify(body)),
  };
}

/** Adds the headers of a fault to a response, real or not, and damages its body. */
export function applyFault(fault: Fault, reply: Reply): Reply {
  const { malformed } = fault;
  return {
    ...reply,
    headers: { ...reply.headers, ...headersOf(fault) },
    body: malformed === undefined ? reply.body : damage(malformed, reply.body ?? Buffer.alloc(0)),
  };
}

function damage(kind: Damage, body: Buffer): Buffer {
  switch (kind) {
    case 'truncated':
      return body.subarray(0, Math.floor(body.length / 2));
    case 'html':
      return Buffer.from('<!doctype html><title>Access denied</title><h1>Access denied</h1>');
    case 'empty':
      return Buffer.alloc(0);
    case 'null':
      return Buffer.from('null');
    case 'not-utf8':
      // A lead byte without its continuation, in the middle of the text.
      return Buffer.concat([body.subarray(0, 8), Buffer.from([0xc3, 0x28]), body.subarray(8)]);
  }
}
