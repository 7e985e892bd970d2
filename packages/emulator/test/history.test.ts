import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY, type Emulator } from '../src/index.ts';
import { jsonOf, paths, post, postForm, textFields, type Json } from './raw-calls.ts';
import { emulate } from './running-emulator.ts';

const noon = '2026-07-01T12:00:00Z';
const at = (minutes: number): string => new Date(Date.parse(noon) + minutes * 60_000).toISOString();

interface Scored {
  readonly id: string;
  readonly score: number;
  readonly codes: string[];
  /** Code and factor. */
  readonly factors: Readonly<Record<string, number>>;
  readonly response: Json;
}

async function score(emulator: Emulator, transaction: Json, minutes = 0): Promise<Scored> {
  const event = { ...(transaction['event'] as Json | undefined), time: at(minutes) };
  const response = await jsonOf(post(emulator.url + paths.factors, { ...transaction, event }));
  const groups = (response['risk_score_reasons'] ?? []) as {
    multiplier: number;
    reasons: { code: string }[];
  }[];
  const pairs = groups.flatMap(({ reasons, multiplier }) =>
    reasons.map(({ code }): [string, number] => [code, multiplier]),
  );
  return {
    id: String(response['id']),
    score: Number(response['risk_score']),
    codes: pairs.map(([code]) => code),
    factors: Object.fromEntries(pairs),
    response,
  };
}

async function remembering(history = true): Promise<Emulator> {
  return emulate({ history, clock: () => new Date(noon) });
}

const from = (ip_address: string, address?: string, iin?: string): Json => ({
  device: { ip_address, user_agent: 'Browser/1' },
  ...(address !== undefined && { email: { address } }),
  ...(iin !== undefined && { credit_card: { issuer_id_number: iin } }),
});

describe('without the history option', () => {
  it('nothing that came before changes a response', async () => {
    const emulator = await remembering(false);
    const transaction = from('203.0.113.1', 'jo@gmail.com', '497010');
    const { id: first, score: before } = await score(emulator, transaction);
    for (let call = 0; call < 5; call += 1) await score(emulator, transaction);
    await post(emulator.url + paths.report, { tag: 'chargeback', minfraud_id: first });
    expect((await score(emulator, transaction)).score).toBe(before);
  });
});

describe('with the history option', () => {
  it('many transactions of one email address within an hour weigh', async () => {
    const emulator = await remembering();
    const scores = [];
    for (let call = 0; call < 4; call += 1) {
      scores.push(await score(emulator, from(`203.0.113.${call + 1}`, 'jo@gmail.com'), call));
    }
    expect(scores.map(({ factors }) => factors['EMAIL_VELOCITY'])).toEqual([
      undefined,
      undefined,
      undefined,
      2,
    ]);
    expect((await score(emulator, from('203.0.113.9', 'jo@gmail.com'), 120)).codes).not.toContain(
      'EMAIL_VELOCITY',
    );
  });

  it('many email addresses and cards at one IP address weigh', async () => {
    const emulator = await remembering();
    const iins = ['497010', '411111', '555555', '510510'];
    let last: Scored | undefined;
    for (const [call, iin] of iins.entries()) {
      last = await score(emulator, from('203.0.113.1', `p${call}@gmail.com`, iin), call);
    }
    expect(last?.factors).toMatchObject({
      IP_EMAIL_VELOCITY: 2.5,
      IP_ISSUER_ID_NUMBER_VELOCITY: 3,
    });
  });

  it('knows a device again, and when it was last seen', async () => {
    const emulator = await remembering();
    const first = await score(emulator, from('203.0.113.1'), 0);
    const again = await score(emulator, from('203.0.113.1'), 30);
    const other = await score(emulator, from('203.0.113.2'), 30);
    expect((first.response['device'] as Json)['confidence']).toBeLessThan(99);
    expect(again.response['device']).toMatchObject({
      confidence: 99,
      last_seen: '2026-07-01T12:00:00Z',
    });
    expect((other.response['device'] as Json)['confidence']).toBeLessThan(99);
  });

  it.each([
    ['minfraud_id', (scored: Scored) => scored.id],
    ['transaction_id', () => 'order-1'],
    ['ip_address', () => '203.0.113.1'],
  ])(
    'a report by %s counts against what it was about, until it is taken back',
    async (name, of) => {
      const emulator = await remembering();
      const transaction = {
        ...from('203.0.113.1', 'jo@gmail.com'),
        event: { transaction_id: 'order-1' },
        billing: { phone_number: '199000100', country: 'FR' },
        shipping: { address: '1 rue Exemple', city: 'Paris', country: 'FR' },
      };
      const before = await score(emulator, transaction, 0);
      const report = async (tag: string): Promise<Scored> => {
        await post(emulator.url + paths.report, { tag, [name]: of(before) });
        return score(emulator, { ...transaction, event: { transaction_id: 'order-2' } }, 5);
      };
      const after = await report('chargeback');
      expect(after.factors).toMatchObject({
        TRANSACTION_REPORT_EMAIL: 8,
        TRANSACTION_REPORT_IP: 4,
        TRANSACTION_REPORT_PHONE: 3,
        TRANSACTION_REPORT_SHIP: 4,
      });
      expect(after.response).toMatchObject({
        email: { is_high_risk: true },
        shipping_address: { is_high_risk: true },
        disposition: { action: 'reject' },
      });
      // The second transaction came from the same address: a report by it names both.
      expect((await report('clear')).codes).not.toContain('TRANSACTION_REPORT_EMAIL');
      const good = await report('not_fraud');
      expect(good.factors).toMatchObject({
        TRANSACTION_REPORT_EMAIL: 0.5,
        TRANSACTION_REPORT_IP: 0.6,
      });
      expect(good.score).toBeLessThan(before.score);
    },
  );

  it('what a person decided counts like a report', async () => {
    const emulator = await remembering();
    const transaction = from('203.0.113.1', 'jo@gmail.com');
    const { id } = await score(emulator, transaction);
    const decide = (action: string): void => {
      emulator.addDispositions([{ minfraud_id: id, action, action_last_updated: at(1) }]);
    };
    decide('reject');
    expect((await score(emulator, transaction, 2)).response).toMatchObject({
      email: { is_high_risk: true },
    });
    decide('accept');
    expect((await score(emulator, transaction, 3)).response).toMatchObject({
      email: { is_high_risk: false },
    });
  });

  it('remembers orders of minFraud Legacy too', async () => {
    const emulator = await remembering();
    const order = { license_key: TEST_LICENSE_KEY, i: '203.0.113.1' };
    const fields = await textFields(await postForm(emulator.url + paths.legacy, order));
    await post(emulator.url + paths.report, { tag: 'chargeback', maxmind_id: fields['maxmindID'] });
    const again = await textFields(await postForm(emulator.url + paths.legacy, order));
    expect(Number(again['riskScore'])).toBeGreaterThan(Number(fields['riskScore']));
  });

  it('is told apart by account, and forgotten by reset', async () => {
    const emulator = await emulate({
      history: true,
      clock: () => new Date(noon),
      accounts: [
        { accountId: 1, licenseKey: 'one' },
        { accountId: 2, licenseKey: 'two' },
      ],
    });
    const as = async (accountId: number, key: string): Promise<Json> => {
      const authorization = `Basic ${btoa(`${accountId}:${key}`)}`;
      const body = from('203.0.113.1');
      return jsonOf(post(emulator.url + paths.insights, body, { authorization }));
    };
    const confidence = (response: Json): unknown => (response['device'] as Json)['confidence'];
    const first = confidence(await as(1, 'one'));
    expect(confidence(await as(1, 'one'))).toBe(99);
    expect(confidence(await as(2, 'two'))).toBe(first);
    emulator.reset();
    expect(confidence(await as(1, 'one'))).toBe(first);
  });

  it('gives the same responses to the same story', async () => {
    const tell = async (): Promise<unknown[]> => {
      const emulator = await remembering();
      const responses = [];
      for (let call = 0; call < 6; call += 1) {
        responses.push(
          (await score(emulator, from('203.0.113.1', `p${call % 4}@gmail.com`), call)).response,
        );
      }
      return responses;
    };
    expect(await tell()).toEqual(await tell());
  });
});
