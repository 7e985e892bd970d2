import { describe, expect, it } from '@jest/globals';
import { MinFraud } from 'minfraud-sdk';
import type { MadeAnswer } from '../src/index.ts';
import { jsonOf, paths, post } from './raw-calls.ts';
import { edited, schemaOf } from './edited-spec.ts';
import { emulate } from './running-emulator.ts';

const transaction = {
  device: { ipAddress: '203.0.113.1' },
  email: { address: 'jo@risky.example' },
  shoppingCart: [{ category: 'a' }],
};

async function clientFor(answers: MadeAnswer[]): Promise<MinFraud> {
  const emulator = await emulate({ answers });
  return new MinFraud({ ...emulator.credentials, baseUrl: emulator.url });
}

describe('an answer made by hand', () => {
  it('is put into the answer that is worked out', async () => {
    const client = await clientFor([
      {
        when: { email: { address: 'jo@risky.example' } },
        reply: {
          riskScore: 88.5,
          ipAddress: { risk: 70, country: { isoCode: 'BR' }, traits: { isAnycast: true } },
          creditCard: { isPrepaid: true },
        },
      },
    ]);
    const factors = await client.factors(transaction);
    expect(factors).toMatchObject({
      riskScore: 88.5,
      disposition: { action: 'reject', ruleLabel: 'reject_high_risk' },
      ipAddress: {
        risk: 70,
        city: { name: 'Paris' },
        country: { isoCode: 'BR', name: 'France' },
        traits: { isAnycast: true, connectionType: 'Cable/DSL' },
      },
      creditCard: { isPrepaid: true },
    });
    const score = await client.score(transaction);
    expect(score).toMatchObject({ riskScore: 88.5, ipAddress: { risk: 70 } });
    expect(score).not.toHaveProperty('creditCard');
    expect(score.ipAddress).toEqual({ risk: 70 });
    expect(
      (await client.score({ ...transaction, email: { address: 'other@x.example' } })).riskScore,
    ).toBeLessThan(20);
  });

  it('is the first that matches, for one service, or for so many calls', async () => {
    const client = await clientFor([
      { service: 'insights', reply: { riskScore: 11 } },
      { when: { device: { ipAddress: /^203\./g } }, times: 2, reply: { riskScore: 22 } },
      { when: ({ shoppingCart }) => shoppingCart?.length === 1, reply: { riskScore: 33 } },
    ]);
    expect((await client.insights(transaction)).riskScore).toBe(11);
    const scores = [];
    for (let call = 0; call < 3; call += 1)
      scores.push((await client.score(transaction)).riskScore);
    expect(scores).toEqual([22, 22, 33]);
  });

  it('may say what is decided, and take parts away', async () => {
    const client = await clientFor([
      {
        when: { shoppingCart: [{ category: 'a' }], event: undefined },
        reply: {
          riskScore: 99,
          disposition: { action: 'accept', reason: 'custom_rule', ruleLabel: 'vip' },
          email: undefined,
          warnings: [{ code: 'INPUT_UNKNOWN', warning: 'as you like', inputPointer: '/x' }],
        },
      },
    ]);
    const insights = await client.insights(transaction);
    expect(insights.disposition).toMatchObject({
      action: 'accept',
      reason: 'custom_rule',
      ruleLabel: 'vip',
    });
    expect(insights).not.toHaveProperty('email');
    expect(insights.warnings).toEqual([
      { code: 'INPUT_UNKNOWN', warning: 'as you like', inputPointer: '/x' },
    ]);
  });

  it('can be changed while the emulator runs, and is forgotten by reset', async () => {
    const emulator = await emulate({ answers: [{ reply: { riskScore: 50 } }] });
    const score = async (): Promise<unknown> =>
      (await jsonOf(post(emulator.url + paths.score, { event: { shop_id: 's' } })))['risk_score'];
    expect(await score()).toBe(50);
    emulator.setAnswers([{ reply: { riskScore: 60 } }]);
    expect(await score()).toBe(60);
    emulator.setAnswers();
    expect(await score()).toBe(1);
    emulator.reset();
    expect(await score()).toBe(50);
  });

  it('speaks of fields that only an edited spec has', async () => {
    const emulator = await emulate({
      spec: edited((document) => {
        schemaOf(document, 'Insights').properties['shop_trust'] = { type: 'number', examples: [1] };
        schemaOf(document, 'Factors').properties['shop_trust'] = { type: 'number', examples: [1] };
        schemaOf(document, 'Event').properties['sales_channel'] = { type: 'string' };
      }),
      answers: JSON.parse(
        '[{"when":{"event":{"salesChannel":"till"}},"reply":{"shopTrust":9}}]',
      ) as MadeAnswer[],
    });
    const event = { sales_channel: 'till' };
    expect(await jsonOf(post(emulator.url + paths.insights, { event }))).toMatchObject({
      shop_trust: 9,
    });
  });

  it.each<[unknown, string]>([
    [
      [{ reply: { risk_score: 1 } }],
      'answers[0].reply has no "risk_score". Did you mean "riskScore"?',
    ],
    [
      [{ reply: { ipAddress: { Risk: 1 } } }],
      'answers[0].reply.ipAddress has no "Risk". Did you mean "risk"?',
    ],
    [[{ reply: { warnings: [{ cod: 'X' }] } }], 'answers[0].reply.warnings[0] has no "cod"'],
    [[{ when: { ip: '1' }, reply: {} }], 'answers[0].when has no "ip"'],
    [[{ whem: {}, reply: {} }], 'answers[0] has no "whem". Did you mean "when"?'],
    [[{ service: 'insight', reply: {} }], 'Did you mean "insights"?'],
    [[{ times: 0, reply: {} }], 'answers[0].times must be a whole number'],
    [[{ when: 'x', reply: {} }], 'answers[0].when must be an object, not string'],
    [[{}], 'answers[0].reply must be an object'],
    [[null], 'answers[0] must be an object, not null'],
    [{}, 'answers must be a list'],
  ])('that could never be given is refused: %j', async (answers, message) => {
    await expect(emulate({ answers: answers as MadeAnswer[] })).rejects.toThrow(message);
  });
});
