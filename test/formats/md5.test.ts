import { createHash } from 'node:crypto';
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { md5Hex } from '../../src/formats/md5.ts';
import { runs } from '../runs.ts';

const md5 = (text: string): string => createHash('md5').update(text, 'utf8').digest('hex');

describe('md5Hex', () => {
  // The test suite of RFC 1321, appendix A.5.
  test.each([
    ['', 'd41d8cd98f00b204e9800998ecf8427e'],
    ['a', '0cc175b9c0f1b6a831c399e269772661'],
    ['abc', '900150983cd24fb0d6963f7d28e17f72'],
    ['message digest', 'f96b697d7cb7938d525a2f31aaf161d0'],
    ['abcdefghijklmnopqrstuvwxyz', 'c3fcd3d76192e4007dfb496cca67e13b'],
    [
      '12345678901234567890123456789012345678901234567890123456789012345678901234567890',
      '57edf4a22be3c955ac49da2e2107b67a',
    ],
  ])('of %j', (text, hash) => {
    expect(md5Hex(text)).toBe(hash);
  });

  test('agrees with Node on any text, lone surrogates included', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 200 }), (units) => {
        const text = String.fromCharCode(...units);
        expect(md5Hex(text)).toBe(md5(text));
      }),
      { numRuns: runs(1000) },
    );
  });

  test('agrees with Node around the ends of blocks', () => {
    for (let length = 0; length < 200; length++) {
      expect(md5Hex('x'.repeat(length))).toBe(md5('x'.repeat(length)));
    }
  });
});
