/**
 * DESIGN's promise about card numbers, against generated spellings: no card number leaves in the token or
 * in custom inputs, and innocent numbers do. How many innocents are stopped because their digits do form
 * a card number by that definition is counted, and has a limit here.
 */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { findCardNumbers } from '../../src/request/card-numbers.ts';
import { runs } from '../runs.ts';

/** Prefixes and lengths that the schemes publish. */
const brands: readonly (readonly [prefix: string, length: number])[] = [
  ['4', 16],
  ['4', 19],
  ['51', 16],
  ['55', 16],
  ['2221', 16],
  ['2720', 16],
  ['34', 15],
  ['37', 15],
  ['305', 14],
  ['309', 14],
  ['36', 14],
  ['38', 14],
  ['39', 14],
  ['36', 19],
  ['6011', 16],
  ['644', 16],
  ['65', 16],
  ['65', 19],
  ['3528', 16],
  ['3589', 16],
  ['62', 16],
  ['62', 17],
  ['62', 18],
  ['62', 19],
  ['81', 16],
  ['5018', 16],
  ['6304', 14],
  ['6759', 16],
  ['6761', 18],
  ['6763', 19],
  ['50', 16],
  ['56', 19],
  ['67', 18],
  ['2200', 16],
  ['2204', 19],
  ['508', 16],
  ['82', 16],
  ['60', 16],
  ['9792', 16],
  ['1', 15],
  ['2131', 15],
  ['1800', 15],
  ['6703', 17],
];

const digitOf = (text: string): string => {
  let sum = 0;
  for (const [fromEnd, digit] of Array.from(text).reverse().entries()) {
    const doubled = Number(digit) * (fromEnd % 2 === 0 ? 2 : 1);
    sum += doubled > 9 ? doubled - 9 : doubled;
  }
  return String((10 - (sum % 10)) % 10);
};

const digits = (length: number): fc.Arbitrary<string> =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((list) => list.join(''));

const card: fc.Arbitrary<string> = fc.constantFrom(...brands).chain(([prefix, length]) =>
  digits(length - prefix.length - 1).map((rest) => {
    const body = prefix + rest;
    return body + digitOf(body);
  }),
);

const typed = Array.from(' -.,_/:\t\n');
const hidden = Array.from('\u200b\u200d\u2060\ufeff\u00ad\u200e\u202c\u034f\ufe0f');

/** What people type between groups, one or two of it or one between blanks, and what is not seen. */
const separator = fc.oneof(
  fc
    .tuple(
      fc.constantFrom(
        ...typed,
        ...Array.from('\u00a0\u2013\u2014\u2011\u2212\u3000\uff0d\uff0e\uff0c\uff1a\r\u2028'),
      ),
      fc.constantFrom('', '', '', ...typed),
      fc.constantFrom('', '', '', ...hidden),
    )
    .map(([first, second, unseen]) => first + unseen + second),
  fc.constantFrom(' - ', ' \u2013 ', '\u00a0:\u00a0', ' / ', '\r\n', ' \r\n', ' . '),
  fc.constantFrom(...hidden),
);

/** Cut anywhere: in fours, as on the card, or in any other way. */
const cuts = fc.oneof(
  fc.constant([4, 4, 4, 4, 3]),
  fc.constant([4, 6, 5]),
  fc.constant([]),
  fc.array(fc.integer({ min: 1, max: 8 }), { maxLength: 19 }),
);

const written = fc
  .tuple(card, cuts, separator, fc.constantFrom('plain', 'wide', 'mixed'))
  .map(([number, sizes, glue, width]) => {
    const groups: string[] = [];
    let at = 0;
    for (const size of sizes) {
      if (at < number.length) groups.push(number.slice(at, at + size));
      at += size;
    }
    groups.push(number.slice(at));
    const text = groups.filter((group) => group !== '').join(glue);
    if (width === 'plain') return text;
    return text.replace(/\d/g, (digit, place: number) =>
      width === 'mixed' && place % 2 === 0 ? digit : String.fromCharCode(0xff10 + Number(digit)),
    );
  });

const before = fc.oneof(
  fc.constantFrom(
    '',
    '1 ',
    'Order 77 ',
    '#12-',
    'card',
    'id:',
    'pan=',
    '%B',
    ';',
    '12/25 ',
    'Nr. ',
  ),
  fc.string({ maxLength: 10 }).map((text) => `${text.replace(/\p{Nd}/gu, '')} `),
);
const after = fc.oneof(
  fc.constantFrom(
    '',
    ' 12/25',
    ' 123',
    '=2512',
    '^A/B^2512101',
    ' exp 12/25 cvv 123',
    'x',
    '?',
    '\n',
  ),
  fc.string({ maxLength: 10 }).map((text) => ` ${text.replace(/\p{Nd}/gu, '')}`),
);

const text = fc.tuple(before, written, after).map((parts) => parts.join(''));

/** Every place that is looked at, and every shape that JSON makes the same text of. */
const places: Readonly<Record<string, (text: string) => Record<string, unknown>>> = {
  'the token': (note) => ({ credit_card: { token: note } }),
  'a custom input': (note) => ({ custom_inputs: { note } }),
  'the name of a custom input': (note) => ({ custom_inputs: { [note]: true } }),
  'a list': (note) => ({ custom_inputs: { note: ['x', [note]] } }),
  'a nested object': (note) => ({ custom_inputs: { note: { deep: { note } } } }),
  'a nested name': (note) => ({ custom_inputs: { note: { deep: { [note]: 1 } } } }),
  'an instance of String': (note) => ({ custom_inputs: { note: new String(note) } }),
  'what toJSON gives': (note) => ({ credit_card: { token: { toJSON: () => [note] } } }),
};

describe('a card number, however written,', () => {
  test.each(Object.entries(places))('is found in %s, and not repeated', (_, place) => {
    fc.assert(
      fc.property(text, (note) => {
        // With a prefix that begins with a letter it may be a token.
        fc.pre(!/^[A-Za-z][!-~]*$/.test(note));
        const issues = findCardNumbers(place(note));
        expect([note, issues.length]).toEqual([note, 1]);
        expect(JSON.stringify(issues)).not.toMatch(/\d{3}|(?!\d)\p{Nd}/u);
      }),
      { numRuns: runs(600) },
    );
  });

  test('of 13 digits is found in one group, but for an EAN', () => {
    const visa = digits(11).map((rest) => `4${rest}${digitOf(`4${rest}`)}`);
    fc.assert(
      fc.property(visa, (number) => {
        const isFound = (note: string): boolean =>
          findCardNumbers({ custom_inputs: { note } }).length > 0;
        const weighted = Array.from(number, (digit, at) => Number(digit) * (at % 2 === 0 ? 1 : 3));
        const isEan = weighted.reduce((sum, digit) => sum + digit, 0) % 10 === 0;
        expect([number, isFound(`Order 77 ${number} 12/25`)]).toEqual([number, !isEan]);
        expect(isFound(Array.from(number).join('\u00ad'))).toBe(!isEan);
        expect(isFound(number.replace(/(....)/g, '$1 '))).toBe(false);
      }),
      { numRuns: runs(500) },
    );
  });

  test('is found as a number', () => {
    fc.assert(
      fc.property(card, (number) => {
        fc.pre(Number.isSafeInteger(Number(number)));
        for (const value of [
          Number(number),
          -Number(number),
          new Number(number),
          [Number(number)],
        ]) {
          expect(findCardNumbers({ custom_inputs: { note: value } })).toHaveLength(1);
        }
      }),
      { numRuns: runs(500) },
    );
  });
});

const from = (alphabet: string, length: number): fc.Arbitrary<string> =>
  fc.string({
    unit: fc.constantFrom(...Array.from(alphabet)),
    minLength: length,
    maxLength: length,
  });
const hex = (length: number): fc.Arbitrary<string> => from('0123456789abcdef', length);
const capitals = (length: number): fc.Arbitrary<string> =>
  from('ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789', length);
const like = (...parts: (string | fc.Arbitrary<string>)[]): fc.Arbitrary<string> =>
  fc
    .tuple(...parts.map((part) => (typeof part === 'string' ? fc.constant(part) : part)))
    .map((texts) => texts.join(''));

const ibanOf = (country: string, bban: string): string => {
  let remainder = 0;
  for (const character of `${bban}${country}00`) {
    const value = Number.parseInt(character, 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return `${country}${String(98 - remainder).padStart(2, '0')}${bban}`;
};
const iban = fc
  .oneof(
    ...[
      'BE12',
      'DK14',
      'FI14',
      'NO11',
      'AT16',
      'EE16',
      'LT16',
      'LU16',
      'SI15',
      'HR17',
      'DE18',
      'ES20',
    ]
      .concat([
        'PT21',
        'SE20',
        'CZ20',
        'SK20',
        'PL24',
        'HU24',
        'CH17',
        'IS22',
        'CY24',
        'TN20',
        'AE19',
      ])
      .map((format) =>
        digits(Number(format.slice(2))).map((rest) => ibanOf(format.slice(0, 2), rest)),
      ),
    like(from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 4), digits(10)).map((bban) => ibanOf('NL', bban)),
    like(from('ABCDEFGHIJKLMNOPQRSTUVWXYZ', 4), digits(14)).map((bban) => ibanOf('GB', bban)),
    like(digits(10), capitals(11), digits(2)).map((bban) => ibanOf('FR', bban)),
  )
  .chain((compact) => fc.constantFrom(compact, compact.replace(/(.{4})(?=.)/g, '$1 ')));

/** A number of 12 digits with the check digit of an EAN. */
const eanOf = (body: string): string => {
  const sum = Array.from(body).reduce(
    (total, digit, at) => total + Number(digit) * (at % 2 === 0 ? 1 : 3),
    0,
  );
  return body + String((10 - (sum % 10)) % 10);
};

/** SIREN of nine digits and establishment of five, each with a right check digit, as INSEE gives them. */
const siret: fc.Arbitrary<string> = fc
  .tuple(digits(8), digits(4))
  .map(([company, place]) => company + digitOf(company) + place)
  .map((body) => body + digitOf(body));

const moment = fc.date({
  min: new Date('1990-01-01'),
  max: new Date('2060-01-01'),
  noInvalidDate: true,
});

const innocents: Readonly<Record<string, fc.Arbitrary<string>>> = {
  IBANs: iban,
  UUIDs: fc.uuid(),
  'MD5, SHA-1 and SHA-256': fc.oneof(hex(32), hex(40), hex(64)),
  'tracking numbers of UPS': like('1Z', capitals(6), digits(10)),
  'tracking numbers of FedEx': fc.oneof(digits(12), digits(20), like('96', digits(20))),
  'tracking numbers of USPS': fc.oneof(like('9', digits(21)), like('RR', digits(9), 'US')),
  'tracking numbers of DHL': fc.oneof(
    digits(10),
    like('JJD0', digits(17)),
    like('0034', digits(16)),
  ),
  'ISO timestamps': moment.map((date) => date.toISOString()),
  'timestamps without punctuation': moment.map((date) => date.toISOString().replace(/\D/g, '')),
  'dates with their time': moment.map((date) => {
    const [year = '', month = '', day = '', ...time] = date.toISOString().split(/\D/);
    const clock = time.slice(0, 3).join(':');
    const forms = [
      `${year}-${month}-${day} ${clock}.${time[3] ?? ''}123`,
      `${day}/${month}/${year} ${clock}`,
      `${day}.${month}.${year}, ${clock}`,
    ];
    return forms[date.getTime() % 3] ?? '';
  }),
  'EAN-13 of Germany': fc
    .tuple(fc.integer({ min: 400, max: 440 }), digits(9))
    .map(([prefix, rest]) => eanOf(`${prefix}${rest}`)),
  'ISBN-13': like(fc.constantFrom('978', '979'), digits(9)).map(eanOf),
  'addresses of network cards': fc
    .array(digits(2), { minLength: 6, maxLength: 6 })
    .map((parts) => parts.join(':')),
  'epoch milliseconds': moment
    .filter((date) => date.getTime() > 1e12)
    .map((date) => String(date.getTime())),
  'phone numbers': fc.oneof(
    like('+1 (', digits(3), ') ', digits(3), '-', digits(4)),
    like('+1', digits(10)),
    like('+49 15', digits(2), ' ', digits(8)),
    like('+49', digits(11)),
    like('+44 7', digits(3), ' ', digits(6)),
    like('+33 6 ', digits(2), ' ', digits(2), ' ', digits(2), ' ', digits(2)),
    like('+55 11 9', digits(4), '-', digits(4)),
    like('+86 1', digits(2), ' ', digits(4), ' ', digits(4)),
    like('0049 15', digits(1), ' ', digits(8)),
    like('(0', digits(2), ') ', digits(3), '/', digits(4)),
    like('tel:+62-8', digits(2), '-', digits(4), '-', digits(4)),
  ),
  'order numbers with letters': fc.oneof(
    like('ORD-2026-', digits(6)),
    like('#', digits(4), '-A'),
    like('SO', digits(10)),
    like('INV/2026/', digits(2), '/', digits(5)),
    like(from('ABCDEFGHJK', 3), '-', digits(4), '-', from('ABCDEFGHJK', 2), digits(4)),
  ),
  prices: fc.double({ min: 0, max: 1e7, noNaN: true }).map((price) => price.toFixed(2)),
};

const countStopped = (texts: fc.Arbitrary<string>, numRuns: number): number =>
  fc
    .sample(texts, { numRuns, seed: 20261126 })
    .filter((note) => findCardNumbers({ custom_inputs: { note } }).length > 0).length;

describe('an innocent number goes out:', () => {
  test.each(Object.entries(innocents))('%s', (_, texts) => {
    expect(countStopped(texts, 4000)).toBe(0);
  });

  test('a fraction, as a number', () => {
    fc.assert(
      fc.property(fc.double(), (note) => {
        fc.pre(!Number.isInteger(note));
        expect(findCardNumbers({ custom_inputs: { note } })).toEqual([]);
      }),
    );
  });
});

/**
 * IDs whose digits do form card numbers at times: with the prefix, the length and the check digit of one
 * they cannot be told from it. The limits stand a little above what 20,000 random ones of each gave, which
 * docs/requests.md tells.
 */
const ambiguous: readonly (readonly [string, fc.Arbitrary<string>, mostPerCent: number])[] = [
  ['13 digits', digits(13), 1.3],
  ['13-digit IDs of Shopify', like(fc.constantFrom('4', '5', '6', '7', '8'), digits(12)), 2.4],
  ['13-digit IDs that begin with 4', like('4', digits(12)), 10],
  ['14 digits', digits(14), 0.7],
  ['SIRET', siret, 4.6],
  ['15 digits', digits(15), 2.2],
  ['16 digits', digits(16), 5],
  ['17 digits', digits(17), 2],
  ['18 digits', digits(18), 2.6],
  ['19 digits', digits(19), 4],
  ['order numbers of Amazon', like(digits(3), '-', digits(7), '-', digits(7)), 2],
  ['numbers of USPS in fours', like(...['94', digits(2)], ...fours(4), ' ', digits(2)), 8],
  ['13-digit phone numbers from 4, without plus', like('49', digits(11)), 10],
  ['two phone numbers with a comma', like(phone(), ', ', phone()), 9],
];

function fours(count: number): fc.Arbitrary<string>[] {
  return Array.from({ length: count }, () => like(' ', digits(4)));
}

function phone(): fc.Arbitrary<string> {
  return like(digits(3), '-', digits(3), '-', digits(4));
}

test.each(ambiguous)('of random %s few are stopped', (_, texts, mostPerCent) => {
  const perCent = countStopped(texts, 20_000) / 200;
  expect(perCent).toBeGreaterThan(0);
  expect(perCent).toBeLessThan(mostPerCent);
});
