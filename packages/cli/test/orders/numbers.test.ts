import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { numberOf } from '../../src/orders/numbers.ts';

describe('a number', () => {
  test.each<[string, number | 'two ways' | undefined]>([
    ['49.95', 49.95],
    ['49,95', 49.95],
    ['1.234,50', 1234.5],
    ['1,234.50', 1234.5],
    ['1.234', 'two ways'],
    ['1,234', 'two ways'],
    ['-12,345', 'two ways'],
    ['0.125', 0.125],
    ['1234.567', 1234.567],
    ['1.234.567', 1234567],
    ['1 234,50', 1234.5],
    ['1\u00a0234', 1234],
    ["1'234.50", 1234.5],
    ['$1,234.50', 1234.5],
    ['49,95 €', 49.95],
    ['36.3900', 36.39],
    ['.5', 0.5],
    ['5.', 5],
    ['1.23.456', undefined],
    ['1,2,3', undefined],
    ['1 2', undefined],
    ['12e3', undefined],
    ['many', undefined],
    ['', undefined],
    ['--5', undefined],
    ['1.234.56,7', undefined],
  ])('%s is %s where nothing is said', (text, value) => {
    expect(numberOf(text, undefined)).toBe(value);
  });

  test('is read in one way where the decimal sign is said', () => {
    expect(numberOf('1.234', '.')).toBe(1.234);
    expect(numberOf('1.234', ',')).toBe(1234);
    expect(numberOf('49.95', ',')).toBeUndefined();
    expect(numberOf('49,95', '.')).toBeUndefined();
  });

  test('comes back as it was written, in every way of writing', () => {
    const cents = fc.integer({ min: 0, max: 10 ** 11 });
    fc.assert(
      fc.property(cents, fc.constantFrom('en-US', 'de-DE', 'fr-FR', 'de-CH'), (value, locale) => {
        const written = (value / 100).toLocaleString(locale, { minimumFractionDigits: 2 });
        expect(numberOf(written, undefined)).toBe(value / 100);
      }),
    );
  });

  test('of whole thousands is asked about, or has one reading only', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1000, max: 10 ** 9 }), (value) => {
        const written = value.toLocaleString('de-DE');
        expect([value, 'two ways']).toContain(numberOf(written, undefined));
        expect(numberOf(written, ',')).toBe(value);
      }),
    );
  });
});
