/** The metric `http.client.request.duration`. */
import { type Attributes, type Histogram, type MeterProvider, metrics } from '@opentelemetry/api';
import { version } from '../version.ts';

/** In seconds; given by the semantic conventions. */
const buckets = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];

/** @param given Default: the global provider, which may be registered after the first call. */
export function durationRecorder(
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
