/** `minfraud generate`, with what a person may get wrong; test/spec-edits runs it from an installed package. */
import { describe, expect, jest, test } from '@jest/globals';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { runClientCommandLine } from '../../scripts/client-command-line.ts';
import { folderWith } from './temporary-folder.ts';

// Where nothing is refused, the generator of the public types is started as a program of its own.
jest.setTimeout(120_000);

const shipped = join(process.cwd(), 'generated/openapi.json');

interface Run {
  readonly status: number;
  readonly printed: string;
  readonly complaint: string;
}

const run = (...parameters: string[]): Promise<Run> => runWith('1.0.0', ...parameters);

/** As the SDK of a version runs it. */
async function runWith(version: string, ...parameters: string[]): Promise<Run> {
  const printed: string[] = [];
  const complaints: string[] = [];
  const status = await runClientCommandLine(
    parameters,
    (line) => printed.push(line),
    { spec: shipped, version },
    (line) => complaints.push(line),
  );
  return { status, printed: printed.join('\n'), complaint: complaints.join('\n') };
}

const info = { title: 'Mine', version: '1' };
const fields = '$.components.schemas.Event.properties';
const overlay = (...actions: object[]): object => ({ overlay: '1.0.0', info, actions });
const event = (update: object): object => overlay({ target: fields, update });

const folderSpec = {
  'spec/openapi.yaml': { openapi: '3.1.0', info, paths: { '/a': { $ref: './paths/a.yaml' } } },
  'spec/paths/a.yaml': {
    post: {
      operationId: 'a',
      requestBody: { content: { 'application/json': { schema: { $ref: '../schemas/B.yaml' } } } },
      responses: { '204': { description: 'Done.' } },
    },
  },
};

describe('is refused, and nothing is left behind', () => {
  test.each<[string, unknown, string]>([
    [
      'an overlay whose target matches nothing',
      overlay({ target: '$.components.schemas.Evnt', update: {} }),
      '#/actions/0/target: $.components.schemas.Evnt matches nothing: $.components.schemas has no "Evnt"; did you mean "Event"?',
    ],
    [
      'a $ref that leads nowhere',
      event({ a: { $ref: '#/components/schemas/Evnt' } }),
      '#/actions/0/update/a/$ref: there is no component "Evnt" in schemas; did you mean "Event"?',
    ],
    [
      'a $ref that leads round in a circle',
      overlay(
        { target: fields, update: { a: { $ref: '#/components/schemas/Loop' } } },
        {
          target: '$.components.schemas',
          update: { Loop: { $ref: '#/components/schemas/Loop' } },
        },
      ),
      '#/actions/0/update/a/$ref: the $ref is circular: "Loop" is only',
    ],
    [
      'an unknown keyword',
      event({ a: { type: 'string', maxlength: 3 } }),
      '#/actions/0/update/a/maxlength: unknown keyword "maxlength" in a schema',
    ],
    [
      'two names that are one in camelCase',
      event({ shopID: { type: 'string' } }),
      '#/actions/0/update/shopID: "shopID" and "shop_id" would both be "shopId"; give one an x-model-name',
    ],
    [
      'a name that every object has',
      event({ constructor: { type: 'string' } }),
      '#/actions/0/update/constructor: a property cannot be called "constructor"',
    ],
    [
      'an object that contains itself',
      overlay(
        { target: fields, update: { a: { $ref: '#/components/schemas/A' } } },
        {
          target: '$.components.schemas',
          update: {
            A: {
              type: 'object',
              additionalProperties: false,
              properties: { a: { $ref: '#/components/schemas/A' } },
            },
          },
        },
      ),
      '#/actions/1/update/A: it contains itself, which is not supported',
    ],
    [
      'a duplicate key',
      'overlay: 1.0.0\ninfo: {}\ninfo: {}\n',
      '#: Map keys must be unique at line 3, column 1',
    ],
    ['what is no YAML', 'not: an: overlay: [\n', '#: Nested mappings are not allowed'],
    ['what is no overlay', 'a: 1\n', '#/overlay: this is not an OpenAPI Overlay'],
    ['an empty file', '', '#: this is not an OpenAPI Overlay'],
  ])('%s', async (_, content, message) => {
    const folder = folderWith({ 'mine.yaml': content });
    const [file, out] = [join(folder, 'mine.yaml'), join(folder, 'out')];
    const { status, printed, complaint } = await run('--overlay', file, '--out', out);
    expect([status, printed]).toEqual([1, '']);
    expect(complaint.replace(file, 'mine.yaml')).toContain(
      `The spec could not be compiled:\nmine.yaml${message}`,
    );
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
  });

  test.each([
    ['(a+)+$', 'a string of 30 characters can keep (a+)+$ busy for minutes'],
    ['^(\\w+\\s?)*$', 'a string of 30 characters can keep'],
    [
      '^\\s+|\\s+$',
      'the time that ^\\s+|\\s+$ takes grows with the length of a string to the power of 2: add',
    ],
  ])('the new pattern %s, which a text can keep busy', async (pattern, why) => {
    const folder = folderWith({ 'mine.yaml': event({ a: { type: 'string', pattern } }) });
    const file = join(folder, 'mine.yaml');
    const { status, complaint } = await run('--overlay', file, '--out', join(folder, 'client'));
    expect([status, complaint]).toEqual([
      1,
      expect.stringContaining(`#/actions/0/update/a/pattern: ${why}`),
    ]);
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
  });

  test.each(['client', 'client/index.ts', 'client/models'])(
    'a link at %s that leads to nothing',
    async (place) => {
      const [folder, elsewhere] = [folderWith({}), folderWith({})];
      if (place !== 'client') mkdirSync(join(folder, 'client'));
      symlinkSync(join(elsewhere, 'target'), join(folder, place));
      const { status, complaint } = await run('--out', join(folder, 'client'));
      expect([status, complaint]).toEqual([
        2,
        `${join(folder, place)} is a link to a place that does not exist: remove it.`,
      ]);
      expect(readdirSync(elsewhere)).toEqual([]);
    },
  );

  test('a client that would have no method', async () => {
    const folder = folderWith({
      'mine.yaml': overlay({ target: '$.paths[*][*]', remove: true }),
    });
    const { status, complaint } = await run(
      ...['--overlay', join(folder, 'mine.yaml'), '--out', join(folder, 'client')],
    );
    expect([status, complaint]).toEqual([
      1,
      'The spec could not be compiled:\nopenapi.json#/paths: a client of this spec would have no methods: the spec has no operation left to call',
    ]);
    expect(readdirSync(folder)).toEqual(['mine.yaml']);
  });

  test('a broken $ref in a folder, with the file that refers', async () => {
    const folder = folderWith(folderSpec);
    const spec = join(folder, 'spec');
    expect(await run('--spec', spec, '--out', join(folder, 'out'))).toEqual({
      status: 1,
      printed: '',
      complaint:
        'The spec could not be compiled:\npaths/a.yaml#/post/requestBody/content/application~1json/schema/$ref: there is no file schemas/B.yaml',
    });
    expect(existsSync(join(folder, 'out'))).toBe(false);
  });

  test.each([
    [['--out', 'x', '--imports', 'no'], '--imports is js, ts or none, not "no".'],
    [
      ['--out', 'x', '--overlay', 'src'],
      'src is a folder: name each overlay in it with --overlay.',
    ],
    [['--out', 'x', '--overlay', 'nowhere'], 'There is no overlay nowhere.'],
    [['--check'], 'Name the folder for the client with --out.'],
    [['--check', '--since', 'generated'], 'Name the folder for the client with --out.'],
    [['--since', 'nowhere'], 'There is no nowhere.'],
    [['--nonsense'], "Unknown option '--nonsense'"],
  ])('wrong use: %j', async (parameters, message) => {
    const { status, complaint } = await run(...parameters);
    expect([status, complaint]).toEqual([2, expect.stringContaining(message)]);
    expect(existsSync('x')).toBe(false);
  });

  test('a place that cannot be written', async () => {
    const folder = folderWith({ 'a-file': '' });
    const out = join(folder, 'a-file', 'out');
    await expect(run('--out', out)).rejects.toThrow(out);
    expect(readdirSync(folder)).toEqual(['a-file']);
  });
});

test('says what is stale, what was written by others, and what changed since', async () => {
  const folder = folderWith({ 'mine.yaml': event({ sales_channel: { type: 'string' } }) });
  const [file, out] = [join(folder, 'mine.yaml'), join(folder, 'out')];
  expect(await run('--out', out)).toMatchObject({ status: 0, complaint: '' });
  const stale = await run('--overlay', file, '--out', out, '--check', '--since', out);
  expect(stale.status).toBe(1);
  expect(stale.printed).toContain('tables.ts: different\n');
  expect(stale.printed).toContain(`--overlay ${file} --out ${out}\` and commit what it writes.`);
  expect(stale.printed).toContain('Compatible:\n  minor  Event.sales_channel: it was added.');
  const before = readFileSync(join(out, 'tables.ts'), 'utf8');
  writeFileSync(join(out, 'operations.ts'), '// mine\n');
  const foreign = await run('--overlay', file, '--out', out);
  expect([foreign.status, foreign.complaint]).toEqual([
    2,
    `operations.ts in ${out} was not made by this command, and would be overwritten. Name another folder with --out.`,
  ]);
  expect(readFileSync(join(out, 'tables.ts'), 'utf8')).toBe(before);
});

describe('a release of the SDK with the same spec', () => {
  test('changes the line that names its version, and nothing else', async () => {
    const folder = folderWith({ 'mine.yaml': event({ sales_channel: { type: 'string' } }) });
    const [file, out] = [join(folder, 'mine.yaml'), join(folder, 'out')];
    const parameters = ['--overlay', file, '--out', out];
    await runWith('1.4.0', ...parameters);
    const before = contents(out);
    expect(before.get('index.ts')).toContain('\n// minfraud-sdk 1.4.0\n');
    expect(await runWith('1.5.0', ...parameters, '--check')).toMatchObject({ status: 0 });
    expect(await runWith('1.5.0', ...parameters)).toMatchObject({
      status: 0,
      printed: 'wrote index.ts',
    });
    expect(differences(before, contents(out))).toEqual([
      'index.ts: // minfraud-sdk 1.4.0',
      'index.ts: // minfraud-sdk 1.5.0',
    ]);
  });

  test('leaves a document in which a change is a line', async () => {
    const folder = folderWith({ 'mine.yaml': event({ sales_channel: { type: 'string' } }) });
    const [file, out] = [join(folder, 'mine.yaml'), join(folder, 'out')];
    await run('--out', out);
    const before = contents(out);
    await run('--overlay', file, '--out', out);
    const after = contents(out);
    const document = after.get('openapi.json') ?? '';
    expect(JSON.parse(document)).toMatchObject({
      components: { schemas: { Event: { properties: { sales_channel: { type: 'string' } } } } },
    });
    expect(document.length).toBeLessThan(0.7 * readFileSync(shipped, 'utf8').length);
    const changed = differences(before, after).filter((line) => line.startsWith('openapi.json'));
    expect(changed).toHaveLength(2);
    for (const line of changed) expect(line).toMatch(/^openapi\.json: +"Event": \{/);
  });
});

function contents(folder: string): ReadonlyMap<string, string> {
  const names = readdirSync(folder, { recursive: true }).map(String);
  const files = names.filter((name) => name.includes('.'));
  return new Map(files.map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
}

/** The lines that only one of two folders has, with their files. */
function differences(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
): string[] {
  return [...after].flatMap(([file, text]) => {
    const [old, now] = [before.get(file) ?? '', text].map((one) => one.split('\n'));
    const gone = old?.filter((line) => now?.includes(line) === false) ?? [];
    const come = now?.filter((line) => old?.includes(line) === false) ?? [];
    return [...gone, ...come].map((line) => `${file}: ${line}`);
  });
}
