import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { emailDomain, hashEmail, normalizeEmail } from '../../src/email/index.ts';
import { runs } from '../runs.ts';

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('hashEmail', () => {
  test('gives the hash that the vendor documents for an address', () => {
    expect(hashEmail('test@maxmind.com')).toBe('977577b140bfb7c516e4746204fbdb01');
    expect(hashEmail(' Test+alias@MaxMind.com. ')).toBe('977577b140bfb7c516e4746204fbdb01');
  });

  test('is the MD5 of the normalized address in UTF-8', () => {
    fc.assert(
      fc.property(fc.emailAddress(), (address) => {
        expect(hashEmail(address)).toBe(md5(normalizeEmail(address)));
      }),
      { numRuns: runs(500) },
    );
    expect(hashEmail('am\u00e9lie@b\u00fccher.example')).toBe(
      md5('am\u00e9lie@xn--bcher-kva.example'),
    );
  });

  test('does not hash an MD5 again', () => {
    const hash = '977577b140bfb7c516e4746204fbdb01';
    expect(hashEmail(hash)).toBe(hash);
    expect(hashEmail(` ${hash.toUpperCase()} `)).toBe(hash);
  });

  test('hashes text that only resembles an MD5', () => {
    for (const text of ['977577b140bfb7c516e4746204fbdb0', '977577b140bfb7c516e4746204fbdb01a']) {
      expect(hashEmail(text)).toBe(md5(text));
    }
    expect(hashEmail('977577b140bfb7c516e4746204fbdb01@example.com')).toBe(
      md5('977577b140bfb7c516e4746204fbdb01@example.com'),
    );
  });

  test('hashes text without @ too, so that no plain text leaves', () => {
    expect(hashEmail('No Address')).toBe(md5('no address'));
  });

  test('leaves blank text blank, so that users without an address do not count as one', () => {
    expect(hashEmail('')).toBe('');
    expect(hashEmail(' \n')).toBe('');
  });

  test('refuses what is no string', () => {
    expect(() => hashEmail(42 as unknown as string)).toThrow(TypeError);
  });
});

describe('emailDomain', () => {
  test.each([
    ['User@Example.COM', 'example.com'],
    ['user@gmial.con', 'gmail.com'],
    ['user@b\u00fccher.example', 'xn--bcher-kva.example'],
    ['alias@user.fastmail.com', 'fastmail.com'],
    ['a@b@example.com', 'example.com'],
    ['@example.com', 'example.com'],
    ['user@', undefined],
    ['user@..', undefined],
    ['user', undefined],
    ['', undefined],
    ['977577b140bfb7c516e4746204fbdb01', undefined],
  ])('of %j is %j', (address, domain) => {
    expect(emailDomain(address)).toBe(domain);
  });

  test('refuses what is no string', () => {
    expect(() => emailDomain(null as unknown as string)).toThrow(TypeError);
  });
});
