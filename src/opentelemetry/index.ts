/**
 * Hooks that turn calls into spans and metrics.
 *
 * @module minfraud-sdk/opentelemetry
 */
export { traceMinFraud, type TraceOptions } from './trace-minfraud.ts';
