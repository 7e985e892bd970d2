import { describe, expect, it } from '@jest/globals';
import {
  AuthenticationError,
  ConnectionError,
  getMetadata,
  HttpError,
  InsufficientFundsError,
  InvalidRequestError,
  type CallOptions,
  type ClientOptions,
  MinFraud,
  MinFraudError,
  PermissionRequiredError,
  RateLimitError,
  TimeoutError,
  type Transaction,
} from '../../src/index.ts';
import {
  type Account,
  type Emulator,
  type EmulatorOptions,
  type Fault,
  TEST_ACCOUNT_ID,
  TEST_LICENSE_KEY,
} from 'minfraud-emulator';
import { emulate } from '../../packages/emulator/test/running-emulator.ts';
import { fullReport, fullTransaction } from './transactions.ts';

const noon = new Date('2026-07-02T16:00:00Z');
const minimal: Transaction = { device: { ipAddress: '65.116.3.80' } };

async function connect(
  options: EmulatorOptions = {},
  more: ClientOptions = {},
): Promise<{ emulator: Emulator; client: MinFraud }> {
  const emulator = await emulate({ clock: () => noon, ...options });
  const client = new MinFraud({
    accountId: TEST_ACCOUNT_ID,
    licenseKey: TEST_LICENSE_KEY,
    baseUrl: emulator.url,
    ...more,
  });
  return { emulator, client };
}

async function failure(promise: Promise<unknown>): Promise<MinFraudError> {
  const error: unknown = await promise.then(
    () => new Error('it did not fail'),
    (reason: unknown) => reason,
  );
  if (!MinFraudError.is(error)) throw error;
  return error;
}

describe('the four calls', () => {
  it('score: risk, disposition and money', async () => {
    const { client, emulator } = await connect();
    const score = await client.score(fullTransaction);
    // A VPN (9), its activity, goods from far away (1.6), amount (2), known customer (0.5), …
    expect(score.riskScore).toBeGreaterThan(1);
    expect(score.disposition?.action).toMatch(/^(accept|manual_review|reject)$/);
    expect(score.ipAddress?.risk).toBeGreaterThanOrEqual(35);
    expect(score.warnings).toEqual([]);
    expect(score.fundsRemaining).toBe(99_999.995);
    expect(score.queriesRemaining).toBe(19_999_999);
    expect(emulator.requests[0]?.headers['accept']).toContain('application/json');
    expect(getMetadata(score)).toMatchObject({ status: 200, attempts: 1 });
  });

  it('insights: what is known about everything that was sent', async () => {
    const { client } = await connect();
    const insights = await client.insights(fullTransaction, { locales: ['ja', 'en'] });
    expect(insights.ipAddress?.city).toMatchObject({
      name: 'ニューヨーク',
      names: { en: 'New York' },
    });
    expect(insights.ipAddress?.subdivisions[0]).toMatchObject({
      isoCode: 'NY',
      name: 'ニューヨーク州',
    });
    expect(insights.ipAddress?.anonymizer).toMatchObject({
      isAnonymous: true,
      isAnonymousVpn: true,
      providerName: 'examplevpn',
      networkLastSeen: '2026-06-30',
    });
    expect(insights.ipAddress?.riskReasons.map(({ code }) => code)).toContain('ANONYMOUS_IP');
    expect(insights.ipAddress?.location?.localTime).toBe('2026-07-01T08:20:50-04:00');
    expect(insights.billingAddress).toMatchObject({
      isInIpCountry: true,
      isPostalInCity: true,
      distanceToIpLocation: 112,
    });
    expect(insights.shippingAddress).toMatchObject({ isInIpCountry: false, isHighRisk: false });
    expect(insights.billingPhone).toMatchObject({ country: 'US', matchesPostal: true });
    expect(insights.shippingPhone).toMatchObject({ country: 'FR', numberType: 'fixed' });
    expect(insights.creditCard?.issuer).toEqual({
      name: 'Example Bank',
      phoneNumber: '800-555-0100',
      matchesProvidedName: true,
      matchesProvidedPhoneNumber: true,
    });
    expect(insights.email).toMatchObject({
      firstSeen: '2019-01-01',
      domain: { classification: 'business' },
    });
    expect(insights.device?.confidence).toBe(99);
  });

  it('factors: the reasons, whose product is the score', async () => {
    const { client } = await connect();
    const factors = await client.factors(fullTransaction);
    const multipliers = factors.riskScoreReasons.map(({ multiplier }) => multiplier);
    expect(multipliers.length).toBeGreaterThan(4);
    expect([...multipliers].sort((a, b) => b - a)).toEqual(multipliers);
    const product = multipliers.reduce((score, multiplier) => score * multiplier, 1);
    expect(factors.riskScore).toBeCloseTo(Math.min(99, product), 1);
    const codes = factors.riskScoreReasons.flatMap(({ reasons }) =>
      reasons.map(({ code }) => code),
    );
    expect(codes).toEqual(
      expect.arrayContaining(['ANONYMOUS_IP', 'ORDER_AMOUNT', 'CUSTOMER_ID_ACTIVITY']),
    );
  });

  it('report: nothing to say when it went well', async () => {
    const { client, emulator } = await connect();
    await expect(client.report(fullReport)).resolves.toEqual({});
    expect(emulator.requests[0]?.body).toEqual({
      tag: 'chargeback',
      ip_address: '74.209.24.1',
      maxmind_id: 'ABCD1234',
      minfraud_id: '01c25cb0-f067-4e02-8ed0-a094c580f5e4',
      transaction_id: 'txn-3134133',
      chargeback_code: '4837',
      notes: 'The customer says that the card was stolen.\nTwo days before the order.',
    });
  });

  it('say the same about one transaction', async () => {
    const { client, emulator } = await connect();
    const [score, insights, factors] = await Promise.all([
      client.score(fullTransaction),
      client.insights(fullTransaction),
      client.factors(fullTransaction),
    ]);
    expect(new Set([score, insights, factors].map(({ riskScore }) => riskScore)).size).toBe(1);
    expect(new Set([score, insights, factors].map(({ id }) => id)).size).toBe(3);
    expect(new Set(emulator.requests.map(({ wire }) => wire)).size).toBe(1);
    // What the second validator thinks of what the first let through.
    expect(factors.warnings).toEqual([]);
  });
});

describe('what is wrong with a request is found before anything is sent', () => {
  const wrong: [what: string, transaction: unknown, pointer: string, path: string][] = [
    [
      'an unknown field',
      { device: { ip_address: '65.116.3.80' } },
      '/device/ip_address',
      'device.ip_address',
    ],
    ['a wrong type', { order: { amount: '12' } }, '/order/amount', 'order.amount'],
    ['a bad enum value', { event: { type: 'gift' } }, '/event/type', 'event.type'],
  ];

  it.each(wrong)('%s', async (_, transaction, pointer, path) => {
    const { client, emulator } = await connect();
    const error = await failure(client.score(transaction as Transaction, { invalid: 'throw' }));
    expect(error).toBeInstanceOf(InvalidRequestError);
    expect(error).toMatchObject({ issues: [{ pointer, path }] });
    expect(error.message).toContain(path);
    expect(error.attempts).toBe(0);
    expect(emulator.requests).toEqual([]);
  });

  it('an empty transaction', async () => {
    const { client, emulator } = await connect();
    for (const empty of [{}, { device: {} }, { shoppingCart: [] }]) {
      const error = await failure(client.insights(empty));
      expect(error).toBeInstanceOf(InvalidRequestError);
      expect(error.message.length).toBeGreaterThan(20);
    }
    expect(emulator.requests).toEqual([]);
  });

  it('an unknown field of a report, and one without an identifier', async () => {
    const { client, emulator } = await connect();
    const report = { tag: 'clear' } as Parameters<MinFraud['report']>[0];
    expect(await failure(client.report(report))).toBeInstanceOf(InvalidRequestError);
    expect(emulator.requests).toEqual([]);
  });

  it('missing credentials', () => {
    const saved = {
      id: process.env['MAXMIND_ACCOUNT_ID'],
      key: process.env['MAXMIND_LICENSE_KEY'],
    };
    delete process.env['MAXMIND_ACCOUNT_ID'];
    delete process.env['MAXMIND_LICENSE_KEY'];
    try {
      expect(() => new MinFraud()).toThrow(InvalidRequestError);
      expect(() => new MinFraud()).toThrow(/MAXMIND_ACCOUNT_ID/);
      expect(() => new MinFraud()).toThrow(/MAXMIND_LICENSE_KEY/);
    } finally {
      if (saved.id !== undefined) process.env['MAXMIND_ACCOUNT_ID'] = saved.id;
      if (saved.key !== undefined) process.env['MAXMIND_LICENSE_KEY'] = saved.key;
    }
  });
});

describe('what the service refuses', () => {
  it('is explained in its warnings when validation is off', async () => {
    const { client } = await connect();
    const transaction = {
      ...minimal,
      event: { type: 'gift', shopId: 's' },
      billing: { country: 'Germany' },
      shoppingCart: [{ price: 1 }, { price: -1, colour: 'red' }],
    } as unknown as Transaction;
    const { warnings } = await client.score(transaction, { invalid: 'send' });
    expect(warnings.map(({ code, inputPointer }) => [code, inputPointer])).toEqual([
      ['INPUT_INVALID', '/billing/country'],
      ['INPUT_INVALID', '/event/type'],
      ['INPUT_UNKNOWN', '/shopping_cart/1/colour'],
      ['INPUT_INVALID', '/shopping_cart/1/price'],
    ]);
  });

  const account: Account = { accountId: TEST_ACCOUNT_ID, licenseKey: TEST_LICENSE_KEY };
  const refused: [
    code: string,
    status: number,
    errorClass: unknown,
    emulator: EmulatorOptions,
    client: ClientOptions,
    transaction?: unknown,
  ][] = [
    [
      'REQUEST_INVALID',
      400,
      InvalidRequestError,
      {},
      { invalid: 'send' },
      { event: { type: 'gift' } },
    ],
    ['AUTHORIZATION_INVALID', 401, AuthenticationError, {}, { licenseKey: 'x'.repeat(40) }],
    ['AUTHORIZATION_INVALID', 401, AuthenticationError, {}, { accountId: 7 }],
    [
      'INSUFFICIENT_FUNDS',
      402,
      InsufficientFundsError,
      { accounts: [{ ...account, funds: 0 }] },
      {},
    ],
    [
      'PERMISSION_REQUIRED',
      403,
      PermissionRequiredError,
      { accounts: [{ ...account, permissions: [] }] },
      {},
    ],
  ];

  it.each(
    refused.map(([code, status, errorClass, options, more, transaction]) => ({
      code,
      status,
      errorClass,
      options,
      more,
      transaction,
    })),
  )('$code', async ({ code, status, errorClass, options, more, transaction }) => {
    const { client, emulator } = await connect(options, more);
    const error = await failure(client.score(transaction ?? minimal));
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ code, status, attempts: 1 });
    expect(error.url).toBe(`${emulator.url}/minfraud/v2.0/score`);
    expect(emulator.requests).toHaveLength(1);
  });

  it.each<[code: string, errorClass: unknown]>([
    ['JSON_INVALID', InvalidRequestError],
    ['LICENSE_KEY_REQUIRED', AuthenticationError],
    ['ACCOUNT_ID_REQUIRED', AuthenticationError],
  ])('%s', async (code, errorClass) => {
    const status = code === 'JSON_INVALID' ? 400 : 401;
    const { client } = await connect({ faults: [{ status, code }] });
    const error = await failure(client.score(minimal));
    expect(error).toBeInstanceOf(errorClass);
    expect(error).toMatchObject({ code, status });
  });
});

describe('responses that are no result', () => {
  const once: CallOptions = { maxRetries: 0 };
  const cases: [what: string, fault: Fault, errorClass: unknown, status: number | undefined][] = [
    ['a page of HTML', { malformed: 'html' }, HttpError, 200],
    ['half a response', { malformed: 'truncated' }, HttpError, 200],
    ['nothing', { malformed: 'empty' }, HttpError, 200],
    ['null', { malformed: 'null' }, HttpError, 200],
    ['bytes that are no UTF-8', { malformed: 'not-utf8' }, HttpError, 200],
    ['204 where a score is due', { status: 204 }, HttpError, 204],
    ['a 503 without a body', { status: 503 }, HttpError, 503],
    ['a 500 with a code', { status: 500, code: 'SERVER_ERROR' }, HttpError, 500],
    ['a 403 without a body', { status: 403 }, MinFraudError, 403],
    ['a 400 without a body', { status: 400 }, HttpError, 400],
    ['a 415 without a body', { status: 415 }, MinFraudError, 415],
    ['a 429', { status: 429, retryAfter: 30 }, RateLimitError, 429],
    [
      'an unknown status',
      { status: 418, body: 'teapot', contentType: 'text/plain' },
      HttpError,
      418,
    ],
    ['a lost connection', { disconnect: 'before-response' }, ConnectionError, undefined],
    ['half a connection', { disconnect: 'mid-body' }, ConnectionError, undefined],
  ];

  it.each(cases)('%s', async (_, fault, errorClass, status) => {
    const { client, emulator } = await connect({ faults: [fault] });
    const error = await failure(client.score(minimal, once));
    expect(error).toBeInstanceOf(errorClass);
    if (status !== undefined) expect(error.status).toBe(status);
    expect(error.message.length).toBeGreaterThan(20);
    expect(error.message).not.toContain(TEST_LICENSE_KEY);
    expect(emulator.requests).toHaveLength(1);
  });

  it('a response that never comes, or only by drops', async () => {
    const { client } = await connect({
      faults: { score: { delay: 60_000 }, insights: { drip: 1000 } },
    });
    const options: CallOptions = { ...once, timeout: 200 };
    expect(await failure(client.score(minimal, options))).toBeInstanceOf(TimeoutError);
    expect(await failure(client.insights(minimal, options))).toBeInstanceOf(TimeoutError);
  });
});

describe('trying again', () => {
  it('waits as told, and is billed once', async () => {
    const { client, emulator } = await connect({
      faults: { score: { status: 503, retryAfter: 0, times: 2 } },
    });
    const score = await client.score(minimal);
    expect(getMetadata(score)?.attempts).toBe(3);
    expect(emulator.requests.map(({ status, billed }) => [status, billed])).toEqual([
      [503, false],
      [503, false],
      [200, true],
    ]);
  });

  it('never retries a billed call whose response was lost', async () => {
    for (const fault of [{ disconnect: 'before-response' }, { disconnect: 'mid-body' }] as const) {
      const { client, emulator } = await connect({ faults: [fault] });
      await failure(client.factors(minimal));
      expect(emulator.requests.map(({ billed }) => billed)).toEqual([true]);
    }
  });

  it('retries a report whose response was lost', async () => {
    const { client, emulator } = await connect({
      faults: { reportTransaction: { disconnect: 'before-response', times: 1 } },
    });
    await client.report(fullReport);
    expect(emulator.requests.map(({ status }) => status)).toEqual([undefined, 204]);
  });
});

describe('dispositions', () => {
  it('come page by page, each once', async () => {
    const { client } = await connect({
      dispositionPageSize: 2,
      dispositions: Array.from({ length: 5 }, (_, number) => ({
        minfraud_id: `deadbeef-0000-4000-8000-00000000000${number}`,
        action: 'accept',
        action_last_updated: `2026-06-01T00:00:00.00000${number}Z`,
        note: null,
        note_last_updated: null,
      })),
    });
    const seen: string[] = [];
    for await (const update of client.dispositions({
      updatesAfter: '2026-06-01T00:00:00.000000Z',
    })) {
      seen.push(update.actionLastUpdated);
    }
    expect(seen).toEqual([1, 2, 3, 4].map((micros) => `2026-06-01T00:00:00.00000${micros}Z`));
  });
});
