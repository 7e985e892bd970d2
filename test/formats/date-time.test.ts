import { describe, expect, it, test } from '@jest/globals';
import fc from 'fast-check';
import { dateTimeOf, isAfter, isDateTime } from '../../src/formats/date-time.ts';

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
    ['2017-01-01T00:00:00Z', '2016-12-31T23:59:60.5Z', true],
    ['2016-12-31T23:59:60.5Z', '2017-01-01T00:00:00Z', false],
    ['2017-01-01T05:29:60+05:30', '2016-12-31T23:59:59Z', true],
    ['0000-01-01T00:01:00Z', '0000-01-01T00:00:59Z', true],
    ['yesterday', '2026-03-15T09:00:00Z', undefined],
    ['2026-03-15T09:00:00Z', '', undefined],
    ['2026-13-15T09:00:00Z', '2026-03-15T09:00:00Z', undefined],
    ['2026-03-15T09:00:00', '2026-03-15T09:00:00Z', undefined],
    ['2026-02-30T09:00:00Z', '2026-03-15T09:00:00Z', undefined],
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

  it('does not mind the offset', () => {
    const moment = fc.date({ min: new Date(0), max: new Date(4e12), noInvalidDate: true });
    fc.assert(
      fc.property(moment, fc.integer({ min: -1439, max: 1439 }), (utc, ahead) => {
        const clock = new Date(utc.getTime() + ahead * 60_000).toISOString().slice(0, -1);
        const [hours, minutes] = [Math.trunc(Math.abs(ahead) / 60), Math.abs(ahead) % 60];
        const offset = [hours, minutes].map((part) => String(part).padStart(2, '0')).join(':');
        const local = `${clock}${ahead < 0 ? '-' : '+'}${offset}`;
        expect(isAfter(local, utc.toISOString())).toBe(false);
        expect(isAfter(utc.toISOString(), local)).toBe(false);
      }),
    );
  });
});

describe('isDateTime', () => {
  it.each([
    '2024-02-29T23:59:59.5+01:30',
    '2026-12-31T23:59:60Z',
    '1999-06-30t07:59:60-16:00',
    '2000-02-29 00:00:00+0530',
    '0000-01-01T00:00:00Z',
    '1969-12-31T23:59:60Z',
  ])('takes %s', (text) => {
    expect(isDateTime(text)).toBe(true);
  });

  it.each([
    '2023-02-29T00:00:00Z',
    '2100-02-29T00:00:00Z',
    '2026-04-31T00:00:00Z',
    '2026-00-10T00:00:00Z',
    '2026-01-00T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T23:60:00Z',
    '2026-01-01T23:58:60Z',
    '2026-01-01T23:59:61Z',
    '2026-01-01T23:59:60+01:00',
    '2026-01-01T00:00:00+24:00',
    '2026-01-01T00:00:00+01:60',
    '2026-01-01T00:00:00.Z',
    '2026-01-01T00:00:00,5Z',
    '2026-01-01T00:00Z',
    '2026-01-01T00:00:00',
    '2026-01-01T00:00:00Z\n',
    '+002026-01-01T00:00:00Z',
    '2026-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isDateTime(text)).toBe(false);
  });
});

test('a Date is written as RFC 3339 where that can hold it', () => {
  expect(dateTimeOf(new Date(0))).toBe('1970-01-01T00:00:00.000Z');
  expect(dateTimeOf(new Date('0000-01-01T00:00:00Z'))).toBe('0000-01-01T00:00:00.000Z');
  for (const value of [
    new Date(NaN),
    new Date(8.64e15),
    new Date('-000001-01-01T00:00:00Z'),
    {},
    [],
    { toISOString: () => 'x' },
  ]) {
    expect(dateTimeOf(value)).toBeUndefined();
  }
});
