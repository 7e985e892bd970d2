import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { TEST_LICENSE_KEY, type Emulator } from '../src/index.ts';
import { assess } from '../src/assessment.ts';
import { complete, exampleOf } from '../src/examples.ts';
import { Specification, shippedSpec } from '../src/specification.ts';
import type { Transaction } from '../src/wire-types.ts';
import { basic, jsonOf, paths, post, postForm, textFields, type Json } from './raw-calls.ts';
import { edited, schemaOf, type EditableDocument } from './edited-spec.ts';
import { emulate } from './running-emulator.ts';

const transaction = { device: { ip_address: '203.0.113.200' }, event: { shop_id: 's' } };

async function speaking(change: (document: EditableDocument) => void): Promise<Emulator> {
  return emulate({ spec: edited(change) });
}

/** A whole operation, as an edit adds it. */
const list = {
  parameters: [{ name: 'name', in: 'path', required: true, schema: { type: 'string' } }],
  post: {
    operationId: 'extendList',
    requestBody: {
      required: true,
      content: {
        'application/json': {
          schema: {
            type: 'object',
            properties: { value: { type: 'string', minLength: 1 } },
            required: ['value'],
            additionalProperties: false,
          },
        },
      },
    },
    parameters: [{ name: 'reason', in: 'query', required: true, schema: { type: 'string' } }],
    responses: {
      201: {
        description: 'Done',
        content: {
          'application/json': {
            schema: {
              type: 'object',
              properties: {
                id: { type: 'string', format: 'uuid' },
                size: { type: 'integer', minimum: 3 },
                kind: { enum: ['allow', 'block'] },
                tags: { type: 'array', items: { type: 'string', examples: ['vip'] } },
              },
            },
          },
        },
      },
    },
  },
  delete: { operationId: 'dropList', security: [], responses: { 204: { description: 'Gone' } } },
  get: {
    operationId: 'readList',
    responses: {
      200: {
        description: 'It',
        content: { 'application/json': { examples: { one: { value: { members: 7 } } } } },
      },
    },
  },
};

describe('a field of the response that was added to the spec', () => {
  it.each(['score', 'insights', 'factors'] as const)('is in the response of %s', async (tier) => {
    const component = { score: 'Score', insights: 'Insights', factors: 'Factors' }[tier];
    const { url } = await speaking((document) => {
      schemaOf(document, component).properties['model_version'] = {
        type: 'string',
        examples: ['2026-11'],
      };
    });
    expect(await jsonOf(post(url + paths[tier], transaction))).toMatchObject({
      model_version: '2026-11',
    });
  });

  it('may stand deep within it, and in lists', async () => {
    const { url } = await speaking((document) => {
      const add = (name: string): void => {
        schemaOf(document, name).properties['added'] = { type: 'integer', minimum: 5 };
      };
      [
        'IpAddress',
        'Traits',
        'Subdivision',
        'Anonymizer',
        'Reason',
        'Warning',
        'Disposition',
      ].forEach(add);
    });
    const body = { ...transaction, unknown: 1 };
    const response = await jsonOf(post(url + paths.factors, body));
    expect(response).toMatchObject({
      disposition: { added: 5 },
      ip_address: {
        added: 5,
        traits: { added: 5 },
        subdivisions: [{ added: 5 }],
        anonymizer: { added: 5 },
      },
      warnings: [{ added: 5 }],
    });
    const [first] = response['risk_score_reasons'] as { reasons: Json[] }[];
    expect(first?.reasons[0]).toMatchObject({ added: 5 });
  });

  it('is in the text services and in the list of dispositions too', async () => {
    const { url } = await speaking((document) => {
      schemaOf(document, 'LegacyResult').properties['ip_hops'] = { type: 'integer', examples: [4] };
      schemaOf(document, 'ProxyDetectionResult').properties['kind'] = {
        type: 'string',
        examples: ['vpn'],
      };
      schemaOf(document, 'DispositionUpdates').properties['total'] = {
        type: 'integer',
        examples: [0],
      };
    });
    const key = TEST_LICENSE_KEY;
    const order = await postForm(url + paths.legacy, { license_key: key, i: '203.0.113.1' });
    expect((await textFields(order))['ip_hops']).toBe('4');
    const proxy = await postForm(url + paths.proxyDetection, { l: key, i: '203.0.113.1' });
    expect((await textFields(proxy))['kind']).toBe('vpn');
    const query = 'updates_after=2026-01-01T00:00:00Z';
    const page = await fetch(`${url}${paths.dispositions}?${query}`, {
      headers: { authorization: basic() },
    });
    expect(await jsonOf(page)).toEqual({ last_update_timestamp: null, updates: [], total: 0 });
  });

  it('is the only thing that the shipped spec would add: nothing', () => {
    const full = shippedSpec().resolve({ $ref: '#/components/examples/transaction-full' })?.[
      'value'
    ] as Transaction;
    const addresses = ['65.116.3.80', '128.101.101.101', '5.6.7.8', '10.0.0.1', '2001:db8:3::1'];
    for (let end = 1; end < 256; end += 16) addresses.push(`203.0.113.${end}`, `198.51.100.${end}`);
    for (const ip_address of addresses) {
      const response = assess(
        'factors',
        { ...full, device: { ...full.device, ip_address } },
        {
          seed: ip_address,
          occasion: '1',
          now: new Date('2026-07-01T16:00:00Z'),
          rules: [],
          fundsRemaining: 1,
          queriesRemaining: 1,
          warnings: [],
        },
      );
      const before = structuredClone(response);
      complete(response, shippedSpec().schema('Factors'), shippedSpec());
      expect(response).toEqual(before);
    }
  });
});

describe('a field or value of the request that was added to the spec', () => {
  it('is taken without a warning', async () => {
    const { url } = await speaking((document) => {
      schemaOf(document, 'Event').properties['channel'] = { type: 'string', enum: ['web', 'till'] };
      schemaOf(document, 'EventType').enum.push('tip');
    });
    const event = { channel: 'till', type: 'tip' };
    expect(await jsonOf(post(url + paths.score, { event }))).not.toHaveProperty('warnings');
    const wrong = await jsonOf(post(url + paths.score, { event: { channel: 'x', type: 'tip' } }));
    expect(wrong['warnings']).toMatchObject([{ input_pointer: '/event/channel' }]);
    const shipped = await emulate();
    const unknown = await jsonOf(
      post(shipped.url + paths.score, { event: { ...event, shop_id: 's' } }),
    );
    expect(unknown['warnings']).toHaveLength(2);
  });

  it('is taken in a report', async () => {
    const { url } = await speaking((document) => {
      schemaOf(document, 'TransactionReport').properties['amount'] = { type: 'number' };
    });
    const report = { tag: 'chargeback', transaction_id: '1', amount: 5 };
    expect((await post(url + paths.report, report)).status).toBe(204);
    const shipped = await emulate();
    expect((await post(shipped.url + paths.report, report)).status).toBe(400);
  });
});

describe('an operation that was added to the spec', () => {
  const change = (document: EditableDocument): void => {
    document.paths['/minfraud/v3.0/lists/{name}'] = list;
  };
  const path = '/minfraud/v3.0/lists/vip';

  it('responds at once, with its example or one made of its schema', async () => {
    const { url } = await speaking(change);
    const made = await post(`${url}${path}?reason=x`, { value: 'a' });
    expect([made.status, made.headers.get('content-type')]).toEqual([201, 'application/json']);
    expect(await jsonOf(made)).toEqual({
      id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae',
      size: 3,
      kind: 'allow',
      tags: ['vip'],
    });
    const read = await fetch(url + path, { headers: { authorization: basic() } });
    expect(await jsonOf(read)).toEqual({ members: 7 });
  });

  it('checks credentials, parameters and body by the document', async () => {
    const { url } = await speaking(change);
    expect((await fetch(url + path)).status).toBe(401);
    // security: [] lets everyone in.
    expect((await fetch(url + path, { method: 'DELETE' })).status).toBe(204);
    const refusal = async (target: string, body: unknown): Promise<unknown> => {
      const response = await post(url + target, body);
      return [response.status, (await jsonOf(response))['code']];
    };
    expect(await refusal(path, { value: 'a' })).toEqual([400, 'REQUEST_INVALID']);
    expect(await refusal(`${path}?reason=x`, { value: '' })).toEqual([400, 'REQUEST_INVALID']);
    expect(await refusal(`${path}?reason=x`, '{')).toEqual([400, 'JSON_INVALID']);
    expect((await fetch(url + path, { method: 'PATCH' })).headers.get('allow')).toBe(
      'GET, POST, DELETE',
    );
    expect((await fetch(`${url}/minfraud/v3.0/lists/`)).status).toBe(404);
  });

  it('can be hit by a fault under its name', async () => {
    const emulator = await emulate({ spec: edited(change), faults: { readList: { status: 503 } } });
    expect((await fetch(emulator.url + path)).status).toBe(503);
  });
});

describe('the spec option', () => {
  it('takes a file, by path or URL', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'spec-'));
    try {
      const file = join(folder, 'mine.json');
      writeFileSync(
        file,
        JSON.stringify(edited((document) => (document.paths['/x'] = { get: list.get }))),
      );
      for (const spec of [file, new URL(`file://${file}`)]) {
        const { url } = await emulate({ spec });
        expect((await fetch(`${url}/x`, { headers: { authorization: basic() } })).status).toBe(200);
      }
      writeFileSync(file, 'openapi: 3.1.0');
      await expect(emulate({ spec: file })).rejects.toThrow(
        'is not JSON. Give the bundled document',
      );
      writeFileSync(file, 'null');
      await expect(emulate({ spec: file })).rejects.toThrow('is not an OpenAPI document');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('says what is wrong with it', async () => {
    await expect(emulate({ spec: {} })).rejects.toThrow('it has no "paths"');
    await expect(emulate({ spec: '/nowhere/spec.json' })).rejects.toThrow('ENOENT');
  });
});

describe('an example', () => {
  const spec = new Specification({
    paths: {},
    components: {
      schemas: {
        Loop: { type: 'object', properties: { next: { $ref: '#/components/schemas/Loop' } } },
        Circle: { $ref: '#/components/schemas/Circle' },
      },
    },
  });

  it.each([
    [{ type: 'string', format: 'date' }, '2026-01-01'],
    [{ type: 'string', maxLength: 3 }, 'exa'],
    [{ type: ['null', 'boolean'] }, true],
    [{ const: 4 }, 4],
    [{ default: 'd' }, 'd'],
    [{ example: 'e' }, 'e'],
    [{ oneOf: [{ type: 'number' }] }, 1],
    [
      { allOf: [{ properties: { a: { const: 1 } } }, { properties: { b: { const: 2 } } }] },
      { a: 1, b: 2 },
    ],
    [{ type: 'array' }, []],
    [{}, undefined],
    [{ $ref: '#/nowhere' }, undefined],
    [{ $ref: '#/components/schemas/Circle' }, undefined],
  ])('of %j is %j', (schema, example) => {
    expect(exampleOf(schema, spec)).toEqual(example);
  });

  it('of a schema that holds itself comes to an end', () => {
    expect(
      JSON.stringify(exampleOf({ $ref: '#/components/schemas/Loop' }, spec)).length,
    ).toBeLessThan(300);
  });
});
