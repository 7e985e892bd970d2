import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import type { FetchFunction } from '../../src/options/options.ts';
import { drive, type Driven, planted, wireTransaction } from './drive.ts';
import { type Fault } from './fault.ts';
import { faultGroups } from './faults.ts';

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

const basic = Buffer.from(`${planted.accountId}:${planted.licenseKey}`).toString('base64');

/** Every spelling in which something planted could turn up. */
const needles = [
  String(planted.accountId),
  planted.licenseKey,
  encodeURIComponent(planted.licenseKey),
  'Licence',
  basic,
  basic.slice(4, -4),
  planted.email,
  encodeURIComponent(planted.email),
  planted.card,
  planted.name,
];

/** Everything of a call that somebody could print. */
function printed({ error, logged, events }: Driven): string {
  const chain: unknown[] = [];
  for (let next = error; next instanceof Error && chain.length < 9; next = next.cause) {
    chain.push(next.message, next.stack, String(next), JSON.stringify(next), Object.entries(next));
  }
  const options = {
    depth: 30,
    showHidden: true,
    maxStringLength: Infinity,
    maxArrayLength: Infinity,
  };
  return [
    inspect([error, chain, logged, events], options),
    JSON.stringify([error, logged, events]),
  ].join('\n');
}

function expectClean(driven: Driven): void {
  const text = printed(driven);
  for (const needle of needles) {
    const at = text.indexOf(needle);
    if (at >= 0) throw new Error(`leaked: …${text.slice(Math.max(0, at - 300), at + 100)}…`);
  }
}

describe.each(faultGroups)('no secret is seen: $title', ({ faults }) => {
  test.each(faults)('$name', async (fault) => {
    const driven = await drive(fault, 'score');
    expect(driven.logged.length).toBeGreaterThan(0);
    expect(driven.events.length).toBeGreaterThan(0);
    expectClean(driven);
  });
});

/** What a fetch of the user's own may throw, with the request all over it. */
const leaking: readonly (readonly [string, (init: RequestInit) => unknown])[] = [
  [
    'an error that holds the request',
    (init) => Object.assign(new Error('failed'), { config: { init }, request: init.headers }),
  ],
  ['a message that quotes the headers', (init) => new Error(JSON.stringify(init))],
  [
    'a cause that quotes the body',
    (init) => new Error('failed', { cause: new Error('x', { cause: JSON.stringify(init.body) }) }),
  ],
  [
    'an aggregate of such errors',
    (init) =>
      new AggregateError([new Error(JSON.stringify(init.headers))], JSON.stringify(init.body)),
  ],
  ['a string', (init) => JSON.stringify(init)],
  ['the request itself', (init) => init],
  [
    'a cause that is itself',
    (init) => {
      const error = new Error(JSON.stringify(init.headers));
      error.cause = error;
      return error;
    },
  ],
  [
    'a getter that quotes the key',
    (init) =>
      Object.defineProperty(new Error('failed'), 'hidden', {
        enumerable: true,
        get: () => JSON.stringify(init.headers),
      }),
  ],
];

test.each(leaking)('no secret is seen when fetch throws %s', async (_, thrown) => {
  const fetch: FetchFunction = (_url, init) => {
    // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- any value may come
    return Promise.reject(thrown(init));
  };
  const fault: Fault = { name: '', outcome: 'success', retried: 'no' };
  const driven = await drive(fault, 'score', { fetch });
  expect(driven.error).toMatchObject({ name: 'ConnectionError', code: 'CONNECTION_LOST' });
  expect((driven.error as Error).cause).toBeInstanceOf(Error);
  expectClean(driven);
});

test('the needles are found where nothing hides them', async () => {
  const seen: string[] = [];
  const fetch: FetchFunction = (url, init) => {
    seen.push(url, JSON.stringify(init));
    return Promise.resolve(
      new Response('{"id":"0","risk_score":1,"funds_remaining":1,"queries_remaining":1}'),
    );
  };
  await drive({ name: '', outcome: 'success', retried: 'no' }, 'score', { fetch });
  expect(seen.join()).toContain(basic);
  expect(seen.join()).toContain(planted.email);
  expect(seen.join()).toContain(planted.card);
  expect(JSON.stringify(wireTransaction)).toContain(planted.card);
});

test('the cause says what the runtime said, and where', async () => {
  const cause = Object.assign(new Error('connect ECONNREFUSED'), {
    code: 'ECONNREFUSED',
    syscall: 'connect',
  });
  const thrown = new TypeError('fetch failed', { cause });
  const fetch: FetchFunction = () => Promise.reject(thrown);
  const fault: Fault = { name: '', outcome: 'success', retried: 'no' };
  const { error } = await drive(fault, 'score', { fetch });
  const copy = (error as Error).cause as Error;
  expect(copy).toMatchObject({ name: 'TypeError', message: 'fetch failed' });
  expect(copy.cause).toMatchObject({ message: 'connect ECONNREFUSED', code: 'ECONNREFUSED' });
  expect(copy.stack).toMatch(/^TypeError: fetch failed\n {4}at .*secrets\.test/);
});
