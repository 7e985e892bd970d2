import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { decide, type Decision, type Policy } from '../../examples/checkout.ts';
import { type CustomRule, type Emulator, startEmulator, TEST_LICENSE_KEY } from 'minfraud-emulator';
import { MinFraud, type MinFraudError, type Transaction } from '../../src/index.ts';

const policy: Policy = {
  review: 20,
  reject: 70,
  acceptUnscoredBelow: 100,
  alert: () => undefined,
};

const order: Transaction = {
  device: { ipAddress: '203.0.113.7' },
  event: { type: 'purchase', time: '2026-11-25T15:00:00Z' },
  order: { amount: 49.95, currency: 'EUR' },
};
const behindVpn: Transaction = { ...order, device: { ipAddress: '203.0.113.200' } };
const expensive: Transaction = { ...order, order: { amount: 100, currency: 'EUR' } };

let emulator: Emulator;
let client: MinFraud;

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
    return (await decide(itsClient, order, policy)).decision;
  } finally {
    await other.close();
  }
}

describe('decide', () => {
  test('accepts a low score, and says which score and whose', async () => {
    const outcome = await decide(client, order, policy);
    expect(outcome).toMatchObject({ decision: 'accept' });
    expect(outcome.riskScore).toBeLessThan(20);
    expect(outcome.minfraudId).toMatch(/^[\da-f-]{36}$/);
  });

  test('sends scores between the thresholds to a person, and refuses those above', async () => {
    const { riskScore = 0 } = await decide(client, behindVpn, policy);
    expect(riskScore).toBeGreaterThan(10);
    const at = (review: number, reject: number): Promise<Decision> =>
      decide(client, behindVpn, { ...policy, review, reject }).then(({ decision }) => decision);
    expect(await at(riskScore, riskScore + 0.01)).toBe('review');
    expect(await at(riskScore + 0.01, 99)).toBe('accept');
    expect(await at(1, riskScore)).toBe('reject');
  });

  test('does what a custom rule says, whatever the score', async () => {
    expect(await decidedByRule('accept')).toBe('accept');
    expect(await decidedByRule('reject')).toBe('reject');
    expect(await decidedByRule('manual_review')).toBe('review');
  });

  test.each([
    ['the service is slow', { delay: 2_000 }, 'DEADLINE_EXCEEDED'],
    ['the service is down', { status: 503 }, 'HTTP_503'],
    ['the account is empty', { status: 402, code: 'INSUFFICIENT_FUNDS' }, 'INSUFFICIENT_FUNDS'],
    ['the connection breaks', { disconnect: 'before-response' }, 'CONNECTION_LOST'],
    ['a login page answers', { malformed: 'html' }, 'RESPONSE_NOT_JSON'],
  ] as const)('when %s, a small order passes and a large one waits', async (_, fault, failure) => {
    emulator.setFaults({ score: fault });
    // Short only where nothing comes: a shared machine may stand still for seconds.
    const options = { deadline: 'delay' in fault ? 150 : 20_000, maxRetries: 1 };
    expect(await decide(client, order, policy, options)).toEqual({ decision: 'accept', failure });
    expect(await decide(client, expensive, policy, options)).toEqual({
      decision: 'review',
      failure,
    });
  });

  test('a mistake of the program or a wrong key reaches a person, and no order passes', async () => {
    const alerts: MinFraudError[] = [];
    const alerting: Policy = { ...policy, alert: (error) => void alerts.push(error) };
    const baseUrl = emulator.url;
    const wrongKey = new MinFraud({ accountId: 42, licenseKey: 'not-the-key-of-it', baseUrl });
    const mistakes: [Pick<MinFraud, 'score'>, Transaction, string][] = [
      [client, { ...order, devise: {} } as Transaction, 'VALIDATION_FAILED'],
      [client, { ...order, creditCard: { token: '4111111111111111' } }, 'VALIDATION_FAILED'],
      [wrongKey, order, 'AUTHORIZATION_INVALID'],
    ];
    for (const [its, transaction, failure] of mistakes) {
      expect(await decide(its, transaction, alerting)).toEqual({ decision: 'review', failure });
    }
    emulator.setFaults({ score: { status: 403, code: 'PERMISSION_REQUIRED' } });
    expect(await decide(client, order, alerting)).toMatchObject({ decision: 'review' });
    emulator.setFaults({ score: { status: 402, code: 'INSUFFICIENT_FUNDS' } });
    expect(await decide(client, order, alerting)).toMatchObject({ decision: 'accept' });
    emulator.setFaults({ score: { status: 503 } });
    expect(await decide(client, order, alerting)).toMatchObject({ decision: 'accept' });
    expect(alerts.map(({ code }) => code)).toEqual([
      ...mistakes.map(([, , failure]) => failure),
      'PERMISSION_REQUIRED',
      'INSUFFICIENT_FUNDS',
    ]);
  });

  test.each([undefined, null, NaN, '1'])(
    'a score that is %s accepts nothing',
    async (riskScore) => {
      const action = { action: 'accept' };
      const odd = { score: () => Promise.resolve({ riskScore, disposition: action } as never) };
      expect(await decide(odd, order, policy)).toEqual({ decision: 'review', failure: 'NO_SCORE' });
    },
  );

  test('an order whose amount is not known waits', async () => {
    emulator.setFaults({ score: { status: 500 } });
    const { decision } = await decide(client, { device: order.device }, policy);
    expect(decision).toBe('review');
  });

  test('what a customer typed does not stop it', async () => {
    const billing = { country: 'Germany', firstName: 'x'.repeat(300), phoneNumber: 'call me' };
    const outcome = await decide(client, { ...order, billing }, policy);
    expect(outcome).toMatchObject({ decision: 'accept', riskScore: expect.any(Number) });
  });

  test('an error that is not of this package is thrown', async () => {
    const mistake = new RangeError('a mistake of the program');
    const broken = { score: () => Promise.reject(mistake) };
    await expect(decide(broken, order, policy)).rejects.toBe(mistake);
  });
});
