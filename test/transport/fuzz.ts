/** Random and mutated responses for the client, reproducible by their seed. */
import { gzipSync } from 'node:zlib';
import {
  factorsOperation,
  reportTransactionOperation,
  scoreOperation,
} from '../../generated/operations.ts';
import { MinFraudError } from '../../src/errors.ts';
import { call, createContext } from '../../src/call/call.ts';
import { jsonFormat } from '../../src/call/json-format.ts';
import { resolveClient } from '../../src/options/settings.ts';
import type { Prepared } from '../../src/request/prepare.ts';
import { type Clock } from '../../src/transport/clock.ts';
import { planted, wireTransaction } from './drive.ts';
import { goodScore, json, jsonError } from './fault.ts';

/** What a run brought together. */
export interface FuzzReport {
  readonly calls: number;
  readonly successes: number;
  /** By class and code. */
  readonly errors: Readonly<Record<string, number>>;
  /** Calls that ended with something else than a result or an error of the tree, or that leaked. */
  readonly wrong: readonly string[];
}

type Random = () => number;

/** mulberry32: small, fast, and the same everywhere. */
function randomOf(seed: number): Random {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export async function fuzz(calls: number, seed: number): Promise<FuzzReport> {
  const errors: Record<string, number> = {};
  const wrong: string[] = [];
  let successes = 0;
  for (let number = 0; number < calls; number++) {
    const own = (seed + number) >>> 0;
    const outcome = await one(randomOf(own));
    if (outcome === undefined) successes++;
    else if (outcome.startsWith('!')) wrong.push(`seed ${own}: ${outcome}`);
    else errors[outcome] = (errors[outcome] ?? 0) + 1;
  }
  return { calls, successes, errors, wrong };
}

/** `undefined` for success, class and code of an error of the tree, or `!` and what is wrong. */
async function one(random: Random): Promise<string | undefined> {
  const sent: (string | number)[] = [];
  const fetch = (): Promise<Response> => {
    const thrown = random() < 0.08;
    const next = thrown ? thrownOf(random) : responseOf(random);
    sent.push(thrown ? codeOf(next) : statusOf(next));
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- any value may come
    return thrown ? Promise.reject(next) : Promise.resolve(next as Response);
  };
  const clock: Clock = {
    monotonic: () => 0,
    wall: () => 1_750_000_000_000,
    random,
    sleep: () => Promise.resolve(),
  };
  const { accountId, licenseKey } = planted;
  const client = resolveClient({ accountId, licenseKey, fetch }, 'basic');
  const context = { ...createContext(client, jsonFormat), clock };
  const body = (): Prepared => ({ wire: structuredClone(wireTransaction), repairs: [] });
  const kind = random();
  try {
    if (kind < 0.4) await call(context, scoreOperation, {}, undefined, body);
    else if (kind < 0.8) await call(context, factorsOperation, {}, undefined, body);
    else await call(context, reportTransactionOperation, { tag: 'not_fraud' }, undefined, body);
    return kind < 0.8 ? repeatedBilled(sent) : undefined;
  } catch (error) {
    if (!MinFraudError.is(error)) return `!untyped ${String(error)}`;
    const text = `${error.message} ${JSON.stringify(error)} ${String(error.stack)}`;
    for (const secret of [
      planted.licenseKey,
      planted.email,
      planted.card,
      String(planted.accountId),
    ]) {
      if (text.includes(secret)) return `!leaked ${secret} in ${text}`;
    }
    if (error.attempts !== sent.length) return `!counted ${error.attempts}, sent ${sent.length}`;
    if (!/^[A-Za-z]\w*$/.test(error.code)) return `!code ${error.code}`;
    return (kind < 0.8 ? repeatedBilled(sent) : undefined) ?? `${error.name} ${error.code}`;
  }
}

/** A billed call goes out again only after a refusal, or where nothing was sent. */
function repeatedBilled(sent: readonly (string | number)[]): string | undefined {
  const retried = sent.slice(0, -1);
  const wrongly = retried.filter((what) => ![429, 503, 'ECONNREFUSED', 'ENOTFOUND'].includes(what));
  return wrongly.length === 0 ? undefined : `!billed twice after ${wrongly.join()}`;
}

function pick<T>(random: Random, from: readonly T[]): T {
  return from[Math.floor(random() * from.length)] as T;
}

/** What a response has to hold to be believed, so that what is wrong in the rest of it is read. */
const proven = '"id":"27d26476-e2bc-11e4-92b8-962e705b4af5","risk_score":12.5';

const bodies: readonly string[] = [
  goodScore,
  goodScore,
  '{"code":"REQUEST_INVALID","error":"Words."}',
  '{"code":"INSUFFICIENT_FUNDS","error":"Words."}',
  `{"code":"X","error":"You sent ${planted.email} ${planted.card} ${planted.licenseKey}"}`,
  `<html><body>${planted.accountId} ${planted.licenseKey} ${planted.email}</body></html>`,
  '{"risk_score":[],"ip_address":7,"warnings":{},"id":null,"disposition":"x"}',
  `{${proven},"ip_address":7,"warnings":{},"disposition":"x","funds_remaining":"1"}`,
  `{${proven},"ip_address":{"country":{"names":{"en":7}},"risk_reasons":[null,{"code":1}],"subdivisions":"x"}}`,
  `{${proven},"__proto__":{"x":1},"constructor":1,"toString":2,"hasOwnProperty":3}`,
  '',
  'null',
  '[]',
  '"x"',
  '0',
  '{',
];

const names = [
  'content-type',
  'retry-after',
  'date',
  'location',
  'content-length',
  'content-encoding',
  'x',
];
const values = [
  json,
  jsonError,
  'application/json',
  'text/html; charset=utf-16',
  'image/png',
  '7',
  '0',
  '-1',
  '999999999999',
  'Sun, 06 Nov 1994 08:49:37 GMT',
  'Sunday, 99-Xxx-94 99:99:99 GMT',
  'http://user:pass@example.com/?a=b',
  '',
  ';;;',
  '\u00ff\u00fe',
];

function responseOf(random: Random): unknown {
  const status = pick(random, [
    200,
    200,
    200,
    200,
    204,
    206,
    301,
    304,
    400,
    401,
    402,
    403,
    404,
    418,
    429,
    500,
    502,
    503,
    529,
    599,
    0,
    100,
    999,
    NaN,
  ]);
  const headers = new Headers();
  const count = Math.floor(random() * 4);
  for (let index = 0; index < count; index++) {
    const value =
      random() < 0.8
        ? pick(random, values)
        : mutate(random, Buffer.from(pick(random, values)))
            .toString('latin1')
            .replace(/[\0\r\n]/g, '');
    headers.append(pick(random, names), value);
  }
  let bytes: Buffer = Buffer.from(pick(random, bodies));
  if (random() < 0.6) bytes = mutate(random, bytes);
  if (random() < 0.03) bytes = gzipSync(bytes);
  return {
    status,
    headers,
    body: random() < 0.05 ? null : streamOf(random, bytes),
    arrayBuffer: () => Promise.resolve(new ArrayBuffer(0)),
  };
}

/** In as many pieces as chance wants, sometimes ending in an error. */
function streamOf(random: Random, bytes: Buffer): ReadableStream<Uint8Array> {
  const breaks = random() < 0.08;
  const pieces = 1 + Math.floor(random() * 4);
  return new ReadableStream({
    start(controller) {
      const size = Math.max(1, Math.ceil(bytes.length / pieces));
      for (let at = 0; at < bytes.length; at += size) {
        controller.enqueue(new Uint8Array(bytes.subarray(at, at + size)));
      }
      if (breaks) controller.error(thrownOf(random));
      else controller.close();
    },
  });
}

function mutate(random: Random, bytes: Buffer): Buffer {
  let mutated: Buffer = Buffer.from(bytes);
  const times = 1 + Math.floor(random() * 4);
  for (let index = 0; index < times; index++) {
    const at = Math.floor(random() * (mutated.length + 1));
    const kind = random();
    if (kind < 0.3) mutated = mutated.subarray(0, at);
    else if (kind < 0.7 && at < mutated.length) mutated[at] = Math.floor(random() * 256);
    else {
      const piece = Buffer.from(
        pick(random, [
          '"',
          '{',
          '}',
          '\\u0000',
          '\ufeff',
          '\ud83d',
          ',',
          'null',
          '\x1b[31m',
          '[[[[',
          '1e999',
        ]),
      );
      mutated = Buffer.concat([mutated.subarray(0, at), piece, mutated.subarray(at)]);
    }
  }
  return mutated;
}

function thrownOf(random: Random): unknown {
  const code = pick(random, [
    'ECONNREFUSED',
    'ECONNRESET',
    'ENOTFOUND',
    'UND_ERR_SOCKET',
    'Z_DATA_ERROR',
    'HPE_X',
    '',
  ]);
  return pick(random, [
    () =>
      new TypeError('fetch failed', {
        cause: Object.assign(new Error(planted.licenseKey), { code }),
      }),
    () =>
      Object.assign(new Error(planted.email), {
        code,
        headers: { authorization: planted.licenseKey },
      }),
    () => undefined,
    () => null,
    () => code,
    () => 7,
    () => Symbol('thrown'),
    () => Object.create(null) as object,
    () => revoked(),
    () => Object.defineProperty(new Error(), 'cause', { get: fail }),
    () => Object.defineProperty(new Error(), 'code', { get: fail, enumerable: true }),
    () => Object.assign(new Error(), { code: 7, message: {}, stack: null, cause: [] }),
    () => new AggregateError([Object.assign(new Error(), { code })]),
    () => new DOMException('x', 'AbortError'),
  ])();
}

function fail(): never {
  throw new Error(planted.licenseKey);
}

/** Every look at it throws. */
function revoked(): object {
  const { proxy, revoke } = Proxy.revocable({}, {});
  revoke();
  return proxy;
}

function codeOf(thrown: unknown): string {
  if (typeof thrown !== 'object' || thrown === null) return 'thrown';
  try {
    return codeIn(thrown);
  } catch {
    return 'thrown';
  }
}

function codeIn(thrown: object): string {
  const { code, cause, errors }: { code?: unknown; cause?: unknown; errors?: unknown[] } = thrown;
  if (typeof code === 'string' && code !== '') return code;
  return codeOf(cause ?? errors?.[0]);
}

function statusOf(response: unknown): number {
  return (response as { status: number }).status;
}
