import { readFileSync } from 'node:fs';
import { inspect } from 'node:util';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { MinFraud } from '../src/client.ts';
import { HttpError, InvalidRequestError, MinFraudError, TimeoutError } from '../src/errors.ts';
import type { RequestEvent } from '../src/options/hooks.ts';
import { getMetadata } from '../src/response/metadata.ts';
import type { ClientOptions, FetchFunction } from '../src/options/options.ts';
import { version } from '../src/version.ts';

const credentials = { accountId: 42, licenseKey: 'a-license-key' };
const transaction = {
  device: { ipAddress: '203.0.113.9' },
  email: { address: 'jane@example.com' },
};
const report = { ipAddress: '203.0.113.9', tag: 'chargeback' as const };
const response = {
  id: '27d26476-e2bc-11e4-92b8-962e705b4af5',
  risk_score: 12.5,
  funds_remaining: 10,
  queries_remaining: 100,
  tomorrow: { x: 1 },
};

interface Sent {
  readonly url: string;
  readonly init: RequestInit & { readonly headers: Record<string, string> };
}

/** A client whose requests are kept, with responses one after the other. */
function clientOf(
  responses: readonly (Response | Error)[],
  options: ClientOptions = {},
): { client: MinFraud; sent: Sent[] } {
  const sent: Sent[] = [];
  const left = [...responses];
  const fetch: FetchFunction = (url, init) => {
    sent.push({ url, init });
    const next = left.shift();
    if (next instanceof Error) return Promise.reject(next);
    return next === undefined
      ? Promise.reject(new Error('no response left'))
      : Promise.resolve(next);
  };
  return { client: new MinFraud({ ...credentials, fetch, ...options }), sent };
}

function json(value: unknown, status = 200, headers: Record<string, string> = {}): Response {
  const type = 'application/vnd.maxmind.com-minfraud-score+json; charset=UTF-8; version=2.0';
  return new Response(JSON.stringify(value), {
    status,
    headers: { 'content-type': type, ...headers },
  });
}

async function refusal(promise: Promise<unknown>): Promise<MinFraudError> {
  const error: unknown = await promise.then(
    () => new Error('It was resolved.'),
    (reason: unknown) => reason,
  );
  if (!MinFraudError.is(error)) throw error as Error;
  return error;
}

beforeEach(() => {
  jest.spyOn(Math, 'random').mockReturnValue(0);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('a call', () => {
  test.each(['score', 'insights', 'factors'] as const)(
    '%s sends a transaction and resolves with a result',
    async (method) => {
      const { client, sent } = clientOf([json(response)]);
      const result = await client[method](transaction);
      expect(result).toMatchObject({
        id: response.id,
        riskScore: 12.5,
        warnings: [],
        tomorrow: { x: 1 },
      });

      const [{ url, init } = {} as Sent] = sent;
      expect(url).toBe(`https://minfraud.maxmind.com/minfraud/v2.0/${method}`);
      expect(init).toMatchObject({ method: 'POST', redirect: 'manual' });
      expect(init.headers).toEqual({
        accept: 'application/json',
        authorization: `Basic ${Buffer.from('42:a-license-key').toString('base64')}`,
        'content-type': 'application/json',
        'user-agent': `minfraud-sdk/${version}`,
      });
      expect(JSON.parse(init.body as string)).toEqual({
        device: { ip_address: '203.0.113.9' },
        email: { address: 'jane@example.com' },
      });
      expect(init.signal).toBeInstanceOf(AbortSignal);
    },
  );

  test('report sends a report and resolves with nothing but metadata', async () => {
    const { client, sent } = clientOf([new Response(null, { status: 204 })]);
    const reported = await client.report(report);
    expect(reported).toEqual({});
    expect(getMetadata(reported)).toMatchObject({ status: 204, attempts: 1, body: '' });
    expect(sent[0]?.url).toBe('https://minfraud.maxmind.com/minfraud/v2.0/transactions/report');
    expect(JSON.parse(sent[0]?.init.body as string)).toEqual({
      ip_address: '203.0.113.9',
      tag: 'chargeback',
    });
  });

  test('goes to the sandbox, or where baseUrl says', async () => {
    const sandbox = clientOf([json(response)], { environment: 'sandbox' });
    await sandbox.client.score(transaction);
    expect(sandbox.sent[0]?.url).toBe('https://sandbox.maxmind.com/minfraud/v2.0/score');
    const gateway = clientOf([json(response)], { baseUrl: 'https://gateway.example.com/maxmind/' });
    await gateway.client.score(transaction);
    expect(gateway.sent[0]?.url).toBe('https://gateway.example.com/maxmind/minfraud/v2.0/score');
  });

  test('carries the client’s headers, and the call’s on top', async () => {
    const { client, sent } = clientOf([json(response), json(response)], {
      headers: { 'X-Team': 'risk', 'user-agent': 'shop/7' },
    });
    await client.score(transaction, { headers: { 'x-team': 'fraud', 'X-Id': '1' } });
    await client.score(transaction);
    expect(sent[0]?.init.headers).toMatchObject({
      'x-team': 'fraud',
      'x-id': '1',
      'user-agent': 'shop/7',
    });
    expect(sent[0]?.init.headers).not.toHaveProperty('User-Agent');
    expect(sent[1]?.init.headers).toMatchObject({ 'x-team': 'risk' });
    expect(sent[1]?.init.headers).not.toHaveProperty('x-id');
  });

  test('takes the options of the call over those of the client', async () => {
    const { client, sent } = clientOf([json(response), json(response)], { hashEmail: true });
    await client.score(transaction);
    await client.score(transaction, { hashEmail: false });
    const addresses = sent.map(
      ({ init }) =>
        (JSON.parse(init.body as string) as { email: { address: string } }).email.address,
    );
    expect(addresses).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), 'jane@example.com']);
  });

  test('finds the runtime’s fetch at the time of the call', async () => {
    const client = new MinFraud(credentials);
    const replaced = jest.spyOn(globalThis, 'fetch').mockResolvedValue(json(response));
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
    expect(replaced).toHaveBeenCalledTimes(1);
  });

  test('says how its result came about', async () => {
    const unavailable = json({}, 503, { 'retry-after': '0' });
    const { client } = clientOf([unavailable, json(response, 200, { 'x-trace': 'abc' })]);
    const result = await client.score(transaction);
    const metadata = getMetadata(result);
    expect(metadata).toMatchObject({
      status: 200,
      url: 'https://minfraud.maxmind.com/minfraud/v2.0/score',
      body: JSON.stringify(response),
      attempts: 2,
      retries: [{ attempt: 1, code: 'HTTP_503', status: 503, delay: 0 }],
    });
    expect(metadata?.headers.get('x-trace')).toBe('abc');
    expect(metadata?.durationMs).toBeGreaterThanOrEqual(0);
  });

  test('works where a response has no stream', async () => {
    const body = new TextEncoder().encode(JSON.stringify(response));
    const withoutStream = {
      status: 200,
      headers: new Headers(),
      arrayBuffer: () => Promise.resolve(body.buffer),
    };
    const { client } = clientOf([withoutStream as unknown as Response]);
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
  });
});

describe('a call that cannot be made', () => {
  test('is refused with everything that is wrong, and sends nothing', async () => {
    const { client, sent } = clientOf([]);
    const wrong = { device: { ipAddress: 'nowhere' }, event: { type: 'party' }, nonsense: 1 };
    const error = await refusal(
      client.score(wrong as unknown as typeof transaction, { invalid: 'throw' }),
    );
    expect(InvalidRequestError.is(error) && error.issues.length).toBe(3);
    expect(error).toMatchObject({ code: 'VALIDATION_FAILED', attempts: 0 });
    expect(sent).toEqual([]);
  });

  test('rejects and does not throw, also for wrong options', async () => {
    const { client, sent } = clientOf([]);
    const promise = client.score(transaction, { timeout: NaN });
    expect(await refusal(promise)).toMatchObject({ code: 'OPTION_INVALID' });
    expect(await refusal(client.report({} as typeof report))).toMatchObject({
      code: 'VALIDATION_FAILED',
    });
    expect(sent).toEqual([]);
  });

  test('says so when fetch resolves with something else', async () => {
    for (const nothing of [
      undefined,
      null,
      7,
      {},
      { status: 200 },
      { status: '200', headers: new Headers() },
    ]) {
      const fetch = (): Promise<Response> => Promise.resolve(nothing as unknown as Response);
      const client = new MinFraud({ ...credentials, fetch });
      const error = await refusal(client.score(transaction));
      expect(error).toMatchObject({ name: 'InvalidRequestError', code: 'OPTION_INVALID' });
      expect(error.message).toContain('fetch option must return a Response');
    }
  });
});

describe('time', () => {
  /** Never responds, and does not listen to its signal either. */
  const deaf: FetchFunction = () => new Promise(() => undefined);
  const never: FetchFunction = (_, { signal }) =>
    new Promise((_resolve, reject) => {
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors -- as fetch does
      signal.addEventListener('abort', () => reject(signal.reason));
    });

  test.each([
    ['listens', never],
    ['is deaf', deaf],
  ])('an attempt ends with its timeout, with a fetch that %s', async (_, fetch) => {
    const client = new MinFraud({ ...credentials, fetch, timeout: 20 });
    const error = await refusal(client.score(transaction));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'TIMEOUT', attempts: 1 });
    expect(error.message).toContain('20 ms');
  });

  test('a fetch that ends too late is let go', async () => {
    const cancel = jest.fn<() => void>();
    const late: FetchFunction = () =>
      new Promise((resolve) => {
        setTimeout(() => resolve(new Response(new ReadableStream({ cancel }))), 40);
      });
    const client = new MinFraud({ ...credentials, fetch: late, timeout: 10 });
    expect(TimeoutError.is(await refusal(client.score(transaction)))).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('a body that does not end is let go, also when fetch is deaf', async () => {
    const cancel = jest.fn<() => void>();
    const fetch: FetchFunction = () =>
      Promise.resolve(new Response(new ReadableStream({ cancel })));
    const client = new MinFraud({ ...credentials, fetch, timeout: 10 });
    expect(await refusal(client.score(transaction))).toMatchObject({ code: 'TIMEOUT' });
    expect(cancel).toHaveBeenCalledTimes(1);
  });

  test('a deadline ends the attempt it finds', async () => {
    const client = new MinFraud({ ...credentials, fetch: never, deadline: 40 });
    const started = performance.now();
    const error = await refusal(client.report(report));
    expect(error).toMatchObject({ name: 'TimeoutError', code: 'DEADLINE_EXCEEDED', attempts: 1 });
    expect(error.message).toContain('40 ms');
    expect(performance.now() - started).toBeLessThan(2_000);
  });

  test('a wait that would not end before the deadline is not begun', async () => {
    const { client, sent } = clientOf([json({}, 503, { 'retry-after': '20' })], {
      deadline: 5_000,
    });
    const error = await refusal(client.score(transaction));
    expect(error).toMatchObject({ name: 'HttpError', code: 'HTTP_503', retryAfter: 20 });
    expect(sent).toHaveLength(1);
  });

  test('maxRetries: 0 is never', async () => {
    const { client, sent } = clientOf([json({}, 503)], { maxRetries: 0 });
    expect(await refusal(client.score(transaction))).toMatchObject({ attempts: 1, retries: [] });
    expect(sent).toHaveLength(1);
  });
});

describe('the caller’s abort', () => {
  const reason = new Error('The customer left.');

  test('before the call sends nothing', async () => {
    const { client, sent } = clientOf([]);
    await expect(client.score(transaction, { signal: AbortSignal.abort(reason) })).rejects.toBe(
      reason,
    );
    expect(sent).toEqual([]);
  });

  test.each([
    ['an error of the caller', reason],
    ['a string', 'left'],
    ['a number', 0],
  ])('rejects with the reason given: %s', async (_, given) => {
    const controller = new AbortController();
    const fetch: FetchFunction = () => {
      controller.abort(given);
      return new Promise(() => undefined);
    };
    const client = new MinFraud({ ...credentials, fetch });
    await expect(client.score(transaction, { signal: controller.signal })).rejects.toBe(given);
  });

  test('ends a wait at once', async () => {
    const controller = new AbortController();
    const { client } = clientOf([json({}, 429, { 'retry-after': '15' })], {
      hooks: { onRetry: () => void setTimeout(() => controller.abort(reason), 5) },
    });
    const started = performance.now();
    await expect(client.score(transaction, { signal: controller.signal })).rejects.toBe(reason);
    expect(performance.now() - started).toBeLessThan(5_000);
  });

  test('from within the hook before a wait ends it too', async () => {
    const controller = new AbortController();
    const { client } = clientOf([json({}, 429, { 'retry-after': '15' })], {
      hooks: { onRetry: () => controller.abort(reason) },
    });
    await expect(client.score(transaction, { signal: controller.signal })).rejects.toBe(reason);
  });

  test('while the body is read ends the reading', async () => {
    const controller = new AbortController();
    const fetch: FetchFunction = () => {
      setTimeout(() => controller.abort(reason), 5);
      return Promise.resolve(new Response(new ReadableStream()));
    };
    const client = new MinFraud({ ...credentials, fetch });
    await expect(client.score(transaction, { signal: controller.signal })).rejects.toBe(reason);
  });
});

describe('errors of the service', () => {
  test('keep its code and its words, and its body apart', async () => {
    const body = { code: 'INSUFFICIENT_FUNDS', error: 'Please buy more.' };
    const { client } = clientOf([json(body, 402)]);
    const error = await refusal(client.score(transaction));
    expect(error).toMatchObject({
      name: 'InsufficientFundsError',
      code: 'INSUFFICIENT_FUNDS',
      status: 402,
      url: 'https://minfraud.maxmind.com/minfraud/v2.0/score',
      attempts: 1,
    });
    expect(error).not.toHaveProperty('body');
    expect(getMetadata(error)).toMatchObject({ status: 402, body: JSON.stringify(body) });
    expect(error.message).toBe(
      'https://minfraud.maxmind.com/minfraud/v2.0/score responded with INSUFFICIENT_FUNDS (HTTP 402): Please buy more. Add queries for this service to the account.',
    );
  });

  test('do not quote a page, which is in the metadata', async () => {
    const page = `<html>${'<p>Something broke.</p>'.repeat(500)}</html>`;
    const { client } = clientOf([
      new Response(page, { status: 500, headers: { 'content-type': 'text/html' } }),
    ]);
    const error = await refusal(client.score(transaction));
    expect(HttpError.is(error)).toBe(true);
    expect(error.message).not.toContain('Something broke.');
    expect(getMetadata(error)?.body).toBe(page);
  });
});

describe('hooks and the log', () => {
  test('see each attempt of a call', async () => {
    const seen: unknown[] = [];
    const { client } = clientOf([json({}, 503, { 'retry-after': '0' }), json(response)], {
      hooks: {
        onRequest: ({ operation, attempt }) => seen.push(['request', operation, attempt]),
        onResponse: ({ status, attempt, final }) => seen.push(['response', status, attempt, final]),
        onRetry: ({ attempt, delay }) => seen.push(['retry', attempt, delay]),
      },
    });
    await client.score(transaction);
    expect(seen).toEqual([
      ['request', 'score', 1],
      ['response', 503, 1, false],
      ['retry', 1, 0],
      ['request', 'score', 2],
      ['response', 200, 2, true],
    ]);
  });

  test('a call is the same object in all its events, and another for each call', async () => {
    const calls: object[] = [];
    const { client } = clientOf(
      [json({}, 503, { 'retry-after': '0' }), json(response), json(response)],
      {
        hooks: { onRequest: ({ call }) => calls.push(call) },
      },
    );
    await client.score(transaction);
    await client.score(transaction);
    expect(calls[0]).toBe(calls[1]);
    expect(calls[2]).not.toBe(calls[1]);
  });

  test('onRequest may add headers, but none of the client’s own', async () => {
    const add = ({ setHeader }: RequestEvent): void => {
      setHeader('Traceparent', '00-a-b-01');
      setHeader('authorization', 'Basic stolen');
    };
    const { client, sent } = clientOf([json(response)], { hooks: { onRequest: add } });
    await client.score(transaction);
    expect(sent[0]?.init.headers).toMatchObject({ traceparent: '00-a-b-01' });
    expect(JSON.stringify(sent[0]?.init.headers)).not.toContain('stolen');
  });

  test('that throw, or set what HTTP does not allow, change nothing', async () => {
    const warned = jest.fn();
    const fail = (): never => {
      throw new Error('hook a-license-key');
    };
    const logger = { debug: jest.fn(), info: jest.fn(), warn: warned, error: jest.fn() };
    for (const onRequest of [fail, ({ setHeader }: RequestEvent) => setHeader('X', 'a\r\nb')]) {
      const hooks = { onRequest, onResponse: fail, onRetry: fail };
      const { client } = clientOf([json({}, 503, { 'retry-after': '0' }), json(response)], {
        hooks,
        logger,
      });
      expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
    }
    expect(inspect(warned.mock.calls)).toContain('the hook onRetry threw or rejected');
    expect(inspect(warned.mock.calls, { depth: 9 })).not.toContain('a-license-key');
  });

  test('a logger that throws costs its line, not the call', async () => {
    const fail = (): never => {
      throw new Error('disk full');
    };
    const { client } = clientOf([json(response)], {
      logger: { debug: fail, info: fail, warn: fail, error: fail },
    });
    expect(await client.score(transaction)).toMatchObject({ riskScore: 12.5 });
  });

  test('each attempt has its lines, from debug to error', async () => {
    const lines: unknown[][] = [];
    const log =
      (level: string) =>
      (...line: unknown[]) =>
        void lines.push([level, ...line]);
    const logger = {
      debug: log('debug'),
      info: log('info'),
      warn: log('warn'),
      error: log('error'),
    };
    const { client } = clientOf(
      [json({}, 503, { 'retry-after': '0' }), json({ code: 'SERVER_ERROR', error: 'x' }, 500)],
      {
        logger,
      },
    );
    await refusal(client.score(transaction));
    expect(lines.map(([level, message]) => [level, message])).toEqual([
      ['debug', expect.stringMatching(/^minfraud: request \(score, attempt 1\): POST http/)],
      ['warn', expect.stringMatching(/^minfraud: retry \(score, attempt 1, .*\): \w/)],
      ['debug', expect.stringMatching(/^minfraud: request \(score, attempt 2\): POST http/)],
      [
        'error',
        expect.stringMatching(
          /^minfraud: failed \(score, attempt 2, status 500, \d+ ms\): \w+ SERVER_ERROR: /,
        ),
      ],
    ]);
    expect(lines.at(-1)?.[2]).toMatchObject({
      operation: 'score',
      attempt: 2,
      status: 500,
      code: 'SERVER_ERROR',
    });
  });

  test.each([
    ['debug', 2],
    ['INFO', 0],
    ['error', 0],
    ['off', 0],
    ['loud', 0],
    ['', 0],
  ])(
    'MINFRAUD_LOG=%s writes %i lines about a good call to the console',
    async (level, expected) => {
      const before = process.env['MINFRAUD_LOG'];
      process.env['MINFRAUD_LOG'] = level;
      const debug = jest.spyOn(console, 'debug').mockImplementation(() => undefined);
      try {
        const warn = jest.spyOn(console, 'warn').mockImplementation(() => undefined);
        await clientOf([json(response)]).client.score(transaction);
        // A misspelled level is told of.
        expect(warn).toHaveBeenCalledTimes(level === 'loud' ? 1 : 0);
        expect(debug).toHaveBeenCalledTimes(expected);
      } finally {
        if (before === undefined) Reflect.deleteProperty(process.env, 'MINFRAUD_LOG');
        else process.env['MINFRAUD_LOG'] = before;
      }
    },
  );
});

describe('a client', () => {
  test('never shows its credentials', () => {
    const client = new MinFraud({
      accountId: 715517,
      licenseKey: 'a-license-key',
      headers: { 'X-Key': 'hidden' },
    });
    const seen = [
      inspect(client, { depth: Infinity, showHidden: true, getters: true }),
      JSON.stringify({ client }),
      JSON.stringify(Object.getOwnPropertyDescriptors(client)),
      inspect(Object.entries(client)),
    ].join();
    expect(seen).not.toMatch(/715517|a-license-key|hidden/);
  });

  test('says which version it is', () => {
    const { version: packaged } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      version: string;
    };
    expect(version).toBe(packaged);
  });
});
