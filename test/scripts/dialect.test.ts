/** The JSON Schema by which editors check the files of spec/, and the compiler its objects. */
import { describe, expect, test } from '@jest/globals';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import dialect from '../../scripts/dialect.schema.json';

const folder = join(process.cwd(), 'spec');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => file.endsWith('.yaml') && !file.startsWith('examples/'));

const validate = new Ajv2020({ strict: false, allErrors: true }).compile(dialect);

/** What is wrong with a file, each at its place. */
function problemsOf(content: unknown): string[] {
  validate(content);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`);
}

function read(file: string): Record<string, unknown> {
  return parse(readFileSync(join(folder, file), 'utf8'), { merge: true }) as Record<
    string,
    unknown
  >;
}

test.each(files)('spec/%s passes', (file) => {
  expect(problemsOf(read(file))).toEqual([]);
});

test('an editor is told which files it is for', () => {
  const settings = JSON.parse(readFileSync('.vscode/settings.json', 'utf8')) as object;
  const [patterns] = Object.values((settings as { 'yaml.schemas': object })['yaml.schemas']) as [
    string[],
  ];
  const covered = patterns.map(
    (pattern) =>
      new RegExp(`^${pattern.replace('**/', '(.*/)?').replace('*.yaml', '[^/]*\\.yaml')}$`),
  );
  const missed = files.filter((file) => !covered.some((pattern) => pattern.test(`spec/${file}`)));
  expect(missed).toEqual([]);
});

describe('what the dialect does not know is refused', () => {
  const wrong: Readonly<Record<string, unknown>> = {
    'x-enum-descriptions': { a: 7 },
    'x-model-properties': ['a'],
    'x-deprecated': { when: '2015' },
  };
  const extensions = Object.keys(dialect.$defs.schema.properties).filter((word) =>
    word.startsWith('x-'),
  );

  test.each(extensions)('a wrong %s', (extension) => {
    const schema = {
      deprecated: true,
      enum: ['a'],
      externalDocs: { url: 'https://vendor.example' },
      [extension]: wrong[extension] ?? 7.5,
    };
    const place = new RegExp(`^/${extension}(/| )`);
    expect(problemsOf(schema)).toContainEqual(expect.stringMatching(place));
    expect(problemsOf({ type: 'object', properties: { a: schema } })).toContainEqual(
      expect.stringMatching(`^/properties/a/${extension}(/| )`),
    );
  });

  test.each<[string, string, object]>([
    ['an unknown extension of a schema', 'schemas/request/Event.yaml', { 'x-secret': true }],
    ['a misspelled keyword', 'schemas/request/Event.yaml', { propertys: {} }],
    ['a keyword that generators lose', 'schemas/request/Event.yaml', { oneOf: [] }],
    ['a keyword of another type', 'schemas/response/CardType.yaml', { minItems: 1 }],
    ['a pattern next to open values', 'schemas/response/CardType.yaml', { pattern: '^a' }],
    [
      'a deprecation without its flag',
      'schemas/response/City.yaml',
      { 'x-deprecated': { use: null } },
    ],
    ['a method of no client', 'paths/score.yaml', { put: {} }],
    ['an extension of operations on a path', 'paths/score.yaml', { 'x-retryable': true }],
    ['an unknown key of a response', 'responses/PaymentRequired.yaml', { links: {} }],
    ['another version of OpenAPI', 'openapi.yaml', { openapi: '3.0.3' }],
    ['an unknown key of the document', 'openapi.yaml', { 'x-tagGroups': [] }],
  ])('%s', (_what, file, more) => {
    expect(problemsOf({ ...read(file), ...more })).not.toEqual([]);
  });

  test('what may not stand next to a $ref', () => {
    const properties = { a: { $ref: './City.yaml', description: 'Where.', maxLength: 3 } };
    expect(problemsOf({ type: 'object', properties })).not.toEqual([]);
  });
});
