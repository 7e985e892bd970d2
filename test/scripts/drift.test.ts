import { expect, test } from '@jest/globals';
import { existsSync, readdirSync, readFileSync, statSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { banner, clientBanner, findDrift, foreignFiles, writeFiles } from '../../scripts/drift.ts';
import { folderWith } from './temporary-folder.ts';

const files = new Map([
  ['openapi.json', '{}\n'],
  ['models/types.ts', `${banner}export type A = string;\n`],
]);

test('a folder that does not exist lacks every file', () => {
  expect(findDrift('/nowhere/at/all', files)).toEqual([
    { file: 'models/types.ts', why: 'missing' },
    { file: 'openapi.json', why: 'missing' },
  ]);
});

test('what was written has not drifted', () => {
  const folder = join(folderWith({}), 'new');
  expect(writeFiles(folder, files)).toHaveLength(2);
  expect(findDrift(folder, files)).toEqual([]);
  expect(readFileSync(join(folder, 'openapi.json'), 'utf8')).toBe('{}\n');
});

test('one changed byte is drift, and the file that is right is left alone', () => {
  const folder = folderWith({
    'openapi.json': '{} \n',
    'models/types.ts': files.get('models/types.ts'),
  });
  utimesSync(join(folder, 'models/types.ts'), 1, 1);
  expect(writeFiles(folder, files)).toEqual([{ file: 'openapi.json', why: 'different' }]);
  expect(statSync(join(folder, 'models/types.ts')).mtimeMs).toBe(1000);
});

test('a generated file that nothing generates any more is left over, and goes', () => {
  const folder = folderWith({ 'models/old.ts': `${banner}export {};\n` });
  writeFiles(folder, new Map([...files, ['more/a.ts', '']]));
  expect(existsSync(join(folder, 'models/old.ts'))).toBe(false);
});

test('other files in the folder stay', () => {
  const own = { 'notes.txt': 'mine', 'index.ts': 'export {};\n', 'models/mine.ts': '// mine\n' };
  const folder = folderWith(own);
  expect(writeFiles(folder, files).map(({ file }) => file)).toEqual([
    'models/types.ts',
    'openapi.json',
  ]);
  for (const [file, text] of Object.entries(own)) {
    expect(readFileSync(join(folder, file), 'utf8')).toBe(text);
  }
});

test('where one file cannot be written, the folder is left as it was', () => {
  const folder = folderWith({ 'a.json': 'old', 'z.json/in-the-way': '' });
  const all = new Map([
    ['a.json', 'new'],
    ['made/b.json', '{}'],
    ['z.json', '{}'],
  ]);
  expect(() => writeFiles(folder, all)).toThrow('EISDIR');
  expect(readFileSync(join(folder, 'a.json'), 'utf8')).toBe('old');
  expect(readdirSync(folder).sort()).toEqual(['a.json', 'z.json']);
});

test('files that the compiler did not write are told from its own', () => {
  const folder = folderWith({
    'index.ts': 'export {};\n',
    'tables.ts': `${banner}export {};\n`,
    'operations.ts': `${clientBanner}export {};\n`,
    'openapi.json': '{\n  "openapi": "3.1.0"\n}\n',
    'README.md': '# My project\n',
  });
  const all = ['index.ts', 'missing.ts', 'openapi.json', 'operations.ts', 'README.md', 'tables.ts'];
  expect(foreignFiles(folder, new Map(all.map((file) => [file, ''])))).toEqual([
    'index.ts',
    'README.md',
  ]);
});
