/** Responses in text of a spec's own, whose tables are not those of the legacy services. */
import { describe, expect, test } from '@jest/globals';
import { textReader } from '../../src/legacy/reading.ts';
import type { TextRecord } from '../../src/operation.ts';

const level: TextRecord = {
  kind: 'text-record',
  name: 'Level',
  fields: { level: ['level', 'number'], place: ['place', 'string'], err: ['err', 'string'] },
};
const reader = (table: Partial<TextRecord>) =>
  textReader({ response: { ...level, ...table }, errorCodes: { BAD_LEVEL: 400 } });

describe('a record for which no field is named that proves it', () => {
  test.each([
    ['level=3;place=;err=', { level: 3 }],
    ['level=;place=Bonn;err=', { place: 'Bonn' }],
    ['level=abc;place=Bonn;err=', { level: 'abc', place: 'Bonn' }],
  ])('%s is a result', (text, result) => {
    expect(reader({})(text)).toEqual({ kind: 'result', result });
  });

  test.each(['level=;place=;err=', 'level=abc;place=;err='])('%s is not a result', (text) => {
    expect(reader({})(text)).toMatchObject({ kind: 'no result' });
  });
});

describe('a record that may be empty', () => {
  const read = reader({ emptyIsResult: true, proof: ['level'] });

  test('is a result without what proves it, whatever else is documented or new', () => {
    expect(read('level=;err=')).toEqual({ kind: 'result', result: {} });
    expect(read('level=;place=;err=')).toEqual({ kind: 'result', result: {} });
    expect(read('level=;err=;left=7')).toEqual({ kind: 'result', result: { left: '7' } });
  });

  test.each(['place=;err=', 'level=;place=', 'level=high;err='])('%s is not a result', (text) => {
    expect(read(text)).toMatchObject({ kind: 'no result' });
  });

  test('tells of an error all the same', () => {
    expect(read('level=;err=BAD_LEVEL')).toEqual({ kind: 'error', code: 'BAD_LEVEL' });
  });
});

test('fields are separated as the table says', () => {
  expect(reader({ separators: ',' })('level=3,place=Bonn;Mitte,err=')).toEqual({
    kind: 'result',
    result: { level: 3, place: 'Bonn;Mitte' },
  });
});
