import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import type { OpenApiDocument, Schema } from '../../scripts/document.ts';
import { callView } from '../../scripts/calls.ts';
import { tables } from '../../scripts/tables/tables.ts';
import {
  documentOf,
  documentWithOperation,
  reference,
  withBasicCredentials,
} from './small-document.ts';

function sourceOf(spec: OpenApiDocument): string {
  const { document, calls } = callView(spec);
  return tables(document, calls, { banner: '', runtime: './runtime.ts' });
}

/** Runs the generated source, so that tests see what a program that imports it would. */
function run(document: OpenApiDocument): Record<string, unknown> {
  const { outputText } = ts.transpileModule(sourceOf(document), {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const exported: Record<string, unknown> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- this source was generated above
  new Function('exports', outputText)(exported);
  return exported;
}

const closed = { additionalProperties: false } as const;

function requestTables(thing: Schema, more: Record<string, Schema> = {}): Record<string, unknown> {
  return run(documentWithOperation({ Thing: thing, ...more }, { request: 'Thing' }));
}

function responseTables(thing: Schema, more: Record<string, Schema> = {}): Record<string, unknown> {
  return run(documentWithOperation({ Thing: thing, ...more }, { response: 'Thing' }));
}

describe('the table of a request', () => {
  test.each<[string, Schema, unknown]>([
    [
      'a string',
      { type: 'string', minLength: 1, maxLength: 9, pattern: '^a/.$', format: 'uuid', title: 'T' },
      { kind: 'string', minLength: 1, maxLength: 9, pattern: /^a\/.$/u, format: 'uuid' },
    ],
    [
      'a secret that may be null',
      { type: ['string', 'null'], 'x-sensitive': true, description: 'd', examples: ['a'] },
      { kind: 'string', sensitive: true, nullable: true },
    ],
    [
      'a text that may be shortened, and how it should be',
      { type: 'string', maxLength: 9, 'x-invalid': 'shorten', 'x-advice': 'must be short' },
      { kind: 'string', maxLength: 9, invalid: 'shorten', advice: 'must be short' },
    ],
    ['a constant', { type: 'string', const: 'a' }, { kind: 'string', enum: ['a'] }],
    ['an enumeration', { type: 'string', enum: ['a'] }, { kind: 'string', enum: ['a'] }],
    [
      'an open enumeration',
      { type: 'string', 'x-extensible-enum': ['a'] },
      { kind: 'string', enum: ['a'], open: true },
    ],
    [
      'a number with bounds',
      { type: 'number', exclusiveMinimum: 0, maximum: 9 },
      { kind: 'number', maximum: 9, exclusiveMinimum: 0 },
    ],
    ['an integer', { type: 'integer', minimum: 1 }, { kind: 'integer', minimum: 1 }],
    ['a boolean', { type: 'boolean' }, { kind: 'boolean' }],
    [
      'a list',
      { type: 'array', minItems: 1, maxItems: 2, items: { type: 'boolean' } },
      { kind: 'list', items: { kind: 'boolean' }, minItems: 1, maxItems: 2 },
    ],
    [
      'a map',
      {
        type: 'object',
        propertyNames: { type: 'string', pattern: '^a$', 'x-invalid': 'throw' },
        maxProperties: 3,
        additionalProperties: { anyOf: [{ type: 'string' }, { type: 'number' }] },
      },
      {
        kind: 'map',
        keys: { kind: 'string', pattern: /^a$/u, invalid: 'throw' },
        values: { kind: 'union', of: [{ kind: 'string' }, { kind: 'number' }] },
        maxProperties: 3,
      },
    ],
    [
      'a map without a rule for keys',
      { type: 'object', additionalProperties: { type: 'string' } },
      { kind: 'map', values: { kind: 'string' } },
    ],
  ])('says of %s what the encoder checks', (_what, property, rule) => {
    const { thing } = requestTables({ type: 'object', ...closed, properties: { a_b: property } });
    expect(thing).toEqual({ kind: 'request', name: 'Thing', fields: { aB: ['a_b', rule] } });
  });

  test('names what is required, also one of several, and what only the model has', () => {
    const { thing } = requestTables({
      type: 'object',
      ...closed,
      minProperties: 1,
      required: ['user_id'],
      anyOf: [{ required: ['ip_a'] }, { required: ['ip_b'] }],
      properties: {
        user_id: { type: 'string' },
        ip_a: { type: 'string' },
        ip_b: { type: 'string' },
      },
      'x-model-properties': { username: { type: 'string', 'x-sensitive': true } },
    });
    expect(thing).toMatchObject({
      modelOnly: { username: { kind: 'string', sensitive: true } },
      required: ['userId'],
      requireAnyOf: ['ipA', 'ipB'],
      minProperties: 1,
    });
  });

  test('refers to the tables of objects inside it, which stand before it', () => {
    const inner = { type: 'object', ...closed, properties: { a: { type: 'string' } } };
    const schemas = { Inner: inner, Text: { type: 'string', maxLength: 4 } };
    const all = requestTables(
      {
        type: 'object',
        ...closed,
        properties: {
          one: reference('Inner'),
          many: { type: 'array', items: reference('Inner') },
          own: inner,
          text: { ...reference('Text'), 'x-sensitive': true, 'x-advice': 'must be short' },
        },
      },
      schemas,
    );
    expect(Object.keys(all).slice(0, 3)).toEqual(['inner', 'thingOwn', 'thing']);
    const { fields } = all['thing'] as { fields: Record<string, unknown[]> };
    expect(fields['one']?.[1]).toBe(all['inner']);
    expect(fields['many']?.[1]).toEqual({ kind: 'list', items: all['inner'] });
    expect(fields['own']?.[1]).toBe(all['thingOwn']);
    expect(fields['text']?.[1]).toEqual({
      kind: 'string',
      maxLength: 4,
      sensitive: true,
      advice: 'must be short',
    });
  });

  test('shares the words of a named enumeration', () => {
    const all = requestTables(
      {
        type: 'object',
        ...closed,
        properties: { a: reference('Kind'), b: reference('Kind') },
      },
      { Kind: { type: 'string', enum: ['x', 'y'] } },
    );
    const { fields } = all['thing'] as { fields: Record<string, [string, { enum: string[] }]> };
    expect(fields['a']?.[1].enum).toEqual(['x', 'y']);
    expect(fields['a']?.[1].enum).toBe(fields['b']?.[1].enum);
  });

  test.each<[string, Schema, string]>([
    [
      'multipleOf',
      { type: 'number', multipleOf: 2 },
      'Thing#/properties/a/multipleOf: "multipleOf" is not enforced on a request value of this type',
    ],
    [
      'a format without a test',
      { type: 'string', format: 'hostname' },
      'Thing#/properties/a/format: the client checks no format "hostname", only date-time, email, ipv4, ipv6, uuid',
    ],
    [
      'an object that says nothing of its properties',
      { type: 'object' },
      'Thing#/properties/a: an object in a request needs "properties" or a schema for its values',
    ],
    [
      'an object that takes anything beside its properties',
      { type: 'object', properties: {} },
      'Thing#/properties/a: a request object must have "additionalProperties: false"',
    ],
    [
      'alternatives of two names',
      { type: 'object', ...closed, properties: {}, anyOf: [{ required: ['a', 'b'] }] },
      'Thing#/properties/a/anyOf/0: "anyOf" of a request object takes branches with one required name',
    ],
    [
      'an object that is sensitive as a whole',
      { type: 'object', ...closed, properties: {}, 'x-sensitive': true },
      'Thing#/properties/a: x-sensitive belongs on the properties of an object, not on the object',
    ],
    [
      'an object with advice as a whole',
      { type: 'object', ...closed, properties: {}, 'x-advice': 'must be right' },
      'Thing#/properties/a: x-advice belongs on the properties of an object, not on the object',
    ],
    [
      'itself inside itself',
      reference('Thing'),
      'Thing#: it contains itself, which is not supported',
    ],
  ])('refuses %s', (_what, property, message) => {
    const schema = { type: 'object', ...closed, properties: { a: property } };
    expect(() => requestTables(schema)).toThrow(message);
  });
});

describe('the table of a response', () => {
  test('holds only what changes its name, what must be walked, and lists', () => {
    const all = responseTables(
      {
        type: 'object',
        properties: {
          id: { type: 'string' },
          risk_score: { type: 'number' },
          codes: { type: 'array', items: { type: 'string' } },
          same: reference('Same'),
          inner: reference('Inner'),
          all_inner: { type: 'array', items: reference('Inner') },
          by_name: { type: 'object', additionalProperties: reference('Inner') },
          names: { type: 'object', additionalProperties: { type: 'string' } },
        },
        'x-model-properties': { name: { type: 'string' } },
      },
      {
        Same: { type: 'object', properties: { same: { type: 'string' } } },
        Inner: { type: 'object', properties: { is_inner: { type: 'boolean' } } },
      },
    );
    const inner = { kind: 'response', name: 'Inner', fields: { is_inner: ['isInner'] } };
    expect(all['thing']).toEqual({
      kind: 'response',
      name: 'Thing',
      fields: {
        risk_score: ['riskScore'],
        inner: ['inner', inner],
        all_inner: ['allInner', { kind: 'list', items: inner }],
        by_name: ['byName', { kind: 'map', values: inner }],
      },
      lists: ['codes', 'allInner'],
      localized: true,
    });
    expect(all).not.toHaveProperty('same');
  });

  test('is there for an operation even when nothing changes', () => {
    const { thing } = responseTables({ type: 'object', properties: { id: { type: 'string' } } });
    expect(thing).toEqual({ kind: 'response', name: 'Thing', fields: {} });
  });

  test('reads an object without a file of its own by its place', () => {
    const inner = { type: 'object', properties: { a_b: { type: 'string' } } };
    const all = responseTables({ type: 'object', properties: { in_side: inner } });
    expect(all['thingInSide']).toEqual({
      kind: 'response',
      name: 'ThingInSide',
      fields: { a_b: ['aB'] },
    });
  });

  test('cannot have the name of a request table', () => {
    const schemas = {
      Thing: { type: 'object', ...closed, properties: { a_b: { type: 'string' } } },
    };
    const document = documentWithOperation(schemas, { request: 'Thing', response: 'Thing' });
    expect(() => sourceOf(document)).toThrow(
      'Thing#: its constant "thing" already exists, for Thing',
    );
  });
});

describe('the table of a text', () => {
  test('says what each value means', () => {
    const record: Schema = {
      type: 'object',
      'x-text-record': true,
      properties: {
        riskScore: { type: 'number', 'x-api-version': '1.1' },
        is_it: { type: 'string', enum: ['Yes', 'No', 'NA'] },
        kind: reference('Kind'),
        count: { type: ['integer', 'null'] },
      },
    };
    const document = documentWithOperation(
      { Thing: record, Kind: { type: 'string', enum: ['a'] } },
      {},
    );
    const text = { type: 'string', contentSchema: reference('Thing') };
    Object.assign(document.paths?.['/call']?.['post'] ?? {}, {
      responses: { '200': { content: { 'text/plain': { schema: text } } } },
    });
    const all = run(document);
    expect(all['thing']).toEqual({
      kind: 'text-record',
      name: 'Thing',
      fields: {
        riskScore: ['riskScore', 'number'],
        is_it: ['isIt', 'yesno'],
        kind: ['kind', 'string'],
        count: ['count', 'integer'],
      },
    });
  });

  test.each<[string, Schema]>([
    ['a list', { type: 'array', items: { type: 'string' } }],
    ['an object', { type: 'object', properties: {} }],
    ['one of two types', { type: ['string', 'number'] }],
    ['one of two schemas', { anyOf: [{ type: 'string' }, { type: 'number' }] }],
  ])('cannot say that a value is %s', (_, property) => {
    const Alert: Schema = { type: 'object', properties: { either: property } };
    const parameters = [{ name: 'alert', in: 'query', schema: reference('Alert') }];
    const webhooks = { alert: { get: { operationId: 'receive', parameters } } };
    expect(() => sourceOf({ ...documentOf({ Alert }), webhooks })).toThrow(
      'Alert#/properties/either: a value in a text must have one type of string, number, integer, boolean, or be an enumeration',
    );
  });

  test('of a webhook is that of its query string', () => {
    const Alert: Schema = {
      type: 'object',
      properties: { i: { type: 'string', 'x-model-name': 'ip' }, new_score: { type: 'number' } },
    };
    const parameters = [
      { name: 'alert', in: 'query', schema: reference('Alert') },
      { name: 'signature', in: 'header', schema: { type: 'string' } },
    ];
    const webhooks = { alert: { get: { operationId: 'receive', parameters } } };
    const all = run({ ...documentOf({ Alert }), webhooks });
    expect(all).toEqual({
      alert: {
        kind: 'response',
        name: 'Alert',
        fields: { i: ['ip'], new_score: ['newScore'] },
        types: { newScore: 'number' },
      },
      errorCodes: {},
      legacyErrorCodes: {},
      legacyWarningCodes: [],
    });
  });
});

describe('the documented codes', () => {
  const open = (...words: string[]): Schema => ({
    type: 'string',
    'x-extensible-enum': words,
  });
  const json = (schema: Schema) => ({ content: { 'application/json': { schema } } });
  const codes = (...words: string[]): Schema => ({
    type: 'object',
    properties: { code: open(...words) },
  });
  const text = (...words: string[]): Schema => ({
    type: 'string',
    contentSchema: {
      type: 'object',
      'x-text-record': true,
      properties: { err: { type: 'string', enum: words } },
    },
  });
  const documentWith = (responses: object): OpenApiDocument => ({
    ...withBasicCredentials(documentOf({})),
    paths: { '/a': { get: { operationId: 'call', responses } as never } },
  });

  test('come with their status, in alphabetical order', () => {
    const all = run(
      documentWith({
        '200': { content: { 'text/plain': { schema: text('WARN_B', 'WARN_A') } } },
        '401': json(codes('Z', 'A')),
        '402': { content: { 'text/plain': { schema: text('NO_FUNDS') } } },
        '403': json({ type: 'object', properties: {} }),
        '404': { content: { 'text/plain': {} } },
        default: json(codes('IGNORED')),
      }),
    );
    expect(all['errorCodes']).toEqual({ A: 401, Z: 401 });
    expect(Object.keys(all['errorCodes'] as object)).toEqual(['A', 'Z']);
    expect(all['legacyErrorCodes']).toEqual({ NO_FUNDS: 402 });
    expect(all['legacyWarningCodes']).toEqual(['WARN_A', 'WARN_B']);
  });

  test('leave it to the status of the response where they have several', () => {
    const all = run(documentWith({ '400': json(codes('A', 'B')), '401': json(codes('A')) }));
    expect(all['errorCodes']).toEqual({ A: 0, B: 400 });
  });
});

describe('an object whose keys are data', () => {
  const inputs: Schema = {
    type: 'object',
    ...closed,
    'x-keys-are-data': true,
    'x-sensitive': true,
    maxProperties: 2,
    propertyNames: { type: 'string', pattern: '^[a-z_]+$', 'x-advice': 'must have small letters' },
  };
  const withInputs = (properties: Record<string, Schema>): Record<string, unknown> => {
    const thing: Schema = {
      type: 'object',
      ...closed,
      properties: { all_inputs: reference('Inputs') },
    };
    return requestTables(thing, { Inputs: { ...inputs, properties } });
  };

  test('keeps the names as they are written, and what holds for each value', () => {
    const { inputs: table } = withInputs({ loyalty_tier: { type: 'string', enum: ['gold'] } });
    expect(table).toMatchObject({
      fields: {
        loyalty_tier: ['loyalty_tier', { kind: 'string', enum: ['gold'], sensitive: true }],
      },
    });
  });

  test.each<[string, Record<string, Schema>, string]>([
    [
      'a name that its rule does not allow',
      { loyaltyTier: { type: 'string' } },
      'Inputs#/properties/loyaltyTier: "loyaltyTier" must have small letters',
    ],
    [
      'more than may be there',
      { a: { type: 'string' }, b: { type: 'string' }, c: { type: 'string' } },
      'Inputs#/properties: there are 3 properties, and "maxProperties" is 2',
    ],
  ])('refuses %s', (_, properties, message) => {
    expect(() => withInputs(properties)).toThrow(message);
  });
});
