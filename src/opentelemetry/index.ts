/** `minfraud-sdk/opentelemetry`: hooks that turn calls into spans and metrics. */
export { traceMinFraud, type TraceOptions } from './trace-minfraud.ts';
