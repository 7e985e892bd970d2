import { BlockList } from 'node:net';
import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { contains, isReserved, readAddress, readNetwork } from '../src/geo/addresses.ts';
import { countries, findCountry } from '../src/geo/countries.ts';
import { kilometresBetween } from '../src/geo/distance.ts';
import { localHour, localTime } from '../src/geo/local-time.ts';
import { findNetwork } from '../src/geo/networks.ts';
import { findCity, foldPlace, placeById, places } from '../src/geo/places.ts';
import { runs } from '../../../test/runs.ts';

function known(text: string): ReturnType<typeof findNetwork> {
  const address = readAddress(text);
  return address && findNetwork(address);
}

describe('addresses', () => {
  it.each([
    ['0.0.0.0', 4, 0n],
    ['203.0.113.24', 4, 0xcb007118n],
    ['::', 6, 0n],
    ['::1', 6, 1n],
    ['2001:db8::2:1', 6, 0x20010db8_00000000_00000000_00020001n],
    ['2001:DB8:0:0:0:0:2:1', 6, 0x20010db8_00000000_00000000_00020001n],
    ['64:ff9b::192.0.2.33', 6, 0x0064ff9b_00000000_00000000_c0000221n],
    ['fe80::1%eth0', 6, 0xfe800000_00000000_00000000_00000001n],
    ['::ffff:203.0.113.24', 4, 0xcb007118n],
  ])('%s is version %d, %d', (text, version, value) => {
    expect(readAddress(text)).toEqual({ version, value });
  });

  it.each([
    '',
    'localhost',
    '1.2.3',
    '256.1.1.1',
    '1.2.3.4.5',
    '01.2.3.4',
    ':::',
    '1::2::3',
    ' 1.2.3.4',
  ])('%j is not an address', (text) => {
    expect(readAddress(text)).toBeUndefined();
  });

  it('lie in networks as Node says they do', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.tuple(
            fc.constant('ipv4' as const),
            fc.ipV4(),
            fc.ipV4(),
            fc.integer({ min: 0, max: 32 }),
          ),
          fc.tuple(
            fc.constant('ipv6' as const),
            fc.ipV6(),
            fc.ipV6(),
            fc.integer({ min: 0, max: 128 }),
          ),
        ),
        ([family, base, other, length]) => {
          const list = new BlockList();
          list.addSubnet(base, length, family);
          const address = readAddress(other);
          // An IPv4-mapped address counts as IPv4 here.
          fc.pre(address?.version === (family === 'ipv4' ? 4 : 6));
          fc.pre(readAddress(base)?.version === address.version);
          expect(contains(readNetwork(`${base}/${length}`), address)).toBe(
            list.check(other, family),
          );
        },
      ),
      { numRuns: runs(300) },
    );
  });

  it.each(['1.2.3.4', '1.2.3.4/x', 'x/8'])('%s is no network', (text) => {
    expect(() => readNetwork(text)).toThrow(`not a network: ${text}`);
  });

  it.each([
    ['10.1.2.3', true],
    ['172.31.255.255', true],
    ['172.32.0.0', false],
    ['192.168.1.1', true],
    ['127.0.0.1', true],
    ['169.254.1.1', true],
    ['100.64.0.1', true],
    ['192.0.2.1', true],
    ['224.0.0.1', true],
    ['255.255.255.255', true],
    ['0.0.0.0', true],
    ['::1', true],
    ['::', true],
    ['fd00::1', true],
    ['fe80::1', true],
    ['ff02::1', true],
    ['::ffff:10.0.0.1', true],
    ['8.8.8.8', false],
    ['203.0.113.1', false],
    ['2001:db8::1', false],
    ['2606:4700::1111', false],
  ])('%s reserved: %s', (text, reserved) => {
    const address = readAddress(text);
    expect(address && isReserved(address)).toBe(reserved);
  });
});

describe('networks', () => {
  it.each([
    ['203.0.113.17', 'orleans'],
    ['203.0.113.33', 'sao-paulo'],
    ['198.51.100.70', 'new-haven'],
    ['2001:db8:1::5', 'tokyo'],
    ['2001:db8:ffff::1', 'singapore'],
    ['81.2.69.160', 'london'],
    ['24.24.24.24', 'syracuse'],
    ['128.101.101.101', 'minneapolis'],
  ])('%s is in %s', (text, place) => {
    expect(known(text)?.place?.id).toBe(place);
  });

  it('gives every address of the documentation ranges a home', () => {
    for (let last = 0; last < 256; last += 1) {
      expect(known(`203.0.113.${last}`)).toBeDefined();
      expect(known(`198.51.100.${last}`)).toBeDefined();
    }
    expect(known('203.0.114.0')).toBeUndefined();
    expect(known('128.101.101.100')).toBeUndefined();
  });

  it.each([
    ['203.0.113.180', 'hosting'],
    ['203.0.113.200', 'vpn'],
    ['203.0.113.210', 'tor'],
    ['203.0.113.230', 'public-proxy'],
    ['203.0.113.250', 'residential-proxy'],
    ['203.0.113.1', undefined],
  ])('%s hides behind: %s', (text, kind) => {
    expect(known(text)?.anonymity?.kind).toBe(kind);
  });
});

describe('places and countries', () => {
  it('belong together: each place has a known country, a valid zone, and a postal code of its own', () => {
    for (const place of places) {
      expect(countries.has(place.country)).toBe(true);
      expect(() => localHour(new Date(), place.timeZone)).not.toThrow();
      expect(place.postal).toMatch(place.postalCodes);
      expect(Math.abs(place.latitude)).toBeLessThanOrEqual(90);
      expect(Math.abs(place.longitude)).toBeLessThanOrEqual(180);
      expect(Object.keys(place.names)).toEqual([
        'de',
        'en',
        'es',
        'fr',
        'ja',
        'pt-BR',
        'ru',
        'zh-CN',
      ]);
      // No city is further from the middle of its country than its country is wide.
      const country = findCountry(place.country);
      expect(country && kilometresBetween(place, country)).toBeLessThan(5000);
    }
    expect(new Set(places.map(({ geonameId }) => geonameId)).size).toBe(places.length);
  });

  it('are found in any of their languages, with or without marks', () => {
    for (const name of ['São Paulo', 'sao paulo', ' SÃO PAULO ', 'サンパウロ', 'Сан-Паулу']) {
      expect(findCity(name, 'br')?.id).toBe('sao-paulo');
    }
    expect(findCity('São Paulo', 'PT')).toBeUndefined();
    expect(foldPlace('Orléans')).toBe('orleans');
    expect(findCountry('de')?.names['pt-BR']).toBe('Alemanha');
    expect(findCountry('XX')).toBeUndefined();
    expect(() => placeById('atlantis')).toThrow('no place atlantis');
  });
});

describe('distances', () => {
  it.each([
    ['paris', 'london', 343],
    ['new-york', 'tokyo', 10_850],
    ['sydney', 'berlin', 16_090],
    ['madrid', 'madrid', 0],
  ])('%s to %s is %d km, to one per cent', (from, to, kilometres) => {
    const found = kilometresBetween(placeById(from), placeById(to));
    expect(Math.abs(found - kilometres)).toBeLessThanOrEqual(kilometres / 100);
    expect(kilometresBetween(placeById(to), placeById(from))).toBe(found);
  });

  it('reaches the other side of the world, and not further', () => {
    const pole = { latitude: 90, longitude: 0 };
    expect(kilometresBetween(pole, { latitude: -90, longitude: 50 })).toBe(20_015);
  });
});

describe('local time', () => {
  it.each([
    ['2026-07-01T12:00:00Z', 'America/New_York', '2026-07-01T08:00:00-04:00'],
    ['2026-01-01T02:00:00Z', 'America/New_York', '2025-12-31T21:00:00-05:00'],
    ['2026-07-01T12:00:00Z', 'Asia/Kolkata', '2026-07-01T17:30:00+05:30'],
    ['2026-01-01T12:00:00Z', 'Europe/London', '2026-01-01T12:00:00+00:00'],
    ['2026-07-01T20:00:00.999Z', 'Asia/Tokyo', '2026-07-02T05:00:00+09:00'],
  ])('%s in %s is %s', (moment, zone, expected) => {
    expect(localTime(new Date(moment), zone)).toBe(expected);
    expect(localHour(new Date(moment), zone)).toBe(Number(expected.slice(11, 13)));
    expect(Date.parse(expected)).toBe(Math.floor(Date.parse(moment) / 1000) * 1000);
  });
});
