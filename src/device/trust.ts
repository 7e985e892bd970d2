/** Says which proxies are trusted, from what the application gave, and refuses to trust everyone. */
import { contains, isMapped, type Network, parseNetwork } from '../formats/ip-address.ts';
import { once } from '../formats/once.ts';
import { memberOf } from './request-headers.ts';

/**
 * Your proxies: addresses, CIDR networks, and the names `loopback`, `private` and `link-local`; several as
 * a list or with commas between them. Or their number: that many stand between the customer and this
 * server, and there is no way around them.
 */
export type ProxyList = number | string | readonly string[];

/** A header other than `X-Forwarded-For` that holds the customer's address. */
export interface TrustedHeader {
  /**
   * Required: `forwarded` (RFC 7239), or a header with the customer's address alone, such as `cf-connecting-ip`,
   * which your proxy must set itself, in place of what the customer sent.
   */
  readonly header: string;
  /**
   * The proxies that set the header. `forwarded` and `x-forwarded-for` need them. Any other header is
   * taken from every peer when they are absent: leave them out only where the platform lets no other
   * peer in, as on Workers or behind a firewall. Default: none.
   */
  readonly proxies?: ProxyList | undefined;
}

/** Options of `deviceFrom`. */
export interface DeviceOptions {
  /**
   * The proxies that add the customer's address to `X-Forwarded-For`, or another header. Default: none.
   *
   * @example
   * const device = deviceFrom(request, { trust: ['loopback', '10.0.0.0/8'] });
   */
  readonly trust?: ProxyList | TrustedHeader | undefined;
}

/** What the walk from proxy to proxy needs to know. */
export interface Trust {
  /** In lower case. */
  readonly header: string;
  /** Whether to believe what a peer says, by its address and the number of peers before it. */
  readonly isTrusted: (address: Uint8Array | undefined, hop: number) => boolean;
}

/** @throws TypeError for everything that would trust in something else than what was meant. */
export function trustFrom(options: unknown): Trust {
  if (options === undefined) return trustNone;
  const { trust } = onlyKeys(options, ['trust'], 'deviceFrom');
  if (trust === undefined) return trustNone;
  if (typeof trust !== 'object' || trust === null || Array.isArray(trust)) {
    return { header: listHeader, isTrusted: proxiesFrom(trust, 'trust') };
  }
  return headerTrust(onlyKeys(trust, ['header', 'proxies'], 'trust'));
}

const listHeader = 'x-forwarded-for';

const trustNone: Trust = { header: listHeader, isTrusted: () => false };

function headerTrust({ header: given, proxies }: Readonly<Record<string, unknown>>): Trust {
  if (typeof given !== 'string' || !/^[\w!#$%&'*+.^`|~-]+$/.test(given)) {
    throw new TypeError('trust.header must be the name of a header, such as cf-connecting-ip.');
  }
  const header = given.toLowerCase();
  const isList = header === listHeader || header === 'forwarded';
  if (proxies === undefined) {
    if (!isList) return { header, isTrusted: () => true };
    throw new TypeError(`trust.proxies is required: without it, any client could set ${header}.`);
  }
  if (typeof proxies === 'number' && !isList) {
    throw new TypeError(
      `trust.proxies must be a list of addresses: ${header} has one address, so there is nothing to count.`,
    );
  }
  return { header, isTrusted: proxiesFrom(proxies, 'trust.proxies') };
}

function proxiesFrom(proxies: unknown, name: string): Trust['isTrusted'] {
  if (typeof proxies === 'number') {
    if (Number.isSafeInteger(proxies) && proxies >= 0) return (_, hop) => hop < proxies;
    throw new TypeError(`${name} must be a whole number of proxies, 0 or more.`);
  }
  const list: unknown = typeof proxies === 'string' ? proxies.split(',') : proxies;
  if (!Array.isArray(list)) {
    throw new TypeError(
      `${name} must list the addresses and networks of your proxies, or be their number: ` +
        'an unknown proxy could write any address.',
    );
  }
  const networks = list.flatMap((text: unknown) => networksOf(text, name));
  if (coversEveryone(networks)) {
    throw new TypeError(
      `${name} covers all public IPv4 or IPv6 addresses: any client could choose its address.`,
    );
  }
  return (address) =>
    address !== undefined && networks.some((network) => contains(network, address));
}

function networksOf(given: unknown, name: string): Network[] {
  const text = typeof given === 'string' ? given.trim() : '';
  const named = namedNetworks.get(text.toLowerCase());
  const networks = (named ?? [text]).map(parseNetwork).filter((network) => network !== undefined);
  if (networks.length === 0) {
    const shown = typeof given === 'string' ? JSON.stringify(given) : typeof given;
    const names = [...namedNetworks.keys()].slice(0, 3).join(', ');
    throw new TypeError(
      `${name} has ${shown}, which is not an address, a network such as 10.0.0.0/8, or one of ${names}.`,
    );
  }
  return networks;
}

const uniqueLocal = ['10.0.0.0/8', '172.16.0.0/12', '192.168.0.0/16', 'fc00::/7'];
const linkLocal = ['169.254.0.0/16', 'fe80::/10'];

/** The last two are what Express calls two of the others. */
const namedNetworks: ReadonlyMap<string, readonly string[]> = /* @__PURE__ */ new Map([
  ['loopback', ['127.0.0.0/8', '::1/128']],
  ['private', uniqueLocal],
  ['link-local', linkLocal],
  ['uniquelocal', uniqueLocal],
  ['linklocal', linkLocal],
]);

/** A misspelled option would trust in nothing, or in everything, without a word. */
function onlyKeys(
  value: unknown,
  known: readonly string[],
  name: string,
): Readonly<Record<string, unknown>> {
  if (typeof value !== 'object' || value === null) {
    throw new TypeError(`${name} takes an object with ${known.join(' and ')}.`);
  }
  const unknown = Object.keys(value).find((key) => !known.includes(key));
  if (unknown !== undefined) {
    throw new TypeError(
      `${JSON.stringify(unknown)} is not an option of ${name}; the options are ${known.join(', ')}.`,
    );
  }
  // Whom to trust is not read from a polluted `Object.prototype`.
  return Object.fromEntries(known.map((key) => [key, memberOf(value, key)]));
}

/** First and last address of a range. */
type Range = readonly [first: bigint, last: bigint];

/**
 * Whether the networks together hold all public addresses of IPv4 or of IPv6: `0.0.0.0/0` or `::/0` in any
 * spelling and in any number of parts. Other addresses make no difference: no customer has one.
 */
function coversEveryone(networks: readonly Network[]): boolean {
  const { publicV4, notPublic, publicV6 } = limits();
  const isV4 = ({ bytes, prefixLength }: Network): boolean => prefixLength >= 96 && isMapped(bytes);
  const v6 = networks.filter((network) => !isV4(network));
  return covers([...networks.filter(isV4), ...notPublic], publicV4) || covers(v6, publicV6);
}

function covers(networks: readonly Network[], [first, last]: Range): boolean {
  let next = first;
  for (const [from, to] of networks.map(rangeOf).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0))) {
    if (from > next) break;
    if (to >= next) next = to + 1n;
  }
  return next > last;
}

function rangeOf({ bytes, prefixLength }: Network): Range {
  const address = bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
  const rest = (1n << BigInt(128 - prefixLength)) - 1n;
  const first = (address | rest) ^ rest;
  return [first, first | rest];
}

/** Stands for a network that cannot be read: there is none among the following. */
const nothing: Network = { bytes: new Uint8Array(16), prefixLength: 128 };

/** Above 223.255.255.255 is multicast. IANA hands out addresses of IPv6 from 2000::/3 alone. */
const limits = /* @__PURE__ */ once(() => {
  const network = (text: string): Network => parseNetwork(text) ?? nothing;
  const [firstV4] = rangeOf(network('1.0.0.0/8'));
  const [, lastV4] = rangeOf(network('223.0.0.0/8'));
  const notPublic = [
    ...['10.0.0.0/8', '100.64.0.0/10', '127.0.0.0/8', '169.254.0.0/16', '172.16.0.0/12'],
    ...['192.0.0.0/24', '192.0.2.0/24', '192.168.0.0/16', '198.18.0.0/15', '198.51.100.0/24'],
    '203.0.113.0/24',
  ].map(network);
  return {
    publicV4: [firstV4, lastV4] as const,
    notPublic,
    publicV6: rangeOf(network('2000::/3')),
  };
});
