/**
 * A client span and a duration for each call, by the HTTP semantic conventions of OpenTelemetry.
 *
 * Attempts are events of the span, not spans: the call is what is billed and what the application
 * waits for, and instrumentations of fetch and undici already make a span of each request.
 */
import {
  type Attributes,
  context,
  type Histogram,
  type MeterProvider,
  metrics,
  propagation,
  type Span,
  SpanKind,
  SpanStatusCode,
  trace,
  type TracerProvider,
} from '@opentelemetry/api';
import { MinFraudError } from '../errors.ts';
import type { CallEvent, Hooks, ResponseEvent } from '../options/hooks.ts';
import { version } from '../version.ts';

/** Options of `traceMinFraud`. */
export interface TraceOptions {
  /** Where tracers come from. Default: the global one. */
  readonly tracerProvider?: TracerProvider | undefined;
  /** Where meters come from. Default: the global one. */
  readonly meterProvider?: MeterProvider | undefined;
  /**
   * Whether spans of scored calls have the attribute `minfraud.risk_score`. Default `false`: it says
   * something about a customer, and not everyone who reads traces may know that.
   */
  readonly riskScore?: boolean | undefined;
  /**
   * Whether the trace's context is sent along (`traceparent`). Default `true`. Set it to false where fetch or
   * undici are instrumented too and send one of their own.
   */
  readonly propagate?: boolean | undefined;
  /** Attributes of your own for the span of a call, asked for once when it begins. Default: none. */
  readonly attributes?: ((event: CallEvent) => Attributes | undefined) | undefined;
}

/** A call under way. */
interface Traced {
  readonly span: Span;
  /** What span and metric have in common. */
  readonly attributes: Attributes;
  readonly started: number;
}

/**
 * Hooks for the client's `hooks` option: `new MinFraud({ hooks: traceMinFraud() })`. One set can
 * serve many clients. They hold no credentials, no query and no personal data, unless `riskScore`
 * or `attributes` add some.
 *
 * @example
 * const client = new MinFraud({ hooks: traceMinFraud() });
 */
export function traceMinFraud(options: TraceOptions = {}): Hooks {
  const { riskScore = false, propagate = true } = options;
  const provider = options.tracerProvider ?? trace;
  const tracer = provider.getTracer('minfraud-sdk', version);
  const record = durationRecorder(options.meterProvider);
  const calls = new WeakMap<object, Traced>();

  function begin(event: CallEvent): Traced {
    const { operation, method, url } = event;
    const attributes = { 'http.request.method': method, ...serverOf(url) };
    const span = tracer.startSpan(`${method} ${operation}`, {
      kind: SpanKind.CLIENT,
      attributes: { ...attributes, 'url.full': url, 'minfraud.operation': operation },
    });
    const traced = { span, attributes, started: performance.now() };
    calls.set(event.call, traced);
    // Last: it is the user's code, and may throw.
    span.setAttributes(options.attributes?.(event) ?? {});
    return traced;
  }

  return {
    onRequest: (event) => {
      const { span } = calls.get(event.call) ?? begin(event);
      if (!propagate) return;
      const carrier: Record<string, string> = {};
      propagation.inject(trace.setSpan(context.active(), span), carrier);
      for (const [name, value] of Object.entries(carrier)) event.setHeader(name, value);
    },

    onResponse: (event) => {
      const traced = calls.get(event.call);
      if (traced === undefined) return;
      const { span, attributes, started } = traced;
      const outcome = outcomeOf(event);
      span.addEvent('minfraud.attempt', { ...resent(event), ...outcome });
      if (!event.final) return;

      calls.delete(event.call);
      span.setAttributes({ ...resent(event), ...outcome });
      if (riskScore) span.setAttributes(riskScoreOf(event));
      if (event.error !== undefined) span.setStatus(failed(event));
      span.end();
      record((performance.now() - started) / 1000, { ...attributes, ...outcome });
    },

    onRetry: ({ call, delay }) => {
      calls.get(call)?.span.addEvent('minfraud.retry', { 'minfraud.retry.delay_ms': delay });
    },
  };
}

function outcomeOf({ status, error }: ResponseEvent): Attributes {
  return {
    ...(status === undefined ? {} : { 'http.response.status_code': status }),
    ...(error === undefined ? {} : { 'error.type': errorType(error) }),
  };
}

function resent({ attempt }: CallEvent): Attributes {
  return attempt > 1 ? { 'http.request.resend_count': attempt - 1 } : {};
}

/** What is not this package's error is the reason of an abort, which is the caller's own value. */
function errorType(error: unknown): string {
  return MinFraudError.is(error) ? error.code : 'aborted';
}

/** With words only where the status of the response does not say it all, as the conventions ask. */
function failed({ status, error }: ResponseEvent): { code: SpanStatusCode; message?: string } {
  const code = SpanStatusCode.ERROR;
  const saysItAll = status !== undefined && status >= 400;
  return saysItAll || !MinFraudError.is(error) ? { code } : { code, message: error.message };
}

function riskScoreOf({ json }: ResponseEvent): Attributes {
  const body = json?.();
  if (typeof body !== 'object' || body === null) return {};
  const { risk_score: score } = body as { readonly risk_score?: unknown };
  return typeof score === 'number' ? { 'minfraud.risk_score': score } : {};
}

export interface ServerAttributes {
  readonly 'server.address': string;
  readonly 'server.port': number;
}

function serverOf(url: string): ServerAttributes {
  const { hostname, port, protocol } = new URL(url);
  const usual = protocol === 'http:' ? 80 : 443;
  return {
    // Brackets belong to URLs, not to IPv6 addresses.
    'server.address': hostname.replace(/^\[|\]$/g, ''),
    'server.port': port === '' ? usual : Number(port),
  };
}

/** In seconds; given by the semantic conventions. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** @param given Default: the global provider, which may be registered after the first call. */
function durationRecorder(
  given: MeterProvider | undefined,
): (seconds: number, attributes: Attributes) => void {
  let known: MeterProvider | undefined;
  let histogram: Histogram | undefined;
  return (seconds, attributes) => {
    const provider = given ?? metrics.getMeterProvider();
    if (provider !== known) {
      known = provider;
      histogram = provider
        .getMeter('minfraud-sdk', version)
        .createHistogram('http.client.request.duration', {
          description: 'Duration of HTTP client requests.',
          unit: 's',
          advice: { explicitBucketBoundaries: buckets },
        });
    }
    histogram?.record(seconds, attributes);
  };
}
