/** The entries with optional peers, which are Node's. */
import { metrics, trace } from '@opentelemetry/api';
import { MinFraud } from 'minfraud-sdk';
import { startEmulator } from 'minfraud-emulator';
import { traceMinFraud } from 'minfraud-sdk/opentelemetry';
import { undiciFetch } from 'minfraud-sdk/undici';
import { holds } from '../conformance/expect.ts';

async function main(): Promise<void> {
  const emulator = await startEmulator();
  const { credentials, url: baseUrl } = emulator;
  holds(typeof trace.getTracer === 'function' && typeof metrics.getMeter === 'function', 'a peer');
  const client = new MinFraud({
    ...credentials,
    baseUrl,
    fetch: undiciFetch(),
    hooks: traceMinFraud(),
  });
  const { riskScore } = await client.score({ device: { ipAddress: '128.101.101.101' } });
  holds(riskScore > 0, 'a risk score');
  await emulator.close();
}

void main().then(() => {
  console.log('undici and OpenTelemetry');
});
