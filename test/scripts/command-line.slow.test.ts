import { describe, expect, jest, test } from '@jest/globals';
import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommandLine } from '../../scripts/command-line.ts';
import { folderWith } from './temporary-folder.ts';

// Each compilation starts the generator of the public types as a program of its own.
jest.setTimeout(60_000);

const schema = {
  type: 'object',
  additionalProperties: false,
  properties: { user_id: { type: 'string', maxLength: 9 } },
};

const smallSpec = {
  'openapi.yaml': {
    openapi: '3.1.0',
    info: { title: 'Small', version: '1' },
    security: [{ basic: [] }],
    components: { securitySchemes: { basic: { type: 'http', scheme: 'basic' } } },
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
};

async function run(...parameters: string[]): Promise<{ status: number; printed: string }> {
  const lines: string[] = [];
  const status = await runCommandLine(parameters, (line) => lines.push(line));
  return { status, printed: lines.join('\n') };
}

describe('npm run generate', () => {
  test('writes; a check then passes; an edit by hand fails it and is named', async () => {
    const spec = folderWith(smallSpec);
    const out = join(folderWith({}), 'types');
    const where = ['--spec', spec, '--out', out];
    expect(await run(...where)).toEqual({
      status: 0,
      printed: [
        'wrote models/index.ts',
        'wrote models/types.ts',
        'wrote openapi-3.0.json',
        'wrote openapi.json',
        'wrote operations.ts',
        'wrote tables.ts',
        'wrote wire.ts',
      ].join('\n'),
    });
    expect(await run(...where, '--check')).toEqual({
      status: 0,
      printed: `7 files in ${out} are what the spec compiles to.`,
    });
    appendFileSync(join(out, 'wire.ts'), '\n');
    const before = readFileSync(join(out, 'wire.ts'), 'utf8');
    expect(await run(...where, '--check')).toEqual({
      status: 1,
      printed: `wire.ts: different\nRun \`npm run generate -- --spec ${spec} --out ${out}\` and commit what it writes.`,
    });
    expect(readFileSync(join(out, 'wire.ts'), 'utf8')).toBe(before);
  });

  test('imports the types from this repository, or from where one says', async () => {
    const spec = folderWith(smallSpec);
    const out = folderWith({});
    const where = ['--spec', spec, '--out', out];
    const path = relative(out, join(process.cwd(), 'src/operation.ts'));
    await run(...where);
    expect(readFileSync(join(out, 'operations.ts'), 'utf8')).toContain(`from '${path}'`);
    await run(...where, '--runtime', 'a-package');
    expect(readFileSync(join(out, 'operations.ts'), 'utf8')).toContain("from 'a-package'");
    expect(readFileSync(join(out, 'tables.ts'), 'utf8')).toContain("from 'a-package'");
    const { printed } = await run(...where, '--check');
    expect(printed).toContain('operations.ts: different\ntables.ts: different\n');
  });

  test('refuses a spec with the file and the place in it', async () => {
    const spec = folderWith({
      ...smallSpec,
      'schemas/Thing.yaml': { ...schema, oneOf: [] },
    });
    expect(await run('--spec', spec, '--out', '/nowhere')).toEqual({
      status: 1,
      printed:
        'The spec could not be compiled:\nschemas/Thing.yaml#/oneOf: unknown keyword "oneOf" in a schema',
    });
  });

  test('names the source file also where a later step refuses', async () => {
    const properties = { a_b: { type: 'number', multipleOf: 2 } };
    const spec = folderWith({ ...smallSpec, 'schemas/Thing.yaml': { ...schema, properties } });
    const { status, printed } = await run('--spec', spec, '--out', '/nowhere');
    expect(status).toBe(1);
    expect(printed).toContain('schemas/Thing.yaml#/properties/a_b/multipleOf: "multipleOf" is not');
  });

  test('refuses a schema that nothing uses, but not an example', async () => {
    const spec = folderWith({
      ...smallSpec,
      'schemas/Forgotten.yaml': schema,
      'examples/for-a-test.yaml': { value: 1 },
      'README.md': '# Read me',
    });
    expect(await run('--spec', spec, '--out', '/nowhere')).toEqual({
      status: 1,
      printed:
        'The spec could not be compiled:\nschemas/Forgotten.yaml#: nothing refers to this file',
    });
  });

  test('says where a file is no YAML', async () => {
    const spec = folderWith(smallSpec);
    writeFileSync(join(spec, 'schemas/Thing.yaml'), 'type: object\nproperties: [\n');
    const { status, printed } = await run('--spec', spec, '--out', '/nowhere');
    expect(status).toBe(1);
    expect(printed).toContain('schemas/Thing.yaml#: ');
    expect(printed).toContain('line 3');
  });

  test('does not hide a fault of its own', async () => {
    const out = folderWith({ 'openapi.json/in-the-way': '' });
    await expect(run('--spec', folderWith(smallSpec), '--out', out)).rejects.toThrow('EISDIR');
  });

  test.each([
    [['--nonsense'], "Unknown option '--nonsense'"],
    [['--spec', '/nowhere'], 'There is no /nowhere. Name the spec'],
    [['--spec', 'src'], `There is no openapi.yaml in ${join(process.cwd(), 'src')}. Name the spec`],
    [['--overlay', '/nowhere.yaml'], 'There is no overlay /nowhere.yaml.'],
  ])('says of %j what is wrong', async (parameters, message) => {
    const { status, printed } = await run(...parameters);
    expect(status).toBe(2);
    expect(printed).toContain(message);
  });

  test('prints its options', async () => {
    const { status, printed } = await run('--help');
    expect(status).toBe(0);
    expect(printed).toContain('--check');
  });
});

test('the entry runs the command with the parameters of the process, and sets its status', async () => {
  const { argv, exitCode } = process;
  const printed = jest.spyOn(console, 'log').mockImplementation(() => undefined);
  try {
    process.argv = ['node', 'generate.ts', '--nonsense'];
    await import('../../scripts/generate.ts');
    await new Promise(setImmediate);
    expect(process.exitCode).toBe(2);
    expect(printed).toHaveBeenCalledWith(expect.stringContaining('--nonsense'));
  } finally {
    Object.assign(process, { argv, exitCode });
    printed.mockRestore();
  }
});
