/**
 * The limits of responses as MaxMind documented them. Not part of `npm test`: who changes one in the spec after a
 * change of the API can go on, and is told before a merge to read the page again and to correct the record.
 */
import { describe, expect, test } from '@jest/globals';
import { component, flatten } from './bundle.ts';
import { responseLengths, responseRanges } from './vendor-facts.ts';

const factors = flatten(component('Factors'));

describe('the limits of responses are those of the record in vendor-facts.ts', () => {
  test.each(responseRanges.map((range) => [...range] as const))(
    '%s is in %s…%s',
    (path, least, greatest) => {
      const field = factors.get(path);
      expect([field?.minimum, field?.maximum]).toEqual([least, greatest]);
    },
  );

  test.each(Object.entries(responseLengths))('%s has at most %s characters', (path, length) => {
    expect(factors.get(path)?.maxLength).toBe(length);
  });
});
