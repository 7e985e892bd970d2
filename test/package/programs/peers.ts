/** The entries with optional peers, which are Node's. */
import { metrics, trace } from '@opentelemetry/api';
import { MinFraud } from '../../../src/index.ts';
import { startEmulator } from '../../../src/emulator/index.ts';
import { traceMinFraud } from '../../../src/opentelemetry/index.ts';
import { undiciFetch } from '../../../src/undici/index.ts';
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
