/** Ordinary edits of the spec, one file each, and a program that uses what they add. */
import type { ScratchCopy } from './scratch-copy.ts';

/** A sentence, as every field of the spec needs one. */
const described = { description: 'Something that the vendor has added since.' };

export interface Edit {
  readonly what: string;
  readonly file: string;
  readonly make: (copy: ScratchCopy, file: string) => void;
}

export const edits: readonly Edit[] = [
  {
    what: 'a request field',
    file: 'spec/schemas/request/Event.yaml',
    make: (copy, file) => {
      const description =
        'Where the customer bought, in your own words, for the rules of your shop.';
      copy.set(file, ['properties', 'sales_channel'], {
        type: 'string',
        maxLength: 9,
        'x-advice': 'must be at most 9 characters',
        description,
      });
    },
  },
  {
    what: 'a response field',
    file: 'spec/schemas/response/Disposition.yaml',
    make: (copy, file) => {
      const description =
        'The place of the rule in the list of custom rules, from 1; absent without one.';
      copy.set(file, ['properties', 'rule_position'], { type: 'integer', minimum: 1, description });
    },
  },
  {
    what: 'an enumeration value',
    file: 'spec/schemas/request/EventType.yaml',
    make: (copy, file) => {
      copy.add(file, ['enum'], 'gift_card_load');
      copy.set(file, ['x-enum-descriptions', 'gift_card_load'], 'Money is put on a gift card.');
    },
  },
  {
    what: 'a warning code',
    file: 'spec/schemas/response/WarningCode.yaml',
    make: (copy, file) => {
      copy.add(file, ['x-extensible-enum'], 'SESSION_ID_UNKNOWN');
      const meaning = 'The session is not known to the service.';
      copy.set(file, ['x-enum-descriptions', 'SESSION_ID_UNKNOWN'], meaning);
    },
  },
  {
    what: 'an error code',
    file: 'spec/schemas/error/PaymentRequired.yaml',
    make: (copy, file) => {
      const code = ['properties', 'code'];
      copy.add(file, [...code, 'x-extensible-enum'], 'ACCOUNT_FROZEN');
      copy.set(file, [...code, 'x-enum-descriptions', 'ACCOUNT_FROZEN'], 'The account is frozen.');
    },
  },
  {
    what: 'a nested object of a request',
    file: 'spec/schemas/request/Account.yaml',
    make: (copy, file) => {
      const rank = { type: 'string', maxLength: 9, ...described };
      const since = {
        type: 'string',
        format: 'date-time',
        'x-advice': 'must be a time',
        ...described,
      };
      copy.set(file, ['properties', 'membership'], {
        type: 'object',
        ...described,
        additionalProperties: false,
        properties: { rank_name: rank, member_since: since },
      });
    },
  },
  {
    what: 'a list in a response',
    file: 'spec/schemas/response/Disposition.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'rule_labels'], {
        type: 'array',
        items: { type: 'string' },
        ...described,
      });
    },
  },
  {
    what: 'a field with an alias',
    file: 'spec/schemas/request/Order.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'cpn_knd'], {
        type: 'string',
        maxLength: 9,
        ...described,
        'x-model-name': 'couponKind',
      });
    },
  },
  {
    what: 'a deprecation',
    file: 'spec/schemas/request/Order.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'subaffiliate_id', 'deprecated'], true);
    },
  },
  {
    what: 'a deprecation of a field of a response, and one with an alias',
    file: 'spec/schemas/response/Disposition.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'rule_label', 'deprecated'], true);
      copy.set(file, ['properties', 'rsk_grd'], {
        type: 'number',
        ...described,
        'x-model-name': 'riskGrade',
      });
    },
  },
  {
    what: 'a deprecation of an operation',
    file: 'spec/paths/report-transaction.yaml',
    make: (copy, file) => {
      copy.set(file, ['post', 'deprecated'], true);
      copy.set(file, ['post', 'x-deprecated'], { since: 'May 2026', use: null });
    },
  },
  {
    what: 'a higher minimum',
    file: 'spec/schemas/request/ShoppingCartItem.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'quantity', 'minimum'], 1);
    },
  },
  {
    what: 'fewer entries of a map',
    file: 'spec/schemas/request/CustomInputs.yaml',
    make: (copy, file) => {
      copy.set(file, ['maxProperties'], 30);
    },
  },
  {
    what: 'a second status of an error code',
    file: 'spec/schemas/error/ScoringBadRequest.yaml',
    make: (copy, file) => {
      const code = ['properties', 'code'];
      copy.add(file, [...code, 'x-extensible-enum'], 'INSUFFICIENT_FUNDS');
      copy.set(file, [...code, 'x-enum-descriptions', 'INSUFFICIENT_FUNDS'], 'There is no money.');
    },
  },
  {
    what: 'a parameter of the webhook',
    file: 'spec/schemas/alert/Alert.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'alert_level'], { type: 'integer', ...described });
    },
  },
  {
    what: 'a parameter of the dispositions',
    file: 'spec/paths/disposition-updates.yaml',
    make: (copy, file) => {
      const schema = { type: 'string', maxLength: 5 };
      const parameter = { name: 'page_label', in: 'query', ...described, schema };
      copy.add(file, ['get', 'parameters'], parameter);
    },
  },
  {
    what: 'a field of the page of dispositions',
    file: 'spec/schemas/dispositions/DispositionUpdates.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'has_more'], { type: 'boolean', ...described });
    },
  },
  {
    what: 'an input of minFraud Legacy',
    file: 'spec/schemas/legacy/LegacyOrder.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'giftWrap'], { type: 'string', maxLength: 5, ...described });
    },
  },
  {
    what: 'an output of minFraud Legacy',
    file: 'spec/schemas/legacy/LegacyResult.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'giftRisk'], { type: 'number', ...described });
    },
  },
  {
    what: 'a tighter limit',
    file: 'spec/schemas/request/Device.yaml',
    make: (copy, file) => {
      copy.set(file, ['properties', 'user_agent', 'maxLength'], 400);
    },
  },
  {
    what: 'a looser limit',
    file: 'spec/schemas/parts/ShortText.yaml',
    make: (copy, file) => {
      copy.set(file, ['maxLength'], 300);
    },
  },
];

/** Uses everything that was added. It prints what it saw; types are checked with the project. */
export const program = `
import { EventType, InsufficientFundsError, MinFraud, type Score, type Transaction, validateTransaction, WarningCode } from './src/index.ts';
import { parseAlert } from './src/alerts/index.ts';
import { MinFraudLegacy, parseLegacyResponse } from './src/legacy/index.ts';

const bodies: string[] = [];
const responses: [number, object][] = [
  [200, { id: '2132a2a3-3cb2-4f2c-9d2e-5b8f7a7a1c11', risk_score: 1.5, funds_remaining: 1, queries_remaining: 2,
    disposition: { action: 'accept', rule_position: 7 },
    warnings: [{ code: 'SESSION_ID_UNKNOWN', warning: 'Unknown.', input_pointer: '/device/session_id' }] }],
  // The code decides the class, not the status.
  [400, { code: 'ACCOUNT_FROZEN', error: 'Frozen.' }],
];
const client = new MinFraud({
  accountId: 42, licenseKey: 'a-license-key', maxRetries: 0,
  fetch: (_url, { body }) => {
    bodies.push(body ?? '');
    const [status, response] = responses.shift() ?? [500, {}];
    return Promise.resolve(new Response(JSON.stringify(response), { status, headers: { 'content-type': 'application/json' } }));
  },
});
const transaction: Transaction = { event: { type: EventType.GiftCardLoad, salesChannel: 'kiosk' } };
const score: Score = await client.score(transaction);
const position: number | undefined = score.disposition?.rulePosition;
const known: 'SESSION_ID_UNKNOWN' = WarningCode.SessionIdUnknown;
const tooLong = validateTransaction({ event: { salesChannel: 'far too long' } });
const failure: unknown = await client.score(transaction).catch((error: unknown) => error);
const more: Transaction = {
  account: { membership: { rankName: 'gold', memberSince: new Date(0) } },
  order: { couponKind: 'x' }, device: { userAgent: 'u'.repeat(500) }, billing: { city: 'c'.repeat(300) },
};
const others: string[] = [];
const fetch = (url: string, { body }: { readonly body?: string }): Promise<Response> => {
  others.push(body ?? new URL(url).search);
  const text = url.includes('legacy') ? 'riskScore=1;giftRisk=2.5;err='
    : url.includes('disposition') ? JSON.stringify({ updates: [{}], last_update_timestamp: '2026-01-01T00:00:00Z', has_more: true })
    : JSON.stringify({ id: 'a', risk_score: 1, funds_remaining: 1, queries_remaining: 2, disposition: {} });
  return Promise.resolve(new Response(text, { headers: { 'content-type': 'application/json' } }));
};
const all = new MinFraud({ accountId: 42, licenseKey: 'a-license-key', fetch });
const scored: Score = await all.score(more);
const labels: string[] = scored.disposition?.ruleLabels ?? ['none'];
const { value: page } = await all.dispositions({ updatesAfter: new Date(0), pageLabel: 'vip' }).pages().next();
const hasMore: boolean | undefined = page?.hasMore;
const legacy = new MinFraudLegacy({ licenseKey: 'a-license-key', fetch });
const { giftRisk }: { giftRisk?: number } = await legacy.score({ ipAddress: '::1', giftWrap: 'red' });
const level: number | undefined = parseAlert('i=::1&alert_level=3').alertLevel;
// @ts-expect-error a value that the spec does not know
export const wrongValue: Transaction = { event: { type: 'gift_card_loads' } };
// @ts-expect-error the wire's spelling of the new field
export const wrongName: Transaction = { event: { sales_channel: 'kiosk' } };
console.log(JSON.stringify({
  sent: JSON.parse(bodies[0] ?? ''),
  position,
  warning: score.warnings[0]?.code === known,
  issues: tooLong.issues?.map(({ code, pointer, message }) => [pointer, code, message]),
  frozen: [InsufficientFundsError.is(failure), (failure as InsufficientFundsError).code],
  more: JSON.parse(others[0] ?? ''),
  kinds: scored.warnings.map(({ code, inputPointer }) => [code, inputPointer]),
  labels, query: others[1], hasMore, form: others[2], giftRisk, level, stored: parseLegacyResponse('riskScore=1;giftRisk=2').giftRisk,
}));
`;
