import { beforeAll, describe, expect, jest, test } from '@jest/globals';
import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { compile } from '../../scripts/compile.ts';
import { writeFiles } from '../../scripts/drift.ts';
import { folderWith } from './temporary-folder.ts';
import { typeErrors } from './type-check.ts';

// Each compilation starts the generator of the public types as a program of its own.
jest.setTimeout(120_000);

const spec = join(process.cwd(), 'spec');

/** A copy of this repository's spec, as a team would make one. */
function copyOfSpec(): string {
  const copy = join(folderWith({}), 'spec');
  cpSync(spec, copy, { recursive: true });
  return copy;
}

interface EditedFile {
  properties: Record<string, unknown>;
  enum: string[];
  paths: Record<string, unknown>;
}

function edit(folder: string, file: string, change: (content: EditedFile) => void): void {
  const path = join(folder, file);
  const content = parse(readFileSync(path, 'utf8')) as EditedFile;
  change(content);
  writeFileSync(path, stringify(content));
}

test('the same spec gives the same bytes, wherever it lies', async () => {
  const [here, there] = [await compile(spec), await compile(copyOfSpec())];
  expect([...here.keys()].sort()).toEqual([
    'models/index.ts',
    'models/types.ts',
    'openapi-3.0.json',
    'openapi.json',
    'operations.ts',
    'tables.ts',
    'wire.ts',
  ]);
  for (const [file, text] of here)
    expect(there.get(file) === text ? file : `${file} differs`).toBe(file);
});

test("this repository's spec is refused for what no client of it could offer", async () => {
  const copy = copyOfSpec();
  edit(copy, 'paths/disposition-updates.yaml', (content) => {
    const { get } = content as unknown as { get: { parameters: unknown[] } };
    const schema = { type: 'integer' };
    get.parameters.push({
      name: 'timeout',
      in: 'query',
      description: 'A number of seconds.',
      schema,
    });
  });
  await expect(compile(copy, { isOwn: true })).rejects.toThrow(
    'paths/disposition-updates.yaml#/get/parameters: "timeout" is already an option of every call',
  );
});

test('an input that contains itself is refused, also for the command line', async () => {
  const copy = copyOfSpec();
  edit(copy, 'schemas/request/Order.yaml', ({ properties }) => {
    properties['parts'] = { type: 'array', items: { $ref: './Order.yaml' }, description: 'All.' };
  });
  await expect(compile(copy, { cliFlags: 'cli-flags.ts' })).rejects.toThrow(
    'schemas/request/Order.yaml#: it contains itself, which is not supported',
  );
});

describe('a team that adds a field, an enumeration value and an operation to a copy', () => {
  let out = '';

  beforeAll(async () => {
    const copy = copyOfSpec();
    edit(copy, 'schemas/request/Event.yaml', ({ properties }) => {
      properties['sales_channel'] = { type: 'string', maxLength: 9, description: 'Where.' };
    });
    edit(copy, 'schemas/request/EventType.yaml', (content) => content.enum.push('gift_3d_card'));
    edit(copy, 'openapi.yaml', ({ paths }) => {
      paths['/minfraud/v3.0/echo'] = { $ref: './paths/echo.yaml' };
    });
    writeFileSync(
      join(copy, 'paths/echo.yaml'),
      `post:
  operationId: echo
  summary: Give a score back
  x-retryable: true
  requestBody:
    content:
      application/json:
        schema: { $ref: ../schemas/request/EchoRequest.yaml }
  responses:
    '200':
      description: The same score.
      content:
        application/json:
          schema: { $ref: ../schemas/response/EchoResult.yaml }
`,
    );
    writeFileSync(
      join(copy, 'schemas/request/EchoRequest.yaml'),
      `type: object
description: What to give back.
additionalProperties: false
required: [given_score]
properties:
  given_score: { type: number, minimum: 0, description: The score. }
  event: { $ref: ./Event.yaml }
`,
    );
    writeFileSync(
      join(copy, 'schemas/response/EchoResult.yaml'),
      `type: object
description: What was given.
required: [given_score]
properties:
  given_score: { type: number, description: The score. }
  all_scores: { type: array, items: { type: number }, description: Every score so far. }
`,
    );
    out = folderWith({});
    writeFiles(out, await compile(copy, { runtime: join(process.cwd(), 'src/operation.ts') }));
  });

  test('gets types that a program can use', () => {
    const program = `
import { EventType, type EchoRequest, type EchoResult, type Event } from './models/index.ts';
import type { operations as wireOperations } from './wire.ts';
import { echoOperation, operations, type OperationId } from './operations.ts';
import { echoRequest, echoResult, event } from './tables.ts';

const bought: Event = { type: EventType.Gift3DCard, salesChannel: 'shop', time: new Date(0) };
export const request: EchoRequest = { givenScore: 1, event: bought };
export const words: 'gift_3d_card' = EventType.Gift3DCard;
export const all = (result: EchoResult): number => result.allScores.length + result.givenScore;
export const wire: wireOperations['echo']['requestBody'] = {
  content: { 'application/json': { given_score: 1, event: { sales_channel: 'shop' } } },
};
export const id: OperationId = 'echo';
export const echo: typeof echoOperation = operations[id];
export const wireNames: unknown = [echoRequest.fields['givenScore']?.[0], echoResult, event];
`;
    expect(typeErrors(out, { 'program.ts': program })).toEqual([]);
  });

  test('and is told of a mistake by the compiler', () => {
    const program = `import type { EchoRequest, Event } from './models/index.ts';
export const wrongName: Event = { sales_channel: 'shop' };
export const wrongValue: Event = { type: 'gift_4d_card' };
export const missing: EchoRequest = {};
`;
    expect(typeErrors(out, { 'program.ts': program })).toEqual([
      expect.stringContaining('program.ts:2: Object literal may only specify known properties'),
      expect.stringContaining('program.ts:3: Type \'"gift_4d_card"\' is not assignable'),
      expect.stringContaining("program.ts:4: Property 'givenScore' is missing"),
    ]);
  });

  test('gets tables with the new names and rules', () => {
    const tables = readFileSync(join(out, 'tables.ts'), 'utf8');
    expect(tables).toContain("salesChannel: ['sales_channel', { kind: 'string', maxLength: 9 }]");
    expect(tables).toContain("givenScore: ['given_score', { kind: 'number', minimum: 0 }]");
    expect(tables).toContain("  'gift_3d_card',\n");
    expect(tables).toContain("all_scores: ['allScores']");
    const operations = readFileSync(join(out, 'operations.ts'), 'utf8');
    expect(operations).toContain(
      "echoOperation: Operation<models.EchoRequest, models.EchoResult, wire.components['schemas']['EchoRequest'], wire.paths>",
    );
    expect(operations).toContain("path: '/minfraud/v3.0/echo'");
  });
});
