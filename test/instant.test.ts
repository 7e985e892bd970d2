import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isAfter } from '../src/instant.ts';

describe('isAfter', () => {
  it.each([
    ['2026-03-15T09:00:00.000002Z', '2026-03-15T09:00:00.000001Z', true],
    ['2026-03-15T09:00:00.04425Z', '2026-03-15T09:00:00.044249Z', true],
    ['2026-03-15T09:00:00.04425Z', '2026-03-15T09:00:00.044250Z', false],
    ['2026-03-15T09:00:00Z', '2026-03-15T09:00:00.000000Z', false],
    ['2026-03-15t09:00:00z', '2026-03-15 09:00:00+00:00', false],
    ['2026-03-15T10:00:00+01:00', '2026-03-15T09:00:00Z', false],
    ['2026-03-15T10:00:01+0100', '2026-03-15T09:00:00Z', true],
    ['2026-03-15T08:59:59.9-00:30', '2026-03-15T09:29:59.8Z', true],
    ['2016-12-31T23:59:60Z', '2016-12-31T23:59:59.999999Z', true],
    ['yesterday', '2026-03-15T09:00:00Z', undefined],
    ['2026-03-15T09:00:00Z', '', undefined],
    ['2026-13-15T09:00:00Z', '2026-03-15T09:00:00Z', undefined],
    ['2026-03-15T09:00:00', '2026-03-15T09:00:00Z', undefined],
  ])('%s after %s: %s', (moment, other, expected) => {
    expect(isAfter(moment, other)).toBe(expected);
  });

  it('agrees with Date to the millisecond', () => {
    const moment = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(moment, moment, (a, b) => {
        expect(isAfter(a.toISOString(), b.toISOString())).toBe(a > b);
      }),
    );
  });
});
