import { describe, expect, test } from '@jest/globals';
import { createServer, get } from 'node:http';
import { type AddressInfo } from 'node:net';
import { deviceFrom, type DeviceOptions, type RequestHeaders } from '../../src/device/index.ts';
import { type Transaction } from '../../src/index.ts';

const customer = '203.0.113.9';
const proxy = '10.0.0.7';

const addressOf = (
  headers: RequestHeaders,
  trust?: DeviceOptions['trust'],
  remoteAddress: string | undefined = proxy,
): string | undefined => deviceFrom({ headers, remoteAddress }, { trust }).ipAddress;

const through = (list: string): RequestHeaders => ({ 'x-forwarded-for': list });

describe('without trust', () => {
  test("the address is the peer's, whatever the headers say", () => {
    const headers = {
      'x-forwarded-for': '192.0.2.66',
      forwarded: 'for=192.0.2.66',
      'cf-connecting-ip': '192.0.2.66',
      'x-real-ip': '192.0.2.66',
    };
    expect(addressOf(headers, undefined, customer)).toBe(customer);
    expect(addressOf(headers, [], customer)).toBe(customer);
    expect(addressOf(headers, 0, customer)).toBe(customer);
    expect(deviceFrom({ headers, remoteAddress: customer }).ipAddress).toBe(customer);
  });

  test.each([
    ['::ffff:203.0.113.9', customer],
    ['::FFFF:cb00:7109', customer],
    ['2001:db8::9', '2001:db8::9'],
    ['fe80::1%eth0', 'fe80::1'],
    ['203.0.113.9:51234', customer],
    ['[2001:db8::9]:443', '2001:db8::9'],
  ])('the peer %s is %s', (remoteAddress, expected) => {
    expect(addressOf({}, undefined, remoteAddress)).toBe(expected);
  });

  test.each(['', 'unknown', '203.0.113', '[203.0.113.9]', '203.0.113.9:', '1:2', '/run/http.sock'])(
    'there is none where the peer is %j',
    (remoteAddress) => {
      expect(deviceFrom({ headers: {}, remoteAddress })).toStrictEqual({});
    },
  );

  test('there is none where the platform tells none', () => {
    expect(deviceFrom({ headers: through(customer) })).toStrictEqual({});
    expect(deviceFrom({ headers: {}, remoteAddress: undefined })).toStrictEqual({});
  });
});

describe('with networks', () => {
  test.each([
    ['192.0.2.66, 203.0.113.9', ['10.0.0.0/8']],
    ['192.0.2.66, 203.0.113.9, 10.0.0.9', ['10.0.0.0/8']],
    ['192.0.2.66,203.0.113.9,2001:db8::7', ['10.0.0.7', '2001:db8::/32']],
    ['192.0.2.66, 203.0.113.9, 192.168.1.1, ::1', ['private', 'loopback']],
    ['192.0.2.66, 203.0.113.9, fe80::1', ['uniquelocal', 'linklocal']],
    ['192.0.2.66, 203.0.113.9, ::ffff:10.0.0.9', '10.0.0.0/8'],
    ['192.0.2.66, 203.0.113.9, 169.254.1.1', ' Private , link-local'],
    ['192.0.2.66, 203.0.113.9:51234, 10.0.0.9:80', 'private'],
    ['192.0.2.66,, 203.0.113.9 ,, ,10.0.0.9,', 'private'],
    ['192.0.2.66\t,\t203.0.113.9\t', 'private'],
    ['garbage, "203.0.113.1, 203.0.113.9', 'private'],
  ])('behind %j and %j it is the customer', (list, trust) => {
    expect(addressOf(through(list), trust)).toBe(customer);
  });

  test('a peer that is no proxy of yours is the customer', () => {
    expect(addressOf(through('192.0.2.66'), 'private', customer)).toBe(customer);
    expect(addressOf(through('192.0.2.66'), ['10.0.0.0/8'], '11.0.0.1')).toBe('11.0.0.1');
    expect(addressOf(through('192.0.2.66'), ['::ffff:10.0.0.0/104'], '2001:db8::9')).toBe(
      '2001:db8::9',
    );
    expect(addressOf(through('192.0.2.66'), ['2000::/4'], customer)).toBe(customer);
  });

  test('a proxy without the header, and customers within the networks, are told as they are', () => {
    expect(addressOf({}, 'private')).toBe(proxy);
    expect(addressOf(through('10.0.0.1, 10.0.0.2'), 'private')).toBe('10.0.0.1');
  });

  test.each([
    'unknown',
    '_hidden',
    'garbage',
    '203.0.113.9:',
    '1.2.3.4.5',
    '[::1',
    '0x7f.1',
    '::g',
  ])('there is none where your proxy wrote %s', (entry) => {
    expect(addressOf(through(`192.0.2.66, ${entry}`), 'private')).toBeUndefined();
    expect(addressOf(through(`192.0.2.66, ${entry}, 10.0.0.9`), 'private')).toBeUndefined();
    expect(addressOf(through(`192.0.2.66, ${entry}`), 1)).toBeUndefined();
  });

  test('an unknown peer is not trusted', () => {
    expect(deviceFrom({ headers: through('192.0.2.66') }, { trust: 'private' })).toStrictEqual({});
  });
});

describe('with a number of proxies', () => {
  test('it counts from the peer', () => {
    const headers = through('192.0.2.66, 203.0.113.9, 198.51.100.7');
    expect(addressOf(headers, 0)).toBe(proxy);
    expect(addressOf(headers, 1)).toBe('198.51.100.7');
    expect(addressOf(headers, 2)).toBe(customer);
  });

  test('it needs no address of the peer: sockets of Unix have none', () => {
    expect(deviceFrom({ headers: through(customer) }, { trust: 1 }).ipAddress).toBe(customer);
    expect(addressOf(through(customer), 1, '')).toBe(customer);
  });

  test('it counts a proxy that hid its peer', () => {
    expect(addressOf(through('203.0.113.9, unknown'), 2)).toBe(customer);
  });

  test('with fewer entries than proxies the first entry is the one who came in', () => {
    expect(addressOf(through(customer), 3)).toBe(customer);
    expect(addressOf({}, 3)).toBe(proxy);
  });
});

describe('with Forwarded', () => {
  const forwarded = (value: string | string[], proxies: DeviceOptions['trust'] = ['private']) =>
    addressOf({ forwarded: value }, { header: 'Forwarded', proxies: proxies as string[] });

  test.each([
    'for=192.0.2.66, for=203.0.113.9',
    'for=192.0.2.66,FOR="203.0.113.9:51234";proto=https;by=10.0.0.7',
    'for=192.0.2.66, proto=http;host="a,b;c";for=203.0.113.9, for=10.0.0.9',
    'for=192.0.2.66, for="203.0.113.9", for="[fc00::1]:80"',
    'for="[2001:db8::66]", for="\\203.0.113.9"',
    'for=192.0.2.66, for="[::ffff:203.0.113.9]"',
    'for=192.0.2.66, for=203.0.113.9;ext="\\"", for=10.0.0.9;ext="\\\\"',
    ['for=192.0.2.66', 'for=203.0.113.9'],
    'for=192.0.2.66;x=", for=203.0.113.9',
    'for="192.0.2.66, for="203.0.113.9"',
    'for=\\", for="203.0.113.9"',
  ])('behind %j it is the customer', (value) => {
    expect(forwarded(value)).toBe(customer);
  });

  test('it is an IPv6 address, with and without the quotes that it should have', () => {
    expect(forwarded('for="[2001:db8::9]:51234"')).toBe('2001:db8::9');
    expect(forwarded('for=[2001:db8::9]')).toBe('2001:db8::9');
  });

  test.each([
    'for=unknown',
    'for="_hidden"',
    'proto=https',
    'for=',
    'for="203.0.113.9',
    'for=203.0.113.9;for=203.0.113.9',
    'for = 203.0.113.9',
    'for=203.0.113.9 x',
    '203.0.113.9',
  ])('there is none where your proxy wrote %s', (element) => {
    expect(forwarded(`for=192.0.2.66, ${element}`)).toBeUndefined();
  });

  test('it counts, too', () => {
    expect(forwarded('for=192.0.2.66, for=203.0.113.9, for=unknown', 2)).toBe(customer);
  });

  test('it is read only where it was named, and X-Forwarded-For is not read then', () => {
    const headers = { forwarded: 'for=192.0.2.66', 'x-forwarded-for': customer };
    expect(addressOf(headers, 1)).toBe(customer);
    expect(addressOf({ forwarded: 'for=192.0.2.66' }, 1)).toBe(proxy);
    expect(addressOf(headers, { header: 'forwarded', proxies: 1 })).toBe('192.0.2.66');
  });
});

describe('with a header of one address', () => {
  const headers = { 'CF-Connecting-IP': customer, 'x-forwarded-for': '192.0.2.66' };

  test('it is what the header says, from proxies of yours alone where you name them', () => {
    expect(addressOf(headers, { header: 'cf-connecting-ip' })).toBe(customer);
    expect(deviceFrom({ headers }, { trust: { header: 'cf-connecting-ip' } }).ipAddress).toBe(
      customer,
    );
    const named = { header: 'cf-connecting-ip', proxies: ['10.0.0.0/8'] };
    expect(addressOf(headers, named)).toBe(customer);
    expect(addressOf(headers, named, '198.51.100.7')).toBe('198.51.100.7');
  });

  test("without the header it is the peer's", () => {
    expect(addressOf({}, { header: 'cf-connecting-ip' }, customer)).toBe(customer);
    expect(addressOf({ 'cf-connecting-ip': ' ' }, { header: 'cf-connecting-ip' }, customer)).toBe(
      customer,
    );
  });

  test.each([[['192.0.2.66', customer]], [`192.0.2.66, ${customer}`], ['unknown']])(
    'there is none where it says %j',
    (value) => {
      expect(
        addressOf({ 'cf-connecting-ip': value }, { header: 'cf-connecting-ip' }),
      ).toBeUndefined();
    },
  );
});

test.each([
  ['in lower case', { 'x-forwarded-for': `192.0.2.66, ${customer}` }],
  ['in capitals', { 'X-FORWARDED-FOR': `192.0.2.66, ${customer}` }],
  ['in several lines', { 'X-Forwarded-For': ['192.0.2.66', customer] }],
  ['in two cases', { 'X-Forwarded-For': '192.0.2.66', 'x-forwarded-for': customer }],
  ['in a record that inherits nothing', Object.assign(Object.create(null), through(customer))],
  ['next to a header named get', { get: 'x', 'x-forwarded-for': customer }],
  ['next to what is no text', { a: undefined, 'x-forwarded-for': [1, null, customer] }],
  ['in Headers', new Headers({ 'X-Forwarded-For': `192.0.2.66, ${customer}` })],
])('headers are found %s', (_, headers) => {
  expect(addressOf(headers as RequestHeaders, 1)).toBe(customer);
});

test('inherited headers are not looked at', () => {
  expect(addressOf(Object.create(through('192.0.2.66')) as RequestHeaders, 1)).toBe(proxy);
});

describe('user agent and languages', () => {
  const headersOf = (userAgent: string, acceptLanguage: string): RequestHeaders => ({
    'User-Agent': userAgent,
    'accept-language': acceptLanguage,
  });

  test('are there as they were sent, and absent where they were not', () => {
    expect(deviceFrom({ headers: headersOf('Example/1.0', 'fr-CH, fr;q=0.9') })).toStrictEqual({
      userAgent: 'Example/1.0',
      acceptLanguage: 'fr-CH, fr;q=0.9',
    });
    expect(deviceFrom({ headers: headersOf('', ' ') })).toStrictEqual({});
    const twice = { 'user-agent': ['One', 'Two'], 'accept-language': ['fr', 'de'] };
    expect(deviceFrom({ headers: twice })).toStrictEqual({
      userAgent: 'One',
      acceptLanguage: 'fr, de',
    });
  });

  test('are cut to what the service takes, in characters and between them', () => {
    const long = deviceFrom({ headers: headersOf('a'.repeat(5000), 'b'.repeat(5000)) });
    expect(long).toStrictEqual({ userAgent: 'a'.repeat(512), acceptLanguage: 'b'.repeat(255) });
    const wide = deviceFrom({ headers: headersOf('🙂'.repeat(600), `b${'🙂'.repeat(600)}`) });
    expect(wide).toStrictEqual({
      userAgent: '🙂'.repeat(512),
      acceptLanguage: `b${'🙂'.repeat(254)}`,
    });
    expect(deviceFrom({ headers: headersOf('a\ud83d', '\ude42') })).toStrictEqual({
      userAgent: 'a\ufffd',
      acceptLanguage: '\ufffd',
    });
  });
});

describe('a wrong trust', () => {
  test.each([
    [true, /^trust must list the addresses and networks of your proxies, or be their number/],
    [null, /^trust must list the addresses/],
    [1.5, /whole number/],
    [-1, /whole number/],
    [NaN, /whole number/],
    [Infinity, /whole number/],
    ['', /""/],
    ['2', /"2"/],
    ['proxy.example', /"proxy.example", which is not an address, a network/],
    [['10.0.0.0/8', '10.0.0.0/33'], /"10.0.0.0\/33"/],
    [['10.0.0.0/255.0.0.0'], /10.0.0.0\/255.0.0.0/],
    [[10], /number, which is not/],
    [['10.1/16'], /"10.1\/16"/],
    [['0.0.0.0/0'], /any client could choose/],
    [['::/0'], /any client could choose/],
    [{}, /^trust.header must be the name of a header/],
    [{ header: '' }, /trust.header/],
    [{ header: 'a b' }, /trust.header/],
    [{ header: 'x-forwarded-for' }, /^trust.proxies is required/],
    [{ header: 'Forwarded' }, /^trust.proxies is required/],
    [{ header: 'x-real-ip', proxies: 1 }, /^trust.proxies must be a list of addresses/],
    [{ header: 'x-real-ip', proxies: ['x'] }, /^trust.proxies has "x"/],
    [{ header: 'x-real-ip', from: ['10.0.0.1'] }, /"from" is not an option of /],
  ])('%j is refused with the reason', (trust, reason) => {
    const call = (): unknown =>
      deviceFrom({ headers: {} }, { trust: trust as unknown as DeviceOptions['trust'] });
    expect(call).toThrow(TypeError);
    expect(call).toThrow(reason);
  });

  test('so is an option that does not exist, and a request without headers', () => {
    expect(() => deviceFrom({ headers: {} }, { trusted: 1 } as DeviceOptions)).toThrow(/"trusted"/);
    expect(() => deviceFrom({ headers: {} }, 1 as DeviceOptions)).toThrow(TypeError);
    expect(() => deviceFrom({} as { headers: RequestHeaders })).toThrow(/headers/);
    expect(() => deviceFrom(undefined as unknown as { headers: RequestHeaders })).toThrow(
      /headers/,
    );
  });
});

test('the result is the device of a transaction', () => {
  const device = deviceFrom({ headers: {}, remoteAddress: customer }, { trust: 1 });
  const transaction: Transaction = { device: { ...device, sessionId: 'abc' } };
  const short: Transaction = { device };
  expect([transaction.device, short.device]).toEqual([
    { ipAddress: customer, sessionId: 'abc' },
    { ipAddress: customer },
  ]);
});

test("it takes node:http's own requests", async () => {
  const server = createServer((request, response) => {
    const { headers, socket } = request;
    const { remoteAddress } = socket;
    response.end(JSON.stringify(deviceFrom({ headers, remoteAddress }, { trust: 'loopback' })));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const headers = {
    'X-Forwarded-For': ['192.0.2.66', `198.51.100.1, ${customer}`],
    'User-Agent': 'Example/1.0',
    'Accept-Language': 'fr',
  };
  const body = await new Promise<string>((resolve, reject) => {
    get({ port, host: '127.0.0.1', headers, agent: false }, (response) => {
      let text = '';
      response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
      response.on('end', () => resolve(text));
    }).on('error', reject);
  }).finally(() => server.close());
  expect(JSON.parse(body)).toEqual({
    ipAddress: customer,
    userAgent: 'Example/1.0',
    acceptLanguage: 'fr',
  });
});
