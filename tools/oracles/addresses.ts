/** Generated e-mail addresses: every rule of normalisation, every entry of its lists, every hard case. */
import fc from 'fast-check';
import {
  equivalentDomains,
  fastmailDomains,
  typosOfCom,
  typosOfDomains,
  yahooDomains,
} from '../../src/email/domains.ts';

const typoDomains = Object.values(typosOfDomains).join(' ');
const otherDomains = Object.values(equivalentDomains).join(' ');

/** `count` addresses, none twice; the same for the same seed. */
export function addresses(count: number, seed: number): string[] {
  const drawn = fc.sample(address, { numRuns: Math.ceil(count * 1.1), seed });
  return [...new Set([...everyListedDomain(), ...drawn])].slice(0, count);
}

/** Each entry of each list at least once, in the places where it counts and where it does not. */
function everyListedDomain(): string[] {
  const listed = [typoDomains, otherDomains, fastmailDomains, yahooDomains].join(' ').split(' ');
  return [
    ...listed.flatMap((domain) => [
      `a.b+c-d@${domain}`,
      `a.b-c+d@user.${domain}`,
      `a.b@two.user.${domain}`,
      `a.b@x${domain}`,
      `A.B-C@${domain.toUpperCase()}`,
    ]),
    ...typosOfCom
      .split(' ')
      .flatMap((typo) => [
        `a.b+c@example.${typo}`,
        `a.b+c@gmail.${typo}`,
        `a-b+c@yahoo.${typo}`,
        `a.b@example.com.${typo}`,
        `a.b@${typo}.example`,
        `a.b@${typo}`,
      ]),
  ];
}

const words = (list: string): fc.Arbitrary<string> => fc.constantFrom(...list.split(' '));
const joined = (
  separator: string,
  ...parts: readonly fc.Arbitrary<string>[]
): fc.Arbitrary<string> => fc.tuple(...parts).map((texts) => texts.join(separator));
const shouted = (texts: fc.Arbitrary<string>): fc.Arbitrary<string> =>
  texts.chain((text) => fc.mixedCase(fc.constant(text)));

const atom = fc.stringMatching(/^[a-z\d]([a-z\d_'&-]{0,8}[a-z\d])?$/);
const label = fc.stringMatching(/^[a-z\d]([a-z\d-]{0,10}[a-z\d])?$/);

/** Letters from many scripts, composed and decomposed, with and without an upper case. */
const letter = fc.oneof(
  fc.constantFrom(...Array.from('àéîõüçñøåæœšžłđāőğı')),
  fc.constantFrom(...Array.from('абвгдежзийкяёіїЖЯ')),
  fc.constantFrom(...Array.from('αβγδεζηθικλμνξοπρστυΩ')),
  fc.constantFrom(...Array.from('例え中文网络日本語テスト한국')),
  fc.constantFrom('e\u0301', 'u\u0308', 'a\u030a', 'n\u0303', 'o\u0302\u0323', '\u1100\u1161'),
  fc.constantFrom('\u0130', '\u212a', '\u212b', '\u03a3', '\u1e9e', '\ufb01', '\u2126'),
);
const arabic = fc.constantFrom(...Array.from('ابتثجحخدسشعفقكلمنهوي'));
const hebrew = fc.constantFrom(...Array.from('אבגדהוזחטיכלמנ'));

const international = fc.oneof(
  joined('', label, letter, label),
  fc.array(letter, { minLength: 1, maxLength: 8 }).map((letters) => letters.join('')),
  fc.array(arabic, { minLength: 1, maxLength: 6 }).map((letters) => letters.join('')),
  fc.array(hebrew, { minLength: 1, maxLength: 6 }).map((letters) => letters.join('')),
);

/** Where IDNA 2003, UTS #46 and plain Punycode part. */
const awkward = fc.constantFrom(
  'straße',
  'faß',
  'Σίσυφος',
  'βόλος',
  'a\u200db',
  'نامه\u200cای',
  'क्\u200dष',
  'gm\u00adail',
  'ｇｍａｉｌ',
  'Ｇmail',
  '①②',
  '⒈a',
  '½',
  'ﬁsh',
  'a\u200bb',
  '\u00ad',
  '☃',
  '💩',
  '❤\ufe0f',
  'אa1',
  '1א',
  'a\u0660',
  '\u0301a',
  'a\u3002b',
  'a\uff0eb',
  '\u0080a',
  '\ufeffa',
  '\u2028a',
  '\ud800a',
  'a\udc00',
  'a／b',
  'a：80',
  '\u{e0100}a',
  'ⅷ',
  '\u1e9ea',
  '\u19b0',
  'Ⴀ',
  'ქართული',
  '\u{10400}',
  '\u{20000}',
  'ｘn--a',
);

const topLevel = fc.oneof(
  { weight: 4, arbitrary: fc.constantFrom('com', 'net', 'org', 'de', 'co.uk', 'example') },
  { weight: 3, arbitrary: words(typosOfCom) },
  { weight: 2, arbitrary: fc.constantFrom('com.com', 'com.com.com', 'com.net.com', 'comcom') },
  { weight: 1, arbitrary: fc.constantFrom('co', 'cam', 'comfoo', 'xcom', 'рф', '中国', 'com.x') },
);

const ordinaryDomain = fc.oneof(
  { weight: 4, arbitrary: joined('.', label, topLevel) },
  { weight: 2, arbitrary: joined('.', label, label, topLevel) },
  { weight: 3, arbitrary: words(fastmailDomains) },
  { weight: 3, arbitrary: joined('.', label, words(fastmailDomains)) },
  { weight: 1, arbitrary: joined('.', label, label, words(fastmailDomains)) },
  { weight: 4, arbitrary: words(yahooDomains) },
  { weight: 1, arbitrary: joined('.', label, words(yahooDomains)) },
  { weight: 3, arbitrary: words(otherDomains) },
  { weight: 3, arbitrary: words(typoDomains) },
  { weight: 3, arbitrary: fc.constantFrom('gmail.com', 'googlemail.com', 'outlook.com') },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.nat(99_999), fc.constantFrom('gmail', 'gmai', 'gamil', 'yahoo'), topLevel)
      .map(([digits, name, tld]) => `${digits}${name}.${tld}`),
  },
  {
    weight: 3,
    arbitrary: joined(
      '.',
      fc.constantFrom('gmail', 'gmial', 'gmai', 'yahoo', 'ymail', 'yandex', 'pm', 'putlook'),
      topLevel,
    ),
  },
);

const internationalDomain = fc.oneof(
  { weight: 4, arbitrary: joined('.', international, topLevel) },
  { weight: 2, arbitrary: joined('.', label, international, topLevel) },
  { weight: 1, arbitrary: joined('.', international, words(fastmailDomains)) },
  { weight: 2, arbitrary: joined('.', awkward, topLevel) },
  { weight: 1, arbitrary: joined('.', awkward, words(fastmailDomains)) },
);

const brokenDomain = fc.oneof(
  joined('', ordinaryDomain, fc.constantFrom('.', '..', '...', '。', '.。', ' .')),
  joined('', fc.constantFrom(' ', '\t', '\u00a0', '.', '-', '_', '..'), ordinaryDomain),
  joined('..', label, topLevel),
  fc.constantFrom('', '.', '..', '-', 'com', 'gmail', 'localhost', 'constructor', '__proto__'),
  fc.constantFrom('1.2', '1.2.3.4', '0x7f.1', '[192.0.2.1]', '[2001:db8::1]', '999.com.1'),
  fc.constantFrom('xn--a.com', 'xn--bcher-kva.de', 'xn--.com', 'xn--a-ecp.ru', 'XN--ls8h.la'),
  joined('', label, fc.constantFrom(':80', '/x', '?x', '#x', '%41', '\\x', '@', ' ', '+x', '|')),
  joined('', international, fc.constantFrom(':80', '/x', '?x', '%41', ' ', '+x', '_', '-')),
  label.map((text) => `${text}.${'a'.repeat(64)}.com`),
  label.map((text) => `${text}.${'a'.repeat(63)}.com`),
  fc.integer({ min: 100, max: 140 }).map((count) => 'a.'.repeat(count) + 'com'),
  fc.integer({ min: 50, max: 70 }).map((count) => `${'ü'.repeat(count)}.de`),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.string({ unit: 'binary-ascii', maxLength: 12 }),
);

const ordinaryLocal = fc.oneof(
  { weight: 4, arbitrary: atom },
  { weight: 3, arbitrary: joined('+', atom, atom) },
  { weight: 3, arbitrary: joined('-', atom, atom) },
  { weight: 3, arbitrary: joined('.', atom, atom, atom) },
  { weight: 1, arbitrary: joined('+', atom, atom, atom) },
  { weight: 1, arbitrary: fc.tuple(atom, letter, atom).map((parts) => parts.join('')) },
);

const brokenLocal = fc.oneof(
  joined('', fc.constantFrom('+', '-', '.', '..', ' '), atom),
  joined('', atom, fc.constantFrom('+', '-', '.', '..', ' ', '@', '@x', '"')),
  fc.constantFrom('', '+', '-', '.', '...', '.+a', '"', '" "', '@', '\u00a0', '😀', '\ud800'),
  atom.map((text) => `"${text}+x.y"`),
  atom.map((text) => `"${text}@x"`),
  fc.integer({ min: 60, max: 300 }).map((length) => 'a'.repeat(length)),
  fc.integer({ min: 200, max: 1200 }).map((length) => `a+${'b'.repeat(length)}`),
  fc.string({ unit: 'grapheme', maxLength: 10 }),
  fc.string({ unit: 'binary-ascii', maxLength: 10 }),
);

const around = fc.constantFrom(
  ...['', '', '', '', ' ', '\t', '\r\n', '\u00a0', '\u0085', '\u001c', '\ufeff', '\u3000', '\0'],
);

const address: fc.Arbitrary<string> = fc.oneof(
  { weight: 12, arbitrary: joined('@', ordinaryLocal, ordinaryDomain) },
  { weight: 3, arbitrary: shouted(joined('@', ordinaryLocal, ordinaryDomain)) },
  { weight: 4, arbitrary: joined('@', ordinaryLocal, internationalDomain) },
  { weight: 1, arbitrary: shouted(joined('@', ordinaryLocal, internationalDomain)) },
  { weight: 2, arbitrary: joined('@', brokenLocal, ordinaryDomain) },
  { weight: 2, arbitrary: joined('@', ordinaryLocal, brokenDomain) },
  { weight: 1, arbitrary: joined('@', brokenLocal, brokenDomain) },
  { weight: 1, arbitrary: joined('', around, joined('@', ordinaryLocal, ordinaryDomain), around) },
  {
    weight: 1,
    arbitrary: fc.oneof(
      fc.emailAddress(),
      fc.string({ maxLength: 20 }),
      fc.stringMatching(/^[\da-fA-F]{32}$/),
    ),
  },
);
