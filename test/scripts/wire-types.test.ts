import { describe, expect, test } from '@jest/globals';
import type { Schema } from '../../scripts/document.ts';
import { prepareForTypes, wireTypes } from '../../scripts/wire-types.ts';
import { documentOf, documentWithOperation, reference } from './small-document.ts';

const open: Schema = { type: 'string', 'x-extensible-enum': ['accept', 'reject'] };

/** The members of one component's type, without documentation and spaces at the ends. */
async function membersOf(
  schema: Schema,
  root: { request?: string; response?: string },
  more: Record<string, Schema> = {},
): Promise<string[]> {
  const document = documentWithOperation({ Thing: schema, ...more }, root);
  const source = await wireTypes(document, '// head\n');
  expect(source.startsWith('// head\n')).toBe(true);
  const [, body = ''] = /\n {8}Thing: \{\n([^]*?)\n {8}\};/.exec(source) ?? [];
  return body.split('\n').map((line) => line.trim());
}

describe('the wire types', () => {
  test('keep the names and the words of an open enumeration', async () => {
    const schema = {
      type: 'object',
      required: ['risk_score'],
      properties: {
        risk_score: { type: 'number' },
        inline: open,
        named: reference('O'),
      },
    };
    expect(await membersOf(schema, { response: 'Thing' }, { O: open })).toEqual([
      'risk_score: number;',
      'inline?: "accept" | "reject" | (string & {});',
      'named?: components["schemas"]["O"];',
    ]);
  });

  test('do not make a property required because it has a default', async () => {
    const schema = { type: 'object', properties: { a: { type: 'number', default: 1 } } };
    expect(await membersOf(schema, { response: 'Thing' })).toContain('a?: number;');
  });

  test('let an optional property of a request be undefined', async () => {
    const schema = {
      type: 'object',
      required: ['a'],
      additionalProperties: false,
      anyOf: [{ required: ['b'] }, { required: ['c'] }],
      properties: {
        a: { type: 'string' },
        b: {
          anyOf: [
            { type: 'string', format: 'ipv4' },
            { type: 'string', format: 'ipv6' },
          ],
        },
        c: { anyOf: [{ type: 'string' }, { type: 'boolean' }] },
      },
    };
    expect(await membersOf(schema, { request: 'Thing' })).toEqual([
      'a: string;',
      'b?: string | undefined;',
      'c?: (string | boolean) | undefined;',
    ]);
  });

  test('document a property that only refers to a schema', async () => {
    const schema = {
      type: 'object',
      properties: { o: reference('O'), p: { ...reference('O'), description: 'Here.' } },
    };
    const lines = await membersOf(
      schema,
      { response: 'Thing' },
      { O: { ...open, description: 'An O.' } },
    );
    expect(lines).toEqual([
      '/**',
      '* An O.',
      '*/',
      'o?: components["schemas"]["O"];',
      '/**',
      '* Here.',
      '*/',
      'p?: components["schemas"]["O"];',
    ]);
  });

  test('never show what only the model has', async () => {
    const schema: Schema = {
      type: 'object',
      properties: { a: { type: 'string' } },
      'x-model-properties': { username: { type: 'string' } },
    };
    expect(await membersOf(schema, { request: 'Thing' })).toEqual(['a?: string | undefined;']);
  });
});

test('a union of values stays, a list of alternatives goes', () => {
  const anyOf = [{ type: 'string' }, { type: 'boolean' }];
  const document = documentOf({
    A: { anyOf },
    B: { type: 'object', anyOf: [{ required: ['a'] }] },
  });
  expect(prepareForTypes(document).components?.schemas).toEqual({
    A: { anyOf },
    B: { type: 'object' },
  });
});
