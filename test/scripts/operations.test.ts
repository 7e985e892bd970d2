import { describe, expect, test } from '@jest/globals';
import ts from 'typescript';
import { callView } from '../../scripts/calls.ts';
import type { OpenApiDocument, PathItem, PathOperation, Schema } from '../../scripts/document.ts';
import { operations } from '../../scripts/operations.ts';
import { documentOf, reference, withBasicCredentials } from './small-document.ts';

/** What a program that imports the generated source gets; a table is a string with its name. */
function run(spec: OpenApiDocument): Record<string, Record<string, unknown>> {
  const { document, calls } = callView(spec);
  const source = operations(document, calls, { banner: '', runtime: './runtime.ts' });
  const { outputText } = ts.transpileModule(source, {
    compilerOptions: { module: ts.ModuleKind.CommonJS, target: ts.ScriptTarget.ES2022 },
  });
  const tables = new Proxy({}, { get: (_, name) => `the table ${String(name)}` });
  const exported: Record<string, Record<string, unknown>> = {};
  // eslint-disable-next-line @typescript-eslint/no-implied-eval, @typescript-eslint/no-unsafe-call -- this source was generated above
  new Function('exports', 'require', outputText)(exported, () => tables);
  return exported;
}

const closed = { type: 'object', additionalProperties: false } as const;
const schemas: Record<string, Schema> = {
  Thing: { ...closed, properties: { a_b: { type: 'string' } } },
  Receipt: { type: 'object', properties: { id: { type: 'string' } } },
  Text: { type: 'object', 'x-text-record': true, properties: { id: { type: 'string' } } },
};
const key: Schema = { type: 'string', 'x-credential': true, 'x-sensitive': true };
const withKey: Schema = {
  ...closed,
  required: ['l', 'i'],
  properties: { i: { type: 'string' }, l: key },
};

type Loose = Omit<Partial<PathOperation>, 'parameters'> & { parameters?: object[] };

function specWith(operation: Loose, method: 'get' | 'post' = 'post'): OpenApiDocument {
  const item = { [method]: { operationId: 'call', ...operation } } as PathItem;
  return { ...withBasicCredentials(documentOf({ ...schemas })), paths: { '/a/b': item } };
}

const content = (schema: Schema, mediaType = 'application/json') => ({
  content: { [mediaType]: { schema } },
});
const form = 'application/x-www-form-urlencoded';
const textResponse = { type: 'string', contentSchema: reference('Text') };

describe('an operation', () => {
  test('names its tables, and is among all operations', () => {
    const exported = run(
      specWith({
        requestBody: content(reference('Thing')),
        responses: { '200': content(reference('Receipt')) },
        'x-body-limit': 9,
        'x-retryable': true,
      }),
    );
    expect(exported['callOperation']).toMatchObject({
      id: 'call',
      method: 'POST',
      path: '/a/b',
      accept: 'application/json',
      authentication: 'basic',
      retryable: true,
      sends: 'json',
      bodyLimit: 9,
      request: 'the table thing',
      response: 'the table receipt',
      errorCodes: 'the table errorCodes',
    });
    expect(exported['operations']?.['call']).toBe(exported['callOperation']);
  });

  test.each<[string, Loose, object]>([
    [
      'sends its key among the fields of a form, and reads text',
      {
        security: [],
        requestBody: content(withKey, form),
        responses: { '200': content(textResponse, 'text/plain') },
      },
      {
        sends: 'form',
        authentication: 'key',
        keyField: 'l',
        accept: 'text/plain',
        response: 'the table text',
        errorCodes: 'the table legacyErrorCodes',
      },
    ],
    [
      'sends one object as a query',
      { parameters: [{ name: 'q', in: 'query', explode: true, schema: reference('Thing') }] },
      { sends: 'query', request: 'the table thing' },
    ],
    [
      'sends single parameters as a query',
      { parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }] },
      { sends: 'query', request: 'the table callQuery' },
    ],
    ['may ask for nothing', {}, { sends: 'query', request: 'the table callQuery' }],
    [
      'has tables for schemas without a file',
      {
        requestBody: content({ ...closed, properties: {} }),
        responses: { '200': content({ type: 'object', properties: {} }) },
      },
      { request: 'the table callRequest', response: 'the table callResult' },
    ],
    [
      'asks for plain JSON next to a vendor type',
      {
        responses: {
          '200': {
            content: {
              'application/json': { schema: reference('Receipt') },
              'application/x+json': { schema: reference('Receipt') },
            },
          },
        },
      },
      { accept: 'application/json' },
    ],
    [
      'asks for JSON errors when it has no response',
      { responses: { '204': { description: 'Done.' } } },
      { accept: 'application/json', errorCodes: 'the table errorCodes' },
    ],
  ])('%s', (_what, operation, expected) => {
    expect(run(specWith(operation))['callOperation']).toMatchObject(expected);
  });

  test('without a body has no table for it', () => {
    expect(run(specWith({ responses: { '204': {} } }))['callOperation']).not.toHaveProperty(
      'response',
    );
  });
});

describe('the request of an operation', () => {
  test('does not hold the license key', () => {
    const { document } = callView(specWith({ security: [], requestBody: content(withKey, form) }));
    expect(document.components?.schemas?.['CallRequest']).toEqual({
      ...closed,
      required: ['i'],
      properties: { i: { type: 'string' } },
    });
  });

  test('made of single parameters keeps what they say', () => {
    const after = {
      name: 'updates_after',
      in: 'query',
      required: true,
      deprecated: true,
      'x-deprecated': { use: null },
      description: 'From when.',
      schema: { type: 'string', format: 'date-time', 'x-advice': 'must be a time' },
    };
    const { document, calls } = callView(specWith({ parameters: [after] }, 'get'));
    expect(calls).toMatchObject([{ request: 'CallQuery', sends: 'query' }]);
    expect(document.components?.schemas?.['CallQuery']).toEqual({
      ...closed,
      description: 'The query of `call`.',
      required: ['updates_after'],
      properties: {
        updates_after: {
          ...after.schema,
          description: 'From when.',
          deprecated: true,
          'x-deprecated': { use: null },
        },
      },
    });
  });

  test.each<[string, Loose, string]>([
    [
      'a parameter in the path',
      { parameters: [{ name: 'id', in: 'path', schema: { type: 'string' } }] },
      '/parameters/0: a client cannot send "id": parameters must be in the query',
    ],
    [
      'parameters and a body',
      {
        parameters: [{ name: 'q', in: 'query', schema: { type: 'string' } }],
        requestBody: content(reference('Thing')),
      },
      '/parameters: an operation takes a body or parameters, not both',
    ],
    [
      'a body that is neither JSON nor a form',
      { requestBody: content(reference('Thing'), 'text/xml') },
      '/requestBody: a body must be JSON or a form, with a schema',
    ],
    [
      'no credentials at all',
      { security: [], requestBody: content(reference('Thing')) },
      ': an operation needs basic credentials, or a field with "x-credential: true"',
    ],
    [
      'a response without a schema',
      { responses: { '200': { content: { 'application/json': {} } } } },
      '/responses/200: a response needs a schema',
    ],
    [
      'a response that is a list',
      { responses: { '200': content({ type: 'array', items: { type: 'string' } }) } },
      '/responses/200: a success response must be an object with "properties"',
    ],
    [
      'two responses',
      {
        responses: { '200': content(reference('Receipt')), '201': content(reference('Thing')) },
      },
      '/responses/201: all success responses of an operation must have the same schema',
    ],
  ])('cannot be %s', (_what, operation, message) => {
    expect(() => callView(specWith(operation))).toThrow(
      `openapi.yaml#/paths/~1a~1b/post${message}`,
    );
  });

  test.each<[string, Schema]>([
    ['where there are basic credentials', { properties: { key } }],
    ['next to another', { properties: { key, license: key } }],
  ])('sends no credential %s', (what, properties) => {
    const Thing: Schema = { ...closed, ...properties };
    const security = what === 'next to another' ? { security: [] } : {};
    const spec = specWith({ ...security, requestBody: content(reference('Thing')) });
    Object.assign(spec.components?.schemas ?? {}, { Thing });
    expect(() => callView(spec)).toThrow(
      /^Thing#\/properties\/\w+\/x-credential: "x-credential" is for one field of a request that is/,
    );
  });

  test('cannot take a name that exists already', () => {
    const spec = specWith({}, 'get');
    Object.assign(spec.components?.schemas ?? {}, { CallQuery: schemas['Thing'] });
    expect(() => callView(spec)).toThrow('the component "CallQuery" already exists');
  });
});
