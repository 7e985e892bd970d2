import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import formats from 'ajv-formats';
import fc from 'fast-check';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { Composition } from '../../scripts/compose.ts';
import { loadSpec } from '../../scripts/load-spec.ts';
import { SpecError } from '../../scripts/spec-error.ts';
import { folderWith } from './temporary-folder.ts';
import { runs } from '../runs.ts';

function composed(files: Readonly<Record<string, unknown>>, file = 'whole.yaml'): unknown {
  return new Composition((name) => {
    if (name in files) return files[name];
    throw Object.assign(new Error(name), { code: 'ENOENT' });
  }).file(file);
}

function problemOf(run: () => unknown): string {
  try {
    run();
  } catch (error) {
    if (error instanceof SpecError) return error.message;
    throw error;
  }
  return '';
}

const text = { type: 'string', maxLength: 255 };

describe('a file that is made of parts', () => {
  test('may have properties that every object inherits', () => {
    const properties = JSON.parse('{ "constructor": {}, "__proto__": {}, "a": {} }') as object;
    const whole = { allOf: [{ $ref: './part.yaml' }], properties: { b: text } };
    const files = { 'whole.yaml': whole, 'part.yaml': { properties } };
    expect(JSON.stringify(composed(files))).toBe(
      JSON.stringify({ properties: { ...properties, b: text } }),
    );
  });

  test('says what they say, in the order in which they are named, and explains itself', () => {
    const whole = {
      type: 'object',
      description: 'The whole.',
      unevaluatedProperties: false,
      allOf: [{ $ref: './parts/base.yaml' }, { properties: { inline: text } }],
      properties: { named: { description: 'Its own words.' }, own: text },
      required: ['own'],
    };
    const base = {
      description: 'The base.',
      required: ['named'],
      properties: {
        named: { allOf: [{ $ref: './text.yaml' }], description: 'Words of the part.' },
      },
    };
    const files = { 'whole.yaml': whole, 'parts/base.yaml': base, 'parts/text.yaml': text };
    expect(JSON.stringify(composed(files))).toBe(
      JSON.stringify({
        type: 'object',
        description: 'The whole.',
        additionalProperties: false,
        required: ['named', 'own'],
        properties: { named: { ...text, description: 'Its own words.' }, inline: text, own: text },
      }),
    );
  });

  test('refers from where it stands', () => {
    const files = {
      'a/b/whole.yaml': { allOf: [{ $ref: '../../parts/part.yaml' }] },
      'parts/part.yaml': {
        properties: { x: { $ref: '../a/X.yaml' }, y: { $ref: '../a/b/Y.yaml' } },
      },
    };
    expect(composed(files, 'a/b/whole.yaml')).toEqual({
      properties: { x: { $ref: '../X.yaml' }, y: { $ref: './Y.yaml' } },
    });
  });

  test('may have a property that is called like a keyword', () => {
    const named = { allOf: text, description: text, examples: text };
    const files = {
      'whole.yaml': { allOf: [{ $ref: './part.yaml' }], properties: { title: text } },
      'part.yaml': { properties: named },
    };
    expect(composed(files)).toEqual({ properties: { ...named, title: text } });
  });

  test.each<[string, Record<string, unknown>, string]>([
    [
      'a rule that a part has otherwise',
      {
        'whole.yaml': { allOf: [{ $ref: './part.yaml' }], maxLength: 10 },
        'part.yaml': text,
      },
      'whole.yaml#/maxLength: "maxLength" is 10 here, and 255 at part.yaml#/maxLength: parts may add rules, not change them',
    ],
    [
      'two parts that do not agree',
      {
        'whole.yaml': { allOf: [{ $ref: './part.yaml' }, { $ref: './other.yaml' }] },
        'part.yaml': { properties: { a: text } },
        'other.yaml': { properties: { a: { type: 'number' } } },
      },
      'other.yaml#/properties/a/type: "type" is "number" here, and "string" at part.yaml#/properties/a/type: parts',
    ],
    [
      'a part that is not there',
      { 'whole.yaml': { allOf: [{ $ref: './part.yaml' }] } },
      'whole.yaml#/allOf/0/$ref: there is no file part.yaml',
    ],
    [
      'a part of itself',
      {
        'whole.yaml': { allOf: [{ $ref: './part.yaml' }] },
        'part.yaml': { allOf: [{ $ref: './whole.yaml' }] },
      },
      'whole.yaml#: it contains itself, through whole.yaml, part.yaml',
    ],
    [
      'words next to the reference',
      { 'whole.yaml': { allOf: [{ $ref: './part.yaml', maxLength: 3 }] }, 'part.yaml': text },
      'whole.yaml#/allOf/0: a part must be a $ref alone: put other keywords next to the allOf',
    ],
    [
      'no object',
      { 'whole.yaml': { allOf: ['part.yaml'] } },
      'whole.yaml#/allOf/0: a part must be an object, or a $ref to a file',
    ],
  ])('is refused for %s', (_, files, message) => {
    expect(problemOf(() => composed(files)).slice(0, message.length)).toBe(message);
  });
});

test('a mistake in a part is told once, at its place in the part, and so is a part that nothing uses', async () => {
  const schema = (name: string): object => ({
    type: 'object',
    description: name,
    allOf: [{ $ref: './part.yaml' }],
  });
  const body = (name: string): object => ({
    content: { 'application/json': { schema: { $ref: `./${name}.yaml` } } },
  });
  const files = {
    'openapi.yaml': { openapi: '3.1.0', info: {}, paths: { '/a': { $ref: './path.yaml' } } },
    'path.yaml': {
      post: {
        operationId: 'a',
        requestBody: body('One'),
        responses: { '200': { description: 'Done.', ...body('Two') } },
      },
    },
    'One.yaml': schema('One'),
    'Two.yaml': schema('Two'),
    'part.yaml': { properties: { a: { type: 'string', maxlength: 3 } } },
  };
  await expect(loadSpec({ spec: folderWith(files) })).rejects.toThrow(
    /^part\.yaml#\/properties\/a\/maxlength: unknown keyword "maxlength" in a schema$/,
  );
  const right = { ...files, 'part.yaml': { properties: { a: text } }, 'unused.yaml': text };
  await expect(loadSpec({ spec: folderWith(right) })).rejects.toThrow(
    /^unused\.yaml#: nothing refers to this file$/,
  );
});

describe('the files of the spec mean in JSON Schema what they are compiled to', () => {
  const folder = join(process.cwd(), 'spec/schemas');
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats(ajv);
  for (const file of readdirSync(folder, { recursive: true, encoding: 'utf8' })) {
    if (!file.endsWith('.yaml')) continue;
    const schema = parse(readFileSync(join(folder, file), 'utf8')) as object;
    ajv.addSchema({ ...schema, $id: `https://spec.test/${file}` });
  }
  const bundled = JSON.parse(readFileSync('generated/openapi.json', 'utf8')) as object;
  ajv.addSchema({ ...bundled, $id: 'https://bundle.test/' });

  const value = fc.oneof(
    fc.constantFrom<unknown>(
      null,
      true,
      3,
      -1,
      'US',
      'x',
      'a\nb',
      '06511',
      'x'.repeat(256),
      [],
      {},
    ),
    fc.string(),
    fc.double({ noNaN: true }),
  );

  test.each([
    ['request/Billing.yaml', 'Billing'],
    ['request/Shipping.yaml', 'Shipping'],
    ['request/Event.yaml', 'Event'],
    ['response/Score.yaml', 'Score'],
    ['response/Insights.yaml', 'Insights'],
    ['response/Factors.yaml', 'Factors'],
  ])('%s', (file, name) => {
    const source = ajv.getSchema(`https://spec.test/${file}`);
    const compiled = ajv.getSchema(`https://bundle.test/#/components/schemas/${name}`);
    if (source === undefined || compiled === undefined) throw new Error('no such schema');
    const { properties = {} } = (
      bundled as { components: { schemas: Record<string, { properties?: object }> } }
    ).components.schemas[name] ?? { properties: {} };
    const key = fc.constantFrom(...Object.keys(properties), 'unknown');
    const right = {
      id: '0f2f7a52-9d1c-4a0e-8a53-6c7f0d2b8e41',
      risk_score: 3,
      funds_remaining: 1,
      queries_remaining: 1,
    };
    const isResponse = file.startsWith('response/');
    fc.assert(
      fc.property(fc.dictionary(key, value, { maxKeys: 3 }), fc.boolean(), (given, isComplete) => {
        const instance = isResponse && isComplete ? { ...right, ...given } : given;
        expect(source(instance)).toBe(compiled(instance));
      }),
      { numRuns: runs(300) },
    );
  });
});

test('a rule that a part has otherwise is told of the file that would change it', async () => {
  const schema = { $ref: './whole.yaml' };
  const files = {
    'openapi.yaml': { openapi: '3.1.0', info: {}, paths: { '/a': { $ref: './path.yaml' } } },
    'path.yaml': {
      post: {
        operationId: 'a',
        requestBody: { content: { 'application/json': { schema } } },
        responses: {},
      },
    },
    'whole.yaml': {
      type: 'object',
      properties: { a: { allOf: [{ $ref: './text.yaml' }], maxLength: 50 } },
    },
    'text.yaml': text,
  };
  await expect(loadSpec({ spec: folderWith(files) })).rejects.toThrow(
    /^whole\.yaml#\/properties\/a\/maxLength: "maxLength" is 50 here, and 255 at text\.yaml#/,
  );
});
