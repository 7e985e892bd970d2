/** "Bound to your spec", for every service: what an overlay adds is typed, checked, encoded and decoded. Slow: it compiles. */
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Emulator, startEmulator } from 'minfraud-emulator';
import type { components } from '../../generated/wire.ts';
import { compileClient } from '../../scripts/compile.ts';
import { writeFiles } from '../../scripts/drift.ts';
import { typeErrors } from '../scripts/type-check.ts';
import { execute } from './scratch-copy.ts';

jest.setTimeout(300_000);

const shipped = join(process.cwd(), 'generated/openapi.json');
const text = { type: 'string', maxLength: 5, description: 'A word.' };
const schemas = '$.components.schemas';

const overlay = {
  overlay: '1.0.0',
  info: { title: 'All services', version: '1' },
  actions: [
    {
      target: "$.paths['/minfraud/disposition/v1.0/updates'].get.parameters",
      update: { name: 'page_label', in: 'query', description: 'Only these.', schema: text },
    },
    {
      target: `${schemas}.DispositionUpdates.properties`,
      update: {
        has_more: { type: 'boolean', description: 'Whether a next page exists.', examples: [true] },
      },
    },
    {
      target: `${schemas}.DispositionUpdate.properties`,
      update: { reviewed_by: { type: 'string', description: 'Who.', examples: ['jo'] } },
    },
    {
      target: `${schemas}.Alert.properties`,
      update: { alert_level: { type: 'integer', description: 'From 1 to 9.' } },
    },
    { target: `${schemas}.LegacyOrder.properties`, update: { giftWrap: text } },
    // A transaction that is narrower here and wider there than that of the stock client.
    { target: `${schemas}.EventType.enum`, update: 'gift_card_load' },
    { target: `${schemas}.CustomInputs.additionalProperties`, remove: true },
    {
      target: `${schemas}.CustomInputs`,
      update: {
        additionalProperties: false,
        properties: {
          loyalty_tier: { type: 'string', enum: ['gold', 'silver'], description: 'The tier.' },
        },
      },
    },
    {
      target: `${schemas}.LegacyResult.properties`,
      update: {
        giftRisk: { type: 'number', description: 'The risk of gifts.', examples: [7.5] },
        isGift: { type: 'string', enum: ['Yes', 'No'], description: 'Whether.', examples: ['Yes'] },
      },
    },
    {
      target: '$.paths',
      update: {
        '/app/phone_id': {
          post: {
            operationId: 'identifyPhone',
            summary: 'Identify a phone number',
            security: [],
            requestBody: {
              content: {
                'application/x-www-form-urlencoded': {
                  schema: {
                    type: 'object',
                    description: 'The number.',
                    additionalProperties: false,
                    required: ['l', 'phone_number'],
                    properties: {
                      l: { type: 'string', 'x-credential': true, 'x-sensitive': true },
                      phone_number: { type: 'string', maxLength: 20, description: 'The number.' },
                    },
                  },
                },
              },
            },
            responses: {
              '200': {
                description: 'What is known of it.',
                content: {
                  'text/plain': {
                    schema: {
                      type: 'string',
                      contentSchema: { $ref: '#/components/schemas/PhoneRecord' },
                    },
                  },
                },
              },
            },
          },
        },
        '/minfraud/v2.0/account': {
          get: {
            operationId: 'getAccount',
            responses: {
              '200': {
                description: 'The account.',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      description: 'The account.',
                      properties: {
                        shop_name: {
                          type: 'string',
                          examples: ['Corner'],
                          description: 'Its name.',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
        '/minfraud/v2.0/rules': {
          get: {
            operationId: 'listRules',
            parameters: [
              { name: 'rule_label', in: 'query', description: 'Only these.', schema: text },
            ],
            responses: {
              '200': {
                description: 'The rules.',
                content: {
                  'application/json': {
                    schema: {
                      type: 'object',
                      description: 'The rules.',
                      properties: {
                        rule_labels: {
                          type: 'array',
                          items: { type: 'string' },
                          description: 'All.',
                        },
                      },
                    },
                  },
                },
              },
            },
          },
        },
      },
    },
    {
      target: schemas,
      update: {
        PhoneRecord: {
          type: 'object',
          description: 'What is known of a number.',
          'x-text-record': true,
          'x-proof': ['lineType'],
          properties: {
            lineType: { type: 'string', description: 'Its kind.', examples: ['mobile'] },
            areaCode: { type: 'integer', description: 'Its area.', examples: [612] },
          },
        },
        Review: {
          type: 'object',
          description: 'A review that ended.',
          additionalProperties: true,
          properties: {
            minfraud_id: { type: 'string', description: 'The transaction.' },
            review_days: { type: 'integer', description: 'How long.' },
          },
        },
      },
    },
    {
      target: '$.webhooks',
      update: {
        review: {
          get: {
            operationId: 'receiveReview',
            summary: 'Receive a review',
            security: [],
            parameters: [
              {
                name: 'review',
                in: 'query',
                explode: true,
                schema: { $ref: '#/components/schemas/Review' },
              },
            ],
            responses: { '200': { description: 'Taken.' } },
          },
        },
      },
    },
  ],
};

const program = `
import {
  InvalidRequestError, MinFraud, MinFraudLegacy, parseAlert, parseLegacyResponse, parseReview, type DispositionPage,
  type DispositionsQuery, type ReceivedAlert,
} from './minfraud/index.ts';

const options = { baseUrl: process.env['MINFRAUD_URL'], maxRetries: 0 };
const client = new MinFraud(options);
const legacy = new MinFraudLegacy(options);
const query: DispositionsQuery = { updatesAfter: '2026-03-01T00:00:00Z', pageLabel: 'vip', timeout: 9_000 };
const reviewers: (string | undefined)[] = [];
for await (const update of client.dispositions(query)) reviewers.push(update.reviewedBy);
const pages: DispositionPage[] = [];
for await (const page of client.dispositions(query).pages()) pages.push(page);
const [more, cursor]: [boolean | undefined, string | undefined] = [pages[0]?.hasMore, pages[0]?.lastUpdateTimestamp];
const failure = (error: unknown): unknown => InvalidRequestError.is(error) && error.issues.map(({ path, code }) => path + ' ' + code);
const tooLong = { updatesAfter: new Date(0), pageLabel: 'too long', invalid: 'throw' } as const;
const wrongParameter: unknown = await client.dispositions(tooLong)[Symbol.asyncIterator]().next().catch(failure);

const order = { ipAddress: '203.0.113.9', city: 'Bonn', region: 'NW', postal: '53111', country: 'DE', giftWrap: 'red' };
const { giftRisk, isGift }: { giftRisk?: number; isGift?: boolean } = await legacy.score(order);
const atOldPath = await new MinFraudLegacy({ ...options, path: 'original' }).score(order);
const wrongOrder: unknown = await legacy.score({ ...order, giftWrap: 'too long' }, { invalid: 'throw' }).catch(failure);
const stored: number | undefined = parseLegacyResponse('riskScore=1.5;giftRisk=2.5').giftRisk;
const phone = await legacy.identifyPhone({ phoneNumber: '612-555-0100' });
const area: number | undefined = phone.areaCode;

const alert: ReceivedAlert = parseAlert('/alerts?i=203.0.113.9&alert_level=3&alert_level=4');
const level: number | undefined = alert.alertLevel;
const days: number | undefined = parseReview('minfraud_id=a&review_days=5').reviewDays;

const { shopName } = await client.getAccount();
const { shopName: again } = await client.getAccount({ timeout: 5_000 });
const rules = await client.listRules();
const someRules = await client.listRules({ ruleLabel: 'a' });

console.log(JSON.stringify({
  reviewers, more, cursor, wrongParameter, giftRisk, isGift, atOldPath: atOldPath.giftRisk, wrongOrder, stored, phone, area,
  level, repeated: alert.repeated, days, shopName, again, rules: [rules.ruleLabels.length, someRules.ruleLabels.length],
}));
`;

const either = `
import { MinFraud as StockClient, type Transaction } from 'minfraud-sdk';
import { MinFraudLegacy as StockLegacy } from 'minfraud-sdk/legacy';
import { MinFraud, MinFraudLegacy } from './minfraud/index.ts';

type Scoring = Pick<StockClient, 'score' | 'insights' | 'factors' | 'report'>;
async function risk(client: Scoring, transaction: Transaction): Promise<number> {
  await client.report({ tag: 'not_fraud', minfraudId: (await client.insights(transaction)).id });
  return (await client.score(transaction)).riskScore + (await client.factors(transaction)).riskScore;
}
export const both = (own: MinFraud, stock: StockClient): unknown => [risk(own, {}), risk(stock, {})];
export const walks = (own: MinFraud): Pick<StockClient, 'dispositions'> => own;
export const texts = (own: MinFraudLegacy): Pick<StockLegacy, 'score' | 'proxyDetection'> => own;
// @ts-expect-error it has no score
export const wrong = (own: Pick<MinFraud, 'report'>): Scoring => own;
`;

/** With a field that the stock types do not have. */
const update: components['schemas']['DispositionUpdate'] & { reviewed_by: string } = {
  action_last_updated: '2026-03-15T22:06:56.848123Z',
  minfraud_id: '2132a2a3-3cb2-4f2c-9d2e-5b8f7a7a1c11',
  action: 'reject',
  reviewed_by: 'jo',
};

let folder = '';
let emulator: Emulator;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'own-client-'));
  symlinkSync(join(process.cwd(), 'node_modules'), join(folder, 'node_modules'), 'dir');
  writeFileSync(join(folder, 'package.json'), '{ "type": "module" }');
  writeFileSync(join(folder, 'mine.json'), JSON.stringify(overlay));
  mkdirSync(join(folder, 'src'));
  const source = { spec: shipped, overlays: [join(folder, 'mine.json')] };
  const files = await compileClient(source, { again: '', version: '1.0.0', ending: '.ts' });
  writeFiles(join(folder, 'src/minfraud'), files);
  const spec = JSON.parse(
    readFileSync(join(folder, 'src/minfraud/openapi.json'), 'utf8'),
  ) as object;
  emulator = await startEmulator({
    spec,
    dispositions: [update],
  });
});

afterAll(async () => {
  await emulator.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('a client with an addition to every service', () => {
  test('type-checks strictly, as does a program that uses all of them', () => {
    expect(typeErrors(join(folder, 'src'), { 'use.ts': program }, { types: ['node'] })).toEqual([]);
  });

  test('is taken by a function that asks for the methods of the stock client, which is taken too', () => {
    expect(typeErrors(join(folder, 'src'), { 'either.ts': either })).toEqual([]);
  });

  test('sends, checks and reads them', async () => {
    const path = join(folder, 'src/use.ts');
    writeFileSync(path, program);
    const { accountId, licenseKey } = emulator.credentials;
    const { status, output } = await execute(
      process.execPath,
      ['-C', 'minfraud-source', '--import', 'tsx', path],
      folder,
      {
        MINFRAUD_URL: emulator.url,
        MAXMIND_ACCOUNT_ID: String(accountId),
        MAXMIND_LICENSE_KEY: licenseKey,
      },
    );
    expect([status, status === 0 ? '' : output]).toEqual([0, '']);
    expect(JSON.parse(output)).toEqual({
      reviewers: ['jo'],
      more: true,
      cursor: '2026-03-15T22:06:56.848123Z',
      wrongParameter: ['pageLabel TOO_LONG'],
      giftRisk: 7.5,
      isGift: true,
      atOldPath: 7.5,
      wrongOrder: ['giftWrap TOO_LONG'],
      stored: 2.5,
      phone: { lineType: 'mobile', areaCode: 612 },
      area: 612,
      level: 3,
      repeated: { alert_level: ['4'] },
      days: 5,
      shopName: 'Corner',
      again: 'Corner',
      rules: [1, 1],
    });
    const sent = emulator.requests.map(({ path: url, wire, query }) =>
      [url, wire, JSON.stringify(query)].join(' '),
    );
    for (const pattern of [
      /^\/minfraud\/disposition\/v1\.0\/updates .*"page_label":"vip"/,
      /^\/minfraud\/v1\.0\/legacy .*giftWrap=red/,
      /^\/app\/ccv2r .*giftWrap=red/,
      /^\/app\/phone_id .*phone_number=612-555-0100/,
      /^\/minfraud\/v2\.0\/rules .*"rule_label":"a"/,
    ]) {
      expect(sent).toContainEqual(expect.stringMatching(pattern));
    }
  });
});
