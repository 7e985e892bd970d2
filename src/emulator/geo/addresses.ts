/** Reads IP addresses and networks, and knows which of them are reserved. */

import { isIP } from 'node:net';

export interface Address {
  readonly version: 4 | 6;
  readonly value: bigint;
}

export interface Network {
  readonly version: 4 | 6;
  readonly first: bigint;
  readonly last: bigint;
  /** As written, e.g. `203.0.113.0/28`. */
  readonly text: string;
}

function dottedQuad(text: string): bigint {
  return text.split('.').reduce((sum, part) => sum * 256n + BigInt(part), 0n);
}

function groups(text: string): bigint[] {
  return text === '' ? [] : text.split(':').map((group) => BigInt(`0x${group}`));
}

function colonHex(text: string): bigint {
  const zoneless = text.split('%', 1)[0] ?? '';
  // An IPv4 tail becomes two groups.
  const plain = zoneless.replace(/\d+\.\d+\.\d+\.\d+$/, (quad) => {
    const value = dottedQuad(quad);
    return `${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`;
  });
  const [head = '', tail] = plain.split('::');
  const left = groups(head);
  const right = groups(tail ?? '');
  const middle = Array<bigint>(tail === undefined ? 0 : 8 - left.length - right.length).fill(0n);
  return [...left, ...middle, ...right].reduce((sum, group) => (sum << 16n) + group, 0n);
}

/** The address in numbers; undefined for other text. An IPv4-mapped IPv6 address counts as IPv4. */
export function readAddress(text: string): Address | undefined {
  const version = isIP(text);
  if (version === 4) return { version: 4, value: dottedQuad(text) };
  if (version !== 6) return undefined;
  const value = colonHex(text);
  return value >> 32n === 0xffffn
    ? { version: 4, value: value & 0xffffffffn }
    : { version: 6, value };
}

/** Reads `address/length`; throws on anything else, as networks are written in source code only. */
export function readNetwork(text: string): Network {
  const [base = '', length = ''] = text.split('/');
  const address = readAddress(base);
  if (address === undefined || !/^\d+$/.test(length)) throw new Error(`not a network: ${text}`);
  const size = 1n << BigInt((address.version === 4 ? 32 : 128) - Number(length));
  const first = address.value - (address.value % size);
  return { version: address.version, first, last: first + size - 1n, text };
}

export function contains(network: Network, address: Address): boolean {
  return (
    network.version === address.version &&
    network.first <= address.value &&
    address.value <= network.last
  );
}

/**
 * Networks that cannot be reached from the Internet (IANA special-purpose registries).
 * 198.51.100.0/24, 203.0.113.0/24 and 2001:db8::/32 belong here too, but the emulator gives them a
 * home on purpose, so that no demo or test needs a real person's address: see networks.ts.
 */
const reserved: readonly Network[] = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '224.0.0.0/4',
  '240.0.0.0/4',
  '::/128',
  '::1/128',
  '64:ff9b:1::/48',
  '100::/64',
  'fc00::/7',
  'fe80::/10',
  'ff00::/8',
].map(readNetwork);

export function isReserved(address: Address): boolean {
  return reserved.some((network) => contains(network, address));
}
