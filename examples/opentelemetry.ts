/**
 * A span for every call and one for each of its attempts, with the hooks of the client and nothing
 * else. Run it with `npx tsx examples/opentelemetry.ts`: it talks to a stub and prints its spans.
 */
import {
  type Context,
  context,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type Tracer,
} from '@opentelemetry/api';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { type Hooks, MinFraud, MinFraudError } from '../src/index.ts';

/** Hooks that report to a tracer. Give them to as many clients as you like. */
export function tracingHooks(tracer: Tracer): Hooks {
  /** Of the calls under way; an entry leaves with the call's last attempt. */
  const calls = new Map<
    object,
    { readonly span: Span; readonly inside: Context; attempt?: Span }
  >();

  return {
    onRequest: ({ call, operation, method, url, attempt, setHeader }) => {
      let known = calls.get(call);
      if (known === undefined) {
        const span = tracer.startSpan(`minfraud.${operation}`);
        known = { span, inside: trace.setSpan(context.active(), span) };
        calls.set(call, known);
      }
      const { host } = new URL(url);
      const attributes = {
        'http.request.method': method,
        'url.full': url,
        'server.address': host,
        ...(attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {}),
      };
      known.attempt = tracer.startSpan(method, { kind: SpanKind.CLIENT, attributes }, known.inside);
      // W3C Trace Context, for a gateway of your own on the way; the service ignores it.
      const { traceId, spanId, traceFlags } = known.attempt.spanContext();
      setHeader('traceparent', `00-${traceId}-${spanId}-0${traceFlags.toString(16)}`);
    },

    onResponse: ({ call, status, error, bodyBytes, final, attempt }) => {
      const known = calls.get(call);
      if (known === undefined) return;
      if (status !== undefined) known.attempt?.setAttribute('http.response.status_code', status);
      if (bodyBytes !== undefined)
        known.attempt?.setAttribute('http.response.body.size', bodyBytes);
      if (known.attempt !== undefined) end(known.attempt, error);
      if (!final) return;
      known.span.setAttribute('minfraud.attempts', attempt);
      end(known.span, error);
      calls.delete(call);
    },

    onRetry: ({ call, delay }) => {
      calls.get(call)?.span.addEvent('retry', { 'minfraud.delay_ms': delay });
    },
  };
}

function end(span: Span, error: unknown): void {
  if (error !== undefined) {
    // Messages of this package's errors hold neither credentials nor personal data.
    const type = MinFraudError.is(error) ? error.code : 'aborted';
    span.setAttribute('error.type', type);
    span.setStatus({
      code: SpanStatusCode.ERROR,
      message: MinFraudError.is(error) ? error.message : type,
    });
  }
  span.end();
}

async function main(): Promise<void> {
  const exporter = new InMemorySpanExporter();
  const provider = new BasicTracerProvider({ spanProcessors: [new SimpleSpanProcessor(exporter)] });
  const answers = [new Response('', { status: 503 }), new Response('{"risk_score":12.5}')];
  const client = new MinFraud({
    accountId: 42,
    licenseKey: 'example',
    hooks: tracingHooks(provider.getTracer('shop')),
    // In your program leave this out.
    fetch: () => Promise.resolve(answers.shift() ?? new Response('{}')),
  });
  await client.score({ device: { ipAddress: '203.0.113.9' } });
  for (const { name, attributes, status } of exporter.getFinishedSpans()) {
    console.log(name, attributes, status);
  }
}

if (process.argv[1]?.endsWith('opentelemetry.ts') === true) void main();
