import { describe, expect, test } from '@jest/globals';
import {
  onlyEmptyValues,
  type OpenApiDocument,
  type Response,
  type Schema,
} from '../../scripts/document.ts';
import { portable } from '../../scripts/portable/portable.ts';
import { documentWithOperation, reference } from './small-document.ts';

const inRequest = (schema: Schema, more: Record<string, Schema> = {}): unknown =>
  portable(documentWithOperation({ Thing: schema, ...more }, { request: 'Thing' })).components
    ?.schemas?.['Thing'];

const property = (schema: Schema): unknown =>
  (inRequest({ type: 'object', properties: { a: schema } }) as Schema).properties?.['a'];

describe('a schema in the portable form', () => {
  test.each<[string, Schema, unknown]>([
    ['null as one of the types', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [
      'bounds that are left out themselves',
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 9 },
      {
        type: 'number',
        format: 'double',
        minimum: 0,
        exclusiveMinimum: true,
        maximum: 9,
        exclusiveMaximum: true,
      },
    ],
    [
      'a constant, false too',
      { type: 'boolean', const: false },
      { type: 'boolean', enum: [false] },
    ],
    [
      'the first of the examples',
      { type: 'string', examples: ['a', 'b'] },
      { type: 'string', example: 'a' },
    ],
    [
      'characters in place of escapes that PCRE does not know',
      { type: 'string', pattern: String.raw`^[\u00a0\u2010-\u2015\u005d\x5b\\u00a0]*$` },
      { type: 'string', pattern: '^[\u00a0\u2010-\u2015\\x5d\\x5b\\\\u00a0]*$' },
    ],
    [
      'a UUID without rules for strings',
      { type: 'string', format: 'uuid', maxLength: 36, pattern: '^[0-9a-f-]+$' },
      { type: 'string', format: 'uuid' },
    ],
    ['no list of examples that is empty', { type: 'string', examples: [] }, { type: 'string' }],
    [
      'text that holds a schema',
      { type: 'string', contentMediaType: 'text/plain', contentSchema: { type: 'object' } },
      { type: 'string' },
    ],
    [
      'rules for keys',
      {
        type: 'object',
        propertyNames: { pattern: '^a' },
        additionalProperties: { type: 'string' },
      },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    [
      'what only the model has',
      {
        type: 'object',
        'x-model-properties': { a: { type: 'string' } },
        'x-model-name': 'b',
        'x-sensitive': true,
      },
      { type: 'object', 'x-sensitive': true },
    ],
    ['whole numbers of 64 bits', { type: 'integer' }, { type: 'integer', format: 'int64' }],
    ['numbers of double precision', { type: 'number' }, { type: 'number', format: 'double' }],
    [
      'a format of its own, which stays',
      { type: 'integer', format: 'int32' },
      { type: 'integer', format: 'int32' },
    ],
    [
      'a nullable number',
      { type: ['integer', 'null'] },
      { type: 'integer', format: 'int64', nullable: true },
    ],
    ['a date-time', { type: 'string', format: 'date-time' }, { type: 'string' }],
    ['a day', { type: 'string', format: 'date' }, { type: 'string', format: 'date' }],
    [
      'a choice between formats of strings',
      {
        anyOf: [
          { type: 'string', format: 'ipv4' },
          { type: 'string', format: 'ipv6' },
        ],
      },
      { type: 'string' },
    ],
    [
      'a choice between strings, all limited',
      {
        anyOf: [
          { type: 'string', maxLength: 9 },
          { type: 'string', pattern: 'a', maxLength: 32 },
        ],
      },
      { type: 'string', maxLength: 32 },
    ],
    [
      'a choice between kinds of values',
      {
        description: 'Any.',
        anyOf: [{ type: 'string' }, { type: 'number', maximum: 9 }, { type: 'boolean' }],
      },
      { description: 'Any.' },
    ],
    [
      'a closed enumeration with descriptions',
      { type: 'string', enum: ['a', 'b'], 'x-enum-descriptions': { b: 'Second.', a: 'First.' } },
      { type: 'string', enum: ['a', 'b'], 'x-enum-descriptions': ['First.', 'Second.'] },
    ],
    [
      'an open enumeration',
      {
        type: 'string',
        description: 'Why.',
        'x-extensible-enum': ['a', 'b'],
        'x-enum-descriptions': { a: 'First.' },
      },
      {
        type: 'string',
        description: 'Why.\n\nKnown values, to which more may be added:\n- `a`: First.\n- `b`',
        'x-extensible-enum': ['a', 'b'],
      },
    ],
  ])('has %s', (_what, schema, expected) => {
    expect(property(schema)).toEqual(expected);
  });

  test('leaves the choice of a required property to the description', () => {
    const schema: Schema = {
      type: 'object',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
      anyOf: [{ required: ['a'] }, { required: ['b'] }],
    };
    expect(inRequest(schema)).toEqual({
      type: 'object',
      description: 'At least one is required: `a`, `b`.',
      properties: { a: { type: 'string' }, b: { type: 'string' } },
    });
  });

  test('keeps what documents a reference, in an allOf', () => {
    const schema: Schema = {
      type: 'object',
      properties: {
        other: { ...reference('Other'), description: 'Here.' },
        bare: reference('Other'),
      },
    };
    expect(inRequest(schema, { Other: { type: 'string' } })).toEqual({
      type: 'object',
      properties: {
        other: { allOf: [reference('Other')], description: 'Here.' },
        bare: reference('Other'),
      },
    });
  });

  test('has limits for requests and none for responses', () => {
    const limited: Schema = {
      type: 'object',
      properties: {
        risk: { type: 'number', minimum: 0.01, maximum: 99, description: '0.01 to 99.' },
        code: { type: 'string', maxLength: 8, pattern: '^[A-Z]*$' },
      },
      required: ['code'],
    };
    const document = documentWithOperation(
      { Sent: limited, Received: limited },
      { request: 'Sent', response: 'Received' },
    );
    const { schemas = {} } = portable(document).components ?? {};
    expect(schemas['Sent']?.properties?.['code']).toEqual(limited.properties?.['code']);
    expect(schemas['Received']).toEqual({
      type: 'object',
      properties: {
        risk: { type: 'number', format: 'double', description: '0.01 to 99.' },
        code: { type: 'string' },
      },
      required: ['code'],
    });
  });
});

describe('a response in the portable form', () => {
  const error: Schema = {
    type: 'object',
    properties: { code: { type: 'string' }, error: { type: 'string' } },
  };
  const refused: Schema = {
    ...error,
    properties: {
      ...error.properties,
      code: {
        type: 'string',
        'x-extensible-enum': ['NO_MONEY'],
        'x-enum-descriptions': { NO_MONEY: 'Empty.' },
      },
    },
  };
  const json = (name: string): NonNullable<Response['content']> => ({
    'application/vnd.example+json': { schema: reference(name) },
    'application/json': { schema: reference(name) },
  });

  const portableResponses = (
    responses: Record<string, Response>,
    named: Record<string, Response> = {},
  ) => {
    const document = documentWithOperation(
      { Thing: { type: 'object' }, ServiceError: error, Refused: refused },
      { request: 'Thing' },
    );
    const operation = Object.values(document.paths ?? {})[0]?.['post'] as {
      responses: Record<string, Response>;
    };
    operation.responses = responses;
    Object.assign(document.components ?? {}, { responses: named });
    const result = portable(document);
    const made = Object.values(result.paths ?? {})[0]?.['post'] as typeof operation;
    return { responses: made.responses, components: result.components };
  };

  test('has one media type', () => {
    const { responses } = portableResponses({ '200': { content: json('Thing') } });
    expect(Object.keys(responses['200']?.content ?? {})).toEqual(['application/json']);
  });

  test('keeps a type that is the only one', () => {
    const content = { 'text/plain': { schema: { type: 'string' } } };
    expect(portableResponses({ '200': { content } }).responses['200']).toEqual({ content });
  });

  test('has one type of error, and the codes in its description', () => {
    const { responses, components } = portableResponses(
      { '402': { $ref: '#/components/responses/PaymentRequired' } },
      { PaymentRequired: { description: 'No.', content: json('Refused') } },
    );
    expect(responses['402']).toEqual({ $ref: '#/components/responses/PaymentRequired' });
    expect(components?.['responses']).toEqual({
      PaymentRequired: {
        description: 'No.\n\nCodes:\n- `NO_MONEY`: Empty.',
        content: { 'application/json': { schema: reference('ServiceError') } },
      },
    });
    expect(Object.keys(components?.schemas ?? {}).sort()).toEqual(['ServiceError', 'Thing']);
  });

  test('leaves errors alone in a document that has no common one', () => {
    const document = documentWithOperation({ Thing: { type: 'object' } }, { response: 'Thing' });
    const operation = Object.values(document.paths ?? {})[0]?.['post'] as {
      responses: Record<string, Response>;
    };
    operation.responses = {
      '400': { content: { 'application/json': { schema: reference('Thing') } } },
    };
    expect(portable(document).paths).toEqual(document.paths);
  });

  test('keeps an error with fields of its own', () => {
    const { responses } = portableResponses({ '400': { content: json('Thing') } });
    expect(responses['400']?.content?.['application/json']?.schema).toEqual(reference('Thing'));
  });

  test('has no content where there is mostly none', () => {
    const { responses } = portableResponses({
      '429': { description: 'Wait.', content: json('ServiceError') },
      '503': { description: 'Later.', content: json('ServiceError') },
    });
    expect(responses).toEqual({
      '429': { description: 'Wait.' },
      '503': { description: 'Later.' },
    });
  });

  test('is named by exact statuses, without those that no generated client meets', () => {
    const down = { description: 'Down.' };
    const { responses } = portableResponses({
      '200': { description: 'Fine.' },
      '406': { description: 'No.' },
      '415': { description: 'No.' },
      '5XX': down,
      default: { description: 'Other.', content: json('ServiceError') },
    });
    expect(responses).toEqual({ '200': { description: 'Fine.' }, '500': down, '503': down });
  });
});

describe('a document in the portable form', () => {
  const document: OpenApiDocument = {
    ...documentWithOperation(
      { Thing: { type: 'string' }, OnlyInWebhook: { type: 'string' } },
      { request: 'Thing' },
    ),
    info: {
      title: 'Small',
      version: '1',
      summary: 'In short.',
      license: { name: 'Apache-2.0', identifier: 'Apache-2.0' },
    },
    webhooks: {
      alert: {
        get: {
          operationId: 'alert',
          parameters: [{ name: 'a', in: 'query', schema: reference('OnlyInWebhook') }],
        },
      },
    },
  };
  Object.assign(document.components ?? {}, {
    securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
  });

  test('has the tags that an operation has', () => {
    const tagged = structuredClone(document);
    const [item] = Object.values(tagged.paths ?? {});
    Object.assign(item?.['post'] ?? {}, { tags: ['Used'] });
    const result = portable({ ...tagged, tags: [{ name: 'Used' }, { name: 'OfAWebhook' }] });
    expect(result['tags']).toEqual([{ name: 'Used' }]);
  });

  test('says in words that a request of empty values is refused', () => {
    const schema: Schema = {
      type: 'object',
      description: 'A thing.',
      minProperties: 1,
      not: onlyEmptyValues,
      properties: {},
    };
    expect(inRequest(schema)).toEqual({
      type: 'object',
      description: 'A thing.\n\nA request with only empty objects and lists is rejected.',
      minProperties: 1,
      properties: {},
    });
  });

  test('has no webhooks, nothing that only they use, and no summary', () => {
    const result = portable(document);
    expect(result.openapi).toBe('3.0.3');
    expect(result.webhooks).toBeUndefined();
    expect(result.components).toEqual({
      schemas: { Thing: { type: 'string' } },
      securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
    });
    expect(result.info).toEqual({
      title: 'Small',
      version: '1',
      license: { name: 'Apache-2.0', url: 'https://spdx.org/licenses/Apache-2.0.html' },
    });
  });

  test('is a copy: the 3.1 document stays what it was', () => {
    const before = structuredClone(document);
    portable(document);
    expect(document).toEqual(before);
  });

  test('needs neither a licence nor paths nor components', () => {
    expect(portable({ openapi: '3.1.0', info: { title: 'a' } })).toEqual({
      openapi: '3.0.3',
      info: { title: 'a' },
      components: { schemas: {} },
    });
  });

  test('has a parameter for each field of a query that is one object', () => {
    const fields: Schema = {
      type: 'object',
      required: ['key'],
      properties: {
        key: { type: 'string', description: 'Opens.' },
        amount: { type: 'number', deprecated: true, 'x-deprecated': { since: 'May 2015' } },
      },
    };
    const asked: OpenApiDocument = {
      openapi: '3.1.0',
      info: { title: 'a' },
      paths: {
        '/ask': {
          get: {
            operationId: 'ask',
            parameters: [
              { name: 'order', in: 'query', required: true, schema: reference('Fields') },
              {
                name: 'page',
                in: 'query',
                description: 'Where.',
                deprecated: true,
                'x-deprecated': { since: '2015', use: 'Send `key`.' },
                schema: { type: 'integer' },
              },
            ],
          },
        },
      },
      components: { schemas: { Fields: fields } },
    };
    const operation = portable(asked).paths?.['/ask']?.['get'] as { parameters: unknown };
    expect(operation.parameters).toEqual([
      {
        name: 'key',
        in: 'query',
        required: true,
        description: 'Opens.',
        schema: { type: 'string' },
      },
      {
        name: 'amount',
        in: 'query',
        description: 'Deprecated: since May 2015.',
        deprecated: true,
        schema: { type: 'number', format: 'double' },
      },
      {
        name: 'page',
        in: 'query',
        description: 'Where. Deprecated: since 2015. Send `key`.',
        deprecated: true,
        schema: { type: 'integer', format: 'int64' },
      },
    ]);
  });
});
