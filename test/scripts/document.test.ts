import { expect, test } from '@jest/globals';
import {
  dereference,
  enumValues,
  isRequiredOnly,
  operationsOf,
  referencedName,
  schemasOf,
} from '../../scripts/document.ts';
import { documentOf, reference } from './small-document.ts';

test('a reference is followed to its end', () => {
  const document = documentOf({
    A: reference('B'),
    B: { type: 'string' },
  });
  expect(dereference(document, reference('A'))).toEqual({ type: 'string' });
  expect(referencedName('#/components/schemas/A')).toBe('A');
});

test('a reference that leads nowhere says so', () => {
  expect(() => dereference(documentOf({}), reference('A'))).toThrow(
    'The bundle has nothing at #/components/schemas/A.',
  );
});

test('operations come with the parameters of their path, webhooks after paths', () => {
  const own = { name: 'own', in: 'query' };
  const common = { name: 'common', in: 'query' };
  const document = {
    ...documentOf({}),
    paths: { '/a': { parameters: [common], get: { operationId: 'a', parameters: [own] } } },
    webhooks: { b: { post: { operationId: 'b' } } },
  };
  expect([...operationsOf(document)]).toEqual([
    {
      place: 'path',
      path: '/a',
      method: 'get',
      operation: { operationId: 'a', parameters: [own] },
      parameters: [common, own],
    },
    {
      place: 'webhook',
      path: 'b',
      method: 'post',
      operation: { operationId: 'b' },
      parameters: [],
    },
  ]);
});

test('a document may have neither paths nor components', () => {
  const document = { openapi: '3.1.0', info: {} };
  expect([...operationsOf(document)]).toEqual([]);
  expect(schemasOf(document)).toEqual({});
});

test('the values of an enumeration are found whether it is open or closed', () => {
  expect(enumValues({ type: 'string', enum: ['a'] })).toEqual(['a']);
  expect(enumValues({ type: 'string', 'x-extensible-enum': ['a'] })).toEqual(['a']);
  expect(enumValues({ type: 'string' })).toBeUndefined();
  expect(isRequiredOnly({ required: ['a'] })).toBe(true);
  expect(isRequiredOnly({})).toBe(false);
});
