/** The entry of a client of one's own: what it offers, and which operations and webhooks it refuses. */
import { describe, expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { callView } from '../../scripts/calls.ts';
import { clientIndex, clientReadme } from '../../scripts/client-index.ts';
import type { OpenApiDocument, PathItem, PathOperation, Schema } from '../../scripts/document.ts';
import { webhooksOf } from '../../scripts/webhooks.ts';
import { documentOf, reference, withBasicCredentials } from './small-document.ts';

const closed = { type: 'object', additionalProperties: false } as const;
const text: Schema = { type: 'string', contentSchema: reference('Record') };
const schemas: Record<string, Schema> = {
  Thing: { ...closed, properties: { a_b: { type: 'string' } } },
  Receipt: { type: 'object', properties: { id: { type: 'string' } } },
  Record: { type: 'object', 'x-text-record': true, properties: { id: { type: 'string' } } },
  Form: {
    ...closed,
    properties: { i: { type: 'string' }, l: { type: 'string', 'x-credential': true } },
  },
};
const content = (schema: Schema, mediaType = 'application/json') => ({
  content: { [mediaType]: { schema } },
});
const formType = 'application/x-www-form-urlencoded';
const response = { '200': content(reference('Receipt')) };
const record = { '200': content(text, 'text/plain') };
const form = content(reference('Form'), formType);
const inQuery = (name: string, schema: Schema, more: object = {}) => [
  { name, in: 'query', schema, ...more },
];

function specWith(
  paths: Record<string, object>,
  webhooks: Record<string, object> = {},
): OpenApiDocument {
  const used = JSON.stringify([paths, webhooks]);
  // A field that is a credential may only be there where a request is sent with it.
  const entries = Object.entries(structuredClone(schemas));
  const components = entries.filter(([name]) => name !== 'Form' || used.includes('/Form'));
  return {
    ...withBasicCredentials(documentOf(Object.fromEntries(components))),
    paths: paths as Record<string, PathItem>,
    webhooks: webhooks as Record<string, PathItem>,
  };
}

function index(spec: OpenApiDocument, models: readonly string[] = []): string {
  const { document, calls } = callView(spec);
  return clientIndex(document, calls, new Map(models.map((name) => [name, true])), '');
}

describe('a method', () => {
  test.each([
    [
      'without a request takes none',
      undefined,
      /call\(options\?: CallOptions\)[^}]*Operation, \{\}, options\)/,
    ],
    [
      'whose query is optional takes one or none',
      inQuery('q', { type: 'string' }),
      /call\(request: models\.CallQuery = \{\}, options/,
    ],
    [
      'whose query has a required parameter takes it',
      inQuery('q', { type: 'string' }, { required: true }),
      /call\(request: models\.CallQuery, options/,
    ],
  ])('%s', (_, parameters, expected) => {
    const get = { operationId: 'call', parameters, responses: response };
    expect(index(specWith({ '/a': { get } }))).toMatch(expected);
  });

  test('says that it is deprecated, since when and what to use', () => {
    const get = { operationId: 'call', summary: 'Call', responses: response };
    const deprecation = { since: 'May 2026', use: 'Use `report`.' };
    const spec = (more: object) => specWith({ '/a': { get: { ...get, ...more } } });
    const documented = '   * Call\n   *\n   * @deprecated';
    expect(index(spec({}))).not.toContain('@deprecated');
    expect(index(spec({ deprecated: true }))).toContain(`${documented}\n   */`);
    expect(index(spec({ deprecated: true, 'x-deprecated': deprecation }))).toContain(
      `${documented} Since May 2026. Use \`report\`.\n   */`,
    );
  });

  test('of a service in text belongs to the client of the legacy services', () => {
    const post = { operationId: 'call', security: [], requestBody: form, responses: record };
    const source = index(specWith({ '/a': { post } }));
    expect(source).toContain('export class MinFraudLegacy extends TextOperationClient<paths>');
    expect(source).not.toContain('class MinFraud extends');
    expect(source).toContain(
      'call(request: models.Form, options?: LegacyCallOptions): Promise<models.Record>',
    );
  });

  test('is not made of a GET with the license key, next to a form', () => {
    const call = { security: [], responses: record };
    const get = {
      ...call,
      operationId: 'callByGet',
      parameters: inQuery('q', reference('Form'), { explode: true }),
    };
    const post = { ...call, operationId: 'call', requestBody: form };
    const source = index(specWith({ '/a': { get, post } }));
    expect(source).toContain(' call(');
    expect(source).not.toContain('callByGet(');
  });
});

describe('is refused with its place:', () => {
  const get = { operationId: 'call', responses: response };
  test.each<[string, Record<string, object>, string]>([
    [
      'a GET with the license key that has no form next to it',
      {
        get: {
          operationId: 'call',
          security: [],
          parameters: inQuery('q', reference('Form'), { explode: true }),
          responses: record,
        },
      },
      '/get: no client offers it, since the license key would be in the URL',
    ],
    [
      'a service in text with an account ID',
      {
        post: {
          operationId: 'call',
          requestBody: content(reference('Thing'), formType),
          responses: record,
        },
      },
      '/post/security: the client of services that respond with text sends a license key and no account ID',
    ],
    [
      'a parameter in a header',
      {
        get: { ...get, parameters: [{ name: 'X-Shop', in: 'header', schema: { type: 'string' } }] },
      },
      '/get/parameters/0: a client cannot send "X-Shop": parameters must be in the query',
    ],
    [
      'a parameter in the path',
      { get: { ...get, parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }] } },
      '/get/parameters/0: a client cannot send "id": parameters must be in the query',
    ],
    [
      'a parameter of the path item in a cookie',
      {
        get: { ...get, parameters: inQuery('q', { type: 'string' }) },
        parameters: [{ name: 'shop', in: 'cookie', schema: { type: 'string' } }],
      },
      '/parameters/0: a client cannot send "shop": parameters must be in the query',
    ],
    [
      'a list in the query',
      {
        get: {
          ...get,
          parameters: [
            ...inQuery('q', { type: 'string' }),
            ...inQuery('actions', { type: 'array', items: { type: 'string' } }),
          ],
        },
      },
      '/get/parameters/1: a query and a form hold single values: no list, and no object',
    ],
    [
      'an object next to other parameters in the query',
      {
        get: {
          ...get,
          parameters: [...inQuery('q', reference('Thing')), ...inQuery('r', { type: 'string' })],
        },
      },
      '/get/parameters/0: a query and a form hold single values',
    ],
    [
      'a list in a form',
      {
        post: {
          operationId: 'call',
          requestBody: content(
            {
              ...closed,
              properties: { 'a/b': { type: 'array', items: { type: 'string' } } },
            },
            formType,
          ),
          responses: response,
        },
      },
      `/post/requestBody/content/application~1x-www-form-urlencoded/schema/properties/a~1b: a query and a form`,
    ],
    [
      'a method that every client has',
      { get: { ...get, operationId: 'atPath' } },
      '/get/operationId: a method of the client cannot be called "atPath"',
    ],
  ])('%s', (_, item, message) => {
    expect(() => index(specWith({ '/a': item }))).toThrow(`openapi.yaml#/paths/~1a${message}`);
  });

  test('a list in a named object that is spread over the query', () => {
    const spec = specWith({
      '/a': { get: { ...get, parameters: inQuery('q', reference('Thing'), { explode: true }) } },
    });
    Object.assign(spec.components?.schemas?.['Thing']?.properties ?? {}, {
      labels: { type: ['array', 'null'], items: { type: 'string' } },
    });
    expect(() => index(spec)).toThrow('Thing#/properties/labels: a query and a form hold');
  });

  test('a path with something to fill in', () => {
    expect(() => index(specWith({ '/lists/{list_id}/rows': { get } }))).toThrow(
      'openapi.yaml#/paths/~1lists~1{list_id}~1rows: a client cannot fill in {list_id}',
    );
  });

  test('two operations that would be one method', () => {
    const paths = {
      '/a': { get },
      '/b': { get: { ...get, operationId: 'report' } },
      '/c': { get: { ...get, operationId: 'reportTransaction' } },
    };
    expect(() => index(specWith(paths))).toThrow(
      'openapi.yaml#/paths/~1c/get/operationId: reportTransaction and report would both be the method "report"',
    );
  });

  test('a model that is called like an export', () => {
    expect(() => index(specWith({ '/a': { get } }), ['HttpError'])).toThrow(
      'HttpError#: the client exports something called "HttpError" already',
    );
  });

  const webhook = {
    operationId: 'receiveThing',
    parameters: inQuery('t', reference('Thing'), { explode: true }),
    responses: { '200': { description: 'Taken.' } },
  };
  test.each<[string, object, string]>([
    [
      'a webhook with a body',
      { ...webhook, requestBody: content(reference('Thing')) },
      '/thing/post/requestBody: the body of a webhook cannot be read: describe its query',
    ],
    [
      'a webhook with single parameters',
      { ...webhook, parameters: inQuery('t', { type: 'string' }) },
      '/thing/post/parameters: a webhook must send one parameter in its query',
    ],
    [
      'a webhook without parameters',
      { ...webhook, parameters: [] },
      '/thing/post/parameters: a webhook',
    ],
    [
      'a webhook with two objects',
      { ...webhook, parameters: [...webhook.parameters, ...inQuery('u', reference('Receipt'))] },
      '/thing/post/parameters: a webhook',
    ],
  ])('%s', (_, post, message) => {
    expect(() => webhooksOf(specWith({}, { thing: { post } }))).toThrow(
      `openapi.yaml#/webhooks${message}`,
    );
  });

  test('a parameter of a webhook that is called like what is told of all', () => {
    const spec = specWith({}, { thing: { post: webhook } });
    Object.assign(spec.components?.schemas?.['Thing']?.properties ?? {}, {
      repeated: { type: 'string' },
    });
    expect(() => webhooksOf(spec)).toThrow(
      'Thing#/properties/repeated: "repeated" is already a property',
    );
  });

  test('two webhooks that would be one parser', () => {
    const spec = specWith(
      { '/a': { get } },
      { thing: { post: webhook }, other: { post: { ...webhook, operationId: 'thing' } } },
    );
    expect(() => index(spec)).toThrow(
      'openapi.yaml#/webhooks: the client would export "ReceivedThing" twice',
    );
  });
});

describe('dispositions of an edited document', () => {
  const shipped = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as OpenApiDocument;
  const path = '/minfraud/disposition/v1.0/updates';
  const edited = (change: (document: OpenApiDocument) => void): OpenApiDocument => {
    const document = structuredClone(shipped);
    change(document);
    return document;
  };
  const page = (document: OpenApiDocument): Schema =>
    document.components?.schemas?.['DispositionUpdates'] ?? {};

  test.each<[string, (document: OpenApiDocument) => void, string]>([
    [
      'take no parameter that is called like an option of a call',
      (document) => {
        const get = document.paths?.[path]?.['get'] as PathOperation;
        get.parameters?.push({
          name: 'time_out',
          in: 'query',
          schema: { type: 'integer', 'x-model-name': 'timeout' },
        });
      },
      '/get/parameters: "timeout" is already an option of every call',
    ],
    [
      'need their cursor',
      (document) => {
        Reflect.deleteProperty(page(document).properties ?? {}, 'last_update_timestamp');
      },
      '/get: pagination needs lastUpdateTimestamp',
    ],
  ])('%s', (_, change, message) => {
    expect(() => index(edited(change))).toThrow(
      `openapi.yaml#/paths/~1minfraud~1disposition~1v1.0~1updates${message}`,
    );
  });

  test('are listed with the other methods in the README of the client', () => {
    const { document, calls } = callView(shipped);
    const readme = clientReadme(document, calls, 'npm run own');
    expect(readme).toContain(
      '`MinFraud` has `score`, `insights`, `factors`, `report`, `dispositions`',
    );
    expect(readme).toContain('; `MinFraudLegacy` has `score`, `proxyDetection`');
  });
});
