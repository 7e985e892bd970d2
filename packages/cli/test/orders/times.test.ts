import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { isTimeZone, timeOf } from '../../src/orders/times.ts';

const berlin = { timeZone: 'Europe/Berlin' };

describe('a time', () => {
  test.each([
    ['2026-09-01 10:00:00 +0200', '2026-09-01T10:00:00+02:00'],
    ['2026-09-01T10:00:00Z', '2026-09-01T10:00:00Z'],
    ['2026-09-01T10:00:00.250-05:30', '2026-09-01T10:00:00.250-05:30'],
    ['2026-09-01 10:00:00+02', '2026-09-01T10:00:00+02:00'],
    ['2026-09-01 10:00:00.5-05', '2026-09-01T10:00:00.500-05:00'],
    ['2026-09-01 10:00 UTC', '2026-09-01T10:00:00Z'],
    ['1788256800', '2026-09-01T10:00:00.000Z'],
    ['1788256800000', '2026-09-01T10:00:00.000Z'],
  ])('%s has its zone', (text, time) => {
    expect(timeOf(text, {})).toStrictEqual({ time });
    expect(timeOf(text, berlin)).toStrictEqual({ time });
  });

  test.each([
    ['Sep 1, 2026 10:00:00 AM', '2026-09-01T10:00:00+02:00'],
    ['Sep 1, 2026 12:00:00 AM', '2026-09-01T00:00:00+02:00'],
    ['Sept 1, 2026, 12:05 pm', '2026-09-01T12:05:00+02:00'],
    ['September 1, 2026 10:00', '2026-09-01T10:00:00+02:00'],
    ['1 Dec 2026 10:00', '2026-12-01T10:00:00+01:00'],
    ['2026-09-01 10:00:00', '2026-09-01T10:00:00+02:00'],
    ['2026/9/1 8:05', '2026-09-01T08:05:00+02:00'],
    ['01.09.2026 10:00', '2026-09-01T10:00:00+02:00'],
    ['31/12/2026 23:59', '2026-12-31T23:59:00+01:00'],
    ['12/31/2026 11:59 PM', '2026-12-31T23:59:00+01:00'],
    // The hour that comes twice, and the one that is left out.
    ['2026-10-25 02:30:00', '2026-10-25T02:30:00+02:00'],
    ['2026-03-29 02:30:00', '2026-03-29T02:30:00+01:00'],
  ])('%s needs one', (text, time) => {
    expect(timeOf(text, {})).toStrictEqual({ lacks: 'time zone' });
    expect(timeOf(text, berlin)).toStrictEqual({ time });
  });

  test('with day and month in digits needs their order', () => {
    expect(timeOf('01/09/2026 10:00', berlin)).toStrictEqual({ lacks: 'date order' });
    const time = (dateOrder: 'dmy' | 'mdy'): unknown =>
      timeOf('01/09/2026 10:00', { timeZone: 'UTC', dateOrder });
    expect(time('dmy')).toStrictEqual({ time: '2026-09-01T10:00:00Z' });
    expect(time('mdy')).toStrictEqual({ time: '2026-01-09T10:00:00Z' });
    expect(timeOf('03/03/2026 10:00', berlin)).toHaveProperty('time');
  });

  test.each([
    '2026-02-30 10:00',
    '2026-13-01 10:00',
    '10:00',
    'yesterday',
    '2026-09-01 25:00',
    '32/01/2026 10:00',
  ])('%s is not a time', (text) => {
    expect(timeOf(text, { ...berlin, dateOrder: 'dmy' })).toBeUndefined();
  });

  test('of a day alone is no time', () => {
    expect(timeOf('2026-09-01', berlin)).toStrictEqual({ lacks: 'time of day' });
  });

  test('is the moment that the runtime says it is, in every zone', () => {
    const zones = [
      'America/New_York',
      'Asia/Kolkata',
      'Australia/Lord_Howe',
      'Europe/London',
      'UTC',
    ];
    const seconds = fc.integer({ min: Date.UTC(2000, 0) / 1000, max: Date.UTC(2035, 0) / 1000 });
    fc.assert(
      fc.property(seconds, fc.constantFrom(...zones), (second, timeZone) => {
        const written = new Date(second * 1000).toLocaleString('sv-SE', { timeZone });
        const found = timeOf(written, { timeZone });
        const time = new Date(found !== undefined && 'time' in found ? found.time : Number.NaN);
        // Also of the hour that comes twice, where it is one of two moments.
        expect(time.toLocaleString('sv-SE', { timeZone })).toBe(written);
      }),
    );
  });
});

test('a zone is one that the runtime knows, or an offset', () => {
  expect(['Europe/Berlin', 'UTC', '+02:00', '-0530', '+02'].map(isTimeZone)).not.toContain(false);
  expect(['Berlin', 'CET+1', '2', ''].map(isTimeZone)).not.toContain(true);
});
