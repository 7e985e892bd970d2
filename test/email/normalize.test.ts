import { afterEach, describe, expect, jest, test } from '@jest/globals';
import fc from 'fast-check';
import {
  equivalentDomains,
  fastmailDomains,
  typosOfCom,
  typosOfDomains,
  yahooDomains,
} from '../../src/email/domains.ts';
import { normalizeEmail } from '../../src/email/index.ts';
import { runs } from '../runs.ts';

describe('the documented steps', () => {
  test.each([
    ['spaces around it are trimmed', ' \t user@example.com \r\n', 'user@example.com'],
    ['it is lower-cased', 'Test.User@EXAMPLE.Com', 'test.user@example.com'],
    ['the local part gets form C', 'ame\u0301lie@example.com', 'am\u00e9lie@example.com'],
    ['spaces before the domain go', 'user@ \t example.com', 'user@example.com'],
    ['dots after the domain go', 'user@example.com...', 'user@example.com'],
    ['an IDN becomes ASCII', 'user@b\u00fccher.example', 'user@xn--bcher-kva.example'],
    ['a decomposed IDN is the same', 'user@bu\u0308cher.example', 'user@xn--bcher-kva.example'],
    ['.com.com is .com', 'user@example.com.com', 'user@example.com'],
    ['.com many times is .com', 'user@example.com.com.com.com', 'user@example.com'],
    ['.com inside is left', 'user@example.com.com.example', 'user@example.com.com.example'],
    ['digits before gmail.com go', 'user@123gmail.com', 'user@gmail.com'],
    ['digits before gmai.com too', 'user@5gmai.com', 'user@gmail.com'],
    ['letters before gmail.com stay', 'user@x5gmail.com', 'user@x5gmail.com'],
    ['a typo in com', 'user@example.con', 'user@example.com'],
    ['a typo of com inside stays', 'user@example.con.example', 'user@example.con.example'],
    ['another top-level domain stays', 'user@example.co', 'user@example.co'],
    ['a typo in both', 'user@gmial.cpm', 'user@gmail.com'],
    ['a typo and digits', 'user@1gmail.comcom', 'user@1gmail.com'],
    ['Fastmail: the subdomain is the user', 'alias@user.fastmail.com', 'user@fastmail.com'],
    ['Fastmail: two labels in the suffix', 'alias@user.fastmail.com.au', 'user@fastmail.com.au'],
    ['Fastmail: one level only', 'alias@a.user.fastmail.com', 'alias@a.user.fastmail.com'],
    ['Fastmail: without subdomain', 'user+alias@fastmail.com', 'user@fastmail.com'],
    ['Fastmail: nothing without a local part', '@user.fastmail.com', '@fastmail.com'],
    ['Fastmail: an IDN label', 'a@b\u00fccher.fastmail.com', 'xn--bcher-kva@fastmail.com'],
    ['an equivalent domain', 'user@googlemail.com', 'user@gmail.com'],
    ['an equivalent domain behind a typo', 'user@yandex.con', 'user@yandex.ru'],
    ['an alias goes', 'user+alias+more@example.com', 'user@example.com'],
    ['a hyphen stays', 'user-alias@example.com', 'user-alias@example.com'],
    ['Yahoo: an alias goes', 'user-alias-more@yahoo.co.uk', 'user@yahoo.co.uk'],
    ['Yahoo: a plus stays', 'user+alias@ymail.com', 'user+alias@ymail.com'],
    ['Yahoo behind a typo', 'user-alias@yahoo.cmm', 'user@yahoo.com'],
    ['Gmail: dots go', 'f.o.o.b.a.r+alias@gmail.com', 'foobar@gmail.com'],
    ['Gmail by its other name', 'f.oo@googlemail.com', 'foo@gmail.com'],
    ['dots elsewhere stay', 'f.oo@outlook.com', 'f.oo@outlook.com'],
  ])('%s', (_name, address, normalized) => {
    expect(normalizeEmail(address)).toBe(normalized);
  });

  test.each(typosOfCom.split(' '))('.%s is .com', (typo) => {
    expect(normalizeEmail(`user@example.${typo}`)).toBe('user@example.com');
  });

  test.each(Object.entries(typosOfDomains))('typos of %s', (meant, typos) => {
    for (const typo of typos.split(' ')) {
      expect(normalizeEmail(`user@${typo}`)).toBe(`user@${meant}`);
      expect(normalizeEmail(`user@x.${typo}`)).toBe(`user@x.${typo}`);
    }
  });

  test.each(Object.entries(equivalentDomains))('equivalents of %s', (meant, others) => {
    for (const other of others.split(' ')) {
      expect(normalizeEmail(`user@${other}`)).toBe(`user@${meant}`);
    }
  });

  test('every Fastmail domain', () => {
    for (const domain of fastmailDomains.split(' ')) {
      expect(normalizeEmail(`a.b+c@user.${domain}`)).toBe(`user@${domain}`);
      expect(normalizeEmail(`a-b+c@${domain}`)).toBe(`a-b@${domain}`);
    }
  });

  test('every Yahoo domain', () => {
    for (const domain of yahooDomains.split(' ')) {
      expect(normalizeEmail(`a+b-c@${domain}`)).toBe(`a+b@${domain}`);
    }
  });
});

describe('hard cases, as decided in docs/email.md', () => {
  test.each([
    ['an alias mark in front is no alias', '+user@example.com', '+user@example.com'],
    ['a Yahoo alias mark in front', '-user-a@yahoo.com', '-user-a@yahoo.com'],
    ['Gmail: nothing left', '...+a@gmail.com', '@gmail.com'],
    ['.com.con is repaired once, like everywhere', 'x@yahoo.com.con', 'x@yahoo.com.com'],
    ['digits before gmail.con too', 'x@123gmail.con', 'x@123gmail.com'],
    ['ß is a letter of its own', 'x@stra\u00dfe.example', 'x@xn--strae-oqa.example'],
    ['full-width letters are letters', 'x@\uff27mail\uff0e\uff43om', 'x@gmail.com'],
    ['an ideographic full stop is a dot', 'x@gmail\u3002com\u3002', 'x@gmail.com'],
    ['a soft hyphen is nothing', 'x@gm\u00adail.com', 'x@gmail.com'],
    ['an IDN that fails stays', 'x@\u05d0a1.example', 'x@\u05d0a1.example'],
    ['a joiner where none may be', 'x@a\u200db.example', 'x@a\u200db.example'],
    ['Punycode that means nothing stays', 'x@xn--a.example', 'x@xn--a.example'],
    ['an empty label stays', 'x@example..com', 'x@example..com'],
    ['an empty label beside an IDN', 'x@\u00fc..example', 'x@xn--tda..example'],
    ['a dot in front stays', 'x@.example.com', 'x@.example.com'],
    ['two @: the last one separates', 'a@b@example.com', 'a@b@example.com'],
    ['two @ in an alias', 'a+b@c@example.com', 'a@example.com'],
    ['a quoted local part is not parsed', '"a.b+c"@gmail.com', '"ab@gmail.com'],
    ['a quoted @', '"a@b"@example.com', '"a@b"@example.com'],
    ['no @ at all', ' No Address ', 'no address'],
    ['nothing', '', ''],
    ['blank', ' \n ', ''],
    ['only @', '@', '@'],
    ['no domain', 'User@', 'user@'],
    ['only dots for a domain', 'user@...', 'user@'],
    ['no local part', '@example.com', '@example.com'],
    ['an MD5', '977577B140BFB7C516E4746204FBDB01', '977577b140bfb7c516e4746204fbdb01'],
    ['an IPv4 literal', 'x@[192.0.2.1]', 'x@[192.0.2.1]'],
    ['a domain of digits is not read as an address', 'x@1.2', 'x@1.2'],
    ['a port is not cut off', 'x@b\u00fccher.example:80', 'x@xn--bcher-kva.example:80'],
    ['a path is not cut off', 'x@b\u00fccher.example/y', 'x@xn--bcher-kva.example/y'],
    ['percent signs are not decoded', 'x@b\u00fc%41.example', 'x@b\u00fc%41.example'],
    ['a full-width port is no port', 'x@b\u00fc\uff1a80', 'x@b\u00fc\uff1a80'],
    ['names of Object.prototype are names', 'x-y+z@constructor', 'x-y@constructor'],
    ['full-width digits are no IPv4 address', 'x@\uff11.\uff12', 'x@1.2'],
    ['a full-width number alone', 'x@\uff11\uff12\uff13', 'x@123'],
    [
      'beside a label that fails',
      'x@b\u00fccher.\u05d0a1.example',
      'x@xn--bcher-kva.\u05d0a1.example',
    ],
    ['a digit before right-to-left', 'x@9.\u05d0\u05d7\u05d3.example', 'x@9.xn--4dbgl.example'],
    ['an astral letter', 'x@\u{1f4a9}.example', 'x@xn--ls8h.example'],
    ['a lone surrogate in front', '\ud800x@example.com', '\ud800x@example.com'],
    ['a lone surrogate in the domain stays', 'x@a\udc00.example', 'x@a\udc00.example'],
    ['a line break inside stays', 'x@a\n\u00fc.example', 'x@a\n\u00fc.example'],
    ['spaces inside stay', 'x y@example.com', 'x y@example.com'],
    ['dotted capital I', '\u0130x@example.com', 'i\u0307x@example.com'],
    ['final sigma', '\u0391\u03a3@example.com', '\u03b1\u03c2@example.com'],
  ])('%s', (_name, address, normalized) => {
    expect(normalizeEmail(address)).toBe(normalized);
  });

  test('a label or a domain over the DNS limits is treated like any other', () => {
    const label = 'a'.repeat(64);
    expect(normalizeEmail(`x+y@${label}.con`)).toBe(`x@${label}.com`);
    const umlauts = '\u00fc'.repeat(64);
    expect(normalizeEmail(`x@${umlauts}.example`)).toMatch(/^x@xn--[a-z\d]{64,}\.example$/);
    const domain = 'a.'.repeat(150) + 'com';
    expect(normalizeEmail(`x@${domain}`)).toBe(`x@${domain}`);
  });

  test.each([[undefined], [null], [42], [{}], [['user@example.com']], [new String('a@b')]])(
    'what is no string (%j) is a programming error, named without its value',
    (value) => {
      expect(() => normalizeEmail(value as string)).toThrow(
        new TypeError('An email address must be a string'),
      );
    },
  );
});

describe('hostile length', () => {
  afterEach(() => {
    jest.restoreAllMocks();
  });

  const longest = 1000;

  test('an address of any length loses its alias', () => {
    const alias = 'a'.repeat(100_000);
    expect(normalizeEmail(` U+${alias}@1gmail.com.com.. `)).toBe('u@gmail.com');
  });

  test('the longest text that gets form C and an ASCII domain, and one character more', () => {
    const alias = 'a'.repeat(longest - 'e\u0301+@\u00fc.example'.length);
    expect(normalizeEmail(`e\u0301+${alias}@\u00fc.example`)).toBe('\u00e9@xn--tda.example');
    expect(normalizeEmail(`e\u0301+${alias}a@\u00fc.example`)).toBe('e\u0301@\u00fc.example');
  });

  test.each([
    ['combining marks', 'a' + '\u0301\u0323'.repeat(100_000) + '@example.com'],
    ['a label of many letters', 'x@' + '\u4e00\u5341\u767e\u5343'.repeat(50_000) + '.example'],
    ['.com and no end', 'x@a' + '.com'.repeat(100_000) + 'x'],
    ['dots and no end', 'x@a' + '.'.repeat(400_000) + 'x'],
    ['dots and a typo', 'x@a' + '.'.repeat(400_000) + '.com.net'],
    ['digits and no gmail', 'x@' + '1'.repeat(400_000)],
    ['signs', '@'.repeat(400_000)],
  ])('%s never reach a step that takes quadratic time', (_name, address) => {
    const normalize = jest.spyOn(String.prototype, 'normalize');
    const url = jest.spyOn(globalThis, 'URL');
    expect(normalizeEmail(address)).toBe(address);
    expect(normalize).not.toHaveBeenCalled();
    expect(url).not.toHaveBeenCalled();
  });
});

describe('properties', () => {
  const words = (list: string): fc.Arbitrary<string> => fc.constantFrom(...list.split(' '));
  const label = fc.oneof(
    fc.stringMatching(/^[a-z\d]([a-z\d-]{0,8}[a-z\d])?$/),
    fc.constantFrom('b\u00fccher', 'stra\u00dfe', '\u4f8b\u3048', 'gmail', 'fastmail', '123gmail'),
  );
  const topLevel = fc.oneof(
    fc.constantFrom('com', 'com.com', 'com.com.com', 'de', 'co.uk'),
    words(typosOfCom),
  );
  const domain = fc.oneof(
    fc.tuple(label, topLevel).map((parts) => parts.join('.')),
    fc.tuple(label, label, topLevel).map((parts) => parts.join('.')),
    words(yahooDomains),
    words(fastmailDomains),
    fc.tuple(label, words(fastmailDomains)).map((parts) => parts.join('.')),
    words(Object.values(equivalentDomains).join(' ')),
    words(Object.values(typosOfDomains).join(' ')),
  );
  const local = fc.stringMatching(/^[a-z\d]([a-z\d.+_-]{0,12}[a-z\d])?$/);
  const address = fc.tuple(local, domain).map((parts) => parts.join('@'));

  // The two repairs that the official clients make only once; see docs/email.md.
  const repairedOnce = /(\.com|@\d+gmail?)\.[a-z]+$/;
  const comTypo = new RegExp(`\\.(${typosOfCom.replaceAll(' ', '|')})$`);

  test('what is normalized stays, but for a typo of com behind .com or gmail', () => {
    fc.assert(
      fc.property(address, (text) => {
        fc.pre(!(comTypo.test(text) && repairedOnce.test(text)));
        const once = normalizeEmail(text);
        expect(normalizeEmail(once)).toBe(once);
      }),
      { numRuns: runs(3000) },
    );
  });

  test('case, spaces around it and dots after it make no difference', () => {
    fc.assert(
      fc.property(
        address,
        fc.constantFrom('', ' ', '\t', '\u00a0', '\r\n'),
        fc.constantFrom('', '.', '...'),
        (text, space, dots) => {
          // 'ß' has no lone upper case: 'SS' is another domain.
          const upper = text.replace(/[^\u00df]/gu, (letter) => letter.toUpperCase());
          expect(normalizeEmail(space + upper + dots + space)).toBe(normalizeEmail(text));
        },
      ),
      { numRuns: runs(2000) },
    );
  });

  test('an alias makes no difference', () => {
    fc.assert(
      fc.property(local, domain, local, (user, host, alias) => {
        const plain = normalizeEmail(`${user}@${host}`);
        const mark = yahooDomains.split(' ').includes(plain.slice(plain.indexOf('@') + 1))
          ? '-'
          : '+';
        expect(normalizeEmail(`${user}${mark}${alias}@${host}`)).toBe(plain);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('the domain of a well-formed address is ASCII', () => {
    fc.assert(
      fc.property(address, (text) => {
        expect(normalizeEmail(text)).toMatch(/^[a-z\d.+_-]+@[a-z\d.-]+$/);
      }),
      { numRuns: runs(2000) },
    );
  });

  test('no string whatever throws, grows much or gains capital letters', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary' }),
          fc.string({ unit: 'grapheme' }).map((text) => `x@${text}`),
          fc.array(fc.integer({ min: 0, max: 0xffff })).map((units) => {
            return String.fromCharCode(...units);
          }),
        ),
        (text) => {
          const normalized = normalizeEmail(text);
          expect(normalized).not.toMatch(/[A-Z]/);
          expect(normalized.length).toBeLessThan(100 + text.length * 12);
        },
      ),
      { numRuns: runs(3000) },
    );
  });
});
