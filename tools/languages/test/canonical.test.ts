import { describe, expect, test } from '@jest/globals';
import { canonical, differences } from '../canonical.ts';

describe('what programs of two languages print', () => {
  test.each<[string, unknown, unknown]>([
    [
      'spelling of keys',
      { risk_score: 1, ip_accuracyRadius: 2 },
      { riskScore: 1, ipAccuracyRadius: 2 },
    ],
    ['what is empty', { a: 1, note: null, list: [], map: {} }, { a: 1 }],
    ['the order of keys', { a: 1, b: 2 }, { b: 2, a: 1 }],
    ['the digits of a time', '2026-03-14T22:04:01.044250+00:00', '2026-03-14T22:04:01.04425Z'],
    [
      'a name that the SDK chose',
      { names: { en: 'Paris' } },
      { name: 'Paris', names: { en: 'Paris' } },
    ],
    ['the digits of a number in a form', { amount: '323.2100' }, { amount: '323.21' }],
    [
      'an identifier of exact bytes',
      { id: '5bc5d6c2-b2c8-40af-87f4-6d61af86b6ae' },
      { id: '27d26476-e2bc-11e4-92b8-962e705b4af5' },
    ],
  ])('is the same but for %s', (_what, one, other) => {
    expect(differences(canonical(one), canonical(other))).toEqual([]);
  });

  test.each<[string, unknown, unknown, string]>([
    ['a value', { a: { b: [1, 2] } }, { a: { b: [1, 3] } }, 'a.b.1: 2 is not 3'],
    ['a type', { a: '1' }, { a: 1 }, 'a: "1" is not 1'],
    ['a missing value', {}, { a: false }, 'a: absent is not false'],
    ['a value too many', { a: 0 }, {}, 'a: 0 is not absent'],
    ['an entry too many', { a: [1, 2] }, { a: [1] }, 'a.1: 2 is not absent'],
    ['an offset', '2026-07-01T08:00:00-04:00', '2026-07-01T12:00:00Z', ''],
    [
      'an identifier that is none',
      { id: '' },
      { id: '27d26476-e2bc-11e4-92b8-962e705b4af5' },
      'id: ',
    ],
  ])('differs by %s', (_what, one, other, place) => {
    const found = differences(canonical(one), canonical(other));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain(place);
  });
});
