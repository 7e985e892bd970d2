import { describe, expect, jest, test } from '@jest/globals';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { bumpOf } from '../../scripts/spec-diff/change.ts';
import { specChanges } from '../../scripts/spec-diff/changes.ts';
import { runSpecDiff } from '../../scripts/spec-diff/command-line.ts';
import { folderWith } from './temporary-folder.ts';

// Each comparison starts a program of its own.
jest.setTimeout(120_000);

interface Loose {
  'x-model-properties'?: Record<string, unknown>;
  type: string;
  maxLength: number;
  enum: string[];
  required: string[];
  'x-extensible-enum': string[];
  properties: Record<string, Loose>;
}
type Schemas = Record<string, Loose>;
type Paths = Record<string, Record<string, Record<string, unknown>>>;

/** The generated document, with some schemas and paths changed. */
function document(
  change: (schemas: Schemas, paths: Paths) => void = () => undefined,
): OpenApiDocument {
  const text = readFileSync(join(process.cwd(), 'generated/openapi.json'), 'utf8');
  const parsed = JSON.parse(text) as { components: { schemas: Schemas }; paths: Paths };
  change(parsed.components.schemas, parsed.paths);
  return parsed as unknown as OpenApiDocument;
}

async function changes(
  change: (schemas: Schemas, paths: Paths) => void,
  isBackwards = false,
): Promise<string[]> {
  const [base, revision] = [document(), document(change)];
  const found = await specChanges(
    ...(isBackwards ? ([revision, base] as const) : ([base, revision] as const)),
  );
  return found.map(({ bump, message }) => `${bump} ${message}`);
}

const text = { type: 'string', description: 'New.' } as unknown as Loose;

function referenceTo(name: string): Loose {
  return { $ref: `#/components/schemas/${name}` } as unknown as Loose;
}

/** What a release note adds. */
function additions(schemas: Schemas, paths: Paths): void {
  schemaNamed(schemas, 'Event').properties['sales_channel'] = text;
  schemaNamed(schemas, 'Disposition').properties['rule_position'] = text;
  schemaNamed(schemas, 'LegacyResult').properties['ip_new'] = text;
  schemaNamed(schemas, 'EventType').enum.push('gift_card_load');
  schemaNamed(schemas, 'WarningCode')['x-extensible-enum'].push('SESSION_ID_UNKNOWN');
  const { post } = paths['/minfraud/v2.0/score'] ?? {};
  paths['/minfraud/v2.0/new'] = { post: { ...post, operationId: 'new' } };
}

function schemaNamed(schemas: Schemas, name: string): Loose {
  const schema = schemas[name];
  if (schema === undefined) throw new Error(`there is no schema ${name}`);
  return schema;
}

describe('changes between two documents', () => {
  test('other words for what a value means are none', async () => {
    const found = await changes((schemas) => {
      const { 'x-enum-descriptions': meanings = {} } = schemaNamed(schemas, 'EventType') as {
        'x-enum-descriptions'?: Record<string, string>;
      };
      meanings['survey'] = 'Someone answers questions.';
      Reflect.deleteProperty(meanings, 'purchase');
    });
    expect(found.filter((change) => !change.startsWith('patch '))).toEqual([]);
    expect(found).toHaveLength(2);
  });

  test('an open enumeration that is deprecated is a feature', async () => {
    const found = await changes((schemas) => {
      Object.assign(schemaNamed(schemas, 'UserType'), {
        deprecated: true,
        'x-deprecated': { since: 'May 2026' },
      });
    });
    expect(found).toEqual(['minor UserType: it is deprecated.', expect.stringMatching(/^patch /)]);
  });

  test('additions are features: fields, words of closed and open enumerations, operations', async () => {
    expect((await changes(additions)).sort()).toEqual([
      'minor /minfraud/v2.0/new: it was added.',
      'minor Disposition.rule_position: it was added.',
      'minor Event.sales_channel: it was added.',
      'minor EventType: gift_card_load was added.',
      'minor LegacyResult.ip_new: it was added.',
      'minor WarningCode: SESSION_ID_UNKNOWN was added.',
    ]);
  });

  test('the other way round, each of them breaks programs', async () => {
    expect((await changes(additions, true)).sort()).toEqual([
      expect.stringMatching(/^major \/minfraud\/v2.0\/new: .*removed/),
      expect.stringMatching(/^major Disposition.rule_position: .*removed/),
      expect.stringMatching(/^major Event.sales_channel: .*removed/),
      expect.stringMatching(/^major EventType: .*'gift_card_load'/),
      expect.stringMatching(/^major LegacyResult.ip_new: .*removed/),
      'major WarningCode: SESSION_ID_UNKNOWN was removed; programs that use it do not compile.',
    ]);
  });

  test('the direction counts: a request that asks for more breaks, a response that promises less too', async () => {
    const found = await changes((schemas) => {
      schemaNamed(schemas, 'Event').properties['shop_id'] = { ...text, maxLength: 10 };
      schemaNamed(schemas, 'Event').properties['transaction_id'] = { ...text, maxLength: 1000 };
      schemaNamed(schemas, 'TransactionReport').required.push('notes');
      schemaNamed(schemas, 'Warning').required = ['code'];
    });
    const breaking = found.filter((change) => change.startsWith('major'));
    expect(breaking.sort()).toEqual([
      expect.stringMatching(/^major Event.shop_id: .*"maxLength".*'10'/),
      expect.stringMatching(/^major TransactionReport: .*became required: "notes"/),
      expect.stringMatching(/^major Warning: .*no longer required: "warning"/),
    ]);
    expect(found).toContain('minor Event.transaction_id: "maxLength" is 1000, and was 255.');
  });

  test('a deprecation and a loosened rule of a request are features; what explains is none', async () => {
    const found = await changes((schemas, paths) => {
      const { shop_id: shop, transaction_id: transaction } = schemaNamed(
        schemas,
        'Event',
      ).properties;
      const told = { deprecated: true, 'x-deprecated': { use: 'Send `ip`.' } };
      Object.assign(shop ?? {}, { ...told, description: 'Shorter.' });
      Object.assign(transaction ?? {}, { 'x-advice': 'must be short' });
      Object.assign(schemaNamed(schemas, 'Score').properties['id'] ?? {}, { deprecated: true });
      delete (schemaNamed(schemas, 'CreditCard').properties['last_digits'] as { pattern?: string })
        .pattern;
      schemaNamed(schemas, 'TransactionReport').required = [];
      Object.assign(schemaNamed(schemas, 'Order').properties['amount'] ?? {}, { maximum: 1e15 });
      Object.assign(schemaNamed(schemas, 'Score').properties['funds_remaining'] ?? {}, {
        minimum: 1,
      });
      Object.assign(paths['/minfraud/v2.0/score']?.['post'] ?? {}, {
        deprecated: true,
        'x-body-limit': 40_000,
        'x-retryable': true,
      });
    });
    expect(found.sort()).toEqual([
      'minor /minfraud/v2.0/score post: "x-body-limit" is 40000, and was 20000.',
      'minor /minfraud/v2.0/score post: "x-retryable" is true.',
      'minor /minfraud/v2.0/score post: it is deprecated.',
      expect.stringMatching(/^minor CreditCard.last_digits: "pattern" was removed; it was /),
      'minor Event.shop_id: it is deprecated.',
      expect.stringMatching(/^minor Order.amount: "maximum" is 1000000000000000, and was /),
      'minor Score.id: it is deprecated.',
      'minor TransactionReport: no longer required: tag.',
      'patch Event.shop_id: "description" changed.',
      'patch Event.shop_id: "x-deprecated" changed.',
      'patch Event.transaction_id: "x-advice" changed.',
      'patch Score.funds_remaining: "minimum" changed.',
    ]);
  });

  test('names that programs use are counted, though the service does not see them', async () => {
    const found = await changes((schemas) => {
      const decision = schemaNamed(schemas, 'Disposition');
      delete schemas['Disposition'];
      schemas['Decision'] = decision;
      schemaNamed(schemas, 'Score').properties['disposition'] = referenceTo('Decision');
      schemaNamed(schemas, 'Insights').properties['disposition'] = referenceTo('Decision');
      schemaNamed(schemas, 'Factors').properties['disposition'] = referenceTo('Decision');
      Object.assign(schemaNamed(schemas, 'Event').properties['shop_id'] ?? {}, {
        'x-model-name': 'storeId',
      });
      delete schemaNamed(schemas, 'Account')['x-model-properties']?.['username'];
    });
    expect(found.filter((change) => change.startsWith('major')).sort()).toEqual([
      'major Account.username: it was removed.',
      'major Disposition: the type was removed; programs that use it do not compile.',
      'major Event.shop_id: it is now called "storeId" in programs, and no longer "shopId".',
    ]);
  });

  test('so are a smaller limit of a body, and what a webhook does not say any more', async () => {
    const found = await changes((_, paths) => {
      const { post } = paths['/minfraud/v2.0/score'] ?? {};
      Object.assign(post ?? {}, { 'x-body-limit': 10_000 });
    });
    expect(found).toEqual([
      'major /minfraud/v2.0/score post: a body may now have 10000 bytes, and no longer 20000.',
    ]);
    const [base, revision] = [document(), document()];
    const [{ get } = { get: undefined }] = Object.values(revision.webhooks ?? {});
    (get as { parameters: unknown[] }).parameters.splice(1, 1);
    expect((await specChanges(base, revision)).map(({ bump }) => bump)).toContain('major');
  });

  test('each says whether requests or responses are concerned', async () => {
    const found = await specChanges(document(), document(additions));
    const directions = found.map(
      ({ message, direction }) => `${message.split(':')[0]}, ${direction}`,
    );
    expect(directions.sort()).toEqual([
      '/minfraud/v2.0/new, undefined',
      'Disposition.rule_position, responses',
      'Event.sales_channel, requests',
      'EventType, requests',
      'LegacyResult.ip_new, responses',
      'WarningCode, responses',
    ]);
  });

  test('the largest change decides the version', () => {
    const change = (bump: 'major' | 'minor' | 'patch') => ({ bump, pointer: '', message: '' });
    expect(bumpOf([change('patch'), change('major'), change('minor')])).toBe('major');
    expect(bumpOf([change('patch'), change('minor')])).toBe('minor');
    expect(bumpOf([])).toBeUndefined();
  });
});

describe('npm run spec:diff', () => {
  async function run(...parameters: string[]): Promise<{ status: number; printed: string }> {
    const lines: string[] = [];
    const status = await runSpecDiff(parameters, (line) => lines.push(line));
    return { status, printed: lines.join('\n') };
  }

  function file(change?: (schemas: Schemas, paths: Paths) => void): string {
    const path = join(folderWith({}), 'openapi.json');
    writeFileSync(path, JSON.stringify(document(change)));
    return path;
  }

  test('prints what changed, the version, and the changeset', async () => {
    const { status, printed } = await run('generated/openapi.json', file(additions));
    expect(status).toBe(0);
    expect(printed).not.toContain('Breaking');
    expect(printed).toContain(
      '  minor  Event.sales_channel: it was added.\n         /components/schemas/Event/properties/sales_channel (requests)',
    );
    expect(printed).toMatch(
      /This needs a minor version[\s\S]*---\n'minfraud-sdk': minor\n---\n\n- /,
    );
  });

  test('its status says that something breaks', async () => {
    const { status, printed } = await run(file(additions), 'generated/openapi.json');
    expect(status).toBe(1);
    expect(printed).toMatch(/^Breaking:\n {2}major /);
    expect(printed).toContain("'minfraud-sdk': major");
    expect(printed).toContain('- **Breaking:** Event.sales_channel');
  });

  test('takes a revision of git', async () => {
    expect(await run('HEAD', 'HEAD')).toEqual({
      status: 0,
      printed: 'The documents are equivalent.',
    });
  });

  test.each([[[]], [['nowhere']], [['--help']], [['a', 'b', 'c']]])(
    'explains itself after %j',
    async (given) => {
      const { status, printed } = await run(...given);
      expect(status).toBe(2);
      expect(printed).toContain('npm run spec:diff -- BASE [REVISION]');
    },
  );
});
