import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import { hashLegacyUsername, hashUsername } from '../../src/formats/username.ts';

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('hashUsername', () => {
  test('hashes the name as it is', () => {
    expect(hashUsername('foo')).toBe('acbd18db4cc2f85cedef654fccc4a4d8');
    expect(hashUsername(' Foo ')).toBe(md5(' Foo '));
    expect(hashUsername('J\u00fcrgen')).toBe(md5('J\u00fcrgen'));
    expect(hashUsername('e\u0301')).not.toBe(hashUsername('\u00e9'));
  });

  test('has no hash for an empty name', () => {
    expect(hashUsername('')).toBe('');
  });
});

test('hashLegacyUsername lower-cases the name first, and does nothing else to it', () => {
  expect(hashLegacyUsername('Foo')).toBe('acbd18db4cc2f85cedef654fccc4a4d8');
  expect(hashLegacyUsername(' J\u00dcRGEN ')).toBe(md5(' j\u00fcrgen '));
});
