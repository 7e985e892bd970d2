import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { bundle as bundleFiles } from '../../scripts/bundle.ts';
import { sortComponents } from '../../scripts/sort-components.ts';
import { SpecError } from '../../scripts/spec-error.ts';
import { folderWith } from './temporary-folder.ts';

function bundle(folder: string): ReturnType<typeof bundleFiles> {
  return bundleFiles(folder, (file): unknown => parse(readFileSync(join(folder, file), 'utf8')));
}

const root = {
  openapi: '3.1.0',
  info: { title: 'Small', version: '1' },
  paths: { '/call': { $ref: './paths/call.yaml' } },
};

const call = {
  post: {
    operationId: 'call',
    requestBody: {
      content: {
        'application/json': {
          schema: { $ref: '../schemas/request/Zebra.yaml' },
          examples: { first: { $ref: '../examples/first.json' } },
        },
      },
    },
    responses: { '400': { $ref: '../responses/Wrong.yaml' } },
  },
};

const files = {
  'openapi.yaml': root,
  'paths/call.yaml': call,
  'responses/Wrong.yaml': { description: 'Wrong.' },
  'examples/first.json': '{ "summary": "First.", "value": { "ant": "a" } }',
  'schemas/request/Zebra.yaml': {
    type: 'object',
    properties: { ant: { $ref: '../shared/Ant.yaml', description: 'Here.' } },
  },
  'schemas/shared/Ant.yaml': { type: 'string', description: 'Everywhere.' },
};

test('every file becomes the component that it is called like, in alphabetical order', async () => {
  const document = await bundle(folderWith(files));
  expect(Object.keys(document.components?.schemas ?? {})).toEqual(['Ant', 'Zebra']);
  expect(document.components).toEqual({
    schemas: {
      Ant: { type: 'string', description: 'Everywhere.' },
      Zebra: {
        type: 'object',
        properties: { ant: { $ref: '#/components/schemas/Ant', description: 'Here.' } },
      },
    },
    examples: { first: { summary: 'First.', value: { ant: 'a' } } },
    responses: { Wrong: { description: 'Wrong.' } },
  });
  expect(document.paths?.['/call']?.['post']).toMatchObject({
    requestBody: {
      content: { 'application/json': { schema: { $ref: '#/components/schemas/Zebra' } } },
    },
    responses: { '400': { $ref: '#/components/responses/Wrong' } },
  });
});

test('a reference that leads nowhere is refused with the place that refers to it', async () => {
  const { 'schemas/request/Zebra.yaml': zebra, ...rest } = files;
  const folder = folderWith({ ...rest, 'schemas/Elsewhere.yaml': zebra });
  const error = await bundle(folder).catch((reason: unknown) => reason);
  expect(error).toBeInstanceOf(SpecError);
  expect((error as SpecError).problems[0]).toMatchObject({
    file: 'paths/call.yaml',
    pointer: '/post/requestBody/content/application~1json/schema',
  });
});

test('a document without components stays as it is', () => {
  const document = { openapi: '3.1.0', info: {} };
  expect(sortComponents(document)).toBe(document);
});
