/** A program with subscribers that fail: prints what the call gave, and what Node reports. */
import { subscribe } from 'node:diagnostics_channel';
import { MinFraud } from '../../src/client.ts';

process.on('uncaughtException', ({ message }) => console.log('uncaught:', message));
for (const name of ['request', 'response']) {
  subscribe(`minfraud-sdk:${name}`, () => {
    throw new Error(`subscriber of ${name}`);
  });
}
process.on('unhandledRejection', (reason) => console.log('unhandled:', (reason as Error).message));
// eslint-disable-next-line @typescript-eslint/no-misused-promises -- a program that makes this mistake
subscribe('minfraud-sdk:response', () => Promise.reject(new Error('asynchronous subscriber')));
const client = new MinFraud({
  accountId: 42,
  licenseKey: 'a-license-key',
  fetch: () => Promise.resolve(new Response('{"id":"0","risk_score":7}')),
});
const { riskScore } = await client.score({ device: { ipAddress: '203.0.113.9' } });
console.log('riskScore:', riskScore);
