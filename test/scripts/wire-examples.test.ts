import { expect, test } from '@jest/globals';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  dereference,
  type OpenApiDocument,
  operationsOf,
  referencedName,
} from '../../scripts/document.ts';
import { generated, typeErrors } from './type-check.ts';

interface Example {
  readonly $ref?: string;
  readonly value?: unknown;
}

/** Every example of a JSON or form body as a constant of its wire type. */
function exampleProgram(document: OpenApiDocument): string[] {
  const lines: string[] = [];
  for (const { operation } of operationsOf(document)) {
    const bodies = [operation.requestBody, ...Object.values(operation.responses ?? {})];
    for (const body of bodies) {
      const { content = {} } = body === undefined ? {} : dereference(document, body);
      for (const { schema, examples = {} } of Object.values(content)) {
        if (schema?.$ref === undefined) continue;
        for (const example of Object.values(examples)) {
          const { value } = dereference<Example>(document, example as Example);
          const type = `components['schemas']['${referencedName(schema.$ref)}']`;
          lines.push(`export const e${lines.length}: ${type} = ${JSON.stringify(value)};`);
        }
      }
    }
  }
  return lines;
}

test('every example of a body has its wire type, without a field too many', () => {
  const text = readFileSync(join(generated, 'openapi.json'), 'utf8');
  const lines = exampleProgram(JSON.parse(text) as OpenApiDocument);
  expect(lines.length).toBeGreaterThan(30);
  const program = ["import type { components } from './wire.ts';", ...lines].join('\n');
  expect(typeErrors(generated, { 'examples.ts': program })).toEqual([]);
});
