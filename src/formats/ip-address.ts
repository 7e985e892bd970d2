/** Reads IP addresses and networks in the one notation that no two systems read differently. */
import { once } from './once.ts';

/**
 * IPv4 in dotted-quad notation: four decimal numbers up to 255 without leading zeros, since those
 * mean octal numbers to some systems. No port, no prefix length, no integer or short form.
 */
export function isIpv4(text: string): boolean {
  return dottedQuad.test(text);
}

/** IPv6 in hexadecimal-colon notation, also with a dotted-quad end. No zone, port or prefix length. */
export function isIpv6(text: string): boolean {
  return ipv6Bytes(text) !== undefined;
}

/**
 * Whether an address is unspecified, loopback, private or link-local, also inside IPv6
 * (`::ffff:10.0.0.1`). No customer on the Internet has such an address; the report service refuses it
 * as IP_ADDRESS_RESERVED.
 */
export function isPrivateAddress(text: string): boolean {
  const bytes = parseIpAddress(text);
  return bytes !== undefined && privateNetworks().some((network) => contains(network, bytes));
}

/** A range of addresses. */
export interface Network {
  /** An address of it, in 16 bytes. */
  readonly bytes: Uint8Array;
  /** How many leading bits of the 128 its addresses share. */
  readonly prefixLength: number;
}

/**
 * The 16 bytes of an address, or `undefined`. An IPv4 address has those of the IPv6 address that embeds
 * it, so that `192.0.2.1` and `::ffff:192.0.2.1` are equal.
 */
export function parseIpAddress(text: string): Uint8Array | undefined {
  if (isIpv4(text)) return Uint8Array.of(...mappedPrefix, ...text.split('.').map(Number));
  return ipv6Bytes(text);
}

/** A network in CIDR notation, or a single address; `undefined` for anything else. */
export function parseNetwork(text: string): Network | undefined {
  const [, address = '', length] = /^([^/]+)(?:\/(0|[1-9]\d{0,2}))?$/.exec(text) ?? [];
  const bytes = parseIpAddress(address);
  const width = isIpv4(address) ? 32 : 128;
  const bits = length === undefined ? width : Number(length);
  if (bytes === undefined || bits > width) return undefined;
  return { bytes, prefixLength: bits + 128 - width };
}

/**
 * Whether an address, in 16 bytes, lies in a network. A network of IPv6 that is wider than all of IPv4
 * (`::/0`) holds no IPv4 address, though the numbers would say so.
 */
export function contains({ bytes, prefixLength }: Network, address: Uint8Array): boolean {
  if (prefixLength < 96 && isMapped(address)) return false;
  const whole = prefixLength >> 3;
  for (let at = 0; at < whole; at++) if (bytes[at] !== address[at]) return false;
  const rest = prefixLength & 7;
  return rest === 0 || ((bytes[whole] ?? 0) ^ (address[whole] ?? 0)) >> (8 - rest) === 0;
}

/** Whether an address, in 16 bytes, embeds an IPv4 address: it does with every one written as such. */
export function isMapped(address: Uint8Array): boolean {
  return mappedPrefix.every((byte, at) => address[at] === byte);
}

const dottedQuad = /^(?:(?:25[0-5]|2[0-4]\d|1\d\d|[1-9]?\d)(?:\.(?!$)|$)){4}$/;

/** The start of every IPv6 address that embeds an IPv4 address: RFC 4291, section 2.5.5.2. */
const mappedPrefix: readonly number[] = [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 255, 255];

/** Of the longest notation, with a dotted-quad end. A longer string need not be looked at. */
const longestIpv6 = 45;

function ipv6Bytes(text: string): Uint8Array | undefined {
  if (text.length > longestIpv6 || !text.includes(':')) return undefined;
  const [left = '', right, ...more] = text.split('::');
  if (more.length > 0) return undefined;
  const head = groupBytes(left, right === undefined);
  const tail = right === undefined ? [] : groupBytes(right, true);
  if (head === undefined || tail === undefined) return undefined;
  // `::` stands for one group of zeros or more.
  const count = head.length + tail.length;
  if (right === undefined ? count !== 16 : count > 14) return undefined;
  const bytes = new Uint8Array(16);
  bytes.set(head);
  bytes.set(tail, 16 - tail.length);
  return bytes;
}

/** @param isEnd - Whether the address ends here: only there it may be written as IPv4. */
function groupBytes(text: string, isEnd: boolean): number[] | undefined {
  if (text === '') return [];
  const bytes: number[] = [];
  const groups = text.split(':');
  for (const [position, group] of groups.entries()) {
    if (/^[\da-f]{1,4}$/i.test(group)) {
      const value = Number.parseInt(group, 16);
      bytes.push(value >> 8, value & 255);
    } else if (isEnd && position === groups.length - 1 && isIpv4(group)) {
      bytes.push(...group.split('.').map(Number));
    } else {
      return undefined;
    }
  }
  return bytes;
}

const privateNetworks: () => readonly Network[] = /* @__PURE__ */ once(() =>
  [
    '0.0.0.0/8',
    '10.0.0.0/8',
    '127.0.0.0/8',
    '169.254.0.0/16',
    '172.16.0.0/12',
    '192.168.0.0/16',
    '::/127',
    'fc00::/7',
    'fe80::/10',
  ].flatMap((text) => parseNetwork(text) ?? []),
);
