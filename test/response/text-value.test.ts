import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { textValue } from '../../src/response/text-value.ts';
import { runs } from '../runs.ts';

describe('textValue', () => {
  it.each([
    ['0.00', 0],
    ['-73.5887', -73.5887],
    ['+1', 1],
    ['007', 7],
    ['1e3', 1000],
    ['2.5E-7', 2.5e-7],
  ])('reads the number %s', (text, expected) => {
    expect(textValue(text, 'number')).toBe(expected);
    expect(textValue(text, 'integer')).toBe(expected);
    expect(textValue(text, 'string')).toBe(text);
  });

  it.each([
    '',
    ' ',
    '-',
    '.',
    '.5',
    '5.',
    '1.2.3',
    '0x10',
    '1 ',
    ' 1',
    '1,5',
    'e3',
    '1e',
    'NaN',
    '٣',
    '--1',
    '1-2',
    '1e999',
  ])('leaves %j text', (text) => {
    expect(textValue(text, 'number')).toBe(text);
  });

  it('agrees with a pattern on what a decimal is', () => {
    const text = fc.string({ unit: fc.constantFrom(...Array.from('0123456789.+-eE x')) });
    fc.assert(
      fc.property(text, (sample) => {
        const isDecimal = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d+)?$/i.test(sample);
        const isNumber = isDecimal && Number.isFinite(Number(sample));
        expect(typeof textValue(sample, 'number')).toBe(isNumber ? 'number' : 'string');
      }),
      { numRuns: runs(2000) },
    );
  });

  it('reads Yes and No, true and false, and leaves other words', () => {
    expect(
      ['Yes', 'No', 'NotFound', 'yes', ''].map((text) => textValue(text, 'yesno')),
    ).toStrictEqual([...[true, false, 'NotFound', 'yes', '']]);
    expect(['true', 'false', 'True', '1'].map((text) => textValue(text, 'boolean'))).toStrictEqual([
      ...[true, false, 'True', '1'],
    ]);
  });
});
