/**
 * The process of one variant of a soak: makes calls that share one signal, and tells after each round what
 * they took and what is left of them. Started with `--expose-gc`.
 */
import { getEventListeners, setMaxListeners } from 'node:events';
import { Agent } from 'undici';
import { MinFraud } from '../../src/client.ts';
import type { FetchFunction } from '../../src/options/options.ts';
import { undiciFetch } from '../../src/undici/index.ts';
import { makeCalls, quantile, type Round } from './in-flight.ts';
import { rawFetch } from './raw-fetch.ts';
import { transaction } from './samples.ts';
import type { Stage } from './soak-verdict.ts';

const [name = '', baseUrl = ''] = process.argv.slice(2);

/** It outlives all calls, as the signal of a program that shuts down does. */
const { signal } = new AbortController();
const watched = { requests: 0, ends: 0 };
let rejections = 0;
let warnings = 0;

const variants: Readonly<Record<string, () => Promise<() => Promise<unknown>>>> = {
  'fetch with a timeout': () => {
    // It has one for each call in flight, of which Node warns from the eleventh on.
    setMaxListeners(0, signal);
    return rawFetch(baseUrl, signal);
  },
  'insights()': () => insights(undefined),
  'insights() with undiciFetch()': () => insights(undiciFetch({ dispatcher: new Agent() })),
};

function insights(fetch: FetchFunction | undefined): Promise<() => Promise<unknown>> {
  const client = new MinFraud({
    accountId: 42,
    licenseKey: 'bench',
    baseUrl,
    fetch,
    hooks: {
      onRequest: () => (watched.requests += 1),
      onResponse: ({ final, error }) => {
        if (final && error === undefined) watched.ends += 1;
      },
    },
  });
  return Promise.resolve(() => client.insights(transaction, { signal }));
}

const make = variants[name];
if (make === undefined) throw new Error(`There is no variant ${name} in a soak.`);
const call = await make();

process.on('unhandledRejection', () => (rejections += 1));
process.on('warning', () => (warnings += 1));
process.on('message', (round: Round) => {
  stage(round).then(
    (seen) => process.send?.(seen),
    (error: unknown) => {
      console.error(`${name} failed:`, error);
      process.exit(1);
    },
  );
});
process.send?.('ready');

async function stage(round: Round): Promise<Stage> {
  const took = new Float64Array(round.calls);
  watched.requests = watched.ends = rejections = warnings = 0;
  const started = performance.now();
  await makeCalls(call, round, took);
  const perSecond = (round.calls * 1000) / (performance.now() - started);
  const heap = await heapUsed();
  return {
    perSecond,
    p50: quantile(took, 0.5),
    p99: quantile(took, 0.99),
    heap,
    listeners: getEventListeners(signal, 'abort').length,
    timers: process.getActiveResourcesInfo().filter((resource) => resource === 'Timeout').length,
    rejections,
    warnings,
    ...(name.startsWith('insights()') && { watched: { ...watched } }),
  };
}

/** After collections, with pauses in which finalizers and timers of connections run. */
async function heapUsed(): Promise<number> {
  for (let turn = 0; turn < 5; turn++) {
    globalThis.gc?.();
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return process.memoryUsage().heapUsed;
}
