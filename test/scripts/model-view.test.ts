import { describe, expect, test } from '@jest/globals';
import type { OpenApiDocument, Schema } from '../../scripts/document.ts';
import { modelView } from '../../scripts/model-view.ts';
import { SpecError } from '../../scripts/spec-error.ts';
import { documentWithOperation, reference } from './small-document.ts';

function viewOf(
  schemas: Record<string, Schema>,
  root: { request?: string; response?: string },
): Record<string, Schema> {
  return modelView(documentWithOperation(schemas, root)).components?.schemas ?? {};
}

const request = (schema: Schema, more: Record<string, Schema> = {}): Schema | undefined =>
  viewOf({ Thing: schema, ...more }, { request: 'Thing' })['Thing'];
const response = (schema: Schema, more: Record<string, Schema> = {}): Schema | undefined =>
  viewOf({ Thing: schema, ...more }, { response: 'Thing' })['Thing'];

describe('names', () => {
  test('properties and what is required get model names, also in objects inside', () => {
    expect(
      request({
        type: 'object',
        description: 'A thing.\n',
        additionalProperties: false,
        required: ['was_3d_secure_successful', 'i'],
        properties: {
          was_3d_secure_successful: { type: 'boolean', description: 'Whether.\n' },
          i: { type: 'string', 'x-model-name': 'ipAddress' },
          inner_part: {
            type: 'object',
            required: ['a_b'],
            properties: { a_b: { type: 'number' } },
          },
        },
      }),
    ).toEqual({
      type: 'object',
      description: 'A thing.',
      additionalProperties: false,
      required: ['was3DSecureSuccessful', 'ipAddress'],
      properties: {
        was3DSecureSuccessful: { type: 'boolean', description: 'Whether.' },
        ipAddress: { type: 'string' },
        innerPart: { type: 'object', required: ['aB'], properties: { aB: { type: 'number' } } },
      },
    });
  });

  test('keys of maps are data', () => {
    const schema = {
      type: 'object',
      properties: {
        custom_inputs: { type: 'object', additionalProperties: { type: 'string', maxLength: 3 } },
      },
    };
    expect(request(schema)?.properties).toEqual({
      customInputs: { type: 'object', additionalProperties: { type: 'string' } },
    });
  });

  test('two properties with one name are refused', () => {
    const schema = {
      type: 'object',
      properties: { ip_a: { type: 'string' }, ipA: { type: 'string' } },
    };
    expect(() => request(schema)).toThrow(
      new SpecError([
        {
          file: 'Thing',
          pointer: '/properties/ipA',
          message: '"ipA" and "ip_a" would both be "ipA"; give one an x-model-name',
        },
      ]),
    );
  });

  test('so is a model property that is on the wire already', () => {
    const schema = {
      type: 'object',
      properties: { user_name: { type: 'string' } },
      'x-model-properties': { userName: { type: 'string' } },
    };
    expect(() => request(schema)).toThrow(
      'Thing#/x-model-properties/userName: "user_name" already has that name',
    );
  });
});

describe('what the facade promises', () => {
  const list = { type: 'array', items: { type: 'string' } };

  test('lists of a response are always there', () => {
    const schema = { type: 'object', properties: { all_codes: reference('Codes'), b: list } };
    expect(response(schema, { Codes: list })?.required).toEqual(['allCodes', 'b']);
  });

  test('lists of a request may be left out', () => {
    expect(request({ type: 'object', properties: { list } })).not.toHaveProperty('required');
  });

  test('properties that only the model has are there', () => {
    const schema: Schema = {
      type: 'object',
      properties: {},
      'x-model-properties': { username: { type: 'string', description: 'Hashed.' } },
    };
    expect(request(schema)?.properties).toEqual({
      username: { type: 'string', description: 'Hashed.' },
    });
  });

  test('Yes and No of a text record are a boolean, and other words stay', () => {
    const open: Schema = {
      type: 'string',
      'x-extensible-enum': ['Yes', 'No', 'NA'],
    };
    const schema: Schema = {
      type: 'object',
      'x-text-record': true,
      properties: {
        plain: { type: 'string', enum: ['Yes', 'No'], description: 'Whether.', deprecated: true },
        words: { type: 'string', enum: ['Yes', 'No', 'NotFound'] },
        open,
        openYesNo: { type: 'string', 'x-extensible-enum': ['Yes', 'No'] },
        kind: { type: 'string', enum: ['Yes', 'Perhaps'] },
      },
    };
    expect(response(schema)?.properties).toEqual({
      plain: { type: 'boolean', description: 'Whether.', deprecated: true },
      words: { anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['NotFound'] }] },
      open: {
        anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['NA'], 'x-extensible-enum': ['NA'] }],
      },
      openYesNo: { anyOf: [{ type: 'boolean' }, { type: 'string' }] },
      kind: { type: 'string', enum: ['Yes', 'Perhaps'] },
    });
  });

  test('Yes and No stay words elsewhere', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', enum: ['Yes', 'No'] } } };
    expect(response(schema)?.properties).toEqual({ a: { type: 'string', enum: ['Yes', 'No'] } });
  });
});

describe('references', () => {
  const schemas: Record<string, Schema> = {
    Other: { type: 'object', description: 'An other.', properties: {} },
    Kind: { type: 'string', enum: ['a_b'], description: 'A kind.' },
    Text: { type: 'string', description: 'A text.', maxLength: 3 },
  };

  test('a named scalar flows into the property, with its documentation', () => {
    const properties = {
      a: reference('Text'),
      b: { ...reference('Text'), description: 'Here.', deprecated: true },
    };
    expect(request({ type: 'object', properties }, schemas)?.properties).toEqual({
      a: { type: 'string', description: 'A text.' },
      b: { type: 'string', description: 'Here.', deprecated: true },
    });
  });

  test('objects and enumerations stay types of their own, documented at the property', () => {
    const properties = { a: reference('Other'), b: { ...reference('Kind'), description: 'Here.' } };
    expect(request({ type: 'object', properties }, schemas)?.properties).toEqual({
      a: { ...reference('Other'), description: 'An other.' },
      b: { ...reference('Kind'), description: 'Here.' },
    });
  });

  test('only what an operation needs is there, and error bodies are not', () => {
    const document: OpenApiDocument = documentWithOperation(
      { ...schemas, Thing: { type: 'object', properties: { a: reference('Kind') } } },
      { response: 'Thing' },
    );
    Object.assign(document.paths?.['/call']?.['post'] ?? {}, {
      responses: {
        '200': { content: { 'text/plain': { schema: reference('Thing') } } },
        '404': { content: { 'text/plain': { schema: reference('Other') } } },
        '5XX': { content: { 'text/plain': { schema: reference('Other') } } },
      },
    });
    expect(Object.keys(modelView(document).components?.schemas ?? {})).toEqual(['Kind', 'Thing']);
  });
});

describe('unions', () => {
  test.each<[string, Schema[], Schema]>([
    [
      'two notations of a string are one string',
      [
        { type: 'string', format: 'ipv4' },
        { type: 'string', format: 'ipv6' },
      ],
      { type: 'string' },
    ],
    [
      'a shared format stays',
      [
        { type: 'string', format: 'date-time', description: 'Early.' },
        { type: 'string', format: 'date-time' },
      ],
      { type: 'string', format: 'date-time' },
    ],
    [
      'different scalars stay apart',
      [{ type: 'string', maxLength: 5 }, { type: 'number', minimum: 0 }, { type: 'boolean' }],
      { anyOf: [{ type: 'string' }, { type: 'number' }, { type: 'boolean' }] },
    ],
    ['lists of alternatives are no type', [{ required: ['a'] }], {}],
  ])('%s', (_what, anyOf, expected) => {
    expect(request({ type: 'object', properties: { a: { anyOf } } })?.properties).toEqual({
      a: expected,
    });
  });

  test('a constant is an enumeration of one', () => {
    const schema = { type: 'object', properties: { a: { type: 'string', const: 'x' } } };
    expect(request(schema)?.properties).toEqual({ a: { type: 'string', enum: ['x'] } });
  });
});

test('an enumeration without a name documents its values at the property', () => {
  const described = {
    type: 'string',
    enum: ['a', 'b', 'c'],
    'x-enum-descriptions': { a: 'The first.', b: 'The second.\n' },
  };
  const properties = { with: { ...described, description: 'Which.' }, without: described };
  expect(request({ type: 'object', properties })?.properties).toEqual({
    with: {
      type: 'string',
      enum: ['a', 'b', 'c'],
      description: 'Which.\n\n- `a`: The first.\n- `b`: The second.',
    },
    without: {
      type: 'string',
      enum: ['a', 'b', 'c'],
      description: '- `a`: The first.\n- `b`: The second.',
    },
  });
});

describe('a named enumeration', () => {
  test('gives its values names', () => {
    const Kind: Schema = {
      type: 'string',
      description: 'A kind.',
      enum: ['a_b', '3d'],
      'x-enum-descriptions': { a_b: 'First.' },
    };
    expect(
      request({ type: 'object', properties: { k: reference('Kind') } }, { Kind }),
    ).toBeDefined();
    expect(viewOf({ Kind }, { request: 'Kind' })['Kind']).toEqual({
      ...Kind,
      'x-enum-varnames': ['AB', '_3D'],
    });
  });

  test('is a plain enum with a mark when it is open', () => {
    const Kind: Schema = {
      type: 'string',
      deprecated: true,
      'x-extensible-enum': ['A'],
    };
    expect(viewOf({ Kind }, { response: 'Kind' })['Kind']).toEqual({
      type: 'string',
      deprecated: true,
      enum: ['A'],
      'x-enum-varnames': ['A'],
      'x-extensible-enum': ['A'],
    });
  });

  test('whose values would share a name is refused', () => {
    const Kind = { type: 'string', enum: ['a_b', 'aB'] };
    expect(() => viewOf({ Kind }, { request: 'Kind' })).toThrow(
      'Kind#: two values would both be called "AB"',
    );
  });
});
