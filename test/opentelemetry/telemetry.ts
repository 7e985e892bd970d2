/** The OpenTelemetry SDK with exporters that keep what they get. */
import {
  AggregationTemporality,
  InMemoryMetricExporter,
  MeterProvider,
  PeriodicExportingMetricReader,
} from '@opentelemetry/sdk-metrics';
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  type ReadableSpan,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import type { Attributes } from '@opentelemetry/api';

/** One series of the histogram. */
export interface Duration {
  readonly attributes: Attributes;
  readonly count: number;
  readonly sum: number;
  readonly boundaries: readonly number[];
}

export interface Telemetry {
  readonly tracerProvider: BasicTracerProvider;
  readonly meterProvider: MeterProvider;
  /** Ended ones, in the order in which they ended. */
  spans(): readonly ReadableSpan[];
  durations(): Promise<readonly Duration[]>;
  close(): Promise<void>;
}

export function startTelemetry(): Telemetry {
  const spanExporter = new InMemorySpanExporter();
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(spanExporter)],
  });
  const metricExporter = new InMemoryMetricExporter(AggregationTemporality.CUMULATIVE);
  const reader = new PeriodicExportingMetricReader({
    exporter: metricExporter,
    exportIntervalMillis: 3_600_000,
  });
  const meterProvider = new MeterProvider({ readers: [reader] });

  return {
    tracerProvider,
    meterProvider,
    spans: () => spanExporter.getFinishedSpans(),
    durations: async () => {
      await reader.forceFlush();
      const metrics = metricExporter
        .getMetrics()
        .at(-1)
        ?.scopeMetrics.flatMap((scope) => scope.metrics);
      const found = metrics?.filter(({ descriptor }) => {
        return descriptor.name === 'http.client.request.duration' && descriptor.unit === 's';
      });
      return (found ?? []).flatMap(({ dataPoints }) =>
        dataPoints.map(({ attributes, value }) => {
          const { count, sum = 0, buckets } = value as Histogram;
          return { attributes, count, sum, boundaries: buckets.boundaries };
        }),
      );
    },
    close: async () => {
      await tracerProvider.shutdown();
      await meterProvider.shutdown();
    },
  };
}

interface Histogram {
  readonly count: number;
  readonly sum?: number;
  readonly buckets: { readonly boundaries: readonly number[] };
}
