/** Nothing that a customer sends moves the address, and it is the one that proxy-addr finds. */
import { describe, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { type IncomingMessage } from 'node:http';
import proxyAddr from 'proxy-addr';
import { deviceFrom, type DeviceOptions } from '../../src/device/index.ts';
import { runs } from '../runs.ts';

const trusted = fc.constantFrom(
  '10.0.0.1',
  '10.255.0.9',
  '192.168.3.4',
  'fd00::1',
  '::ffff:10.2.3.4',
);
const stranger = fc.constantFrom('203.0.113.9', '198.51.100.23', '2001:db8::9', '8.8.8.8');
const networks = ['10.0.0.0/8', '192.168.0.0/16', 'fd00::/8'];

/** What an attacker writes: near-misses of addresses, of the syntax, and anything at all. */
const forged = fc.oneof(
  fc
    .array(
      fc.oneof(
        stranger,
        trusted,
        fc.ipV4(),
        fc.ipV6(),
        fc.constantFrom(
          'unknown',
          'for=1.2.3.4',
          '"',
          '\\',
          '\\"',
          ';',
          '',
          ' ',
          '1.2.3.4:',
          '[::1',
        ),
      ),
      { maxLength: 8 },
    )
    .chain((parts) => fc.constantFrom(', ', ',', ';', '"', '').map((glue) => parts.join(glue))),
  fc.string({ unit: fc.constantFrom(...Array.from(',;"\\= []:._for=0123456789abcdef')) }),
  fc.string(),
);

/** Proxies in the order in which the request passes them, the customer first. */
const route = fc.tuple(stranger, fc.array(trusted, { minLength: 1, maxLength: 4 }));

/** Every proxy appends the peer that it sees; the last proxy is the peer of the server. */
function pass(
  [customer, proxies]: [string, string[]],
  sent: string,
  write: (address: string) => string,
): { header: string; remoteAddress: string } {
  const seen = [customer, ...proxies.slice(0, -1)].map(write);
  return { header: [sent, ...seen].join(', '), remoteAddress: proxies.at(-1) ?? '' };
}

const inForwarded = (address: string): string =>
  address.includes(':') ? `for="[${address}]:443";proto=https` : `for=${address};by="10.0.0.1"`;

const often = { numRuns: runs(1000) };

describe.each([
  ['x-forwarded-for', (address: string) => address],
  ['forwarded', inForwarded],
] as const)('%s', (name, write) => {
  test('what a customer puts before it changes nothing, under networks and under a count', () => {
    fc.assert(
      fc.property(route, forged, ([customer, proxies], sent) => {
        const { header, remoteAddress } = pass([customer, proxies], sent, write);
        for (const trusts of [networks, proxies.length]) {
          const trust = { header: name, proxies: trusts };
          const found = deviceFrom({ headers: { [name]: header }, remoteAddress }, { trust });
          expect(found.ipAddress).toBe(customer);
        }
      }),
      often,
    );
  });

  test('neither does a line of its own, nor any other header', () => {
    const other = fc.constantFrom('x-forwarded-for', 'forwarded', 'x-real-ip', 'client-ip', 'get');
    fc.assert(
      fc.property(route, forged, other, ([customer, proxies], sent, extra) => {
        fc.pre(extra !== name);
        const { header, remoteAddress } = pass([customer, proxies], '', write);
        const headers = { [extra]: sent, [name]: [sent, header], [extra.toUpperCase()]: sent };
        const trust = { header: name, proxies: networks };
        expect(deviceFrom({ headers, remoteAddress }, { trust }).ipAddress).toBe(customer);
      }),
      often,
    );
  });
});

test('a stranger who is the peer stays who it is', () => {
  fc.assert(
    fc.property(stranger, forged, (remoteAddress, sent) => {
      const headers = { 'x-forwarded-for': sent, forwarded: sent, 'x-real-ip': sent };
      for (const trust of [
        undefined,
        networks,
        { header: 'forwarded', proxies: networks },
        { header: 'x-real-ip', proxies: networks },
      ]) {
        expect(deviceFrom({ headers, remoteAddress }, { trust }).ipAddress).toBe(remoteAddress);
      }
    }),
    often,
  );
});

test('nothing in a request makes it throw or gives anything but an address', () => {
  const trusts: DeviceOptions['trust'][] = [
    undefined,
    2,
    networks,
    { header: 'forwarded', proxies: 3 },
    { header: 'x-real-ip' },
  ];
  const value = fc.oneof(forged, fc.array(forged), fc.constant(undefined));
  const names = fc.constantFrom('X-Forwarded-For', 'forwarded', 'x-real-ip', 'user-agent', 'get');
  fc.assert(
    fc.property(fc.dictionary(names, value), forged, (headers, remoteAddress) => {
      for (const trust of trusts) {
        const device = deviceFrom({ headers, remoteAddress }, { trust });
        expect(device.ipAddress ?? '::').toMatch(
          /^(?:\d+\.\d+\.\d+\.\d+|[\da-fA-F:.]*:[\da-fA-F:.]*)$/,
        );
      }
    }),
    often,
  );
});

test('hostile headers take linear time', () => {
  const units = [',', '"', '\\', '\\"', ';', 'for="', '%', '[', ': ', 'a=b;', '🙂'];
  const start = performance.now();
  for (const unit of units) {
    const text = unit.repeat(200_000 / unit.length);
    const headers = { 'x-forwarded-for': text, forwarded: text, 'user-agent': text };
    deviceFrom({ headers, remoteAddress: text }, { trust: 200_000 });
    deviceFrom({ headers }, { trust: { header: 'forwarded', proxies: 200_000 } });
    deviceFrom({ headers }, { trust: { header: 'forwarded', proxies: ['10.0.0.1'] } });
  }
  // Half a second here; quadratic steps on one of them would take minutes.
  expect(performance.now() - start).toBeLessThan(20_000);
});

test('proxy-addr finds the same address', () => {
  // ipaddr.js, which proxy-addr reads with, does not take the dotted end that RFC 4291 allows.
  const ipv6 = fc.ipV6().filter((text) => !text.includes('.'));
  const entries = fc.array(fc.oneof(trusted, stranger, fc.ipV4(), ipv6), { maxLength: 6 });
  const peer = fc.oneof(trusted, stranger);
  const lists = fc.constantFrom(
    ['loopback'],
    networks,
    ['uniquelocal'],
    ['10.0.0.1', 'linklocal'],
    ['::ffff:10.0.0.0/104'],
    ['2000::/4'],
  );
  const bare = (address: string): string => address.replace(/^::ffff:(?=[\d.]+$)/i, '');
  fc.assert(
    fc.property(peer, entries, lists, (remoteAddress, list, trust) => {
      const headers = { 'x-forwarded-for': list.join(', ') };
      const request = { headers, socket: { remoteAddress } } as unknown as IncomingMessage;
      const theirs = bare(proxyAddr(request, trust));
      const ours = deviceFrom({ headers, remoteAddress }, { trust }).ipAddress;
      expect(ours).toBe(theirs);
    }),
    { numRuns: runs(3000) },
  );
});
