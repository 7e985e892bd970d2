/** Kinds of edits, each of one file of the spec and compiled alone: what is compiled says it, and nothing else is asked for. */
import { beforeAll, expect, jest, test } from '@jest/globals';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { compile } from '../../scripts/compile.ts';

// Each edit is a compilation of its own.
jest.setTimeout(300_000);

type Place = readonly (string | number)[];

interface Edit {
  readonly file: string;
  readonly at: Place;
  readonly value: unknown;
  /** A generated file, and what it says then. */
  readonly says: readonly (readonly [string, RegExp])[];
}

const text = { type: 'string', maxLength: 30, description: 'A word of your own choice.' };

const edits: readonly (readonly [string, Edit])[] = [
  [
    'a nested object of a request',
    {
      file: 'schemas/request/Event.yaml',
      at: ['properties', 'sales_channel'],
      value: {
        type: 'object',
        description: 'Where the customer bought.',
        additionalProperties: false,
        properties: { shop_floor: text },
      },
      says: [
        ['models/types.ts', /salesChannel\?: \{[^}]*shopFloor\?: string \| undefined;/s],
        ['tables.ts', /'?shop_floor'?/],
      ],
    },
  ],
  [
    'a list in a response',
    {
      file: 'schemas/response/Disposition.yaml',
      at: ['properties', 'rule_labels'],
      value: { type: 'array', items: { type: 'string' }, description: 'All labels.' },
      says: [['models/types.ts', /ruleLabels: Array<string>;/]],
    },
  ],
  [
    'an alias in the model',
    {
      file: 'schemas/request/Order.yaml',
      at: ['properties', 'affiliate_id', 'x-model-name'],
      value: 'partnerId',
      says: [['models/types.ts', /partnerId\?: string \| undefined;/]],
    },
  ],
  [
    'a deprecation',
    {
      file: 'schemas/request/Order.yaml',
      at: ['properties', 'subaffiliate_id', 'deprecated'],
      value: true,
      says: [['wire.ts', /@deprecated[^/]*\*\/\s*subaffiliate_id/]],
    },
  ],
  [
    'a tighter limit',
    {
      file: 'schemas/request/CreditCard.yaml',
      at: ['properties', 'decline_code'],
      value: { ...text, maxLength: 7 },
      says: [['tables.ts', /maxLength: 7\b/]],
    },
  ],
  [
    'a looser limit',
    {
      file: 'schemas/parts/ShortText.yaml',
      at: ['maxLength'],
      value: 300,
      says: [['tables.ts', /maxLength: 300\b/]],
    },
  ],
  [
    'an input of a legacy service',
    {
      file: 'schemas/legacy/LegacyOrder.yaml',
      at: ['properties', 'giftWrap'],
      value: text,
      says: [['models/types.ts', /giftWrap\?: string \| undefined;/]],
    },
  ],
  [
    'a parameter of the webhook',
    {
      file: 'schemas/alert/Alert.yaml',
      at: ['properties', 'alert_level'],
      value: text,
      says: [['models/types.ts', /alertLevel\?: string;/]],
    },
  ],
  [
    'a parameter of the dispositions',
    {
      file: 'paths/disposition-updates.yaml',
      at: ['get', 'parameters', 1],
      value: { name: 'page_label', in: 'query', description: 'Only these.', schema: text },
      says: [['models/types.ts', /pageLabel\?: string \| undefined;/]],
    },
  ],
  [
    'a field of the page of dispositions',
    {
      file: 'schemas/dispositions/DispositionUpdates.yaml',
      at: ['properties', 'has_more'],
      value: { type: 'boolean', description: 'Whether a next page exists.' },
      says: [['models/types.ts', /hasMore\?: boolean;/]],
    },
  ],
];

function set(node: unknown, [key, ...rest]: Place, value: unknown): void {
  const holder = node as Record<string | number, unknown>;
  if (key === undefined) return;
  if (rest.length === 0) holder[key] = value;
  else set(holder[key], rest, value);
}

let before: ReadonlyMap<string, string>;

beforeAll(async () => {
  before = await compile('spec');
});

test.each(edits)('%s', async (_, { file, at, value, says }) => {
  const folder = mkdtempSync(join(tmpdir(), 'spec-edit-'));
  try {
    cpSync('spec', folder, { recursive: true });
    const path = join(folder, file);
    const content: unknown = parse(readFileSync(path, 'utf8'));
    set(content, at, value);
    writeFileSync(path, stringify(content));
    const files = await compile(folder);
    for (const [name, pattern] of says) {
      expect(before.get(name)).not.toMatch(pattern);
      expect(files.get(name)).toMatch(pattern);
    }
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
