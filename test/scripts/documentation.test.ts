import { describe, expect, test } from '@jest/globals';
import type { Deprecation, OpenApiDocument, Schema } from '../../scripts/document.ts';
import { documented, inModelNames, inTags, renamings } from '../../scripts/documentation.ts';
import { documentWithOperation, reference } from './small-document.ts';

const page = 'https://vendor.example/responses/';

/** The fields of a schema as they are documented for the model, or for the wire. */
function fields(
  schema: Schema,
  {
    as = 'response',
    view = 'model',
    more = {},
  }: {
    as?: 'request' | 'response';
    view?: 'model' | 'wire';
    more?: Record<string, Schema>;
  } = {},
): Record<string, Schema> {
  const document = documentWithOperation({ Thing: schema, ...more }, { [as]: 'Thing' });
  const { properties = {}, ...rest } = schemaOf(documented(document, view), 'Thing');
  return { ...properties, ...rest['x-model-properties'] };
}

function schemaOf(document: OpenApiDocument, name: string): Schema {
  return document.components?.schemas?.[name] ?? {};
}

const object = (properties: Record<string, Schema>, more: Schema = {}): Schema => ({
  type: 'object',
  ...more,
  properties,
});

describe('when a field is absent', () => {
  const risk: Schema = { type: 'number', description: 'The risk.' };

  test('is said of optional fields of responses, not of required ones nor of inputs', () => {
    const schema = object({ risk, id: risk }, { required: ['id'] });
    expect(fields(schema)['risk']?.description).toBe(
      'The risk. Absent when the service sends none.',
    );
    expect(fields(schema)['id']?.description).toBe('The risk.');
    expect(fields(schema, { as: 'request' })['risk']?.description).toBe('The risk.');
  });

  test('is not said of a field that is not described', () => {
    expect(fields(object({ it: { type: 'string' } }))['it']?.description).toBeUndefined();
  });

  test('is not said again', () => {
    const told = { type: 'string', description: 'A city. Absent outside the country.' };
    expect(fields(object({ told }))['told']?.description).toBe(told.description);
  });

  test('lists are empty in the model, where the decoder fills them, and absent on the wire', () => {
    const list: Schema = { type: 'array', items: { type: 'string' }, description: 'Codes.' };
    const told = { ...list, description: 'Reasons. Absent without any.' };
    const schema = object({ list, told }, { 'x-model-properties': { own: list } });
    expect(fields(schema)['list']?.description).toBe('Codes. Empty when the service sends none.');
    expect(fields(schema)['told']?.description).toBe('Reasons. Empty without any.');
    expect(fields(schema)['own']?.description).toBe('Codes. Absent when the service sends none.');
    expect(fields(schema, { view: 'wire' })['told']?.description).toBe(told.description);
  });

  test('leaves the deprecation where it is', () => {
    const old = { ...risk, deprecated: true, 'x-deprecated': { use: 'Read `score`.' } };
    expect(fields(object({ old }))['old']).toEqual({
      ...old,
      description: 'The risk. Absent when the service sends none.',
    });
  });
});

describe('inputs', () => {
  const about = (schema: Schema, view: 'model' | 'wire' = 'model'): string | undefined =>
    fields(object({ it: { type: 'string', description: 'It.', ...schema } }), {
      as: 'request',
      view,
    })['it']?.description;

  test('say their longest text, unless the description or a pattern does', () => {
    expect(about({ maxLength: 255 })).toBe('It. At most 255 characters.');
    expect(about({ maxLength: 2, pattern: '^[A-Z]{2}$' })).toBe('It.');
    expect(about({ maxLength: 255, description: 'Up to 255.' })).toBe('Up to 255.');
  });

  test('say in the model what the client does with them', () => {
    expect(about({ format: 'date-time' })).toBe('It. A `Date` is also accepted.');
    expect(about({ 'x-accepts-url': true })).toBe('It. A `URL` is also accepted.');
    expect(about({ 'x-client-note': 'It is hashed.' })).toBe('It. It is hashed.');
    const cut: Schema = { 'x-invalid': 'shorten', maxLength: 9 };
    expect(about(cut)).toBe('It. At most 9 characters. A longer one is cut: see `invalid`.');
    expect(about({ ...cut, 'x-client-note': 'It is hashed.' }, 'wire')).toBe(
      'It. At most 9 characters.',
    );
  });
});

describe('links', () => {
  const linkOf = (schema: Schema, more: Record<string, Schema> = {}): string | undefined =>
    fields(schema, { more })['it']?.externalDocs?.url;
  const it: Schema = { type: 'string', description: 'It.' };
  const docs = (anchor: string): Schema => ({ externalDocs: { url: `${page}#${anchor}` } });

  test('lead to the row of the field', () => {
    expect(linkOf(object({ it }, docs('schema--email')))).toBe(`${page}#schema--email__it`);
  });

  test('begin as the schema says', () => {
    const schema = object({ it }, { ...docs('parameters'), 'x-field-anchor': 'schema--alert' });
    expect(linkOf(schema)).toBe(`${page}#schema--alert__it`);
  });

  test('lead to the section where the page has no rows', () => {
    expect(linkOf(object({ it }, docs('output')))).toBe(`${page}#output`);
    expect(linkOf(object({ it }))).toBeUndefined();
  });

  test('lead to the section of an object, and of the objects of a list', () => {
    const more = { City: object({ name: it }, docs('schema--city')) };
    const list: Schema = { type: 'array', items: reference('City') };
    const owner = docs('schema--ip');
    expect(linkOf(object({ it: reference('City') }, owner), more)).toBe(`${page}#schema--city`);
    expect(linkOf(object({ it: list }, owner), more)).toBe(`${page}#schema--city`);
  });

  test('of the field itself go first', () => {
    const own = { ...it, ...docs('elsewhere') };
    expect(linkOf(object({ it: own }, docs('schema--email')))).toBe(`${page}#elsewhere`);
  });

  test('of the model alone lead to the section: the page does not know them', () => {
    const schema = object({}, { ...docs('schema--city'), 'x-model-properties': { it } });
    expect(linkOf(schema)).toBe(`${page}#schema--city`);
  });

  test('are left to schemas on the wire', () => {
    const wire = fields(object({ it }, docs('schema--email')), { view: 'wire' });
    expect(wire['it']?.externalDocs).toBeUndefined();
  });
});

test('objects inside objects are documented too', () => {
  const inner = object({ it: { type: 'string', description: 'It.' } });
  const schema = object({ one: inner, many: { type: 'array', items: inner } });
  const { one, many } = fields(schema);
  const sentence = 'It. Absent when the service sends none.';
  expect(one?.properties?.['it']?.description).toBe(sentence);
  expect(many?.items?.properties?.['it']?.description).toBe(sentence);
});

test('a reference says what its schema says, unless it says more', () => {
  const more = { City: object({}, { description: 'A city.' }) };
  const said = { ...reference('City'), description: 'The city of the address.' };
  const found = fields(object({ plain: reference('City'), said }), { more });
  expect(found['plain']?.description).toBe('A city. Absent when the service sends none.');
  expect(found['said']?.description).toContain('The city of the address. Absent');
});

describe('tags', () => {
  const tagged = (schema: Schema): Schema =>
    schemaOf(inTags(documentWithOperation({ Thing: schema }, { response: 'Thing' })), 'Thing');

  test('say the link and the deprecation, and take their place', () => {
    expect(
      tagged({
        type: 'string',
        description: 'A word.',
        deprecated: true,
        'x-deprecated': { since: '2015', use: 'Send another.' },
        externalDocs: { url: page },
      }),
    ).toEqual({
      type: 'string',
      description: `A word.\n@see ${page}\n@deprecated Since 2015. Send another.`,
    });
  });

  test.each<[string, Deprecation, string]>([
    ['when', { since: 'May 2015' }, 'Since May 2015.'],
    ['what to use', { use: '`b` says it.' }, '`b` says it.'],
    ['that there is nothing', { use: null }, 'MaxMind names no successor.'],
  ])('say %s', (_what, deprecation, notice) => {
    const schema = { type: 'string', deprecated: true, 'x-deprecated': deprecation };
    expect(tagged(schema)).toEqual({ type: 'string', description: `@deprecated ${notice}` });
  });

  test('leave a description that speaks of a deprecation as it is', () => {
    const schema: Schema = { type: 'string', description: 'Deprecated: B. What it is.' };
    expect(tagged({ ...schema, deprecated: true })).toEqual({ ...schema, deprecated: true });
  });

  test('leave a deprecation without words to the generators', () => {
    const schema: Schema = { type: 'string', deprecated: true };
    expect(tagged(schema)).toEqual(schema);
  });

  test('are written inside objects and lists', () => {
    const it: Schema = { type: 'string', description: 'It.', externalDocs: { url: page } };
    const { properties } = tagged(object({ it, many: { type: 'array', items: object({ it }) } }));
    expect(properties?.['it']?.description).toBe(`It.\n@see ${page}`);
    expect(properties?.['many']?.items?.properties?.['it']?.description).toBe(`It.\n@see ${page}`);
  });
});

describe('names in descriptions', () => {
  const said = (description: string): string | undefined => {
    const document = documentWithOperation(
      {
        Thing: object({
          ip_address: { type: 'string', description },
          i: { type: 'string', 'x-model-name': 'address' },
          many: { type: 'array', items: object({ risk_score: { type: 'number' } }) },
        }),
        Other: object({ risk_score: { type: 'number' } }),
        Twice: object({ err: { type: 'string', 'x-model-name': 'warning' } }),
        Once: object({ err: { type: 'string' } }),
        Inputs: { ...object({ my_own: { type: 'string' } }), 'x-keys-are-data': true },
      },
      { response: 'Thing' },
    );
    return schemaOf(inModelNames(document, document), 'Thing').properties?.['ip_address']
      ?.description;
  };

  test('are those of the model, also along a path', () => {
    expect(said('Read `risk_score` of `ip_address.risk_score`, or `i`.')).toBe(
      'Read `riskScore` of `ipAddress.riskScore`, or `address`.',
    );
  });

  test('stay where they are data, a pointer, unknown or ambiguous', () => {
    const text = 'The word account_login, `/ip_address`, `my_own`, `isp_email` and `err`.';
    expect(said(text)).toBe(text);
  });

  test('booleans of text records too', () => {
    expect(said('`Yes` or `No`; `NA` otherwise.')).toBe('`true` or `false`; `NA` otherwise.');
  });

  test('in what values mean', () => {
    const document = documentWithOperation(
      {
        Word: {
          type: 'string',
          enum: ['a'],
          'x-enum-descriptions': { a: 'The query has no `updates_after`.' },
        },
        Query: object({ updates_after: { type: 'string' } }),
      },
      { response: 'Query' },
    );
    expect(renamings(document).get('updates_after')).toBe('updatesAfter');
    expect(schemaOf(inModelNames(document, document), 'Word')['x-enum-descriptions']).toEqual({
      a: 'The query has no `updatesAfter`.',
    });
  });
});

test('the wire types tell since when an operation or a parameter is deprecated', () => {
  const deprecation: Deprecation = { since: 'May 2026', use: 'Use `q`.' };
  const old = { name: 'p', in: 'query', deprecated: true, 'x-deprecated': deprecation };
  const plain = { name: 'q', in: 'query', description: 'A word.', deprecated: true };
  const document = documentWithOperation({}, {});
  const { paths: { '/call': item } = {} } = inTags({
    ...document,
    paths: {
      '/call': {
        parameters: [old],
        post: {
          operationId: 'call',
          description: 'Calls.',
          deprecated: true,
          'x-deprecated': deprecation,
          parameters: [{ $ref: '#/components/parameters/Named', ...plain }, plain],
        },
      },
    },
    components: { parameters: { Named: old } },
  });
  const notice = '@deprecated Since May 2026. Use `q`.';
  expect(item?.parameters).toMatchObject([{ description: notice, deprecated: false }]);
  expect(item?.['post']).toMatchObject({
    description: `Calls.\n${notice}`,
    deprecated: false,
    parameters: [plain, plain],
  });
});
