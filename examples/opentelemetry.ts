/**
 * A span and a duration for every call. Run it with `npx tsx examples/opentelemetry.ts`: it talks to
 * the emulator and prints what a tracing backend would get.
 */
import {
  BasicTracerProvider,
  InMemorySpanExporter,
  SimpleSpanProcessor,
} from '@opentelemetry/sdk-trace-base';
import { startEmulator } from 'minfraud-emulator';
import { MinFraud } from 'minfraud-sdk';
import { traceMinFraud } from 'minfraud-sdk/opentelemetry';

async function main(): Promise<void> {
  const exporter = new InMemorySpanExporter();
  // In your program this is the SDK of OpenTelemetry, and traceMinFraud() finds it.
  const tracerProvider = new BasicTracerProvider({
    spanProcessors: [new SimpleSpanProcessor(exporter)],
  });
  const emulator = await startEmulator();
  const client = new MinFraud({
    ...emulator.credentials,
    baseUrl: emulator.url,
    hooks: traceMinFraud({ tracerProvider, riskScore: true }),
  });
  try {
    await client.score({ device: { ipAddress: '203.0.113.9' } });
    await client.report({ ipAddress: '203.0.113.9', tag: 'not_fraud' });
  } finally {
    await emulator.close();
  }
  for (const { name, attributes } of exporter.getFinishedSpans()) {
    console.log(`${name} ${JSON.stringify(attributes)}`);
  }
}

await main();
