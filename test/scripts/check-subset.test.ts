import { describe, expect, test } from '@jest/globals';
import { checkSubset } from '../../scripts/check-subset.ts';
import { onlyEmptyValues } from '../../scripts/document.ts';
import { SpecError } from '../../scripts/spec-error.ts';

/** A spec of one operation that takes the schema under test. */
function specWith(schema: unknown, more: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    'openapi.yaml': {
      openapi: '3.1.0',
      info: { title: 'Small', version: '1' },
      paths: { '/call': { $ref: './paths/call.yaml' } },
    },
    'paths/call.yaml': {
      post: {
        operationId: 'call',
        requestBody: {
          content: { 'application/json': { schema: { $ref: '../schemas/Thing.yaml' } } },
        },
        responses: { '204': { description: 'Done.' } },
      },
    },
    'schemas/Thing.yaml': schema,
    ...more,
  };
}

function problemsOf(files: Record<string, unknown>): string[] {
  try {
    checkSubset((file) => {
      if (!(file in files)) throw new Error('no such file');
      return files[file];
    });
    return [];
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    expect(error.message.split('\n')).toHaveLength(error.problems.length);
    return error.problems.map(({ file, pointer, message }) => `${file}#${pointer}: ${message}`);
  }
}

const refuses = (schema: unknown): string[] =>
  problemsOf(specWith(schema)).map((problem) => problem.replace('schemas/Thing.yaml#', ''));

describe('a spec within the subset', () => {
  test('passes, and its files come back with what they hold', () => {
    const files = specWith(
      {
        type: 'object',
        description: 'A thing.',
        additionalProperties: false,
        required: ['kind'],
        anyOf: [{ required: ['kind'] }, { required: ['size'] }],
        'x-model-properties': { hashed: { type: 'boolean' } },
        properties: {
          kind: { $ref: './Kind.yaml', description: 'Its kind.', 'x-sensitive': true },
          size: { type: 'number', exclusiveMinimum: 0 },
          note: { type: ['string', 'null'], maxLength: 5, pattern: '^a$' },
          tags: {
            type: 'object',
            propertyNames: { type: 'string', pattern: '^x' },
            additionalProperties: { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
          },
          list: { type: 'array', items: { type: 'string', const: 'a' } },
        },
      },
      {
        'schemas/Kind.yaml': {
          type: 'string',
          maxLength: 20,
          'x-extensible-enum': ['a'],
          'x-enum-descriptions': { a: 'The first.' },
        },
      },
    );
    const sources = checkSubset((file) => files[file]);
    expect(Object.fromEntries(sources)).toEqual({
      'openapi.yaml': 'root',
      'paths/call.yaml': 'pathItem',
      'schemas/Thing.yaml': 'schema',
      'schemas/Kind.yaml': 'schema',
    });
  });
});

describe('what a generator would drop in silence is refused with file and pointer', () => {
  test.each<[string, unknown, string]>([
    [
      'a keyword that no step handles',
      { type: 'object', patternProperties: {} },
      '/patternProperties: unknown keyword "patternProperties" in a schema',
    ],
    [
      'a keyword deep inside',
      { type: 'object', properties: { 'a/b': { type: 'string', nullable: true } } },
      '/properties/a~1b/nullable: unknown keyword "nullable" in a schema',
    ],
    [
      'an unknown vendor extension',
      { type: 'string', 'x-secret': true },
      '/x-secret: unknown vendor extension "x-secret" in a schema',
    ],
    [
      'required next to $ref',
      { $ref: './Other.yaml', required: ['a'] },
      '/required: "required" may not stand next to a $ref',
    ],
    [
      'a reference into a file',
      { type: 'array', items: { $ref: '#/properties/a' } },
      '/items/$ref: a $ref must name another file of the spec by its relative path, not "#/properties/a"',
    ],
    ['a value that is no schema', 7, ': a schema must be an object'],
    ['no type', { description: 'anything' }, ': a schema needs a type'],
    [
      'an unknown fate of an invalid value',
      { type: 'string', 'x-invalid': 'drop' },
      '/x-invalid: "x-invalid" must be shorten or throw',
    ],
    [
      'something to shorten without a length',
      { type: 'string', 'x-invalid': 'shorten' },
      ': without "maxLength" there is nothing to shorten to',
    ],
    [
      'advice that does not go on from the field',
      { type: 'string', 'x-advice': 'Shorten it.' },
      '/x-advice: "x-advice" goes on from the field: "must …", in one line, without a full stop',
    ],
    [
      'what to use in place of something that is not deprecated',
      { type: 'string', 'x-deprecated': { use: 'Read `b`.' } },
      '/x-deprecated: without "deprecated: true" it says nothing',
    ],
    [
      'a deprecation that says nothing',
      { type: 'string', deprecated: true, 'x-deprecated': {} },
      '/x-deprecated: "x-deprecated" must be {since: a string, use: a sentence or null}, or one of them',
    ],
    [
      'a year that is a number',
      { type: 'string', deprecated: true, 'x-deprecated': { since: 2015 } },
      '/x-deprecated: "x-deprecated" must be {since: a string, use: a sentence or null}, or one of them',
    ],
    [
      'a successor that is no sentence',
      { type: 'string', deprecated: true, 'x-deprecated': { use: 'b' } },
      '/x-deprecated: "x-deprecated" must be {since: a string, use: a sentence or null}, or one of them',
    ],
    [
      'a credential that is off',
      { type: 'string', 'x-credential': false },
      '/x-credential: "x-credential" must be true',
    ],
    [
      'a credential that is a number',
      { type: 'number', 'x-credential': true },
      '/x-credential: "x-credential" says nothing about a number',
    ],
    [
      'a name that JavaScript does not take',
      { type: 'string', 'x-model-name': '2nd' },
      '/x-model-name: "x-model-name" must be a name that JavaScript takes',
    ],
    [
      'a link that is not an address',
      { type: 'string', externalDocs: { url: '/responses' } },
      '/externalDocs: "externalDocs" must be one url that begins with https://',
    ],
    [
      'a link with words of its own, which no hover would show',
      { type: 'string', externalDocs: { url: 'https://vendor.example', description: 'More' } },
      '/externalDocs: "externalDocs" must be one url that begins with https://',
    ],
    [
      'anchors without a page',
      { type: 'string', 'x-field-anchor': 'schema--email' },
      '/x-field-anchor: without "externalDocs" there is no page that it could be on',
    ],
    [
      'two types',
      { type: ['string', 'number'] },
      `/type: "type" must be one type or [type, 'null']`,
    ],
    ['an unknown type', { type: 'text' }, `/type: "type" must be one type or [type, 'null']`],
    [
      'a keyword of another type',
      { type: 'number', maxLength: 3 },
      '/maxLength: "maxLength" says nothing about a number',
    ],
    ['a list of anything', { type: 'array' }, ': an array needs "items"'],
    [
      'a required name that is no property',
      { type: 'object', properties: { a: { type: 'string' } }, required: ['b'] },
      '/required: "b" is required but not a property',
    ],
    [
      'a pattern that is no regular expression',
      { type: 'string', pattern: '(' },
      '/pattern: Invalid regular expression: /(/u: Unterminated group',
    ],
    ['lookbehind', { type: 'string', pattern: '(?<=a)b' }, '/pattern: lookbehind is not portable'],
    [
      'numbers in an enum',
      { type: 'integer', enum: [1] },
      '/enum: "enum" must be a list of strings',
    ],
    ['a value twice', { type: 'string', enum: ['a', 'a'] }, '/enum: a value is listed twice'],
    [
      'the description of a value that is not there',
      { type: 'string', enum: ['a'], 'x-enum-descriptions': { 'b~': 'b' } },
      '/x-enum-descriptions/b~0: no such value in "enum"',
    ],
    [
      'descriptions of values without values',
      { type: 'string', 'x-enum-descriptions': {} },
      '/x-enum-descriptions: there is no "enum" next to it',
    ],
    [
      'an enumeration that is open and closed',
      { type: 'string', enum: ['a'], 'x-extensible-enum': ['a'] },
      '/enum: "enum" cannot be combined with "x-extensible-enum"',
    ],
    [
      'an open enumeration of numbers',
      { type: 'integer', 'x-extensible-enum': ['1'] },
      '/x-extensible-enum: "x-extensible-enum" says nothing about an integer',
    ],
    [
      'an open enumeration that names a value twice',
      { type: 'string', 'x-extensible-enum': ['a', 'a'] },
      '/x-extensible-enum: a value is listed twice',
    ],
    [
      'a description of no value of an open enumeration',
      { type: 'string', 'x-extensible-enum': ['a'], 'x-enum-descriptions': { b: 'Second.' } },
      '/x-enum-descriptions/b: no such value in "x-extensible-enum"',
    ],
    [
      'a choice of objects',
      { anyOf: [{ type: 'object', properties: {} }, { type: 'string' }] },
      '/anyOf: "anyOf" is for scalars, and for lists of properties of which one is required',
    ],
    [
      'a negation of something else than empty values',
      { type: 'object', minProperties: 1, not: { required: ['a'] } },
      '/not: "not" is for one rule: that a property must have a value, not: {"additionalProperties":{"type":["object","array"],"maxProperties":0,"items":{"type":"object","maxProperties":0}}}',
    ],
    [
      'that negation where no property is needed',
      { type: 'object', not: onlyEmptyValues },
      '/not: "not" goes together with "minProperties: 1"',
    ],
    [
      'two lower bounds',
      { type: 'number', minimum: 0, exclusiveMinimum: 0 },
      '/exclusiveMinimum: "exclusiveMinimum" cannot be combined with "minimum"',
    ],
    [
      'two upper bounds',
      { type: 'number', maximum: 0, exclusiveMaximum: 0 },
      '/exclusiveMaximum: "exclusiveMaximum" cannot be combined with "maximum"',
    ],
    [
      'a flag that is off',
      { type: 'string', 'x-sensitive': false },
      '/x-sensitive: "x-sensitive" must be true',
    ],
    [
      'a name that is none',
      { type: 'string', 'x-model-name': 1 },
      '/x-model-name: "x-model-name" must be a name that JavaScript takes',
    ],
    [
      'properties that are no map',
      { type: 'object', properties: [] },
      '/properties: "properties" must be a map',
    ],
    [
      'a limit in words',
      { type: 'string', maxLength: '5' },
      '/maxLength: "maxLength" must be a number',
    ],
    [
      'examples that are no list',
      { type: 'string', examples: 'a' },
      '/examples: "examples" must be a list',
    ],
    [
      'a word where true or false belongs',
      { type: 'string', deprecated: 'yes' },
      '/deprecated: "deprecated" must be a boolean',
    ],
    ['anyOf of nothing', { anyOf: [null] }, '/anyOf/0: a schema must be an object'],
    ['anyOf that is no list', { type: 'string', anyOf: {} }, '/anyOf: "anyOf" must be a list'],
  ])('%s', (_what, schema, problem) => {
    expect(refuses(schema)).toContain(problem);
  });

  test('every problem is told at once', () => {
    const problems = refuses({ type: 'object', oneOf: [], properties: { a: { allOf: [] } } });
    expect(problems).toEqual([
      '/oneOf: unknown keyword "oneOf" in a schema',
      '/properties/a/allOf: unknown keyword "allOf" in a schema',
      '/properties/a: a schema needs a type',
    ]);
  });

  test('a schema may be a boolean', () => {
    expect(refuses({ type: 'object', additionalProperties: false })).toEqual([]);
  });
});

describe('outside of schemas', () => {
  test('a list where a map belongs is refused', () => {
    expect(problemsOf(rootWith({ paths: [] }))).toEqual([
      'openapi.yaml#/paths: "paths" must be a map',
    ]);
  });

  const thing = { type: 'string' };
  const rootWith = (more: object): Record<string, unknown> => ({
    'openapi.yaml': { openapi: '3.1.0', info: {}, paths: {}, ...more },
  });

  test('a method that the client cannot send is refused', () => {
    const files = rootWith({ paths: { '/a': { query: {}, put: {}, verb: {} } } });
    expect(problemsOf(files)).toEqual([
      'openapi.yaml#/paths/~1a/query: unknown keyword "query" in a pathItem: a client sends only "get" and "post"',
      'openapi.yaml#/paths/~1a/put: unknown keyword "put" in a pathItem: a client sends only "get" and "post"',
      'openapi.yaml#/paths/~1a/verb: unknown keyword "verb" in a pathItem',
    ]);
  });

  test('a document without its head is refused', () => {
    expect(problemsOf({ 'openapi.yaml': { openapi: '3.1.0', paths: {} } })).toEqual([
      'openapi.yaml#: a root needs "info"',
    ]);
  });

  test('since when an operation is deprecated needs its flag', () => {
    const told = { operationId: 'a', 'x-deprecated': { since: 'May 2026' } };
    const paths = { '/a': { get: told, post: { ...told, operationId: 'b', deprecated: true } } };
    expect(problemsOf(rootWith({ paths }))).toEqual([
      'openapi.yaml#/paths/~1a/get/x-deprecated: without "deprecated: true" it says nothing',
    ]);
  });

  test('a schema extension on an operation is refused', () => {
    const operation = { operationId: 'a', 'x-sensitive': true };
    expect(problemsOf(rootWith({ paths: { '/a': { get: operation } } }))).toEqual([
      'openapi.yaml#/paths/~1a/get/x-sensitive: unknown vendor extension "x-sensitive" in an operation',
    ]);
  });

  test('an operation needs an ID of its own, a true x-retryable and a whole x-body-limit', () => {
    const files = rootWith({
      paths: {
        '/a': { get: { operationId: 'a', 'x-retryable': 'yes' }, post: { operationId: 'a' } },
        '/b': { get: { 'x-body-limit': 1.5 }, post: { operationId: 'Not Camel' } },
      },
    });
    expect(problemsOf(files)).toEqual([
      'openapi.yaml#/paths/~1a/get/x-retryable: "x-retryable" must be true',
      'openapi.yaml#/paths/~1a/post/operationId: the operationId "a" already exists',
      'openapi.yaml#/paths/~1b/get/x-body-limit: "x-body-limit" must be a whole number of bytes',
      'openapi.yaml#/paths/~1b/get: an operation needs an operationId in camelCase',
      'openapi.yaml#/paths/~1b/post/operationId: an operation needs an operationId in camelCase',
    ]);
  });

  test('two files with one component name are refused', () => {
    const list = { type: 'array', items: { $ref: './other/Thing.yaml' } };
    const files = specWith(list, { 'schemas/other/Thing.yaml': thing });
    expect(problemsOf(files)).toEqual([
      'schemas/Thing.yaml#/items/$ref: schemas/other/Thing.yaml and schemas/Thing.yaml would both be the component "Thing"',
    ]);
  });

  test('a file that cannot be read is a problem of its own', () => {
    expect(problemsOf(specWith({ type: 'array', items: { $ref: './Gone.yaml' } }))).toEqual([
      'schemas/Gone.yaml#: no such file',
    ]);
  });

  test('whatever else is thrown while reading is told as it is', () => {
    const read = (): never => {
      // eslint-disable-next-line @typescript-eslint/only-throw-error -- a library may throw anything
      throw 'broken';
    };
    expect(() => checkSubset(read)).toThrow('openapi.yaml#: broken');
  });

  test('files that refer to each other are walked once', () => {
    const files = specWith(
      { type: 'array', items: { $ref: './Other.yaml' } },
      { 'schemas/Other.yaml': { type: 'array', items: { $ref: './Thing.yaml' } } },
    );
    expect(problemsOf(files)).toEqual([]);
  });
});
