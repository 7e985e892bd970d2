import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { BlockList, isIP } from 'node:net';
import {
  contains,
  isIpv4,
  isIpv6,
  isPrivateAddress,
  parseIpAddress,
  parseNetwork,
} from '../../src/formats/ip-address.ts';
import { runs } from '../runs.ts';

/** Addresses, and texts that are nearly addresses. */
const group = fc.stringMatching(/^[0-9a-fA-F]{0,5}$/);
const nearly = fc
  .array(fc.oneof(group, fc.ipV4()), { minLength: 2, maxLength: 9 })
  .map((groups) => groups.join(':'));
const anything = fc.oneof(
  fc.ipV4(),
  fc.ipV6(),
  fc.ipV4Extended(),
  nearly,
  fc.stringMatching(/^[0-9.:]{1,20}$/),
);

describe('isIpv4 and isIpv6', () => {
  test('agree with Node', () => {
    fc.assert(
      fc.property(anything, (text) => {
        const version = isIP(text);
        expect([text, isIpv4(text), isIpv6(text)]).toEqual([text, version === 4, version === 6]);
      }),
      { numRuns: runs(5000) },
    );
  });

  test.each([
    '01.2.3.4',
    '0x1.2.3.4',
    '1.2.3',
    '16909060',
    '1.2.3.4.',
    '1.2.3.4\n',
    '1.2.3.256',
    '1.2.3.4:80',
    '1.2.3.4/32',
    ' 1.2.3.4',
    '::1%eth0',
    '[::1]',
    '::1/128',
    '::ffff:1.2.3.04',
    '::ffff:0x1.2.3.4',
    '1.2.3.4::',
    ':::',
    '1::2::3',
    '1:2:3:4:5:6:7:8::',
    '::00001',
    `${'0'.repeat(60)}::`,
    '\uff11.2.3.4',
    '',
  ])('%j is not an address', (text) => {
    expect([isIpv4(text), isIpv6(text), parseIpAddress(text)]).toEqual([false, false, undefined]);
  });
});

test('an address has the same bytes in every notation', () => {
  const bytes = parseIpAddress('192.0.2.1');
  for (const text of ['::ffff:192.0.2.1', '::FFFF:c000:0201', '0:0:0:0:0:ffff:192.0.2.1']) {
    expect(parseIpAddress(text)).toEqual(bytes);
  }
  expect(parseIpAddress('2001:db8::1:0')).toEqual(
    Uint8Array.of(0x20, 0x01, 0x0d, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0, 0),
  );
});

describe('a network', () => {
  test('holds what Node says it holds, down to the bit', () => {
    const address = fc.oneof(
      fc.tuple(fc.ipV4(), fc.ipV4(), fc.nat(32), fc.constant('ipv4' as const)),
      fc.tuple(fc.ipV6(), fc.ipV6(), fc.nat(128), fc.constant('ipv6' as const)),
    );
    fc.assert(
      fc.property(address, fc.nat(128), ([base, other, length, family], flip) => {
        const list = new BlockList();
        list.addSubnet(base, length, family);
        const network = parseNetwork(`${base}/${length}`);
        const neighbour = parseIpAddress(base) ?? new Uint8Array();
        const first = family === 'ipv4' ? 96 : 0;
        const bit = first + (flip % (128 - first));
        neighbour[bit >> 3] = (neighbour[bit >> 3] ?? 0) ^ (128 >> (bit & 7));
        const isOutside = bit - first < length;
        expect(network !== undefined && contains(network, neighbour)).toBe(!isOutside);
        const bytes = parseIpAddress(other) ?? new Uint8Array();
        expect(network !== undefined && contains(network, bytes)).toBe(list.check(other, family));
      }),
      { numRuns: runs(2000) },
    );
  });

  test('of IPv6 holds IPv4 addresses only where it says so', () => {
    const holds = (network: string, address: string): boolean => {
      const [range, bytes] = [parseNetwork(network), parseIpAddress(address)];
      return range !== undefined && bytes !== undefined && contains(range, bytes);
    };
    expect(holds('::/0', '192.0.2.1')).toBe(false);
    expect(holds('::ffff:0:0/95', '192.0.2.1')).toBe(false);
    expect(holds('::ffff:0:0/96', '192.0.2.1')).toBe(true);
    expect(holds('::ffff:192.0.2.0/120', '192.0.2.1')).toBe(true);
    expect(holds('192.0.2.0/24', '::ffff:192.0.2.1')).toBe(true);
    expect(holds('0.0.0.0/0', '2001:db8::1')).toBe(false);
  });

  test('of one address may be written without a length', () => {
    expect(parseNetwork('192.0.2.1')).toEqual(parseNetwork('192.0.2.1/32'));
    expect(parseNetwork('2001:db8::1')).toEqual(parseNetwork('2001:db8::1/128'));
    expect(parseNetwork('192.0.2.1')).toEqual(parseNetwork('::ffff:192.0.2.1'));
  });

  test.each(['', '/8', '192.0.2.1/', '192.0.2.1/33', '::/129', '::/08', '::/-1', '::/8/8', 'all'])(
    'is not %j',
    (text) => {
      expect(parseNetwork(text)).toBeUndefined();
    },
  );
});

test('a private address is told from a public one', () => {
  const priv = [
    '0.0.0.0',
    '10.1.2.3',
    '172.31.255.255',
    '::',
    '::1',
    'fe80::1',
    'febf::1',
    'fc00::',
    '::ffff:127.0.0.1',
  ];
  const open = [
    '9.9.9.9',
    '172.15.0.1',
    '192.167.0.1',
    '::2',
    '::1:1',
    'fec0::1',
    '::ffff:8.8.8.8',
    '2001:db8::',
    'no address',
  ];
  expect(priv.filter((text) => !isPrivateAddress(text))).toEqual([]);
  expect(open.filter(isPrivateAddress)).toEqual([]);
});
