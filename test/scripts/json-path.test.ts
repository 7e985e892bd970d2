import { describe, expect, test } from '@jest/globals';
import { at, find } from '../../scripts/json-path.ts';
import suite from './jsonpath/cts.json';

interface Case {
  readonly name: string;
  readonly selector: string;
  readonly document?: unknown;
  readonly result?: readonly unknown[];
  /** Where the order of members leaves more than one right result. */
  readonly results?: readonly (readonly unknown[])[];
  readonly invalid_selector?: boolean;
}

const cases = suite.tests as readonly Case[];

describe('the compliance suite of RFC 9535 (BSD-2, test/scripts/jsonpath)', () => {
  test('is all there', () => {
    expect(cases.length).toBeGreaterThan(700);
  });

  test.each(cases.filter(({ invalid_selector: isInvalid }) => isInvalid !== true))(
    '$name: $selector',
    ({ selector, document, result, results }) => {
      const found = find(document, selector).map((path) => at(document, path));
      expect(results ?? [result]).toContainEqual(found);
    },
  );

  test.each(cases.filter(({ invalid_selector: isInvalid }) => isInvalid === true))(
    'refuses $name: $selector',
    ({ selector }) => {
      expect(() => find([], selector)).toThrow(Error);
    },
  );
});
