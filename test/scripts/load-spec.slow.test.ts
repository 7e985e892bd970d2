import { describe, expect, test } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { compile, compileClient, compiledDocument } from '../../scripts/compile.ts';
import { loadSpec } from '../../scripts/load-spec.ts';
import { SpecError } from '../../scripts/spec-error.ts';
import { folderWith } from './temporary-folder.ts';

const shipped = join(process.cwd(), 'generated/openapi.json');

async function problemsOf(run: Promise<unknown>): Promise<string[]> {
  try {
    await run;
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.message.split('\n');
  }
  return [];
}

/** The file of an overlay with these actions. */
function overlay(...actions: unknown[]): { file: string; folder: string } {
  const content = { overlay: '1.0.0', info: { title: 'Mine', version: '1' }, actions };
  const folder = folderWith({ 'mine.yaml': content });
  return { folder, file: join(folder, 'mine.yaml') };
}

/** What an overlay on the shipped document is refused for; its file is called mine.yaml here. */
async function refusals(...actions: unknown[]): Promise<string[]> {
  const { file } = overlay(...actions);
  const source = { spec: shipped, overlays: [file] };
  const problems = await problemsOf(compileClient(source, { again: '', version: '1.0.0' }));
  return problems.map((problem) => problem.replace(file, 'mine.yaml'));
}

describe('a spec', () => {
  test('is the same from the folder and from the document that it is bundled to', async () => {
    const [fromFolder, fromFile] = await Promise.all([
      loadSpec({ spec: join(process.cwd(), 'spec') }),
      loadSpec({ spec: shipped }),
    ]);
    expect(JSON.stringify(fromFile.document)).toBe(JSON.stringify(fromFolder.document));
  });

  test('and so is what an overlay makes of them', async () => {
    const { file } = overlay({
      target: '$.components.schemas.Event.properties',
      update: { sales_channel: { type: 'string', description: 'Where.' } },
    });
    const [fromFolder, fromFile] = await Promise.all(
      [join(process.cwd(), 'spec'), shipped].map((spec) => loadSpec({ spec, overlays: [file] })),
    );
    expect(JSON.stringify(fromFile?.document)).toBe(JSON.stringify(fromFolder?.document));
    expect(JSON.stringify(fromFile?.document)).toContain('sales_channel');
  });
});

test('YAML merge keys say in an overlay what they say elsewhere', async () => {
  const folder = folderWith({});
  const file = join(folder, 'merge.yaml');
  writeFileSync(
    file,
    `overlay: 1.0.0
info: { title: Mine, version: '1' }
x-code: &code { type: string, maxLength: 9, description: A code. }
actions:
  - target: $.components.schemas.Event.properties
    update:
      first_code: *code
      second_code: { <<: *code, description: Another code. }
`,
  );
  const { document } = await loadSpec({ spec: shipped, overlays: [file] });
  expect(document.components?.schemas?.['Event']?.properties).toMatchObject({
    first_code: { type: 'string', maxLength: 9, description: 'A code.' },
    second_code: { type: 'string', maxLength: 9, description: 'Another code.' },
  });
});

describe('a document is refused', () => {
  const small = {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    paths: { '/call': { post: { operationId: 'call', responses: {} } } },
  };

  test.each<[string, unknown, string]>([
    [
      'for a reference that leads nowhere',
      { Thing: { type: 'object', properties: { a: { $ref: '#/components/schemas/Thign' } } } },
      '/components/schemas/Thing/properties/a/$ref: there is no component "Thign" in schemas; did you mean "Thing"?',
    ],
    [
      'for a reference to another file',
      { Thing: { type: 'object', properties: { a: { $ref: './Thing.yaml' } } } },
      '/components/schemas/Thing/properties/a/$ref: a $ref of a schema must name #/components/schemas/…, not "./Thing.yaml"',
    ],
    [
      'for a reference to something else',
      { Thing: { type: 'object', properties: { a: { $ref: '#/components/responses/Thing' } } } },
      '/components/schemas/Thing/properties/a/$ref: a $ref of a schema must name',
    ],
    [
      'for an unknown keyword',
      { Thing: { type: 'object', oneOf: [] } },
      '/components/schemas/Thing/oneOf: unknown keyword "oneOf" in a schema',
    ],
  ])('%s', async (_, schemas, message) => {
    const folder = folderWith({
      'small.json': JSON.stringify({ ...small, components: { schemas } }),
    });
    const [problem = ''] = await problemsOf(loadSpec({ spec: join(folder, 'small.json') }));
    expect(problem.slice(0, `small.json#${message}`.length)).toBe(`small.json#${message}`);
  });

  test.each([
    [
      'an overlay',
      { overlay: '1.0.0' },
      '/overlay: this is an OpenAPI Overlay: give it with --overlay',
    ],
    ['3.0', { openapi: '3.0.3' }, '/openapi: a spec must say "openapi: 3.1.0", not 3.0.3'],
    ['something else', { name: 'package' }, '/openapi: a spec must say "openapi: 3.1.0"'],
    ['nothing', '', ': a root must be an object'],
  ])('where it is %s, in one sentence', async (_, content, message) => {
    const folder = folderWith({ 'other.yaml': content });
    const problems = await problemsOf(loadSpec({ spec: join(folder, 'other.yaml') }));
    expect(problems).toEqual([`other.yaml#${message}`]);
  });

  test('for references that lead round in a circle, in a document and in a folder', async () => {
    const reference = (name: string) => ({ $ref: `#/components/schemas/${name}` });
    const properties = { a: reference('One') };
    const schemas = {
      One: reference('Two'),
      Two: reference('One'),
      Thing: { type: 'object', properties },
    };
    const text = JSON.stringify({ ...small, components: { schemas } });
    const document = folderWith({ 'small.json': text });
    const [problem = ''] = await problemsOf(loadSpec({ spec: join(document, 'small.json') }));
    expect(problem).toContain('/$ref: the $ref is circular: ');
    const schema = { $ref: '../schemas/A.yaml' };
    const folder = folderWith({
      'openapi.yaml': { ...small, paths: { '/a': { $ref: './paths/a.yaml' } } },
      'paths/a.yaml': {
        post: {
          operationId: 'a',
          requestBody: { content: { 'application/json': { schema } } },
          responses: {},
        },
      },
      'schemas/A.yaml': { $ref: './B.yaml' },
      'schemas/B.yaml': { $ref: './A.yaml' },
    });
    expect(await problemsOf(loadSpec({ spec: folder }))).toContain(
      'schemas/B.yaml#/$ref: the $ref is circular: "schemas/A.yaml" is only a $ref that leads back to it',
    );
  });

  test('for a duplicate key, with line and column', async () => {
    const folder = folderWith({ 'small.json': '{\n "openapi": "3.1.0",\n "openapi": "3.1.0"\n}' });
    const [problem = ''] = await problemsOf(loadSpec({ spec: join(folder, 'small.json') }));
    expect(problem).toMatch(/^small\.json#: Map keys must be unique at line 3, column 2/);
  });

  test('for a path item elsewhere', async () => {
    const paths = { '/call': { $ref: './call.yaml' } };
    const folder = folderWith({ 'small.yaml': { ...small, paths } });
    const problems = await problemsOf(loadSpec({ spec: join(folder, 'small.yaml') }));
    expect(problems).toEqual([
      'small.yaml#/paths/~1call/$ref: a $ref of a pathItem must name nothing: write it in place, not "./call.yaml"',
    ]);
  });
});

test('a folder is refused for a broken reference, at the file that refers', async () => {
  const folder = folderWith({
    'openapi.yaml': { openapi: '3.1.0', info: {}, paths: { '/a': { $ref: './paths/a.yaml' } } },
    'paths/a.yaml': {
      post: {
        operationId: 'a',
        requestBody: { content: { 'application/json': { schema: { $ref: '../schemas/B.yaml' } } } },
        responses: {},
      },
    },
  });
  expect(await problemsOf(loadSpec({ spec: folder }))).toEqual([
    'paths/a.yaml#/post/requestBody/content/application~1json/schema/$ref: there is no file schemas/B.yaml',
  ]);
});

test('what a later step finds is told of the file that a person wrote, through references and parts', async () => {
  const pattern = { type: 'string', pattern: '^(a+)+$' };
  const folder = folderWith({
    'openapi.yaml': {
      openapi: '3.1.0',
      info: {},
      security: [{ basic: [] }],
      paths: { '/a': { $ref: './paths/a.yaml' }, '/b': { $ref: './paths/b.yaml' } },
      components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
    },
    'paths/a.yaml': { get: { operationId: 'a', allOf: [{ $ref: './parts/shop.yaml' }] } },
    'paths/b.yaml': {
      post: {
        operationId: 'b',
        requestBody: { content: { 'application/json': { schema: { $ref: '../schemas/B.yaml' } } } },
        responses: {},
      },
    },
    'paths/parts/shop.yaml': {
      parameters: [{ name: 'X-Shop', in: 'header', schema: { type: 'string' } }],
      responses: {},
    },
    'schemas/B.yaml': { type: 'object', additionalProperties: false, properties: { a: pattern } },
  });
  expect(await problemsOf(compiledDocument({ spec: folder }))).toEqual([
    'paths/parts/shop.yaml#/parameters/0: a client cannot send "X-Shop": parameters must be in the query',
  ]);
  writeFileSync(join(folder, 'paths/parts/shop.yaml'), '{ "responses": {} }');
  const [problem] = await problemsOf(compile(folder, { known: {} }));
  expect(problem).toContain('schemas/B.yaml#/properties/a/pattern: a string of 30 characters');
  const { file } = overlay({ target: '$.components.schemas.B', remove: true });
  expect(await problemsOf(loadSpec({ spec: folder, overlays: [file] }))).toEqual([
    'paths/b.yaml#/post/requestBody/content/application~1json/schema/$ref: there is no component "B" in schemas',
  ]);
});

describe('what an overlay brought is refused at its place in the overlay', () => {
  const event = '$.components.schemas.Event.properties';

  test.each<[string, unknown[], string]>([
    [
      'a target that matches nothing',
      [{ target: '$.components.schemas.Evnt', update: {} }],
      '/actions/0/target: $.components.schemas.Evnt matches nothing: $.components.schemas has no "Evnt"; did you mean "Event"?',
    ],
    [
      'a broken reference',
      [{ target: event, update: { a: { $ref: '#/components/schemas/Nothing' } } }],
      '/actions/0/update/a/$ref: there is no component "Nothing" in schemas',
    ],
    [
      'an unknown keyword',
      [{ target: event, update: { a: { type: 'string', maxlength: 3 } } }],
      '/actions/0/update/a/maxlength: unknown keyword "maxlength" in a schema',
    ],
    [
      'two names that are one in camelCase',
      [{ target: event, update: { shopID: { type: 'string' } } }],
      '/actions/0/update/shopID: "shopID" and "shop_id" would both be "shopId"; give one an x-model-name',
    ],
    [
      'a property of which no name can be made',
      [{ target: event, update: { '+': { type: 'string' } } }],
      '/actions/0/update/+: "+" cannot be turned into a name: give the property an x-model-name',
    ],
    [
      'a name that is none in JavaScript',
      [{ target: event, update: { a: { type: 'string', 'x-model-name': 'a-b' } } }],
      '/actions/0/update/a/x-model-name: "x-model-name" must be a name that JavaScript takes',
    ],
    [
      'a value of which no name can be made',
      [{ target: '$.components.schemas.EventType.enum', update: '+' }],
      '/actions/0/update: the value "+" cannot be turned into a name: write the enumeration in place, where its values need no name',
    ],
    [
      'a rule that nothing enforces',
      [{ target: event, update: { a: { type: 'number', multipleOf: 2 } } }],
      '/actions/0/update/a/multipleOf: "multipleOf" is not enforced',
    ],
    [
      'a component that nothing refers to',
      [{ target: '$.components.schemas', update: { Unused: { type: 'object' } } }],
      '/actions/0/update/Unused: nothing refers to this component',
    ],
    [
      'a name that custom inputs cannot have',
      [
        { target: '$.components.schemas.CustomInputs.additionalProperties', remove: true },
        {
          target: '$.components.schemas.CustomInputs',
          update: { additionalProperties: false, properties: { loyaltyTier: { type: 'string' } } },
        },
      ],
      '/actions/1/update/properties/loyaltyTier: "loyaltyTier" must have a name of 1 to 25 lower-case letters, digits and underscores',
    ],
    [
      'an operation that is called like a member of every object',
      [{ target: "$.paths['/minfraud/v2.0/score'].post", update: { operationId: 'toString' } }],
      '/actions/0/update/operationId: a method of the client cannot be called "toString"',
    ],
    [
      'a type that is called like one of the client',
      [
        {
          target: '$.components.schemas',
          update: { Issue: { type: 'object', additionalProperties: false, properties: {} } },
        },
        { target: event, update: { issue: { $ref: '#/components/schemas/Issue' } } },
      ],
      '/actions/0/update/Issue: the client exports something called "Issue" already',
    ],
  ])('%s', async (_, actions, message) => {
    const [problem = ''] = await refusals(...actions);
    expect(problem.slice(0, `mine.yaml#${message}`.length)).toBe(`mine.yaml#${message}`);
  });

  test('a duplicate key, with line and column', async () => {
    const folder = folderWith({ 'twice.yaml': 'overlay: 1.0.0\ninfo: {}\ninfo: {}\n' });
    const overlays = [join(folder, 'twice.yaml')];
    const [problem = ''] = await problemsOf(loadSpec({ spec: shipped, overlays }));
    expect(problem).toContain('twice.yaml#: Map keys must be unique at line 3, column 1');
  });

  test('and what it broke elsewhere, at its place in the document', async () => {
    expect(
      await refusals({
        target: '$.components.schemas.TransactionReport.properties.tag',
        remove: true,
      }),
    ).toEqual([
      'openapi.json#/components/schemas/TransactionReport/required: "tag" is required but not a property',
    ]);
  });
});
