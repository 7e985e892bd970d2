import { expect, test } from '@jest/globals';
import { withoutIbans } from '../../src/formats/iban.ts';

/** Examples that the countries' banks publish, in SWIFT's IBAN registry and elsewhere. */
const published = [
  'BE68539007547034',
  'DE89370400440532013000',
  'DK5000400440116243',
  'FI2112345600000785',
  'FR1420041010050500013M02606',
  'GB82WEST12345698765432',
  'NL91ABNA0417164300',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
  'CH9300762011623852957',
];

test.each(published)('%s is one, in groups too', (iban) => {
  for (const glue of [' ', '-', '\u00a0', '']) {
    const written = iban.replace(/(.{4})(?=.)/g, `$1${glue}`);
    expect(withoutIbans(written)).toBe('|');
    expect(withoutIbans(`my ${written}, please; ${written}`)).toBe('my |, please; |');
    expect(withoutIbans(`${written} 12/25`)).toBe('| 12/25');
  }
});

test.each(published)('%s is not one with a digit changed, added or left out', (iban) => {
  const last = iban.at(-1) ?? '';
  for (const text of [
    iban.slice(0, -1) + (last === '7' ? '8' : '7'),
    `${iban}1`,
    `${iban}x`,
    iban.slice(0, -1),
    `X${iban}`,
    `1${iban}`,
    iban.toLowerCase(),
    `${iban.slice(0, 4)}  ${iban.slice(4)}`,
    `${iban.slice(0, 4)}.${iban.slice(4)}`,
  ]) {
    expect(withoutIbans(text)).toBe(text);
  }
});

test('neither is a number of a country that has none, nor anything shorter', () => {
  for (const text of ['', 'AB', 'DE89', 'US64SVBKUS6S3300958879', 'XX4111111111111111', 'DE89 '])
    expect(withoutIbans(text)).toBe(text);
});
