import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import { countryCodeOf } from '../../src/request/country-code.ts';

test.each([
  ['Germany', 'DE'],
  [' germany ', 'DE'],
  ['de', 'DE'],
  ['UK', 'GB'],
  ['Great Britain', 'GB'],
  ['USA', 'US'],
  ['United States', 'US'],
  ['Turkiye', 'TR'],
  ['Turkey', 'TR'],
  ['Cote d’Ivoire', 'CI'],
  ['Curacao', 'CW'],
  ['Bosnia & Herzegovina', 'BA'],
  ['Trinidad and Tobago', 'TT'],
  ['Korea', undefined],
  ['Nowhere', undefined],
  ['', undefined],
])('%j is %s', (name, code) => {
  expect(countryCodeOf(name)).toBe(code);
});

test('has every country that the runtime knows by name', () => {
  const names = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' });
  const letters = Array.from('ABCDEFGHIJKLMNOPQRSTUVWXYZ');
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  // Groupings, islands that belong to a country, and codes for private use are no countries.
  const others =
    'AC AN BU CP CQ CS DD DG DY EA EU EZ FX HV IC NH NT QO QU RH SU TA TP UK UN VD XA XB YD YU ZR ZZ';
  const countries = codes.filter(
    (code) => names.of(code) !== undefined && !others.split(' ').includes(code),
  );
  expect(countries.length).toBeGreaterThan(240);
  expect(countries.filter((code) => countryCodeOf(code.toLowerCase()) !== code)).toEqual([]);
});

test('any text is safe', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (name) => {
      expect(countryCodeOf(name) ?? 'XX').toMatch(/^[A-Z]{2}$/);
    }),
  );
});
