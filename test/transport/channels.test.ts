import { execFile } from 'node:child_process';
import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { MinFraud } from '../../src/client.ts';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import type {
  CallEvent,
  RequestEvent,
  ResponseEvent,
  RetryEvent,
} from '../../src/options/hooks.ts';
import type { ClientOptions } from '../../src/options/options.ts';

const transaction = { device: { ipAddress: '203.0.113.9' } };

describe('node:diagnostics_channel', () => {
  let emulator: Emulator;
  let heard: [channel: string, event: CallEvent][];

  const subscribers = ['request', 'response', 'retry'].map(
    (name) =>
      [
        `minfraud-sdk:${name}`,
        (event: unknown) => void heard.push([name, event as CallEvent]),
      ] as const,
  );
  const watch = (): void => subscribers.forEach(([name, hear]) => subscribe(name, hear));
  const unwatch = (): void => subscribers.forEach(([name, hear]) => void unsubscribe(name, hear));

  beforeEach(async () => {
    emulator = await startEmulator({
      faults: { factors: { status: 503, retryAfter: 0, times: 1 } },
    });
    heard = [];
  });
  afterEach(async () => {
    unwatch();
    await emulator.close();
  });

  function client(options: ClientOptions = {}): MinFraud {
    return new MinFraud({ ...emulator.credentials, baseUrl: emulator.url, ...options });
  }

  test('tells subscribers what hooks are told', async () => {
    watch();
    await client().factors(transaction, { context: 'order 7' });

    expect(heard.map(([name]) => name)).toEqual([
      'request',
      'response',
      'retry',
      'request',
      'response',
    ]);
    const [, responded, retried, , last] = heard.map(([, event]) => event);
    const call = { operation: 'factors', method: 'POST', context: 'order 7' };
    for (const [, event] of heard) expect(event).toMatchObject(call);
    expect(new Set(heard.map(([, event]) => event.call)).size).toBe(1);
    expect(responded).toMatchObject({ attempt: 1, status: 503, final: false });
    expect((retried as RetryEvent).delay).toBeGreaterThanOrEqual(0);
    expect(last).toMatchObject({ attempt: 2, status: 200, final: true });
    expect((last as ResponseEvent).json?.()).toHaveProperty('risk_score');
  });

  test('and hooks do not hear less for it', async () => {
    watch();
    const attempts: number[] = [];
    const onRequest = ({ attempt }: RequestEvent): void => {
      attempts.push(attempt);
      throw new Error('a hook of the application');
    };
    await client({ hooks: { onRequest } }).score(transaction);
    expect(attempts).toEqual([1]);
    expect(heard.map(([name]) => name)).toEqual(['request', 'response']);
  });

  test('holds no secret, and can add a header', async () => {
    watch();
    const { credentials } = emulator;
    const add = (event: unknown): void => {
      const { setHeader } = event as RequestEvent;
      setHeader('traceparent', '00-1-2-01');
      // Refused: the emulator would respond with 401.
      setHeader('Authorization', 'Basic bm90OnRoaXM=');
    };
    subscribe('minfraud-sdk:request', add);
    try {
      await client().insights({ ...transaction, email: { address: 'jane@example.com' } });
    } finally {
      unsubscribe('minfraud-sdk:request', add);
    }
    expect(JSON.stringify(heard)).not.toContain(credentials.licenseKey);
    expect(JSON.stringify(heard)).not.toContain('jane@example.com');
    expect(emulator.requests[0]?.headers).toMatchObject({ traceparent: '00-1-2-01' });
  });

  test('is silent before and after there are subscribers', async () => {
    const one = client();
    await one.score(transaction);
    watch();
    await one.score(transaction);
    unwatch();
    await one.score(transaction);
    expect(heard.map(([name]) => name)).toEqual(['request', 'response']);
  });

  test('keeps subscribers that throw or reject away from the call', async () => {
    const args = ['-C', 'minfraud-source', '--import', 'tsx', 'test/transport/channels-run.ts'];
    const { stdout } = await promisify(execFile)(process.execPath, args);
    const lines = stdout.trim().split('\n').sort();
    expect(lines).toEqual([
      'riskScore: 7',
      'uncaught: subscriber of request',
      'uncaught: subscriber of response',
      'unhandled: asynchronous subscriber',
    ]);
  });
});
