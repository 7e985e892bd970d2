import { beforeAll, describe, expect, test } from '@jest/globals';
import type { OpenApiDocument } from '../../scripts/document.ts';
import { modelTypes } from '../../scripts/model-types.ts';
import { modelIndex, refineModels } from '../../scripts/refine-models.ts';
import { documentOf, reference } from './small-document.ts';

const view: OpenApiDocument = documentOf({
  Kind: {
    type: 'string',
    description: 'A kind.',
    enum: ['a_b', "c'"],
    'x-enum-varnames': ['AB', 'C'],
    'x-enum-descriptions': { a_b: 'First */ here.\n\nMore.' },
  },
  OpenKind: {
    type: 'string',
    enum: ['X'],
    'x-enum-varnames': ['X'],
    'x-extensible-enum': ['X'],
  },
  Order: {
    type: 'object',
    required: ['time', 'lines'],
    properties: {
      time: { type: 'string', format: 'date-time', description: 'When.' },
      later: { type: 'string', format: 'date-time' },
      kind: { ...reference('Kind'), description: 'Which.', deprecated: true },
      lines: { type: 'array', items: { type: 'string' } },
      more: { type: 'array', items: reference('Kind') },
      inputs: { type: 'object', additionalProperties: { type: 'string' } },
      times: { type: 'object', additionalProperties: { type: 'string', format: 'date-time' } },
      days: { type: 'array', items: { type: 'string', format: 'date-time' } },
      link: { type: 'string', 'x-accepts-url': true },
      open: { type: 'string', enum: ['a', 'b'], 'x-extensible-enum': ['a', 'b'] },
      parts: { type: 'array', items: { type: 'object', properties: { size: { type: 'number' } } } },
      inner: {
        type: 'object',
        properties: { 'day-time': { type: 'string', format: 'date-time' } },
      },
    },
  },
  Receipt: {
    type: 'object',
    required: ['codes'],
    properties: {
      time: { type: 'string', format: 'date-time' },
      codes: { type: 'array', items: { type: 'string' } },
      word: { type: 'string', enum: ['a', 'b'], 'x-extensible-enum': ['a', 'b'] },
      either: { anyOf: [{ type: 'string' }, { type: 'number' }] },
      known: {
        anyOf: [{ type: 'boolean' }, { type: 'string', enum: ['NA'], 'x-extensible-enum': ['NA'] }],
      },
      note: { type: ['string', 'null'] },
    },
  },
});

let types = '';

beforeAll(async () => {
  types = refineModels(await modelTypes(view, new Set(['Order'])), view);
}, 60_000);

/** One exported declaration, without the documentation before it. */
function declaration(head: string): string {
  const start = types.indexOf(`export ${head}`);
  return types.slice(start, types.indexOf(';\n', types.indexOf('\n}', start)) + 1);
}

describe('the public types', () => {
  test('of a request take a Date, a read-only list and undefined', () => {
    expect(declaration('type Order')).toBe(`export type Order = {
    /**
     * When.
     */
    time: Date | string;
    later?: Date | string | undefined;
    /**
     * Which.
     *
     * @deprecated
     */
    kind?: Kind | undefined;
    lines: ReadonlyArray<string>;
    more?: ReadonlyArray<Kind> | undefined;
    inputs?: {
        [key: string]: string;
    } | undefined;
    times?: {
        [key: string]: Date | string;
    } | undefined;
    days?: ReadonlyArray<Date | string> | undefined;
    link?: URL | string | undefined;
    open?: 'a' | 'b' | (string & {}) | undefined;
    parts?: ReadonlyArray<{
        size?: number | undefined;
    }> | undefined;
    inner?: {
        'day-time'?: Date | string | undefined;
    } | undefined;
};`);
  });

  test('of a response are what JSON gives, with open words kept', () => {
    expect(declaration('type Receipt')).toBe(`export type Receipt = {
    time?: string;
    codes: Array<string>;
    word?: 'a' | 'b' | (string & {});
    either?: string | number;
    known?: boolean | 'NA' | (string & {});
    note?: string | null;
};`);
  });

  test('of an enumeration are an object of values, each with its documentation', () => {
    expect(declaration('const Kind')).toBe(`export const Kind = {
    /**
     * First *\\/ here.
     *
     * More.
     */
    AB: 'a_b',
    C: 'c\\'',
} as const;`);
    expect(types).toContain("export type Kind = 'a_b'\n    | 'c\\'';");
    expect(types).toContain("export type OpenKind = 'X'\n    | (string & {});");
  });

  test('hold nothing of a client', () => {
    expect(types).not.toContain('ClientOptions');
  });

  test('are exported one by one, enumerations as values too', () => {
    expect(modelIndex(types)).toBe(`export {
  Kind,
  OpenKind,
  type Order,
  type Receipt,
} from './types.ts';
`);
  });
});

test('a document that the generator cannot read is an error, not an empty file', async () => {
  await expect(modelTypes({ openapi: '9', info: {} }, new Set())).rejects.toThrow('Command failed');
}, 60_000);

test('a value may be called like what every object inherits', () => {
  const words = documentOf({
    Word: {
      type: 'string',
      enum: ['constructor'],
      'x-enum-varnames': ['Constructor'],
      'x-enum-descriptions': {},
    },
  });
  expect(refineModels("export type Word = 'constructor';\n", words)).toContain(
    "export const Word = {\n    Constructor: 'constructor',\n} as const;",
  );
});
