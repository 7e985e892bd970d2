import { describe, expect, test } from '@jest/globals';
import { callView } from '../../scripts/calls.ts';
import type { Schema } from '../../scripts/document.ts';
import { refuseUnexplained } from '../../scripts/editorial.ts';
import { documentWithOperation, reference } from './small-document.ts';

const description = 'A word of the customer.';

function problems(property: Schema, where: 'request' | 'response' = 'request'): string {
  const properties = { given: property };
  const closed = where === 'request' ? { additionalProperties: false } : {};
  const schemas: Record<string, Schema> = {
    Thing: { type: 'object', ...closed, properties },
    Kind: { type: 'string', pattern: '^[a-z]$', description },
  };
  const { document, calls } = callView(documentWithOperation(schemas, { [where]: 'Thing' }));
  try {
    refuseUnexplained(document, calls);
    return '';
  } catch (error) {
    return (error as Error).message;
  }
}

describe('a field of the spec of this repository', () => {
  test.each<[string, Schema]>([
    ['a description', { type: 'string', description }],
    ['a schema of its own that says it', { ...reference('Kind'), 'x-advice': 'must be a letter' }],
    [
      'words for its format',
      { type: 'string', format: 'date-time', description, 'x-advice': 'must be a time' },
    ],
    [
      'a pattern that bars characters, which the message names',
      { type: 'string', pattern: '^[^\\n]*$', description },
    ],
  ])('may have %s', (_, property) => {
    expect(problems(property)).toBe('');
  });

  test.each<[string, Schema, string]>([
    ['no description', { type: 'string' }, '/description: a field needs a description of 4 words'],
    [
      'one word',
      { type: 'string', description: 'Given.' },
      '/description: a field needs a description',
    ],
    [
      'a format without words',
      { type: 'string', format: 'date-time', description },
      ': a format or pattern needs an x-advice',
    ],
    ['a pattern without words', reference('Kind'), ': a format or pattern needs an x-advice'],
    [
      'a list of them',
      { type: 'array', description, items: { type: 'string', format: 'uuid' } },
      ': a format or pattern needs an x-advice',
    ],
  ])('is refused with its place for %s', (_, property, message) => {
    expect(problems(property)).toContain(`Thing#/properties/given${message}`);
  });

  test('is looked at inside an object that has no name', () => {
    const inner: Schema = {
      type: 'object',
      description,
      additionalProperties: false,
      properties: { a: { type: 'string' } },
    };
    expect(problems(inner)).toContain('Thing#/properties/given/properties/a/description: ');
  });

  test('of a response needs no words for its format', () => {
    expect(problems({ type: 'string', format: 'date-time', description }, 'response')).toBe('');
    expect(problems({ type: 'string', format: 'date-time' }, 'response')).toContain(
      'a description',
    );
  });
});
