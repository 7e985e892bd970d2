import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { parseHttpDate, readRetryAfter } from '../../src/transport/retry.ts';

const now = Date.UTC(2026, 5, 15, 12, 0, 0);

function read(retryAfter: string, date?: string): number | undefined {
  const headers = new Headers({
    'retry-after': retryAfter,
    ...(date === undefined ? {} : { date }),
  });
  return readRetryAfter(headers, now);
}

describe('Retry-After', () => {
  test.each([
    ['0', 0],
    ['7', 7_000],
    [' 120 ', 120_000],
    ['1.5', 1_500],
    // A year at most: what is beyond all numbers cannot be written as JSON.
    ['99999999999999999999', 31_536_000_000],
    ['9'.repeat(400), 31_536_000_000],
    // Two headers, joined: the longer wait counts.
    ['1,2', 2_000],
    ['30, 0', 30_000],
  ])('%j is seconds', (value, expected) => {
    expect(read(value)).toBe(expected);
  });

  test.each([
    ['IMF-fixdate', 'Mon, 15 Jun 2026 12:00:30 GMT'],
    ['RFC 850', 'Monday, 15-Jun-26 12:00:30 GMT'],
    ['asctime', 'Mon Jun 15 12:00:30 2026'],
  ])('a date in the form of %s is a moment in UTC', (_, date) => {
    expect(read(date)).toBe(30_000);
  });

  test('is measured on the clock of the service where it shows one', () => {
    const [sent, until] = ['Mon, 15 Jun 2026 11:00:00 GMT', 'Mon, 15 Jun 2026 11:00:05 GMT'];
    expect(read(until, sent)).toBe(5_000);
    expect(read(until, 'yesterday')).toBe(0);
  });

  test('a moment that has passed asks for no wait', () => {
    expect(read('Sun, 06 Nov 1994 08:49:37 GMT')).toBe(0);
  });

  test.each([
    '',
    'soon',
    '-1',
    '+5',
    '0x10',
    '1e3',
    'NaN',
    'Mon, 31 Feb 2026 12:00:00 GMT',
    'Mon, 15 Abc 2026 12:00:00 GMT',
    'Mon, 15 Jun 2026 24:00:00 GMT',
    'Mon, 15 Jun 2026 12:60:00 GMT',
    'Mon, 15 Jun 2026 12:00:61 GMT',
    'Mon, 15 Jun 2026 12:00:00 PST',
    '2026-06-15T12:00:00Z',
  ])('%j is nothing that HTTP knows', (value) => {
    expect(read(value)).toBeUndefined();
  });

  test('is absent when the header is', () => {
    expect(readRetryAfter(new Headers(), now)).toBeUndefined();
  });

  test('a leap second is the second before it', () => {
    expect(parseHttpDate('Sat, 31 Dec 2016 23:59:60 GMT', now)).toBe(
      Date.UTC(2016, 11, 31, 23, 59, 59),
    );
  });

  test.each([
    ['Sunday, 06-Nov-94 08:49:37 GMT', 1994],
    ['Friday, 06-Nov-76 08:49:37 GMT', 2076],
    ['Saturday, 06-Nov-77 08:49:37 GMT', 1977],
  ])('the year of %j is at most fifty years ahead', (date, year) => {
    expect(new Date(parseHttpDate(date, now) ?? NaN).getUTCFullYear()).toBe(year);
  });

  test('every date that a server can print is read as it was meant', () => {
    const seconds = fc.integer({ min: 0, max: 4_102_444_799 });
    const [days, long] = [
      ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'],
      ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'],
    ];
    fc.assert(
      fc.property(seconds, (moment) => {
        const date = new Date(moment * 1000);
        const fixed = date.toUTCString();
        expect(parseHttpDate(fixed, now)).toBe(moment * 1000);
        const [, day = '', month = '', year = '', time = ''] = fixed.split(' ');
        const asctime = `${days[date.getUTCDay()] ?? ''} ${month} ${String(Number(day)).padStart(2)} ${time} ${year}`;
        expect(parseHttpDate(asctime, now)).toBe(moment * 1000);
        if (date.getUTCFullYear() > 1976 && date.getUTCFullYear() < 2076) {
          const rfc850 = `${long[date.getUTCDay()] ?? ''}, ${day}-${month}-${year.slice(2)} ${time} GMT`;
          expect(parseHttpDate(rfc850, now)).toBe(moment * 1000);
        }
      }),
    );
  });

  test('never throws, whatever the header says', () => {
    fc.assert(
      fc.property(fc.string(), (value) => {
        const wait = readRetryAfter({ get: () => value }, now);
        expect(wait === undefined || wait >= 0).toBe(true);
      }),
    );
  });
});
