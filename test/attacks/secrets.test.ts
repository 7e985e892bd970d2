/** The promise: no error, log line or hook event holds the license key, or a sensitive value of the request. */
import { inspect } from 'node:util';
import { describe, expect, test } from '@jest/globals';
import { MinFraud } from '../../src/index.ts';
import { MinFraudLegacy } from '../../src/legacy/index.ts';
import type { ClientOptions } from '../../src/options/options.ts';
import { createWireClient } from '../../src/wire.ts';
import { rawResponse, startHostileServer } from '../transport/hostile-server.ts';

const key = 'k3y-ÜmläutLicence/+:&="<';
const email = 'jane.planted@example.com';
const name = 'Plantagenet-Smythe';

const html = (text: string): string =>
  Array.from(text, (c) => `&#${c.codePointAt(0) ?? 0};`).join('');

/** How a server, a proxy or a log might write what it was sent. */
const encodings: Readonly<Record<string, (text: string) => string>> = {
  'as it is': (text) => text,
  'in upper case': (text) => text.toUpperCase(),
  'percent-encoded': encodeURIComponent,
  'percent-encoded twice': (text) => encodeURIComponent(encodeURIComponent(text)),
  'as a form': (text) => new URLSearchParams({ x: text }).toString(),
  'as JSON': (text) => JSON.stringify(text),
  'as \\u escapes': (text) =>
    Array.from(text, (c) => `\\u${(c.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`).join(''),
  'in base64': (text) => Buffer.from(text).toString('base64'),
  'in base64 with the account': (text) => Buffer.from(`715517:${text}`).toString('base64'),
  'in hex': (text) => Buffer.from(text).toString('hex'),
  'in HTML entities': html,
  'cut in half': (text) => text.slice(0, 12),
};

/** Where in a response it can stand; only the second and third reach an error as text at all. */
const places: Readonly<Record<string, (echo: string) => Buffer>> = {
  'a page': (echo) =>
    rawResponse('500 Internal Server Error', { 'Content-Type': 'text/html' }, echo),
  'the sentence of the error': (echo) =>
    json('400 Bad Request', {
      code: 'REQUEST_INVALID',
      error: `Not valid: ${echo} in the request`,
    }),
  'the code of the error': (echo) => json('400 Bad Request', { code: echo, error: 'x' }),
  'another member': (echo) =>
    json('402 Payment Required', { code: 'INSUFFICIENT_FUNDS', error: 'Pay.', detail: echo }),
  'a page with status 200': (echo) => rawResponse('200 OK', { 'Content-Type': 'text/html' }, echo),
  'JSON of another form': (echo) => json('200 OK', [echo]),
  'broken JSON': (echo) =>
    rawResponse('200 OK', { 'Content-Type': 'application/json' }, `{"a":"${echo}`),
  'the Location': (echo) => rawResponse('302 Found', { Location: `/${encodeURI(echo)}` }),
  'the content type': (echo) =>
    rawResponse('500 Internal Server Error', { 'Content-Type': `text/${ascii(echo)}` }, 'x'),
  'Retry-After': (echo) => rawResponse('429 Too Many Requests', { 'Retry-After': ascii(echo) }),
  'something that is not HTTP': (echo) => Buffer.from(`${echo}\r\n\r\n`),
};

function json(status: string, body: unknown): Buffer {
  return rawResponse(status, { 'Content-Type': 'application/json' }, JSON.stringify(body));
}

function ascii(text: string): string {
  return text.replace(/[^\x21-\x7e]/g, '?');
}

/**
 * What must not be seen. The sentence of the service is searched for the spellings that are listed in
 * SECURITY.md, so a key that it spells in another way is looked for everywhere but there.
 */
function needlesOf(place: string): string[] {
  const everywhere = [key, encodeURIComponent(key), Buffer.from(key).toString('hex'), email, name];
  const base64 = [Buffer.from(key), Buffer.from(`715517:${key}`)].map((one) =>
    one.toString('base64'),
  );
  const rare = place === 'the sentence of the error' ? [] : [html(key), key.slice(0, 12)];
  return [...everywhere, ...base64, ...rare];
}

interface Seen {
  readonly text: string;
  readonly ended: unknown;
  readonly events: number;
}

async function attack(
  respond: () => Buffer,
  run: (options: ClientOptions) => Promise<unknown>,
): Promise<Seen> {
  const server = await startHostileServer({
    onRequest: (socket) => void socket.end(respond()),
  });
  const printed: unknown[] = [];
  const print = (...line: unknown[]): void => void printed.push(line);
  let events = 0;
  const watch = (event: unknown): void => {
    events++;
    printed.push(event);
  };
  const options = {
    accountId: 715517,
    licenseKey: key,
    baseUrl: `http://127.0.0.1:${server.port}`,
    maxRetries: 1,
    timeout: 20_000,
    logger: { debug: print, info: print, warn: print, error: print },
    hooks: { onRequest: watch, onResponse: watch, onRetry: watch },
  };
  let ended: unknown;
  try {
    ended = await run(options);
  } catch (error) {
    ended = error;
    for (let next: unknown = error; next instanceof Error; next = next.cause) {
      printed.push(next.message, next.stack, String(next), JSON.stringify(next));
      printed.push(Object.getOwnPropertyDescriptors(next));
    }
  } finally {
    await server.close();
  }
  const options2 = { depth: 20, showHidden: true, maxStringLength: null, maxArrayLength: null };
  return { text: inspect([printed, ended], options2), ended, events };
}

/** Legacy has a license key alone. */
function withoutAccount(options: ClientOptions): ClientOptions {
  const others = { ...options };
  Reflect.deleteProperty(others, 'accountId');
  return others;
}

const transaction = {
  device: { ipAddress: '203.0.113.9' },
  email: { address: email },
  billing: { lastName: name },
};

const calls: Readonly<Record<string, (options: ClientOptions) => Promise<unknown>>> = {
  score: (options) => new MinFraud(options).score(transaction),
  'score, unchecked': (options) =>
    new MinFraud(options).score(
      { ...transaction, newObject: { secret: name } } as typeof transaction,
      { invalid: 'send' },
    ),
  report: (options) =>
    new MinFraud(options).report({ tag: 'chargeback', transactionId: email, notes: name }),
  legacy: (options) =>
    new MinFraudLegacy(withoutAccount(options)).score({
      ipAddress: '203.0.113.9',
      emailMd5: email,
      shipAddr: name,
    }),
};

describe.each(Object.entries(places))('the request is repeated in %s', (place, respond) => {
  test.each(Object.entries(calls))('and seen nowhere after %s', async (_, run) => {
    for (const [encoding, encode] of Object.entries(encodings)) {
      const echo = [key, email, name, `715517:${key}`].map(encode).join(' ');
      const { text, ended } = await attack(() => respond(echo), run);
      expect(ended).toBeInstanceOf(Error);
      for (const needle of needlesOf(place)) {
        const at = text.indexOf(needle);
        if (at >= 0)
          throw new Error(`${encoding}: …${text.slice(Math.max(0, at - 200), at + 80)}…`);
      }
    }
  });
});

describe('an error is made in time, whatever the request holds', () => {
  const refuse = (): Buffer =>
    json('503 Service Unavailable', { code: 'X', error: 'y'.repeat(5_000) });

  test.each<[string, (options: ClientOptions) => Promise<unknown>]>([
    [
      'a text of 6,300 characters that take three bytes',
      (options) =>
        new MinFraud(options).score({ x: '漢'.repeat(6_300) } as object, { invalid: 'send' }),
    ],
    [
      'a report with the longest notes',
      (options) =>
        new MinFraud(options).report({
          tag: 'chargeback',
          transactionId: 'x',
          notes: '(漢'.repeat(250),
        }),
    ],
    [
      'a form of 200,000 characters',
      (options) =>
        new MinFraudLegacy(withoutAccount(options)).score(
          { ipAddress: '203.0.113.9', x: '漢'.repeat(200_000) } as { ipAddress: string },
          { invalid: 'send' },
        ),
    ],
    [
      'lists within lists, as deep as is sent',
      (options) => {
        let deep: unknown = [];
        for (let depth = 0; depth < 25; depth++) deep = [deep];
        return new MinFraud(options).score({ x: deep } as object, { invalid: 'send' });
      },
    ],
    [
      '2,000 texts in regular-expression syntax',
      (options) =>
        new MinFraud(options).score(
          { x: Array.from({ length: 2_000 }, (_, at) => `(${at}`) } as object,
          { invalid: 'send' },
        ),
    ],
  ])('%s', async (_, run) => {
    const { ended, events, text } = await attack(refuse, run);
    expect(ended).toMatchObject({ name: 'HttpError', status: 503 });
    // The hooks were told: nothing broke on the way.
    expect(events).toBeGreaterThanOrEqual(2);
    expect(text).not.toContain(key);
    expect((ended as Error).message.length).toBeLessThan(1_000);
  });
});

describe('credentials go over plain http to no host but this machine', () => {
  test('also when a single call of the wire client brings its own address', async () => {
    const wire = createWireClient({ accountId: 1, licenseKey: key });
    const call = wire.POST('/minfraud/v2.0/score', { baseUrl: 'http://192.0.2.1', body: {} });
    await expect(call).rejects.toThrow('plain http');
  });
});

describe('the wire client tells hooks and logger no value of its request', () => {
  const refuse = (): Buffer =>
    json('429 Too Many Requests', { code: 'X', error: `${email}, ${name} and ${key}` });

  test.each<[string, (options: ClientOptions) => Promise<unknown>]>([
    [
      'in JSON',
      (options) =>
        createWireClient(options).POST('/minfraud/v2.0/score', {
          body: { email: { address: email }, billing: { last_name: name } },
        }),
    ],
    [
      'in a form',
      (options) =>
        createWireClient(options).POST('/minfraud/v1.0/legacy', {
          body: { i: '203.0.113.9', license_key: key, emailMD5: email, shipAddr: name },
          headers: { 'Content-Type': 'application/x-www-form-urlencoded' },
        }),
    ],
  ])('%s', async (_, run) => {
    let printed = '';
    const print = (...line: unknown[]): void => void (printed += inspect(line, { depth: 20 }));
    const { ended } = await attack(refuse, (options) =>
      run({
        ...options,
        logger: { debug: print, info: print, warn: print, error: print },
        hooks: { onResponse: print, onRetry: print },
      }),
    );
    expect(ended).toMatchObject({ response: { status: 429 } });
    expect(printed).toContain('[redacted]');
    for (const needle of [email, name, key]) expect(printed).not.toContain(needle);
  });
});

describe('a key without special characters', () => {
  const plain = 'k3yLicence0123456789';

  test.each(['200 OK', '500 Internal Server Error'])(
    'is not repeated from the content type of a response with %s',
    async (status) => {
      const page = (): Buffer => rawResponse(status, { 'Content-Type': `text/${plain}` }, 'x');
      const { ended } = await attack(page, (options) =>
        new MinFraud({ ...options, licenseKey: plain }).score(transaction),
      );
      expect(String(ended)).not.toContain(plain);
    },
  );
});

test('a key is cut out as a form spells it, and from base64 without its padding', async () => {
  const licenseKey = "a b!c*d~e(f)'g";
  const unpadded = [licenseKey, `715517:${licenseKey}`].map((text) =>
    Buffer.from(text).toString('base64').replace(/=+$/, ''),
  );
  const form = new URLSearchParams({ license_key: licenseKey }).toString();
  const echo = `${form} ${unpadded.join(' ')}`;
  const { ended } = await attack(
    () => json('400 Bad Request', { code: 'REQUEST_INVALID', error: echo }),
    (options) => new MinFraud({ ...options, licenseKey }).score(transaction),
  );
  expect(String(ended)).toContain('license_key=[redacted] [redacted] [redacted].');
});
