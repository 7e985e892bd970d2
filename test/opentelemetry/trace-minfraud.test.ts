import { AsyncLocalStorage } from 'node:async_hooks';
import {
  context,
  type Context,
  type ContextManager,
  metrics,
  propagation,
  ROOT_CONTEXT,
  SpanKind,
  SpanStatusCode,
  trace,
  type TextMapPropagator,
} from '@opentelemetry/api';
import { W3CTraceContextPropagator } from '@opentelemetry/core';
import type { ReadableSpan } from '@opentelemetry/sdk-trace-base';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../../src/client.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import type { ClientOptions, FetchFunction } from '../../src/options/options.ts';
import { traceMinFraud, type TraceOptions } from '../../src/opentelemetry/index.ts';
import { goodResponse, serveWith } from '../transport/fault.ts';
import { rawResponse, type Behaviour, startHostileServer } from '../transport/hostile-server.ts';
import { startTelemetry, type Telemetry } from './telemetry.ts';

const transaction = { device: { ipAddress: '203.0.113.9' } };
let telemetry: Telemetry;

beforeEach(() => {
  telemetry = startTelemetry();
  propagation.setGlobalPropagator(new W3CTraceContextPropagator());
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(async () => {
  await telemetry.close();
  propagation.disable();
  jest.restoreAllMocks();
});

function clientOf(options: ClientOptions, tracing: TraceOptions = {}): MinFraud {
  const { tracerProvider, meterProvider } = telemetry;
  const hooks = traceMinFraud({ tracerProvider, meterProvider, ...tracing });
  return new MinFraud({ accountId: 42, licenseKey: 'a-license-key', hooks, ...options });
}

/** The span of a call, the only one. */
function onlySpan(): ReadableSpan {
  const spans = telemetry.spans();
  const [span, ...others] = spans;
  if (span === undefined || others.length > 0) throw new Error(`There are ${spans.length} spans.`);
  return span;
}

const eventsOf = ({ events }: ReadableSpan): unknown[] =>
  events.map(({ name, attributes }) => [name, attributes]);

async function withServer(
  behaviour: Behaviour,
  use: (baseUrl: string, port: number) => Promise<void>,
): Promise<void> {
  const server = await startHostileServer(behaviour);
  try {
    await use(`http://127.0.0.1:${server.port}`, server.port);
  } finally {
    await server.close();
  }
}

describe('against the emulator', () => {
  let emulator: Emulator;
  beforeEach(async () => {
    emulator = await startEmulator();
  });
  afterEach(() => emulator.close());

  test('a call is a client span and a duration', async () => {
    const client = clientOf({ baseUrl: emulator.url, ...emulator.credentials });
    await client.insights(transaction);
    const span = onlySpan();
    const server = {
      'http.request.method': 'POST',
      'server.address': '127.0.0.1',
      'server.port': Number(new URL(emulator.url).port),
    };
    expect(span.name).toBe('POST insights');
    expect(span.kind).toBe(SpanKind.CLIENT);
    expect(span.status).toEqual({ code: SpanStatusCode.UNSET });
    expect(span.instrumentationScope.name).toBe('minfraud-sdk');
    expect(span.attributes).toEqual({
      ...server,
      'url.full': `${emulator.url}/minfraud/v2.0/insights`,
      'http.response.status_code': 200,
      'minfraud.operation': 'insights',
    });
    expect(eventsOf(span)).toEqual([['minfraud.attempt', { 'http.response.status_code': 200 }]]);

    const [series, ...others] = await telemetry.durations();
    expect(others).toEqual([]);
    expect(series?.attributes).toEqual({ ...server, 'http.response.status_code': 200 });
    expect(series?.count).toBe(1);
    expect(series?.boundaries).toContain(0.005);
    const seconds = span.duration[0] + span.duration[1] / 1e9;
    expect(Math.abs((series?.sum ?? 0) - seconds)).toBeLessThan(1);
  });

  test('every service is traced, and every page of the dispositions', async () => {
    const client = clientOf({ baseUrl: emulator.url, ...emulator.credentials });
    await client.score(transaction);
    await client.factors(transaction);
    await client.report({ ipAddress: '203.0.113.9', tag: 'not_fraud' });
    await client.dispositions({ updatesAfter: new Date() })[Symbol.asyncIterator]().next();
    const names = telemetry.spans().map(({ name }) => name);
    expect(names.slice(0, 3)).toEqual(['POST score', 'POST factors', 'POST reportTransaction']);
    expect(names.length).toBeGreaterThan(3);
    for (const { attributes } of telemetry.spans()) {
      expect(attributes['url.full']).not.toMatch(/[?]/);
    }
  });

  test('the risk score is there where it was asked for, and nowhere else', async () => {
    const options = { baseUrl: emulator.url, ...emulator.credentials };
    const { riskScore } = await clientOf(options, { riskScore: true }).score(transaction);
    expect(onlySpan().attributes['minfraud.risk_score']).toBe(riskScore);
    expect((await telemetry.durations())[0]?.attributes).not.toHaveProperty('minfraud.risk_score');
    const client = clientOf(options, { riskScore: true });
    await client.report({ ipAddress: '203.0.113.9', tag: 'not_fraud' });
    expect(telemetry.spans()[1]?.attributes).not.toHaveProperty('minfraud.risk_score');
  });
});

describe('attempts', () => {
  test('are events of the span', async () => {
    const twice = serveWith((request) =>
      request.number < 3
        ? rawResponse('503 Service Unavailable', { 'Retry-After': '0' })
        : goodResponse(request),
    );
    await withServer(twice, async (baseUrl) => {
      await clientOf({ baseUrl }).score(transaction);
      const span = onlySpan();
      expect(span.status.code).toBe(SpanStatusCode.UNSET);
      expect(span.attributes).toMatchObject({
        'http.response.status_code': 200,
        'http.request.resend_count': 2,
      });
      expect(span.attributes).not.toHaveProperty('error.type');
      const refused = { 'http.response.status_code': 503, 'error.type': 'HTTP_503' };
      const retry = ['minfraud.retry', { 'minfraud.retry.delay_ms': 0 }];
      expect(eventsOf(span)).toEqual([
        ['minfraud.attempt', refused],
        retry,
        ['minfraud.attempt', { ...refused, 'http.request.resend_count': 1 }],
        retry,
        ['minfraud.attempt', { 'http.response.status_code': 200, 'http.request.resend_count': 2 }],
      ]);
      expect((await telemetry.durations()).map(({ count }) => count)).toEqual([1]);
    });
  });

  test('carry the context of the call on', async () => {
    const heads: string[] = [];
    const twice = serveWith((request) => {
      heads.push(request.head);
      return request.number < 2
        ? rawResponse('429 Too Many Requests', { 'Retry-After': '0' })
        : goodResponse(request);
    });
    await withServer(twice, async (baseUrl) => {
      await clientOf({ baseUrl }).score(transaction);
      const { traceId, spanId } = onlySpan().spanContext();
      const sent = heads.map((head) => /^traceparent: (.*)$/im.exec(head)?.[1]?.trim());
      expect(sent).toEqual([`00-${traceId}-${spanId}-01`, `00-${traceId}-${spanId}-01`]);
    });
  });

  test('carry nothing where that is switched off', async () => {
    const heads: string[] = [];
    const seeing = serveWith((request) => (heads.push(request.head), goodResponse(request)));
    await withServer(seeing, async (baseUrl) => {
      await clientOf({ baseUrl }, { propagate: false }).score(transaction);
      expect(heads).toHaveLength(1);
      expect(heads[0]).not.toMatch(/^traceparent:/im);
    });
  });
});

describe('a call that fails', () => {
  test('at the service has its code as type, and no words', async () => {
    const body = '{"code":"AUTHORIZATION_INVALID","error":"a-license-key is wrong"}';
    const refusing = serveWith(() =>
      rawResponse('401 Unauthorized', { 'Content-Type': 'application/json' }, body),
    );
    await withServer(refusing, async (baseUrl) => {
      await expect(clientOf({ baseUrl }).score(transaction)).rejects.toThrow();
      const { status, attributes } = onlySpan();
      expect(status).toEqual({ code: SpanStatusCode.ERROR });
      expect(attributes['error.type']).toBe('AUTHORIZATION_INVALID');
      const [duration] = await telemetry.durations();
      expect(duration?.attributes).toMatchObject({
        'error.type': 'AUTHORIZATION_INVALID',
        'http.response.status_code': 401,
      });
    });
  });

  test('without a response says why', async () => {
    const client = clientOf({ baseUrl: 'http://127.0.0.1:1171', maxRetries: 1 });
    await expect(client.score(transaction)).rejects.toThrow();
    const { status, attributes, events } = onlySpan();
    expect(status.code).toBe(SpanStatusCode.ERROR);
    expect(status.message).toContain('connection refused');
    expect(attributes['error.type']).toBe('CONNECTION_REFUSED');
    expect(attributes).not.toHaveProperty('http.response.status_code');
    expect(events.map(({ name }) => name)).toEqual([
      'minfraud.attempt',
      'minfraud.retry',
      'minfraud.attempt',
    ]);
  });

  test('by the caller’s abort says so, and nothing of its reason', async () => {
    const controller = new AbortController();
    const fetch: FetchFunction = () => {
      controller.abort(Object.assign(new Error('a secret'), { code: 'a secret' }));
      return new Promise(() => undefined);
    };
    const call = clientOf({ fetch }).score(transaction, { signal: controller.signal });
    await expect(call).rejects.toThrow('a secret');
    const span = onlySpan();
    expect(span.attributes['error.type']).toBe('aborted');
    expect(JSON.stringify([span.attributes, span.status, eventsOf(span)])).not.toContain('secret');
  });

  const later = (): Promise<Response> =>
    Promise.resolve(new Response('', { status: 429, headers: { 'retry-after': '10' } }));

  test('by an abort in the wait for its next attempt ends its span too', async () => {
    const controller = new AbortController();
    const call = clientOf({ fetch: later }).score(transaction, { signal: controller.signal });
    setTimeout(() => controller.abort('enough'), 20);
    await expect(call).rejects.toBe('enough');
    expect(onlySpan().attributes['error.type']).toBe('aborted');
    expect((await telemetry.durations()).map(({ count }) => count)).toEqual([1]);
  });

  test('by its deadline after such a wait ends its span too', async () => {
    const { tracerProvider, meterProvider } = telemetry;
    const hooks = traceMinFraud({ tracerProvider, meterProvider });
    // The wait takes longer than it was asked to: the clock jumps past the deadline.
    const now = performance.now.bind(performance);
    let jumped = 0;
    const clock = jest.spyOn(performance, 'now').mockImplementation(() => now() + jumped);
    const busy = (): void => {
      jumped = 3_600_000;
    };
    const client = clientOf({
      fetch: () => Promise.resolve(new Response('', { status: 429 })),
      deadline: 600_000,
      hooks: { ...hooks, onRetry: busy },
    });
    await expect(client.score(transaction)).rejects.toMatchObject({ code: 'DEADLINE_EXCEEDED' });
    clock.mockRestore();
    expect(onlySpan().attributes['error.type']).toBe('DEADLINE_EXCEEDED');
  });

  test('before anything was sent has no span', async () => {
    const signal = AbortSignal.abort('early');
    await expect(clientOf({}).score(transaction, { signal })).rejects.toBe('early');
    await expect(clientOf({}).score({})).rejects.toThrow();
    expect(telemetry.spans()).toEqual([]);
  });
});

test('the span is a child of the one that is active', async () => {
  context.setGlobalContextManager(new Contexts());
  try {
    const parent = telemetry.tracerProvider.getTracer('shop').startSpan('checkout');
    const fetch = (): Promise<Response> =>
      Promise.resolve(new Response('{"id":"0","risk_score":1}'));
    const client = clientOf({ fetch });
    await context.with(trace.setSpan(context.active(), parent), async () => {
      await client.score(transaction);
      await client.score(transaction);
    });
    for (const { parentSpanContext } of telemetry.spans()) {
      expect(parentSpanContext?.spanId).toBe(parent.spanContext().spanId);
    }
    expect(telemetry.spans()).toHaveLength(2);
  } finally {
    context.disable();
  }
});

/** What the SDK of OpenTelemetry for Node brings along. */
class Contexts implements ContextManager {
  readonly #storage = new AsyncLocalStorage<Context>();
  active(): Context {
    return this.#storage.getStore() ?? ROOT_CONTEXT;
  }
  with: ContextManager['with'] = (inside, run, thisArg, ...args) =>
    this.#storage.run(inside, () =>
      Reflect.apply<unknown, typeof args, ReturnType<typeof run>>(run, thisArg, args),
    );
  bind<T>(_inside: Context, target: T): T {
    return target;
  }
  enable(): this {
    return this;
  }
  disable(): this {
    this.#storage.disable();
    return this;
  }
}

test('attributes of the caller’s own are added, and may fail', async () => {
  const fetch = (): Promise<Response> => Promise.resolve(new Response('{"id":"0","risk_score":1}'));
  const own = { attributes: ({ attempt }: { attempt: number }) => ({ 'shop.attempt': attempt }) };
  await clientOf({ fetch }, own).score(transaction);
  expect(onlySpan().attributes['shop.attempt']).toBe(1);

  const failing = {
    attributes: () => {
      throw new Error('no order');
    },
  };
  await clientOf({ fetch }, failing).score(transaction);
  expect(telemetry.spans()).toHaveLength(2);
  expect((await telemetry.durations())[0]?.count).toBe(2);
});

test.each([
  ['https://minfraud.example.com/gateway', 'minfraud.example.com', 443],
  ['https://minfraud.example.com:8443', 'minfraud.example.com', 8443],
  ['http://[::1]:8080', '::1', 8080],
  ['http://localhost', 'localhost', 80],
])('the server of %s', async (baseUrl, address, port) => {
  const fetch = (): Promise<Response> => Promise.resolve(new Response('{"id":"0","risk_score":1}'));
  await clientOf({ fetch, baseUrl }).score(transaction);
  expect(onlySpan().attributes).toMatchObject({ 'server.address': address, 'server.port': port });
});

test('providers that are registered after the client was made are used', async () => {
  const fetch = (): Promise<Response> => Promise.resolve(new Response('{"id":"0","risk_score":1}'));
  const hooks = traceMinFraud();
  const client = new MinFraud({ accountId: 42, licenseKey: 'key', hooks, fetch });
  await client.score(transaction);
  trace.setGlobalTracerProvider(telemetry.tracerProvider);
  metrics.setGlobalMeterProvider(telemetry.meterProvider);
  try {
    await client.score(transaction);
    expect(telemetry.spans()).toHaveLength(1);
    expect((await telemetry.durations())[0]?.count).toBe(1);
  } finally {
    trace.disable();
    metrics.disable();
  }
});

test('a header that the client keeps for itself is not replaced by a propagator', async () => {
  const greedy: TextMapPropagator = {
    inject: (_context, carrier, setter) => {
      setter.set(carrier, 'authorization', 'mine');
      setter.set(carrier, 'x-trace', 'yes');
    },
    extract: (given) => given,
    fields: () => [],
  };
  propagation.disable();
  propagation.setGlobalPropagator(greedy);
  const sent: RequestInit[] = [];
  const fetch: FetchFunction = (_, init) => {
    sent.push(init);
    return Promise.resolve(new Response('{"id":"0","risk_score":1}'));
  };
  await clientOf({ fetch }).score(transaction);
  const headers = new Headers(sent[0]?.headers);
  expect(headers.get('x-trace')).toBe('yes');
  expect(headers.get('authorization')).toMatch(/^Basic /);
});
