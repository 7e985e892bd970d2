import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { KeyTable } from '../../src/thresholds/key-table.ts';

test('a table of keys says what a Map says, also where hashes and texts are alike', () => {
  const key = fc.oneof(
    fc.integer({ min: 0, max: 50 }),
    fc.integer({ min: 0, max: 50 }).map(String),
    fc.string({ maxLength: 3 }),
    fc.string({ unit: 'grapheme', maxLength: 40 }),
  );
  fc.assert(
    fc.property(fc.array(key, { maxLength: 300 }), (keys) => {
      const table = new KeyTable();
      const map = new Map<string | number, number>();
      for (const one of keys) {
        expect(table.placeOf(one)).toBe(map.get(one));
        const place = map.has(one) ? undefined : map.size;
        if (place !== undefined) map.set(one, place);
        expect(table.add(one)).toBe(place);
      }
      expect(table.size).toBe(map.size);
      for (const [one, place] of map) expect(table.placeOf(one)).toBe(place);
    }),
  );
});

test('finds a key again that holds half a surrogate pair', () => {
  const table = new KeyTable();
  expect(table.add('order-\ud83d')).toBe(0);
  expect(table.placeOf('order-\ud83d')).toBe(0);
  expect(table.add('order-\ud83d')).toBeUndefined();
});

test('grows to many keys', () => {
  const table = new KeyTable();
  for (let at = 0; at < 50_000; at++) expect(table.add(`order-${at}`)).toBe(at);
  for (let at = 0; at < 50_000; at += 997) expect(table.placeOf(`order-${at}`)).toBe(at);
  expect(table.placeOf('order-50000')).toBeUndefined();
});
