/** Nobody is trusted by an option that trusts everyone, nor by a polluted prototype. */
import { afterEach, describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { deviceFrom, type DeviceOptions } from '../../src/device/index.ts';
import { runs } from '../runs.ts';

const request = {
  headers: { 'x-forwarded-for': '198.51.100.66' },
  remoteAddress: '203.0.113.9',
};

describe('a list that holds everyone is refused', () => {
  test.each([
    '0.0.0.0/0',
    '::/0',
    '::ffff:0:0/96',
    '::ffff:0.0.0.0/96',
    '0:0:0:0:0:ffff:0:0/96',
    '0.0.0.0/1,128.0.0.0/1',
    '0.0.0.0/1, 128.0.0.0/2, 192.0.0.0/3',
    '::ffff:0:0/97,128.0.0.0/1',
    '::/1,8000::/1',
    '::/2,4000::/2,8000::/1',
    // What is handed out of IPv6.
    '2000::/3',
    '::/1',
    '3000::/4, 2000::/4',
    '2000::/4,3000::/5,3800::/6,3c00::/6',
    'loopback,128.0.0.0/1,0.0.0.0/1',
    // All but the private ones.
    '1.0.0.0/8,2.0.0.0/7,4.0.0.0/6,8.0.0.0/7,11.0.0.0/8,12.0.0.0/6,16.0.0.0/4,32.0.0.0/3,64.0.0.0/2,128.0.0.0/1',
  ])('%s', (trust) => {
    const lists: DeviceOptions['trust'][] = [
      trust,
      trust.split(','),
      { header: 'x-real-ip', proxies: trust },
    ];
    for (const list of lists) {
      expect(() => deviceFrom(request, { trust: list })).toThrow(
        /any client could choose its address/,
      );
    }
  });

  test('however the addresses are cut into networks', () => {
    // Halves of halves: parts of all of IPv4, in any order.
    const parts = fc
      .array(fc.nat(), { maxLength: 12 })
      .map((cuts) => {
        const networks: (readonly [first: number, length: number])[] = [[0, 0]];
        for (const cut of cuts) {
          const at = cut % networks.length;
          const [first, length] = networks[at] ?? [0, 0];
          const half: [number, number] = [first + 2 ** (31 - length), length + 1];
          networks.splice(at, 1, half, [first, length + 1]);
        }
        return networks;
      })
      .chain((networks) => fc.shuffledSubarray(networks, { minLength: networks.length }));
    const written = ([first, length]: readonly [number, number]): string => {
      const quad = [24, 16, 8, 0].map((shift) => Math.floor(first / 2 ** shift) % 256).join('.');
      return `${quad}/${length}`;
    };
    fc.assert(
      fc.property(parts, fc.nat(), (networks, at) => {
        const trust = networks.map(written);
        expect(() => deviceFrom(request, { trust })).toThrow(/any client could choose its address/);
        const [left] = networks.splice(at % networks.length, 1);
        // What is left out may hold nothing public: multicast, or what is private.
        if (left === undefined || left[1] > 6 || left[0] >= 0xe0000000 || left[0] === 0) return;
        expect(() => deviceFrom(request, { trust: networks.map(written) })).not.toThrow();
      }),
      { numRuns: runs(300) },
    );
  });

  test.each([
    '10.0.0.0/8',
    'loopback,private,link-local',
    '0.0.0.0/1',
    '::ffff:10.0.0.0/104',
    '2600:1900::/28',
    '2000::/4',
    '2000::/4,4000::/2',
    '2001:db8::/32',
  ])('%s is not everyone', (trust) => {
    expect(deviceFrom(request, { trust }).ipAddress).toBe(request.remoteAddress);
  });
});

describe('a polluted Object.prototype', () => {
  const polluted = Object.prototype as Record<string, unknown>;
  const names = ['trust', 'header', 'proxies', 'get', 'headers', 'remoteAddress'];
  afterEach(() => {
    for (const name of names) Reflect.deleteProperty(polluted, name);
  });

  test('trusts nobody', () => {
    polluted['trust'] = 5;
    expect(deviceFrom(request).ipAddress).toBe('203.0.113.9');
    expect(deviceFrom(request, {}).ipAddress).toBe('203.0.113.9');
    expect(deviceFrom(request, { trust: undefined }).ipAddress).toBe('203.0.113.9');
    polluted['trust'] = { header: 'x-forwarded-for', proxies: 1 };
    expect(deviceFrom(request, {}).ipAddress).toBe('203.0.113.9');
  });

  test('names no header and no proxies', () => {
    polluted['header'] = 'x-forwarded-for';
    polluted['proxies'] = 3;
    expect(() => deviceFrom(request, { trust: {} as never })).toThrow('trust.header');
    expect(() => deviceFrom(request, { trust: { header: 'forwarded' } })).toThrow('trust.proxies');
  });

  test('is no peer and has no headers', () => {
    polluted['remoteAddress'] = '198.51.100.66';
    polluted['get'] = () => '198.51.100.66';
    expect(deviceFrom({ headers: {} }, { trust: 1 })).toEqual({});
    polluted['headers'] = { 'x-forwarded-for': '198.51.100.66' };
    expect(() => deviceFrom({} as never)).toThrow('headers of the request');
  });

  test('what a class has is read', () => {
    class Options {
      readonly #proxies = 1;
      get trust(): number {
        return this.#proxies;
      }
    }
    class Incoming {
      get headers(): Record<string, string> {
        return request.headers;
      }
      readonly remoteAddress = request.remoteAddress;
    }
    expect(deviceFrom(new Incoming(), new Options()).ipAddress).toBe('198.51.100.66');
  });
});
