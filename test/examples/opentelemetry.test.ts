import { SpanStatusCode } from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { afterEach, expect, jest, test } from '@jest/globals';
import { tracingHooks } from '../../examples/opentelemetry.ts';
import { MinFraud } from '../../src/client.ts';
import { type CallOptions, type FetchFunction } from '../../src/options/options.ts';

afterEach(() => {
  jest.restoreAllMocks();
});

/** The spans of one score, oldest first. */
async function spansOf(fetch: FetchFunction, options?: CallOptions): Promise<ReadableSpan[]> {
  jest.spyOn(Math, 'random').mockReturnValue(0);
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const hooks = tracingHooks(provider.getTracer('test'));
  const client = new MinFraud({ accountId: 42, licenseKey: 'a-license-key', hooks, fetch });
  await client.score({ device: { ipAddress: '203.0.113.9' } }, options).catch(() => undefined);
  await provider.forceFlush();
  return exporter.getFinishedSpans();
}

test('a call is a span, and each of its attempts one within it', async () => {
  const headers: Record<string, string>[] = [];
  const refused = new Response('', { status: 503, headers: { 'Retry-After': '0' } });
  const answers = [refused, new Response('{"risk_score":1}')];
  const spans = await spansOf((_, init) => {
    headers.push(init.headers);
    return Promise.resolve(answers.shift() ?? new Response('{}'));
  });
  expect(spans.map(({ name }) => name)).toEqual(['POST', 'POST', 'minfraud.score']);
  const [first, second, call] = spans;
  expect(first?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
  expect(second?.parentSpanContext?.spanId).toBe(call?.spanContext().spanId);
  expect(first?.attributes).toMatchObject({
    'http.response.status_code': 503,
    'url.full': 'https://minfraud.maxmind.com/minfraud/v2.0/score',
    'server.address': 'minfraud.maxmind.com',
    'error.type': 'HTTP_503',
  });
  expect(second?.attributes).toMatchObject({
    'http.response.status_code': 200,
    'http.request.resend_count': 1,
    'http.response.body.size': 16,
  });
  expect(second?.status.code).toBe(SpanStatusCode.UNSET);
  expect(call?.attributes).toEqual({ 'minfraud.attempts': 2 });
  expect(call?.events.map(({ name, attributes }) => [name, attributes])).toEqual([
    ['retry', { 'minfraud.delay_ms': 0 }],
  ]);
  const traceId = call?.spanContext().traceId ?? '';
  expect(headers.map((sent) => sent['traceparent'])).toEqual(
    [first, second].map((span) => `00-${traceId}-${span?.spanContext().spanId ?? ''}-01`),
  );
});

test('a call that fails ends its spans in error, and shows no secret', async () => {
  const body = '{"code":"AUTHORIZATION_INVALID","error":"a-license-key is wrong"}';
  const headers = { 'content-type': 'application/json' };
  const spans = await spansOf(() => Promise.resolve(new Response(body, { status: 401, headers })));
  expect(spans).toHaveLength(2);
  for (const { status, attributes } of spans) {
    expect(status.code).toBe(SpanStatusCode.ERROR);
    expect(attributes['error.type']).toBe('AUTHORIZATION_INVALID');
    expect(JSON.stringify([status, attributes])).not.toContain('a-license-key');
  }
});

test('a call that is aborted ends its spans too', async () => {
  const controller = new AbortController();
  const spans = await spansOf(
    () => {
      controller.abort('a secret reason');
      return new Promise(() => undefined);
    },
    { signal: controller.signal },
  );
  expect(spans.map(({ attributes }) => attributes['error.type'])).toEqual(['aborted', 'aborted']);
  expect(JSON.stringify(spans.map(({ status }) => status))).not.toContain('secret');
});
