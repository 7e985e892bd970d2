import { expect, test } from '@jest/globals';
import { Deferred, Name, printValue } from '../../scripts/tables/print.ts';

test.each<[unknown, string]>([
  ["it's", "'it\\'s'"],
  ['say "a"\n', `'say "a"\\n'`],
  ['back\\slash', "'back\\\\slash'"],
  [1.5, '1.5'],
  [true, 'true'],
  [null, 'null'],
  [/^a\/b$/u, '/^a\\/b$/u'],
  [new RegExp('a/b', 'u'), '/a\\/b/u'],
  [new Name('device'), 'device'],
  [[], '[]'],
  [{}, '{}'],
  [{ a: 1, b: undefined, 'c-d': [1, 2] }, "{ a: 1, 'c-d': [1, 2] }"],
  [{ inner: { name: new Name('x') } }, '{ inner: { name: x } }'],
])('%j prints as source that means the same', (value, source) => {
  expect(printValue(value)).toBe(source);
});

test('what does not fit on a line gets a line a member', () => {
  const word = 'x'.repeat(60);
  expect(printValue({ first: word, second: [word, word] })).toBe(
    `{\n  first: '${word}',\n  second: [\n    '${word}',\n    '${word}',\n  ],\n}`,
  );
});

test('what stands before a value counts towards its line', () => {
  const list = ['a'.repeat(40), 'b'.repeat(40)];
  expect(printValue(list, 0, 5)).not.toContain('\n');
  expect(printValue(list, 0, 20)).toContain('\n');
});

test('what is deferred becomes a getter', () => {
  const value = { kind: 'response', fields: new Deferred({ a: [1] }, "Table['fields']") };
  expect(printValue(value)).toBe(
    "{\n  kind: 'response',\n  get fields(): Table['fields'] {\n    return { a: [1] };\n  },\n}",
  );
});
