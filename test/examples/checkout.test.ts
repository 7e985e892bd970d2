import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import {
  decide,
  type Decision,
  failClosed,
  failOpen,
  failOpenBelow,
  type Outcome,
  type Policy,
  readPolicy,
} from '../../examples/checkout.ts';
import { type CustomRule, type Emulator, startEmulator, TEST_LICENSE_KEY } from 'minfraud-emulator';
import {
  type CallOptions,
  MinFraud,
  type MinFraudError,
  type Transaction,
} from '../../src/index.ts';

const policy: Policy = { review: 20, decline: 70, whenUnscored: failOpenBelow(100) };

const order: Transaction = {
  device: { ipAddress: '203.0.113.7' },
  event: { type: 'purchase', time: '2026-11-25T15:00:00Z' },
  order: { amount: 49.95, currency: 'EUR' },
};
const behindVpn: Transaction = { ...order, device: { ipAddress: '203.0.113.200' } };
const expensive: Transaction = { ...order, order: { amount: 100, currency: 'EUR' } };

let emulator: Emulator;
let client: MinFraud;

/** The decision about an order, by this policy; alerts go nowhere. */
function decideBy(by: Policy, transaction: Transaction, options?: CallOptions): Promise<Outcome> {
  return decide({ client, policy: by, alert: () => undefined }, transaction, options);
}

beforeEach(async () => {
  // Without custom rules the score decides.
  const account = { accountId: 42, licenseKey: TEST_LICENSE_KEY, rules: [] };
  emulator = await startEmulator({ accounts: [account] });
  client = new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
});

afterEach(() => emulator.close());

/** A client of an account with one custom rule, which decides about everything. */
async function decidedByRule(action: CustomRule['action']): Promise<Decision> {
  const rules = [{ minimumRiskScore: 0, action }];
  const account = { accountId: 42, licenseKey: TEST_LICENSE_KEY, rules };
  const other = await startEmulator({ accounts: [account] });
  try {
    const itsClient = new MinFraud({ ...other.credentials, baseUrl: other.url });
    return (await decide({ client: itsClient, policy }, order)).decision;
  } finally {
    await other.close();
  }
}

describe('decide', () => {
  test('accepts a low score, and says which score and whose', async () => {
    const outcome = await decideBy(policy, order);
    expect(outcome).toMatchObject({ decision: 'accept' });
    expect(outcome.riskScore).toBeLessThan(20);
    expect(outcome.minfraudId).toMatch(/^[\da-f-]{36}$/);
  });

  test('sends scores between the thresholds to a person, and declines those above', async () => {
    const { riskScore = 0 } = await decideBy(policy, behindVpn);
    expect(riskScore).toBeGreaterThan(10);
    const at = (review: number, decline: number): Promise<Decision> =>
      decideBy({ ...policy, review, decline }, behindVpn).then(({ decision }) => decision);
    expect(await at(riskScore, riskScore + 0.01)).toBe('review');
    expect(await at(riskScore + 0.01, 99)).toBe('accept');
    expect(await at(1, riskScore)).toBe('decline');
  });

  test('does what a custom rule says, whatever the score', async () => {
    expect(await decidedByRule('accept')).toBe('accept');
    expect(await decidedByRule('reject')).toBe('decline');
    expect(await decidedByRule('manual_review')).toBe('review');
  });

  test('where no custom rule matched, the score decides', async () => {
    const declined = {
      id: '0',
      riskScore: 99,
      disposition: { action: 'accept', reason: 'default' },
    };
    const odd = { score: () => Promise.resolve(declined as never) };
    expect((await decide({ client: odd, policy }, order)).decision).toBe('decline');
  });

  test.each([
    ['the service is slow', { delay: 2_000 }, 'DEADLINE_EXCEEDED'],
    ['the service is down', { status: 503 }, 'HTTP_503'],
    ['the account is empty', { status: 402, code: 'INSUFFICIENT_FUNDS' }, 'INSUFFICIENT_FUNDS'],
    ['the connection breaks', { disconnect: 'before-response' }, 'CONNECTION_LOST'],
    ['the response is a login page', { malformed: 'html' }, 'RESPONSE_NOT_JSON'],
  ] as const)('when %s, a small order passes and a large one waits', async (_, fault, failure) => {
    emulator.setFaults({ score: fault });
    // Short only where nothing comes: a shared machine may stand still for seconds.
    const options = { deadline: 'delay' in fault ? 150 : 20_000, maxRetries: 1 };
    expect(await decideBy(policy, order, options)).toEqual({ decision: 'accept', failure });
    expect(await decideBy(policy, expensive, options)).toEqual({
      decision: 'review',
      failure,
    });
  });

  test('a mistake of the program or a wrong key reaches a person, and no order passes', async () => {
    const alerts: MinFraudError[] = [];
    const alert = (error: MinFraudError): void => void alerts.push(error);
    const alerting = { client, policy: { ...policy, whenUnscored: failOpen }, alert };
    const baseUrl = emulator.url;
    const wrongKey = new MinFraud({ accountId: 42, licenseKey: 'not-the-key-of-it', baseUrl });
    const mistakes: [Pick<MinFraud, 'score'>, Transaction, string][] = [
      [client, { ...order, devise: {} } as Transaction, 'VALIDATION_FAILED'],
      [client, { ...order, creditCard: { token: '4111111111111111' } }, 'VALIDATION_FAILED'],
      [wrongKey, order, 'AUTHORIZATION_INVALID'],
    ];
    for (const [its, transaction, failure] of mistakes) {
      expect(await decide({ ...alerting, client: its }, transaction)).toEqual({
        decision: 'review',
        failure,
      });
    }
    emulator.setFaults({ score: { status: 403, code: 'PERMISSION_REQUIRED' } });
    expect(await decide(alerting, order)).toMatchObject({ decision: 'review' });
    emulator.setFaults({ score: { status: 402, code: 'INSUFFICIENT_FUNDS' } });
    expect(await decide(alerting, order)).toMatchObject({ decision: 'accept' });
    emulator.setFaults({ score: { status: 503 } });
    expect(await decide(alerting, order)).toMatchObject({ decision: 'accept' });
    expect(alerts.map(({ code }) => code)).toEqual([
      ...mistakes.map(([, , failure]) => failure),
      'PERMISSION_REQUIRED',
      'INSUFFICIENT_FUNDS',
    ]);
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('the pager is down');
      },
    ],
    ['rejects', () => Promise.reject(new Error('the pager is down'))],
  ])('an alert that %s costs no order', async (_, alert) => {
    const logged = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    try {
      emulator.setFaults({ score: { status: 402, code: 'INSUFFICIENT_FUNDS' } });
      expect(await decide({ client, policy, alert }, order)).toEqual({
        decision: 'accept',
        failure: 'INSUFFICIENT_FUNDS',
      });
      // A rejection that nothing took would have ended this process by the next turn of the event loop.
      await new Promise((resolve) => setImmediate(resolve));
      expect(logged.mock.calls).toEqual([[new Error('the pager is down')]]);
    } finally {
      logged.mockRestore();
    }
  });

  test.each([undefined, null, NaN, '1'])(
    'a score that is %s accepts nothing',
    async (riskScore) => {
      const action = { action: 'accept' };
      const odd = { score: () => Promise.resolve({ riskScore, disposition: action } as never) };
      expect(
        await decide({ client: odd, policy: { ...policy, whenUnscored: failOpen } }, order),
      ).toEqual({ decision: 'review', failure: 'NO_SCORE' });
    },
  );

  test('an order whose amount is not known waits', async () => {
    emulator.setFaults({ score: { status: 500 } });
    const { decision } = await decideBy(policy, { device: order.device });
    expect(decision).toBe('review');
  });

  test('what a customer typed does not stop it', async () => {
    const billing = { country: 'Germany', firstName: 'x'.repeat(300), phoneNumber: 'call me' };
    const outcome = await decideBy(policy, { ...order, billing });
    expect(outcome).toMatchObject({ decision: 'accept', riskScore: expect.any(Number) });
  });

  test('an error that is not of this package is thrown', async () => {
    const mistake = new RangeError('a mistake of the program');
    const broken = { score: () => Promise.reject(mistake) };
    await expect(decide({ client: broken, policy }, order)).rejects.toBe(mistake);
  });

  test.each([
    ['open', failOpen, 'accept'],
    ['closed', failClosed, 'review'],
  ] as const)('an outage fails %s, whatever the amount', async (_, whenUnscored, decision) => {
    emulator.setFaults({ score: { status: 503 } });
    for (const transaction of [order, expensive, { device: order.device }]) {
      expect(await decideBy({ ...policy, whenUnscored }, transaction)).toMatchObject({ decision });
    }
  });

  test('in shadow mode the policy of today decides, and the outcome says what the next would', async () => {
    const { riskScore = 0 } = await decideBy(policy, behindVpn);
    const today = { ...policy, review: riskScore, decline: 100 };
    const next = { ...policy, review: 1, decline: riskScore };
    const shadow = { client, policy: today, next };
    const both = { decision: 'review', would: 'decline', riskScore };
    expect(await decide(shadow, behindVpn)).toMatchObject(both);
    expect(await decide({ ...shadow, next: today }, behindVpn)).toMatchObject({ would: 'review' });
    expect(await decideBy(today, behindVpn)).not.toHaveProperty('would');
    // Without a score neither cut says anything.
    emulator.setFaults({ score: { status: 503 } });
    expect(await decide(shadow, behindVpn)).not.toHaveProperty('would');
  });
});

describe('readPolicy', () => {
  test('takes what "minfraud thresholds --policy" writes', () => {
    const file: unknown = JSON.parse(
      '{"version":1,"review":12,"decline":70.5,"judgedOn":{"orders":1667}}',
    );
    expect(readPolicy(file, failClosed)).toStrictEqual({
      review: 12,
      decline: 70.5,
      whenUnscored: failClosed,
    });
  });

  test.each([
    undefined,
    null,
    'review',
    [],
    {},
    { review: '12', decline: 70 },
    { review: 80, decline: 70 },
    { review: -1, decline: 70 },
    { review: 1, decline: 101 },
    { review: Number.NaN, decline: 70 },
    { review: 20, reject: 70 },
  ])('rejects %j', (file) => {
    expect(() => readPolicy(file, failOpen)).toThrow('review and decline must be scores');
  });
});
