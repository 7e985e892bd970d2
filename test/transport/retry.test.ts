import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  ConnectionError,
  HttpError,
  MinFraudError,
  RateLimitError,
  TimeoutError,
} from '../../src/errors.ts';
import { processingOf } from '../../src/failure/processing.ts';
import { LightRequest } from '../../src/transport/light-request.ts';
import type { ReadResponse } from '../../src/response/read-response.ts';
import type { Clock } from '../../src/transport/clock.ts';
import { reliableFetch } from '../../src/transport/reliable-fetch.ts';
import { longestRetryAfter, retryDelay } from '../../src/transport/retry.ts';
import { runs } from '../runs.ts';

/** What the service, or the network before it, does with one attempt. */
type Move =
  | { readonly kind: 'success'; readonly takes: number }
  | { readonly kind: 'refused'; readonly takes: number }
  | { readonly kind: 'lost'; readonly takes: number }
  | {
      readonly kind: 'status';
      readonly status: number;
      readonly retryAfter: number | undefined;
      readonly takes: number;
    };

const takes = fc.integer({ min: 0, max: 3_000 });
const move: fc.Arbitrary<Move> = fc.oneof(
  fc.record({ kind: fc.constant('success' as const), takes }),
  fc.record({ kind: fc.constant('refused' as const), takes }),
  fc.record({ kind: fc.constant('lost' as const), takes }),
  fc.record({
    kind: fc.constant('status' as const),
    status: fc.constantFrom(
      301,
      400,
      401,
      402,
      403,
      404,
      408,
      418,
      429,
      429,
      500,
      502,
      503,
      503,
      504,
      529,
    ),
    retryAfter: fc.option(fc.constantFrom(0, 1, 5, 29, 30, 31, 3_600), { nil: undefined }),
    takes,
  }),
);

const scenario = fc.record({
  moves: fc.array(move, { minLength: 8, maxLength: 8 }),
  chances: fc.array(fc.double({ min: 0, max: 0.999, noNaN: true }), { minLength: 8, maxLength: 8 }),
  billed: fc.boolean(),
  maxRetries: fc.integer({ min: 0, max: 5 }),
  deadline: fc.oneof(fc.integer({ min: 1, max: 60_000 }), fc.constant(2_000_000_000)),
});
type Scenario = typeof scenario extends fc.Arbitrary<infer T> ? T : never;

/** docs/errors.md, "Retries", written down a second time and as plainly as possible. */
function model({ moves, chances, billed, maxRetries, deadline }: Scenario): {
  readonly attempts: number;
  readonly waits: readonly number[];
  readonly success: boolean;
} {
  const waits: number[] = [];
  let time = 0;
  for (let attempts = 1; ; attempts++) {
    const now = moves[attempts - 1];
    if (now === undefined) throw new Error('ran out of moves');
    time += now.takes;
    if (now.kind === 'success') return { attempts, waits, success: true };

    const notTaken = wasNotTaken(now);
    const harmless =
      !billed &&
      (now.kind === 'lost' || (now.kind === 'status' && (now.status >= 500 || now.status === 408)));
    const stop = { attempts, waits, success: false };
    if (attempts > maxRetries || !(notTaken || harmless)) return stop;

    const asked = now.kind === 'status' ? (now.retryAfter ?? 0) * 1000 : 0;
    if (asked > 30_000) return stop;
    const backoff = [250, 500, 1_000, 2_000, 4_000, 8_000][attempts - 1] ?? 8_000;
    const wait = Math.max(asked, Math.round((chances[attempts - 1] ?? 0) * backoff));
    if (time + wait >= deadline) return stop;
    waits.push(wait);
    time += wait;
  }
}

/** A bare 503 may come from a proxy that has passed the query on. */
function wasNotTaken(now: Move): boolean {
  if (now.kind !== 'status') return now.kind === 'refused';
  return now.status === 429 || (now.status === 503 && now.retryAfter !== undefined);
}

/** The same through the real loop, on a clock that only moves when told to. */
async function run({ moves, chances, billed, maxRetries, deadline }: Scenario): Promise<{
  readonly attempts: number;
  readonly waits: readonly number[];
  readonly success: boolean;
  readonly reported: unknown;
}> {
  let time = 0;
  let attempts = 0;
  const waits: number[] = [];
  const clock: Clock = {
    monotonic: () => time,
    wall: () => 1_750_000_000_000 + time,
    random: () => chances[attempts - 1] ?? 0,
    sleep: (ms) => {
      waits.push(ms);
      time += ms;
      return Promise.resolve();
    },
  };
  const fetch = (): Promise<Response> => {
    const now = moves[attempts++];
    if (now === undefined) throw new Error('ran out of moves');
    time += now.takes;
    return respond(now);
  };
  const request = new LightRequest('https://example.com/', {
    method: 'POST',
    headers: new Headers(),
    body: '{}',
  });
  const delivery = {
    operation: 'test',
    retryable: !billed,
    settings: { maxRetries, deadline, timeout: 2_000_000_000, context: undefined },
    secrets: () => [],
    errorOf: ({ status, exchange }: ReadResponse, retryAfter: number | undefined) =>
      new (status === 429 ? RateLimitError : HttpError)('refused', {
        code: `HTTP_${status}`,
        status,
        retryAfter,
        attempts: exchange.attempts,
        retries: exchange.retries,
      }),
  };
  const client = { baseUrl: 'https://minfraud.maxmind.com', hooks: {}, log: undefined, fetch };
  try {
    const { exchange } = await reliableFetch(client, delivery, clock)(request);
    return {
      attempts,
      waits,
      success: true,
      reported: [exchange.attempts, exchange.retries.length],
    };
  } catch (error) {
    if (!MinFraudError.is(error)) throw error;
    return { attempts, waits, success: false, reported: [error.attempts, error.retries.length] };
  }
}

async function respond(now: Move): Promise<Response> {
  await Promise.resolve();
  switch (now.kind) {
    case 'success':
      return new Response('{}');
    case 'refused':
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ECONNREFUSED', syscall: 'connect' }),
      });
    case 'lost':
      throw new TypeError('fetch failed', {
        cause: Object.assign(new Error(), { code: 'ECONNRESET', syscall: 'read' }),
      });
    case 'status': {
      const headers = now.retryAfter === undefined ? {} : { 'retry-after': String(now.retryAfter) };
      return new Response('', { status: now.status, headers });
    }
  }
}

describe('the retry policy', () => {
  test('does what the model says, whatever happens', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const { reported, ...seen } = await run(given);
        expect(seen).toEqual(model(given));
        expect(reported).toEqual([seen.attempts, seen.waits.length]);
      }),
      { numRuns: runs(1_500) },
    );
  });

  test('never sends a billed query again that may have been read', async () => {
    await fc.assert(
      fc.asyncProperty(scenario, async (given) => {
        const { attempts } = await run({ ...given, billed: true });
        const retried = given.moves.slice(0, attempts - 1);
        for (const now of retried) {
          expect(wasNotTaken(now)).toBe(true);
        }
      }),
      { numRuns: runs(500) },
    );
  });

  test('stays within its bounds', () => {
    fc.assert(
      fc.property(
        fc.record({
          errorClass: fc.constantFrom(ConnectionError, HttpError, RateLimitError, TimeoutError),
          code: fc.constantFrom('CONNECTION_REFUSED', 'CONNECTION_LOST', 'HTTP_503', 'OTHER'),
          status: fc.option(fc.integer({ min: 100, max: 599 }), { nil: undefined }),
          retryAfter: fc.option(fc.double({ min: 0, max: 1e9, noNaN: true }), { nil: undefined }),
        }),
        fc.record({
          attempt: fc.integer({ min: 1, max: 50 }),
          maxRetries: fc.integer({ min: 0, max: 50 }),
          retryable: fc.boolean(),
          remaining: fc.oneof(fc.double({ min: 0, max: 1e6, noNaN: true }), fc.constant(Infinity)),
          random: fc.double({ min: 0, max: 0.999999, noNaN: true }),
        }),
        ({ errorClass, ...details }, state) => {
          const error = new errorClass('failed', details);
          const delay = retryDelay(error, state);
          if (delay === undefined) return;
          if (!state.retryable) expect(processingOf(error)).not.toBe('perhaps-processed');
          expect(state.attempt).toBeLessThanOrEqual(state.maxRetries);
          expect(delay).toBeGreaterThanOrEqual((details.retryAfter ?? 0) * 1000);
          expect(delay).toBeLessThanOrEqual(longestRetryAfter);
          expect(delay).toBeLessThan(state.remaining);
        },
      ),
    );
  });
});
