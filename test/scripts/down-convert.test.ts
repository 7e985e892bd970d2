import { describe, expect, test } from '@jest/globals';
import { downConvert } from '../../scripts/down-convert.ts';
import type { OpenApiDocument, Schema } from '../../scripts/document.ts';
import { documentWithOperation, reference } from './small-document.ts';

/** As it is written to the file: the library's objects come from another realm than the test's. */
const asWritten = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

const converted = (schema: Schema, more: Record<string, Schema> = {}): unknown => {
  const document = documentWithOperation({ Thing: schema, ...more }, { request: 'Thing' });
  return asWritten(downConvert(document).components?.schemas?.['Thing']);
};

describe('a schema in 3.0', () => {
  test.each<[string, Schema, unknown]>([
    ['a null beside a type', { type: ['string', 'null'] }, { type: 'string', nullable: true }],
    [
      'a bound that is left out itself',
      { type: 'number', exclusiveMinimum: 0, exclusiveMaximum: 9 },
      { type: 'number', minimum: 0, exclusiveMinimum: true, maximum: 9, exclusiveMaximum: true },
    ],
    [
      'a constant, false among them',
      { type: 'object', properties: { a: { type: 'boolean', const: false } } },
      { type: 'object', properties: { a: { type: 'boolean', enum: [false] } } },
    ],
    ['examples', { type: 'string', examples: ['a', 'b'] }, { type: 'string', example: 'a' }],
    [
      'text that holds a schema',
      {
        type: 'string',
        contentMediaType: 'text/plain',
        contentSchema: { type: 'object', properties: {} },
      },
      { type: 'string' },
    ],
    [
      'rules for keys',
      {
        type: 'object',
        propertyNames: { type: 'string', pattern: '^a' },
        additionalProperties: { type: 'string' },
      },
      { type: 'object', additionalProperties: { type: 'string' } },
    ],
    [
      'what only the model has',
      { type: 'object', properties: {}, 'x-model-properties': { a: { type: 'string' } } },
      { type: 'object', properties: {} },
    ],
  ])('%s', (_what, schema, expected) => {
    expect(converted(schema)).toEqual(expected);
  });

  test('documentation beside a reference survives in an allOf', () => {
    const schema = {
      type: 'object',
      properties: { other: { ...reference('Other'), description: 'Here.' } },
    };
    expect(converted(schema, { Other: { type: 'string' } })).toEqual({
      type: 'object',
      properties: { other: { allOf: [reference('Other')], description: 'Here.' } },
    });
  });
});

describe('a document in 3.0', () => {
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

  test('has no webhooks, nothing that only they use, and no summary', () => {
    const result = downConvert(document);
    expect(result.openapi).toBe('3.0.3');
    expect(result.webhooks).toBeUndefined();
    expect(asWritten(result.components)).toEqual({
      schemas: { Thing: { type: 'string' } },
      securitySchemes: { basic: { type: 'http', scheme: 'basic' } },
    });
    expect(asWritten(result.info)).toEqual({
      title: 'Small',
      version: '1',
      license: { name: 'Apache-2.0', url: 'https://spdx.org/licenses/Apache-2.0.html' },
    });
  });

  test('is a copy: the 3.1 document stays what it was', () => {
    const before = structuredClone(document);
    downConvert(document);
    expect(document).toEqual(before);
  });

  test('needs neither a licence nor components', () => {
    expect(asWritten(downConvert({ openapi: '3.1.0', info: { title: 'a' } }))).toEqual({
      openapi: '3.0.3',
      info: { title: 'a' },
      components: {},
    });
  });
});
